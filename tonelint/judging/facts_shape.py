"""What facts may say: one table of keys and kinds of value, read by the parser, by the JSON Schema and by the page of
docs.

Nothing here reads a file or judges a letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tonelint.language.lazy_pattern import lazy

Kind = Literal["moment", "time", "end", "renewal", "count", "amount", "former", "text", "texts", "yes-no", "answers"]

EXPECTED: dict[Kind, str] = {
    "moment": "a time with its zone, such as 2026-05-12T10:00+03:00",
    "time": "a day such as 2026-05-31, or a time with its zone such as 2026-05-31T18:00+03:00",
    "end": "a day such as 2026-05-31, a time with its zone such as 2026-05-31T18:00+03:00, or never",
    "renewal": "a day such as 2026-06-01, a time with its zone, or true or false",
    "count": "a whole number from 0 up, such as 12",
    "amount": "a number from 0 up, such as 4990 or 19.9",
    "former": "a number from 0 up, such as 4990, or never",
    "text": "a text",
    "texts": "a list of texts",
    "yes-no": "true or false",
    "answers": "questions and their answers, such as 'what is new: a second oven', or these by rule or category",
}
"""What a value of each kind is, as an error says it."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of mappings with the same keys, of which `required` may not be missing."""

    keys: Mapping[str, Kind]
    required: tuple[str, ...]


Shape = Kind | ListOf | Mapping[str, Any]

SHAPE: Mapping[str, Shape] = {
    "now": "moment",
    "offer": {
        "ends_at": "end",
        "repeats": "yes-no",
        "held_until": "time",
        "price": "amount",
        "price_before": "former",
        "price_before_since": "time",
        "price_before_until": "time",
        "price_after": "amount",
        "fee": "amount",
        "currency": "text",
    },
    "stock": {
        "left": "count",
        "total": "count",
        "unit": "text",
        "items": ListOf({"name": "text", "left": "count", "total": "count"}, ("name", "left")),
    },
    "counts": {
        "customers": "count",
        "viewers_now": "count",
        "buyers_24h": "count",
        "sold": "count",
        "in_carts": "count",
        "reviews": "count",
        "rating": "amount",
        "last_sale_at": "time",
    },
    "proof": ListOf({"claim": "text", "source": "text", "date": "time"}, ("claim", "source")),
    "subscription": {"renews": "renewal", "price": "amount", "period": "text", "cancel": "text"},
    "account": {"points_expire_at": "end", "deletes_at": "end"},
    "business": {"closes_at": "end"},
    "consent": {"marketing": "yes-no", "source": "text"},
    "recipient": {
        "name": "text",
        "on_leave_until": "time",
        "postponed": "count",
        "refused_at": "time",
        "unsubscribed_at": "time",
        "quiet_since": "time",
        "last_contact_at": "time",
        "concerns": "texts",
        "promises": ListOf({"text": "text", "due": "time", "done": "yes-no"}, ("text",)),
        "known": "texts",
    },
    "sent": ListOf({"at": "time", "subject": "text", "text": "text"}, ("at",)),
    "thread": {"in_reply_to": "text"},
    "answers": "answers",
}
"""Every key, all of them optional; `ListOf.required` names what an entry of a list cannot do without."""

DAY = lazy(r"\d{4}-\d\d-\d\d")
MOMENT = lazy(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)? ?(Z|[+-]\d\d(:?\d\d)?)")
NEVER = "never"
"""How a file says that an offer does not end or that a price was never charged."""


def json_schema() -> dict[str, Any]:
    """The shape as a JSON Schema document (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts for tonelint",
        "description": "What the sender knows about an offer, a stock, a reader. Every key is optional.",
        **_object(SHAPE),
        "$defs": {kind: {**_KINDS[kind], "description": f"Takes {expected}."} for kind, expected in EXPECTED.items()},
    }


_DAY = {"type": "string", "pattern": f"^{DAY.pattern}$", "format": "date"}
_MOMENT = {"type": "string", "pattern": f"^{MOMENT.pattern}$"}
_AMOUNT = {"type": "number", "minimum": 0}
_TEXT = {"type": "string", "pattern": r"\S"}
_ANSWER = [_TEXT, {"type": "number"}]
_KINDS: dict[Kind, dict[str, Any]] = {
    "moment": _MOMENT,
    "time": {"anyOf": [_DAY, _MOMENT]},
    "end": {"anyOf": [_DAY, _MOMENT, {"const": NEVER}]},
    "renewal": {"anyOf": [_DAY, _MOMENT, {"type": "boolean"}]},
    "count": {"type": "integer", "minimum": 0},
    "amount": _AMOUNT,
    "former": {"anyOf": [_AMOUNT, {"const": NEVER}]},
    "text": _TEXT,
    "texts": {"type": "array", "items": _TEXT},
    "yes-no": {"type": "boolean"},
    "answers": {
        "type": "object",
        "additionalProperties": {"anyOf": [*_ANSWER, {"type": "object", "additionalProperties": {"anyOf": _ANSWER}}]},
    },
}


def _object(shape: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _property(inner) for key, inner in shape.items()},
    }


def _property(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, str):
        return {"$ref": f"#/$defs/{shape}"}
    if isinstance(shape, ListOf):
        return {"type": "array", "items": {**_object(shape.keys), "required": list(shape.required)}}
    return _object(shape)
