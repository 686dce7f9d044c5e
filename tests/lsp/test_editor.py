"""The language server as an editor meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from tests.lsp.conftest import Editor

PRESSING = "Good morning!\n\nOnly 3 seats left!\n"
DECLINE = """<div><a class="button" href="/y">Subscribe</a>
<a class="button" href="/n">No thanks, I'd rather stay unfit</a></div>
"""


def rules(found: list[lsp.Diagnostic]) -> list[object]:
    return [one.code for one in found]


def after(text: str, changes: list[lsp.TextEdit]) -> str:
    """`text`, all of whose characters are in the basic plane, with an editor's changes made."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for change in sorted(changes, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        start = starts[change.range.start.line] + change.range.start.character
        end = starts[change.range.end.line] + change.range.end.character
        text = text[:start] + change.new_text + text[end:]
    return text


def test_a_pressing_line_is_underlined_when_a_letter_is_opened(editor: Editor, tmp_path: Path) -> None:
    (found,) = editor.open(tmp_path / "letter.md", PRESSING)
    assert found.code == "scarcity/stock-left"
    assert found.source == "tonelint"
    assert found.severity == lsp.DiagnosticSeverity.Warning
    assert found.range == lsp.Range(lsp.Position(2, 0), lsp.Position(2, 17))
    assert "cannot check" in found.message


def test_a_clean_letter_has_no_underline(editor: Editor, tmp_path: Path) -> None:
    assert editor.open(tmp_path / "clean.md", "The course starts on 3 December.\n") == []


def test_an_emoji_before_the_words_counts_as_the_two_units_that_editors_count(editor: Editor, tmp_path: Path) -> None:
    (found,) = editor.open(tmp_path / "emoji.md", "🌿👩‍🌾 Only 3 seats left!\n")
    start = len("🌿👩‍🌾 ".encode("utf-16-le")) // 2
    assert (found.range.start.character, found.range.end.character) == (start, start + 17)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(editor: Editor, tmp_path: Path, end: str) -> None:
    text = f"One\u2028two\x0cthree.{end}{end}Only 3 seats left!{end}"
    found = editor.open(tmp_path / f"ends{ord(end[0])}{len(end)}.txt", text, "plaintext")
    assert [(one.range.start.line, one.range.start.character) for one in found] == [(2, 0)]


def test_typing_is_checked_after_a_pause_and_only_the_last_of_quick_changes(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "typed.md"
    assert editor.open(path, "Hello\n") == []
    for version, text in enumerate(("Only", "Only 3", "Only 3 seats", "Only 3 seats left!"), 2):
        editor.type(path, text, version)
    assert rules(editor.diagnostics(path, 5)) == ["scarcity/stock-left"]
    assert [one.version for one in editor.told[path.as_uri()]] == [1, 5]


def test_a_note_says_why_and_offers_better_lines(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    editor.open(path, "🌿 " + PRESSING.splitlines()[2])
    said = editor.hover(path, 0, 6)
    assert "scarcity/stock-left" in said
    assert "count of what is left" in said
    assert "seats available" in said
    assert editor.hover(path, 0, 0) == ""


def test_a_quick_fix_writes_the_better_line_and_nothing_else(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "decline.html"
    (found,) = editor.open(path, DECLINE, "html")
    actions = editor.actions(path, found.range, lsp.CodeActionKind.QuickFix)
    best = next(one for one in actions if one.is_preferred)
    assert best.title == "Better: No thanks"
    assert list(best.diagnostics or ()) == [found]
    assert best.edit
    assert best.edit.changes
    assert after(DECLINE, list(best.edit.changes[path.as_uri()])) == DECLINE.replace(", I'd rather stay unfit", "")


def test_a_line_that_waits_for_a_fact_is_shown_before_it_is_written(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "gap.md"
    (found,) = editor.open(path, PRESSING)
    first = editor.actions(path, found.range, lsp.CodeActionKind.QuickFix)[0]
    assert "{count date}" in first.title
    assert "fill in" in first.title
    assert not first.is_preferred
    assert first.edit
    assert first.edit.change_annotations
    assert all(one.needs_confirmation for one in first.edit.change_annotations.values())


def test_no_fix_is_offered_where_nothing_is_underlined(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.md"
    editor.open(path, PRESSING)
    start = lsp.Position(0, 0)
    assert editor.actions(path, lsp.Range(start, start), lsp.CodeActionKind.QuickFix) == []


def test_fixing_all_puts_in_place_what_needs_no_decision(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "all.html"
    text = DECLINE + "<p>Only 3 seats left!</p>\n"
    editor.open(path, text, "html")
    everything = lsp.Range(lsp.Position(0, 0), lsp.Position(2, 0))
    for kind in ("source.fixAll.tonelint", "source.fixAll", "source"):
        (action,) = editor.actions(path, everything, kind)
        assert action.kind == "source.fixAll.tonelint"
        assert action.edit
        assert action.edit.changes
        fixed = after(text, list(action.edit.changes[path.as_uri()]))
        assert fixed == text.replace(", I'd rather stay unfit", "")


def test_another_tools_actions_are_left_to_it(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "other.html"
    (found,) = editor.open(path, DECLINE, "html")
    assert editor.actions(path, found.range, "source.organizeImports") == []
    assert editor.actions(path, found.range, "source.fixAll.eslint") == []


def test_the_line_above_a_letter_tells_its_measures(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "measured.md"
    editor.open(path, "We would like to offer you our wide range of services. " * 12)
    (lens,) = editor.lenses(path)
    assert lens.command
    assert "specificity" in lens.command.title
    assert lens.range.start == lsp.Position(0, 0)


def test_a_changed_configuration_is_heard_at_once(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "configured.md"
    config = tmp_path / "tonelint.toml"
    assert rules(editor.open(path, PRESSING)) == ["scarcity/stock-left"]
    editor.until(lambda: any(one.method == lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES for one in editor.watched))
    config.write_text('ignore = ["scarcity"]\n', encoding="utf-8")
    heard = len(editor.told[path.as_uri()])
    event = lsp.FileEvent(config.as_uri(), lsp.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
    editor.until(lambda: len(editor.told[path.as_uri()]) > heard)
    assert not editor.told[path.as_uri()][-1].diagnostics


def test_a_broken_configuration_is_one_sentence_and_the_server_lives_on(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "tonelint.toml").write_text('lang = "en"\nfail-on = "error"\n', encoding="utf-8")
    (found,) = editor.open(tmp_path / "letter.md", PRESSING)
    assert "tonelint.toml:2:" in found.message
    assert found.severity == lsp.DiagnosticSeverity.Error


def test_a_letter_without_a_file_is_read_by_the_name_of_its_language(editor: Editor) -> None:
    item = lsp.TextDocumentItem("untitled:Untitled-1", "html", 1, "<p>Only <b>3</b> seats left!</p>")
    editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    editor.until(lambda: editor.told.get("untitled:Untitled-1"))
    assert rules(list(editor.told["untitled:Untitled-1"][-1].diagnostics)) == ["scarcity/stock-left"]


def test_places_in_an_email_are_those_of_the_file(editor: Editor, tmp_path: Path) -> None:
    letter = "Subject: News\nContent-Type: text/plain; charset=utf-8\n\nПривет!\n\nOnly 3 seats left!\n"
    found = editor.open(tmp_path / "letter.eml", letter, "eml")
    line = [one.range.start.line for one in found if one.code == "scarcity/stock-left"]
    assert line == [5]


def test_a_closed_letter_loses_its_underlines(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "closed.md"
    editor.open(path, PRESSING)
    document = lsp.TextDocumentIdentifier(path.as_uri())
    editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(document))
    editor.until(lambda: editor.told[path.as_uri()][-1].version is None)
    assert not editor.told[path.as_uri()][-1].diagnostics


def test_a_russian_editor_is_spoken_to_in_russian_and_the_server_leaves_politely(tmp_path: Path) -> None:
    editor = Editor({"tonelint": {"lang": "ru", "rules_url": "https://docs.example.org/rules/"}}, tmp_path)
    (found,) = editor.open(tmp_path / "письмо.md", "Осталось 2 места!\n")
    assert "число, которое читателю нечем проверить" in found.message
    assert found.code_description
    assert found.code_description.href == "https://docs.example.org/rules/ru/scarcity.html#stock-left"
    assert editor.close() == 0


def test_changed_settings_and_facts_are_heard_while_the_server_runs(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("stock: {left: 3}\n", encoding="utf-8")
    path = tmp_path / "letter.md"
    editor = Editor({"lang": "en", "facts": "facts.yaml"}, tmp_path)
    assert editor.open(path, PRESSING) == []
    editor.until(lambda: editor.watched)
    assert "facts.yaml" in str(editor.watched[0].register_options)
    heard = len(editor.told[path.as_uri()])
    editor.client.workspace_did_change_configuration(
        lsp.DidChangeConfigurationParams({"tonelint": {"lang": "ru", "facts": ""}})
    )
    editor.until(lambda: len(editor.told[path.as_uri()]) > heard)
    (found,) = editor.told[path.as_uri()][-1].diagnostics
    assert "нечем проверить" in found.message
    assert editor.close() == 0
