"""The guards that a rule may name under `requires` and `unless`, each with the question that it answers.

The answers are given in `tonelint.matching.guards`; a test holds the two lists together.
"""

from __future__ import annotations

GUARD_NAMES: dict[str, str] = {
    "mentioned": "Are the words quoted, named, listed as an example or code, not used on the reader? On by default.",
    "quoted": "Do the words stand inside quotation marks that do not enclose the whole segment?",
    "negated": "Does a negation stand within three words before the match?",
    "dated": "Does the sentence name a date, a weekday or a clock time that can be checked?",
    "dated-nearby": "Does the sentence, the one before or the one after it name such a date?",
    "legal": "Is the paragraph written in the language of contracts and laws?",
    "safety": "Is the paragraph about a hazard to life, health or property?",
    "security": "Is the paragraph about signing in, passwords, codes or strange devices?",
    "news": "Does the sentence report what somebody else said or did?",
    "narrative": "Is the sentence told in the past or the third person, or a line of dialogue?",
    "technical": "Does the paragraph speak of programs: identifiers, parameters, functions, logs?",
    "admin": "Does the paragraph speak to the sender about campaigns, segments, subscribers or settings?",
    "requested": "Did the reader ask for what the sentence speaks of?",
    "escape": "Does the paragraph say that nothing has to be done, or that leaving takes one step?",
    "transactional": "Does the paragraph speak of the reader's own order, booking, payment or document?",
    "conditional": "Does an 'if' open the clause of the match?",
    "question": "Does the sentence end in a question mark?",
    "exclaims": "Does the sentence end in an exclamation mark?",
    "unpunctuated": "Does the sentence end without a mark, as labels and widgets do?",
    "second-person": "Does the sentence speak to the reader?",
    "first-person-plural": "Does the sentence speak as 'we'?",
    "first-person": "Does the sentence speak as 'I'?",
    "commercial": "Does the document sell something: prices, discounts, calls to buy or subscribe?",
    "commercial-sentence": "Does the sentence itself speak of prices, discounts, offers or buying?",
    "bulk": "Does the document look like a mailing: merge tags, an unsubscribe line, list headers?",
    "correspondence": "Is the document a letter between people, which answers or quotes one?",
    "short": "Has the segment at most eight words?",
    "interactive": "Is the segment a button, a link, a label or a checkbox?",
    "refusal": "Is the segment a control, or a short line that opens by saying no?",
    "shouting": "Is the matched text mostly in capitals?",
    "price-falls": "Is the first sum of the match greater than the last one?",
    "minus": "Does a minus sign stand right before the match?",
    "sentence-start": "Does the match open its sentence?",
    "segment-start": "Does the match open its segment?",
}
