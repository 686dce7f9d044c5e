"""How findings look to a person, from findings built by hand."""

from __future__ import annotations

from dataclasses import replace

from tonelint.model import Document, Finding, Part, Problem, Report, Rewrite
from tonelint.reporting import Failure, Outcome, RenderOptions, checked, render
from tonelint.reporting.words import counted

SOURCE = "Привет!\n  Осталось <b>2</b>&nbsp;места 🔥, торопитесь!\nДо встречи.\n"
START, END = SOURCE.index("Осталось"), SOURCE.index(" 🔥")
FINDING = Finding(
    rule="scarcity/stock-left",
    category="scarcity",
    severity="warning",
    confidence="high",
    evidence="claim",
    message="Названо число: 2 места. Передайте остаток, и строка будет подтверждена.",
    why="Без учёта не видно, столько ли их сейчас. Второе предложение остаётся на странице правила.",
    start=START,
    end=END,
    line=2,
    column=3,
    end_line=2,
    end_column=30,
    excerpt="Осталось 2 места",
    role="body",
    language="ru",
    rewrites=(
        Rewrite("Свободно 2 места, данные на {дата подсчёта}", "needs-fact", START, END, ("дата подсчёта",)),
        Rewrite("", "safe", START, END),
        Rewrite("Запись [открыта] до мая", "idea", START, END),
    ),
)


def page(finding: Finding, source: str = SOURCE, options: RenderOptions = RenderOptions(language="ru")) -> str:
    document = Document("letters/spring.html", "html", (Part(source, finding.part),), ())
    return render(Outcome((checked(Report(document.name, (finding,), words=5), document),)), options)


def test_a_finding_shows_its_place_its_line_its_reason_and_better_lines() -> None:
    assert page(FINDING) == (
        "letters/spring.html:2:3 предупреждение scarcity/stock-left\n"
        "  Осталось <b>2</b>&nbsp;места 🔥, торопитесь!\n"
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  Названо число: 2 места. Передайте остаток, и строка будет подтверждена.\n"
        "  Почему: Без учёта не видно, столько ли их сейчас.\n"
        "  Лучше: Свободно 2 места, данные на {дата подсчёта} (впишите: дата подсчёта)\n"
        "  Или: можно убрать\n"
        "  Или: Запись [открыта] до мая (как вариант)\n"
        "\n"
        "1 файл, 1 замечание: 1 предупреждение.\n"
    )


def test_quiet_leaves_out_the_summary_only() -> None:
    loud, quiet = page(FINDING), page(FINDING, options=RenderOptions(language="ru", quiet=True))
    assert loud.startswith(quiet)
    assert "1 файл" not in quiet


def test_a_wide_character_before_the_words_does_not_shift_the_marks() -> None:
    source = "🔥 Осталось 2 места!"
    finding = replace(FINDING, start=2, end=18, line=1, column=3, rewrites=())
    _, shown, marks, *_ = page(finding, source).splitlines()
    assert shown == "  🔥 Осталось 2 места!"
    assert marks == "     " + "^" * 16


def test_a_finding_over_several_lines_is_shown_on_one() -> None:
    source = "<p>Осталось\n    2\n    места!</p>\n<p>Другое</p>"
    finding = replace(FINDING, start=3, end=source.index("!"), line=1, column=4, end_line=3, rewrites=())
    _, shown, marks, *_ = page(finding, source).splitlines()
    assert shown == "  <p>Осталось 2 места!</p>"
    assert marks == "     " + "^" * 16


def test_of_a_very_long_line_only_the_surroundings_are_shown() -> None:
    source = "а " * 50_000 + "Осталось 2 места" + " б" * 50_000
    finding = replace(FINDING, start=100_000, end=100_016, line=1, column=100_001, rewrites=())
    _, shown, *_ = page(finding, source).splitlines()
    assert shown.startswith("  …")
    assert shown.endswith("…")
    assert "Осталось 2 места" in shown
    assert len(shown) < 150


def test_a_cut_line_is_cut_between_words() -> None:
    source = "передвижной " * 20 + "Осталось 2 места" + " передвижной" * 20
    finding = replace(FINDING, start=240, end=256, line=1, column=241, rewrites=())
    _, shown, *_ = page(finding, source).splitlines()
    words = set(shown.strip().strip("…").split())
    assert words == {"передвижной", "Осталось", "2", "места"}


def test_a_part_of_a_letter_and_a_cell_are_named_in_the_place() -> None:
    assert page(replace(FINDING, part="text/html[2]")).startswith("letters/spring.html!text/html[2]:2:3 предупреждение")
    assert page(replace(FINDING, address="Sheet1!B2")).startswith("letters/spring.html:2:3 (Sheet1!B2) предупреждение")


def test_prose_is_wrapped_to_the_terminal_and_rewrites_line_up() -> None:
    lines = page(FINDING, options=RenderOptions(language="ru", width=50)).splitlines()
    assert "  Лучше: Свободно 2 места, данные на {дата" in lines
    assert "         подсчёта} (впишите: дата подсчёта)" in lines


def test_the_words_of_a_letter_are_never_markup_for_the_terminal() -> None:
    painted = page(replace(FINDING, message="[bold]Слова[/bold] [1]"), options=RenderOptions(color=True))
    assert "[bold]Слова[/bold] [1]" in painted
    assert "Запись [открыта] до мая" in painted


def test_a_hostile_file_name_cannot_command_the_terminal() -> None:
    document = Document("a\x1b[2J\nb.txt", "text", (Part(SOURCE),), ())
    shown = render(Outcome((checked(Report(document.name, (FINDING,)), document),)), RenderOptions())
    assert shown.startswith("a·[2J b.txt:2:3 warning")


def test_the_summary_counts_what_was_found_and_what_was_not_read() -> None:
    document = Document("a.txt", "text", (Part(SOURCE),), ())
    report = Report("a.txt", (FINDING, replace(FINDING, severity="error")), words=5, problems=(Problem("torn"),))
    outcome = Outcome((checked(report, document),), (Failure("b.bin", "a picture"),), ("c.png", "d.png"))
    assert render(outcome, RenderOptions()).splitlines()[-1] == (
        "1 file, 2 findings: 1 error, 1 warning. Skipped, not copy: 2. Read only in part: 1. Could not be read: 1."
    )


def test_russian_numerals_agree() -> None:
    assert [counted(n, "finding", "ru") for n in (1, 2, 5, 11, 12, 21, 24, 111, 1004)] == [
        "1 замечание",
        "2 замечания",
        "5 замечаний",
        "11 замечаний",
        "12 замечаний",
        "21 замечание",
        "24 замечания",
        "111 замечаний",
        "1004 замечания",
    ]
