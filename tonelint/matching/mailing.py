"""Whether a document is a letter that advertises, and whether it went to a list: for the checks of its structure."""

from __future__ import annotations

from tonelint.language.tokens import TAG
from tonelint.matching import classes
from tonelint.matching.context import Context
from tonelint.model import Language

_CAMPAIGN_HEADERS = frozenset(
    (
        "list-unsubscribe",
        "list-unsubscribe-post",
        "list-id",
        "feedback-id",
        "x-campaign",
        "x-campaign-id",
        "x-campaignid",
        "x-mc-user",
        "x-mailgun-tag",
        "x-sg-eid",
        "x-report-abuse",
        "x-csa-complaints",
    )
)
"""Headers that mailing services add and people do not."""


def answers_a_letter(context: Context) -> bool:
    """The letter belongs to a conversation."""
    headers = {name.lower() for name in context.document.headers}
    return not headers.isdisjoint(("in-reply-to", "references"))


def was_sent_to_a_list(context: Context) -> bool:
    """The headers or merge tags of the letter show a mailing service."""
    headers = {name.lower(): str(value).lower() for name, value in context.document.headers.items()}
    return (
        not headers.keys().isdisjoint(_CAMPAIGN_HEADERS)
        or headers.get("precedence", "") in ("bulk", "list")
        or any(TAG in segment.text for segment in context.document.segments)
    )


def is_discussion(context: Context) -> bool:
    """The letter went over a list on which people answer each other."""
    headers = {name.lower() for name in context.document.headers}
    return not headers.isdisjoint(("list-post", "list-archive", "mailing-list", "x-mailman-version"))


def promotes(context: Context) -> int:
    """How many different words of promotion the copy holds: discount, sale, coupon; none in letters about safety.

    A subject about the reader's own order, booking or payment outweighs a single such word.
    """
    found = 0
    for language in context.languages:
        found += len(classes.lexicon_words(context.ruleset, language)("promo-words") & context.words)
        if found and _opens_with(context, language, "security"):
            return 0
        if found == 1 and _opens_with(context, language, "transactional"):
            found = 0
    return found


def _opens_with(context: Context, language: Language, lexicon: str) -> bool:
    """Whether a subject or heading holds an entry of a lexicon."""
    if lexicon not in context.ruleset.lexicon_names(language):
        return False
    return any(
        context.engine(language).holds(("lex", lexicon), paragraph.whole.tokens)
        for paragraph in context.paragraphs
        if paragraph.segment.role in ("subject", "heading")
    )


def speaks_of_own_dealings(context: Context, language: Language) -> bool:
    """The letter is about the reader's own order, booking or payment, and has no unsubscribe line, as mailings have."""
    dealings = classes.lexicon_words(context.ruleset, language)("transactional")
    return not dealings.isdisjoint(context.words) and not any(
        s.role == "unsubscribe" for s in context.document.segments
    )
