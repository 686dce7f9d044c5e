"""Batches of letters: what is one template, what in each letter is its own, and where letters may come from."""

from __future__ import annotations

import csv
import json
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

import tonelint
from tonelint import ReadingError
from tonelint.cli import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "batch" / "sent.csv"
BODY = (
    "our bakery has a second oven now, and rye bread is ready at eight in the morning. Come by on your way to work, "
    "the crust is on us, and tell the neighbours if you like it."
)
OTHER = (
    "You asked what our sourdough is made of: it has lived on rye flour and water since the first day, nothing else."
)


def table(path: Path, texts: list[str], column: str = "text") -> Path:
    path.write_text("".join(json.dumps({"id": n, column: t}) + "\n" for n, t in enumerate(texts)), encoding="utf-8")
    return path


def test_letters_in_which_only_the_name_varies_are_told_so(tmp_path: Path) -> None:
    path = table(tmp_path / "sent.jsonl", [f"Hello {name}, {BODY}" for name in ("Olga", "Simon", "Ann Lee")] + [OTHER])
    batch = tonelint.similar([path])
    (group,) = batch.groups
    assert (group.size, group.varies, batch.alone) == (3, "name", 1)
    assert "Hello […], our bakery" in group.template
    assert group.samples == ("Olga", "Simon", "Ann Lee")


def test_letters_that_are_the_same_have_nothing_of_their_own(tmp_path: Path) -> None:
    (group,) = tonelint.similar([table(tmp_path / "a.jsonl", [BODY, BODY])]).groups
    assert (group.varies, group.unique_share) == ("nothing", 0.0)


def test_names_and_figures_are_slots_of_one_template(tmp_path: Path) -> None:
    texts = [
        f"Dear {name}, the cake for {day} May costs {sum_}. {BODY}"
        for name, day, sum_ in (("Ann", 3, 20), ("Tim", 9, 45))
    ]
    (group,) = tonelint.similar([table(tmp_path / "a.jsonl", texts)]).groups
    assert group.varies == "figures"


def test_a_letter_with_a_paragraph_of_its_own_is_more_than_a_slot(tmp_path: Path) -> None:
    added = "Last week we spoke about gluten, so here is what the miller answered: spelt has some, buckwheat has none."
    texts = [f"Hello Olga, {BODY}", f"Hello Simon, {BODY}", f"Hello Ann, {BODY} {added}"]
    (group,) = tonelint.similar([table(tmp_path / "a.jsonl", texts)], threshold=0.5).groups
    shares = [member.unique_share for member in group.members]
    assert group.varies == "text"
    assert shares[2] > 0.25 > shares[0]


def test_letters_about_different_things_stay_apart(tmp_path: Path) -> None:
    batch = tonelint.similar([table(tmp_path / "a.jsonl", [BODY, OTHER])])
    assert (batch.groups, batch.alone) == ((), 2)


def test_the_same_batch_gives_the_same_answer_in_one_process_and_in_two(tmp_path: Path) -> None:
    bodies = [" ".join(f"word{seed * place}" for place in range(30)) for seed in range(7)]
    texts = [f"Hello Olga, a letter of ours: {bodies[number % 7]}" for number in range(3100)]
    path = table(tmp_path / "a.jsonl", texts)
    alone, together = tonelint.similar([path], jobs=1), tonelint.similar([path], jobs=2)
    assert alone == together
    assert len(alone.groups) == 7


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".json", ".jsonl", ".parquet"])
def test_every_kind_of_table_gives_the_same_groups(tmp_path: Path, suffix: str) -> None:
    texts = [f"Hello Olga, {BODY}", f"Hello Simon, {BODY}", OTHER]
    path = tmp_path / f"sent{suffix}"
    if suffix in (".csv", ".tsv"):
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, delimiter="\t" if suffix == ".tsv" else ",")
            writer.writerows([("id", "body"), *((n, text) for n, text in enumerate(texts))])
    elif suffix == ".json":
        path.write_text(json.dumps([{"body": text} for text in texts]), encoding="utf-8")
    elif suffix == ".jsonl":
        table(path, texts, "body")
    else:
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow.parquet import write_table

        write_table(pyarrow.table({"id": [1, 2, 3], "body": texts}), path)
    batch = tonelint.similar([path])
    assert [[member.name for member in group.members] for group in batch.groups] == [[f"{path}:1", f"{path}:2"]]


def test_folders_and_mailboxes_are_read_as_letters(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "sent.mbox")
    for name in ("Olga", "Simon"):
        message = EmailMessage()
        message["Subject"] = "Rye bread"
        message.set_content(f"<p>Hello {name}, {BODY}</p>", subtype="html")
        box.add(message)
        (tmp_path / f"{name}.txt").write_text(f"Rye bread\n\nHello {name}, {BODY}", encoding="utf-8")
    box.close()
    (group,) = tonelint.similar([tmp_path]).groups
    assert group.size == 4


def test_markup_in_a_cell_is_not_part_of_the_letter(tmp_path: Path) -> None:
    texts = [f"<div class='a{n}'><p style='color:#{n}{n}{n}'>Hello, {BODY}</p></div>" for n in range(2)]
    (group,) = tonelint.similar([table(tmp_path / "a.jsonl", texts)]).groups
    assert group.varies == "nothing"


def test_a_missing_column_is_named_with_those_that_are_there(tmp_path: Path) -> None:
    path = table(tmp_path / "a.jsonl", [BODY])
    with pytest.raises(ReadingError, match=r"no column 'mail'; these are there: id, text"):
        tonelint.similar([path], column="mail")


def test_broken_json_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one"}\n{"text": \n', encoding="utf-8")
    with pytest.raises(ReadingError, match=r"a\.jsonl:2: not valid JSON"):
        tonelint.similar([path])


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    batch = tonelint.similar([tmp_path])
    assert batch.letters == 1
    ((name, problem),) = batch.problems
    assert name.endswith("b.txt")
    assert problem.message


def test_the_command_tells_the_groups(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["similar", str(EXAMPLE), "--lang", "ru"]) == 0
    assert "различается только имя" in capsys.readouterr().out
    assert run(["similar", str(EXAMPLE), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [len(group["members"]) for group in data["groups"]] == [3, 2]
    assert data["alone"] == 1


def test_short_lines_of_names_and_capitals_are_not_one_template(tmp_path: Path) -> None:
    texts = ["SPECIAL PRICES FOR YOU", "EVERY CLIENT IS UNIQUE", "Olga Smith", "Simon Lee", "12 May", "3 June"]
    assert tonelint.similar([table(tmp_path / "a.jsonl", texts)]).groups == ()


def test_a_letter_without_words_is_named_and_not_compared(tmp_path: Path) -> None:
    batch = tonelint.similar([table(tmp_path / "a.jsonl", ["...", "!!!", BODY])])
    assert (batch.letters, batch.groups) == (1, ())
    assert [problem.message for _, problem in batch.problems] == ["the letter says nothing"] * 2


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"nowhere: no such file or folder"):
        tonelint.similar([tmp_path / "nowhere"])
