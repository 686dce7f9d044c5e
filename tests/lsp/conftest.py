"""A real editor's side of the protocol: pygls's client, and a server in a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds until a server that says nothing is given up; never waited for when it speaks."""
Answer = TypeVar("Answer")


class Editor:
    """An editor with one server. Every method returns when the server has answered."""

    def __init__(self, options: dict[str, Any], folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.client = LanguageClient("test-editor", "1")
        self.told: dict[str, list[lsp.PublishDiagnosticsParams]] = {}
        self.watched: list[lsp.Registration] = []
        self._news = asyncio.Event()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def hear(params: lsp.PublishDiagnosticsParams) -> None:
            self.told.setdefault(params.uri, []).append(params)
            self._news.set()

        @self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def watch(params: lsp.RegistrationParams) -> None:
            self.watched += params.registrations
            self._news.set()

        self.wait(self._start(options, folder))

    async def _start(self, options: dict[str, Any], folder: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
        await self.client.start_io(sys.executable, "-m", "tonelint", "lsp", "--stdio", env=environment, cwd=folder)
        workspace = lsp.WorkspaceClientCapabilities(
            did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            workspace_edit=lsp.WorkspaceEditClientCapabilities(
                document_changes=True, change_annotation_support=lsp.ChangeAnnotationsSupportOptions()
            ),
        )
        await self.client.initialize_async(
            lsp.InitializeParams(
                lsp.ClientCapabilities(workspace=workspace), root_uri=folder.as_uri(), initialization_options=options
            )
        )
        self.client.initialized(lsp.InitializedParams())

    def wait(self, answer: Coroutine[Any, Any, Answer]) -> Answer:
        return self.loop.run_until_complete(asyncio.wait_for(answer, PATIENCE))

    def until(self, holds: Callable[[], object]) -> None:
        """Returns when `holds`, which is asked again whenever the server has said something."""

        async def patient() -> None:
            while not holds():
                self._news.clear()
                await self._news.wait()

        self.wait(patient())

    def open(self, path: Path, text: str, language_id: str = "markdown") -> list[lsp.Diagnostic]:
        item = lsp.TextDocumentItem(path.as_uri(), language_id, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return self.diagnostics(path, 1)

    def type(self, path: Path, text: str, version: int) -> None:
        document = lsp.VersionedTextDocumentIdentifier(version, path.as_uri())
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    def diagnostics(self, path: Path, version: int | None) -> list[lsp.Diagnostic]:
        """What is underlined in the version, once the server has said so."""
        uri = path.as_uri()
        self.until(lambda: any(one.version == version for one in self.told.get(uri, ())))
        return list(next(one for one in reversed(self.told[uri]) if one.version == version).diagnostics)

    def hover(self, path: Path, line: int, character: int) -> str:
        where = lsp.HoverParams(lsp.TextDocumentIdentifier(path.as_uri()), lsp.Position(line, character))
        answer = self.wait(self.client.text_document_hover_async(where))
        return answer.contents.value if answer else ""  # type: ignore[union-attr]

    def actions(self, path: Path, where: lsp.Range, only: str | None = None) -> list[lsp.CodeAction]:
        context = lsp.CodeActionContext(self.told[path.as_uri()][-1].diagnostics, [only] if only else None)
        asked = lsp.CodeActionParams(lsp.TextDocumentIdentifier(path.as_uri()), where, context)
        return list(self.wait(self.client.text_document_code_action_async(asked)) or ())  # type: ignore[arg-type]

    def lenses(self, path: Path) -> list[lsp.CodeLens]:
        asked = lsp.CodeLensParams(lsp.TextDocumentIdentifier(path.as_uri()))
        return list(self.wait(self.client.text_document_code_lens_async(asked)) or ())

    def close(self) -> int:
        """Leaves politely; the exit code of the server."""
        self.wait(self.client.shutdown_async(None))
        self.client.exit(None)
        server = self.client._server
        assert server is not None
        code = self.wait(server.wait())
        self.wait(self.client.stop())
        self.loop.close()
        return code


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor that shows messages in English and waits only a moment before a check."""
    made = Editor({"lang": "en", "debounce": 0.01}, tmp_path_factory.mktemp("workspace"))
    yield made
    made.close()
