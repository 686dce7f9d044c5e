"""Puts the compiled rules into the wheel, so that the first check after installation is as quick as every other.

Compiling is a convenience, never a condition: when it cannot be done while building, the wheel goes without, and
tonelint compiles the rules on first use.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # a clone's rules are about to be edited
            return
        output = Path(tempfile.mkdtemp(prefix="tonelint-build-")) / "ruleset.bin"
        sys.path.insert(0, self.root)
        try:
            from tonelint.ruleset import prebuild

            prebuild(output)
        except Exception as error:
            self.app.display_warning(f"rules are not precompiled: {type(error).__name__}: {error}")
            return
        finally:
            sys.path.remove(self.root)
        build_data["force_include"][str(output)] = "tonelint/_data/ruleset.bin"
