"""A letter that is open in an editor: read, checked under the configuration closest to it, kept until it changes.

Nothing here speaks the protocol. A configuration is read once, until `forget` is called.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tonelint.checker import Checker
from tonelint.config import Config, MessageLanguage, find_config, load_config
from tonelint.errors import TonelintError
from tonelint.matching.memory import Memory
from tonelint.model import Document, Part, Report
from tonelint.reading import format_of, read_text, sought
from tonelint.rewriting.apply import fixed

LANGUAGE_IDS = {"markdown": "markdown", "html": "html", "plaintext": "text", "mjml": "html", "eml": "eml"}
"""What editors call the formats of letters that have no file yet."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it stood when it was checked. `failure` is the one sentence why it could not be."""

    text: str
    document: Document
    report: Report
    checker: Checker
    failure: str = ""

    def shift(self, part: str) -> int | None:
        """Where a part begins in the text of the editor, in code points; None when it is stored encoded."""
        found = next((one for one in self.document.parts if one.path == part), None)
        if found is None or not found.writable:
            return None
        return len(_bytes(self.text)[: found.byte_start].decode("utf-8", "surrogatepass"))

    @property
    def language(self) -> MessageLanguage:
        """The language of the messages."""
        return self.checker.language


class Letters:
    """Checks letters; paragraphs that have not changed since they were last checked cost little.

    Args:
        lang: the language of the messages, whatever a configuration says.
        facts: a file of facts for every letter.
    """

    def __init__(self, lang: MessageLanguage | None = None, facts: Path | None = None) -> None:
        self._lang = lang
        self._facts = facts
        self._checkers: dict[Path | None, Checker] = {}
        self._plain = Checker(Config(lang=lang))

    def forget(self) -> None:
        """Read configurations, rules and facts anew from now on."""
        self._checkers.clear()

    def checked(self, text: str, path: Path, language_id: str = "") -> Letter:
        """The letter `text`, which stands, or will be saved, at `path`."""
        empty = Document(str(path), "text", (), ())
        try:
            checker = self._checker(path)
            document = self._read(text, path, language_id, checker)
            checker.clock = datetime.now().astimezone()
            report = checker.check_document(document)
        except TonelintError as error:
            return Letter(text, empty, Report(str(path)), self._plain, error.told(self._plain.language))
        return Letter(text, document, report, checker, "; ".join(one.message for one in report.problems))

    def fixed(self, letter: Letter, path: Path, language_id: str = "") -> str:
        """The letter's text with every rewrite applied that keeps the meaning and needs no fact."""
        done = fixed(
            _bytes(letter.text),
            lambda data: self._read(data.decode("utf-8", "surrogatepass"), path, language_id, letter.checker),
            letter.checker.check_document,
        )
        return done.data.decode("utf-8", "surrogatepass")

    def _read(self, text: str, path: Path, language_id: str, checker: Checker) -> Document:
        kind = format_of(path.name) or LANGUAGE_IDS.get(language_id, "text")
        if format_of(path.name) and not sought(path, path):  # data, such as package.json: nobody has named it
            return Document(str(path), kind, (Part(text, byte_end=len(_bytes(text))),), ())
        document = read_text(text, str(path), format=kind, options=checker.reading_options())
        if len(document.parts) == 1 and not document.parts[0].byte_end:
            # The editor's text is all there is, in UTF-8 whatever the file on disk is stored in.
            whole = replace(document.parts[0], byte_start=0, byte_end=len(_bytes(text)))
            document = replace(document, parts=(whole,))
        return document

    def _checker(self, path: Path) -> Checker:
        source = find_config(path.parent)
        if source not in self._checkers:
            config = load_config(source) if source else Config()
            changes: dict[str, Any] = {"lang": self._lang} if self._lang else {}
            if self._facts:
                changes["facts"] = self._facts
            self._checkers[source] = Checker(replace(config, **changes), memory=Memory())
        return self._checkers[source].for_file(path)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
