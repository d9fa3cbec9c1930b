"""Whom and what an entry about one child may name: the family, those who work with it, their agencies, and earlier entries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from holdfast.access.entry_readers import Reader, may_read, opens
from holdfast.access.family_ties import siblings
from holdfast.access.kept_back_matters import readable
from holdfast.access.named_in_words import Known
from holdfast.engine.reference.record_view import RecordView
from holdfast.identity.same_name import kind_and_end
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.pages.entries.forms.option import Option
from holdfast.record.models import Worker
from holdfast.record.read import people, world_around, world_of
from holdfast.vocabulary.base import NameLookup
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import people_named, references
from holdfast.vocabulary.world import KnownPerson, KnownWorker, World

FOUND = 20  # people of one name
LONGEST = 110  # characters of a sentence in a list
FAMILY, WITH_FAMILY, OTHER_AGENCIES = "The family", "Working with this family", "Other organisations"
PARENTS = ("mother", "father", "parent", "step_parent", "stepfather", "stepmother", "adoptive_parent")


@dataclass(frozen=True)
class ReferenceChoices:
    """The people, workers, organisations and entries around ``child``; those of a worker's own organisation alone when the
    entry is about nobody's child. ``entry`` is one being put right: whatever it names can be named again."""

    child: str | None
    world: World
    moment: Moment
    organisation: str | None
    entry: Entry | None = None
    reader: Reader | None = None

    @classmethod
    def around(
        cls,
        child: str | None,
        worker: Worker | None,
        moment: Moment,
        entry: Entry | None = None,
        *,
        reader: Reader | None = None,
    ) -> "ReferenceChoices":
        """The people and entries around ``child`` as the record knows them at ``moment``; the entries that the ``reader`` may
        read and open, where one is given."""
        world = readable(world_around(child, moment), worker, moment) if child is not None else world_of((), (), moment)
        # An entry put right may name somebody who is in the family no longer (an error that was itself put right since). They
        # must stay a choice, or saving a correction of something else would leave them out without a word.
        absent = (people_named(entry.data) | set(entry.about)) - set(world.people) if entry is not None else set()
        world = replace(world, people={**world.people, **people(absent, moment)}) if absent else world
        return cls(child, world, moment, worker.organisation_id if worker is not None else None, entry, reader)

    @property
    def names(self) -> NameLookup:
        """Names for sentences."""
        return self.world.names

    @cached_property
    def known(self) -> RecordView:
        """The entries as they are read now."""
        return RecordView(self.world, self.moment)

    def children(self) -> tuple[Option, ...]:
        """The child, then brothers and sisters who are children, oldest first."""
        return self._children

    @cached_property
    def _children(self) -> tuple[Option, ...]:
        if self.child is None:
            return ()
        near = [id for id in self._siblings if id in self.world.people and not self._grown_up(id)]
        own = [self.child] if not self._grown_up(self.child) else []
        return tuple(self._person(id) for id in [*own, *sorted(near, key=self._by_age)])

    def adults(self) -> tuple[Option, ...]:
        """Everybody else in the family, and whoever the entry being put right names."""
        children = {choice.value for choice in self.children()}
        return tuple(self._person(id) for id in self._people() if id not in children)

    def people(self) -> tuple[Option, ...]:
        """The whole family, children first."""
        return (*self.children(), *self.adults())

    def workers(self) -> tuple[Option, ...]:
        """Those who work with the family, then the rest of the worker's own organisation."""
        # First those who know the family: of two with one name the likelier is met first, and each is shown with role and place.
        near = self._near
        chosen = [
            w for w in self.world.workers.values() if w.id in near or (w.organisation and w.organisation == self.organisation)
        ]
        return tuple(self._worker(w, near) for w in sorted(chosen, key=lambda w: (w.id not in near, w.name.casefold(), w.id)))

    def workers_called(self, name: str) -> tuple[Option, ...]:
        """Anybody else in the partnership with these words in their name."""
        # Only by name, and a few: a list of everybody in the partnership is one to pick the wrong person from.
        known = {choice.value for choice in self.workers()}
        parts = name.casefold().split()
        found = [w for w in self.world.workers.values() if w.id not in known and all(part in w.name.casefold() for part in parts)]
        chosen = sorted(found, key=lambda w: (w.name.casefold(), w.id))[:FOUND] if parts else []
        return tuple(replace(self._worker(w, set()), group=f"Called “{name}”") for w in chosen)

    def organisations(self) -> tuple[Option, ...]:
        """The agencies that work with the family, then the rest of the partnership."""
        workers = self.world.workers
        near = {workers[id].organisation for id in self._near if id in workers} | set(self._named("organisation"))
        every = sorted(self.world.organisations.values(), key=lambda o: (o.id not in near, o.name.casefold(), o.id))
        return tuple(Option(o.id, o.name, group=WITH_FAMILY if o.id in near else OTHER_AGENCIES) for o in every)

    def everybody(self) -> Known:
        """Whom words for somebody may mean."""
        return Known(self.world.workers, self.world.organisations, {id: self.names.person(id) for id in self._people()})

    def parties(self) -> tuple[Option, ...]:
        """Everybody and every agency, under their headings."""
        family = (Option(each.value, _labelled_with_hint(each), group=FAMILY) for each in self.people())
        agencies = (Option(each.value, each.label, group=_as_organisations(each.group)) for each in self.organisations())
        return (*family, *self.workers(), *agencies)

    def entries(self, *types: str) -> tuple[Option, ...]:
        """Entries of these types (any type when none is named) about this child or the children beside them, newest first."""
        # An entry about nobody's child (an absence) names no entry of a record that its reader may not open.
        if self.child is None:
            return ()
        about = {self.child, *(choice.value for choice in self.children())}
        own = set(references_to_entries(self.entry))
        known = self.known
        found = [
            each
            for each in known.entries
            if (not types or each.type in types)
            and (self.child in each.about or (types and about & set(each.about)))
            and self._shown(each)
        ]
        # What the entry being put right names stays a choice though it was withdrawn since, for the same reason.
        kept = [each for each in self.world.entries if each.id in own and each.id not in {f.id for f in found}]
        return tuple(self._entry(each) for each in [*reversed(found), *kept] if not types or each.type in types)

    def _shown(self, entry: Entry) -> bool:
        # A list to choose from quotes what it lists: a brother's own words are not read in the form about his sister.
        return self.reader is None or (may_read(entry, self.reader) and opens(entry, self.reader))

    def relation(self, id: str) -> str:
        """What somebody is to the child, in a word or two: "mother", "sister"."""
        links = [each for each in self.world.relationships if (each.from_person, each.to_person) == (id, self.child)]
        if links:
            said = kind_and_end(min(links, key=lambda link: link.end is not None))
            return said[:1].lower() + said[1:]
        if id in self._siblings:
            return "brother or sister"
        for each in self.world.relationships:
            if each.from_person == id and each.to_person in self._siblings:
                return f"{each.kind.replace('_', ' ')} of {self.names.person(each.to_person)}"
        return ""

    @cached_property
    def _siblings(self) -> frozenset[str]:
        return siblings(self.world, self.child) if self.child is not None else frozenset()

    def _people(self) -> list[str]:
        return [*dict.fromkeys([*self.world.people, *self._named("person"), *(self.entry.about if self.entry else ())])]

    def _person(self, id: str) -> Option:
        name, relation = self.names.person(id), "" if id == self.child else self.relation(id)
        return Option(id, name, hint="" if relation.casefold() == name.casefold() else relation)

    def _worker(self, worker: KnownWorker, near: set[str]) -> Option:
        place = self.world.organisations.get(worker.organisation or "")
        said = [worker.name, *([worker.role.replace("_", " ")] if worker.role else []), *([place.name] if place else [])]
        others = f"Others at {place.name}" if place else "Others"
        return Option(worker.id, ", ".join(said), group=WITH_FAMILY if worker.id in near else others)

    def _entry(self, entry: Entry) -> Option:
        sentence = entry.data.sentence(self.names)
        short = sentence if len(sentence) <= LONGEST else f"{sentence[: LONGEST - 1].rstrip()}…"
        return Option(entry.id, f"{entry.happened.in_words()}: {short}")

    @cached_property
    def _near(self) -> set[str]:
        """Workers who recorded, or are named in, an entry about the family."""
        # From the entries, not from allocations alone: a teacher who was at the conference is allocated to nobody.
        found = set(self._named("worker"))
        for entry in self.world.entries:
            if entry.about:
                found |= {entry.by} if entry.by else set()
                found |= {each.value for each in references(entry.data) if each.kind in ("worker", "party")}
        return found & set(self.world.workers)

    def _named(self, kind: str) -> Iterator[str]:
        """What the entry being put right names. A party is whichever of the three it is."""
        for each in references(self.entry.data) if self.entry is not None else ():
            if each.kind == kind or (each.kind == "party" and self._is(kind, each.value)):
                yield each.value

    def _is(self, kind: str, id: str) -> bool:
        held = {"person": self.world.people, "worker": self.world.workers, "organisation": self.world.organisations}
        return id in held[kind]

    def _by_age(self, id: str) -> tuple[date, str]:
        born = self.world.people[id].born or self.world.people[id].expected
        return (born.first if born else date.max, id)

    def _grown_up(self, id: str) -> bool:
        person = self.world.people.get(id)
        today = london_day(self.moment.as_at)
        if person is not None and person.born is not None:
            return _is_adult(person, today)
        # Of many adults nobody has recorded when they were born. A parent is grown up here for want of better, though a parent of
        # sixteen is a child too: then a date of birth says so.
        parents = {each.from_person for each in self.world.relationships if each.kind in PARENTS}
        return id in parents and person is not None and person.expected is None


def references_to_entries(entry: Entry | None) -> Iterable[str]:
    """The ids of the entries that ``entry`` names."""
    return () if entry is None else (each.value for each in references(entry.data) if each.kind == "entry")


def _is_adult(person: KnownPerson, today: date) -> bool:
    assert person.born is not None
    # The latest day it can have been: somebody who may still be a child is offered as one.
    born = person.born.last
    return (today.year - born.year, (today.month, today.day) >= (born.month, born.day)) >= (18, True)


def _labelled_with_hint(choice: Option) -> str:
    return f"{choice.label} ({choice.hint})" if choice.hint else choice.label


def _as_organisations(group: str) -> str:
    return "Organisations that work with this family" if group == WITH_FAMILY else group
