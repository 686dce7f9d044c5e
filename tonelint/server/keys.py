"""API keys: made at random, shown once, kept only as hashes, compared in constant time."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

from tonelint.errors import ConfigError
from tonelint.sentences import Sentence, reason

_LINE = re.compile(r"sha256:(?P<digest>[0-9a-f]{64})\s+(?P<name>\S+)")


def new_key(name: str) -> tuple[str, str]:
    """A new key for `name`, and the line that stands for it in a file of keys."""
    key = f"tl_{secrets.token_urlsafe(32)}"
    return key, f"sha256:{_digest(key)} {name}"


def read_keys(path: Path) -> dict[str, str]:
    """The hashes in a file of keys and whose they are. Empty lines and lines that begin with # are passed over.

    Raises:
        ConfigError: the file cannot be read, holds no key, or a line in it is not a hash and a name.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise ConfigError("a file of keys is UTF-8 text, and this file is not", path=str(path)) from error
    except OSError as error:
        raise ConfigError(Sentence("cannot be read: {reason}", reason=reason(error)), path=str(path)) from error
    keys: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None:
            raise ConfigError(
                "expected 'sha256:' with 64 hexadecimal digits and a name, as --new-key prints them",
                path=str(path),
                line=number,
            )
        keys[found["digest"]] = found["name"]
    if not keys:
        raise ConfigError("there is no key in this file; make one with --new-key NAME", path=str(path))
    return keys


def holder(key: str, keys: Mapping[str, str]) -> str | None:
    """Whose key this is, or None. All keys are compared, so that the time tells nothing about which one was near."""
    digest, found = _digest(key), None
    for known, name in keys.items():
        if hmac.compare_digest(known, digest):
            found = name
    return found


def key_in(headers: Mapping[str, str]) -> str:
    """The key that a request brings in `X-API-Key` or `Authorization: Bearer`; empty when it brings none."""
    given = headers.get("x-api-key", "")
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return given or (token.strip() if scheme.lower() == "bearer" else "")


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
