"""The paragraphs of a Word document: their words, and the bytes that each word stands in.

Word cuts a sentence into runs wherever a letter was typed on another day; here they are one text again, and every run
knows its place in the XML. Deleted and hidden words, field codes, and the second copies that Word keeps for older
programs are left out. What a paragraph is for is decided by the reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tonelint.errors import ReadingError
from tonelint.reading.office_xml import Attributes, parse
from tonelint.sentences import Sentence

MOST_PARAGRAPHS = 100_000
MOST_RUNS = 500_000
"""More than any letter has; a file made to exhaust its reader has more."""
_UNREAD = frozenset(("w:moveFrom", "w:del", "mc:Fallback", "w:instrText", "w:delText"))
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"}
_NO = frozenset(("0", "false", "off", "none"))
_LEADS = re.compile(r"\s*HYPERLINK\s+(?:\\\w\s+)*\"([^\"]*)\"")
_FILLED = re.compile(
    r"\s*(?:MERGEFIELD|GREETINGLINE|ADDRESSBLOCK|PAGE|NUMPAGES|DATE|TIME|DOCPROPERTY|AUTHOR|FILENAME|FILLIN)\b", re.I
)
"""Fields that Word fills in: their present result is only a sample."""


@dataclass(slots=True)
class Run:
    """A stretch of a paragraph's text; `start..end` are the bytes it stands in, both 0 where no words do (a tab)."""

    text: str
    start: int = 0
    end: int = 0
    tag: int = 0
    """The byte that the `w:t` around the words begins at."""
    filled: bool = False
    """Whether the words are a sample in the place of a merge field."""


@dataclass(slots=True)
class Anchor:
    """A link: where it begins and ends in the paragraph's text; `href` is an address, `rel` the name of one."""

    start: int
    end: int
    rel: str = ""
    href: str = ""


@dataclass(slots=True)
class Paragraph:
    """One paragraph; `cell` is its table, row and cell, from 1. `note` names the kind of note it stands in."""

    start: int
    end: int = 0
    runs: list[Run] = field(default_factory=list)
    links: list[Anchor] = field(default_factory=list)
    style: str = ""
    outlined: bool = False
    listed: bool = False
    cell: tuple[int, int, int] | None = None
    box: int = 0
    note: str = ""
    length: int = 0
    plain: bool = True
    """Whether it holds words and nothing else, so that it may be taken out whole."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def add(self, run: Run) -> None:
        if run.text:
            self.runs.append(run)
            self.length += len(run.text)


@dataclass(slots=True)
class _Field:
    """A field that is open: its code so far, the link it makes, whether its result is only a sample."""

    code: str = ""
    link: Anchor | None = None
    filled: bool = False


@dataclass
class _Walk:
    """The state of one pass over the XML."""

    name: str
    done: list[Paragraph] = field(default_factory=list)
    runs: int = 0
    open: list[Paragraph] = field(default_factory=list)
    tables: list[list[int]] = field(default_factory=list)
    count: int = 0
    boxes: int = 0
    box: list[int] = field(default_factory=list)
    unread: int = 0
    in_run: bool = False
    hidden: bool = False
    fields: list[_Field] = field(default_factory=list)
    words: list[str] | None = None
    tag: int = 0
    first: int = 0
    note: str = ""

    def start(self, name: str, given: Attributes, at: int) -> None:
        if name in _UNREAD or self.unread:
            if name == "w:instrText" and not self.unread:
                self.words = []
            self.unread += 1
            if self.open:
                self.open[-1].plain = False
            return
        if name == "w:p":
            cell = (self.tables[-1][0], self.tables[-1][1], self.tables[-1][2]) if self.tables else None
            self.open.append(Paragraph(at, cell=cell, box=self.box[-1] if self.box else 0, note=self.note))
            self.done.append(self.open[-1])
            self._refuse_giants()
        elif name == "w:t":
            self.words, self.tag, self.first = [], at, 0
        elif name == "w:r":
            self.in_run, self.hidden = True, False
        elif name in _TABLE:
            _TABLE[name](self)
        elif name == "w:txbxContent":
            self.boxes += 1
            self.box.append(self.boxes)
        elif name in {"w:footnote", "w:endnote"}:
            self.note = name[2:] if given.get("w:type", "normal") == "normal" else "-"
        elif self.open:
            self._inside(name, given)

    def _inside(self, name: str, given: Attributes) -> None:
        """What is told of the paragraph or run that is open."""
        here = self.open[-1]
        value = given.get("w:val", "")
        if name in _SIGNS and self.in_run:
            if not self.hidden:
                self._add(Run(_SIGNS[name]))
        elif name == "w:vanish":
            self.hidden = self.in_run and value not in _NO
        elif name == "w:pStyle":
            here.style = value
        elif name == "w:outlineLvl":
            here.outlined = value != "9"
        elif name == "w:numPr":
            here.listed = True
        elif name == "w:hyperlink":
            href = f"#{given['w:anchor']}" if "w:anchor" in given else ""
            here.links.append(Anchor(here.length, -1, given.get("r:id", ""), href))
            here.plain = False
        elif name == "w:fldSimple":
            self.fields.append(_Field(given.get("w:instr", "")))
            self._result(here)
        elif name == "w:fldChar":
            self._field(given.get("w:fldCharType", ""), here)
        elif name in {"w:drawing", "w:pict", "w:object", "w:sectPr", "w:bookmarkStart", "w:commentReference"}:
            here.plain = False

    def _field(self, what: str, here: Paragraph) -> None:
        here.plain = False
        if what == "begin":
            self.fields.append(_Field())
        elif what == "separate" and self.fields:
            self._result(here)
        elif what == "end" and self.fields:
            self._over(here)

    def _result(self, here: Paragraph) -> None:
        """The code of the innermost field is complete: what comes now is shown."""
        one = self.fields[-1]
        leads = _LEADS.match(one.code)
        one.filled = _FILLED.match(one.code) is not None
        here.plain = False
        if leads:
            one.link = Anchor(here.length, -1, href=leads[1])
            here.links.append(one.link)

    def _over(self, here: Paragraph) -> None:
        one = self.fields.pop()
        if one.link is not None and one.link in here.links:
            one.link.end = here.length

    def end(self, name: str, at: int) -> None:
        if self.unread:
            self.unread -= 1
            if name == "w:instrText" and not self.unread and self.words is not None:
                if self.fields:
                    self.fields[-1].code += "".join(self.words)
                self.words = None
            return
        if name == "w:t":
            self._said(at)
        elif name == "w:r":
            self.in_run = False
        elif name == "w:p" and self.open:
            closed = self.open.pop()
            closed.end = at
            for link in closed.links:
                link.end = closed.length if link.end < 0 else link.end
        elif name == "w:hyperlink" and self.open:
            for link in reversed(self.open[-1].links):
                if link.end < 0:
                    link.end = self.open[-1].length
                    break
        elif name == "w:fldSimple" and self.fields and self.open:
            self._over(self.open[-1])
        elif name == "w:tbl" and self.tables:
            self.tables.pop()
        elif name == "w:txbxContent" and self.box:
            self.box.pop()

    def text(self, said: str, at: int) -> None:
        if self.words is not None:
            if not self.words:
                self.first = at
            self.words.append(said)

    def _said(self, at: int) -> None:
        """A `w:t` is complete."""
        text = "".join(self.words or ())
        self.words = None
        if self.open and not self.hidden and self.note != "-":
            filled = any(one.filled for one in self.fields)
            self._add(Run(text, self.first, at, self.tag, filled))

    def _add(self, run: Run) -> None:
        self.runs += 1
        self._refuse_giants()
        self.open[-1].add(run)

    def _refuse_giants(self) -> None:
        if len(self.done) > MOST_PARAGRAPHS or self.runs > MOST_RUNS:
            raise ReadingError(Sentence("has more paragraphs than a letter can need; split it"), path=self.name)

    def table(self) -> None:
        self.count += 1
        self.tables.append([self.count, 0, 0])

    def row(self) -> None:
        if self.tables:
            self.tables[-1][1] += 1
            self.tables[-1][2] = 0

    def cell(self) -> None:
        if self.tables:
            self.tables[-1][2] += 1


_TABLE = {"w:tbl": _Walk.table, "w:tr": _Walk.row, "w:tc": _Walk.cell}


def paragraphs(data: bytes, name: str) -> list[Paragraph]:
    """The paragraphs in one part of a document (`word/document.xml`), in the order they begin.

    Raises:
        ReadingError: the XML is broken, or wants to be more than a document.
    """
    walk = _Walk(name)
    parse(data, name, start=walk.start, end=walk.end, text=walk.text)
    return walk.done
