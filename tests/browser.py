"""Real Chromium for tests: pages opened as people open them, by hand, by keyboard, narrow, and without JavaScript.

Import what you need in a ``conftest.py`` (``from tests.browser import *``). Every fixture that opens a page also fails the
test when the page breaks its own content policy or a script throws.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

__all__ = [
    "check_accessible",
    "chromium",
    "chromium_page",
    "count_taps",
    "live",
    "narrow",
    "no_sideways",
    "reach",
    "shoot",
    "sign_in_as",
    "without_javascript",
]

SHOTS = Path(__file__).parent.parent / "shots"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
STATUS: WeakKeyDictionary[Page, int] = WeakKeyDictionary()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, started once."""
    executable = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if executable is None:
        pytest.fail("There is no Chromium on this machine. Install it: apt-get install chromium fonts-liberation")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, headless=True, args=ARGUMENTS)
        yield browser
        browser.close()


def _open(browser: Browser, **options: Any) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London", **options)
    context.set_default_timeout(10_000)
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(f"a script threw: {error}"))
    page.on("console", lambda said: faults.append(said.text) if _is_fault(said) else None)
    page.on("response", lambda answer: _keep_status(page, answer))
    yield page
    context.close()
    assert not faults, "the page broke: " + "; ".join(faults)


def _is_fault(said: Any) -> bool:
    # The browser also writes down every answer that is not a success; what status a page has is for its test to say.
    return said.type == "error" and "Failed to load resource" not in said.text


def _keep_status(page: Page, answer: Any) -> None:
    if answer.request.is_navigation_request() and answer.frame == page.main_frame:
        STATUS[page] = answer.status


@pytest.fixture
def chromium_page(chromium: Browser) -> Iterator[Page]:
    """A page on a desk."""
    yield from _open(chromium, viewport=WIDE)


@pytest.fixture
def narrow(chromium: Browser) -> Iterator[Page]:
    """A page 320 pixels wide: a small phone, or a desk at 400% zoom."""
    yield from _open(chromium, viewport=NARROW, has_touch=True)


@pytest.fixture
def without_javascript(chromium: Browser) -> Iterator[Page]:
    """A page where no script runs."""
    yield from _open(chromium, viewport=WIDE, java_script_enabled=False)


@pytest.fixture
def live(live_server: Any) -> str:
    """The address of a running server on real PostgreSQL. It shows what the test has committed."""
    return str(live_server.url)


@pytest.fixture
def sign_in_as(chromium: Browser, live: str) -> Callable[[str], None]:
    """``sign_in_as("amina.khan")``: every page that this test has opened is then signed in as them."""

    def sign_in(username: str) -> None:
        from holdfast.access.models import User

        client = Client()
        client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
        for context in chromium.contexts:
            _give_session(context, live, client.cookies[settings.SESSION_COOKIE_NAME].value)

    return sign_in


def _give_session(context: BrowserContext, live: str, session: str) -> None:
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live}])


@pytest.fixture(scope="session")
def check_accessible() -> Callable[..., None]:
    """``check_accessible(page)`` runs axe over WCAG 2.2 AA and best practice, on a page that opened well (or with ``status``)."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

    def check(page: Page, *, status: int = 200) -> None:
        # A click returns when the next page has begun to arrive: on a busy machine before there is anything in it to look at.
        page.wait_for_load_state()
        found = STATUS.get(page)
        assert found == status, f"{page.url} answered {found}, and an error page says nothing about the page meant"
        # Evaluated and not added as a script: the content policy rightly refuses scripts that are not ours.
        page.evaluate(axe)
        result = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
        assert not result["violations"], f"{page.url} shuts somebody out:\n" + "\n".join(map(_said, result["violations"]))

    return check


def _said(violation: dict[str, Any]) -> str:
    nodes = "\n".join(f"      {node['html'][:200]}\n        {_why(node)}" for node in violation["nodes"][:5])
    return f"  {violation['id']} ({violation['impact']}): {violation['help']}\n{nodes}"


def _why(node: dict[str, Any]) -> str:
    return " ".join(str(node["failureSummary"]).split())


def no_sideways(page: Page) -> None:
    """Nothing makes the page itself scroll sideways (1.4.10)."""
    page.wait_for_load_state()
    wide = page.evaluate(
        "() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && "
        "!e.closest('[tabindex=\"0\"]')).slice(0, 5).map(e => e.outerHTML.slice(0, 120))"
    )
    scrolls = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
    assert not scrolls, f"{page.url} scrolls sideways: {wide}"


def reach(page: Page, wanted: Locator, *, within: int = 80) -> None:
    """Get to a control with the Tab key alone, and see that the focus can be seen."""
    for _ in range(within):
        page.keyboard.press("Tab")
        if wanted.evaluate("e => e === document.activeElement"):
            style = wanted.evaluate(
                "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.boxShadow, s.backgroundColor] }"
            )
            assert style[0] != "none" or style[1] != "none", f"the focus on {wanted} cannot be seen"
            return
    pytest.fail(f"{wanted} cannot be reached with {within} presses of Tab on {page.url}")


def shoot(page: Page, name: str, *, whole: bool = True) -> None:
    """A picture of the whole page (or of what shows) in shots/, to be looked at: where ``HOLDFAST_SHOTS`` asks for pictures."""
    # Nothing is asserted of a picture, and taking them is a twelfth of the time that the browser's tests take.
    if os.environ.get("HOLDFAST_SHOTS"):
        SHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SHOTS / f"{name}.png", full_page=whole)


@dataclass
class Taps:
    """Counts what a person does with a finger. Typing is not counted; the keystroke model counts it apart."""

    page: Page
    count: int = 0
    steps: list[str] = field(default_factory=list)

    def click(self, wanted: Locator) -> None:
        """One tap on something that can be seen."""
        self.count += 1
        self.steps.append(str(wanted))
        wanted.click()

    def check(self, wanted: Locator) -> None:
        """One tap on a radio or a box."""
        self.count += 1
        self.steps.append(str(wanted))
        wanted.check()

    def choose(self, wanted: Locator, value: str) -> None:
        """Two taps: open a list, take a line."""
        self.count += 2
        self.steps.append(str(wanted))
        wanted.select_option(value)

    def type(self, wanted: Locator, text: str) -> None:
        """One tap to go there; the words themselves are not taps."""
        self.count += 1
        self.steps.append(str(wanted))
        wanted.fill(text)


@pytest.fixture(scope="session")
def count_taps() -> Callable[[Page], Taps]:
    """``taps = count_taps(page)``, then ``taps.click(…)`` and, at the end, ``assert taps.count <= 12``."""
    return Taps
