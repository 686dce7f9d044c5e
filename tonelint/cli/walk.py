"""`tonelint fix --interactive`: one finding after another, and the writer decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import click

from tonelint.config import MessageLanguage
from tonelint.model import Document, Finding, Report, Rewrite
from tonelint.reporting import Outcome, RenderOptions, checked, render
from tonelint.reporting.better import better_words
from tonelint.reporting.words import say
from tonelint.rewriting.apply import Applied, Fixed, apply_one, with_slots, words_at
from tonelint.rewriting.splice import spliced
from tonelint.rewriting.suppress import ignoring

Read = Callable[[bytes], Document]
Check = Callable[[Document], Report]


@dataclass
class _Walk:
    """Where the writer is: the file as it stands, what was done, what was passed by."""

    data: bytes
    document: Document
    report: Report
    read: Read
    check: Check
    language: MessageLanguage
    applied: list[Applied] = field(default_factory=list)
    passed: Counter[tuple[str, str]] = field(default_factory=Counter)

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def become(self, data: bytes) -> None:
        """Goes on with the file as it is after a change."""
        self.data = data
        self.document = self.read(data)
        self.report = self.check(self.document)


def walked(data: bytes, read: Read, check: Check, language: MessageLanguage) -> Fixed:
    """The file in `data` after the writer has walked through its findings; what they chose is in it."""
    document = read(data)
    walk = _Walk(data, document, check(document), read, check, language)
    while (finding := _next(walk)) is not None:
        click.echo(_page(walk, finding), nl=False)
        if not _decided(walk, finding):
            break
    return Fixed(walk.data, walk.document, walk.report, tuple(walk.applied))


def _next(walk: _Walk) -> Finding | None:
    """The first finding that the writer has not passed by."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in walk.report.findings:
        name = _name(finding)
        seen[name] += 1
        if seen[name] > walk.passed[name]:
            return finding
    return None


def _page(walk: _Walk, finding: Finding) -> str:
    """The finding as `check` shows it, its rewrites numbered."""
    alone = checked(replace(walk.report, findings=(replace(finding, rewrites=()),)), walk.document)
    lines = [render(Outcome((alone,)), RenderOptions(walk.language, quiet=True), "text").rstrip("\n")]
    for number, rewrite in enumerate(finding.rewrites, 1):
        lines.append(f"  {number}  {better_words(rewrite, walk.language)}")
    return "\n".join(lines) + "\n"


def _decided(walk: _Walk, finding: Finding) -> bool:
    """Asks until the writer has decided about `finding`; False when they want to stop."""
    while True:
        answer = (
            click.prompt(walk.say("walk-ask", count=len(finding.rewrites)), default="s", show_default=False)
            .strip()
            .lower()
        )
        if answer == "q":
            return False
        if answer == "s":
            walk.passed[_name(finding)] += 1
            return True
        if answer == "i":
            done = _ignored(walk, finding)
        elif answer == "e":
            done = _applied(walk, finding, _edited(walk, finding))
        elif answer.isdigit() and 1 <= int(answer) <= len(finding.rewrites):
            done = _applied(walk, finding, _answered(walk, finding.rewrites[int(answer) - 1]))
        else:
            continue
        if done:
            return True
        click.echo(walk.say("walk-cannot"))


def _answered(walk: _Walk, rewrite: Rewrite) -> Rewrite:
    """The rewrite with its open slots filled by the writer."""
    return with_slots(rewrite, {need: click.prompt(f"  {need}").strip() for need in rewrite.needs})


def _edited(walk: _Walk, finding: Finding) -> Rewrite:
    """The writer's own line, in the place of the first rewrite or of the flagged words."""
    first = finding.rewrites[0] if finding.rewrites else Rewrite(finding.excerpt, "idea", finding.start, finding.end)
    text = click.prompt(walk.say("walk-edit"), default=first.text or finding.excerpt)
    source = next(part.text for part in walk.document.parts if part.path == finding.part)[first.start : first.end]
    lead, trail = len(source) - len(source.lstrip()), len(source) - len(source.rstrip())
    return replace(first, text=text.strip(), start=first.start + lead, end=first.end - trail, needs=(), reads="")


def _applied(walk: _Walk, finding: Finding, rewrite: Rewrite) -> bool:
    made = apply_one(walk.data, walk.document, finding, rewrite)
    if made is None:
        return False
    before = Counter(_name(one) for one in walk.report.findings)
    old = words_at(finding, rewrite, walk.document)
    walk.become(made)
    walk.applied.append(Applied(finding, rewrite, old))
    # A line that the writer chose and that still gives this finding is not asked about again.
    walk.passed += Counter(_name(one) for one in walk.report.findings if one.rule == finding.rule) - before
    if Counter(_name(one) for one in walk.report.findings)[_name(finding)] >= before[_name(finding)]:
        walk.passed[_name(finding)] += 1
    return True


def _ignored(walk: _Walk, finding: Finding) -> bool:
    reason = click.prompt(walk.say("walk-reason")).strip()
    edit = ignoring(finding, walk.document, reason)
    made = spliced(walk.data, walk.document, (edit,)) if edit else None
    if made is None:
        return False
    walk.become(made)
    walk.passed[_name(finding)] += 1
    return True


def _name(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.excerpt
