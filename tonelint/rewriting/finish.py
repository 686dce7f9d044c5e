"""Putting a new text in the place of an old one so that the sentence reads right: capitals, commas, final marks, emoji.

Works on the text of one segment. `Change` says which stretch of it goes and what stands there instead; what is not in
the stretch is not touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tonelint.model import TAG_FILLER, Language, Role, Span
from tonelint.rewriting import punctuation as marks

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BESIDE = 80
"""Code points on either side in which what stands beside a change is looked for."""
_ALARM_AT_END = re.compile(rf"{marks.ALARM.pattern}\s*$")
_ALARM_AT_START = re.compile(rf"\s*{marks.ALARM.pattern}")
_EMPTY_PAIR = re.compile(r"[(\[«„“\"]\s*$")
_VOCATIVE = re.compile(rf"(?P<who>{TAG_FILLER}+|[А-ЯЁ][а-яё]+)(?P<mark>[,!])\s+")
_CONJUNCTION_END = {
    "ru": re.compile(r"(?:^|[\s,])(?:и|а|но|или|да|поэтому|так что|чтобы|пока|ведь|потому что|то)\s*$", re.IGNORECASE),
    "en": re.compile(r"(?:^|[\s,])(?:and|but|or|so|because|while|before|then|to)\s*$", re.IGNORECASE),
}
_CONJUNCTION_START = {
    "ru": re.compile(r"(?:и|а|но|или|да|поэтому|так что|ведь|потому что|то|же)\s+", re.IGNORECASE),
    "en": re.compile(r"(?:and|but|or|so|because|then)\s+", re.IGNORECASE),
}
_SUBORDINATE = re.compile(
    r"(?:пока|если|чтобы|когда|иначе|а то|ведь|потому что|так как|прежде чем|до того как|поскольку)\s", re.IGNORECASE
)
_ENCLITIC = re.compile(r"^(?:же|ли|бы|б|ка)\s+", re.IGNORECASE)
"""Particles that lean on the word before them and cannot stand without it."""
_PREPOSITION = re.compile(
    r"(?:в|во|на|с|со|по|за|для|до|от|из|к|ко|о|об|у|при|через|без|in|on|at|for|with|by|to|from|of|until)\s",
    re.IGNORECASE,
)
_INTENSIFIER = re.compile(
    r"(?:^|\s)(?:truly|really|absolutely|totally|utterly|по-настоящему|поистине|действительно|совершенно|абсолютно)$",
    re.IGNORECASE,
)
"""What an adjective leaves behind when it is taken out: «поистине [[революционная]] швабра»."""
_HOLLOW = frozenset((
    "и", "а", "но", "или", "да", "же", "ведь", "только", "всего", "лишь", "уже", "ещё", "еще", "вот", "ну",
    "так", "поэтому", "вы", "вас", "вам", "ты", "тебя", "тебе", "мы", "нас", "это", "and", "but", "or", "so",
    "now", "just", "only", "then", "please", "hey", "oh", "you", "we", "us", "it", "this",
))  # fmt: skip
_LEANS_FORWARD = frozenset((
    "в", "во", "на", "с", "со", "к", "ко", "о", "об", "у", "от", "до", "по", "из", "за", "для", "без", "над",
    "под", "при", "про", "через", "и", "а", "но", "или", "что", "как", "чтобы", "если", "the", "a", "an", "is",
    "are", "was", "were", "be", "been", "of", "to", "for", "with", "by", "from", "in", "on", "at", "and", "or",
    "but", "than", "that", "your", "our", "my", "their", "its", "very", "as",
))  # fmt: skip
"""Words that no sentence ends with."""


@dataclass(frozen=True, slots=True)
class Change:
    """`text[start:end]` of a segment becomes `new`."""

    start: int
    end: int
    new: str


def replace_sentence(
    text: str, sentence: Span, new: str, role: Role, language: Language, *, keep_name: bool
) -> Change | None:
    """The change that puts `new` in the place of a whole sentence, or takes the sentence away when `new` is empty.

    Args:
        keep_name: a name or merge tag that the sentence addresses («{{имя}}, …») stays in front of the new text.
    """
    start, end = _with_alarm(text, sentence.start, sentence.end)
    if not new.strip():
        return _without(text, start, end, role)
    old = text[sentence.start : sentence.end]
    _, old_marks, _ = marks.ending(marks.without_alarm(old))
    if not old_marks:
        old_marks = marks.ending(re.sub(r"[^\w\s.!?…»”\"')]+\s*$", "", old))[1]
    if old.rstrip().endswith(":") and not re.search(r"[!?…:]$|[.!?…]\s", new.strip()):
        new = new.strip().rstrip(".") + ":"
    follows = marks.has_words(text, end)
    capital: bool | None = True
    called = _VOCATIVE.match(text, start) if keep_name else None
    if (
        called
        and (called["who"][0] == TAG_FILLER or _is_given_name(called["who"]))
        and marks.has_words(text, called.end(), end)
    ):
        start = called.end()
        capital = called["mark"] == "!"
    else:
        first = _WORD.search(old)
        if first and first[0][0].islower() and not marks.has_words(text, 0, start):
            capital = False
    made = marks.closed(marks.tidy(new), old_marks, role, more_follows=follows and role not in ("cta", "decline"))
    return Change(start, end, _capital(made, up=capital))


def replace_span(text: str, sentence: Span, span: Span, new: str, role: Role, language: Language) -> Change | None:
    """The change that puts `new` in the place of `span` inside its sentence; an empty `new` takes the span away."""
    start, end = _with_alarm(text, span.start, span.end, within=sentence)
    if not new.strip() and language == "ru":
        end = _clause_end(text, span.start, end, sentence)
    left, right = text[sentence.start : start], text[end : sentence.end]
    rest_end = sentence.end
    if not marks.has_words(right):
        _, rest_end = _with_alarm(text, sentence.start, sentence.end)
        right = text[end:rest_end]
    if not new.strip():
        if marks.has_words(left) and _WORD.fullmatch(text, span.start, span.end):
            left = (
                _INTENSIFIER.sub("", left.rstrip(marks.SPACE))
                if _INTENSIFIER.search(left.rstrip(marks.SPACE))
                else left
            )
        return _mended(text, sentence, start, rest_end, left, right, role, language)
    first = not marks.has_words(left)
    original = _WORD.search(text, span.start, span.end)
    if first and not marks.has_words(right):
        return replace_sentence(text, sentence, _around(left, new, right), role, language, keep_name=False)
    made = marks.tidy(new)
    if first:
        made = _capital(made, up=not (original and original[0][0].islower() and sentence.start > 0 and left == ""))
    elif original is None or not original[0][0].isupper():
        made = _capital(made, up=False)
    if marks.has_words(right):
        said, own, close = marks.ending(made)
        if made[-1:] in marks.SEPARATORS and right.lstrip(marks.SPACE)[:1] in marks.SEPARATORS:
            lead = len(right) - len(right.lstrip(marks.SPACE)) + 1
            end, right = end + lead, right[lead:]
        change = _articled(Change(start, end, said + close if own and "?" not in own else made), text, language)
        return _calmed(change, text, right, role)
    old_marks = marks.ending(right)[1]
    follows = marks.has_words(text, rest_end)
    friendly = _friendly(right)
    follows = follows and not (friendly and not old_marks)
    said = marks.closed(made, old_marks, role, more_follows=follows) + _closers(left, right)
    return Change(start, rest_end, f"{said} {friendly}" if friendly else said)


def _calmed(change: Change, text: str, right: str, role: Role) -> Change:
    """The change with the exclamation mark at the end of its sentence down a step; a merge tag on the way keeps it."""
    rest, mark, close = marks.ending(right)
    if "!" not in mark or "?" in mark or TAG_FILLER in right:
        return change
    end = change.end + len(right)
    stop = "" if role in marks.WITHOUT_STOP and not marks.has_words(text, end) else "."
    return Change(change.start, end, change.new + rest + stop + close)


def _clause_end(text: str, start: int, end: int, sentence: Span) -> int:
    """Where the Russian clause that begins at `start` ends, when `end` cuts through it: «[пока не разобрали] места»."""
    before = text[sentence.start : start].rstrip(marks.SPACE)
    if _SUBORDINATE.match(text, start) is None or (before and before[-1] not in marks.SEPARATORS):
        return end
    rest = re.compile(r"[^,;:.!?…()«»]*?(?=\s[—–-]\s|[,;:.!?…()«»]|$)").match(text, end, sentence.end)
    return rest.end() if rest and marks.has_words(rest[0]) else end


def _with_alarm(text: str, start: int, end: int, *, within: Span | None = None) -> tuple[int, int]:
    """The stretch and the alarm emoji that stand beside it, spaces between them included."""
    low, high = (within.start, within.end) if within else (0, len(text))
    while True:
        near = max(low, start - _BESIDE)
        before = _ALARM_AT_END.search(text, near, start)
        if before is None:
            break
        start = before.start()
    while True:
        after = _ALARM_AT_START.match(text, end, high)
        if after is None:
            break
        end = after.end()
    return start, end


def _without(text: str, start: int, end: int, role: Role) -> Change | None:
    """The change that deletes whole sentences and a space beside them; None where nothing may be left empty."""
    more_follows = marks.has_words(text, end)
    if not more_follows and not marks.has_words(text, 0, start):
        return Change(0, len(text), "") if role in ("body", "preheader", "fine-print") else None
    behind, line, before = end, start, start
    while behind < len(text) and text[behind] in marks.SPACE:
        behind += 1
    while line and text[line - 1] in " \t\u00a0":
        line -= 1
    while before and text[before - 1] in marks.SPACE:
        before -= 1
    if more_follows and ("\n" not in text[end:behind] or line == 0 or text[line - 1] == "\n"):
        return Change(start, behind, "")
    return Change(before, end, "")


def _mended(
    text: str, sentence: Span, start: int, rest_end: int, left: str, right: str, role: Role, language: Language
) -> Change | None:
    """The change that deletes a part of a sentence and mends what is left of it."""
    kept_left = _trimmed_left(left, language)
    dropped, rest = _trimmed_right(right, first=not marks.has_words(kept_left), language=language)
    if _hollow(kept_left) and _hollow(rest):
        outer = _with_alarm(text, sentence.start, max(rest_end, sentence.end))
        return _without(text, *outer, role)
    if not marks.has_words(kept_left):
        first_word = _WORD.search(rest)
        lead = rest[: first_word.start()] if first_word else ""
        body = rest[first_word.start() :] if first_word else rest
        letter = body[:1].upper() if body[:1].isalpha() else ""
        return Change(sentence.start + len(kept_left), rest_end - len(body) + len(letter), lead + letter)
    if not marks.has_words(rest):
        opened = _EMPTY_PAIR.search(kept_left)
        tail = rest
        if opened:
            kept_left = kept_left[: opened.start()]
            tail = tail.lstrip(marks.CLOSING + marks.SPACE)
        kept_left = _trimmed_left(kept_left, language)
        _, old_marks, close = marks.ending(tail.strip(marks.SPACE) if tail.strip() else "")
        close = close or "".join(c for c in tail if c in marks.CLOSING and not opened)
        friendly = _friendly(tail)
        close += f" {friendly}" if friendly else ""
        if _leans_forward(kept_left):
            return None
        follows = marks.has_words(text, rest_end)
        said = marks.closed(kept_left, old_marks, role, more_follows=follows)
        said_end = _common_prefix(said, left)
        return Change(sentence.start + said_end, rest_end, said[said_end:] + close)
    if kept_left.endswith(tuple(marks.OPENING)) and rest.startswith(tuple(marks.CLOSING)):
        kept_left, rest = kept_left[:-1].rstrip(marks.SPACE), rest[1:]
        return Change(sentence.start + len(kept_left), rest_end - len(rest), "")
    joint = _joint(left, kept_left, dropped, rest, language)
    return _articled(Change(sentence.start + len(kept_left), rest_end - len(rest), joint), text, language)


def _articled(change: Change, text: str, language: Language) -> Change:
    """The change with the English article before it put right: 'an [amazing] tool' -> 'a tool'."""
    near = text[max(0, change.start - _BESIDE) : change.start]
    article = re.search(r"\b[Aa]n?$", near.rstrip(marks.SPACE)) if language == "en" else None
    following = (change.new + text[change.end : change.end + _BESIDE]).lstrip(marks.SPACE)
    if article is None or not following[:1].isalnum():
        return change
    from tonelint.rewriting.english_agreement import with_article

    right = with_article(following[:40]).split(" ", 1)[0]
    if right == article[0].lower():
        return change
    gap = near[article.end() :]
    right = right.capitalize() if article[0][0].isupper() else right
    return Change(change.start - len(near) + article.start(), change.end, right + gap + change.new)


def _trimmed_left(left: str, language: Language) -> str:
    """What stands before a deletion, without the separators and conjunctions that led up to it."""
    while True:
        shorter = left.rstrip(marks.SPACE + marks.SEPARATORS)
        conjunction = _CONJUNCTION_END.get(language, _CONJUNCTION_END["en"]).search(shorter)
        if conjunction and marks.has_words(shorter[: conjunction.start()]):
            shorter = shorter[: conjunction.start()].rstrip(marks.SPACE + marks.SEPARATORS)
        if shorter == left:
            return left if marks.has_words(left) else left.rstrip(marks.SEPARATORS)
        left = shorter


def _trimmed_right(right: str, *, first: bool, language: Language) -> tuple[str, str]:
    """What was dropped from the front of the text behind a deletion, and what is kept of it."""
    if not marks.has_words(right):
        return "", right
    kept = right.lstrip(marks.SPACE + marks.SEPARATORS + (marks.FINAL if first else ""))
    if language == "ru":
        kept = _ENCLITIC.sub("", kept)
    if first:
        conjunction = _CONJUNCTION_START.get(language, _CONJUNCTION_START["en"]).match(kept)
        if conjunction and marks.has_words(kept[conjunction.end() :]):
            kept = kept[conjunction.end() :]
    return right[: len(right) - len(kept)], kept


def _joint(left: str, kept: str, dropped: str, rest: str, language: Language) -> str:
    """What joins the two sides of a deletion in the middle: the comma or dash that belongs there, or a space."""
    before = left[len(kept) :].strip(marks.SPACE)
    after = dropped.strip(marks.SPACE)
    if re.match(r"[)\]»”\"]", rest):
        return ""
    if kept.endswith(("(", "[", "«", "“", "„")):
        return ""
    separator = ""
    if before[:1] in ("—", "–", "-") or after[:1] in ("—", "–", "-"):
        separator = " —" if before[:1] == "—" or after[:1] == "—" else " –"
        if before[:1] and after[:1] and before[0] in "—–-" and after[0] in "—–-":
            separator = ""
    elif before[:1] and after[:1]:
        separator = "" if _PREPOSITION.match(rest) else after[0] if after[0] in ";:" and before[0] != "," else ","
    elif after[:1] in (",", ";", ":"):
        separator = after[0]
    elif before[:1] == "," and _PREPOSITION.match(rest) is None:
        separator = ","
    space = next((c for c in left[len(kept) :] + dropped if c in marks.SPACE), " ")
    return separator + (space if not separator or space != "\u00a0" else " ")


def _hollow(text: str) -> bool:
    """Whether nothing worth keeping is said: no word but conjunctions and particles."""
    return TAG_FILLER not in text and all(word.lower() in _HOLLOW for word in _WORD.findall(text))


def _leans_forward(text: str) -> bool:
    """Whether the last word of `text` waits for another one: 'This ledger is a'."""
    words = _WORD.findall(text)
    return bool(words) and words[-1].lower() in _LEANS_FORWARD and not text.endswith(TAG_FILLER)


def _around(left: str, new: str, right: str) -> str:
    """A whole new sentence with the quotation marks that stood around the old one."""
    opened = "".join(c for c in left if c in marks.OPENING)
    closed = "".join(c for c in right if c in marks.CLOSING)
    return f"{opened}{new}{closed}" if opened and closed else new


def _friendly(tail: str) -> str:
    """The emoji at the end of a sentence that ring no alarm."""
    return re.sub(rf"{marks.ALARM.pattern}|[\w\s.!?…,;:–—-]|[{re.escape(marks.OPENING + marks.CLOSING)}]", "", tail)


def _closers(left: str, right: str) -> str:
    closing = "".join(c for c in right if c in marks.CLOSING)
    return closing if any(c in marks.OPENING for c in left) else ""


def _common_prefix(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _capital(text: str, *, up: bool | None) -> str:
    """The first letter raised or lowered; names of several capitals and the English `I` keep theirs."""
    found = re.match(r"[«„“\"'(\[]*", text)
    at = found.end() if found else 0
    if up is None or at >= len(text) or not text[at].isalpha():
        return text
    if up:
        return text[:at] + text[at].upper() + text[at + 1 :]
    word = _WORD.match(text, at)
    if word and (word[0][1:2].isupper() or word[0] == "I" or word[0].startswith(("I'", "I’"))):
        return text
    return text[:at] + text[at].lower() + text[at + 1 :]


def _is_given_name(word: str) -> bool:
    from tonelint.language.russian import has_reading

    return has_reading(word.lower(), "Name")
