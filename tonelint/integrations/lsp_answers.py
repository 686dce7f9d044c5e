"""What an editor is shown of a checked letter: underlines, notes, quick fixes, the line of measures.

Plain functions from a letter to the protocol's own types; nothing is sent from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types as lsp

from tonelint.config import MessageLanguage
from tonelint.integrations.lsp_letters import Letter
from tonelint.integrations.lsp_positions import Positions
from tonelint.model import Finding, Rewrite
from tonelint.reporting.better import better_line
from tonelint.reporting.measures import NAMES
from tonelint.reporting.words import say
from tonelint.rewriting.edits import edits

SOURCE = "tonelint"
FIX_ALL = "source.fixAll.tonelint"
SHOW_MEASURES = "tonelint.showMeasures"
_SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "advice": lsp.DiagnosticSeverity.Information,
}
_ASK = "fill-in"
"""The annotation of changes that leave a gap for the writer: the editor shows them before they are made."""


def place(finding: Finding, letter: Letter, at: Positions) -> lsp.Range:
    """Where a finding is underlined; one in an encoded part of a letter is told at its first line."""
    shift = letter.shift(finding.part)
    return at.first_line() if shift is None else at.range(finding.start + shift, finding.end + shift)


def diagnostics(letter: Letter, at: Positions, rules_url: str = "") -> list[lsp.Diagnostic]:
    """The findings as underlines, and what kept the letter from being checked, if anything did.

    Args:
        rules_url: where the rule pages are, such as `https://docs.example.org/rules`; no links when empty.
    """
    told = [_diagnostic(finding, letter, at, rules_url) for finding in letter.report.findings]
    if letter.failure:
        error = lsp.DiagnosticSeverity.Error
        told.append(lsp.Diagnostic(at.first_line(), letter.failure, severity=error, source=SOURCE))
    return told


def _diagnostic(finding: Finding, letter: Letter, at: Positions, rules_url: str) -> lsp.Diagnostic:
    category, _, name = finding.rule.partition("/")
    page = f"{rules_url.rstrip('/')}/{letter.language}/{category}.html#{name}" if rules_url else ""
    return lsp.Diagnostic(
        place(finding, letter, at),
        finding.message,
        severity=_SEVERITY[finding.severity],
        code=finding.rule,
        code_description=lsp.CodeDescription(page) if page else None,
        source=SOURCE,
        data={"why": finding.why},
    )


def hover(letter: Letter, at: Positions, position: lsp.Position) -> lsp.Hover | None:
    """What is said of the words at `position`: the message, why, and the better lines."""
    offset = at.offset(position)
    found = [
        finding
        for finding in letter.report.findings
        if (shift := letter.shift(finding.part)) is not None and finding.start + shift <= offset <= finding.end + shift
    ]
    if not found:
        return None
    text = "\n\n---\n\n".join(_note(finding, letter.language) for finding in found)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), place(found[0], letter, at))


def _note(finding: Finding, language: MessageLanguage) -> str:
    lines = [f"**{_plain(finding.message)}**", "", _plain(finding.why), "", f"`{finding.rule}`"]
    if finding.rewrites:
        lines += ["", say("better", language).strip(), ""]
        lines += [f"- {_plain(better_line(rewrite, language))}" for rewrite in finding.rewrites]
    return "\n".join(lines)


def quick_fixes(
    letter: Letter, at: Positions, uri: str, wanted: lsp.Range, shown: Sequence[lsp.Diagnostic], *, preview: bool
) -> Iterator[lsp.CodeAction]:
    """The better lines for findings that touch `wanted`, the first safe one of each being the preferred.

    Args:
        shown: the editor's diagnostics there, to be tied to their fixes.
        preview: whether the editor can show a change before it is made; used for lines with a gap, and for ideas.
    """
    start, end = at.offset(wanted.start), at.offset(wanted.end)
    for finding in letter.report.findings:
        shift = letter.shift(finding.part)
        if shift is None or finding.start + shift > end or finding.end + shift < start:
            continue
        here = place(finding, letter, at)
        own = [one for one in shown if one.code == finding.rule and one.range == here]
        preferred = True
        for rewrite in finding.rewrites:
            change = _change(rewrite, finding, letter, at, shift)
            if not change:
                continue
            safe = rewrite.applicability == "safe"
            yield lsp.CodeAction(
                _title(rewrite, letter.language),
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=own,
                is_preferred=(safe and preferred) or None,
                edit=_workspace_edit(uri, change, rewrite, letter.language, preview=preview and not safe),
            )
            preferred = preferred and not safe


def _change(rewrite: Rewrite, finding: Finding, letter: Letter, at: Positions, shift: int) -> list[lsp.TextEdit]:
    made = edits(rewrite, letter.document, finding.part) or ()
    return [lsp.TextEdit(at.range(edit.start + shift, edit.end + shift), edit.text) for edit in made]


def _workspace_edit(
    uri: str, change: list[lsp.TextEdit], rewrite: Rewrite, language: MessageLanguage, *, preview: bool
) -> lsp.WorkspaceEdit:
    if not preview:
        return lsp.WorkspaceEdit(changes={uri: change})
    annotated = [lsp.AnnotatedTextEdit(_ASK, edit.range, edit.new_text) for edit in change]
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri)
    label = lsp.ChangeAnnotation(better_line(rewrite, language), needs_confirmation=True)
    return lsp.WorkspaceEdit(
        document_changes=[lsp.TextDocumentEdit(document, annotated)], change_annotations={_ASK: label}
    )


def whole_edit(before: str, after: str, at: Positions) -> lsp.TextEdit | None:
    """The one edit that turns `before` into `after`, as small as its ends allow; None when nothing changes."""
    if before == after:
        return None
    shortest = min(len(before), len(after))
    head = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    tail = next((n for n in range(shortest - head) if before[-1 - n] != after[-1 - n]), shortest - head)
    return lsp.TextEdit(at.range(head, len(before) - tail), after[head : len(after) - tail])


def lens(letter: Letter, measures: Any, uri: str) -> list[lsp.CodeLens]:
    """The letter's measures as one line above it; none for a letter without measures."""
    index = int(letter.language == "ru")
    said = [
        f"{names[index]} {measures[key]['value']:.1f}"
        for key, (*names, _) in NAMES.items()
        if measures.get(key) is not None and measures[key]["value"] is not None
    ]
    if not said:
        return []
    start = lsp.Position(0, 0)
    return [lsp.CodeLens(lsp.Range(start, start), lsp.Command(" · ".join(said), SHOW_MEASURES, arguments=[uri]))]


def _title(rewrite: Rewrite, language: MessageLanguage) -> str:
    return say("better", language) + better_line(rewrite, language)


def _plain(text: str) -> str:
    """Text that an editor's Markdown shows as it is."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#" else character for character in text)
