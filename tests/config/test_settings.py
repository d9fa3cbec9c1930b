"""Production guesses nothing; a browser and a log are told as little as they need."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from holdfast.config.logs import plain_request, without_words
from holdfast.config.secret import secret_key_in

PRODUCTION = {
    "HOLDFAST_ENV": "production",
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "holdfast.example",
    "HOLDFAST_ORIGIN": "https://holdfast.example",
    "DATABASE_URL": "postgresql://app@db/record",
    "HOLDFAST_ON_CALL": "on-call@holdfast.example",
}


def loaded(environment: dict[str, str], tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The settings as another process loads them."""
    said = (
        "from holdfast.config import settings as s; "
        "print(s.DEBUG, s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0, s.ALLOWED_HOSTS)"
    )
    clean = {name: value for name, value in os.environ.items() if name not in PRODUCTION}
    return subprocess.run(
        [sys.executable, "-c", said],
        env={**clean, "HOLDFAST_HOME": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_everything_set_and_is_locked_down(tmp_path: Path):
    done = loaded(PRODUCTION, tmp_path)
    assert done.stdout.strip() == "False True True True ['holdfast.example']", done.stderr
    assert not (tmp_path / "secret-key").exists()


@pytest.mark.parametrize("name", [name for name in PRODUCTION if name != "HOLDFAST_ENV"])
def test_production_refuses_to_start_without_a_setting_and_names_it(name: str, tmp_path: Path):
    done = loaded({key: value for key, value in PRODUCTION.items() if key != name}, tmp_path)
    assert done.returncode != 0
    assert f"{name} is not set" in done.stderr


def test_an_environment_nobody_knows_is_refused(tmp_path: Path):
    assert "can be demo, test or production" in loaded({"HOLDFAST_ENV": "prod"}, tmp_path).stderr


def test_a_demonstrations_secret_is_made_once_and_nobody_else_can_read_it(tmp_path: Path):
    first = secret_key_in(tmp_path / "new")
    assert secret_key_in(tmp_path / "new") == first
    assert len(first) > 40
    assert (tmp_path / "new" / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_a_page_tells_the_browser_to_run_nothing_of_others_and_to_keep_nothing():
    response = Client().get(settings.LOGIN_URL, follow=True)
    assert response.status_code == 200
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]


def test_nobody_can_make_themselves_an_account(db: None):
    response = Client().post("/account/signup/", {"email": "a@b.example", "password1": "x" * 14, "password2": "x" * 14})
    from holdfast.access.models import User

    assert response.status_code in (200, 302, 403)
    assert not User.objects.exists()


def test_an_error_is_logged_as_what_kind_it_was_and_where_and_never_what_it_said():
    try:
        raise ValueError("Chloe Brown said that")
    except ValueError:
        event = without_words(None, "", {"event": "failed", "exc_info": sys.exc_info()})
    assert event["error"] == "builtins.ValueError"
    assert "test_settings.py" in event["where"][0]
    assert "Chloe" not in json.dumps(event)


def test_a_request_that_fails_is_logged_without_its_address():
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, "Not Found: %s", ("/find/?q=Chloe+Brown",), None)
    record.status_code = 404
    event = plain_request(None, "", {"event": record.getMessage(), "_record": record})
    assert event["event"] == "django.request 404"


@pytest.mark.django_db
def test_a_search_leaves_no_trace_in_the_log(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]):
    with caplog.at_level(logging.INFO):
        Client().get("/no-such-page/", {"q": "Chloe Brown"})
    printed = "".join(capfd.readouterr())
    assert "Chloe" not in printed
    assert not any("Chloe" in str(record.__dict__.get("event", "")) for record in caplog.records)
