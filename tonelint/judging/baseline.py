"""Findings that were there before: a readable file that keeps them quiet until somebody touches their sentence.

Each is known by its file, its rule, the words of its sentence and how many there are alike, so a moved line stays quiet
and one more copy of it does not. A file that was renamed finds its entries under its old name.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tonelint.errors import ConfigError
from tonelint.sentences import Sentence, reason, words

FILE_NAME = "tonelint-baseline.json"
VERSION = 1
_NOTE = "Findings known before; tonelint is quiet about them. Written by tonelint baseline write, to be read."

Key = tuple[str, str]
"""A rule and the words of a sentence."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings of each file, by a path with forward slashes that counts from the baseline's folder."""

    files: Mapping[str, Counter[Key]]


def read_baseline(path: Path) -> Baseline:
    """The baseline in `path`.

    Raises:
        ConfigError: the file cannot be read or is not a baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = Sentence("the baseline cannot be read: {reason}", reason=reason(error))
        raise ConfigError(message, path=str(path)) from error
    except json.JSONDecodeError as error:
        message = Sentence("not valid JSON: {what}", what=words(error.msg.lower()))
        raise ConfigError(message, path=str(path), line=error.lineno) from error
    except UnicodeDecodeError as error:
        raise ConfigError("a baseline is UTF-8 text, and this file is not", path=str(path)) from error
    if not isinstance(data, dict) or data.get("version") != VERSION:
        message = Sentence("this is not a baseline of version {version}; write it anew", version=VERSION)
        raise ConfigError(message, path=str(path))
    try:
        return Baseline(
            {
                name: Counter({(one["rule"], one["sentence"]): int(one.get("count", 1)) for one in entries})
                for name, entries in data["files"].items()
            }
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ConfigError(
            "an entry of the baseline lacks its 'rule' or 'sentence'; write it anew", path=str(path)
        ) from error


def written(files: Mapping[str, Iterable[Key]]) -> str:
    """The text of a baseline: one finding a line, in an order that does not change by itself."""
    lines = []
    for name in sorted(files):
        counts = sorted(Counter(files[name]).items())
        if counts:
            entries = ",\n".join(f"   {_entry(key, count)}" for key, count in counts)
            lines.append(f"  {json.dumps(name, ensure_ascii=False)}: [\n{entries}\n  ]")
    body = ",\n".join(lines)
    note = json.dumps(_NOTE)
    return f'{{\n "version": {VERSION},\n "note": {note},\n "files": {{\n{body}\n }}\n}}\n'


def known(keys: Sequence[Key], entries: Counter[Key]) -> frozenset[int]:
    """The numbers of the findings that `entries` know: of those that are alike, the first ones up to their count."""
    left = Counter(entries)
    gone = []
    for number, key in enumerate(keys):
        if left[key] > 0:
            left[key] -= 1
            gone.append(number)
    return frozenset(gone)


def entries_for(name: str, baseline: Baseline, exists: Callable[[str], bool]) -> Counter[Key]:
    """What the baseline knows about the file `name`; a file that it does not know may be one that was renamed."""
    if name in baseline.files:
        return baseline.files[name]
    moved: Counter[Key] = Counter()
    for other, entries in baseline.files.items():
        if not exists(other):
            moved += entries
    return moved


def _entry(key: Key, count: int) -> str:
    rule, sentence = key
    entry: dict[str, object] = {"rule": rule, "sentence": sentence}
    return json.dumps({**entry, "count": count} if count > 1 else entry, ensure_ascii=False)
