"""A team, a duty rota and a child, for tests about who must know."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from holdfast.access.models import User
from holdfast.duty.models import DutyShift
from holdfast.kernel.when import LONDON, When, parse_instant
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import Organisation, Person, Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import PersonName

CHILD = "Chloe"


def at(text: str) -> datetime:
    """A London time such as ``2019-09-03T10:00``."""
    return parse_instant(text).astimezone(LONDON)


def user_of(worker: Worker) -> User:
    """The account by which a worker signs in."""
    return User.objects.get_or_create(username=worker.pk, defaults={"worker": worker})[0]


def allocate(at: datetime, worker: Worker, *children: Person, by: Worker | None = None) -> Entry:
    """Give these children to a worker, who leads for them from then on."""
    data, about = {"worker": worker.pk, "role": "lead_social_worker"}, tuple(child.pk for child in children)
    return append(at=at, by=by, type="worker_allocated", happened=When.at(at), about=about, data=data)


BEFORE = at("2019-08-01T09:00")  # Thursday
TUESDAY = at("2019-09-10T10:00")  # Tuesday, in office hours
NIGHT = at("2019-09-10T22:00")  # Tuesday night


@dataclass(frozen=True)
class Team:
    """Sam leads for Chloe; Grace manages the team; Amina is on duty by day and Joe by night; Maya is at the school."""

    csc: Organisation
    school: Organisation
    sam: Worker
    nadia: Worker
    grace: Worker
    ruth: Worker
    amina: Worker
    joe: Worker
    peter: Worker
    maya: Worker
    chloe: Person
    harper: Person

    def concern(self, **parts: Any) -> dict[str, Any]:
        """What the school tells."""
        return {
            "from": {"role": "teacher", "organisation": "school", "worker": "t1"},
            "channel": "web_form",
            "text": "She said she does not feel safe at home.",
            "immediate_harm": False,
        } | parts

    def plan(self, day: str = "2019-08-01") -> Entry:
        """Chloe's child protection plan starts: a first core group is due in ten working days, a visit in ten."""
        data = {"plan": "child_protection", "category": "NEG"}
        return append(at=at(f"{day}T12:00"), by=self.peter, type="plan_started", happened=day, about=(self.chloe.pk,), data=data)


def make_team(*, lead: bool = True) -> Team:
    """Everyone, known since August 2019."""
    csc = Organisation.objects.create(id="csc", kind="childrens_social_care", name="Northmere Children's Services")
    school = Organisation.objects.create(id="school", kind="school", name="Hill Lane Primary")

    def worker(id: str, name: str, role: str, manager: Worker | None = None, organisation: Organisation = csc) -> Worker:
        email = f"{name.split(' ', 1)[0].lower()}@northmere.example"
        return Worker.objects.create(
            id=id, name=name, role=role, manager=manager, organisation=organisation, email=email, phone=""
        )

    ruth = worker("w20", "Ruth Bell", "service_manager")
    grace = worker("w9", "Grace Oduya", "team_manager", ruth)
    sam = worker("w1", "Sam Poole", "social_worker", grace)
    nadia = worker("w2", "Nadia Rahman", "social_worker", grace)
    amina = worker("d1", "Amina Khan", "duty_social_worker", grace)
    joe = worker("e1", "Joe Ellis", "emergency_duty_worker", ruth)
    peter = worker("c1", "Peter Lowe", "cp_chair")
    maya = worker("t1", "Maya Lee", "designated_safeguarding_lead", None, school)

    def child(given: str) -> Person:
        return people.add_person(at=BEFORE, by=sam, names=[PersonName(use="usual", given=given)], born="2013-05")

    chloe, harper = child(CHILD), child("Harper")
    if lead:
        allocate(BEFORE, sam, chloe, by=grace)
    return Team(csc, school, sam, nadia, grace, ruth, amina, joe, peter, maya, chloe, harper)


def rota(team: Team, first: date, days: int = 1) -> None:
    """Amina on duty from 08:30 to 17:00 on working days, Joe from 17:00 to 08:30 and all weekend."""
    for n in range(days):
        day = first + timedelta(days=n)
        opens, shuts = (at(f"{day}T08:30"), at(f"{day}T17:00"))
        weekend = day.weekday() >= 5
        if weekend:
            DutyShift.objects.create(worker=team.joe, team=DutyShift.Team.EMERGENCY, starts=opens, ends=shuts)
        else:
            DutyShift.objects.create(worker=team.amina, team=DutyShift.Team.FRONT_DOOR, starts=opens, ends=shuts)
        until = at(f"{day + timedelta(days=1)}T08:30")
        DutyShift.objects.create(worker=team.joe, team=DutyShift.Team.EMERGENCY, starts=shuts, ends=until)
