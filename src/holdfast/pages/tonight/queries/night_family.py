"""A child tonight: with the brothers and sisters whose record the reader may see as well, and how everybody around is reached."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from holdfast.access.details_shown import details_for
from holdfast.access.entry_readers import Reader
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.identity.same_name import NOT_KNOWN, name_of
from holdfast.pages.child.queries import load_family
from holdfast.pages.child.queries.case import Case, CaseFamily
from holdfast.pages.child.queries.readable_family import readable_family
from holdfast.pages.tonight.night_phrases import near
from holdfast.record.person_details import PersonDetails
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed as in_a_row
from holdfast.vocabulary.sentence_parts import party


@dataclass(frozen=True)
class NightFamily:
    """``case`` is the child the page is about, ``children`` they and the brothers and sisters shown with them, eldest first.
    ``details`` is how people are reached and what to beware of, ``phones`` the numbers of workers,
    ``withheld`` how many entries are not for the reader."""

    case: Case
    children: tuple[Case, ...]
    details: Mapping[str, PersonDetails] = field(default_factory=dict)
    phones: Mapping[str, str] = field(default_factory=dict)
    withheld: int = 0

    @property
    def family(self) -> CaseFamily:
        """Everybody around the child at the moment."""
        return self.case.family

    @cached_property
    def ids(self) -> frozenset[str]:
        """The children shown."""
        return frozenset(each.id for each in self.children)

    def entries(self, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about any of the children, each once, oldest first."""
        found = {entry.id: entry for each in self.children for entry in each.entries(*types)}
        # What a brother said to somebody is his: an entry of words about him and his sister is under the one who spoke.
        return tuple(sorted(found.values(), key=order))

    def refers_to(self, entry: Entry, name: str, to: Entry) -> bool:
        """Whether the field names that entry, in whichever version."""
        named = value(entry, name)
        return named is not None and self.case.known.same(str(named), to.id)

    def is_settled(self, entry: Entry, by: str, name: str) -> Entry | None:
        """The entry of type ``by`` that says in ``name`` that it is about this one; nothing where there is none."""
        return next((each for each in self.case.known.of(by) if self.refers_to(each, name, entry)), None)

    def person(self, id: str) -> PersonView:
        """Somebody of the family as the record knows them."""
        return PersonView(self.case.known, id)

    def known_person(self, id: str) -> bool:
        """Whether this is somebody of the record, and no words for somebody."""
        return id in self.case.world.people

    def name(self, person: str) -> str:
        """Somebody of the family by name; with what tells them apart only where another has the same whole name."""
        people = self.case.world.people
        alone = name_of(people.get(person))
        alike = [id for id in self.family.same_names.shared_by(person) if id != person and name_of(people[id]) == alone]
        return self.case.names.person(person) if alike or alone == NOT_KNOWN else alone

    def called(self, said: str) -> str:
        """A person, worker or agency by name; words for somebody as they were said."""
        return self.name(said) if self.known_person(said) else party(self.case.names, said)

    def writer(self, entry: Entry) -> str:
        """Who wrote it, by name alone: at night the agency is one tap away and the line is short."""
        worker = self.case.world.workers.get(entry.by or "")
        return worker.name if worker else "who wrote it is not recorded"

    def when(self, entry: Entry) -> str:
        """When it happened, near in time by the name of the day."""
        return near(entry.happened, self.case.moment.as_at)

    def identified(self, party: str) -> bool:
        """Whether the record knows who is meant: a person, a worker or an agency, and not words alone."""
        world = self.case.world
        return party in world.people or party in world.workers or party in world.organisations

    def whom(self, about: Sequence[str]) -> str:
        """Which of the children shown: "All four", "Both", "Tia and Noah"; nothing where there is one child to speak of."""
        if len(self.children) == 1:
            return ""
        named = [each for each in self.children if each.id in about]
        if len(named) == len(self.children):
            return {2: "Both", 3: "All three", 4: "All four", 5: "All five"}.get(len(named), "All of them")
        return in_a_row(name_of(each.person) for each in named)

    def parties(self, entry: Entry, *names: str) -> tuple[str, ...]:
        """Everybody whom the entry names in these fields."""
        return tuple(str(each) for name in names for each in listed(entry, name))


def night_family(
    family: CaseFamily, child: str, *, reader: Reader | None = None, may_see: Callable[[str], bool] = lambda _: True
) -> NightFamily:
    """The child with their living brothers and sisters under age whom ``may_see`` lets through, and how everybody is reached, as
    far as the reader may know."""
    case = family.child(child)
    others = [id for id in case.siblings if PersonView(family.known, id).is_child_on(family.day) and may_see(id)]
    ids = [id for id in case.with_siblings() if id == child or id in others]
    read = readable_family(family, ids, reader)
    here = {id: read.child(id) for id in ids}
    details = details_for(reader.user.worker if reader else None, family.world.people, family.moment)
    return NightFamily(here[child], tuple(here.values()), details, load_family.phones(), read.withheld)
