"""Other people's record: teams elsewhere with their children, leave, cover, concerns and messages, of any size."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from holdfast.duty.models import Delivery
from holdfast.record.ledger.append import write
from holdfast.record.models import Organisation, Person, StoredClock, StoredSpan, Worker
from holdfast.vocabulary.entry import Entry
from tests.pages.partnership import BEFORE, FRIDAY

MINUTE = timedelta(minutes=1)
WORKERS = 30


def other_teams(children: int, *, named: str = "other") -> None:
    """So many children of other teams: each was given to one worker, taken from them and given to another, with a concern that
    was passed on, decided and told of, a message and a disagreement that were answered, a core group, a night missing and a night
    with the police, somebody kept away for a while, a move, and some leave and cover."""
    _staff()
    Person.objects.bulk_create([Person(id=f"{named}-{n}", recorded_at=BEFORE) for n in range(children)])
    write([entry for n in range(children) for entry in _entries(n, f"{named}-{n}")])
    came = [(n, entry_id(named, n, "concern")) for n in range(children)]
    Delivery.objects.bulk_create(
        [
            Delivery(
                kind="concern",
                matter=matter,
                child_id=f"{named}-{n}",
                rung=0,
                worker_id=f"other.{n % WORKERS}",
                role="lead_social_worker",
                because="lead worker",
                told_at=FRIDAY - timedelta(days=200),
            )
            for n, matter in came
        ]
    )
    StoredSpan.objects.bulk_create(
        [
            StoredSpan(child_id=f"{named}-{n}", kind=kind, start=BEFORE.date(), end=BEFORE.date(), entry=str(matter))
            for n, matter in came
            for kind in ("missing", "police_protection", "child_protection_plan")
        ]
    )
    StoredClock.objects.bulk_create(
        [
            StoredClock(child_id=f"{named}-{n}", key="FD-02", standard="FD-02", trigger=str(matter), open=False, met_by="x")
            for n, matter in came
        ]
    )


def _staff() -> None:
    csc = Organisation.objects.get(pk="csc")
    manager, _ = Worker.objects.get_or_create(
        pk="other.manager", defaults={"name": "Olive Stone", "role": "team_manager", "organisation": csc}
    )
    Worker.objects.bulk_create(
        [
            Worker(id=f"other.{n}", name=f"Other Worker {n}", role="social_worker", organisation=csc, manager=manager)
            for n in range(WORKERS)
        ],
        ignore_conflicts=True,
    )


def entry_id(named: str, n: int, what: str) -> UUID:
    """The same each time."""
    return uuid5(NAMESPACE_OID, f"{named} {n} {what}")


def _entries(n: int, child: str) -> list[Entry]:
    named = child.rsplit("-", 1)[0]
    first, second, third = (f"other.{(n + step) % WORKERS}" for step in (0, 1, 2))
    began = BEFORE + (n % 5000) * MINUTE
    contact, message = str(entry_id(named, n, "concern")), str(entry_id(named, n, "message"))

    def entry(what: str, type: str, when: datetime, data: dict[str, object], *about: str) -> Entry:
        return Entry.build(
            id=str(entry_id(named, n, what)),
            type=type,
            happened=when.date().isoformat(),
            recorded_at=when,
            by="other.manager",
            about=about,
            data=data,
        )

    role = "lead_social_worker"
    told = {"role": "neighbour"}
    found = [
        entry("given", "worker_allocated", began, {"worker": first, "role": role}, child),
        entry("ended", "worker_ended", began + MINUTE, {"worker": first, "reason": "Moved team."}, child),
        entry("again", "worker_allocated", began + MINUTE, {"worker": second, "role": role}, child),
        entry("cover", "cover_named", began + 2 * MINUTE, {"for": second, "cover": third}, child),
        entry("concern", "contact_received", began, {"from": told, "channel": "telephone", "text": "Heard shouting."}, child),
        entry("assigned", "contact_assigned", began, {"contact": contact, "worker": first}, child),
        entry(
            "decided", "contact_decided", began, {"contact": contact, "decision": "no_further_action", "reasons": "Known."}, child
        ),
        entry("message", "message_received", began, {"from": told, "for": second, "text": "Please ring."}, child),
        entry("answered", "message_answered", began, {"message": message}, child),
    ]
    found += _of_the_rest(n, named, entry, began, contact, child)
    if n % 4 == 0:
        found.append(entry("away", "absence_started", began, {"worker": third}))
        found.append(entry("back", "absence_ended", began + 3 * MINUTE, {"worker": third}))
    return found


def _of_the_rest(n: int, named: str, entry: Callable[..., Entry], began: datetime, contact: str, child: str) -> list[Entry]:
    """What first pages look for among everybody's: who was in a room, who told us, who is missing."""
    one, other = (f"other.{(n + step) % WORKERS}" for step in (3, 4))
    met = {"present": [{"worker": one, "role": "social_worker"}], "absent": [{"worker": other, "role": "social_worker"}]}
    raised = str(entry_id(named, n, "raised"))
    answer = {"disagreement": raised, "stage": "first answer", "answer": "We look again."}
    kept_away = {"person": f"somebody {n}", "kept_away_by": "bail", "until": "2026-09-09"}
    moved = {"person": child, "address": f"{n} Far Street", "confirmed_by": one}
    return [
        entry("met", "core_group_held", began, met, child),
        entry("sender", "sender_confirmed", began, {"contact": contact, "worker": one, "how": "Rang back."}, child),
        entry("raised", "disagreement_raised", began, {"text": "She is hungry.", "about_entry": contact}, child),
        entry("settled", "disagreement_answered", began, answer, child),
        entry("gone", "missing_started", began, {}, child),
        entry("found", "missing_ended", began + MINUTE, {}, child),
        entry("taken", "police_protection_started", began, {}, child),
        entry("back home", "police_protection_ended", began + MINUTE, {}, child),
        entry("kept away", "person_excluded", began, kept_away, child),
        entry("moved", "address_changed", began, moved, child),
        entry("seen", "observation_recorded", began, {"setting": "home", "text": "Cold."}, child),
    ]
