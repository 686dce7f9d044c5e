"""Claims that only a source can bear out: a rank, a study, a survey, an endorsement, the press; and answers to a
thread."""

from __future__ import annotations

from tonelint.judging.knowledge import Knowledge
from tonelint.judging.verdicts import Said, Verdict, contradicted, supported, unsupported
from tonelint.language.numbers import amounts
from tonelint.language.stems import share_found

ENOUGH = 0.6
"""The share of a proof's words that the sentence has to hold for the proof to be about it."""


def proof(said: Said, known: Knowledge) -> Verdict:
    """A claim with an entry in `proof`: one that says the same, or is named after the kind of the claim."""
    for entry in known.facts.proof:
        if entry.claim.casefold() == said.kind:
            return supported(said, value=entry.source)
        stated = {one.value for one in amounts(entry.claim, said.language)}
        claimed = {one.value for one in amounts(said.words, said.language)}
        if stated and claimed and stated.isdisjoint(claimed):
            continue
        if share_found(entry.claim, said.sentence) >= ENOUGH or share_found(said.words, entry.claim) >= ENOUGH:
            return supported(said, value=entry.source)
    return unsupported(said, value=said.amount.value if said.amount else None)


def counted_or_proved(said: Said, known: Knowledge) -> Verdict:
    """A crowd: with a number it is held against the number of customers, without one it needs a proof."""
    from tonelint.judging.counting import at_least

    proved = proof(said, known)
    if proved.status == "supported" or said.amount is None:
        return proved if proved.status == "supported" else unsupported(said, fact="proof")
    return at_least(said, known)


def repeated(said: Said, known: Knowledge) -> Verdict:
    """'Never again': untrue of an offer that comes back."""
    repeats = known.facts.offer.repeats
    if repeats is None:
        return unsupported(said)
    return contradicted(said, None, None, say="repeats") if repeats else supported(said)


def thread(said: Said, known: Knowledge) -> Verdict:
    """A letter that calls itself an answer: it is one when the message that it answers is known."""
    answered = known.facts.thread.in_reply_to
    return supported(said, value=answered) if answered else unsupported(said)
