"""What one letter is like as a whole, in numbers with plain words beside them. Measures describe, they mark nobody.

Each file holds one measure and its scale; `docs/measures.md` explains them to people. Nothing here prints or judges a
line, and names are looked for with models only when a caller asks for depth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tonelint.measures.copy import copy_in
from tonelint.measures.measure import Measure

if TYPE_CHECKING:
    from tonelint.matching.context import Context
    from tonelint.matching.finder import Match

__all__ = ["Measure", "measure"]


def measure(context: Context, matches: Sequence[Match], *, deep: bool = False) -> Mapping[str, Any]:
    """All measures of a document as JSON-ready data, by name.

    Args:
        context: the document, as it was searched.
        matches: what the rules found in it; the template and pressure densities count these.
        deep: look for names with natasha and, where a trained pipeline is installed, spaCy (about a second to load).
    """
    from tonelint.measures import address, merge_tags, pressure, readability, specificity, template, verdict

    copy = copy_in(context)
    specific = specificity.specificity(copy, deep=deep)
    formulas = template.template_density(copy, matches)
    found = (
        specific,
        formulas,
        merge_tags.merge_tags(copy),
        address.we_and_you(copy),
        pressure.pressure(copy, matches),
        readability.readability(copy),
    )
    measured: dict[str, Any] = {one.name: one.to_dict() for one in found}
    measured["words"] = copy.words
    measured["template_verdict"] = verdict.verdict(copy, specific, formulas, matches)
    return measured
