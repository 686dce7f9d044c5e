"""Better lines for a match: which rewrites of its rule apply here, filled in, dressed for the letter, put in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tonelint.judging.findings import as_read, as_written
from tonelint.matching.finder import Match
from tonelint.model import TAG_FILLER, Applicability, Document, Rewrite, Role, Segment, Span
from tonelint.rewriting import joining, punctuation
from tonelint.rewriting.fill import Filled, Sources, Stretch, fill
from tonelint.rewriting.finish import Change, replace_sentence, replace_span
from tonelint.rewriting.losses import lost_fixtures, lost_numbers
from tonelint.rewriting.slots import Slot, parse
from tonelint.rewriting.style import LetterStyle, dressed, title_case
from tonelint.ruleset.compiled import RuleInfo

_CAPTURE = re.compile(r"<(\w+):")
_DOUBLED_CURRENCY = re.compile(r"([₽$€£])[ \u00a0]?\1")
_JOINS_ON = re.compile(
    r"(?:в|во|на|с|со|по|за|для|до|от|из|к|ко|о|об|у|при|через|без|и|а|но|или|если|когда|чтобы|in|on|at|for|with|by|to|from|of"
    r"|until|and|or|but|if|when|as|per)\s+",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")


def rewrites_for(
    match: Match,
    document: Document,
    info: RuleInfo,
    facts: Mapping[str, Any] | None = None,
    *,
    style: LetterStyle,
) -> tuple[Rewrite, ...]:
    """The rewrites of `info` that fit this match, in the order the rule gives them.

    A rewrite whose captures are missing, whose form of address is not the letter's, or whose words cannot be inflected
    is left out. `Rewrite.text` is as a reader would see it, merge tags spelled as in the source;
    `tonelint.rewriting.edits` turns it into the source.

    Raises:
        RuleError: a rewrite of the rule holds a slot that cannot be understood.
    """
    found: dict[tuple[int, int, str], Rewrite] = {}
    whole = match.sentence
    phrase = punctuation.phrase_at(document.segments[match.segment].text, match.sentence, match.span)
    match = replace(match, sentence=phrase)
    for given in info.sides.get(match.language, {}).get("rewrites", ()):
        wanted: Mapping[str, Any] = {"text": given} if isinstance(given, str) else given
        if _applies(wanted, match, document.segments[match.segment], style):
            made = _rewrite(wanted, match, document, info, facts, style, whole)
            if made is not None:
                found.setdefault((made.start, made.end, made.text), made)
    return tuple(found.values())


def _applies(wanted: Mapping[str, Any], match: Match, segment: Segment, style: LetterStyle) -> bool:
    if wanted.get("for") not in (None, match.name):
        return False
    if "roles" in wanted and segment.role not in wanted["roles"]:
        return False
    address = wanted.get("address")
    return address is None or address == (style.address or "вы").lower()


def _rewrite(
    wanted: Mapping[str, Any],
    match: Match,
    document: Document,
    info: RuleInfo,
    facts: Mapping[str, Any] | None,
    style: LetterStyle,
    whole: Span,
) -> Rewrite | None:
    segment = document.segments[match.segment]
    scope = wanted.get("scope", "span")
    match, rest = _with_rest(wanted["text"], match, segment)
    if rest is None:
        return None
    filled = fill(wanted["text"], _sources(match, document, info, facts, rest))
    if filled is None:
        return None
    new = _worded(filled.stretches, segment, style)
    if new is None:
        return None
    if not _joins(new, wanted["text"], scope, match, segment):
        return None
    change = _placed(new, scope, match, segment, keep_name=not filled.uses_rest)
    if change is None:
        return None
    change = _readable(change, match.sentence, document, segment, deletes=not new.strip())
    if change.start >= change.end:
        return None
    source = segment.source.span(change.start, change.end)
    old = as_written(document, segment, Span(change.start, change.end))
    if change.new == old:
        return None
    tags = _spellings(change, document, segment)
    kind = _kind(wanted, filled, old, change.new, tags, segment.role)
    if kind == "safe" and _says_more(match, change, segment):
        kind = "idea"
    if filled.has_slots and scope in ("span", "clause") and _runs_on(wanted["text"], match, segment):
        if not _takes_its_place(wanted["text"]):
            return None
        kind = "idea"
    if match.source is not None:  # a line cannot untick a box or take a picture away: it is only shown
        return Rewrite(change.new, "idea", match.source.start, match.source.end, filled.needs)
    return Rewrite(change.new, kind, source.start, source.end, filled.needs, _read(change, whole, document, segment))


def _read(change: Change, sentence: Span, document: Document, segment: Segment) -> str:
    """The sentence as it stands once the change is made, white space collapsed."""
    before = _spelled(document, segment, min(sentence.start, change.start), change.start)
    after = _spelled(document, segment, change.end, max(sentence.end, change.end))
    return " ".join(f"{before}{change.new}{after}".split())


def _with_rest(template: str, match: Match, segment: Segment) -> tuple[Match, Span | None]:
    """The match widened by the words that `{rest}` stands for, and their place; None where they cannot be carried."""
    nothing = Span(match.span.end, match.span.end)
    if not any(isinstance(piece, Slot) and piece.name == "rest" for piece in parse(template)):
        return match, nothing
    rest = joining.hanging_on(segment.text, match.sentence, match.span, match.language)
    if not joining.may_hang_on(segment.text[rest.start : rest.end], match.language):
        return match, None
    return replace(match, span=Span(match.span.start, rest.end)), rest


def _joins(new: str, template: str, scope: str, match: Match, segment: Segment) -> bool:
    """Whether the sentence reads on with the new words in it. The label of a control is no sentence."""
    if scope in ("sentence", "segment"):
        return True
    if not new.strip():
        return not joining.left_hanging(segment.text, match.sentence, match.span, match.language)
    if scope == "clause" or joining.is_clause(template):
        return joining.stands_alone(segment.text, match.sentence, match.span, new, match.language)
    return True


def _sources(
    match: Match, document: Document, info: RuleInfo, facts: Mapping[str, Any] | None, hanging: Span
) -> Sources:
    segment = document.segments[match.segment]
    shouted = _is_shouted(segment.text[match.sentence.start : match.sentence.end])

    def written(name: str) -> str:
        text = as_read(document, segment, match.captures[name].span)
        return _calmed(text, match.language) if shouted else text

    def rest(start: int, end: int) -> str:
        return as_written(document, segment, Span(start, end)) if start < end else ""

    before = rest(match.sentence.start, match.span.start).strip(punctuation.SPACE)
    after = rest(match.span.end, match.sentence.end).strip(punctuation.SPACE)
    return Sources(
        match,
        written,
        before,
        punctuation.ending(after)[0] if punctuation.has_words(after) else "",
        as_read(document, segment, match.span),
        facts,
        _captured_names(info, match.language),
        (str(info.claim.get("value", "")), str(info.claim.get("fact", ""))),
        rest(hanging.start, hanging.end).strip(punctuation.SPACE),
    )


def _captured_names(info: RuleInfo, language: str) -> frozenset[str]:
    patterns = (
        given if isinstance(given, str) else given.get("pattern", "") for given in info.sides[language]["match"]
    )
    return frozenset(name for pattern in patterns for name in _CAPTURE.findall(pattern))


def _worded(stretches: Sequence[Stretch], segment: Segment, style: LetterStyle) -> str | None:
    """The stretches as one text, ours in the habits of the letter; None when our address cannot be the letter's."""
    language = segment.language if segment.language != "und" else "en"
    texts: list[str] = []
    for stretch in stretches:
        text = dressed(stretch.text, style, language) if stretch.ours else stretch.text
        if text is None:
            return None
        texts.append(text)
    made = _DOUBLED_CURRENCY.sub(r"\1", "".join(texts))
    if style.title_buttons and segment.language == "en" and segment.role in ("cta", "decline"):
        made = title_case(made)
    return made


def _placed(new: str, scope: str, match: Match, segment: Segment, *, keep_name: bool) -> Change | None:
    if scope in ("span", "clause"):
        return replace_span(segment.text, match.sentence, match.span, new, segment.role, match.language)
    place = match.sentence if scope == "sentence" else Span(0, len(segment.text))
    return replace_sentence(segment.text, place, new, segment.role, match.language, keep_name=keep_name)


def _readable(change: Change, sentence: Span, document: Document, segment: Segment, *, deletes: bool) -> Change:
    """The change widened until a person can read it: to whole words, or to the sentence where only mending is left.

    Merge tags that come in are spelled as in the source.
    """
    text = segment.text
    start, end, new = change.start, change.end, change.new
    if new and (deletes or not punctuation.has_words(new)):
        wider_start, wider_end = min(start, sentence.start), max(end, sentence.end)
        if text[wider_start:start] + text[end:wider_end]:
            new = _spelled(document, segment, wider_start, start) + new + _spelled(document, segment, end, wider_end)
        return Change(wider_start, wider_end, new)
    while new and end < len(text) and _inside_word(new[-1], text[end]):
        new += text[end]
        end += 1
    while new and start > 0 and _inside_word(text[start - 1], new[0]):
        start -= 1
        new = text[start] + new
    return Change(start, end, new)


def _inside_word(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and TAG_FILLER not in (left, right)


def _spelled(document: Document, segment: Segment, start: int, end: int) -> str:
    return as_written(document, segment, Span(start, end)) if start < end else ""


def _kind(
    wanted: Mapping[str, Any], filled: Filled, old: str, new: str, tags: Sequence[str], role: Role
) -> Applicability:
    """How freely a rewrite may be applied: never more freely than it says, nor than what it would drop allows.

    A button that declines promises nothing, so the figures on it bind nobody.
    """
    said: Applicability = wanted.get("kind") or ("needs-fact" if filled.needs else "idea")
    if said == "safe" and filled.has_slots:
        said = "needs-fact"
    if said == "needs-fact" and not filled.has_slots:
        return "idea"
    if said == "idea":
        return said
    if lost_fixtures(old, new) or any(tag not in new for tag in tags):
        return "idea"
    if said == "safe" and wanted.get("drops") != "numbers" and role != "decline" and lost_numbers(old, new):
        return "idea"
    return said


def _runs_on(template: str, match: Match, segment: Segment) -> bool:
    """Whether a bare word of the sentence would follow an answer that nobody has seen: «можно до {дата} абонемент».

    Nothing can vouch for such a sentence. A preposition or conjunction joins on anything, and so does a date in front.
    """
    pieces = parse(template)
    if not pieces or isinstance(pieces[-1], str) or pieces[-1].name in match.captures:
        return False
    following = segment.text[match.span.end : match.sentence.end].lstrip(punctuation.SPACE)
    if not following[:1].isalnum() or _JOINS_ON.match(following):
        return False
    opens = not punctuation.has_words(segment.text[match.sentence.start : match.span.start])
    return not (
        opens and len(pieces) == 2 and isinstance(pieces[0], str) and _JOINS_ON.fullmatch(pieces[0]) is not None
    )


def _takes_its_place(template: str) -> bool:
    """Whether an answer stands for words of its own kind, a fact for a figure: «Скидка на [[30%]] ждёт»."""
    pieces = parse(template)
    return len(pieces) == 1 or (isinstance(pieces[-1], Slot) and bool(pieces[-1].fact))


def _spellings(change: Change, document: Document, segment: Segment) -> list[str]:
    """The merge tags and inline code that a change would replace, as the source spells them."""
    places = re.finditer(f"{TAG_FILLER}+", segment.text[change.start : change.end])
    return [_spelled(document, segment, change.start + one.start(), change.start + one.end()) for one in places]


def _says_more(match: Match, change: Change, segment: Segment) -> bool:
    """Whether a change would take away words that were not flagged and are not in its text: more than one of substance.

    The label of a control is flagged as a whole, whatever part of it was underlined.
    """
    if segment.role in ("cta", "decline"):
        return False
    kept = {word.lower()[:4] for word in _LETTERS.findall(change.new)}
    around = (
        segment.text[change.start : max(match.span.start, change.start)]
        + " "
        + segment.text[match.span.end : change.end]
    )
    gone = [word for word in _LETTERS.findall(around) if len(word) > 3 and word.lower()[:4] not in kept]
    return len(gone) > 1


def _is_shouted(sentence: str) -> bool:
    letters = "".join(_LETTERS.findall(sentence))
    return len(letters) > 3 and letters.isupper()


def _calmed(text: str, language: str) -> str:
    """Words of a sentence in capitals in small letters; what no dictionary knows may be a name and stays."""
    return " ".join(_words_calmed(text.split(" "), language))


def _words_calmed(words: Sequence[str], language: str) -> Iterator[str]:
    for word in words:
        if language == "ru" and len(word) > 1:
            from tonelint.language.russian import is_known

            yield word.lower() if is_known(word.lower().strip(punctuation.CLOSING + punctuation.OPENING)) else word
        else:
            yield word.lower() if len(word) > 3 else word
