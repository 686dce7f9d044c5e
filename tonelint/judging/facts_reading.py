"""Facts from a file, or from plain data: checked against the shape, with the place and the right way in every error."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tonelint.config import did_you_mean
from tonelint.errors import FactsError
from tonelint.judging import facts as model
from tonelint.judging.facts_shape import DAY, EXPECTED, MOMENT, NEVER, SHAPE, Kind, ListOf, Shape
from tonelint.judging.facts_source import Lines, Place, composed


def load_facts(path: Path | str) -> model.Facts:
    """The facts in a YAML or JSON file.

    Raises:
        FactsError: the file is missing, is not YAML or JSON, or says something that facts cannot say.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactsError("the facts are not UTF-8 text", path=str(path)) from error
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise FactsError(f"the facts cannot be read: {reason}", path=str(path)) from error
    if path.suffix.lower() == ".json":
        try:
            json.loads(text)
        except json.JSONDecodeError as error:
            raise FactsError(f"not valid JSON: {error.msg.lower()}", path=str(path), line=error.lineno) from error
    data, lines = composed(text, str(path))
    return _built(data, str(path), lines)


def parse_facts(given: Mapping[str, Any], source: str = "facts", *, line: int = 0) -> model.Facts:
    """The facts in plain data: a mapping as a YAML or JSON parser gives it, times as texts or as `datetime` objects.

    Args:
        source: what errors name as the place.
        line: the line of `source` that errors name; 0 for none.

    Raises:
        FactsError: the data says something that facts cannot say.
    """
    return _built(given, source, {(): line})


def _built(data: Any, source: str, lines: Lines) -> model.Facts:
    reader = _Reader(source, lines)
    checked = reader.mapping(data if data is not None else {}, SHAPE, ())
    values = {key: _typed(key, value) for key, value in checked.items()}
    return model.Facts(**values, given=_as_data(checked))


_TYPES: Mapping[str, Any] = {
    "offer": model.Offer,
    "counts": model.Counts,
    "subscription": model.Subscription,
    "account": model.Account,
    "business": model.Business,
    "consent": model.Consent,
    "thread": model.Thread,
}


def _typed(key: str, value: Any) -> Any:
    if key in _TYPES:
        return _TYPES[key](**value)
    if key == "proof":
        return tuple(model.Proof(**entry) for entry in value)
    if key == "sent":
        return tuple(model.Sent(**entry) for entry in value)
    if key == "stock":
        return model.Stock(**{**value, "items": tuple(model.StockItem(**entry) for entry in value.get("items", ()))})
    if key == "recipient":
        promises = tuple(model.Promise(**entry) for entry in value.get("promises", ()))
        return model.Recipient(**{**value, "promises": promises})
    return value


def _as_data(value: Any) -> Any:
    """The checked facts as plain data, times in ISO 8601."""
    if isinstance(value, Mapping):
        return {key: _as_data(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_as_data(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


class _Reader:
    """Walks through given data beside the shape, and knows where everything stands."""

    def __init__(self, source: str, lines: Lines) -> None:
        self._source = source
        self._lines = lines

    def mapping(self, data: Any, shape: Mapping[str, Any], at: Place, required: Sequence[str] = ()) -> dict[str, Any]:
        if not isinstance(data, Mapping):
            wanted = "names and values" if at else "names and values, such as 'stock: {left: 2}'"
            raise self._error(at, f"{_called(at)} takes {wanted}" if at else f"expected {wanted}")
        read: dict[str, Any] = {}
        for key, value in data.items():
            if key not in shape:
                under = f" under {_called(at)}" if at else ""
                raise self._error((*at, key), f"unknown key '{key}'{under}{did_you_mean(str(key), list(shape))}")
            if value is not None:
                read[key] = self._value(value, shape[key], (*at, key))
        for key in required:
            if key not in read:
                raise self._error(at, f"{_called(at)} needs '{key}'")
        return read

    def _value(self, value: Any, shape: Shape, at: Place) -> Any:
        if isinstance(shape, str):
            return self._scalar(value, shape, at)
        if isinstance(shape, ListOf):
            if not isinstance(value, (list, tuple)):
                raise self._error(at, f"{_called(at)} takes a list")
            return tuple(self.mapping(each, shape.keys, (*at, i), shape.required) for i, each in enumerate(value))
        return self.mapping(value, shape, at)

    def _scalar(self, value: Any, kind: Kind, at: Place) -> Any:
        read = _READERS[kind](value)
        if read is not None:
            return read
        raise self._error(
            at, f"{_called(at)} {_without_zone(value) or f'takes {EXPECTED[kind]}; found {_shown(value)}'}"
        )

    def _error(self, at: Place, message: str) -> FactsError:
        while at and at not in self._lines:
            at = at[:-1]
        return FactsError(message, path=self._source, line=self._lines.get(at, 0))


def _called(at: Place) -> str:
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in at)
    return f"'{name.removeprefix('.')}'"


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "names and values"
    if isinstance(value, (list, tuple)):
        return "a list"
    return "an empty text" if value == "" else f"'{value}'"


def _moment(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return value if value.tzinfo else None
    if not isinstance(value, str) or not MOMENT.fullmatch(value.strip()):
        return None
    try:
        return datetime.fromisoformat(value.strip().replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        return None


def _time(value: Any) -> model.When | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and DAY.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            return None
    return _moment(value)


def _without_zone(value: Any) -> str:
    """What to say about a time that would be right but for its zone."""
    naive = isinstance(value, datetime) and value.tzinfo is None
    if isinstance(value, str) and _moment(value) is None:
        naive = _moment(f"{value.strip()}Z") is not None
    said = f"{value:%Y-%m-%dT%H:%M}" if isinstance(value, datetime) else str(value).strip()
    return f"is a time without a zone; add one, such as {said}+03:00" if naive else ""


def _count(value: Any) -> int | None:
    amount = _amount(value)
    return int(amount) if amount is not None and float(amount).is_integer() else None


def _amount(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if value >= 0 and math.isfinite(value) else None


def _text(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _texts(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, (list, tuple)):
        return None
    read = tuple(_text(each) for each in value)
    return None if None in read else tuple(each for each in read if each)


def _yes_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _answers(value: Any) -> Mapping[str, Any] | None:
    """Answers by question, or by rule or category and question."""
    if not isinstance(value, Mapping):
        return None
    read = {str(key): _answers(each) if isinstance(each, Mapping) else _answer(each) for key, each in value.items()}
    return None if None in read.values() else read


def _answer(value: Any) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return _text(value)


def _or_never(read: Any) -> Any:
    return lambda value: NEVER if value == NEVER else read(value)


_READERS: Mapping[Kind, Any] = {
    "moment": _moment,
    "time": _time,
    "end": _or_never(_time),
    "renewal": lambda value: value if isinstance(value, bool) else _time(value),
    "count": _count,
    "amount": _amount,
    "former": _or_never(_amount),
    "text": _text,
    "texts": _texts,
    "yes-no": _yes_no,
    "answers": _answers,
}
