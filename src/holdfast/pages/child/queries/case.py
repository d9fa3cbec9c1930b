"""One child as the record knows them at a moment: what every part of the child's pages is read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView, VersionHistory
from holdfast.engine.reference.state import StateSpan, spans
from holdfast.engine.responsibility.roster import Roster
from holdfast.identity.ages import Age, age, died_in_words
from holdfast.identity.same_name import SameNames, name_of
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.record.partnership_values import load_values
from holdfast.record.person_details import PersonDetails
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import Values
from holdfast.standards.states import PLANS_BY_LEVEL, PRE_PROCEEDINGS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson, World

LEVELS = tuple(state for _, state in PLANS_BY_LEVEL)
"""Plans from the most to the least that is done for a child."""


@dataclass(frozen=True)
class CaseNames:
    """Names for sentences: nobody is called by a name that another of the family has too without what tells them apart."""

    names: SameNames
    world: World

    def person(self, id: str) -> str:
        return self.names.called(id) if id in self.world.people else id

    def worker(self, id: str) -> str:
        found = self.world.workers.get(id)
        return found.name if found else id

    def organisation(self, id: str) -> str:
        found = self.world.organisations.get(id)
        return found.name if found else id


class CaseFamily:
    """Everyone in one world at one moment. Brothers and sisters share one reading of it.

    ``rota`` is who is on shift, ``details`` what is stated of people beside the entries.
    """

    def __init__(
        self,
        world: World,
        moment: Moment,
        *,
        roster: Roster | None = None,
        details: Mapping[str, PersonDetails] | None = None,
    ) -> None:
        self.world, self.moment = world, moment
        # Made once for the family: six brothers and sisters side by side would otherwise sort the same entries six times.
        self.history = VersionHistory(world.entries)
        self.known = RecordView(world, moment, history=self.history)
        self.day = london_day(moment.as_at)
        self.same_names = SameNames(world)
        self.names = CaseNames(self.same_names, world)
        self.details = dict(details or {})
        self._roster = roster

    @cached_property
    def roster(self) -> Roster:
        """Who is at work."""
        # Without a rota where none was given: tests and a family that was read for something else have none.
        return self._roster or Roster(self.world, self.moment, name=self.names.worker, history=self.history)

    @cached_property
    def own(self) -> Values:
        """What the partnership has set."""
        return load_values()

    @cached_property
    def reader(self) -> CaseEvaluator:
        return CaseEvaluator(self.world, self.moment, self.own)

    @property
    def withheld(self) -> int:
        """How many entries about the children of a page are not for its reader: none of a family that is read whole."""
        return 0

    def clocks_of(self, child: str) -> tuple[HistoryLine, ...]:
        """Every clock of a child with its history."""
        return self.reader.read(child, STANDARDS).clocks

    def signals_of(self, child: str) -> tuple[HistoryLine, ...]:
        """Every signal of a child with its history."""
        return self.reader.read(child, SIGNALS).signals

    def child(self, id: str) -> "Case":
        return Case(self, id)


class Case:
    """One child of a family."""

    def __init__(self, family: CaseFamily, id: str) -> None:
        self.family, self.id = family, id
        self.world, self.moment, self.known, self.day = family.world, family.moment, family.known, family.day
        self.names, self.roster = family.names, family.roster
        self.view = PersonView(family.known, id)

    @cached_property
    def person(self) -> KnownPerson:
        return self.view.known_person

    @property
    def name(self) -> str:
        """The name, alone."""
        return name_of(self.world.people.get(self.id))

    @property
    def died(self) -> When | None:
        """When the child died, if they did."""
        return self.view.died.happened if self.view.died is not None else None

    @cached_property
    def age(self) -> Age:
        return age(self.view.born, self.day, self.died)

    @property
    def age_or_death(self) -> str:
        """The age, or when the child died and at what age."""
        return died_in_words(self.died, self.age)

    def entries(self, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about the child, as they stand at the moment, oldest first."""
        return self.view.entries(*types)

    def latest(self, *types: str) -> Entry | None:
        found = self.entries(*types)
        return found[-1] if found else None

    @cached_property
    def clocks(self) -> tuple[HistoryLine, ...]:
        """Every clock with its history."""
        # Only when a page asks: most pages show one or two parts of a child, and the clocks are the costly part.
        return self.family.clocks_of(self.id)

    @cached_property
    def signals(self) -> tuple[HistoryLine, ...]:
        """Every signal with its history. Read apart from the clocks: some pages need one and not the other."""
        return self.family.signals_of(self.id)

    def state(self, state: object) -> StateSpan | None:
        """The stretch of a state that the child is in at the moment."""
        found = [span for span in spans(self.view, state) if span.holds_on(self.day)]  # type: ignore[arg-type]
        return found[-1] if found else None

    @cached_property
    def plan(self) -> StateSpan | None:
        """The plan the child is on: the one in which most is done."""
        return next((span for state in LEVELS if (span := self.state(state)) is not None), None)

    @cached_property
    def pre_proceedings(self) -> StateSpan | None:
        return self.state(PRE_PROCEEDINGS)

    @cached_property
    def siblings(self) -> tuple[str, ...]:
        """Brothers and sisters, half or whole, in the record, eldest first."""
        ids = [id for id in self.view.siblings if id in self.world.people]
        return tuple(sorted(ids, key=lambda id: (_born(PersonView(self.known, id)), id)))

    def with_siblings(self) -> tuple[str, ...]:
        """The child and their brothers and sisters, eldest first."""
        return tuple(sorted((self.id, *self.siblings), key=lambda id: (_born(PersonView(self.known, id)), id)))


def _born(view: PersonView) -> str:
    # Whoever has no date of birth stands last: eldest first would otherwise begin with somebody of whom nothing is known.
    return view.born.first.isoformat() if view.born else "9999"
