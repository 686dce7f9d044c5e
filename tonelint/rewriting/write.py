"""Putting a rewritten file back: all or nothing, with its permissions, and only when nobody else has changed it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from tonelint.errors import WritingError
from tonelint.sentences import Sentence, reason


def write(path: Path, new: bytes, *, read: bytes) -> None:
    """Replaces the contents of `path`, which were `read`, by `new`, through a temporary file in the same folder.

    A link stays a link: the file it leads to is replaced. Permissions are kept, the owner where the system allows it.

    Raises:
        WritingError: the file has changed since it was read, has gone, or may not be written; it is left as it is.
    """
    target = Path(os.path.realpath(path))
    temporary = None
    try:
        if target.read_bytes() != read:
            raise WritingError(
                "the file has changed since it was read and was left alone; run the command again", path=str(path)
            )
        if not os.access(target, os.W_OK):
            raise WritingError("cannot be written: permission denied", path=str(path))
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        _keep_owner(target, temporary)
        temporary.replace(target)
    except OSError as error:
        raise WritingError(Sentence("cannot be written: {reason}", reason=reason(error)), path=str(path)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _keep_owner(target: Path, temporary: Path) -> None:
    """Gives the new file to the owner of the old one, where the system lets us; otherwise it is ours."""
    stat = target.stat()
    if hasattr(os, "chown") and stat.st_uid != temporary.stat().st_uid:
        try:
            os.chown(temporary, stat.st_uid, stat.st_gid)
        except PermissionError:
            return
