"""Who is told of a breach or a signal, rung by rung, as time goes by without an answer.

The breach itself is rung 0. Each rung reaches whoever is in post on its day, by what was known then: a worker whose
sickness was recorded later was told at the time, and the line says so. No rung reaches lower than the one before it. What cannot
wait reaches somebody who is there at that hour; the rest waits for whoever is told to come to work.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import VersionHistory
from holdfast.engine.responsibility.personnel import WorkerMentions
from holdfast.engine.responsibility.roster import Recipient, Roster, once
from holdfast.engine.responsibility.rungs_reached import Reached, height, known_then, no_hour, reached, starts_at
from holdfast.engine.responsibility.shifts import Shifts
from holdfast.kernel.moment import Moment
from holdfast.kernel.unknown_name import UnknownName
from holdfast.kernel.when import london_day
from holdfast.standards.ladders import LADDERS, Ladder, OnlyWhen, To
from holdfast.standards.signal_ladders import signal_ladder
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

Matter = tuple[str | None, Sequence[str]]
"""The child it is about, if any, and the entries."""

WARNING = -1
"""The rung number of the warning before a breach. It is not part of a line's tells."""

NIGHT_TEAM = "edt"


@dataclass(frozen=True)
class Notification:
    """On day ``on``, at rung ``rung``, ``worker`` was told for ``role``; ``None`` is the on-call mailbox. ``from_`` is when they
    came to work, where they were not there."""

    rung: int
    on: date
    role: str
    worker: str | None
    because: str
    from_: datetime | None = field(default=None, compare=False)

    def to_json(self) -> dict[str, Any]:
        """As a line of a replay writes it."""
        # The shape of a line is a contract with other systems, and from when it reaches somebody is no part of it.
        written = asdict(self) | {"on": self.on.isoformat()}
        return {name: value for name, value in written.items() if name != "from_"}


class Escalator:
    """Who is told, in one world. Rosters are kept, so ask one of these for every line of a case. ``name`` is how workers are
    named where a line says why somebody was told: by their ids, unless it says otherwise."""

    def __init__(self, world: World, *, history: VersionHistory | None = None, name: Callable[[str], str] = str) -> None:
        self.world = world
        self.name = name
        self.history = history or VersionHistory(world.entries)
        self._mentions = WorkerMentions(self.history)
        self._shifts = Shifts(world)
        self._rosters: dict[tuple[Moment, datetime], Roster] = {}

    def roster(self, moment: Moment, hour: datetime) -> Roster:
        """Who is in post at ``moment``, and on shift at ``hour``."""
        # Many lines reach their rungs on the same days, and a roster reads every absence there was.
        if (moment, hour) not in self._rosters:
            self._rosters[moment, hour] = Roster(
                self.world,
                moment,
                hour=hour,
                name=self.name,
                history=self.history,
                mentions=self._mentions,
                shifts=self._shifts,
            )
        return self._rosters[moment, hour]

    def of_clock(
        self,
        *,
        ladder: str,
        child: str | None,
        raised: date | datetime,
        until: date | datetime | None,
        moment: Moment,
        concerning: Sequence[str] = (),
        stage: int = 1,
        urgent: bool = False,
    ) -> tuple[Notification, ...]:
        """Everyone told of a breached clock by ``moment``. ``raised`` is when the breach first showed, ``until`` when it
        stopped (met, or no longer required), ``concerning`` the entries it is about, the trigger first. ``stage`` is
        where a disagreement stood, for the ladder that people climb: its breach moves it up one stage. ``urgent`` is what
        cannot wait for the morning."""
        rungs = reached(ladder_named(ladder), raised, until, moment, stage=stage, urgent=urgent)
        return self._climb(rungs, child, concerning, urgent=urgent)

    def of_signal(
        self,
        *,
        tell: Sequence[str],
        severity: str,
        child: str | None,
        raised: date | datetime,
        until: date | datetime | None,
        moment: Moment,
        concerning: Sequence[str] = (),
    ) -> tuple[Notification, ...]:
        """Everyone told of a signal by ``moment``: those it is put to, and whom it climbs to while nobody answers.
        ``concerning`` is its evidence; ``until`` is when it ended or was answered. The highest severity cannot wait."""
        urgent = severity == "critical"
        rungs = reached(signal_ladder(tell, severity), raised, until, moment, urgent=urgent)
        return self._climb(rungs, child, concerning, urgent=urgent)

    def warned(
        self, *, ladder: str, child: str | None, warn_from: date | datetime, moment: Moment, concerning: Sequence[str] = ()
    ) -> tuple[Notification, ...]:
        """Who hears before the breach, once ``warn_from`` has come. Their rung is :data:`WARNING`."""
        # As the record stood then: a warning reaches whoever was in post as it was given.
        begins = starts_at(warn_from)
        if begins > moment.as_at or not ladder_named(ladder).warning:
            return ()
        day_only = no_hour(warn_from)
        told = ladder_named(ladder).warning
        warning = Reached(WARNING, begins, known_then(begins, moment, day_only=day_only), told, day_only)
        return self._climb((warning,), child, concerning, urgent=False)

    def _climb(
        self, rungs: Sequence[Reached], child: str | None, concerning: Sequence[str], *, urgent: bool
    ) -> tuple[Notification, ...]:
        matter = child, concerning
        return tuple(
            Notification(rung.number, london_day(rung.instant), each.role, each.worker, each.because, each.from_)
            for rung, told in climb(rungs, lambda rung: self.roster(rung.moment, rung.hour), matter, urgent=urgent)
            for each in told
        )


def ladder_named(id: str) -> Ladder:
    """The ladder of an id. Refuses one that is not there."""
    if id not in LADDERS:
        raise UnknownName("ladder", id, LADDERS, "Ladders are listed in holdfast.standards.ladders.")
    return LADDERS[id]


def climb(
    rungs: Sequence[Reached], roster_at: Callable[[Reached], Roster], matter: Matter, *, urgent: bool
) -> Iterator[tuple[Reached, tuple[Recipient, ...]]]:
    """Each rung with who is told at it. Nobody who stands in is lower than who was told before."""
    before = 0
    for rung in rungs:
        roster = roster_at(rung)
        told = told_at(roster, replace(rung, floor=max(rung.floor, before)), *matter, urgent=urgent)
        yield rung, told
        # As high as was asked for, though nobody was found, and as high as whoever was told really stands.
        reached_ranks = (roster.rank(each.worker) for each in told if each.worker is not None)
        before = max(before, height(rung.tells), *reached_ranks, 0)


def told_at(
    roster: Roster, rung: Reached, child: str | None, concerning: Sequence[str], *, urgent: bool
) -> tuple[Recipient, ...]:
    """Who is told at a rung, each person once, and from when. What is ``urgent`` reaches somebody who is there."""
    told = once(told for someone in rung.tells for told in _told(roster, someone, rung, (child, concerning)))
    return roster.reaching(told, urgent=urgent)


def _told(roster: Roster, to: To, rung: Reached, matter: Matter) -> Iterator[Recipient]:
    if to.only_when is not None:
        # Told besides others and only in a case: nobody stands in for them.
        held = roster.holding(to.role, *matter)
        if held is not None and _holds(to.only_when, roster, *matter):
            yield held
        return
    # Of several roles the first that somebody holds who is there; only if there is none does anybody stand in for the first.
    held = roster.first_holding(_by_hour(to.roles, roster), *matter) if len(to.roles) > 1 else None
    if held is not None:
        yield held
    # The night team has it now, and the day team when it opens.
    if held is None or (held.role == NIGHT_TEAM and to.role != NIGHT_TEAM):
        yield from roster.resolve(to.role, *matter, floor=rung.floor)


def _by_hour(roles: Sequence[str], roster: Roster) -> tuple[str, ...]:
    """A pair of the day team and the night team is one rung: whichever is there is asked first, and by day the night team not
    at all."""
    if NIGHT_TEAM not in roles:
        return tuple(roles)
    day = tuple(role for role in roles if role != NIGHT_TEAM)
    return day if roster.shifts.desk_open(roster.hour) else (NIGHT_TEAM, *day)


def _holds(only_when: OnlyWhen, roster: Roster, child: str | None, concerning: Sequence[str]) -> bool:
    match only_when:
        case "agency_staff":
            return any(_by_agency_staff(roster, entry) for id in concerning if (entry := roster.known.current(id)))
        case "police_matter":
            return child is not None and (
                _under_way(roster, child, "section47_started", "section47_completed")
                or _under_way(roster, child, "police_protection_started", "police_protection_ended")
            )
        case "repeated":
            return len(concerning) > 1
        case "out_of_hours":
            return not roster.shifts.desk_open(roster.hour)
        case "still_unresolved":
            return True


def _by_agency_staff(roster: Roster, entry: Entry) -> bool:
    worker = roster.world.workers.get(str(value(entry, "worker") or entry.by))
    employer = roster.world.organisations.get(worker.organisation or "") if worker else None
    return worker is not None and (
        "agency" in (worker.role or "").lower() or "employment_agency" in (employer.kind if employer else "")
    )


def _under_way(roster: Roster, child: str, started: str, ended: str) -> bool:
    both = roster.known.about(child, started, ended)
    # The last word of the two: what was begun again after it had ended is under way.
    return bool(both) and both[-1].type == started
