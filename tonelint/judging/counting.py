"""Claims that count: what is left, how many customers, viewers, buyers, what rating."""

from __future__ import annotations

import re
from datetime import timedelta

from tonelint.judging.facts import StockItem
from tonelint.judging.knowledge import Knowledge
from tonelint.judging.verdicts import Said, Value, Verdict, contradicted, iso, supported, unsupported
from tonelint.language.lazy_pattern import lazy
from tonelint.language.numbers import Amount, amounts
from tonelint.language.stems import same_noun

FEW = 10
"""'Almost gone' is true of so many pieces or fewer, or of a tenth of the stock."""
MANY = 30
"""'Almost gone' is untrue of more than so many pieces, unless they are a tenth of the stock."""
_HOUR = lazy(r"\b(?:час(?:а|ов|у)?|минут\w*|hours?|minutes?|мин)\b")
_DAY = lazy(r"\b(?:сут\w+|день|дня|сегодня|24\s*час\w*|24\s*hours?|day|today)\b")
_LONGER = lazy(r"\b(?:недел\w+|месяц\w*|год\w*|week|month|year)\w*\b")
_UNCOUNTED = frozenset(["штука", "экземпляр", "единица", "позиция", "товар", "item", "unit", "piece", "copy", "left"])


def stock(said: Said, known: Knowledge) -> Verdict:
    """How many are left: a number is held against the stock, 'almost gone' against a tenth of it or `FEW` pieces."""
    left, total, path = _stock_of(said, known)
    amount = said.amount
    if left is None:
        return unsupported(said, value=amount.value if amount else None, fact=path)
    if amount is None:
        return _few(said, left, total, path)
    if _is_percent(said, amount):
        if not total:
            return unsupported(said, value=amount.value, fact="stock.total")
        share = round(100 * left / total, 1)
        return _compared(said, amount, share, path, slack=1, shade="percent")
    return _compared(said, amount, left, path)


def capacity(said: Said, known: Knowledge) -> Verdict:
    """How many there are in all; a crowd of chosen ones without a number cannot be checked."""
    total = known.facts.stock.total
    if said.amount is None or total is None:
        return unsupported(said, value=said.amount.value if said.amount else None)
    return _compared(said, said.amount, total, said.fact)


def at_least(said: Said, known: Knowledge) -> Verdict:
    """A crowd: true when at least as many were counted."""
    return _held(said, known, said.fact)


def rating(said: Said, known: Knowledge) -> Verdict:
    """A rating, and the number of reviews when the sentence names that too."""
    score, reviews = known.facts.counts.rating, known.facts.counts.reviews
    counted = next((one for one in amounts(said.sentence, said.language) if _names_reviews(said.sentence, one)), None)
    if counted is not None and reviews is not None and not _reaches(counted, reviews):
        return contradicted(said, Value(counted.value), Value(reviews), value=counted.value, fact="counts.reviews")
    if said.amount is None or score is None:
        return unsupported(said, value=said.amount.value if said.amount else None)
    if said.amount.value <= score + 0.05 and (said.amount.bound == "more" or said.amount.value >= score - 0.5):
        return supported(said, value=said.amount.value)
    return contradicted(said, Value(said.amount.value), Value(score), value=said.amount.value)


def sales(said: Said, known: Knowledge) -> Verdict:
    """Purchases in a period: a day's are known as `buyers_24h`, those of an hour cannot be more, a week's cannot be
    fewer."""
    amount, day = said.amount, known.facts.counts.buyers_24h
    around = said.sentence.lower()
    if amount is None:
        return unsupported(said)
    if _LONGER.search(around):
        if day is not None and _reaches(amount, day):
            return supported(said, value=amount.value)
        return _held(said, known, "counts.sold")
    if _DAY.search(around):
        return _held(said, known, "counts.buyers_24h")
    if _HOUR.search(around):
        if day is not None and not _reaches(amount, day):
            return contradicted(said, Value(amount.value), Value(day), value=amount.value, fact="counts.buyers_24h")
        return unsupported(said, value=amount.value, fact="counts.buyers_24h")
    return _held(
        said, known, "counts.sold" if known.facts.counts.sold is not None or day is None else "counts.buyers_24h"
    )


def last_sale(said: Said, known: Knowledge) -> Verdict:
    """'Somebody just bought it': true within a day of the last sale."""
    last = known.facts.counts.last_sale_at
    if last is None or known.now is None:
        return unsupported(said, fact="now" if last is not None else "")
    since = known.now - known.moment(last, last=True)
    if since <= timedelta(days=1):
        return supported(said, value=iso(known.moment(last)))
    return contradicted(said, None, Value(last), say="long-ago", value=iso(known.moment(last)))


def _held(said: Said, known: Knowledge, path: str) -> Verdict:
    counted = getattr(known.facts.counts, path.rpartition(".")[2])
    if said.amount is None or counted is None:
        return unsupported(said, value=said.amount.value if said.amount else None, fact=path)
    if _reaches(said.amount, counted):
        return supported(said, value=said.amount.value, fact=path)
    return contradicted(said, Value(said.amount.value), Value(counted), value=said.amount.value, fact=path)


def _reaches(amount: Amount, counted: float) -> bool:
    """Whether a crowd of `counted` bears out the claim: an understatement is no fault."""
    if amount.bound == "less":
        return counted <= amount.value
    return counted >= amount.value * (0.9 if amount.bound == "about" else 1)


def _compared(
    said: Said, amount: Amount, counted: float, path: str, *, slack: float = 0, shade: str = "plain"
) -> Verdict:
    holds = {
        "exactly": abs(counted - amount.value) <= slack,
        "more": counted >= amount.value,
        "less": counted <= amount.value,
        "about": abs(counted - amount.value) <= max(1, amount.value / 10),
    }[amount.bound]
    if holds:
        return supported(said, value=amount.value, fact=path)
    as_said: Value = Value(amount.value, "percent" if shade == "percent" else "plain")
    return contradicted(
        said, as_said, Value(counted, "percent" if shade == "percent" else "plain"), value=amount.value, fact=path
    )


def _few(said: Said, left: int, total: int | None, path: str) -> Verdict:
    tenth = total is not None and left * 10 <= total
    if left and (left <= FEW or tenth):
        return supported(said, value=left, fact=path)
    if left > MANY or not left:
        return contradicted(said, None, Value(left), say="not-few" if left else "none-left", value=left, fact=path)
    return unsupported(said, value=left, fact=path, say="between", known=Value(left))


def _stock_of(said: Said, known: Knowledge) -> tuple[int | None, int | None, str]:
    """What is left of what the words are about, of how many, and where the facts say so."""
    stock = known.facts.stock
    named = [item for item in stock.items if said.letter.names(item.name, said.sentence)]
    named = named or [item for item in stock.items if said.letter.names(item.name, said.paragraph)]
    named = named or (
        [stock.items[0]] if len(stock.items) == 1 and stock.left is None and _about(stock.items[0], said) else []
    )
    if len(named) == 1:
        return named[0].left, named[0].total, "stock.items"
    if stock.left is None or (len(named) > 1):
        return None, None, "stock.items" if stock.items else "stock.left"
    counted = said.unit
    if stock.unit and counted and not _comparable(stock.unit, counted, said):
        return None, None, "stock.items"
    return stock.left, stock.total, "stock.left"


def _about(item: StockItem, said: Said) -> bool:
    return said.letter.names(item.name)


def _comparable(unit: str, counted: str, said: Said) -> bool:
    words = counted.lower().split()
    cyrillic = bool(re.search("[а-яё]", unit.lower())) == (said.language == "ru")
    if not cyrillic or any(same_noun(word, plain, said.language) for word in words[-1:] for plain in _UNCOUNTED):
        return True
    return same_noun(unit.lower().split()[-1], words[-1], said.language)


def _is_percent(said: Said, amount: Amount) -> bool:
    after = said.words[amount.span.end :].lstrip()
    return after.startswith(("%", "процент", "percent", "per cent"))


def _names_reviews(sentence: str, amount: Amount) -> bool:
    after = sentence[amount.span.end : amount.span.end + 24].lower()
    return bool(re.match(r"\W*(?:\w+\s+)?(?:отзыв|оцен|review|rating)", after))
