"""Every word that the interface itself says, in English and Russian, in one table; the rules bring their own."""

from __future__ import annotations

from tonelint.config import MessageLanguage

WORDS: dict[str, tuple[str, str]] = {
    # findings
    "error": ("error", "ошибка"),
    "warning": ("warning", "предупреждение"),
    "advice": ("advice", "совет"),
    "why": ("Why: ", "Почему: "),
    "better": ("Better: ", "Лучше: "),
    "or": ("Or: ", "Или: "),
    "delete": ("leave it out", "можно убрать"),
    "needs": (" (fill in: {slots})", " (впишите: {slots})"),
    "idea": (" (an idea)", " (как вариант)"),
    # summary
    "clean": ("No findings. {files}, {words} read.", "Замечаний нет. Прочитано: {files}, {words}."),
    "found": ("{files}, {findings}: {severities}.", "{files}, {findings}: {severities}."),
    "nothing-read": ("Nothing was read.", "Ничего не прочитано."),
    "nothing-to-check": ("No copy to check here.", "Здесь нет текстов для проверки."),
    "skipped": ("Skipped, not copy: {count}.", "Пропущено, это не тексты: {count}."),
    "unreadable": ("Could not be read: {count}.", "Не удалось прочитать: {count}."),
    "partly": ("Read only in part: {count}.", "Прочитано не целиком: {count}."),
    "suppressed": ("Silenced by a comment: {count}.", "Отключено пометкой в тексте: {count}."),
    "accepted": ("In accepted phrases: {count}.", "В согласованных фразах: {count}."),
    "baselined": ("Known from the baseline: {count}.", "Известно из базового списка: {count}."),
    "claims": ("Claims confirmed by the facts: {count}.", "Утверждений, подтверждённых фактами: {count}."),
    "verified": ("verified", "подтверждено"),
    "verified-by": (" (fact: {fact})", " (факт: {fact})"),
    "left-out": ("not read, not copy: {name}", "не прочитано, это не текст: {name}"),
    "left-out-because": ("not read, {why}: {name}", "не прочитано, {why}: {name}"),
    "left-out-by-config": ("not read, excluded: {name}", "не прочитано, исключено в настройках: {name}"),
    "statistics-found": ("findings", "замечаний"),
    "statistics-files": ("files", "файлов"),
    "checking": ("Checking", "Проверяем"),
    "annotated": ("{findings} in {files}:", "{findings}, {files}:"),
    "in-the-log": ("{count} more, which GitHub would not show", "ещё {count}, GitHub их не показал бы"),
    "page": ("tonelint: what was found", "tonelint: что нашлось"),
    "not-checked": ("Not checked, or only in part", "Не проверено или проверено не целиком"),
    "which-output": (
        "say which format goes into which file: --format sarif=out.sarif",
        "укажите, какой формат в какой файл: --format sarif=out.sarif",
    ),
    "two-on-stdout": (
        "only one format can go to standard output; give the others a file: --format sarif=out.sarif",
        "в стандартный вывод идёт только один формат; остальным дайте файл: --format sarif=out.sarif",
    ),
    "watch-files": (
        "--watch looks at files, not at standard input",
        "--watch следит за файлами, а не за стандартным вводом",
    ),
    "diff-or-staged": ("choose one: --diff or --staged", "выберите одно: --diff или --staged"),
    # init, config, baseline, add-ignore
    "init-exists": (
        "there is a configuration already; it was left as it is",
        "настройки уже есть, они остались как были",
    ),
    "init-seen": ("{files} with copy: {formats}.", "С текстами: {files} ({formats})."),
    "no-copy-yet": ("no copy yet", "текстов пока нет"),
    "init-ask": (
        "Keep today's findings quiet and report only new ones",
        "Скрыть нынешние замечания и показывать только новые",
    ),
    "init-written": ("Wrote {file}.", "Записано: {file}."),
    "config-none": ("no file, the defaults", "файла нет, обычные значения"),
    "config-for": ("Settings for {path}: {file}", "Настройки для {path}: {file}"),
    "config-key": ("key", "ключ"),
    "config-value": ("value", "значение"),
    "config-from": ("from", "откуда"),
    "config-default": ("default", "по умолчанию"),
    "config-override": ("overrides for {files}", "раздел для {files}"),
    "nothing-to-lock": (
        "there are no rule packs in this configuration to lock",
        "в этих настройках нет пакетов правил",
    ),
    "locked": ("Wrote {file}. Packs: {count}.", "Записано: {file}. Пакетов: {count}."),
    "baseline-written": ("Wrote {file}: {findings}, {files}.", "Записано: {file}: {findings}, {files}."),
    "baseline-new": (
        "new: {place}: {rule}: {sentence} (times: {count})",
        "новое: {place}: {rule}: {sentence} (раз: {count})",
    ),
    "baseline-gone": (
        "gone: {place}: {rule}: {sentence} (times: {count})",
        "больше нет: {place}: {rule}: {sentence} (раз: {count})",
    ),
    "baseline-current": ("{file} says what is there.", "{file} совпадает с текстами."),
    "baseline-pruned": ("{file}: taken out: {findings}.", "{file}: убрано: {findings}."),
    "reason-empty": ("a reason of some words is needed", "нужна причина, хотя бы в несколько слов"),
    "ignores-left": (
        "What is left stands where a comment would be read as copy or would break the file. Two other ways: "
        "tonelint baseline write, or an accepted phrase in tonelint.toml.",
        "Остальное стоит там, где пометку увидел бы читатель или сломался бы файл. Есть два других способа: "
        "tonelint baseline write или согласованная фраза в tonelint.toml.",
    ),
    "ignores-added": ("Silenced: {added}. Left: {left}.", "Отключено: {added}. Осталось: {left}."),
    # fix
    "deleted": ("(taken out)", "(убрано)"),
    "left": ("left as it is: {reasons}", "осталось как есть: {reasons}"),
    "left-idea": ("only an idea to offer ({count})", "есть только варианты ({count})"),
    "left-needs-fact": ("a fact is missing ({count})", "не хватает факта ({count})"),
    "left-no-rewrite": ("no other line known ({count})", "другой строки нет ({count})"),
    "left-not-writable": (
        "stored encoded, shown by check ({count})",
        "хранится в закодированном виде, см. check ({count})",
    ),
    "left-markup": ("the markup would break ({count})", "сломалась бы разметка ({count})"),
    "left-another-finding": ("it would raise another finding ({count})", "появилось бы другое замечание ({count})"),
    "fix-nothing": ("Nothing to change. {files} read.", "Менять нечего. Прочитано: {files}."),
    "fix-did": ("Changed {lines} in {files}.", "Исправлено: {lines}, {files}."),
    "fix-would": ("Would change {lines} in {files}.", "Можно исправить: {lines}, {files}."),
    "walk-ask": (
        "number to apply (of {count}), e edit, s skip, i ignore, q stop",
        "номер варианта (всего {count}), e — свой текст, s — пропустить, i — отключить, q — закончить",
    ),
    "walk-edit": ("Your line", "Ваша строка"),
    "walk-reason": ("Why is this line right as it is", "Почему эта строка уместна"),
    "walk-cannot": (
        "This cannot be written here without breaking something.",
        "Записать это сюда, ничего не сломав, не получится.",
    ),
    "interactive-alone": (
        "--interactive works on files, without --diff and --check",
        "--interactive работает с файлами и без --diff и --check",
    ),
    # serve
    "serve-extra": (
        "the service needs more packages ({missing}); install them with: pip install 'tonelint[server]'",
        "сервису нужны ещё пакеты ({missing}); их ставит команда: pip install 'tonelint[server]'",
    ),
    "serve-open": (
        "{host} can be reached by others, so API keys are needed: --keys FILE, or --no-auth to go without",
        "{host} доступен другим, поэтому нужны ключи API: --keys FILE, а без ключей — --no-auth",
    ),
    "serve-key": (
        "The key, shown only now: {secret}",
        "Ключ, он показан только сейчас: {secret}",
    ),
    "serve-key-line": (
        "The line for the file of keys:  {line}",
        "Строка для файла с ключами:  {line}",
    ),
    "serve-key-name": ("--new-key takes one word, such as mailer", "--new-key — это одно слово, например mailer"),
    # lsp
    "lsp-extra": (
        "editors need one more package; install it with: pip install 'tonelint[lsp]'",
        "для редакторов нужен ещё один пакет; его ставит команда: pip install 'tonelint[lsp]'",
    ),
    "lsp-fix-all": ("Put in place all lines that keep the meaning", "Поставить все строки, которые сохраняют смысл"),
    # problems
    "failure": ("tonelint: {message}", "tonelint: {message}"),
    "empty": ("the file is empty, there is nothing to read", "файл пуст, читать нечего"),
    "kept": (" (files not checked because of it: {count})", " (из-за этого не проверено файлов: {count})"),
    "stumbled": (
        "tonelint stumbled over this file ({fault}); that is a fault of ours, please report it",
        "на этом файле tonelint споткнулся ({fault}); это наша ошибка, сообщите о ней, пожалуйста",
    ),
    # rules, explain, rules test, debug
    "rule": ("rule", "правило"),
    "severity": ("severity", "важность"),
    "confidence": ("confidence", "уверенность"),
    "evidence": ("evidence", "основание"),
    "status": ("status", "статус"),
    "languages": ("languages", "языки"),
    "roles": ("roles", "где смотрит"),
    "title": ("title", "о чём"),
    "category": ("category", "категория"),
    "sources": ("Sources", "Источники"),
    "flags": ("Flags", "Замечает"),
    "more": ("and {count} more", "и ещё {count}"),
    "leaves": ("Leaves alone", "Не трогает"),
    "high": ("high", "высокая"),
    "medium": ("medium", "средняя"),
    "low": ("low", "низкая"),
    "text": ("text", "сам текст"),
    "claim": ("claim", "утверждение"),
    "situation": ("situation", "обстоятельства"),
    "stable": ("stable", "стабильное"),
    "preview": ("preview", "на пробу"),
    "deprecated": ("deprecated", "устарело"),
    "unexercised": (
        "{place} {pattern!r}: no example takes {alternative!r}",
        "{place} {pattern!r}: ни один пример не проверяет {alternative!r}",
    ),
    "tested": (
        "{rules}, {examples} run. Failed: {failures}. Alternatives without an example: {unexercised}.",
        "{rules}, {examples}. Не сошлось: {failures}. Вариантов без примера: {unexercised}.",
    ),
    "no-rule": ("there is no rule or category '{name}'", "нет правила или категории «{name}»"),
    "no-rule-but": (
        "there is no rule or category '{name}'; did you mean '{meant}'?",
        "нет правила или категории «{name}»; может быть, «{meant}»?",
    ),
    "no-place": ("'{name}' is not a place; write FILE:LINE", "«{name}» — не место в файле; пишется так: ФАЙЛ:СТРОКА"),
    "no-line": ("there are only {count} lines", "в файле строк: {count}"),
    "no-candidates": ("no rule has a word in common with it", "общих слов нет ни с одним правилом"),
    "not-in-force": (" (not in force)", " (не применяется)"),
    "attempt-matched": ("flagged: {words}", "замечено: {words}"),
    "attempt-silenced": ("matches “{words}”, silenced by: {detail}", "подходит «{words}», но есть оговорка: {detail}"),
    "attempt-nearly": ("nearly: “{words}” ({detail} missing)", "почти: «{words}» ({detail} — не нашлось)"),
    "attempt-words-missing": ("not here: {detail}", "здесь нет: {detail}"),
    "attempt-other-role": ("looks only at: {detail}", "смотрит только сюда: {detail}"),
    "no-copy": ("There is no copy on this line.", "На этой строке нет текста для читателя."),
}


def say(key: str, language: MessageLanguage, **values: object) -> str:
    """The words under `key` in `language`, with `{names}` filled in."""
    return WORDS[key][language == "ru"].format(**values)


COUNTED: dict[str, tuple[tuple[str, str], tuple[str, str, str]]] = {
    "file": (("file", "files"), ("файл", "файла", "файлов")),
    "word": (("word", "words"), ("слово", "слова", "слов")),
    "finding": (("finding", "findings"), ("замечание", "замечания", "замечаний")),
    "error": (("error", "errors"), ("ошибка", "ошибки", "ошибок")),
    "warning": (("warning", "warnings"), ("предупреждение", "предупреждения", "предупреждений")),
    "advice": (("piece of advice", "pieces of advice"), ("совет", "совета", "советов")),
    "line": (("line", "lines"), ("строка", "строки", "строк")),
    "rule": (("rule", "rules"), ("правило", "правила", "правил")),
    "example": (("example", "examples"), ("пример", "примера", "примеров")),
}
"""Nouns that follow a number: English one and many; Russian for 1, for 2 to 4, for 5 and more."""


def counted(number: int, noun: str, language: MessageLanguage) -> str:
    """`3 files`, «3 файла»: the number with its noun in agreement."""
    english, russian = COUNTED[noun]
    if language == "en":
        return f"{number} {english[number != 1]}"
    last, last_two = number % 10, number % 100
    form = 2 if 11 <= last_two <= 14 else 0 if last == 1 else 1 if 2 <= last <= 4 else 2
    return f"{number} {russian[form]}"
