"""Claims: what a letter says that facts can bear out or contradict, and what that makes of a match.

A match of a rule with `evidence: claim` is one claim. Supported, it is no finding; contradicted, it is an error that
states both values; unsupported, it stays the rule's warning and names the fact that would settle it. A rule whose claim
is `stated: true` describes honest words (a named day, a plain count): they become a finding only when they are
contradicted, or when they can be read in two ways and only one is true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tonelint.judging import counting, deadlines, prices, proofs
from tonelint.judging.findings import as_read
from tonelint.judging.judged import Judged
from tonelint.judging.knowledge import Knowledge
from tonelint.judging.verdicts import Said, Verdict
from tonelint.judging.whole import Whole
from tonelint.language.lazy_pattern import lazy
from tonelint.language.numbers import Amount, amounts
from tonelint.matching.finder import Match
from tonelint.matching.overlaps import Overlaps
from tonelint.model import Claim, Document, Span
from tonelint.ruleset.compiled import RuleInfo

Judge = Callable[[Said, Knowledge], Verdict]

KINDS: Mapping[str, Judge] = {
    "stock": counting.stock,
    "capacity": counting.capacity,
    "customers": proofs.counted_or_proved,
    "viewers": counting.at_least,
    "carts": counting.at_least,
    "sales": counting.sales,
    "last-sale": counting.last_sale,
    "rating": counting.rating,
    "deadline": deadlines.deadline,
    "countdown": deadlines.deadline,
    "expiry": deadlines.deadline,
    "hold": deadlines.deadline,
    "weekday": deadlines.weekday,
    "closing": deadlines.closing,
    "price-rise": prices.rise,
    "reference-price": prices.former_price,
    "discount": prices.discount,
    "price": prices.price,
    "free": prices.free,
    "renewal": prices.renewal,
    "cancellation": prices.cancellation,
    "repeat": proofs.repeated,
    "thread": proofs.thread,
    "ranking": proofs.proof,
    "comparison": proofs.proof,
    "study": proofs.proof,
    "survey": proofs.proof,
    "endorsement": proofs.proof,
    "press": proofs.proof,
    "testimonial": proofs.proof,
    "demand": proofs.proof,
    "crowd": proofs.proof,
    "prize": proofs.proof,
}
"""Every kind of claim that a rule may name under `claim: {kind: ...}`, and who judges it; other kinds need a proof."""

_COUNTED_ANYWHERE = frozenset(("customers", "viewers", "carts", "sales", "rating"))
_LAST_ONE = lazy(r"\bпоследн(?:ий|яя|ее|юю)\b|\blast (?:one|1)\b")


def judged(match: Match, letter: Whole, info: RuleInfo, known: Knowledge) -> Judged:
    """`match` held against what is known."""
    if info.evidence != "claim":
        return Judged(match)
    verdict = KINDS.get(str(info.claim.get("kind")), proofs.proof)(said_at(match, letter, info), known)
    flagged = verdict.status != "supported"
    if info.claim.get("stated"):
        flagged = verdict.status == "contradicted" or verdict.say == "ambiguous"
    return Judged(match, flagged, verdict, _claim(match, letter.document, info, verdict))


def without_echoes(all_judged: Iterable[Judged], infos: Mapping[str, RuleInfo]) -> list[Judged]:
    """The same, without plain statements that stand inside the words of another claim about the same fact."""
    everything = list(all_judged)
    strong = Overlaps[Judged]()
    for one in everything:
        if one.verdict and not infos[one.match.rule].claim.get("stated"):
            strong.add(one.match.segment, one.match.span, one)

    def echoes(one: Judged) -> bool:
        claim = infos[one.match.rule].claim
        if one.verdict is None or not claim.get("stated"):
            return False
        return any(
            other.match.span.start < one.match.span.end
            and one.match.span.start < other.match.span.end
            and infos[other.match.rule].claim.get("fact") == claim.get("fact")
            for other in strong.near(one.match.segment, one.match.span)
        )

    return [one for one in everything if not echoes(one)]


def said_at(match: Match, letter: Whole, info: RuleInfo) -> Said:
    """What the letter says at a match, ready to be held against facts."""
    segment = letter.document.segments[match.segment]
    words = segment.text[match.span.start : match.span.end]
    captures = {name: capture.text for name, capture in match.captures.items()}
    kind = str(info.claim.get("kind", ""))
    around = Span(min(match.sentence.start, match.span.start), max(match.sentence.end, match.span.end))
    return Said(
        words=words,
        sentence=segment.text[around.start : around.end],
        paragraph=segment.text,
        letter=letter,
        start=match.span.start - around.start,
        language=match.language,
        rule=match.rule,
        kind=kind,
        fact=str(info.claim.get("fact", "")),
        amount=_amount(match, words, kind, info),
        unit=captures.get(str(info.claim.get("unit", "")), ""),
        captures=captures,
        name=match.name,
    )


def _amount(match: Match, words: str, kind: str, info: RuleInfo) -> Amount | None:
    """The number that is claimed: the captured one, with the words around it that say 'more than' or 'about'."""
    found = amounts(words, match.language)
    capture = match.captures.get(str(info.claim.get("value", "")))
    if capture is not None:
        start = capture.span.start - match.span.start
        return next((one for one in found if one.span.end > start), None)
    if kind in _COUNTED_ANYWHERE and found:
        return found[0]
    last = _LAST_ONE.search(words.lower()) if kind == "stock" else None
    return Amount(1, "exactly", Span(*last.span())) if last else None


def _claim(match: Match, document: Document, info: RuleInfo, verdict: Verdict) -> Claim:
    segment = document.segments[match.segment]
    part = document.parts[segment.part]
    place = match.place(document)
    line, column = part.place(place.start)
    return Claim(
        kind=str(info.claim.get("kind", "")),
        value=verdict.value,
        unit=verdict.unit,
        words=as_read(document, segment, match.span),
        start=place.start,
        end=place.end,
        status=verdict.status,
        fact=verdict.fact,
        line=line,
        column=column,
        part=part.path,
        rule=match.rule,
    )
