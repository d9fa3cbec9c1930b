"""Signing in with an account of one's own: a password and a code, or a passkey and nothing else."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from playwright.sync_api import Page, expect

from holdfast.access.models import User
from tests.browser import no_sideways, shoot
from tests.people import make_demo_people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a kettle, a lighthouse and rain"


@pytest.fixture(autouse=True)
def priya() -> User:
    user = make_demo_people()["priya.nair"]
    user.set_password(PASSWORD)
    user.save()
    return user


def code_of(secret: str) -> str:
    """What the app on the phone shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))  # noqa: TID251 - the phone has its own clock


def enter_password(page: Page, live: str, password: str = PASSWORD) -> None:
    page.goto(live + "/account/login/?next=/your-account/")
    page.get_by_label("Username or e-mail address").fill("priya.nair")
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in with a password").click()


def confirm(page: Page) -> None:
    """Before changing how they sign in, somebody is asked once more."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Confirm that it is you")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()


def test_a_password_and_a_code_from_the_phone_let_somebody_in(
    live: str, chromium_page: Page, priya: User, check_accessible: Callable[..., None]
) -> None:
    secret = generate_totp_secret()
    TOTP.activate(priya, secret)
    page = chromium_page
    page.goto(live + "/account/login/")
    check_accessible(page)
    shoot(page, "login")
    enter_password(page, live)
    expect(page.get_by_role("heading", level=1)).to_have_text("Show that it is you")
    check_accessible(page)
    shoot(page, "second-step")
    assert Client().get("/your-account/").status_code == 302
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")


def test_a_password_and_a_code_work_without_javascript(live: str, without_javascript: Page, priya: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(priya, secret)
    page = without_javascript
    enter_password(page, live)
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")


def test_a_passkey_is_added_once_and_then_is_all_it_takes(
    live: str, chromium_page: Page, check_accessible: Callable[..., None]
) -> None:
    page = chromium_page
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    enter_password(page, live)
    page.get_by_role("link", name="Manage your second step").click()
    check_accessible(page)
    shoot(page, "second-step-index")
    page.get_by_role("link", name="Add a passkey").click()
    confirm(page)
    check_accessible(page)
    page.get_by_label("What should we call it?").fill("Work laptop")
    page.get_by_label("Let me sign in with this alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Add a passkey")
    page.goto(live + "/your-account/")
    page.get_by_role("button", name="Sign out").click()
    page.goto(live + "/account/login/?next=/your-account/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")


def test_setting_up_an_authenticator_app_shows_the_picture_and_the_secret(
    live: str, chromium_page: Page, check_accessible: Callable[..., None]
) -> None:
    page = chromium_page
    enter_password(page, live)
    page.goto(live + "/account/2fa/totp/activate/")
    check_accessible(page)
    confirm(page)
    check_accessible(page)
    shoot(page, "totp")
    secret = page.locator("code").inner_text()
    page.get_by_label("Code from the app").fill(code_of(secret))
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_text("recovery codes", exact=False).first).to_be_visible()
    check_accessible(page)
    shoot(page, "recovery-codes")


def test_a_wrong_password_says_so_without_saying_who_exists(live: str, chromium_page: Page) -> None:
    said = []
    for username in ("priya.nair", "nobody.here"):
        chromium_page.goto(live + "/account/login/")
        chromium_page.get_by_label("Username or e-mail address").fill(username)
        chromium_page.get_by_label("Password", exact=True).fill("wrong")
        chromium_page.get_by_role("button", name="Sign in with a password").click()
        said.append(chromium_page.locator(".govuk-error-summary").inner_text())
    assert said[0] == said[1]
    assert "not correct" in said[0]


def test_ten_wrong_passwords_close_the_account_for_a_while_with_a_page_that_says_what_to_do(settings: Any) -> None:
    settings.AXES_ENABLED = True
    settings.ACCOUNT_RATE_LIMITS = False
    client = Client()
    answers = [client.post("/account/login/", {"login": "priya.nair", "password": "wrong"}) for _ in range(10)]
    assert answers[-1].status_code == 429
    assert "Too many tries" in answers[-1].content.decode()
    right = client.post("/account/login/", {"login": "priya.nair", "password": PASSWORD})
    assert right.status_code == 429, "the right password opened a closed account"


@pytest.mark.parametrize(
    "address",
    ["/account/login/", "/account/password/reset/", "/account/password/reset/done/", "/account/inactive/", "/account/signup/"],
)
def test_every_page_before_signing_in_is_open_to_everyone_on_a_small_phone(
    live: str, narrow: Page, address: str, check_accessible: Callable[..., None]
) -> None:
    narrow.goto(live + address)
    no_sideways(narrow)
    check_accessible(narrow)
    shoot(narrow, "entrance" + address.replace("/", "-"))


@pytest.mark.parametrize("address", ["/account/password/change/", "/account/2fa/", "/account/email/", "/account/logout/"])
def test_every_page_of_the_account_is_open_to_everyone_on_a_small_phone(
    live: str, narrow: Page, address: str, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    sign_in_as("priya.nair")
    narrow.goto(live + address)
    no_sideways(narrow)
    check_accessible(narrow)
    shoot(narrow, "account" + address.replace("/", "-"))


def test_nobody_makes_an_account_for_themselves() -> None:
    Client().post("/account/signup/", {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.filter(email="new@example.org").exists()


def test_where_a_second_step_is_required_nothing_opens_without_one(settings: Any, priya: User) -> None:
    settings.SECOND_STEP_REQUIRED = True
    client = Client()
    client.force_login(priya, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/your-account/").headers["Location"] == "/account/2fa/"
    assert client.get("/account/2fa/").status_code == 200
    TOTP.activate(priya, generate_totp_secret())
    assert client.get("/your-account/").status_code == 200
