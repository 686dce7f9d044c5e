"""The integration examples: Python ones against a running service, JavaScript ones under Node."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.server.conftest import Service, start
from tonelint.client import Client

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "integrations"
NO_NODE = shutil.which("node") is None and not os.environ.get("CI")


@pytest.fixture(scope="module")
def running() -> Iterator[Service]:
    service = start("--rate", "0", "--workers", "1", "--lang", "en")
    yield service
    service.stop()


def example(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(NO_NODE, reason="Node is not installed")
@pytest.mark.parametrize("name", ["thunderbird", "outlook"])
def test_the_handlers_for_mail_programs_pass_their_own_tests(name: str) -> None:
    done = subprocess.run(["node", "--test", f"{name}.test.cjs"], cwd=HERE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_function_holds_back_only_what_the_facts_contradict(running: Service) -> None:
    before_send = example("before_send").before_send
    with Client(running.url) as ask:
        letter = {"subject": "Only 2 seats left", "text": "The course starts on 4 May."}
        assert before_send(letter, {"stock": {"left": 2}}, ask=ask).reasons == ()
        assert before_send(letter, ask=ask).may_send
        held = before_send(letter, {"stock": {"left": 40}}, ask=ask)
    assert not held.may_send
    assert "40" in held.reasons[0]


def test_the_function_lets_letters_go_when_nobody_can_be_asked() -> None:
    with Client("http://127.0.0.1:9", retries=0) as nobody:
        assert example("before_send").before_send({"text": "Hurry!"}, ask=nobody).may_send


def test_the_django_backend_sends_and_holds_back(running: Service) -> None:
    django_settings = pytest.importorskip("django.conf").settings
    if not django_settings.configured:
        django_settings.configure(DEFAULT_CHARSET="utf-8")
    django_settings.TONELINT = {"URL": running.url, "BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
    from django.core import mail
    from django.core.mail import EmailMessage

    module = example("django_backend")
    mail.outbox = []
    honest = EmailMessage("The timetable", "The course starts on 4 May.", "a@b.example", ["c@d.example"])
    false = EmailMessage("Only 2 seats left", "The course starts on 4 May.", "a@b.example", ["c@d.example"])
    false.tonelint_facts = {"stock": {"left": 40}}
    assert module.CheckedBackend().send_messages([honest]) == 1
    with pytest.raises(module.HeldBack, match="40"):
        module.CheckedBackend().send_messages([false])
    assert module.CheckedBackend(fail_silently=True).send_messages([honest, false]) == 1
    assert [message.subject for message in mail.outbox] == ["The timetable", "The timetable"]
