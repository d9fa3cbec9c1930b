"""From the page on which a concern is sent to a person who is told, a reader goes through few rooms."""

import pytest

from holdfast.duty.models import Delivery
from tests.duty.way import LAYERS, ROUTE, Way, followed
from tests.pages.contacts.conftest import friday, place
from tests.pages.contacts.reported import step, tell
from tests.pages.partnership import Place

__all__ = ["friday", "place"]

ON_30_NOVEMBER = (19, 69)
"""Rooms and stops, when the command was one of the pages and who is told was asked for piece by piece."""
WITH_THE_HOUR = (22, 54)
"""The same through the roster since it answers who is there at that hour, and who must not know: the partnership's hours, who is
on shift, and whom the record keeps it from."""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answers", "rooms", "stops"),
    [
        pytest.param((*LAYERS, ROUTE), 9, 18, id="as far as the one question where it goes"),
        pytest.param(LAYERS, *WITH_THE_HOUR, id="and through the roster, which answers it"),
    ],
)
def test_a_concern_reaches_a_person_by_a_way_that_a_reader_can_follow(
    place: Place, answers: tuple[str, ...], rooms: int, stops: int
) -> None:
    way = sent(place, answers)
    assert len(way.rooms) <= rooms, f"The way of a concern has grown longer: let one room ask another one question.\n{way}"
    assert len(way.stops) <= stops, f"The way of a concern stops more often: let one room ask another one question.\n{way}"


@pytest.mark.django_db
def test_it_is_at_most_half_as_long_as_it_was(place: Place) -> None:
    way = sent(place, (*LAYERS, ROUTE))
    assert (2 * len(way.rooms) <= ON_30_NOVEMBER[0], 2 * len(way.stops) <= ON_30_NOVEMBER[1]) == (True, True), str(way)


def sent(place: Place, answers: tuple[str, ...]) -> Way:
    """The way of a concern about a child whom nobody works with, to the duty worker at the front door."""
    client = place.client("maya.osei")
    concern = tell(client, place.children["Noor"].pk)
    way = followed(
        lambda: client.post(step(concern, "check")),
        begins="holdfast.actions.command:run",
        ends="holdfast.duty.outbox:notify",
        answers=answers,
    )
    assert list(Delivery.objects.filter(matter=concern).values_list("worker", flat=True)) == ["amina.khan"]
    return way
