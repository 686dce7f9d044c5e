"""A Django e-mail backend that asks before it sends.

In the settings:

    EMAIL_BACKEND = "your_project.django_backend.CheckedBackend"
    TONELINT = {"URL": "http://127.0.0.1:8081", "KEY": None, "BACKEND": "django.core.mail.backends.smtp.EmailBackend"}

A letter whose verdict is `stop` is held back: with `fail_silently` it is left out, otherwise `HeldBack` says why. Facts
travel on the message: `message.tonelint_facts = {"stock": {"left": 2}}`. When the service cannot be asked, letters go
out.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from tonelint.client import Client, ServiceError

log = logging.getLogger(__name__)


class HeldBack(Exception):
    """A letter was not sent; `reasons` are the messages for its author."""

    def __init__(self, subject: str, reasons: tuple[str, ...]) -> None:
        super().__init__(f"held back: {subject}: {' '.join(reasons)}")
        self.reasons = reasons


class CheckedBackend(BaseEmailBackend):
    """Checks each letter, then hands it to the backend that really sends."""

    def __init__(self, fail_silently: bool = False, **options: Any) -> None:
        super().__init__(fail_silently=fail_silently)
        chosen = getattr(settings, "TONELINT", {})
        backend = chosen.get("BACKEND", "django.core.mail.backends.smtp.EmailBackend")
        self._sending = get_connection(backend, fail_silently=fail_silently, **options)
        self._client = Client(chosen.get("URL", "http://127.0.0.1:8081"), key=chosen.get("KEY"), timeout=4.0, retries=1)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Sends what may go out; how many letters that were."""
        allowed = [message for message in email_messages if self._may_go(message)]
        return self._sending.send_messages(allowed) or 0

    def _may_go(self, message: EmailMessage) -> bool:
        whole = base64.b64encode(message.message().as_bytes()).decode()
        facts = getattr(message, "tonelint_facts", None)
        try:
            answer = self._client.check(eml_base64=whole, **({"facts": facts} if facts else {}))
        except ServiceError as error:
            log.warning("a letter was sent unchecked: %s", error)
            return True
        if answer.verdict != "stop":
            return True
        reasons = tuple(finding.message for finding in answer.findings if finding.severity == "error")
        if not self.fail_silently:
            raise HeldBack(message.subject, reasons)
        log.warning("a letter was held back: %s", " ".join(finding.rule for finding in answer.findings))
        return False
