"""What a LanguageTool client asks: a form, in whatever wrapping, as the fields that the checker needs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from tonelint.errors import ReadingError
from tonelint.model import CATEGORIES
from tonelint.sentences import Sentence
from tonelint.server.languagetool.languages import CODES

_MOST_FIELDS = 100


def fields(body: bytes, query: bytes = b"") -> dict[str, str]:
    """The fields in the query and the body of a request.

    The content type is not asked: some clients send a form and call it JSON. A body that opens with a brace is JSON,
    any other a form.

    Raises:
        ReadingError: the body is neither.
    """
    found = _form(query)
    bare = body.lstrip()
    if bare.startswith(b"{"):
        try:
            given = json.loads(bare)
        except (ValueError, RecursionError) as error:
            raise ReadingError("the body opens with a brace and is not valid JSON") from error
        found.update({key: _text(value) for key, value in given.items() if value is not None})
    elif bare.startswith(b"--"):
        raise ReadingError("send the fields as application/x-www-form-urlencoded; multipart is not read")
    else:
        found.update(_form(body))
    return found


def asked(given: Mapping[str, str]) -> dict[str, Any]:
    """The fields that matter, checked; unknown ones are passed over, as LanguageTool does.

    Raises:
        ReadingError: a field is missing or says something that cannot be.
    """
    if ("text" in given) == ("data" in given):
        raise ReadingError(
            "send either 'text' or 'data'" if "text" in given else "the field 'text' or 'data' is missing"
        )
    text = given.get("text", given.get("data", ""))
    code = given.get("language", "")
    if not code:
        raise ReadingError("the field 'language' is missing; ru-RU, en-US and auto are known")
    base = code.replace("_", "-").partition("-")[0].lower()
    if base not in ("ru", "en", "auto"):
        raise ReadingError(
            Sentence(
                "'{code}' is not a language that is checked here; these are: auto, {known}",
                code=code[:40],
                known=", ".join(CODES),
            )
        )
    return {
        "text" if "text" in given else "data": text,
        "language": None if base == "auto" else base,
        "code": code if base != "auto" and code in CODES else None,
        "lang": _mother_tongue(given),
        "picky": given.get("level", "") == "picky",
        "only": given.get("enabledOnly", "").lower() in ("true", "yes", "1"),
        "enabled": [*_names(given, "enabledRules"), *_categories(given, "enabledCategories")],
        "disabled": [*_names(given, "disabledRules"), *_categories(given, "disabledCategories")],
    }


def _form(data: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(data.decode("ascii", "strict"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError:
        # Some clients put UTF-8 into a form as it is.
        pairs = parse_qsl(data.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise ReadingError(Sentence("more than {most} fields are not read", most=_MOST_FIELDS)) from error
    return dict(pairs)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _mother_tongue(given: Mapping[str, str]) -> str | None:
    code = given.get("motherTongue", "")[:2].lower()
    return code if code in ("ru", "en") else None


def _names(given: Mapping[str, str], key: str) -> list[str]:
    return [name.strip() for name in given.get(key, "").split(",") if name.strip()]


def _categories(given: Mapping[str, str], key: str) -> list[str]:
    """Our categories by name; STYLE, the one that clients know, stands for all of them."""
    names = _names(given, key)
    return list(CATEGORIES) if "STYLE" in names else [name.lower() for name in names]
