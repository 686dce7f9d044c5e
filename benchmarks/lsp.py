"""How long an editor waits: `python benchmarks/lsp.py`, a real client that types into a letter of 20 KB.

Client and server speak over standard input and output. The pause before a check is set to nothing, so that the figures
are the work itself: from the change that the editor sends to the underlines that come back. The letter is made of the
rules' own examples in Russian, one pressing line in every sixth paragraph; each change adds a word in another place.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from tonelint.evaluation.examples import examples_of
from tonelint.ruleset import load

SIZE = 20_000
"""Bytes of the letter."""
CHANGES = 40
LIMIT = 100.0
"""Milliseconds that a check may take once warm."""


def letter() -> str:
    """A letter of `SIZE` bytes without a paragraph twice."""
    examples = [one for info in load().rules.values() for one in examples_of(info) if one.language == "ru"]
    plain = [one for one in examples if one.format == "text" and "\n" not in one.text]
    fine, pressing = ([one.text for one in plain if one.bad is bad] for bad in (False, True))
    shuffled = random.Random(1)
    shuffled.shuffle(fine)
    shuffled.shuffle(pressing)
    paragraphs: list[str] = []
    while sum(len(one.encode()) + 2 for one in paragraphs) < SIZE:
        sentences = [fine.pop() for _ in range(4)]
        paragraphs.append(" ".join(sentences if len(paragraphs) % 6 else [*sentences, pressing.pop()]))
    return "\n\n".join(paragraphs)


async def measured() -> tuple[float, list[float], int]:
    """Milliseconds until the first underlines, for each change after it, and how many findings the letter has."""
    client = LanguageClient("benchmark", "1")
    told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def hear(params: lsp.PublishDiagnosticsParams) -> None:
        told.put_nowait(params)

    text, uri = letter(), (Path(tempfile.mkdtemp()) / "letter.md").as_uri()
    await client.start_io(sys.executable, "-m", "tonelint", "lsp")
    options = {"debounce": 0}
    await client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities(), initialization_options=options))
    client.initialized(lsp.InitializedParams())
    began = time.perf_counter()
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "markdown", 0, text)))
    found = len((await told.get()).diagnostics)
    first = (time.perf_counter() - began) * 1000
    words, took = text.split(" "), []
    for version in range(1, CHANGES + 1):
        words.insert(len(words) * version // (CHANGES + 1), "слово")
        change = lsp.TextDocumentContentChangeWholeDocument(" ".join(words))
        began = time.perf_counter()
        client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(version, uri), [change])
        )
        await told.get()
        took.append((time.perf_counter() - began) * 1000)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return first, took, found


def main() -> int:
    """Prints the figures; 1 when half of the changes take longer than `LIMIT`."""
    first, took, found = asyncio.run(measured())
    half, slow = statistics.median(took), statistics.quantiles(took, n=20)[-1]
    print(f"letter of {SIZE} bytes, {found} findings")
    print(f"first underlines, cold: {first:.0f} ms")
    print(f"after a change, warm: median {half:.0f} ms, 95% under {slow:.0f} ms (aim: {LIMIT:.0f} ms)")
    return int(half > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
