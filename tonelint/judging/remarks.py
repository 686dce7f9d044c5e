"""What is said about the writer's own comments: needed no more, not understood, or without a reason.

A comment that silences nothing can be taken away by `tonelint fix`, with its line when nothing else is on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tonelint.config import MessageLanguage
from tonelint.config.spelling import did_you_mean
from tonelint.judging.comments import VERBS, Comment, renamed
from tonelint.judging.suppressions import Silenced, Suppression
from tonelint.model import CATEGORIES, Document, Finding, Rewrite, Severity
from tonelint.sentences import told

UNUSED = "internal/unused-suppression"
UNKNOWN = "internal/unknown-suppression"
UNEXPLAINED = "internal/unexplained-suppression"
REMARKS: Mapping[str, Severity] = {UNUSED: "advice", UNKNOWN: "warning", UNEXPLAINED: "warning"}
"""Every remark and what it costs."""
OWN_NAMES = ("internal", "internal/second-opinion", *REMARKS)
"""Names that a comment may hold although no rule file has them."""

_MESSAGES = {
    UNUSED: (
        "This comment silences nothing here any more: {names}.",
        "Эта пометка больше ничего здесь не отключает: {names}.",
    ),
    "verb": (
        "This comment is addressed to tonelint, but '{verb}' is not something it knows{hint}.",
        "Пометка обращена к tonelint, но слова «{verb}» он не знает{hint}.",
    ),
    "names": (
        "This comment does not say which rules it means; name them in brackets, such as ignore[scarcity/stock-left].",
        "В пометке не сказано, о каких правилах речь; назовите их в скобках, например ignore[scarcity/stock-left].",
    ),
    UNKNOWN: (
        "There is no rule or category '{name}'{hint}.",
        "Нет правила или категории «{name}»{hint}.",
    ),
    UNEXPLAINED: (
        "This comment silences {names} without saying why; a few words behind the brackets are enough.",
        "Пометка отключает {names} и не говорит почему; хватит нескольких слов после скобок.",
    ),
}
_WHYS = {
    UNUSED: (
        "A comment that nobody needs hides the next finding that turns up in its place.",
        "Ненужная пометка спрячет следующее замечание, которое появится на этом месте.",
    ),
    UNKNOWN: (
        "What a comment does not name exactly is not silenced.",
        "Что в пометке не названо точно, то не отключено.",
    ),
    UNEXPLAINED: (
        "In a year only the reason will tell whether the comment is still right.",
        "Через год только по причине будет видно, верна ли ещё пометка.",
    ),
}


def remarks(
    read: Silenced,
    document: Document,
    lang: MessageLanguage,
    *,
    known: frozenset[str],
    in_force: frozenset[str],
    require_reason: bool = False,
) -> Iterator[Finding]:
    """The remarks on the comments of one document.

    Args:
        known: every rule and category there is.
        in_force: the names that would have been found if they were there: only those can be called unused.
    """
    for part, comment in read.strange:
        hint = did_you_mean(comment.verb, VERBS) if comment.problem == "verb" else ""
        yield _remark(
            UNKNOWN, document, part, comment, lang, key=comment.problem, verb=comment.verb, hint=_said(hint, lang)
        )
    for one in read.suppressions:
        for name in one.comment.names:
            if name not in known:
                hint = did_you_mean(name, [*CATEGORIES, *sorted(known)])
                yield _remark(UNKNOWN, document, one.part, one.comment, lang, name=name, hint=_said(hint, lang))
        unused = tuple(name for name in one.unused if name in in_force)
        if unused:
            rewrites = _without(unused, one, document)
            names = ", ".join(unused)
            yield _remark(UNUSED, document, one.part, one.comment, lang, rewrites=rewrites, names=names)
        if require_reason and not one.comment.reason and any(name in known for name in one.comment.names):
            yield _remark(UNEXPLAINED, document, one.part, one.comment, lang, names=", ".join(one.comment.names))


def _said(hint: str, lang: MessageLanguage) -> str:
    """`; did you mean 'x'` as the sentence before it wants it."""
    return told(hint, lang).rstrip("?")


def _remark(
    rule: str,
    document: Document,
    number: int,
    comment: Comment,
    lang: MessageLanguage,
    *,
    key: str = "",
    rewrites: tuple[Rewrite, ...] = (),
    **values: str,
) -> Finding:
    part = document.parts[number]
    line, column = part.place(comment.start)
    end_line, end_column = part.place(comment.end)
    russian = lang == "ru"
    return Finding(
        rule=rule, category="internal", severity=REMARKS[rule], confidence="high", evidence="text",
        message=_MESSAGES[key or rule][russian].format(**values), why=_WHYS[rule][russian],
        start=comment.start, end=comment.end, line=line, column=column, end_line=end_line, end_column=end_column,
        excerpt=" ".join(part.text[comment.start : comment.end].split()), role="code", language="und",
        rewrites=rewrites, part=part.path,
    )  # fmt: skip


def _without(unused: tuple[str, ...], one: Suppression, document: Document) -> tuple[Rewrite, ...]:
    """The rewrite that takes the unused names out, and the whole comment when no other name is left."""
    if one.comment.verb in ("front-matter", "ignore-start"):
        return ()
    text, start, end = document.parts[one.part].text, one.comment.start, one.comment.end
    rest = tuple(name for name in one.comment.names if name not in unused)
    if rest:
        return (Rewrite(renamed(text[start:end], rest), "safe", start, end),)
    lead = re.compile(r"[ \t]*\Z").search(text, text.rfind("\n", 0, start) + 1, start)
    left = lead.start() if lead else start
    line_end = re.compile(r"[ \t]*(?:\r?\n|\Z)").match(text, end)
    if line_end and left == text.rfind("\n", 0, start) + 1:
        return (Rewrite("", "safe", left, line_end.end()),)
    return (Rewrite("", "safe", left if line_end else start, end),)
