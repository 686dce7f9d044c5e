"""The way in: bytes, text or a file become a `Document` of segments, each with a role, a language and an exact source
map.

One file a format, listed once below. Nothing here judges copy, and nothing here prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath
from typing import NamedTuple

from tonelint.errors import ReadingError
from tonelint.model import Document, Language, Part, Problem, Role
from tonelint.reading.containers import MAILBOX, is_container
from tonelint.reading.decoding import declared_in_gettext, declared_in_markup, decode
from tonelint.reading.options import ReadingOptions
from tonelint.sentences import Sentence, reason

__all__ = ["FORMATS", "ReadingOptions", "collect", "format_of", "read_bytes", "read_file", "read_text"]


class Format(NamedTuple):
    """An input format: its reader's module, the names it goes by, and whether the reader decodes the bytes itself.

    `asks` names the module that says of a file in a folder whether it is copy (`is_copy(path, shown)`), for endings
    that more often hold data; `declared` says where a file tells its encoding, when it is not UTF-8.
    """

    module: str
    extensions: tuple[str, ...]
    also: tuple[str, ...] = ()
    raw: bool = False
    asks: str = ""
    declared: Callable[[bytes], str | None] | None = None


FORMATS: dict[str, Format] = {
    "text": Format("text", (".txt", ".text"), also=("txt", "plain")),
    "markdown": Format("markdown", (".md", ".markdown"), also=("md",)),
    "html": Format("html", (".html", ".htm", ".xhtml", ".mjml"), also=("htm", "mjml"), declared=declared_in_markup),
    "eml": Format("email", (".eml",), also=("email", "mail"), raw=True),
    "docx": Format("docx", (".docx", ".docm", ".dotx"), raw=True),
}
"""Extension -> reader. A new format is one module with a `read` function and one line here."""

LETTERS = tuple(FORMATS)
"""The formats of single letters and pages; the others hold many texts."""

_CATALOGUES = "catalogues.languages"
FORMATS |= {
    "json": Format("catalogues.json", (".json",), asks=_CATALOGUES),
    "arb": Format("catalogues.json", (".arb",)),
    "yaml": Format("catalogues.yaml", (".yaml", ".yml"), also=("yml",), asks=_CATALOGUES),
    "po": Format("catalogues.po", (".po", ".pot"), also=("pot", "gettext"), declared=declared_in_gettext),
    "properties": Format("catalogues.properties", (".properties",), asks=_CATALOGUES, declared=lambda _: "latin-1"),
    "strings": Format("catalogues.strings", (".strings",)),
    "ftl": Format("catalogues.fluent", (".ftl",), also=("fluent",)),
    "xliff": Format("catalogues.xliff", (".xliff", ".xlf"), also=("xlf",), declared=declared_in_markup),
    "android": Format("catalogues.android", (".xml",), also=("xml",), asks=_CATALOGUES, declared=declared_in_markup),
}
"""String catalogues; see docs/formats.md."""

_SEPARATED, _WORKBOOK = "tables.separated", "tables.workbook"
FORMATS |= {
    "csv": Format(_SEPARATED, (".csv", ".tsv", ".tab"), also=("tsv",), asks=_SEPARATED),
    "xlsx": Format(_WORKBOOK, (".xlsx", ".xlsm", ".xltx"), raw=True, asks=_WORKBOOK),
}
"""Tables."""

TEMPLATES = (
    ".erb",
    ".ejs",
    ".hbs",
    ".handlebars",
    ".mustache",
    ".liquid",
    ".j2",
    ".jinja",
    ".jinja2",
    ".njk",
    ".twig",
    ".tpl",
)
"""Second extensions of templates: `letter.txt.erb` is read as `letter.txt`, `letter.erb` as HTML."""

_BY_EXTENSION = {extension: name for name, entry in FORMATS.items() for extension in entry.extensions}
_BY_NAME = {alias: name for name, entry in FORMATS.items() for alias in (name, *entry.also)}


def format_of(name: str | Path) -> str | None:
    """The format that a file's name promises, or None when it promises nothing we know."""
    path = PurePath(name)
    suffix = path.suffix.lower()
    if suffix in TEMPLATES:
        inner = _BY_EXTENSION.get(PurePath(path.stem).suffix.lower(), "html")
        return inner if inner in ("text", "markdown") else "html"
    return _BY_EXTENSION.get(suffix)


def sought(path: Path, shown: PurePath, data: Callable[[], bytes] | None = None) -> bool:
    """Whether a file in a folder is read without being named.

    Args:
        shown: its path from the folder that was named on.
        data: gives the contents, when they are not on disk.
    """
    kind = format_of(path.name)
    if kind is None:
        return path.suffix.lower() == MAILBOX
    asks = FORMATS[kind].asks
    if not asks:
        return True
    module = import_module(f"tonelint.reading.{asks}")
    if data is not None and hasattr(module, "is_copy_inside"):
        return bool(module.is_copy_inside(data(), path.name))
    return bool(module.is_copy(path, shown))


def collect(paths: Sequence[Path], *, skipped: Callable[[Path], object] | None = None) -> Iterator[Path | Problem]:
    """The files to read behind `paths`: named files as they are, folders recursively.

    Inside folders only files of copy count and `.gitignore` files are respected; the order is stable, nothing comes
    twice. A missing path or a folder that may not be opened is a `Problem` that names it. `skipped` is told of the
    files inside folders that are not copy.
    """
    from tonelint.reading.collecting import files_behind

    return files_behind(paths, sought, skipped)


def read_bytes(
    data: bytes, name: str, *, format: str | None = None, options: ReadingOptions = ReadingOptions()
) -> Document:
    """The document in `data`.

    Args:
        name: the file's name; its extension picks the format unless `format` does. An unknown one is read as plain
        text.

    Raises:
        ReadingError: binary data, an unknown format, or more than `options.max_bytes` bytes.
    """
    _refuse_giants(len(data), name, options)
    if format is None and is_container(name):
        raise ReadingError("holds several letters; 'tonelint check' reads each of them", path=name)
    kind = _known(format, name) if format is not None else format_of(name) or "text"
    entry = FORMATS[kind]
    if entry.raw:
        return _reader(entry)(data, name, options)
    decoded = decode(data, declared=entry.declared(data) if entry.declared else None, name=name)
    part = Part(
        decoded.text,
        encoding=decoded.encoding,
        byte_start=decoded.mark,
        byte_end=len(data),
        writable=decoded.faithful,
    )
    return _reader(entry)(part, name, options)


def read_text(
    text: str,
    name: str = "<text>",
    *,
    format: str = "text",
    role: Role = "body",
    language: Language | None = None,
    options: ReadingOptions = ReadingOptions(),
) -> Document:
    """The document in a text that is already decoded.

    Args:
        role: what the text is, when the caller knows it: a subject line, a button. Ordinary body segments take it.
        language: the language of every segment, when the caller knows it.

    Raises:
        ReadingError: an unknown format, or more than `options.max_bytes` code points.
    """
    if language is not None:
        options = replace(options, language=language)
    _refuse_giants(len(text), name, options)
    kind = _known(format, name)
    entry = FORMATS[kind]
    if entry.raw:
        return _reader(entry)(text.encode("utf-8", "surrogatepass"), name, options)
    return _reader(entry)(Part(text), name, options, role)


def read_file(path: Path | str, *, format: str | None = None, options: ReadingOptions = ReadingOptions()) -> Document:
    """The document in the file at `path`, which is named in every error.

    Raises:
        ReadingError: the file is missing, forbidden, a folder, too large, or not text.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            data = file.read(options.max_bytes + 1)
    except OSError as error:
        raise ReadingError(Sentence("cannot be read: {reason}", reason=reason(error)), path=str(path)) from error
    return read_bytes(data, str(path), format=format, options=options)


def _known(format: str, name: str) -> str:
    kind = _BY_NAME.get(format.lower().lstrip("."))
    if kind is None:
        message, known = "unknown format '{format}'; these are known: {known}", ", ".join(FORMATS)
        raise ReadingError(Sentence(message, format=format, known=known), path=name)
    return kind


def _refuse_giants(size: int, name: str, options: ReadingOptions) -> None:
    if size > options.max_bytes:
        message = "larger than {limit} MB, the limit for one file; split it or raise the limit"
        raise ReadingError(Sentence(message, limit=f"{options.max_bytes / 1_000_000:g}"), path=name)


def _reader(entry: Format) -> Callable[..., Document]:
    reader: Callable[..., Document] = import_module(f"tonelint.reading.{entry.module}").read
    return reader
