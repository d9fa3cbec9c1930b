"""The day on which what was decided about a child is to happen: whose task that is, from when it is decided until it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db.models import Max, Q

from holdfast.duty.contact_assignee import STILL_WATCHED
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import notify
from holdfast.duty.rota import roster
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.responsibility.roster import Recipient, Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.contact_decisions import LIFE, decisions_in
from holdfast.record.entry_versions import for_each_child
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entries_about_of, entries_by_id
from holdfast.standards.assessment import AS_01
from holdfast.standards.strategy import CP_01
from holdfast.vocabulary.contact_reference import is_of_concern
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import ContactDecision
from holdfast.vocabulary.sentence_parts import on
from holdfast.vocabulary.world import World

FOLLOWED_BY = {
    ContactDecision.STRATEGY_DISCUSSION: ("strategy_discussion_held",),
    ContactDecision.ASSESSMENT: ("assessment_started", "assessment_completed"),
}
"""What says that what was decided has happened. The other decisions are messages, and are answered."""
RESPONSIBLE = {
    ContactDecision.STRATEGY_DISCUSSION: CP_01.responsible,
    ContactDecision.ASSESSMENT: AS_01.responsible,
    ContactDecision.PASSED_ON: "lead_social_worker",
}
"""Whose it is where nobody was named, or whoever was has gone: it is somebody's all the same."""
NAMED = "named for it when the concern was decided"


@dataclass(frozen=True)
class DecidedDay:
    """What was decided for one child, as it stands, the day it is to happen, and the id under which it is put to people."""

    matter: UUID
    child: str
    decision: Entry
    contact: str
    when: When

    @property
    def decided(self) -> ContactDecision:
        """What was decided."""
        return ContactDecision(value(self.decision, "decision"))

    def has_passed(self, day: date) -> bool:
        """Whether the last day on which it was to be is before ``day``."""
        return self.when.last < day

    def title(self, day: date) -> str:
        """What it is, on a list of ``day``."""
        return f"{self.decided.label}: {'its day has passed' if self.has_passed(day) else 'the day that was decided'}"

    def says(self, day: date) -> str:
        """What was decided, for which day, and what is missing where that has passed."""
        said = f"{self.decided.label}, decided {self.decision.happened.in_words()}, to be done {on(self.when)}."
        return f"{said} Nothing says yet that it was done." if self.has_passed(day) else said

    @property
    def who(self) -> str | None:
        """The worker who was named for it."""
        named: str | None = value(self.decision, "who")
        return named


def matter_of(decision: str, child: str) -> UUID:
    """The id under which the day in a decision, by its first version, is put to people."""
    return uuid5(UUID(decision), f"day for {child}")


def days_ahead(children: Iterable[str], moment: Moment) -> dict[UUID, DecidedDay]:
    """The days decided for these children on which what was decided has still to happen, or should have happened."""
    ids = sorted(set(children))
    types = ("contact_received", "contact_decided", *(type for each in FOLLOWED_BY.values() for type in each))
    entries = entries_about_of(ids, (*types, *LIFE, "entry_withdrawn"), moment) if ids else []
    known = RecordView(World({}, {}, {}, (), tuple(entries)), moment)
    found = [day for contact in known.of("contact_received") for day in _days_of(contact, known) if day.child in ids]
    return {day.matter: day for day in found if not _is_over(day, known)}


def _days_of(contact: Entry, known: RecordView) -> list[DecidedDay]:
    root = known.history.root
    return [
        DecidedDay(matter_of(root(entry.id), child), child, entry, root(contact.id), value(entry, "when"))
        for child, entry in decisions_in(known, contact).decided.items()
        if value(entry, "when") is not None and ContactDecision(value(entry, "decision")) in FOLLOWED_BY
    ]


def _is_over(day: DecidedDay, known: RecordView) -> bool:
    if PersonView.of(known, day.child).died is not None:
        return True
    # Of the same morning as well: whoever decides at nine may write at ten that it was held.
    since = day.decision.happened.start
    return any(each.happened.end >= since for each in known.about(day.child, *FOLLOWED_BY[day.decided]))


def with_whom(days: Iterable[UUID]) -> dict[UUID, frozenset[str | None]]:
    """With whom each of these days is now: those who were told last."""
    rows = Delivery.objects.filter(kind=Delivery.Kind.TASK, matter__in=list(days))
    last = dict(rows.values_list("matter").annotate(Max("rung")).order_by())
    found: dict[UUID, set[str | None]] = {}
    for row in rows:
        if row.rung == last[row.matter]:
            found.setdefault(row.matter, set()).add(row.worker_id)
    return {matter: frozenset(workers) for matter, workers in found.items()}


def put_days_before(*, at: datetime) -> None:
    """See that each day decided lately is on the list of whoever has it: the worker who was named, whoever covers for them, or
    whoever answers for it where neither is there."""
    # By the minute and not only where a page decides: a decision may come with a file, be put right, or be given to somebody
    # else, and whoever was named may go.
    lately = EntryEnvelope.objects.filter(type="contact_decided", recorded_at__gt=at - STILL_WATCHED, recorded_at__lte=at)
    rows = lately.filter(Q(body__data__has_key="when") | Q(body__data__has_key="decisions"))
    children = [str(child) for child in rows.values_list("abouts__person", flat=True).distinct() if child]
    put_days(children, at=at)


def put_days(children: Iterable[str], *, at: datetime) -> None:
    """The same for these children."""
    days = days_ahead(children, Moment.live(at))
    told = with_whom(days)
    rosters: dict[str, Roster] = {}
    for day in days.values():
        now = rosters.setdefault(day.child, roster(day.child, at))
        whose = whose_now(day.decided, day.who, day.child, now)
        has = told.get(day.matter, frozenset())
        # The first is whoever does it; that the others know as well moves nothing.
        if whose and whose[0].worker not in has:
            rung = Delivery.objects.filter(kind=Delivery.Kind.TASK, matter=day.matter).aggregate(last=Max("rung"))["last"]
            notify(
                at=at,
                kind=Delivery.Kind.TASK,
                matter=day.matter,
                child=day.child,
                rung=0 if rung is None else rung + 1,
                told=now.reaching(whose, urgent=False),
            )


def whose_now(decided: ContactDecision, named: str | None, child: str, now: Roster) -> tuple[Recipient, ...]:
    """Whose it is to do what follows a decision about ``child``, as people are there ``now``; nobody where it is nobody's."""
    if named is not None and now.in_post(named):
        return (Recipient(_role(named, now), named, NAMED),)
    cover = now.cover(named, child) if named is not None else None
    if cover is not None:
        return (Recipient(_role(cover, now), cover, f"covers for {now.name(str(named))}, who was named for it"),)
    return now.resolve(RESPONSIBLE[decided], child) if decided in RESPONSIBLE else ()


def _role(worker: str, now: Roster) -> str:
    found = now.world.workers.get(worker)
    return (found.role if found else None) or ""


def asked_by(messages: Iterable[Entry]) -> dict[str, date]:
    """By when what each of these messages asks is to be done, where a decision about a concern asks it by a day."""
    ids = {each.id: each for each in messages if is_of_concern(each.source)}
    if not ids:
        return {}
    about = {person for each in ids.values() for person in each.about}
    rows = EntryEnvelope.objects.filter(type="contact_decided", abouts__person__in=about).distinct()
    asks = {task_id(str(pk)): str(pk) for pk in rows.values_list("pk", flat=True)}
    wanted = {message: asks[message] for message in ids if message in asks}
    decisions = entries_by_id(wanted.values())
    # As the decision reads for the child whom the message is about, where it says anything of that child.
    theirs = {message: for_each_child(decisions[id]).get(ids[message].about[0]) for message, id in wanted.items()}
    days = {message: value(each, "when") for message, each in theirs.items() if each is not None}
    return {message: day.last for message, day in days.items() if day is not None}


def task_id(decision: str) -> str:
    """The id of the message by which what follows a decision is asked of somebody."""
    return str(uuid5(UUID(decision), "task"))
