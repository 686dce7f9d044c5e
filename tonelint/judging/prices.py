"""Claims about money: former prices and discounts, a price that rises, what is free, what a renewal costs and how it
ends."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from tonelint.judging.deadlines import agrees, phrase_at
from tonelint.judging.facts_shape import NEVER
from tonelint.judging.knowledge import Knowledge
from tonelint.judging.verdicts import Said, Shade, Value, Verdict, contradicted, supported, unsupported
from tonelint.language.lazy_pattern import lazy
from tonelint.language.numbers import Amount, amounts

PERIOD = timedelta(days=90)
LEAST_DAYS = 30
"""A former price was really charged when it held for 30 of the last 90 days (after EU Directive 98/6, art. 6a)."""
ROUNDING = 1.0
"""By how many percentage points a share that a letter names may differ from the share that the prices give."""
_MONEY_AFTER = lazy(r"\s?(?:₽|руб|р\.|\$|€|£|usd|eur|gbp|pounds?|dollars?|euros?)", re.IGNORECASE)
_MONEY_BEFORE = lazy(r"[$€£₽]\s?$")
_BY_HAND = lazy(
    r"звон|позвон|телефон|заявлен|письм|почт|офис|менеджер|поддержк|phone|call|letter|post|office|visit|support"
    r"|in writing|manager",
    re.IGNORECASE,
)
_ONE_STEP = lazy(r"клик|онлайн|кабинет|настройк|приложен|click|online|settings|account|app\b|self", re.IGNORECASE)


def former_price(said: Said, known: Knowledge) -> Verdict:
    """A 'was' price: the sum, that it was charged for `LEAST_DAYS` of the last 90, and the price beside it."""
    offer = known.facts.offer
    was, now = _sum(said.captures.get("was"), said), _sum(said.captures.get("now"), said)
    value = was.value if was else None
    if offer.price_before == NEVER:
        return contradicted(said, None, None, say="never-charged", value=value)
    if now is not None and offer.price is not None and now.value != offer.price:
        return contradicted(
            said, Value(now.value, "money"), Value(offer.price, "money"), value=value, fact="offer.price"
        )
    if was is None or not isinstance(offer.price_before, (int, float)):
        return unsupported(said, value=value)
    if said.name == "saving" and offer.price is not None:
        saved = offer.price_before - offer.price
        if was.value > saved:
            return contradicted(said, Value(was.value, "money"), Value(saved, "money"), value=value)
    elif was.value != offer.price_before:
        return contradicted(said, Value(was.value, "money"), Value(offer.price_before, "money"), value=value)
    return _charged_long_enough(said, known, value)


def discount(said: Said, known: Knowledge) -> Verdict:
    """A share off: what the two prices come to, if the former one was really charged.

    'Up to' is true when the prices give as much, and asks since when the former one held. A plain share (the pattern is
    named `plain`) agrees with the prices both ways, within one percentage point, unless the letter names several.
    """
    offer = known.facts.offer
    plain = said.name == "plain"
    value = said.amount.value if said.amount else None
    if offer.price_before == NEVER:
        return contradicted(said, None, None, say="never-charged", value=value)
    if (
        said.amount is None
        or offer.price is None
        or not isinstance(offer.price_before, (int, float))
        or not offer.price_before
    ):
        return unsupported(said, value=value, fact="offer.price" if offer.price is None and offer.price_before else "")
    in_money = _is_money(said.words, said.amount)
    saved = offer.price_before - offer.price
    real = saved if in_money else 100 * saved / offer.price_before
    slack = 0 if in_money else ROUNDING
    if real < said.amount.value - slack or (plain and real > said.amount.value + slack):
        if plain and any(abs(one - real) <= slack for one in said.letter.sums(said.language)):
            return unsupported(said, value=value)  # one of several discounts
        shade: Shade = "money" if in_money else "percent"
        return contradicted(said, Value(said.amount.value, shade), Value(round(real, 1), shade), value=value)
    if plain and offer.price_before_since is None:
        return supported(said, value=value)
    return _charged_long_enough(said, known, value)


def rise(said: Said, known: Knowledge) -> Verdict:
    """That the price will go up: it does when the price after is higher, by the sum and at the time that are named."""
    offer = known.facts.offer
    if offer.ends_at == NEVER:
        return contradicted(said, None, None, say="never-ends", fact="offer.ends_at")
    if offer.price_after is None:
        return unsupported(said)
    if offer.price is not None and offer.price_after <= offer.price:
        return contradicted(said, Value(offer.price, "money"), Value(offer.price_after, "money"), say="not-dearer")
    phrase = phrase_at(said, known)
    end = offer.ends_at
    if phrase is not None and phrase.windows and end is not None and end != NEVER:
        assert not isinstance(end, str)
        if not any(agrees(window, end, known) for window in phrase.windows):
            return contradicted(said, Value(phrase.windows), Value(end), fact="offer.ends_at")
    if offer.price is None:
        return unsupported(said, value=offer.price_after, fact="offer.price")
    return supported(said, value=offer.price_after)


def price(said: Said, known: Knowledge) -> Verdict:
    """The price itself: one of those that the facts know."""
    offer, subscription = known.facts.offer, known.facts.subscription
    amount = said.amount
    if amount is None or offer.price is None:
        return unsupported(said, value=amount.value if amount else None)
    others = (offer.price_before, offer.price_after, offer.fee, subscription.price)
    if amount.value in (offer.price, *others):
        return supported(said, value=amount.value)
    if offer.price in said.letter.sums(said.language):  # one of several prices
        return unsupported(said, value=amount.value)
    return contradicted(said, Value(amount.value, "money"), Value(offer.price, "money"), value=amount.value)


def free(said: Said, known: Knowledge) -> Verdict:
    """That something is free: not when a fee is charged that the letter does not name."""
    fee = known.facts.offer.fee
    if fee is None:
        return unsupported(said, value=0)
    if not fee:
        return supported(said, value=0)
    if fee in said.letter.sums(said.language):
        return supported(said, value=0)
    return contradicted(said, None, Value(fee, "money"), say="fee", value=0)


def renewal(said: Said, known: Knowledge) -> Verdict:
    """What a subscription costs when it goes on. Facts do not tell the reader: a sum that the letter leaves out
    stays a finding."""
    sum_known = known.facts.subscription.price
    amount = said.amount
    if amount is not None and said.name != "trial":
        if sum_known is None:
            return unsupported(said, value=amount.value)
        if amount.value == sum_known:
            return supported(said, value=amount.value)
        return contradicted(said, Value(amount.value, "money"), Value(sum_known, "money"), value=amount.value)
    if sum_known is None:
        return unsupported(said)
    return unsupported(said, value=sum_known, say="write-it", known=Value(sum_known, "money"))


def cancellation(said: Said, known: Knowledge) -> Verdict:
    """How a subscription ends: 'in one click' is not a telephone call."""
    route = known.facts.subscription.cancel
    if route is None:
        return unsupported(said)
    if _BY_HAND.search(route) and not _ONE_STEP.search(route):
        return contradicted(said, None, Value(route), say="route", value=route)
    return supported(said, value=route)


def _charged_long_enough(said: Said, known: Knowledge, value: float | None) -> Verdict:
    offer = known.facts.offer
    if offer.price_before_since is None:
        return unsupported(said, value=value, fact="offer.price_before_since")
    if known.now is None:
        return unsupported(said, value=value, fact="now")
    charged_until = known.now
    if offer.price_before_until is not None:
        charged_until = min(charged_until, known.moment(offer.price_before_until, last=True))
    first = max(known.moment(offer.price_before_since), known.now - PERIOD)
    days = max(0, _days_between(first, charged_until))
    if days < LEAST_DAYS:
        return contradicted(
            said, None, Value(days, "days"), say="too-short", value=value, fact="offer.price_before_since"
        )
    return supported(said, value=value)


def _days_between(first: datetime, last: datetime) -> int:
    return (last - first).days


def _sum(captured: str | None, said: Said) -> Amount | None:
    found = amounts(captured, said.language) if captured else []
    return found[0] if found else None


def _is_money(words: str, amount: Amount) -> bool:
    return bool(_MONEY_AFTER.match(words[amount.span.end :]) or _MONEY_BEFORE.search(words[: amount.span.start]))
