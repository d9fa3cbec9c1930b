"""Worker away, work goes on: a worker is away, is back, is covered for. Each is an entry; nothing is anybody's alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from holdfast.duty.contact_intake import reassign_from_absent
from holdfast.duty.refusals import refuse
from holdfast.duty.rota import staffing_roster
from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import StoredSpan, Worker
from holdfast.record.read import entries_about
from holdfast.standards.professions import SOCIAL_WORKERS, normal
from holdfast.vocabulary.entry import Entry

NEEDS_A_SOCIAL_WORKER = ("child_protection_plan", "pre_proceedings")
"""While one of these lasts, whoever covers is a qualified social worker."""


@transaction.atomic
def start_absence(
    *, at: datetime, by: Worker | None, worker: Worker, happened: When | None = None, expected_until: When | None = None
) -> Entry:
    """Record that a worker is away. ``by`` may be the worker, a manager or nobody (a feed from the staff system).

    Everything of theirs that is waiting goes at once to somebody who is at work. Raises :class:`DutyRefused` when they
    are already recorded as away.
    """
    current = staffing_roster(at).away(worker.pk)
    # Somebody only possibly away (the dates allow it and no more) may be recorded as away: that makes it certain.
    if current is not None and current.certain:
        do = "Record that they are back first, or leave it: they are away until somebody says they are back."
        raise refuse("$.worker", f"{worker.name} is already recorded as {current.in_words()}.", do)
    data: dict[str, object] = {"worker": worker.pk}
    if expected_until is not None:
        data["expected_until"] = expected_until.to_json()
    entry = append(at=at, by=by, type="absence_started", happened=happened or When.at(at), about=(), data=data)
    # In the same transaction. Between an absence that stands and work that has not moved yet, a concern would be with nobody.
    reassign_from_absent(at=at)
    return entry


@transaction.atomic
def end_absence(*, at: datetime, by: Worker | None, worker: Worker, happened: When | None = None) -> Entry:
    """Record that a worker is back. Raises :class:`DutyRefused` when they are not recorded as away."""
    # Not asked: whether the day they were expected back has come. A day that was said ends nothing, only somebody who says that
    # they are back does.
    if staffing_roster(at).away(worker.pk) is None:
        raise refuse("$.worker", f"{worker.name} is not recorded as away.", "There is nothing to end.")
    return append(at=at, by=by, type="absence_ended", happened=happened or When.at(at), about=(), data={"worker": worker.pk})


@transaction.atomic
def name_cover(*, at: datetime, by: Worker | None, worker: Worker, cover: Worker, children: Sequence[str]) -> Entry:
    """Name who covers for a worker, for these children.

    Raises :class:`DutyRefused` when the cover is the worker, is away, or is not a social worker and a child has to have one.
    """
    if cover.pk == worker.pk:
        raise refuse("$.cover", "Nobody can cover for themselves.", "Choose somebody else who is at work.")
    now = staffing_roster(at)
    if not now.at_work(cover.pk):
        away = now.away(cover.pk)
        what = f"{cover.name} is {away.in_words()}." if away else f"{cover.name} no longer works here."
        raise refuse("$.cover", what, "Choose somebody who is at work.")
    # The guidance asks for a qualified social worker to lead these two, and whoever covers leads for the time. Other children may
    # be covered by a support worker.
    bound = StoredSpan.objects.filter(child__in=list(children), kind__in=NEEDS_A_SOCIAL_WORKER, end__isnull=True)
    if bound.exists() and normal(cover.role) not in SOCIAL_WORKERS:
        what = f"{cover.name} is not a social worker, and a child on a protection plan or in pre-proceedings needs one."
        raise refuse("$.cover", what, "Choose a social worker, or name another cover for these children.")
    return append(
        at=at,
        by=by,
        type="cover_named",
        happened=When.at(at),
        about=tuple(children),
        data={"for": worker.pk, "cover": cover.pk},
    )


@dataclass(frozen=True)
class Proposal:
    """A cover proposed for one child: who, how often they have met this child, and how many children they lead for now.
    ``cover`` is ``None`` when nobody is free to be proposed."""

    child: str
    cover: str | None
    met: int = 0
    leads_for: int = 0

    @property
    def because(self) -> str:
        """The reason in words."""
        if self.cover is None:
            return "nobody in the team is at work"
        met = (
            "has not met this child"
            if not self.met
            else "has met this child once"
            if self.met == 1
            else f"has met this child {self.met} times"
        )
        return f"{met}, and leads for {self.leads_for} {'child' if self.leads_for == 1 else 'children'}"


def children_held(worker: str, now: Roster) -> tuple[str, ...]:
    """The children the worker leads for, in the order they were given them."""
    # Every allocation is asked again who leads: an allocation that was ended, or given to somebody else since, still stands in
    # the record.
    allocated = [entry for entry in now.known.of("worker_allocated") if value(entry, "worker") == worker]
    children = dict.fromkeys(child for entry in allocated for child in entry.about)
    return tuple(child for child in children if now.lead(child) == worker)


def propose_cover(*, worker: str, at: datetime) -> tuple[Proposal, ...]:
    """For each child of the worker, a colleague of the same team at work: first one who has met this child, then whoever
    leads for fewest children. What is proposed counts towards the next, so that one person does not get everything."""
    now = staffing_roster(at)
    # Counted once and kept up below, not asked again for each child: the proposals are not in the record, and the record would
    # say every time that the same colleague has fewest.
    load = {each: len(children_held(each, now)) for each in _colleagues(worker, now)}
    proposals = []
    for child in children_held(worker, now):
        met = _meetings(child, at)
        # The id last, so that two people who ask see the same proposal.
        best = min(load, key=lambda each: (-met.get(each, 0), load[each], each), default=None)
        if best is None:
            proposals.append(Proposal(child, None))
            continue
        proposals.append(Proposal(child, best, met.get(best, 0), load[best]))
        load[best] += 1
    return tuple(proposals)


def _colleagues(worker: str, now: Roster) -> tuple[str, ...]:
    # Of the same manager and agency: a proposal is for a team to accept with one press. Anybody else can be chosen by hand.
    own = now.world.workers.get(worker)
    return tuple(
        other.id
        for other in sorted(now.world.workers.values(), key=lambda each: each.id)
        if own is not None
        and other.id != worker
        and (other.manager == own.manager and other.organisation == own.organisation)
        and normal(other.role) in SOCIAL_WORKERS
        and now.at_work(other.id)
    )


def _meetings(child: str, at: datetime) -> dict[str, int]:
    """How often each worker has seen this child or sat in a meeting about them."""
    met: dict[str, int] = {}
    for entry in entries_about(child, Moment.live(at)):
        # A visit at which the child was not seen is no meeting with the child, whoever else was in. Somebody whom the child has
        # never met is a stranger at a bad time.
        if entry.type == "visit_made" and child in listed(entry, "seen"):
            present = {value(entry, "worker") or entry.by}
        elif entry.type in ("core_group_held", "conference_held", "plan_meeting_held", "voice_recorded"):
            present = {row_value(row, "worker") for row in listed(entry, "present")} | {value(entry, "worker")}
        else:
            continue
        # Some present are said in words and are no workers here.
        for worker in present - {None}:
            met[str(worker)] = met.get(str(worker), 0) + 1
    return met
