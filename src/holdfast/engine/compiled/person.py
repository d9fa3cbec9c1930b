"""One person as the family's record knows them: age, birth, death, family. Answers about who they are may differ from one state
of knowledge to another; each is kept with the time for which it stands."""

from bisect import bisect_right, insort
from collections.abc import Hashable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Literal, cast

from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.instants import NEVER
from holdfast.engine.compiled.person_identity import Identity
from holdfast.engine.compiled.version_timeline import View
from holdfast.engine.reference.person_view import BRINGS_UP, DEATH, GROWN_UP, PARENTS, SIBLINGS
from holdfast.kernel.calendar import add_months
from holdfast.vocabulary.world import KnownPerson, KnownRelationship

BORN, EXPECTED, DIED = ("birth_recorded",), ("conference_held", "assessment_started"), (DEATH,)


def _since(found: tuple[int, int, Any]) -> int:
    return found[0]


NO_STARTS: frozenset[str] = frozenset()


class PersonRecord:
    """A person in a family's record. ``kept`` is what was worked out for them in this reading."""

    def __init__(self, record: FamilyRecord, id: str) -> None:
        self.record = record
        self.view: View = record.view
        self.id = id
        # For this reading and no longer: the record goes with the family, and everything that was worked out goes with it.
        self.kept: dict[Any, Any] = {}
        self.fitting: dict[Any, Any] = {}
        """The entries that fit each event, by the event."""
        self.person: KnownPerson | None = record.people.by_id.get(id)
        self.steady = record.steady
        # Asked once: with a birth or death that anybody recorded, who they are hangs on when that became known.
        self.settled = record.steady or self._is_settled()
        """Whether who they are reads the same in every state of knowledge."""
        self._identity: Identity | None = None
        self.over: tuple[Sequence[Any], frozenset[str]] | None = None
        """The terms being worked out of which some starts are left out, and those: what they began is over and known."""

    @classmethod
    def of(cls, record: FamilyRecord, id: str) -> "PersonRecord":
        """A person of this record, the same object whoever asks and by whichever of their ids."""
        found = record.persons.get(id)
        if found is None:
            identity = record.people.identities.get(id, id)
            # Under both ids the same object, or what was kept for one would be worked out again for the other.
            found = record.persons[id] = cls(record, id) if identity == id else cls.of(record, identity)
        return cast("PersonRecord", found)

    def over_of(self, terms: Any) -> frozenset[str]:
        """The starts that are left out where what these terms say is worked out."""
        return self.over[1] if self.over is not None and terms in self.over[0] else NO_STARTS

    def other(self, id: str) -> "PersonRecord":
        """Somebody else of the same record."""
        return PersonRecord.of(self.record, id)

    def read(self, types: tuple[str, ...]) -> Any:
        """Entries of these types about this person, oldest first."""
        # There is one state, so the list is the answer, and nothing has to say until when.
        if self.steady:
            return self.record.versions(self.id, types)
        return self.view.read(self.record.timeline(self.id, types))

    def anybodys(self, types: tuple[str, ...]) -> Any:
        """Entries of these types about anybody, oldest first."""
        if self.steady:
            return self.record.versions(None, types)
        return self.view.read(self.record.timeline(None, types))

    def keep(self, what: Hashable, find: Any) -> Any:
        """What ``find`` finds for this person, worked out once for each state of knowledge that it can tell apart."""
        kept = self.kept
        # Most children: then this is a dictionary and nothing else.
        if self.steady:  # one state of knowledge, in which it stands for all time
            if what not in kept:
                kept[what] = find(self)
            return kept[what]
        there: list[tuple[int, int, Any]] = kept.setdefault(what, [])
        view = self.view
        at = view.at
        # Answers lie side by side in time: the one that began last before now is the only one that can hold.
        place = bisect_right(there, at, key=_since) - 1 if len(there) > 1 else len(there) - 1
        if place >= 0:
            since, until, found = there[place]
            if since <= at < until:
                # Whoever asked rests on this answer, so theirs stands no longer than it.
                if until < view.until:
                    view.until = until
                return found
        # What ``find`` reads says until when this answer stands, whatever whoever asked had read before: so the view starts
        # afresh, and the sooner of the two is kept.
        outer, view.until = view.until, NEVER
        found = find(self)
        insort(there, (at, view.until, found), key=_since)
        if outer < view.until:
            view.until = outer
        return found

    # Who they are.

    def _is_settled(self) -> bool:
        record = self.record
        # An entry about a birth or a death may come late or be put right, and then who they are differs from one state to
        # another.
        named = any(entry.data.get("child") == self.id for entry in record.timeline(None, BORN).versions) or any(
            entry.data.get("person") == self.id for entry in record.timeline(None, DIED).versions
        )
        if named:
            return False
        known = self.person is not None and self.person.born is not None
        # Without a date of birth it hangs on whether anything says that there was a pregnancy.
        return known or not any(entry.data.get("kind") == "pre_birth" for entry in record.timeline(self.id, EXPECTED).versions)

    @cached_property
    def may_have_died(self) -> bool:
        """Whether any version of any entry says that they died."""
        return any(entry.data.get("person") == self.id for entry in self.record.timeline(None, DIED).versions)

    @cached_property
    def plain(self) -> bool:
        """Whether their birth is known, they have not died, and all of it reads the same in every state of knowledge."""
        # What is written out whole looks at one state, in which nothing has to say until when it stands.
        if not self.steady:
            return False
        who = self.identity()
        return who.majority is not None and who.died is None

    @cached_property
    def majority(self) -> int:
        """The day a plain person comes of age."""
        return cast("int", self.identity().majority)

    def identity(self) -> Identity:
        """Who they are in the state of knowledge being looked at."""
        if self._identity is not None:
            return self._identity
        # The same in every state, so it is kept beside the states and not for one of them.
        if self.settled:
            self._identity = self._identify()
            return self._identity
        return cast("Identity", self.keep("identity", PersonRecord._identify))

    def _identify(self) -> Identity:
        leap = self.record.people.leap_birthdays
        # By anybody's, because who died is a field: the entry may be filed under a parent.
        died = next((entry for entry in self.anybodys(DIED) if entry.data.get("person") == self.id), None)
        for entry in self.anybodys(BORN):
            if entry.data.get("child") == self.id:
                return Identity(entry.first, entry.last, expected=False, died=died, leap=leap)
        born = self.person.born if self.person is not None else None
        if born is not None:
            return Identity(born.first.toordinal(), born.last.toordinal(), expected=False, died=died, leap=leap)
        awaited = self.person is not None and self.person.expected is not None
        expected = awaited or any(entry.data.get("kind") == "pre_birth" for entry in self.read(EXPECTED))
        return Identity(None, None, expected=expected, died=died, leap=leap)

    def is_adult(self, day: int) -> bool:
        """Whether they count as an adult on ``day``. Where the birth is unknown, a parent or carer of somebody is one."""
        who = self.identity()
        if who.majority is not None:
            # Somebody who died a child never became an adult.
            return day >= who.majority and (who.died is None or who.died.last >= who.majority)
        return self.grown_up

    def is_dead_on(self, day: int) -> bool:
        """Whether they had certainly died by the end of a day."""
        return self.identity().dead_from <= day

    def is_child_on(self, day: int) -> bool:
        """Whether they were living and not an adult on ``day``."""
        if self.is_adult(day):
            return False
        died = self.identity().died
        return died is None or died.first > day

    def under(self, age: int, day: int, unit: Literal["years", "months"] = "years") -> bool | str:
        """Whether they were certainly under an age on ``day``, or what would have to be known to say."""
        who = self.identity()
        if who.born_first is None or who.born_last is None:
            return True if who.expected else "the date of birth"
        if unit == "years":
            # The last day is asked for all the time and kept; the first only where the birth is a range.
            last = who.turns(age)
            first = last if who.born_first == who.born_last else who.birthday(who.born_first, age)
        else:
            first, last = (add_months(date.fromordinal(each), age).toordinal() for each in (who.born_first, who.born_last))
        if day < first:
            return True
        return False if day >= last else "the exact date of birth"

    def unborn_on(self, last: int) -> bool:
        """Whether something that had happened by the end of a day came before the birth."""
        who = self.identity()
        return who.expected if who.born_first is None else last < who.born_first

    def owns(self, entry: CompactEntry) -> bool:
        """Whether an entry starts this person's own clocks: an entry about children and adults starts the children's only."""
        # Looked up and not called: it is asked of every start.
        who = self._identity or self.identity()
        # A child's entry on a day before they came of age, as nearly all are, needs no more questions.
        if entry.last < who.majority if who.majority is not None else not self.grown_up:
            return True
        if not self.is_adult(entry.last):
            return True
        return all(self.other(each).is_adult(entry.last) for each in entry.about)

    # Their family, which is the same in every state of knowledge.

    @cached_property
    def grown_up(self) -> bool:
        return any(link.from_person == self.id and link.kind in GROWN_UP for link in self.record.people.links)

    @cached_property
    def links(self) -> tuple[KnownRelationship, ...]:
        """Relationships in which this person has either end."""
        return tuple(link for link in self.record.people.links if self.id in (link.from_person, link.to_person))

    @cached_property
    def parents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(link.from_person for link in self.links if link.to_person == self.id and link.kind in PARENTS))

    def brought_up_by(self, day: int) -> frozenset[str]:
        """Parents, and whoever else was bringing this person up on a day."""
        return frozenset(
            link.from_person
            for link in self.links
            if link.to_person == self.id and link.kind in BRINGS_UP and (link.end is None or link.end.last.toordinal() >= day)
        )

    @cached_property
    def mothers(self) -> frozenset[str]:
        people = self.record.people.by_id
        return frozenset(
            link.from_person
            for link in self.links
            if link.to_person == self.id
            and (
                link.kind in ("mother", "birth_mother")
                or (link.kind == "parent" and link.from_person in people and people[link.from_person].sex == "F")
            )
        )

    @cached_property
    def siblings(self) -> tuple[str, ...]:
        found: dict[str, None] = {}
        parents = set(self.parents)
        for link in self.record.people.links:
            if link.kind in PARENTS and link.from_person in parents and link.to_person != self.id:
                found[link.to_person] = None
            if link.kind in SIBLINGS and self.id in (link.from_person, link.to_person):
                found[link.to_person if link.from_person == self.id else link.from_person] = None
        return tuple(found)

    def responsible_adults(self, day: int) -> tuple[str, ...]:
        """Each parent, and each adult with parental responsibility, who was alive on a day."""
        found = (
            link.from_person
            for link in self.links
            if link.to_person == self.id and (link.kind in PARENTS or link.parental_responsibility)
        )
        return tuple(each for each in dict.fromkeys(found) if not self.other(each).is_dead_on(day))

    # How an entry names them.

    def row(self, entry: CompactEntry, field: str) -> dict[str, Any]:
        """This person's own row in a list of rows, empty where there is none."""
        for each in listed(entry, field):
            if each.__class__ is dict and each.get("child") == self.id:
                return cast("dict[str, Any]", each)
        return {}

    def has_row(self, entry: CompactEntry, field: str) -> bool:
        """Whether there is such a row."""
        id = self.id
        return any(each.__class__ is dict and each.get("child") == id for each in listed(entry, field))

    def is_named(self, entry: CompactEntry, field: str) -> bool:
        """Whether a field of the entry names this child. Before the birth, naming the mother does."""
        rows, id = listed(entry, field), self.id
        for each in rows:
            if each == id or (each.__class__ is dict and each.get("child") == id):
                return True
        # Only these may name the mother in the child's place; and where no mother is known nobody stands in.
        if field not in ("seen", "seen_alone") or not self.mothers:
            return False
        return not self.mothers.isdisjoint(each for each in rows if each.__class__ is str) and self.unborn_on(entry.last)
