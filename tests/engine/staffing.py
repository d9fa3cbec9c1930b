"""A small case for tests about who is at work: one child, their social worker, and the people around them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from holdfast.kernel.when import LONDON, parse_instant
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownOrganisation, KnownPerson, KnownWorker, World

CSC = KnownOrganisation("csc", "childrens_social_care", "Northmere Children's Services")
SCHOOL = KnownOrganisation("school", "school", "Northmere Primary School")

SAM = KnownWorker("w1", "Sam Poole", "csc", "social_worker", "w9")
NADIA = KnownWorker("w2", "Nadia Rahman", "csc", "social_worker", "w9")
TOM = KnownWorker("w3", "Tom Reid", "csc", "social_worker", "w9")
MANAGER = KnownWorker("w9", "Grace Oduya", "csc", "team_manager", "w20")
SERVICE_MANAGER = KnownWorker("w20", "Ruth Bell", "csc", "service_manager", "w30")
DIRECTOR = KnownWorker("w30", "Helen Marsh", "csc", "director_of_childrens_services")
DUTY = KnownWorker("d1", "Amina Khan", "csc", "duty_social_worker", "w9")
EMERGENCY = KnownWorker("e1", "Joe Ellis", "csc", "emergency_duty_worker", "w20")
CHAIR = KnownWorker("c1", "Peter Lowe", "csc", "cp_chair")
TEACHER = KnownWorker("t1", "Maya Lee", "school", "designated_safeguarding_lead")


def at(text: str) -> datetime:
    """A London time such as ``2019-09-03T10:00``."""
    return parse_instant(text).astimezone(LONDON)


def case(*entries: Entry, workers: Sequence[KnownWorker] = (SAM, MANAGER)) -> World:
    """A case about Chloe with these workers and entries."""
    return World(
        organisations={each.id: each for each in (CSC, SCHOOL)},
        workers={worker.id: worker for worker in workers},
        people={each: KnownPerson(each) for each in ("chloe", "harper", "mother")},
        relationships=(),
        entries=entries,
    )


def entry(id: str, type: str, happened: Any, about: Sequence[str] = ("chloe",), **rest: Any) -> Entry:
    """An entry; keywords with a trailing underscore, and any that entries do not have, go into its data."""
    own = {key: rest.pop(key) for key in ("recorded_at", "by", "corrects", "withdraws", "reason") if key in rest}
    if type == "worker_ended":
        own.pop("reason", None)
        rest["reason"] = "left the service"
    data = {key.rstrip("_"): value for key, value in rest.items()}
    return Entry.build(id=id, type=type, happened=happened, about=about, data=data, **own)


def allocated(worker: str, happened: Any = "2018-05-01", role: str = "lead_social_worker", **rest: Any) -> Entry:
    """Chloe's worker, unless told otherwise."""
    return entry(f"allocated-{worker}-{happened}", "worker_allocated", happened, worker=worker, role=role, **rest)


def sick(worker: str, happened: Any, **rest: Any) -> Entry:
    """A worker goes off sick."""
    return entry(f"sick-{worker}-{happened}", "absence_started", happened, about=(), worker=worker, **rest)


def back(worker: str, happened: Any, **rest: Any) -> Entry:
    """A worker comes back."""
    return entry(f"back-{worker}-{happened}", "absence_ended", happened, about=(), worker=worker, **rest)


def cover(absent: str, covering: str, happened: Any, about: Sequence[str] = ("chloe",), **rest: Any) -> Entry:
    """Cover is named."""
    return entry(
        f"cover-{absent}-{covering}-{happened}", "cover_named", happened, about=about, for_=absent, cover=covering, **rest
    )
