"""What `serve` and `lsp` say of themselves."""

from __future__ import annotations

SERVING: dict[str, tuple[str, str]] = {
    "serve": (
        "Answer over HTTP: a check before send, a LanguageTool-compatible address, a page for people.\n\n"
        "Listens on this machine only, until it is stopped. Another address asks for API keys. "
        "Texts are neither logged nor stored.",
        "Отвечать по HTTP: проверка перед отправкой, адрес в формате LanguageTool, страница для людей.\n\n"
        "Слушает только эту машину, пока его не остановят. На другом адресе нужны ключи API. "
        "Тексты не записываются и не хранятся.",
    ),
    "serve.epilog": (
        "Examples:\n"
        "  tonelint serve\n"
        "  tonelint serve --new-key mailer --keys keys.txt\n"
        "  tonelint serve --host 0.0.0.0 --keys keys.txt --stop-on warning\n\n"
        "Ask it:  curl -s http://127.0.0.1:8081/v1/check -H 'Content-Type: application/json' "
        '-d \'{"text": "Hurry, 2 seats left!"}\'',
        "Примеры:\n"
        "  tonelint serve\n"
        "  tonelint serve --new-key mailer --keys keys.txt\n"
        "  tonelint serve --host 0.0.0.0 --keys keys.txt --stop-on warning\n\n"
        "Спросить:  curl -s http://127.0.0.1:8081/v1/check -H 'Content-Type: application/json' "
        '-d \'{"text": "Осталось 2 места!"}\'',
    ),
    "lsp": (
        "Underline while you write: a language server for editors.\n\n"
        "Editors start it themselves and speak to it over standard input and output; see docs/editors.md.",
        "Подчёркивать прямо во время работы: языковой сервер для редакторов.\n\n"
        "Редактор запускает его сам и говорит с ним через стандартный ввод и вывод; см. docs/editors.md.",
    ),
    "lsp.epilog": ("Example:\n  tonelint lsp", "Пример:\n  tonelint lsp"),
    "--stdio": (
        "Speak over standard input and output, as always; for editors that say so.",
        "Говорить через стандартный ввод и вывод, как и всегда; для редакторов, которые это указывают.",
    ),
    "--host": ("The address to listen on.", "Какой адрес слушать."),
    "--port": ("The port to listen on; 0 takes a free one.", "Какой порт слушать; 0 — любой свободный."),
    "--workers": (
        "Processes that check letters; one a core by default.",
        "Сколько процессов проверяют письма; обычно по числу ядер.",
    ),
    "--keys": (
        "A file of API keys; every request then needs one.",
        "Файл с ключами API; тогда ключ нужен для каждого запроса.",
    ),
    "--new-key": (
        "Make an API key for NAME and stop; with --keys its hash is added to that file.",
        "Создать ключ API для NAME и закончить; вместе с --keys его хеш добавится в файл.",
    ),
    "--no-auth": ("Ask nobody for a key, whatever the address.", "Не спрашивать ключ ни на каком адресе."),
    "--stop-on": (
        "The least severity for the verdict 'stop' (default: error).",
        "С какой важности вердикт stop (обычно error).",
    ),
    "--review-on": (
        "The least severity for the verdict 'review' (default: warning).",
        "С какой важности вердикт review (обычно warning).",
    ),
    "--deadline": (
        "Seconds for one letter, waiting included; then the answer is 503 with what is known.",
        "Секунд на одно письмо вместе с ожиданием; потом ответ 503 с тем, что уже известно.",
    ),
    "--patience": ("Seconds for a request to arrive.", "Сколько секунд ждать, пока запрос придёт целиком."),
    "--rate": (
        "Letters a minute for each key or address; 0 for no limit.",
        "Писем в минуту на ключ или адрес; 0 — без ограничения.",
    ),
    "--max-body": ("The largest request that is read, in bytes.", "Наибольший запрос в байтах."),
    "--queue": ("Letters that may wait for a worker.", "Сколько писем может ждать очереди."),
    "--allow-origin": (
        "A web origin whose pages may call the service, such as https://mail.example.",
        "Источник, страницам которого можно обращаться к сервису, например https://mail.example.",
    ),
    "--allow-host": (
        "A further name under which the service may be called without keys.",
        "Ещё одно имя, под которым к сервису можно обращаться без ключа.",
    ),
}
