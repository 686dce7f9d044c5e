"""What each category is called in the documentation and what it gathers, in English and Russian."""

from __future__ import annotations

CATEGORY_NAMES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "scarcity": (
        ("Scarcity", "counts and hints of how little is left"),
        ("Дефицит", "сколько осталось и хватит ли всем"),
    ),
    "urgency": (("Urgency", "speed asked for without a reason"), ("Спешка", "торопят и не говорят почему")),
    "countdown": (("Countdown", "clocks that tick at the reader"), ("Часы", "таймеры и отсчёт над душой")),
    "fomo": (
        ("Missing out", "the picture of what passes the reader by"),
        ("Упущенное", "картина того, что пройдёт мимо"),
    ),
    "threat": (("Threat", "an ordinary term told as a punishment"), ("Угроза", "обычное условие в виде наказания")),
    "confirmshaming": (
        ("Shaming the no", "a refusal that makes the reader small"),
        ("Отказ со стыдом", "кнопка «нет», на которой читатель ругает себя"),
    ),
    "guilt": (
        ("Guilt", "silence or leaving as an injury to somebody"),
        ("Вина", "молчание и уход как обида для кого-то"),
    ),
    "shaming": (("Shaming", "a kind of person one should not be"), ("Стыд", "каким человеком быть неловко")),
    "fear": (("Fear", "alarm first, the offer second"), ("Страх", "сначала тревога, потом предложение")),
    "social-proof": (
        ("The crowd", "nameless others who have already decided"),
        ("Толпа", "безымянные «все», которые уже решили"),
    ),
    "authority": (("Authority", "trust asked for before the evidence"), ("Авторитет", "доверие раньше доказательств")),
    "impersonation": (
        ("Disguise", "a mailing dressed as something else"),
        ("Маскарад", "рассылка, одетая кем-то другим"),
    ),
    "clickbait": (
        ("Clickbait", "a gap that only a click closes"),
        ("Крючок", "недосказанность, которую закрывает только клик"),
    ),
    "hype": (("Hype", "praise that says nothing of the thing"), ("Восторги", "похвала, в которой нет самой вещи")),
    "price": (("Price", "a price that is not the price"), ("Цена", "цена, которая не цена")),
    "continuity": (
        ("Renewal", "what goes on by itself, and how it ends"),
        ("Продление", "что продолжается само и как кончается"),
    ),
    "consent": (("Consent", "a yes that nobody said"), ("Согласие", "«да», которого никто не говорил")),
    "trick-wording": (
        ("Trick wording", "questions that are easy to answer wrongly"),
        ("Формулировки с подвохом", "вопросы, на которые легко ответить не то"),
    ),
    "obstruction": (("The way out", "leaving made long"), ("Выход", "уйти труднее, чем войти")),
    "retention-bait": (("Holding on", "bait on the way out"), ("Удержание", "приманка на пороге")),
    "surveillance": (
        ("Watching", "what the sender has seen of the reader"),
        ("Слежка", "что отправитель подсмотрел о читателе"),
    ),
    "cadence": (("Too often", "reminders of reminders"), ("Слишком часто", "напоминания о напоминаниях")),
    "context": (
        ("The reader's situation", "a letter that does not know how the reader is"),
        ("Обстоятельства читателя", "письмо, которое не знает, каково читателю"),
    ),
    "template": (
        ("Canned letters", "words that could be sent to anyone"),
        ("Шаблон", "слова, которые можно отправить кому угодно"),
    ),
    "opaque": (
        ("Hard to read", "sentences nobody can follow at a choice"),
        ("Непонятное", "фразы, которые не дочитать"),
    ),
}
"""Category -> (name, what it gathers) in English, then in Russian."""
