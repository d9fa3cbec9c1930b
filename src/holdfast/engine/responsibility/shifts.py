"""Who is on shift at an instant, by the hours of each post and the rota: not whether they are in post, which is another question.

A rota that is kept is believed, also when it says that nobody is there; where none is kept, the hours say who is.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from heapq import merge

from holdfast.kernel.opening_hours import OpeningHours
from holdfast.kernel.when import LONDON, london_day
from holdfast.standards.professions import normal
from holdfast.standards.roles import DUTY_TITLES, EMERGENCY_DUTY_TITLES
from holdfast.standards.working_hours import desk_hours, on_call_by_title, working_hours
from holdfast.vocabulary.working_hours import TEAMS, KnownShift, Team
from holdfast.vocabulary.world import World

ROTA_REACHES = timedelta(days=28)
"""How near a shift must be for a team to keep a rota at all."""

TITLES: dict[Team, tuple[str, ...]] = {"front_door": DUTY_TITLES, "emergency_duty": EMERGENCY_DUTY_TITLES}
DUTY_TEAMS: tuple[Team, ...] = ("front_door", "emergency_duty")


class Shifts:
    """The shifts and hours of one world. Every roster of that world shares one of these."""

    def __init__(self, world: World) -> None:
        self.world = world
        # In UTC, and so is every instant that is asked about: two times of one clock are compared by what it says, and in the
        # hour that comes twice it says the same an hour later.
        rota = [replace(each, starts=each.starts.astimezone(UTC), ends=each.ends.astimezone(UTC)) for each in world.rota]
        self._of_team: dict[Team, list[KnownShift]] = {
            team: sorted((each for each in rota if each.team == team), key=lambda each: (each.starts, each.worker))
            for team in TEAMS
        }
        self._titled = {
            team: tuple(id for id, each in sorted(world.workers.items()) if normal(each.role) in titles)
            for team, titles in TITLES.items()
        }
        self._kept: dict[tuple[Team, datetime], bool] = {}

    def kept(self, team: Team, instant: datetime) -> bool:
        """Whether this team keeps a rota around then."""
        instant = instant.astimezone(UTC)
        found = self._kept.get((team, instant))
        if found is None:
            first, last = instant - ROTA_REACHES, instant + ROTA_REACHES
            found = any(each.starts <= last and each.ends > first for each in self._of_team[team])
            self._kept[team, instant] = found
        return found

    def on_rota(self, team: Team, instant: datetime) -> tuple[str, ...]:
        """Whom the team's rota has on at this instant."""
        now = instant.astimezone(UTC)
        return tuple(dict.fromkeys(each.worker for each in self._of_team[team] if each.starts <= now < each.ends))

    def front_door(self) -> tuple[str, ...]:
        """Whoever has the title of a duty worker at the front door."""
        return self._titled["front_door"]

    def may_be_on(self) -> tuple[str, ...]:
        """Everybody whom a rota has on, or whose title puts them on duty."""
        shifts = (each.worker for team in TEAMS for each in self._of_team[team])
        return tuple(dict.fromkeys((*shifts, *(worker for team in DUTY_TEAMS for worker in self._titled[team]))))

    def on_duty(self, instant: datetime) -> tuple[str, ...]:
        """Who takes what is nobody's at this instant, the front door before emergency duty."""
        return tuple(dict.fromkeys(worker for team in DUTY_TEAMS for worker in self.on_for(team, instant)))

    def on_for(self, team: Team, instant: datetime) -> tuple[str, ...]:
        """Whom a duty team has on at this instant, by its rota or, where none is kept, by the hours of their posts."""
        if self.kept(team, instant):
            return self.on_rota(team, instant)
        return tuple(worker for worker in self._titled[team] if self.hours(worker, instant).open_at(instant))

    def names_anybody(self, team: Team, instant: datetime) -> bool:
        """Whether a rota or a title names anybody at all for a duty team around then."""
        return self.kept(team, instant) or bool(self._titled[team])

    def on_call(self, instant: datetime) -> tuple[str, ...]:
        """The managers who answer the telephone at this instant, by the rota or, where none is kept, by their posts."""
        if self.kept("manager_on_call", instant):
            return self.on_rota("manager_on_call", instant)
        return tuple(id for id, each in sorted(self.world.workers.items()) if on_call_by_title(each))

    def desk_open(self, instant: datetime) -> bool:
        """Whether the front door has a shift now or, where it keeps no rota, it is its hours. Whether whoever is on it is there
        is asked of a roster."""
        # Whoever is on shift knows better than a clock: a bank holiday that is staffed is staffed.
        if self.kept("front_door", instant):
            return bool(self.on_rota("front_door", instant))
        return desk_hours(self.world, london_day(instant)).open_at(instant)

    def working(self, worker: str, instant: datetime) -> bool:
        """Whether this worker is at work at this instant, were they in post."""
        if any(worker in self.on_rota(team, instant) for team in DUTY_TEAMS):
            return True
        return not self._by_rota_alone(worker, instant) and self.hours(worker, instant).open_at(instant)

    def hours(self, worker: str, instant: datetime) -> OpeningHours:
        """The hours of a worker on the day of ``instant``."""
        return working_hours(self.world.workers[worker], self.world, london_day(instant))

    def starts_next(self, worker: str, after: datetime) -> Iterator[datetime]:
        """Each instant later than ``after`` at which a shift or the hours of the worker begin, as far ahead as anybody is told.
        Whether they are there then is asked of that instant: a rota may be kept by then."""
        after = after.astimezone(UTC)
        mine = (each for team in DUTY_TEAMS for each in self._of_team[team] if each.worker == worker)
        own = sorted(each.starts for each in mine if each.starts > after)
        return (each.astimezone(LONDON) for each in merge(own, self.hours(worker, after).opens_next(after)))

    def changes(self, after: datetime) -> list[datetime]:
        """The instants later than ``after``, in order, at which somebody may come on duty or go."""
        after = after.astimezone(UTC)
        edges = {edge for team in DUTY_TEAMS for each in self._of_team[team] for edge in (each.starts, each.ends)}
        for team in DUTY_TEAMS:
            if not self.kept(team, after):
                edges.update(edge for worker in self._titled[team] for edge in self.hours(worker, after).changes(after))
        return [edge.astimezone(LONDON) for edge in sorted(edges) if edge > after]

    def _by_rota_alone(self, worker: str, instant: datetime) -> bool:
        # A duty worker on a day off is not at work because the office is open.
        return any(worker in self._titled[team] and self.kept(team, instant) for team in DUTY_TEAMS)
