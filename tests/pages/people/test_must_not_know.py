"""What is kept back from somebody is in no page, search, message or download of theirs: asked of every page there is."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import URLPattern, reverse

from holdfast.access.models import User
from holdfast.duty.models import Delivery, Notice
from holdfast.pages.forms.who_is_meant import meant_name
from holdfast.pages.worklists.views.worklist import LISTS
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, PersonFact, Worker
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.contact_reference import reference
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.kept_from import lines_of
from tests.access.test_who_may_open_what import every_address
from tests.pages.household import NIGHT, Wrens
from tests.pages.people.test_person_page import CHECK, signed_in
from tests.people import EIGHT

SECRET = "zebrafinch"
"""A word that stands in nothing but what is kept back."""
ALERTS = 8
RULES = ("FD-02", "SIG-NO-PRESENT-WORKER", "VO-01")


class KeptWrens:
    """The Wrens, with an observation, a child's words, a concern, a move, something put right to be about a brother and a safe
    address kept back from somebody."""

    def __init__(self, wrens: Wrens, kept_from: list[str]) -> None:
        self.wrens = wrens
        at = NIGHT - timedelta(hours=3)
        tell = {"by": "ruth.adeyemi", "at": at}
        self.seen = wrens.tell(
            "observation_recorded", "2026-11-20", neglect=["physical"], text=f"The {SECRET} told us.", setting="home", **tell
        )
        words = {"child": wrens.tia, "how": "words", "words": f"I saw the {SECRET}.", "worker": "maya.osei", "wants": "change"}
        self.said = wrens.tell("voice_recorded", "2026-11-20", [wrens.tia], **words, **tell)
        sender = {"role": "neighbour", "name": f"The {SECRET}"}
        self.concern = wrens.tell(
            "contact_received", "2026-11-20", [wrens.tia], from_=sender, channel="phone", text=f"A {SECRET} was hit.", **tell
        )
        self.moved = wrens.tell(
            "address_changed", "2026-11-20", [wrens.tia], person=wrens.tia, address=f"9 {SECRET} Row", confirmed_by="Ruth", **tell
        )
        first = wrens.tell(
            "observation_recorded", "2026-11-20", [wrens.tia], text=f"Her {SECRET} was cold.", setting="home", **tell
        )
        self.right = append(
            at=at,
            by=wrens.sam,
            type="observation_recorded",
            happened="2026-11-20",
            about=[wrens.noah],
            data={"text": f"His {SECRET} was cold.", "setting": "home"},
            corrects=first.id,
            reason=f"The {SECRET} is his.",
        )
        self.kept = [
            wrens.tell(
                "kept_back",
                "2026-11-20",
                what=f"What the {SECRET} did.",
                entry=each.id,
                why="danger",
                said_by="ruth.adeyemi",
                **{"from": kept_from},
                **tell,
            )
            for each in (self.seen, self.said, self.concern, self.moved, first)
        ]
        address = {"value": f"1 {SECRET.capitalize()} Street", "said_by": "Ruth", "why": "danger", **CHECK}
        unsure = {meant_name(each): "any" for line in kept_from for each in lines_of(line)}
        sent = {"send_id": str(new_id()), "kept_from": "\n".join(kept_from), **address, **unsure}
        assert signed_in("joe.ellis").post(f"/person/{wrens.carrie}/state/safe_address/", sent).status_code == 302

    @property
    def entries(self) -> list[Entry]:
        return [self.seen, self.said, self.concern, self.moved, self.right, *self.kept]

    def addresses(self) -> Iterator[str]:
        """Every address of every page, about these."""
        # The newest: what is kept back was recorded tonight, and what it raised came of it.
        alerts = [each.pk for each in Alert.objects.filter(child=self.wrens.tia).order_by("-raised_at", "pk")[:ALERTS]]
        safe = PersonFact.objects.get(kind="safe_address")
        values: dict[str, list[Any]] = {
            "child_id": [self.wrens.tia, self.wrens.noah],
            "person_id": [self.wrens.carrie, self.wrens.tia, self.wrens.noah],
            "kind": ["telephone"],
            "fact_id": [safe.pk],
            "entry_id": [entry.id for entry in self.entries],
            "contact_id": [self.concern.id],
            "message_id": [self.concern.id],
            "disagreement_id": [new_id()],
            "alert_id": alerts,
            "matter": [*alerts, self.concern.id],
            "written": [reference(self.concern.id), reference(str(alerts[0]))],
            "rule_id": list(RULES),
            "worker_id": ["sam.poole"],
            "type_name": ["observation_recorded", "voice_answered", "contact_decided", "kept_back_ended"],
            "which": list(LISTS),
            "rule": list(RULES),
            "concern_id": [new_id()],
            "shift_id": [1],
        }
        for pattern in every_address():
            if getattr(pattern.callback, "declared_page", None) is not None:
                yield from _filled(pattern, values)


def _filled(pattern: URLPattern, values: dict[str, list[Any]]) -> Iterator[str]:
    page = pattern.callback.declared_page
    place = page.name.split(".")[2]
    names = sorted(pattern.pattern.converters)
    # A part of an address that this knows nothing of fails here: a page that is added is asked like every other.
    longest = max((len(values[name]) for name in names), default=1)
    for at in range(longest):
        given = {name: values[name][at % len(values[name])] for name in names}
        yield reverse(f"{place}:{pattern.name}", kwargs=given)


def told(client: Client, kept: KeptWrens) -> list[str]:
    """The addresses whose answer holds the word."""
    found = []
    for address in dict.fromkeys(kept.addresses()):
        answer = client.get(address, follow=False)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        if SECRET in body.decode(errors="replace").lower():
            found.append(address)
    for text in (SECRET, "Tia Stone", "Carrie Wren"):
        for address in (reverse("search:home"), "/tonight/"):
            answer = client.post(address, {"who": text})
            # What they typed stands in the box and in the answer; more of it than that would be told to them.
            said = answer.content.decode().lower().replace(f'value="{SECRET}"', "")
            if f"{SECRET} street" in said or said.count(SECRET) > said.count(f"“{SECRET}”"):
                found.append(f"{address} {text}")
    return found


@pytest.mark.parametrize("reader", EIGHT)
def test_what_is_kept_back_from_somebody_is_on_no_page_of_theirs(wrens: Wrens, reader: str) -> None:
    kept = KeptWrens(wrens, [reader])
    client = signed_in(reader)
    assert told(client, kept) == []


IN_WORDS = [
    ("Priya Nair, health visitor", "priya.nair"),
    ("Larkfield school", "maya.osei"),
    ("Mum’s social worker", "sam.poole"),
    ("Helen, she would tell her", "helen.marsh"),
    ("Lee Brook; Mr Lowe", "david.lowe"),
]


@pytest.mark.parametrize(("said", "reader"), IN_WORDS, ids=[said for said, _ in IN_WORDS])
def test_what_is_kept_back_in_ordinary_words_is_on_no_page_of_whoever_could_be_meant(
    wrens: Wrens, said: str, reader: str
) -> None:
    # With a part of their own with the child, so that the pages open and there is something to leave out.
    for each in (wrens.tia, wrens.noah):
        wrens.tell("worker_allocated", "2026-11-02", [each], worker=reader, role="family_support_worker")
    kept = KeptWrens(wrens, [said])
    assert told(signed_in(reader), kept) == []
    assert "Must not know" not in signed_in(reader).get(f"/children/{wrens.tia}/").content.decode()


@pytest.mark.parametrize("reader", ["joe.ellis", "sam.poole"])
def test_those_who_may_know_read_it_so_that_the_test_above_can_fail(wrens: Wrens, reader: str) -> None:
    kept = KeptWrens(wrens, ["maya.osei"])
    found = told(signed_in(reader), kept)
    for address in (f"/children/{wrens.tia}/", f"/person/{wrens.carrie}/", f"/families/{wrens.tia}/"):
        assert address in found, found


def test_a_whole_agency_from_which_it_is_kept_reads_none_of_it(wrens: Wrens) -> None:
    kept = KeptWrens(wrens, ["csc"])
    for reader in ("joe.ellis", "ruth.adeyemi", "sam.poole"):
        assert told(signed_in(reader), kept) == []


def test_no_message_that_leaves_holds_a_word_of_it(wrens: Wrens) -> None:
    KeptWrens(wrens, ["maya.osei"])
    sent = [f"{each.subject} {each.body}" for each in mail.outbox] + [f"{n.subject} {n.body}" for n in Notice.objects.all()]
    assert SECRET not in " ".join(sent).lower()
    assert SECRET not in " ".join(Delivery.objects.values_list("because", flat=True)).lower()


@pytest.mark.parametrize("address", ["/children/{0}/", "/families/{0}/", "/tonight/{0}/", "/record/for/{0}/"])
def test_the_banner_is_on_every_page_of_the_child(wrens: Wrens, address: str) -> None:
    KeptWrens(wrens, ["maya.osei"])
    page = signed_in("joe.ellis").get(address.format(wrens.tia)).content.decode()
    assert page.count("hf-must-not-know__source") == 6, "five that were said, and the safe address"
    assert "Maya Osei." in page
    assert "Said by Ruth Adeyemi, 20 Nov 2026." in page
    assert "No day is set to look at this again." in page


def test_a_page_about_nobody_has_no_banner(wrens: Wrens) -> None:
    KeptWrens(wrens, ["maya.osei"])
    assert "hf-must-not-know" not in signed_in("joe.ellis").get("/tonight/").content.decode()


def test_somebody_who_must_not_know_is_not_told_that_there_is_something(wrens: Wrens) -> None:
    KeptWrens(wrens, ["joe.ellis"])
    page = signed_in("joe.ellis").get(f"/children/{wrens.tia}/").content.decode()
    assert "Must not know" not in page
    assert "kept back" not in page.lower()


def test_the_workers_of_these_tests_are_those_of_the_demonstration(wrens: Wrens) -> None:
    assert {*EIGHT} <= set(User.objects.values_list("username", flat=True))
    assert Worker.objects.filter(pk="sam.poole").exists()
