"""The SARIF schema of OASIS, and how a log is held against it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, FormatChecker

SCHEMA = Path(__file__).with_name("sarif-2.1.0-rtm.5.json")
"""See the README beside it."""


def checksum() -> tuple[str, str]:
    """The SHA-256 of the schema, and the one that its README names."""
    said = re.search(r"SHA-256 \| `([0-9a-f]{64})`", SCHEMA.with_name("README.md").read_text(encoding="utf-8"))
    return hashlib.sha256(SCHEMA.read_bytes()).hexdigest(), said[1] if said else ""


def hold_to_the_standard(log: Any) -> None:
    """Fails with the place and the reason when a SARIF log is not what the standard asks for."""
    validator = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker())
    faults = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)]
    assert not faults, "\n".join(faults)
