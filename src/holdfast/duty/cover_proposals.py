"""While a worker is away: which children are theirs, and who could cover for each of them."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.rota import staffing_roster
from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.record.read import entries_about
from holdfast.standards.professions import SOCIAL_WORKERS, normal


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
    return tuple(child for child in now.given(worker) if now.lead(child) == worker)


def propose_cover(*, worker: str, at: datetime) -> tuple[Proposal, ...]:
    """For each child of the worker, a colleague of the same team at work: first one who has met this child, then whoever
    leads for fewest children. What is proposed counts towards the next, so that one person does not get everything."""
    now = staffing_roster(at)
    # Counted once and kept up below, not asked again for each child: the proposals are not in the record, and the record would
    # say every time that the same colleague has fewest.
    colleagues = _colleagues(worker, now)
    now.staff.read_given(colleagues)
    load = {each: len(children_held(each, now)) for each in colleagues}
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
    return now.those_in_post(
        other.id
        for other in sorted(now.world.workers.values(), key=lambda each: each.id)
        if own is not None
        and other.id != worker
        and (other.manager == own.manager and other.organisation == own.organisation)
        and normal(other.role) in SOCIAL_WORKERS
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
