"""`tonelint lsp`: a language server over standard input and output, for underlines while a letter is being written.

It checks after a short pause, answers from what was checked last, and reads configurations anew when they change. It
never writes a file; every change is the editor's to make.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from tonelint import __version__
from tonelint.config import MessageLanguage
from tonelint.integrations import lsp_answers as answers
from tonelint.integrations.lsp_letters import Letter, Letters
from tonelint.integrations.lsp_positions import Positions
from tonelint.reporting.words import say

SECTION = "tonelint"
WATCHED = ("**/tonelint.toml", "**/pyproject.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the editor asks for. `debounce` is the pause before a check, in seconds."""

    lang: MessageLanguage | None = None
    debounce: float = 0.15
    measures: bool = True
    facts: str = ""
    rules_url: str = ""


def settings_from(given: Any) -> Settings:
    """Settings from an editor's options; what is missing, unknown or of another kind keeps its default."""
    told = given if isinstance(given, dict) else {}
    told = told.get(SECTION, told) if isinstance(told.get(SECTION, told), dict) else told
    lang, pause = told.get("lang"), told.get("debounce")
    default = Settings()
    return Settings(
        lang=lang if lang in get_args(MessageLanguage) else None,
        debounce=min(float(pause), 10.0) if isinstance(pause, int | float) and pause >= 0 else default.debounce,
        measures=told.get("measures") is not False,
        facts=told["facts"] if isinstance(told.get("facts"), str) else "",
        rules_url=told["rules_url"] if isinstance(told.get("rules_url"), str) else "",
    )


class Server(LanguageServer):
    """The server and what it knows: the settings, the letters, what each open one came to, the checks that wait."""

    def __init__(self) -> None:
        # Whole texts, because editors and Python do not agree on what ends a line, and letters are short.
        super().__init__(SECTION, __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.settings = Settings()
        self.letters = Letters()
        self.known: dict[str, Letter] = {}
        self.waiting: dict[str, asyncio.TimerHandle] = {}

    def configure(self, given: Any) -> None:
        """Take over the editor's settings."""
        self.settings = settings_from(given)
        root = self.workspace.root_path
        facts = Path(root or ".") / self.settings.facts if self.settings.facts else None
        self.letters = Letters(self.settings.lang, facts)
        self.known.clear()

    def letter(self, uri: str) -> tuple[Letter, Positions]:
        """The letter at `uri` as the editor has it now, checked unless it already was."""
        document = self.workspace.get_text_document(uri)
        known = self.known.get(uri)
        if known is None or known.text != document.source:
            known = self.letters.checked(document.source, path_of(uri), document.language_id or "")
            self.known[uri] = known
        return known, Positions(known.text, self.workspace.position_encoding or "utf-16")

    def publish(self, uri: str) -> None:
        """Check, and tell the editor what is underlined."""
        self.waiting.pop(uri, None)
        letter, at = self.letter(uri)
        told = answers.diagnostics(letter, at, self.settings.rules_url)
        version = self.workspace.get_text_document(uri).version
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, told, version))

    def publish_soon(self, uri: str) -> None:
        """Check when the writer pauses."""
        self.stop_waiting(uri)
        loop = asyncio.get_running_loop()
        self.waiting[uri] = loop.call_later(self.settings.debounce, self.publish, uri)

    def stop_waiting(self, uri: str) -> None:
        """Forget a check that has not begun."""
        handle = self.waiting.pop(uri, None)
        if handle is not None:
            handle.cancel()

    def publish_all(self) -> None:
        """Read every configuration anew and check all open letters."""
        self.letters.forget()
        self.known.clear()
        for uri in list(self.workspace.text_documents):
            self.publish(uri)


def path_of(uri: str) -> Path:
    """The path of a letter; one that was never saved stands where the server was started."""
    path = to_fs_path(uri)
    return Path(path) if path and uri.startswith("file:") else Path.cwd() / uri.rpartition(":")[2].lstrip("/")


def make_server() -> Server:
    """A server with everything it answers to, not yet started."""
    server = Server()
    _answer_for_the_workspace(server)
    _follow_the_texts(server)
    _answer_about_texts(server)
    return server


def _answer_for_the_workspace(server: Server) -> None:
    """What an editor says about itself, its settings and the files of settings beside the letters."""

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        server.configure(params.initialization_options)

    @server.feature(lsp.INITIALIZED)
    async def initialized(_: lsp.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            facts = (f"**/{Path(server.settings.facts).name}",) if server.settings.facts else ()
            watchers = [lsp.FileSystemWatcher(pattern) for pattern in (*WATCHED, *facts)]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            asked = lsp.Registration("tonelint-config", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await server.client_register_capability_async(lsp.RegistrationParams([asked]))

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: lsp.DidChangeConfigurationParams) -> None:
        if params.settings:
            server.configure(params.settings)
        server.publish_all()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(_: lsp.DidChangeWatchedFilesParams) -> None:
        server.publish_all()


def _follow_the_texts(server: Server) -> None:
    """Letters that are opened, written, saved and closed."""

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        server.publish_soon(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.stop_waiting(params.text_document.uri)
        server.publish(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.stop_waiting(uri)
        server.known.pop(uri, None)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def _answer_about_texts(server: Server) -> None:
    """What a writer asks about one letter: why, what instead, what it is like as a whole."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        return answers.hover(*server.letter(params.text_document.uri), params.position)

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, answers.FIX_ALL]),
    )
    def code_actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return _code_actions(server, params)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS, lsp.CodeLensOptions())
    def code_lens(params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        if not server.settings.measures:
            return []
        uri = params.text_document.uri
        letter, _ = server.letter(uri)
        return answers.lens(letter, letter.checker.measure(letter.document), uri) if letter.document.parts else []

    @server.command(answers.SHOW_MEASURES)
    def show_measures(uri: str) -> None:
        letter, _ = server.letter(uri)
        measures = letter.checker.measure(letter.document)
        said = [one["reading"][letter.language] for one in measures.values() if one and "reading" in one]
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, " ".join(said)))


def _code_actions(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri = params.text_document.uri
    letter, at = server.letter(uri)
    only = params.context.only
    made: list[lsp.CodeAction] = []
    if only is None or any(_asks_for(kind, lsp.CodeActionKind.QuickFix.value) for kind in only):
        edit = server.client_capabilities.workspace and server.client_capabilities.workspace.workspace_edit
        preview = bool(edit and edit.change_annotation_support and edit.document_changes)
        made += answers.quick_fixes(letter, at, uri, params.range, params.context.diagnostics, preview=preview)
    if letter.report.findings and (only is None or any(_asks_for(kind, answers.FIX_ALL) for kind in only)):
        document = server.workspace.get_text_document(uri)
        after = server.letters.fixed(letter, path_of(uri), document.language_id or "")
        change = answers.whole_edit(letter.text, after, at)
        if change:
            whole = lsp.WorkspaceEdit(changes={uri: [change]})
            made.append(lsp.CodeAction(say("lsp-fix-all", letter.language), kind=answers.FIX_ALL, edit=whole))
    return made


def _asks_for(kind: str, own: str) -> bool:
    """Whether an editor that asks for `kind` wants actions of the kind `own`: it does for its own and wider kinds."""
    return own == kind or own.startswith(f"{kind}.")
