"""tonelint finds the places in Russian and English copy that press, shame, spy on, trap or bore the reader.

    >>> import tonelint
    >>> report = tonelint.check_text("Осталось 2 места!")
    >>> [finding.excerpt for finding in report.findings]
    ['Осталось 2 места']

Everything a program needs is named here. Nothing in this package prints, logs a text or reaches the network.
"""

from typing import TYPE_CHECKING, Any

from tonelint.checker import Checker, check_bytes, check_file, check_text, load_facts
from tonelint.config import Config, find_config, load_config
from tonelint.errors import ConfigError, FactsError, ReadingError, RuleError, TonelintError
from tonelint.model import Claim, Document, Finding, Problem, Report, Rewrite

if TYPE_CHECKING:
    from tonelint.campaign import series
    from tonelint.similarity import similar

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "Claim",
    "Config",
    "ConfigError",
    "Document",
    "FactsError",
    "Finding",
    "Problem",
    "ReadingError",
    "Report",
    "Rewrite",
    "RuleError",
    "TonelintError",
    "__version__",
    "check_bytes",
    "check_file",
    "check_text",
    "find_config",
    "load_config",
    "load_facts",
    "series",
    "similar",
]


def __getattr__(name: str) -> Any:
    """`series` and `similar` are loaded when they are asked for: most programs check letters and nothing else."""
    if name == "series":
        from tonelint.campaign import series

        return series
    if name == "similar":
        from tonelint.similarity import similar

        return similar
    raise AttributeError(f"module 'tonelint' has no attribute '{name}'")
