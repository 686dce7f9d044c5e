"""What went wrong with a request, as RFC 9457 problem details, in the reader's language; never a traceback."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tonelint.config import MessageLanguage
from tonelint.sentences import Sentence, told


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: the HTTP status it comes with and what it is called."""

    status: int
    en: str
    ru: str


KINDS: dict[str, Kind] = {
    "not-json": Kind(400, "The body is not valid JSON", "Тело запроса — не JSON"),
    "unreadable": Kind(422, "The letter cannot be read", "Письмо не удалось прочитать"),
    "not-valid": Kind(422, "The request does not have the right shape", "Запрос составлен неверно"),
    "no-key": Kind(401, "An API key is needed", "Нужен ключ API"),
    "not-found": Kind(404, "There is nothing here", "Здесь ничего нет"),
    "method": Kind(405, "This address is asked in another way", "К этому адресу обращаются иначе"),
    "too-slow": Kind(408, "The request took too long to arrive", "Запрос шёл слишком долго"),
    "too-large": Kind(413, "The request is too large", "Запрос слишком большой"),
    "media-type": Kind(415, "This media type is not read here", "Такой тип данных здесь не читают"),
    "wrong-host": Kind(421, "The service does not go by this name", "У сервиса нет такого имени"),
    "too-many": Kind(429, "Too many letters at once", "Слишком много писем сразу"),
    "fault": Kind(500, "Something failed here", "У нас что-то сломалось"),
    "busy": Kind(503, "All workers are busy", "Все обработчики заняты"),
    "late": Kind(503, "The check took too long", "Проверка заняла слишком много времени"),
    "starting": Kind(503, "The service is getting ready", "Сервис готовится к работе"),
    "closing": Kind(503, "The service is closing", "Сервис завершает работу"),
}
"""Every kind of problem, by the last word of its `type`."""

DETAILS: dict[str, tuple[str, str]] = {
    "not-json": (
        "The body could not be parsed as JSON: {reason}.",
        "Тело запроса не разбирается как JSON: {reason}.",
    ),
    "no-key": (
        "Send the key in the header X-API-Key, or as Authorization: Bearer.",
        "Пришлите ключ в заголовке X-API-Key или Authorization: Bearer.",
    ),
    "not-found": ("No such address: see /openapi.json for all of them.", "Такого адреса нет, все они в /openapi.json."),
    "no-rule": ("There is no rule '{rule}'.", "Нет правила «{rule}»."),
    "no-rule-but": (
        "There is no rule '{rule}'; did you mean '{meant}'?",
        "Нет правила «{rule}»; может быть, «{meant}»?",
    ),
    "method": ("Allowed here: {allowed}.", "Здесь можно: {allowed}."),
    "too-slow": ("The body has to arrive within {seconds} seconds.", "Тело запроса должно прийти за {seconds} с."),
    "too-large": ("At most {limit} bytes are read in one request.", "За один запрос читаем не больше {limit} байт."),
    "too-many-letters": ("At most {limit} letters fit into one batch.", "В одну пачку входит не больше {limit} писем."),
    "media-type": ("Send {wanted}.", "Пришлите {wanted}."),
    "wrong-host": (
        "Call it by the address it listens on, or name this host with --allow-host.",
        "Обращайтесь по адресу, который слушает сервис, или разрешите это имя через --allow-host.",
    ),
    "too-many": (
        "This key may send {limit} letters a minute. Try again in {seconds} s.",
        "С этим ключом можно присылать {limit} писем в минуту. Попробуйте через {seconds} с.",
    ),
    "fault": (
        "The letter was not checked. The fault is ours; the request id helps us find it.",
        "Письмо не проверено. Ошибка наша; найти её поможет номер запроса.",
    ),
    "busy": (
        "{waiting} letters are waiting. Try again in a moment.",
        "В очереди писем: {waiting}. Попробуйте чуть позже.",
    ),
    "late": (
        "It was not finished within {seconds} seconds; what is known so far is under 'findings'. "
        "A shorter letter will be finished.",
        "За {seconds} с проверка не закончилась. Текст короче уложится; что известно, лежит в findings.",
    ),
    "starting": (
        "The workers are warming up. Try again in a moment.",
        "Обработчики ещё запускаются. Попробуйте чуть позже.",
    ),
    "closing": ("Try again once it is back.", "Попробуйте, когда он вернётся."),
}
"""One sentence or two that help, English and Russian; the rest comes with the error itself."""

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """A request that cannot be answered as asked.

    `detail` overrules the sentence of its kind: one that can be told in both languages, or its text by language.
    `language` is the one the request itself asked for, if it could be read so far.
    """

    def __init__(
        self,
        kind: str,
        *,
        say: str = "",
        detail: str | Mapping[str, str] = "",
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
        language: MessageLanguage | None = None,
        **values: object,
    ) -> None:
        super().__init__(kind)
        self.kind = kind
        self.say = say or kind
        self.detail = detail
        self.headers = dict(headers or {})
        self.more = dict(more or {})
        self.language = language
        self.values = values

    def told(self, language: MessageLanguage, request_id: str = "") -> dict[str, Any]:
        """The members of the problem document, in the language of the request itself, else in `language`."""
        kind = KINDS[self.kind]
        language = self.language or language
        russian = language == "ru"
        return {
            "type": f"urn:tonelint:problem:{self.kind}",
            "title": kind.ru if russian else kind.en,
            "status": kind.status,
            "detail": self._detail(language),
            **({"request_id": request_id} if request_id else {}),
            **_told(self.more, language),
        }

    def _detail(self, language: MessageLanguage) -> str:
        if isinstance(self.detail, Mapping):
            return self.detail[language]
        if self.detail:
            return told(self.detail, language)
        values = {name: told(one, language) if isinstance(one, str) else one for name, one in self.values.items()}
        return DETAILS[self.say][language == "ru"].format(**values)


def _told(data: Any, language: MessageLanguage) -> Any:
    """JSON-ready data with every sentence in it told in `language`."""
    if isinstance(data, Sentence):
        return told(data, language)
    if isinstance(data, dict):
        return {key: _told(one, language) for key, one in data.items()}
    return [_told(one, language) for one in data] if isinstance(data, list) else data


def answer(problem: Problem, request: Request) -> Response:
    """The HTTP answer for a problem, in the language that the request accepts."""
    request_id = request.scope.get("state", {}).get("request_id", "")
    return JSONResponse(
        problem.told(language_of(request), request_id),
        status_code=KINDS[problem.kind].status,
        headers=problem.headers,
        media_type=MEDIA_TYPE,
    )


def language_of(request: Request) -> MessageLanguage:
    """Russian when the request prefers it to English, English otherwise."""
    accepted = request.headers.get("accept-language", "").lower()
    first = next((tag for tag in accepted.replace(" ", "").split(",") if tag[:2] in ("ru", "en")), "en")
    return "ru" if first.startswith("ru") else "en"
