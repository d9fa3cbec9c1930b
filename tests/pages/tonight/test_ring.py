"""Who answers now stands first, with a number to tap; whoever is away or has gone home is named last, in a sentence."""

from datetime import UTC, datetime, timedelta

from holdfast.duty.models import DutyShift
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries.load_family import family_around
from holdfast.pages.tonight.presenters.night_calls import NightCalls, night_calls
from holdfast.pages.tonight.queries.night_family import night_family
from holdfast.record.models import Worker
from tests.pages.household import NIGHT, Wrens


def calls(wrens: Wrens, reader: str | None = None, at: datetime = NIGHT) -> NightCalls:
    return night_calls(night_family(family_around(wrens.noah, Moment.live(at), reader=None), wrens.noah), reader)


def give_numbers() -> None:
    for place, worker in enumerate(Worker.objects.order_by("pk")):
        Worker.objects.filter(pk=worker.pk).update(phone=f"01632 960 1{place:02d}")


def on_shift(worker: str, until: datetime) -> None:
    DutyShift.objects.create(worker_id=worker, team=DutyShift.Team.EMERGENCY, starts=NIGHT - timedelta(hours=9), ends=until)


def test_whoever_is_on_shift_can_be_rung_and_it_says_until_when(wrens: Wrens) -> None:
    give_numbers()
    on_shift("joe.ellis", NIGHT + timedelta(hours=7))
    found = {call.name: call for call in calls(wrens).now}
    assert found["Joe Ellis"].what.endswith("to 9am")
    assert found["Joe Ellis"].dial == Worker.objects.get(pk="joe.ellis").phone.replace(" ", "")


def test_nobody_is_told_to_ring_themselves(wrens: Wrens) -> None:
    give_numbers()
    on_shift("joe.ellis", NIGHT + timedelta(hours=7))
    assert "Joe Ellis" not in {call.name for call in calls(wrens, "joe.ellis").now}


def test_the_allocated_worker_who_is_away_is_last_in_a_sentence_without_a_button(wrens: Wrens) -> None:
    give_numbers()
    found = calls(wrens)
    assert "Sam Poole" not in {call.name for call in found.now}
    assert "Sam Poole, lead worker: away since 17 Nov 2026." in found.later
    assert "Nobody covers for Sam Poole." in found.later


def test_police_and_the_duty_line_can_always_be_rung(wrens: Wrens) -> None:
    Worker.objects.update(phone="")
    assert [(call.name, call.dial) for call in calls(wrens).now] == [("Police", "999"), ("Emergency duty team", "01632960020")]


def test_by_day_the_front_door_is_rung_and_the_allocated_worker_too_when_at_work(wrens: Wrens) -> None:
    give_numbers()
    wrens.tell("absence_ended", "2026-11-20", [], worker="sam.poole", by="ruth.adeyemi")
    noon, night = calls(wrens, at=datetime(2026, 11, 24, 12, tzinfo=UTC)), calls(wrens, at=datetime(2026, 11, 24, 2, tzinfo=UTC))
    assert {"Front door", "Sam Poole"} <= {call.name for call in noon.now}
    assert "Sam Poole" not in {call.name for call in night.now}
    assert any(words.startswith("Sam Poole, lead worker: ") for words in night.later)


def test_somebody_who_answers_and_has_no_number_is_named_as_such(wrens: Wrens) -> None:
    Worker.objects.update(phone="")
    on_shift("joe.ellis", NIGHT + timedelta(hours=7))
    assert any("Joe Ellis" in words and "no number is recorded" in words for words in calls(wrens).later)
