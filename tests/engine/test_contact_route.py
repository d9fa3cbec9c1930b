"""Where a concern or message goes, by the roster alone: no database, no clock."""

from datetime import datetime

from holdfast.engine.responsibility.contact_route import Route, front_door_recipients, route_of
from holdfast.engine.responsibility.roster import ON_CALL_MAILBOX, Recipient, Roster
from holdfast.vocabulary.entry import Entry
from tests.engine.staffing import DUTY, EMERGENCY, MANAGER, NADIA, SAM, allocated, at, case, cover, entry, sick

TUESDAY = at("2019-09-10T10:00")
NIGHT = at("2019-09-10T22:00")
SENDER = {"role": "teacher", "worker": "t1"}


def concern(**parts: str) -> Entry:
    return entry("c", "contact_received", "2019-09-10", from_=SENDER, channel="phone", text="She is cold.", **parts)


def message() -> Entry:
    return entry("m", "message_received", "2019-09-10", from_="t1", for_="w1", text="Please ring me.")


def route(came: Entry, *entries: Entry, when: datetime = TUESDAY, open_cases: tuple[str, ...] = ()) -> Route:
    world = case(*entries, workers=(SAM, NADIA, MANAGER, DUTY, EMERGENCY))
    return route_of(came, Roster(world, when), open_cases=open_cases)


def who(found: Route) -> list[tuple[str | None, str]]:
    return [(each.worker, each.way) for each in found.told]


def test_a_concern_about_a_child_with_a_worker_is_that_workers_and_nobody_elses() -> None:
    assert who(route(concern(), allocated("w1"))) == [("w1", "holder")]


def test_at_night_the_emergency_team_holds_it_and_the_childs_worker_is_told_as_well() -> None:
    assert who(route(concern(), allocated("w1"), when=NIGHT)) == [("e1", "holder"), ("w1", "holder")]


def test_a_child_whom_nobody_works_with_is_the_front_doors() -> None:
    assert who(route(concern())) == [("d1", "holder")]


def test_an_open_case_without_a_worker_is_no_new_case() -> None:
    found = route(concern(), open_cases=("chloe",))
    assert who(found)[0] == ("d1", "duty")
    assert "names no lead social worker" in found.told[0].because


def test_a_message_for_somebody_at_work_is_theirs_whatever_the_hour() -> None:
    assert route(message(), when=NIGHT) == Route((Recipient("addressee", "w1", "it was addressed to them"),))


def test_what_is_addressed_to_somebody_away_says_whom_it_was_for_and_waits_for_nobody_alone() -> None:
    found = route(message(), allocated("w1"), sick("w1", "2019-09-09"), cover("w1", "w2", "2019-09-09"))
    assert found.absent == "w1"
    assert who(found) == [("w2", "cover"), ("w9", "copy"), ("d1", "duty")]


def test_with_nobody_at_work_it_is_the_mailboxes_and_an_incident() -> None:
    (told,) = front_door_recipients(Roster(case(workers=()), TUESDAY))
    assert (told.role, told.worker, told.incident) == (ON_CALL_MAILBOX, None, True)
