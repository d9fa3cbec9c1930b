"""What came in with a file or a ledger was put to nobody here, and its reference opens it for its sender and its readers."""

from uuid import UUID

import pytest

from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.vocabulary.contact_reference import reference
from holdfast.vocabulary.entry import Entry
from tests.pages.contacts.reported import text_of
from tests.pages.for_you.sent import person, signed_in
from tests.pages.partnership import FRIDAY, Place

pytestmark = pytest.mark.django_db
WORDS = "She came in without a coat again."


def from_a_ledger(place: Place, type: str = "contact_received", by: str | None = "maya.osei", **more: object) -> Entry:
    """As an import writes it: an entry, and nobody told."""
    sender = {"name": "Maya Osei", "role": "designated_safeguarding_lead", "worker": "maya.osei"}
    data = {"from": sender if by else {"role": "neighbour"}, "text": WORDS, **more}
    data |= {"channel": "letter"} if type == "contact_received" else {}
    worker, about = place.worker(by) if by else None, (place.children["Noor"].pk,)
    return append(at=FRIDAY, by=worker, type=type, happened=When.at(FRIDAY), about=about, data=data)


@pytest.mark.parametrize(
    ("who", "leads_to"), [("maya.osei", "/report-a-concern/{id}/mine/"), ("amina.khan", "/report-a-concern/{id}/")]
)
def test_its_sender_and_the_front_door_open_a_concern_by_its_reference(place: Place, who: str, leads_to: str) -> None:
    concern = from_a_ledger(place)
    answer = place.client(who).get(f"/r/{reference(concern.id)}/", follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] == leads_to.format(id=concern.id)
    assert WORDS in text_of(answer)


def test_the_reference_on_the_senders_own_list_is_the_one_that_opens(place: Place) -> None:
    concern = from_a_ledger(place)
    page = text_of(place.client("maya.osei").get("/for-you/"))
    assert reference(concern.id) in page
    typed = place.client("maya.osei").post("/r/", {"reference": reference(concern.id).lower().replace("-", " ")}, follow=True)
    assert typed.status_code == 200


def test_search_leads_to_it(place: Place) -> None:
    concern = from_a_ledger(place)
    page = place.client("amina.khan").post("/children/find/", {"who": reference(concern.id)}).content.decode()
    assert f"/report-a-concern/{concern.id}/" in page


def test_nobody_else_finds_that_it_is_there(place: Place) -> None:
    concern = from_a_ledger(place)
    stranger = signed_in(person("gp", "elsewhere"))
    assert stranger.get(f"/r/{reference(concern.id)}/").status_code == 404


def test_whoever_was_confirmed_to_have_sent_it_opens_it(place: Place) -> None:
    concern = from_a_ledger(place, by=None)
    client = place.client("maya.osei")
    assert client.get(f"/r/{reference(concern.id)}/").status_code == 404
    amina, data = place.worker("amina.khan"), {"contact": concern.id, "worker": "maya.osei", "how": "Rung back."}
    append(at=FRIDAY, by=amina, type="sender_confirmed", happened=When.at(FRIDAY), about=concern.about, data=data)
    assert client.get(f"/r/{reference(concern.id)}/", follow=True).status_code == 200


def test_a_message_that_came_with_a_ledger_opens_for_whoever_wrote_it(place: Place) -> None:
    message = from_a_ledger(place, "message_received", **{"for": "dana.whitlock"})
    answer = place.client("maya.osei").get(f"/r/{reference(message.id)}/", follow=True)
    assert answer.status_code == 200
    assert WORDS in text_of(answer)


def test_a_concern_put_right_since_has_the_reference_it_came_with(place: Place) -> None:
    concern = from_a_ledger(place)
    right = append(
        at=FRIDAY,
        by=place.worker("amina.khan"),
        type=concern.type,
        happened=concern.happened,
        about=concern.about,
        data=concern.data,
        corrects=concern.id,
        reason="Read again.",
    )
    client = place.client("amina.khan")
    assert client.get(f"/r/{reference(concern.id)}/").status_code == 302
    assert client.get(f"/r/{reference(right.id)}/").status_code == 404
    # The address of a later version is the same concern's.
    assert reference(concern.id) in text_of(client.get(f"/report-a-concern/{UUID(right.id)}/"))
