"""What starts once for each of several people or agencies: parents, agencies of the core group, linked children, adults who come
into the home. As :mod:`holdfast.engine.reference.triggers.participants` says it."""

from collections.abc import Callable, Iterable, Iterator

from holdfast.engine.compiled.affiliation import organisation_words, roles_present
from holdfast.engine.compiled.clock_start import CompactStart, replaced
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger, compile_trigger
from holdfast.engine.compiled.triggers.preparation import made_of_each
from holdfast.engine.reference.person_view import MAJORITY
from holdfast.engine.reference.triggers.participants import RELATED
from holdfast.rules.participants import LOOKED_AT_TOGETHER, Who
from holdfast.rules.trigger import ForEach
from holdfast.standards import professions

Concerned = Callable[[PersonRecord, CompactEntry], Iterable[str]]
CORE_GROUPS = ("core_group_held",)
IN_THE_HOME = ("joined", "members", "partners")
"""Fields in which an entry names who lives with the child, or is a parent's partner."""


def for_each(compiler: Compiler, trigger: ForEach) -> CompiledTrigger:
    """What the trigger starts, started once for each of those concerned."""
    concerned, needs_nobody = WHO[trigger.who], trigger.who == "responsible_adults"

    def make(person: PersonRecord, start: CompactStart) -> Iterable[CompactStart]:
        found = dict.fromkeys(concerned(person, start.entry))
        if not found and needs_nobody:
            return (start,)
        return [replaced(start, about=(each,)) for each in found]

    return made_of_each(compile_trigger(compiler, trigger.trigger), make)


def responsible_adults(person: PersonRecord, entry: CompactEntry) -> Iterable[str]:
    """Each living parent, and adult with parental responsibility."""
    return person.responsible_adults(entry.last)


def core_group_agencies(person: PersonRecord, entry: CompactEntry) -> Iterator[str]:
    """Each agency but children's social care that was at a core group by then."""
    for held in person.read(CORE_GROUPS):
        if held.last > entry.last:
            continue
        for role, organisation, _ in roles_present(person, held) or ():
            words = organisation_words(person, organisation)
            if (
                organisation
                and role not in professions.FAMILY_ROLES
                and not professions.speaks_of(professions.SOCIAL_CARE_WORDS, role, *words)
            ):
                yield organisation


def linked_children(person: PersonRecord, entry: CompactEntry) -> Iterator[str]:
    """Children of another family: said to be half or step siblings or cousins, or who share a father and not a mother. Those whom
    a contact, meeting, assessment, plan or visit was about together with this child are already on one page."""
    # First, because it is known without reading any entry, and nearly always nobody.
    linked = dict.fromkeys((*_said_to_be_related(person), *_by_father(person)))
    if not linked:
        return
    together = {each for held in person.read(LOOKED_AT_TOGETHER) if held.last <= entry.last for each in held.about}
    for each in linked:
        if each not in together and each not in entry.about and person.other(each).is_child_on(entry.last):
            yield each


def _said_to_be_related(person: PersonRecord) -> Iterator[str]:
    for link in person.links:
        if link.kind in RELATED:
            yield link.to_person if link.from_person == person.id else link.from_person


def _by_father(person: PersonRecord) -> Iterator[str]:
    parents, mothers = set(person.parents), person.mothers
    for each in person.siblings:
        other = person.other(each)
        if not parents.isdisjoint(other.parents) and other.mothers.isdisjoint(mothers) and (other.mothers or mothers):
            yield each


def adults_in_the_home(person: PersonRecord, entry: CompactEntry) -> Iterator[str]:
    """Adults whom the entry names as living there or as a parent's partner. That a parent lives there is no news; that one moves
    in is."""
    usual = {person.id, *person.siblings, *(person.parents if entry.type == "household_recorded" else ())}
    for field in IN_THE_HOME:
        for each in map(str, listed(entry, field)):
            adult = person.other(each)
            if each not in usual and not adult.is_dead_on(entry.last) and not _is_certainly_a_child(adult, entry.last):
                yield each


def _is_certainly_a_child(person: PersonRecord, day: int) -> bool:
    if person.identity().born_last is None:
        return not person.is_adult(day) and bool(person.parents)
    return person.under(MAJORITY, day) is True


WHO: dict[Who, Concerned] = {
    "responsible_adults": responsible_adults,
    "core_group_agencies": core_group_agencies,
    "linked_children": linked_children,
    "adults_in_the_home": adults_in_the_home,
}
MEANINGS[ForEach] = for_each
