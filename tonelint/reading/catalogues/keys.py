"""What the key of a text says: what the text is for, whether it is a text at all, how its place is called.

Keys are read word by word, whether they are written `cancelButton`, `cancel_button` or `cancel-button`; the last part
of a path speaks first. The words of the text itself may still say more: a button that refuses is a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Role

Key = str | int
"""A key of a map, or the number of an item in a list, from 0."""

_WORD = lazy(r"[A-ZА-ЯЁ]+(?![a-zа-яё])|[A-ZА-ЯЁ]?[a-zа-яё]+|\d+")
_BESIDE = frozenset(
    {"button", "btn", "cta", "link", "label", "text", "title", "action", "option", "caption", "copy", "msg", "message"}
)
"""Words that say what shows a text, not what it is for; they may stand beside the words of a refusal."""
_REFUSING = frozenset(
    {"decline", "cancel", "no", "not", "now", "thanks", "thank", "you", "dismiss", "reject", "refuse", "skip", "later"}
    | {"maybe", "deny", "опт", "отказ", "отмена", "нет", "позже"}
)
_NOT = frozenset({"no", "not", "maybe", "later", "нет", "позже"})
_LEAVING = frozenset({"unsubscribe", "opt", "out", "optout", "отписка", "отписаться"})
_REFUSES = frozenset({"decline", "cancel", "dismiss", "reject", "refuse", "skip", "deny", "later", "отказ", "отмена"})
"""Words that make a refusal of whatever stands before them: `welcome_decline`."""
_PRESSED = frozenset({"button", "btn", "cta", "кнопка"})
_PRESSING = frozenset({"submit", "accept", "buy", "confirm", "subscribe", "agree", "allow", "continue", "ok", "yes"})
_BY_WORD: tuple[tuple[frozenset[str], Role], ...] = (
    (frozenset({"subject", "тема"}), "subject"),
    (frozenset({"preheader", "preview", "прехедер"}), "preheader"),
    (frozenset({"legal", "terms", "footer", "disclaimer", "copyright", "fineprint"}), "fine-print"),
)
_HEADINGS = frozenset({"title", "heading", "header", "headline", "h1", "h2", "h3", "заголовок"})

_ROLE_WORDS = (
    _BESIDE | _REFUSING | _LEAVING | _PRESSED | _PRESSING | _HEADINGS | frozenset({"body", "description", "hint"})
).union(*(words for words, _ in _BY_WORD))

_DATA_WORDS = frozenset(
    {
        "id",
        "ids",
        "key",
        "slug",
        "url",
        "uri",
        "href",
        "src",
        "path",
        "file",
        "filename",
        "class",
        "classes",
        "classname",
    }
    | {"style", "css", "color", "colour", "icon", "type", "kind", "locale", "lang", "charset", "encoding", "regex"}
    | {"pattern", "selector", "schema", "uuid", "guid", "hash", "token", "version", "format", "template", "layout"}
)
_SPOKEN_BY_PROGRAMS = 3
"""Words: a longer value is no type, path or style, whatever its key says."""
_REMARK = lazy(r"//.*|#.*|[$@].*|_+(?:comment|note|meta|description|context)s?\b.*", re.IGNORECASE)


def role_of(path: Sequence[Key]) -> Role:
    """What a text under this key is for; `body` when the key does not say."""
    keys = [key for key in path if isinstance(key, str)]
    for distance, key in enumerate(reversed(keys[-3:])):
        role = _role(key, last=distance == 0)
        if role is not None:
            return role
    return "body"


def is_remark(key: Key) -> bool:
    """Whether what stands under this key is for translators and programs."""
    return isinstance(key, str) and _REMARK.fullmatch(key) is not None


def names_data(key: Key, text: str) -> bool:
    """Whether a key says that its value is no copy, and the value could be data."""
    words = _words(key) if isinstance(key, str) else ()
    return bool(words) and words[-1] in _DATA_WORDS and text.isascii() and len(text.split()) <= _SPOKEN_BY_PROGRAMS


def address(path: Sequence[Key]) -> str:
    """A path as people write it: `emails.welcome.subject`, `items[2].title`."""
    said = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return said.removeprefix(".")


def family(path: Sequence[Key]) -> str:
    """What the keys of texts that stand side by side share: the path, without the words for their roles."""
    if not path:
        return ""
    last = str(path[-1])
    rest = [word for word in _words(last) if word not in _ROLE_WORDS]
    return "\0".join([*map(str, path[:-1]), *rest])


@lru_cache(maxsize=4096)
def _role(key: str, *, last: bool) -> Role | None:
    said = _words(key)
    words = set(said)
    bare = words - _BESIDE
    final = next((word for word in reversed(said) if word in bare), "")
    if bare and bare <= _LEAVING and bare != {"out"}:
        return "unsubscribe"
    if final in _REFUSES or "no thanks" in " ".join(said) or (bare & _NOT and bare <= _REFUSING):
        return "decline"
    if words & _PRESSED or (last and bare and (bare <= _PRESSING or final in {"submit", "accept", "agree"})):
        return "cta"
    for known, role in _BY_WORD:
        if words & known:
            return role
    return "heading" if last and words & _HEADINGS else None


@lru_cache(maxsize=4096)
def _words(key: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(key))
