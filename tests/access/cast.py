"""Everyone around Ava, each with one tie to her or none, so that a table can say what each may do."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from holdfast.access.models import User
from holdfast.duty.models import DutyShift
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import Organisation, Person, Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import PersonName

FRIDAY = datetime(2019, 11, 29, 16, 50, tzinfo=UTC)  # a Friday, ten to five in the afternoon
BEFORE = FRIDAY - timedelta(days=100)

# username: (role, organisation). The name says the tie.
CAST = {
    "lead": ("social_worker", "csc"),
    "cover": ("social_worker", "csc"),
    "brothers_lead": ("social_worker", "csc"),
    "given_the_concern": ("social_worker", "csc"),
    "social_worker_elsewhere": ("social_worker", "csc"),
    "former_lead": ("social_worker", "csc"),
    "duty": ("duty_social_worker", "csc"),
    "manager": ("team_manager", "csc"),
    "manager_elsewhere": ("team_manager", "csc"),
    "service_manager": ("service_manager", "csc"),
    "director": ("director_of_childrens_services", "csc"),
    "chair": ("cp_chair", "csc"),
    "chair_elsewhere": ("cp_chair", "csc"),
    "emergency": ("emergency_duty_worker", "csc"),
    "business_support": ("business_support", "csc"),
    "school_that_reported": ("designated_safeguarding_lead", "school"),
    "same_school": ("designated_safeguarding_lead", "school"),
    "other_school": ("designated_safeguarding_lead", "other_school"),
    "health_visitor": ("health_visitor", "health"),
    "health_visitors_colleague": ("health_visitor", "health"),
    "health_visitor_elsewhere": ("health_visitor", "other_health"),
    "gp": ("gp", "surgery"),
    "police": ("police_officer", "police"),
    "police_elsewhere": ("police_officer", "police"),
    "neighbouring_profession": ("dog_warden", "council"),
}
WITHOUT_WORKER = ("administrator", "no_worker")
EVERYONE = frozenset({*CAST, *WITHOUT_WORKER})


@dataclass(frozen=True)
class Cast:
    """Ava, her brother, the concern the school reported, and everyone by name."""

    ava: Person
    lucas: Person
    stranger: Person
    concern: Entry
    users: dict[str, User]


def make_cast() -> Cast:
    """The lead is off sick and covered; a core group and a conference have been held; the school reported a concern."""
    workers = _workers()
    _on_shift(workers)
    ava, lucas, stranger = (
        people.add_person(at=BEFORE, by=None, names=[PersonName(given=name)], born=born)
        for name, born in (("Ava", "2013"), ("Lucas", "2015"), ("Nobody’s", "2014"))
    )
    mother = people.add_person(at=BEFORE, by=None, names=[PersonName(given="Mother")])
    for child in (ava, lucas):
        people.relate(at=BEFORE, by=None, from_person=mother, to_person=child, kind="mother", parental_responsibility=True)
    concern = _happened(workers, ava, lucas, stranger)
    users = {name: User.objects.create(username=name, worker=worker) for name, worker in workers.items()}
    users["administrator"] = User.objects.create(username="administrator", is_superuser=True, is_staff=True)
    users["no_worker"] = User.objects.create(username="no_worker")
    return Cast(ava, lucas, stranger, concern, users)


def _workers() -> dict[str, Worker]:
    made = {}
    for name, (role, place) in CAST.items():
        organisation, _ = Organisation.objects.get_or_create(id=place, defaults={"kind": place, "name": place})
        made[name] = Worker.objects.create(id=name, name=name.replace("_", " ").title(), role=role, organisation=organisation)
    for below, above in (
        ("lead", "manager"),
        ("cover", "manager"),
        ("social_worker_elsewhere", "manager_elsewhere"),
        ("manager", "service_manager"),
        ("service_manager", "director"),
    ):
        made[below].manager = made[above]
        made[below].save()
    return made


def _on_shift(workers: dict[str, Worker]) -> None:
    """The emergency duty worker is on, though it is not five yet."""
    hour = timedelta(hours=1)
    DutyShift.objects.create(worker=workers["emergency"], team=DutyShift.Team.EMERGENCY, starts=FRIDAY - hour, ends=FRIDAY + hour)


def _happened(workers: dict[str, Worker], ava: Person, lucas: Person, stranger: Person) -> Entry:
    def record(day: str, type: str, about: list[Person], data: dict[str, Any], by: str = "lead") -> Entry:
        return append(
            at=FRIDAY - timedelta(days=1),
            by=workers[by],
            type=type,
            happened=day,
            about=[person.pk for person in about],
            data=data,
        )

    record("2019-09-02", "worker_allocated", [ava], {"worker": "former_lead", "role": "social_worker"}, by="manager")
    record("2019-09-20", "worker_ended", [ava], {"worker": "former_lead", "reason": "left the team"}, by="manager")
    record("2019-09-20", "worker_allocated", [ava], {"worker": "lead", "role": "social_worker"}, by="manager")
    record("2019-09-20", "worker_allocated", [lucas], {"worker": "brothers_lead", "role": "social_worker"}, by="manager")
    record("2019-09-20", "worker_allocated", [ava], {"worker": "gp", "role": "gp"})
    chaired = [
        {"worker": "chair", "role": "cp_chair"},
        {"worker": "police", "role": "police_officer"},
        {"role": "mother"},
    ]
    decided = [{"child": ava.pk, "decision": "plan_made", "category": "NEG", "reasons": "She is often hungry."}]
    held = {"kind": "initial", "present": chaired, "decisions": decided, "child_views": []}
    record("2019-10-04", "conference_held", [ava], held)
    present = [{"worker": "health_visitor", "role": "health_visitor", "organisation": "health"}]
    record("2019-10-16", "core_group_held", [ava], {"present": present, "absent": [], "concerns": []})
    # Recorded on another child's page: whoever is away is away for every child.
    record("2019-11-18", "absence_started", [stranger], {"worker": "lead"}, by="manager")
    record("2019-11-18", "cover_named", [], {"for": "lead", "cover": "cover"}, by="manager")
    sender = {"worker": "school_that_reported", "role": "designated_safeguarding_lead", "organisation": "school"}
    concern = record(
        "2019-11-28", "contact_received", [ava], {"from": sender, "channel": "web form", "text": "No coat."}, by="duty"
    )
    record("2019-11-28", "contact_assigned", [ava], {"contact": concern.id, "worker": "given_the_concern"}, by="duty")
    return concern
