"""A small partnership on one Friday afternoon, for tests of the pages on which people act: a school, a front door with a duty
rota, a team whose social worker is on sick leave, and the children of one family. Everybody is invented."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.test import Client

from holdfast.access.models import User
from holdfast.actions.name_cover import name_cover
from holdfast.actions.record_absence import record_absence
from holdfast.config import system_clock
from holdfast.duty.models import DutyShift
from holdfast.kernel.when import LONDON, parse_instant
from holdfast.record.ledger.append import append
from holdfast.record.models import Organisation, Person, Worker
from holdfast.record.people import add_person, relate
from holdfast.vocabulary.world import PersonName
from tests.duty.team import allocate
from tests.people import make_demo_people


def at(text: str) -> datetime:
    """A time on the wall in London, such as ``2026-11-20T16:50``."""
    return parse_instant(text).astimezone(LONDON)


FRIDAY = at("2026-11-20T16:50")  # a Friday, ten minutes before the front door closes
LATE = at("2026-11-20T22:15")  # the same night
MONDAY = at("2026-11-23T09:05")  # the Monday after
BEFORE = at("2026-09-01T09:00")  # a Tuesday
WEEK_BEFORE = at("2026-11-13T09:00")  # a Friday


@dataclass
class Place:
    """The partnership. ``users`` by username; ``children`` by given name."""

    users: dict[str, User]
    team: dict[str, Worker]
    children: dict[str, Person] = field(default_factory=dict)

    def worker(self, username: str) -> Worker:
        """The worker of one of the eight."""
        found = self.users[username].worker
        assert found is not None
        return found

    def client(self, username: str) -> Client:
        """A browser signed in as them."""
        client = Client()
        client.force_login(self.users[username], backend="django.contrib.auth.backends.ModelBackend")
        return client


def make_place() -> Place:
    """Ava and Lucas Hughes are open to Sam Poole, who is on sick leave with Dana Whitlock covering; Noor Aziz is at the school
    and known to nobody else. Amina Khan has the front door by day, Joe Ellis by night."""
    place = Place(make_demo_people(), {})
    _staff(place)
    with system_clock.fixed_at(BEFORE):
        _children(place)
    ruth, sam = place.users["ruth.adeyemi"], place.worker("sam.poole")
    allocate(BEFORE, sam, place.children["Ava"], place.children["Lucas"], by=ruth.worker)
    record_absence(at=WEEK_BEFORE, by=ruth, worker=sam)
    return place


def cover(place: Place) -> None:
    """Dana Whitlock is named to cover for Sam Poole."""
    covers = {place.children[name].pk: place.team["dana"] for name in ("Ava", "Lucas")}
    name_cover(at=WEEK_BEFORE, by=place.users["ruth.adeyemi"], worker=place.worker("sam.poole"), covers=covers)


def _staff(place: Place) -> None:
    phones = {"amina.khan": "01632 960 111", "joe.ellis": "01632 960 122", "ruth.adeyemi": "01632 960 133"}
    for username, phone in phones.items():
        Worker.objects.filter(pk=username).update(phone=phone)
    Organisation.objects.filter(pk="larkfield-primary").update(phone="01632 960 150")
    csc = Organisation.objects.get(pk="csc")
    manager = place.worker("ruth.adeyemi")
    place.team["dana"] = Worker.objects.create(
        id="dana.whitlock", name="Dana Whitlock", role="social_worker", organisation=csc, manager=manager, phone="01632 960 144"
    )
    User.objects.create(username="dana.whitlock", worker=place.team["dana"])
    place.users = {user.username: user for user in User.objects.select_related("worker__organisation")}
    day = date(2026, 11, 9)
    while day < date(2026, 12, 7):
        _shifts(place, day)
        day += timedelta(days=1)


def _shifts(place: Place, day: date) -> None:
    amina, joe = place.worker("amina.khan"), place.worker("joe.ellis")
    opens, shuts, until = at(f"{day}T08:30"), at(f"{day}T17:00"), at(f"{day + timedelta(days=1)}T08:30")
    if day.weekday() < 5:
        DutyShift.objects.create(worker=amina, team=DutyShift.Team.FRONT_DOOR, starts=opens, ends=shuts)
        DutyShift.objects.create(worker=joe, team=DutyShift.Team.EMERGENCY, starts=shuts, ends=until)
    else:
        DutyShift.objects.create(worker=joe, team=DutyShift.Team.EMERGENCY, starts=opens, ends=until)


def _children(place: Place) -> None:
    maya = place.worker("maya.osei")

    def person(given: str, family: str, born: str, sex: str = "F") -> Person:
        names = [PersonName("usual", given, family)]
        return add_person(at=BEFORE, by=maya, names=names, born=born, sex=sex, source="School roll")

    place.children = {
        "Ava": person("Ava", "Hughes", "2015-05-03"),
        "Lucas": person("Lucas", "Hughes", "2017-02", "M"),
        "Noor": person("Noor", "Aziz", "2018-07-21"),
    }
    mother = person("Kelly", "Hughes", "1992")
    for name in ("Ava", "Lucas"):
        relate(
            at=BEFORE, by=maya, from_person=mother, to_person=place.children[name], kind="mother", parental_responsibility=True
        )
    for child in place.children.values():
        append(
            at=BEFORE,
            by=maya,
            type="attendance_recorded",
            happened={"from": "2026-06-01", "to": "2026-07-20"},
            about=(child.pk,),
            data={"setting": "Larkfield Primary School", "percent": 91, "from": "2026-06-01", "to": "2026-07-20"},
        )
