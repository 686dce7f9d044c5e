"""From a rule, a letter and facts to better lines, through the public door."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tonelint.matching import match_document
from tonelint.model import Language, Rewrite, Role
from tonelint.reading import read_text
from tonelint.rewriting import rewrites_for, style_of
from tonelint.rewriting.slots import Slot, slots
from tonelint.ruleset import Ruleset
from tonelint.ruleset.compiler import compile_packs
from tonelint.ruleset.files import Pack, core_pack

RULE = """
id: scarcity/test-left
severity: warning
confidence: high
evidence: claim
claim: {{kind: stock, value: n, unit: unit, fact: stock.left}}
title: {{en: t, ru: t}}
message: {{en: m, ru: m}}
why: {{en: w, ru: w}}
{side}:
  match:
    - {{name: left, pattern: {pattern}}}
  rewrites:
{rewrites}
  bad: []
  good: []
"""
LEFT = {
    "ru": "'(=осталось|=остался|=осталась) [всего] <n:number> <unit:(место|билет|комната|неделя)>'",
    "en": "'only <n:number> <unit:(seat|room|copy)> left'",
}


@pytest.fixture(scope="module")
def few_lexicons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only the lexicons that the class `number` asks for: a whole pack takes a second to compile."""
    folder = tmp_path_factory.mktemp("lexicons")
    for language in ("ru", "en"):
        (folder / language).mkdir()
        for name in ("numbers.txt", "magnitudes.txt"):
            shutil.copy(core_pack().lexicons / language / name, folder / language / name)
    return folder


@pytest.fixture
def lines(tmp_path: Path, few_lexicons: Path) -> Any:
    """Gives the rewrites of a text under a rule with the given rewrites."""

    def of(
        text: str,
        *rewrites: str,
        language: Language = "ru",
        role: Role = "body",
        facts: Mapping[str, Any] | None = None,
    ) -> list[Rewrite]:
        folder = tmp_path / "rules" / "scarcity"
        folder.mkdir(parents=True, exist_ok=True)
        given = "\n".join(f"    - {rewrite}" for rewrite in rewrites)
        rule = RULE.format(side=language, pattern=LEFT[language], rewrites=given)
        (folder / "test-left.yaml").write_text(rule, encoding="utf-8")
        ruleset = Ruleset(compile_packs([Pack(tmp_path / "rules", few_lexicons)]))
        document = read_text(text, role=role, language=language)
        matches, _ = match_document(document, ruleset, rules=frozenset(("scarcity/test-left",)))
        style = style_of(document)
        info = ruleset.rules["scarcity/test-left"]
        return [one for match in matches for one in rewrites_for(match, document, info, facts, style=style)]

    return of


def texts(rewrites: list[Rewrite]) -> list[str]:
    return [rewrite.text for rewrite in rewrites]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Осталось 2 места!", "Есть 2 места."),
        ("Остался 21 билет.", "Есть 21 билет."),
        ("Осталось всего 5 комнат.", "Есть 5 комнат."),
        ("Осталась одна комната", "Есть одна комната"),
        ("Осталось двадцать две комнаты", "Есть двадцать две комнаты"),
    ],
)
def test_a_captured_unit_agrees_with_the_captured_number(lines: Any, text: str, said: str) -> None:
    assert texts(lines(text, "{text: 'есть {n} {unit:agree n}', kind: idea}")) == [said]


def test_our_own_word_agrees_with_number_and_noun(lines: Any) -> None:
    rewrite = "{text: '{свободен:agree n unit} {n} {unit:agree n}'}"
    assert texts(lines("Осталась 1 комната", rewrite)) == ["Свободна 1 комната"]
    assert texts(lines("Осталось 5 комнат", rewrite)) == ["Свободно 5 комнат"]
    english = "{text: 'there {is:agree n} {n} {unit:agree n}'}"
    assert texts(lines("Only 1 seat left", english, language="en")) == ["There is 1 seat"]
    assert texts(lines("Only 3 seats left", english, language="en")) == ["There are 3 seats"]


def test_a_merge_tag_is_kept_but_never_agreed_with(lines: Any) -> None:
    plain, agreed = "{text: 'свободно мест: {n}'}", "{text: 'есть {n} {unit:agree n}'}"
    assert texts(lines("Осталось {{ left }} места", plain, agreed)) == ["Свободно мест: {{ left }}"]


def test_the_name_a_sentence_begins_with_stays(lines: Any) -> None:
    made = lines("{{имя}}, осталось 2 места!", "{text: 'Запись открыта.', scope: sentence, kind: safe}")
    assert texts(made) == ["запись открыта."]


def test_a_missing_fact_is_a_question_and_a_given_one_an_answer(lines: Any) -> None:
    rewrite = "{text: 'запись до {offer.ends_at|дата окончания}', drops: numbers, kind: needs-fact}"
    (open_,) = lines("Осталось 2 места!", rewrite)
    assert (open_.text, open_.needs) == ("Запись до {дата окончания}.", ("дата окончания",))
    (closed,) = lines("Осталось 2 места!", rewrite, facts={"offer": {"ends_at": "2026-05-31T18:00+03:00"}})
    assert (closed.text, closed.needs, closed.applicability) == ("Запись до 31\u00a0мая, 18:00.", (), "needs-fact")


def test_the_usual_name_of_a_fact_is_enough(lines: Any) -> None:
    facts = {"now": "2026-05-20", "stock": {"left": 2}}
    made = lines(
        "Осталось 2 места!",
        "{text: 'есть {n} {unit:agree n}, подсчёт на {дата подсчёта}', kind: needs-fact}",
        facts=facts,
    )
    assert texts(made) == ["Есть 2 места, подсчёт на 20\u00a0мая."]


def test_a_count_that_the_facts_contradict_is_corrected(lines: Any) -> None:
    facts = {"now": "2026-05-20", "stock": {"left": 21}}
    made = lines(
        "Осталось 2 места!", "{text: 'есть {n} {unit:agree n} на {дата подсчёта}', kind: needs-fact}", facts=facts
    )
    assert texts(made) == ["Есть 21 место на 20\u00a0мая."]


@pytest.mark.parametrize(
    ("rewrite", "kind"),
    [
        ("{text: 'есть {n} {unit:agree n}', kind: safe}", "safe"),
        ("{text: 'есть места', kind: safe}", "idea"),
        ("{text: 'есть места', kind: safe, drops: numbers}", "safe"),
        ("{text: 'есть {n} {unit:agree n} на {дата}', kind: safe}", "needs-fact"),
        ("{text: 'есть {n} {unit:agree n} на {дата}'}", "needs-fact"),
        ("{text: 'есть {n} {unit:agree n}', kind: needs-fact}", "idea"),
        ("{text: 'есть {n} {unit:agree n}'}", "idea"),
    ],
)
def test_a_rewrite_is_never_freer_than_it_can_be(lines: Any, rewrite: str, kind: str) -> None:
    assert [one.applicability for one in lines("Осталось 2 места.", rewrite)] == [kind]


@pytest.mark.parametrize(
    ("text", "rewrite", "kinds"),
    [
        ("Осталось 2 места курса.", "{text: 'есть до {дата}', kind: needs-fact, drops: numbers}", []),
        ("Осталось 2 места курса.", "{text: '{сколько}', kind: needs-fact, drops: numbers}", ["idea"]),
        ("Осталось 2 места на курс.", "{text: 'есть до {дата}', kind: needs-fact, drops: numbers}", ["needs-fact"]),
        ("Осталось 2 места, спешите.", "{text: 'есть до {дата}', kind: needs-fact, drops: numbers}", ["needs-fact"]),
        ("Осталось 2 места курса.", "{text: 'до {дата}', kind: needs-fact, drops: numbers}", ["needs-fact"]),
        ("Осталось 2 места курса.", "{text: '{n} {unit:agree n}, {дата}, всё', kind: needs-fact}", ["needs-fact"]),
    ],
)
def test_an_answer_before_a_bare_word_is_left_out(lines: Any, text: str, rewrite: str, kinds: list[str]) -> None:
    assert [one.applicability for one in lines(text, rewrite)] == kinds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Осталось 2 места.", ["Есть 2 места, подсчёт на {дата}."]),
        ("Осталось 2 места в воскресной группе!", ["Есть 2 места в воскресной группе, подсчёт на {дата}."]),
        ("Осталось 2 места в группе, приходите.", ["Есть 2 места в группе, подсчёт на {дата}"]),
        ("Друзья, осталось 2 места!", ["есть 2 места, подсчёт на {дата}."]),
        ("В группе на лето осталось 2 места!", ["есть 2 места, подсчёт на {дата}."]),
        ("Говорят, нам осталось 2 места.", []),
        ("Осталось 2 места хватит всем.", []),
    ],
)
def test_a_clause_takes_the_place_of_a_clause_only(lines: Any, text: str, said: list[str]) -> None:
    rewrite = "{text: 'есть {n} {unit:agree n} {rest}, подсчёт на {дата}', scope: clause, kind: needs-fact}"
    assert texts(lines(text, rewrite)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Only 2 seats left, book now!", []),
        ("Only 2 seats left, with breakfast!", ["There are 2 seats until {date}, with breakfast."]),
        ("Only 2 seats left, so book now!", ["There are 2 seats until {date}, so book now."]),
        ("Only 2 seats left for May!", ["There are 2 seats for May until {date}."]),
    ],
)
def test_english_does_not_join_two_sentences_with_a_comma(lines: Any, text: str, said: list[str]) -> None:
    rewrite = "{text: 'there {is:agree n} {n} {unit:agree n} {rest} until {date}', scope: clause, kind: needs-fact}"
    assert [one.text for one in lines(text, rewrite, language="en")] == said


def test_a_label_does_not_follow_a_label(lines: Any) -> None:
    assert lines("Коротко: осталось 2 места!", "{text: 'мест: {n}, подсчёт на {дата}', kind: needs-fact}") == []


def test_a_deletion_leaves_no_sentence_that_begins_in_the_middle(lines: Any) -> None:
    rewrite = "{text: '', kind: safe, drops: numbers}"
    assert lines("Осталось 2 места, чтобы записаться.", rewrite) == []
    assert texts(lines("Осталось 2 места, приходите.", rewrite)) == ["Приходите."]


def test_the_friendly_emoji_of_a_replaced_line_stays(lines: Any) -> None:
    rewrite = "{text: 'есть {n} {unit:agree n}', kind: idea}"
    assert texts(lines("Друзья, осталось 2 места 🎶", rewrite)) == ["есть 2 места 🎶"]


def test_a_rewrite_that_would_take_unflagged_words_away_is_only_an_idea(lines: Any) -> None:
    rewrite = "{text: '', scope: sentence, kind: safe, drops: numbers}"
    assert [one.applicability for one in lines("Приходите на керамику, осталось 2 места.", rewrite)] == ["idea"]


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        ("Осталось 2 места.", "Напишите, если вам нужно место."),
        ("Ждём вас. Осталось 2 места.", "Напишите, если вам нужно место."),
        ("Ждём Вас. Осталось 2 места.", "Напишите, если Вам нужно место."),
        ("Ждём тебя. Осталось 2 места.", "Напиши, если тебе нужно место."),
    ],
)
def test_the_form_of_address_is_the_letters(lines: Any, letter: str, said: str) -> None:
    made = lines(letter, "{text: 'Напишите, если вам нужно место.', scope: sentence, kind: idea}")
    assert texts(made) == [said]


def test_a_line_that_cannot_be_familiar_is_left_out(lines: Any) -> None:
    assert lines("Ждём тебя. Осталось 2 места.", "{text: 'Вы просили место.', scope: sentence}") == []


def test_a_wish_asked_about_does_not_become_an_order(lines: Any) -> None:
    rewrite = "{text: 'Хотите место? Если захотите, напишите.', scope: sentence}"
    assert texts(lines("Ждём тебя. Осталось 2 места.", rewrite)) == ["Хочешь место? Если захочешь, напиши."]


def test_what_a_friend_does_is_no_order(lines: Any) -> None:
    rewrite = "{text: 'Если любите кататься, приходите.', scope: sentence}"
    assert texts(lines("Ждём тебя. Осталось 2 места.", rewrite)) == ["Если любишь кататься, приходи."]


def test_variants_for_a_form_of_address_are_chosen(lines: Any) -> None:
    variants = ("{text: 'Пиши.', scope: sentence, address: ты}", "{text: 'Пишите.', scope: sentence, address: вы}")
    assert texts(lines("Ждём тебя. Осталось 2 места.", *variants)) == ["Пиши."]
    assert texts(lines("Осталось 2 места.", *variants)) == ["Пишите."]


def test_dashes_quotes_and_yo_follow_the_letter(lines: Any) -> None:
    rewrite = "{text: 'Счёт — в разделе «Места»', scope: sentence}"
    assert texts(lines('Это "еще" не все – ждем. Осталось 2 места', rewrite)) == ['Счет – в разделе "Места"']
    assert texts(lines("Всё здесь. Осталось 2 места", rewrite)) == ["Счёт — в разделе «Места»"]


def test_english_habits_follow_the_letter(lines: Any) -> None:
    rewrite = '{text: "You\'ll find a seat.", scope: sentence}'
    assert texts(lines("You will like it. Only 2 seats left.", rewrite, language="en")) == ["You will find a seat."]
    assert texts(lines("You\u2019re welcome. Only 2 seats left.", rewrite, language="en")) == [
        "You\u2019ll find a seat."
    ]


def test_title_case_buttons_get_title_case(lines: Any) -> None:
    rewrite = "{text: 'Book a seat', scope: segment}"
    assert texts(lines("Book Now, Only 2 Seats Left", rewrite, language="en", role="cta")) == ["Book a Seat"]
    assert texts(lines("Book now, only 2 seats left", rewrite, language="en", role="cta")) == ["Book a seat"]


def test_capitals_come_down_with_the_alarm(lines: Any) -> None:
    assert texts(lines("ОСТАЛОСЬ 2 МЕСТА!!!", "{text: 'есть {n} {unit:agree n}'}")) == ["Есть 2 места."]


def test_an_emoji_between_two_sentences_is_their_full_stop(lines: Any) -> None:
    rewrite = "{text: 'есть {n} {unit:agree n}'}"
    assert texts(lines("На курс осталось 2 места 🔥 Ждём всех", rewrite)) == ["есть 2 места."]


def test_roles_and_pattern_names_tie_a_rewrite_down(lines: Any) -> None:
    rewrites = ("{text: 'а', roles: [cta]}", "{text: 'б', for: other}", "{text: 'в', for: left}")
    assert texts(lines("Осталось 2 места", *rewrites)) == ["В"]


def test_slots_are_told_apart() -> None:
    found = slots("{n} {unit:agree n} {item:gen plural} {stock.left} {offer.ends_at|дата} {дата: день и месяц} {{имя}}")
    assert [slot.name for slot in found] == ["n", "unit", "item", "stock.left", "offer.ends_at", "дата: день и месяц"]
    assert isinstance(found[1], Slot)
    assert found[1].form.agree == ("n",)
    assert (found[2].form.case, found[2].form.number) == ("gen", "plural")
    assert found[4].words == "дата"


def test_an_ordinary_english_line_loads_no_grammar() -> None:
    """lemminflect brings spaCy with it, which takes longer to load than a letter takes to check."""
    code = (
        "import sys; from tonelint import check_text;"
        "report = check_text('Only 2 seats left, hurry! Only 1 place left!');"
        "assert report.findings and all(one.rewrites for one in report.findings);"
        "sys.exit(' '.join({'spacy', 'lemminflect', 'numpy'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
