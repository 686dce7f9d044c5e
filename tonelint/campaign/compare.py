"""Letters held against each other: too many in a week, a second 'last chance', a deadline that moved, a no unheard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tonelint.campaign.findings import finding
from tonelint.campaign.letters import Trouble
from tonelint.campaign.model import Letter, Series, SeriesLetter
from tonelint.campaign.told import Told, refusal_in_own_words, told
from tonelint.matching.ends import SAME_CAMPAIGN, Place, said_before, same_offer
from tonelint.model import Finding

if TYPE_CHECKING:
    from tonelint.checker import Checker

WEEK = timedelta(days=7)
Caused = tuple[str, Place, Mapping[str, str | date]]
"""A rule, the place that it marks, and the words that its message is filled with."""


def compared(letters: Sequence[Letter], troubles: Sequence[Trouble], checker: Checker, max_per_week: int) -> Series:
    """The series of `letters`, which are in order."""
    readers = _readers(letters)
    known = [told(letter, checker.ruleset) for letter in letters]
    counted = [one for one in known if one.letter.sender not in readers and not _answers_reader(one, letters, readers)]
    refused = None
    made: list[SeriesLetter] = []
    earlier: list[Told] = []
    busiest = 0
    for one in known:
        letter, from_reader = one.letter, one.letter.sender in readers
        report = checker.measure(letter.document)
        causes: list[Caused] = []
        refuses = from_reader and refusal_in_own_words(letter)
        if not from_reader:
            week = [o for o in counted if letter.sent_at - WEEK < o.letter.sent_at <= letter.sent_at]
            in_week = sum((o.letter.sent_at, o.letter.name) <= (letter.sent_at, letter.name) for o in week)
            if one in counted:
                busiest = max(busiest, in_week)
                if in_week > max_per_week:
                    causes.append(("cadence/too-often", one.opening, {"count": str(in_week), "cap": str(max_per_week)}))
            causes += _last_again(one, earlier)
            causes += _moved(one, earlier)
            causes += _after_goodbye(one, earlier)
            if (refused is not None or one.refuses) and one.sells and not one.farewell:
                day = (refused or letter).sent_at.date()
                causes.append(("cadence/after-refusal", one.opening, {"day": day}))
            earlier.append(one)
        if (refuses or one.refuses) and refused is None:
            refused = letter
        made.append(_placed(one, report, causes, checker, from_reader=from_reader, refuses=refuses or one.refuses))
    return Series(tuple(made), max_per_week, busiest, tuple(troubles))


def _readers(letters: Sequence[Letter]) -> frozenset[str]:
    """The senders who are not the one who writes most; letters without a sender are the campaign's."""
    senders = Counter(letter.sender for letter in letters if letter.sender)
    if len(senders) < 2:
        return frozenset()
    domains = Counter(sender.rpartition("@")[2] for sender in senders.elements())
    main = domains.most_common(1)[0][0]
    return frozenset(sender for sender in senders if sender.rpartition("@")[2] != main)


def _answers_reader(one: Told, letters: Sequence[Letter], readers: frozenset[str]) -> bool:
    """Whether a letter answers one that the reader wrote: the reader asked for it."""
    written = {letter.message_id for letter in letters if letter.sender in readers and letter.message_id}
    return bool(one.letter.answers) and one.letter.answers in written


def _last_again(one: Told, earlier: Sequence[Told]) -> Iterator[Caused]:
    """A 'last chance' after another one, unless both name the same day."""
    before = said_before(one.ends, [other.ends for other in earlier])
    if before:
        yield "cadence/last-again", one.ends.last[0], {"count": str(len(before) + 1), "day": before[-1].at.date()}


def _moved(one: Told, earlier: Sequence[Told]) -> Iterator[Caused]:
    """A deadline later than the one an earlier letter named for the same offer."""
    if not one.ends.deadlines:
        return
    new, place = max(one.ends.deadlines, key=lambda pair: pair[0])
    for other in reversed(earlier):
        if (
            not other.ends.deadlines
            or one.letter.sent_at - other.letter.sent_at > SAME_CAMPAIGN
            or not same_offer(one.ends, other.ends)
        ):
            continue
        old = max(day for day, _ in other.ends.deadlines)
        if new > old:
            rule = "cadence/deadline-moved-openly" if one.extended else "cadence/deadline-moved"
            yield rule, place, {"old": old, "new": new}
        return


def _after_goodbye(one: Told, earlier: Sequence[Told]) -> Iterator[Caused]:
    """A letter that sells after one that said it was the last."""
    said = [other for other in earlier if other.goodbye]
    if said and one.sells and not one.farewell:
        yield "cadence/after-goodbye", one.opening, {"day": _day(said[-1])}


def _day(one: Told) -> date:
    return one.letter.sent_at.date()


def _placed(
    one: Told,
    measures: Mapping[str, object],
    causes: Sequence[Caused],
    checker: Checker,
    *,
    from_reader: bool,
    refuses: bool,
) -> SeriesLetter:
    letter, document = one.letter, one.letter.document
    pressure = measures["pressure_density"]
    assert isinstance(pressure, dict)
    findings: list[Finding] = [
        finding(rule, place, document, one.language, checker.language, words) for rule, place, words in causes
    ]
    said = tuple(document.segments[index].text[span.start : span.end] for index, span in one.ends.last)
    return SeriesLetter(
        letter.name, letter.sent_at, letter.subject, int(str(measures["words"])),
        0.0 if from_reader else float(pressure["value"] or 0.0),
        tuple(sorted({day for day, _ in one.ends.deadlines})), said, from_reader, refuses, tuple(findings),
    )  # fmt: skip
