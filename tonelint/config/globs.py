"""Which files a section of the configuration is about: patterns as in `.gitignore`, counted from one folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs(NamedTuple):
    """Patterns such as `legal/**` or `*.eml`, relative to the folder `root`."""

    root: Path
    patterns: tuple[str, ...]

    def match(self, path: Path) -> bool:
        """Whether `path`, absolute or relative to where we stand, is one of the files; outside of `root` none is."""
        try:
            relative = path.absolute().relative_to(self.root.absolute())
        except ValueError:
            return False
        return bool(_spec(self.patterns).match_file(relative.as_posix()))


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
