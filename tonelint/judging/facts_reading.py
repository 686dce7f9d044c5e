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
from tonelint.sentences import Sentence, reason, words


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
        message = Sentence("the facts cannot be read: {reason}", reason=reason(error))
        raise FactsError(message, path=str(path)) from error
    if path.suffix.lower() == ".json":
        try:
            json.loads(text)
        except json.JSONDecodeError as error:
            message = Sentence("not valid JSON: {what}", what=words(error.msg.lower()))
            raise FactsError(message, path=str(path), line=error.lineno) from error
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
            if not at:
                raise self._error(at, words("expected names and values, such as 'stock: {left: 2}'"))
            raise self._error(at, Sentence("{name} takes names and values", name=_called(at)))
        read: dict[str, Any] = {}
        for key, value in data.items():
            if key not in shape:
                under = Sentence(" under {name}", name=_called(at)) if at else ""
                hint = did_you_mean(str(key), list(shape))
                message = Sentence("unknown key '{key}'{under}{hint}", key=key, under=under, hint=hint)
                raise self._error((*at, key), message)
            if value is not None:
                read[key] = self._value(value, shape[key], (*at, key))
        for key in required:
            if key not in read:
                raise self._error(at, Sentence("{name} needs '{key}'", name=_called(at), key=key))
        return read

    def _value(self, value: Any, shape: Shape, at: Place) -> Any:
        if isinstance(shape, str):
            return self._scalar(value, shape, at)
        if isinstance(shape, ListOf):
            if not isinstance(value, (list, tuple)):
                raise self._error(at, Sentence("{name} takes a list", name=_called(at)))
            return tuple(self.mapping(each, shape.keys, (*at, i), shape.required) for i, each in enumerate(value))
        return self.mapping(value, shape, at)

    def _scalar(self, value: Any, kind: Kind, at: Place) -> Any:
        read = _READERS[kind](value)
        if read is not None:
            return read
        naive = _without_zone(value)
        if naive:
            message = "{name} is a time without a zone; add one, such as {said}+03:00"
            raise self._error(at, Sentence(message, name=_called(at), said=naive))
        expected, found = words(EXPECTED[kind]), _shown(value)
        message = "{name} takes {expected}; found {found}"
        raise self._error(at, Sentence(message, name=_called(at), expected=expected, found=found))

    def _error(self, at: Place, message: str) -> FactsError:
        while at and at not in self._lines:
            at = at[:-1]
        return FactsError(message, path=self._source, line=self._lines.get(at, 0))


def _called(at: Place) -> Sentence:
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in at)
    return Sentence("'{value}'", value=name.removeprefix("."))


def _shown(value: Any) -> Sentence:
    if isinstance(value, Mapping):
        return Sentence("names and values")
    if isinstance(value, (list, tuple)):
        return Sentence("a list")
    return Sentence("an empty text") if value == "" else Sentence("'{value}'", value=value)


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
    """A time that would be right but for its zone, as it is written; nothing for any other value."""
    naive = isinstance(value, datetime) and value.tzinfo is None
    if isinstance(value, str) and _moment(value) is None:
        naive = _moment(f"{value.strip()}Z") is not None
    said = f"{value:%Y-%m-%dT%H:%M}" if isinstance(value, datetime) else str(value).strip()
    return said if naive else ""


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
