"""One question before a letter goes out: a plain function, and the same as a Celery task.

Needs `pip install 'tonelint[client]'` and a running `tonelint serve`. When the service cannot be asked, the letter goes
out: a linter that is down must not stop the mail.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tonelint.client import Client, ServiceError

log = logging.getLogger(__name__)
client = Client("http://127.0.0.1:8081", timeout=4.0, retries=1)


@dataclass(frozen=True)
class Advice:
    """Whether a letter may go out, and what to tell its author."""

    may_send: bool
    reasons: tuple[str, ...] = ()


def before_send(letter: Mapping[str, Any], facts: Mapping[str, Any] | None = None, *, ask: Client = client) -> Advice:
    """Asks about a letter: `subject` with `text` or `html`. Only the verdict `stop` keeps it back."""
    try:
        answer = ask.check(**letter, **({"facts": facts} if facts else {}))
    except ServiceError as error:
        log.warning("the letter was sent unchecked: %s", error)
        return Advice(may_send=True)
    return Advice(answer.verdict != "stop", tuple(finding.message for finding in answer.findings))


# The same before a Celery task that sends:
#
#     @app.task
#     def send_newsletter(letter, facts):
#         advice = before_send(letter, facts)
#         if not advice.may_send:
#             return hold_for_a_person(letter, advice.reasons)
#         mailer.send(letter)
