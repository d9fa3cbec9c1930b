"""Nobody is led to a page that refuses them: every page that each role reaches by its links, ways back and main actions alike."""

import html
import re
from collections import Counter
from urllib.parse import urljoin, urlsplit
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.duty.contact_intake import receive
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.kernel.when import When
from holdfast.pages.contacts.views.contact_decision import DecideContact
from tests.pages.contacts.reported import send
from tests.pages.partnership import FRIDAY, Place
from tests.people import EIGHT

pytestmark = pytest.mark.django_db
ROLES = (*EIGHT, "dana.whitlock")
OF_A_KIND = 2
"""How many pages of one kind are opened: the fifth child's page has the links of the first."""
LINK = re.compile(r"<a\s[^>]*>", re.S)
STARTS = ("/", "/report-a-concern/mine/")


def links(page: str) -> list[tuple[str, str]]:
    """The address of each link, and its classes."""
    found = []
    for tag in LINK.findall(page):
        address = re.search(r'href="([^"]*)"', tag)
        classes = re.search(r'class="([^"]*)"', tag)
        if address:
            found.append((html.unescape(address[1]), classes[1] if classes else ""))
    return found


def walk(client: Client) -> tuple[list[str], Counter[str]]:
    """Every page reached by links from the first pages: those that refuse, with what led there, and how many of a kind."""
    waiting, seen, kinds, refused = [(each, "") for each in STARTS], set(STARTS), Counter[str](), []
    while waiting:
        address, led_by = waiting.pop(0)
        kind = _kind(address)
        if kind is None or kinds[kind] >= OF_A_KIND:
            continue
        kinds[kind] += 1
        answer = client.get(address, follow=True)
        if answer.status_code != 200:
            refused.append(f"{answer.status_code} {address} from {led_by}")
            continue
        here = answer.request["PATH_INFO"]
        for href, _ in links(answer.content.decode()):
            wanted = urljoin(here, href)
            if wanted not in seen:
                seen.add(wanted)
                waiting.append((wanted, here))
    return refused, kinds


def _kind(address: str) -> str | None:
    parts = urlsplit(address)
    if parts.scheme not in ("", "http") or parts.netloc or parts.path.startswith(("/static/", "/account", "/sign-out")):
        return None
    try:
        match = resolve(parts.path)
    except Resolver404:
        return f"nowhere: {address}"
    return f"{match.view_name}{'?' if parts.query else ''}"


@pytest.fixture
def busy(place: Place) -> Place:
    """A concern undecided, one decided and with a task, one about an unknown child, and a plan with what is due of it."""
    maya, children = place.client("maya.osei"), place.children
    send(maya, children["Ava"].pk)
    decided, _ = send(maya, children["Noor"].pk)
    noor = DecisionForChild(children["Noor"].pk, "strategy_discussion", "A bruise.", who="dana.whitlock")
    decide_contact(by=place.users["ruth.adeyemi"], at=FRIDAY, contact=decided, id=str(uuid4()), decisions=[noor])
    data = {"from": {"role": "neighbour"}, "channel": "phone", "text": "A baby screams next door.", "immediate_harm": True}
    receive(at=FRIDAY, by=place.worker("amina.khan"), type="contact_received", happened=When.at(FRIDAY), about=(), data=data)
    run_minute_jobs(at=FRIDAY)
    return place


@pytest.mark.parametrize("who", ROLES)
def test_nobody_is_led_to_a_page_that_refuses_them(busy: Place, who: str) -> None:
    refused, kinds = walk(busy.client(who))
    assert refused == []
    assert len(kinds) >= 4  # it went somewhere


def test_a_way_back_that_leads_to_a_refusal_is_noticed(busy: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = f"/report-a-concern/{uuid4()}/mine/"
    monkeypatch.setattr(DecideContact, "back", (nowhere, "Back"))
    assert any(nowhere in line for line in walk(busy.client("amina.khan"))[0])
