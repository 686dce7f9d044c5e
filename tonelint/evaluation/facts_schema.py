"""`python -m tonelint.evaluation.facts_schema`: writes docs/facts.schema.json from the one table of what facts may say.

`--check` only says whether the file is current.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tonelint.judging.facts_shape import json_schema

FILE = Path(__file__).resolve().parents[2] / "docs" / "facts.schema.json"


def main(arguments: Sequence[str]) -> int:
    """Writes the schema, or with `--check` compares it; 1 says that it is out of date."""
    made = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if "--check" in arguments:
        return int(not FILE.is_file() or FILE.read_text(encoding="utf-8") != made)
    FILE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
