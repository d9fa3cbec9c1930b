"""From the page on which a concern is sent to a person who is told, a reader goes through few rooms."""

import pytest

from holdfast.duty.models import Delivery
from tests.duty.way import followed
from tests.pages.contacts.conftest import friday, place
from tests.pages.contacts.reported import step, tell
from tests.pages.partnership import Place

__all__ = ["friday", "place"]

ROOMS, STOPS = 19, 69
"""As on 30 November 2026, when a concern asked the roster fifteen questions and its command was one of the pages."""


@pytest.mark.django_db
def test_a_concern_reaches_a_person_by_a_way_that_a_reader_can_follow(place: Place) -> None:
    client = place.client("maya.osei")
    concern = tell(client, place.children["Noor"].pk)
    way = followed(
        lambda: client.post(step(concern, "check")),
        begins="holdfast.pages.contacts.receive_contact:send",
        ends="holdfast.duty.outbox:tell",
    )
    assert list(Delivery.objects.filter(matter=concern).values_list("worker", flat=True)) == ["amina.khan"]
    assert len(way.rooms) <= ROOMS, f"The way of a concern has grown longer: let one room ask another one question.\n{way}"
    assert len(way.stops) <= STOPS, f"The way of a concern stops more often: let one room ask another one question.\n{way}"
