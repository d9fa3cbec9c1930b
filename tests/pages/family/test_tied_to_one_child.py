"""Whoever works with one child of a family is led to no page that refuses them, and reads nothing of a sister alone."""

import html
import re
from collections import deque

import pytest
from django.test import Client

from holdfast.access.models import Look, User
from holdfast.access.permissions import Permission
from holdfast.access.role_grants import ROLES, role_of
from holdfast.access.ties import Tie
from holdfast.record.models import Organisation, Worker
from tests.pages.household import Wrens

ROLES_TIED = ("teacher", "gp", "police_officer", "health_visitor", "designated_safeguarding_lead", "family_support_worker")
OF_TIA = ("go home. <b>Ever", "cut on her arm", "She wrote that nobody asks her", "Tia’s own plan", "9 Far Street")
MOST_PAGES = 40


def signed_in(worker: Worker) -> Client:
    client = Client()
    user = User.objects.create(username=worker.pk, worker=worker)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def tied_to_noah(wrens: Wrens, role: str) -> Client:
    """Somebody allocated to Noah alone, in a family of which much is recorded of his sister."""
    place = Organisation.objects.create(id="elsewhere", kind="health", name="Elsewhere")
    worker = Worker.objects.create(id="x.an", name="Xan Hall", role=role, organisation=place)
    wrens.tell("worker_allocated", "2026-04-02", [wrens.noah], worker=worker.pk, role=role)
    seen = {"text": "A cut on her arm.", "setting": "school", "neglect": ["physical"]}
    wrens.tell("observation_recorded", "2026-11-19", [wrens.tia], **seen)
    wrens.tell(
        "voice_recorded", "2026-11-19", [wrens.tia], child=wrens.tia, how="drawing", words="She wrote that nobody asks her."
    )
    decisions = [{"child": wrens.tia, "decision": "plan_made", "category": "NEG", "reasons": "Tia’s own plan"}]
    wrens.tell("conference_held", "2026-11-19", [wrens.tia], kind="review", present=[], decisions=decisions)
    wrens.tell("address_changed", "2026-11-19", [wrens.tia], person=wrens.tia, address="9 Far Street", confirmed_by="sam.poole")
    return signed_in(worker)


def links(page: str, address: str) -> list[str]:
    found = [html.unescape(each).split("#")[0] for each in re.findall(r'href="([^"]+)"', page)]
    here = [address.split("?")[0] + each if each.startswith("?") else each for each in found]
    return [each for each in here if each.startswith("/") and not each.startswith(("/static", "/account", "/sign-in"))]


def walk(client: Client, starts: list[str]) -> dict[str, tuple[str, str]]:
    """The pages that are reached from these by links, each with the page that led there."""
    pages: dict[str, tuple[str, str]] = {}
    ahead = deque((each, "the start") for each in starts)
    while ahead and len(pages) < MOST_PAGES:
        address, led = ahead.popleft()
        if address in pages:
            continue
        answer = client.get(address, follow=True)
        assert answer.status_code != 403, f"{address} refuses, and {led} leads there"
        if answer.status_code != 200 or answer.streaming or "html" not in answer["Content-Type"]:
            continue
        page = answer.content.decode()
        pages[address] = page, led
        ahead.extend((each, address) for each in links(page, address))
    return pages


@pytest.mark.parametrize("role", ROLES_TIED)
def test_no_link_is_refused_and_nothing_of_the_sister_alone_is_shown(wrens: Wrens, role: str) -> None:
    client = tied_to_noah(wrens, role)
    starts = [f"/{place}/{wrens.noah}/" for place in ("children", "families", "tonight", "person")]
    # The forms that offer what was recorded before to be named, and the page that explains what rests on a worker's leave.
    starts += [f"/record/{type}/for/{wrens.noah}/" for type in ("voice_answered", "behaviour_analysed")]
    starts += [f"/why/{wrens.noah}/SIG-NO-PRESENT-WORKER/"]
    pages = walk(client, [*starts, "/"])
    assert set(starts) <= set(pages)
    for address, (page, led) in pages.items():
        shown = [words for words in OF_TIA if words in html.unescape(page)]
        assert not shown, f"{address}, from {led}, shows {shown}"
    assert client.get(f"/children/{wrens.tia}/").status_code == 403


def test_the_family_page_says_that_there_are_others_and_whom_to_ask(wrens: Wrens) -> None:
    client = tied_to_noah(wrens, "teacher")
    page = client.get(f"/families/{wrens.noah}/").content.decode()
    assert "2 other children of this family are not in the table: you cannot open their records." in page
    wrens.tell("worker_allocated", "2026-04-02", [wrens.isla], worker="x.an", role="teacher")
    page = client.get(f"/families/{wrens.noah}/").content.decode()
    assert "Another child of this family is not in the table: you cannot open their record." in page
    assert f'href="/children/{wrens.isla}/"' in page
    wrens.tell("worker_allocated", "2026-04-02", [wrens.tia], worker="x.an", role="teacher")
    page = client.get(f"/families/{wrens.noah}/").content.decode()
    assert "not in the table" not in page
    assert "nobody asks her" in page


def test_every_column_that_is_shown_is_a_look_at_that_childs_record(wrens: Wrens) -> None:
    client = tied_to_noah(wrens, "teacher")
    wrens.tell("worker_allocated", "2026-04-02", [wrens.isla], worker="x.an", role="teacher")
    client.get(f"/families/{wrens.noah}/")
    looked = Look.objects.filter(user__username="x.an", page__endswith="family_page").values_list("child", flat=True)
    assert set(looked) == {wrens.noah, wrens.isla}


def test_the_roles_tried_are_of_those_that_a_tie_to_one_child_lets_in() -> None:
    # A role that would see every child anyhow shows nothing here.
    for role in ROLES_TIED:
        ties = role_of(role).ties(Permission.SEE_FAMILY)
        assert Tie.POST not in ties and Tie.ALLOCATED in ties
    assert len(ROLES) > len(ROLES_TIED)
