"""Who is told of a breach or a signal, rung by rung, as time goes by without an answer.

The breach itself is rung 0. Each rung reaches whoever is at work on its day, by what was known then: a worker whose
sickness was recorded later was told at the time, and the line says so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import VersionHistory
from holdfast.engine.responsibility.personnel import WorkerMentions
from holdfast.engine.responsibility.roster import Recipient, Roster, once
from holdfast.kernel.calendar import england_and_wales, working_days_after
from holdfast.kernel.moment import Moment
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.unknown_name import UnknownName
from holdfast.kernel.when import LONDON, end_of_day, later, london_day, start_of_day
from holdfast.standards.ladders import LADDERS, OFFICE_HOURS, After, Ladder, OnlyWhen, To
from holdfast.standards.signal_ladders import signal_ladder
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

WARNING = -1
"""The rung number of the warning before a breach. It is not part of a line's tells."""


@dataclass(frozen=True)
class Notification:
    """On day ``on``, at rung ``rung``, ``worker`` was told for ``role``; ``None`` is the on-call mailbox."""

    rung: int
    on: date
    role: str
    worker: str | None
    because: str

    def to_json(self) -> dict[str, Any]:
        """As a line of a replay writes it."""
        return {**asdict(self), "on": self.on.isoformat()}


@dataclass(frozen=True)
class Reached:
    """A rung that time has reached: from ``instant``, told by who is there at ``moment``."""

    number: int
    instant: datetime
    moment: Moment
    tells: tuple[To, ...]


class Escalator:
    """Who is told, in one world. Rosters are kept, so ask one of these for every line of a case. ``name`` is how workers are
    named where a line says why somebody was told: by their ids, unless it says otherwise."""

    def __init__(self, world: World, *, history: VersionHistory | None = None, name: Callable[[str], str] = str) -> None:
        self.world = world
        self.name = name
        self.history = history or VersionHistory(world.entries)
        self._mentions = WorkerMentions(self.history)
        self._rosters: dict[Moment, Roster] = {}

    def roster(self, moment: Moment) -> Roster:
        """Who is at work at ``moment``."""
        # Many lines reach their rungs on the same days, and a roster reads every absence there was.
        if moment not in self._rosters:
            self._rosters[moment] = Roster(self.world, moment, name=self.name, history=self.history, mentions=self._mentions)
        return self._rosters[moment]

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
    ) -> tuple[Notification, ...]:
        """Everyone told of a breached clock by ``moment``. ``raised`` is when the breach first showed, ``until`` when it
        stopped (met, or no longer required), ``concerning`` the entries it is about, the trigger first. ``stage`` is
        where a disagreement stood, for the ladder that people climb: its breach moves it up one stage."""
        return self._climb(reached(ladder_named(ladder), raised, until, moment, stage), child, concerning)

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
        ``concerning`` is its evidence; ``until`` is when it ended or was answered."""
        return self._climb(reached(signal_ladder(tell, severity), raised, until, moment), child, concerning)

    def warned(
        self, *, ladder: str, child: str | None, warn_from: date | datetime, moment: Moment, concerning: Sequence[str] = ()
    ) -> tuple[Notification, ...]:
        """Who hears before the breach, once ``warn_from`` has come. Their rung is :data:`WARNING`."""
        # As the record stood then: a warning reaches whoever was at work as it was given.
        begins = _instant(warn_from)
        if begins > moment.as_at or not ladder_named(ladder).warning:
            return ()
        return self._climb((Reached(WARNING, begins, _then(begins, moment), ladder_named(ladder).warning),), child, concerning)

    def _climb(self, rungs: Sequence[Reached], child: str | None, concerning: Sequence[str]) -> tuple[Notification, ...]:
        return tuple(
            Notification(rung.number, london_day(rung.instant), told.role, told.worker, told.because)
            for rung in rungs
            for told in told_at(self.roster(rung.moment), rung, child, concerning)
        )


def ladder_named(id: str) -> Ladder:
    """The ladder of an id. Refuses one that is not there."""
    if id not in LADDERS:
        raise UnknownName("ladder", id, LADDERS, "Ladders are listed in holdfast.standards.ladders.")
    return LADDERS[id]


def reached(
    ladder: Ladder, raised: date | datetime, until: date | datetime | None, moment: Moment, stage: int = 1
) -> tuple[Reached, ...]:
    """The rungs of ``ladder`` that time has reached by ``moment``. The first always counts once it was raised; the others
    only if nothing had ended it by then."""
    begins = _instant(raised)
    ends = None if until is None else _instant(until)
    found = []
    for number, rung in enumerate(_by_time(ladder, stage)):
        instant = _at(rung[0], begins)
        # The breach itself counts also where it ended at once: somebody saw it, and was told.
        if instant <= moment.as_at and (number == 0 or ends is None or instant < ends):
            found.append(Reached(number, instant, _then(instant, moment), rung[1]))
    return tuple(found)


def told_at(roster: Roster, rung: Reached, child: str | None, concerning: Sequence[str]) -> tuple[Recipient, ...]:
    """Who is told at a rung, each person once."""
    return once(told for someone in rung.tells for told in _told(roster, someone, rung, child, concerning))


def out_of_hours(instant: datetime, *, day_only: bool = False) -> bool:
    """Whether the day teams have gone home. With ``day_only`` no time of day is meant, and a working day is in hours."""
    local = instant.astimezone(LONDON)
    working = england_and_wales().is_working_day(local.date())
    # Where no list of holidays reaches, weekdays: somebody is told, perhaps at the wrong desk.
    if isinstance(working, Unknown):
        working = local.weekday() < 5
    if not working:
        return True
    # A day means no hour of it, and on a working day there are office hours.
    return not (day_only or OFFICE_HOURS[0] <= local.time() < OFFICE_HOURS[1])


def _told(roster: Roster, to: To, rung: Reached, child: str | None, concerning: Sequence[str]) -> Iterator[Recipient]:
    if to.only_when is not None:
        # Told besides others and only in a case: nobody stands in for them.
        held = roster.holding(to.role, child, concerning)
        if held is not None and _holds(to.only_when, roster, rung, child, concerning):
            yield held
        return
    # A pair of the day team and the night team is one rung: whichever is there is told.
    day_and_night = len(to.roles) > 1 and "edt" in to.roles
    roles = to.roles
    if day_and_night:
        roles = (
            ("edt",)
            if out_of_hours(rung.instant, day_only=_whole_day(rung.instant))
            else tuple(role for role in roles if role != "edt")
        )
    # Of several roles the first that somebody at work holds; only if there is none does anybody stand in for the first.
    for role in roles if len(to.roles) > 1 else ():
        if (held := roster.holding(role, child, concerning)) is not None:
            yield held
            return
    yield from roster.resolve(roles[0], child, concerning)


def _holds(only_when: OnlyWhen, roster: Roster, rung: Reached, child: str | None, concerning: Sequence[str]) -> bool:
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
            return out_of_hours(rung.instant, day_only=_whole_day(rung.instant))
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


def _by_time(ladder: Ladder, stage: int) -> list[tuple[After, tuple[To, ...]]]:
    staged = [rung for rung in ladder.rungs if rung.after.stage is not None]
    if not staged:
        return [(rung.after, rung.tells) for rung in ladder.rungs]
    # The next stage up from where it stands; at the top there is no further one, and it is told again.
    next_up = [rung for rung in staged if (rung.after.stage or 0) > stage] or staged[-1:]
    return [(After(), next_up[0].tells)]


def _at(after: After, begins: datetime) -> datetime:
    if after.hours:
        return later(begins, timedelta(hours=after.hours))
    if not after.working_days:
        return begins
    day = london_day(begins)
    # The start of that day, so that whoever is at work in the morning has it.
    found = working_days_after(day, after.working_days)
    return start_of_day(_weekdays_after(day, after.working_days) if isinstance(found, Unknown) else found)


def _weekdays_after(day: date, n: int) -> date:
    """Where no list of bank holidays reaches, weekdays: a rung may come a day early, and never goes missing."""
    while n:
        day += timedelta(days=1)
        n -= day.weekday() < 5
    return day


def _instant(given: date | datetime) -> datetime:
    return given if isinstance(given, datetime) else start_of_day(given)


def _whole_day(instant: datetime) -> bool:
    return instant == start_of_day(london_day(instant))


def _then(instant: datetime, moment: Moment) -> Moment:
    """The record as it stood at a rung: at its instant, or by the end of its day where only the day is meant."""
    # A day is told in the course of it: who was away is known by its end.
    until = end_of_day(london_day(instant)) if _whole_day(instant) else instant
    return Moment(as_at=min(until, moment.as_at), known_at=min(until, moment.known_at))
