"""Who a trigger that starts once for each of several starts for: parents, agencies of the core group, linked children."""

from collections.abc import Callable, Iterator

from holdfast.engine.reference import affiliation
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.person_view import MAJORITY, PersonView
from holdfast.rules.participants import LOOKED_AT_TOGETHER, Who
from holdfast.standards import professions
from holdfast.vocabulary.entry import Entry

RELATED = frozenset(
    {
        "half_sibling",
        "half_brother",
        "half_sister",
        "step_sibling",
        "stepsibling",
        "stepbrother",
        "stepsister",
        "cousin",
    }
)


def concerned(person: PersonView, each: Who, entry: Entry) -> tuple[str, ...]:
    """Those it starts for at the time of ``entry``."""
    return tuple(dict.fromkeys(_WHO[each](person, entry)))


def _agencies(person: PersonView, entry: Entry) -> Iterator[str]:
    for held in person.entries("core_group_held"):
        # By then: an agency that joined the group later owed nothing before.
        if held.happened.last > entry.happened.last:
            continue
        for role, organisation, _ in affiliation.roles_present(person.known, held) or ():
            words = affiliation.organisation_words(person.known, organisation)
            if (
                organisation
                and role not in professions.FAMILY_ROLES
                and not professions.speaks_of(professions.SOCIAL_CARE_WORDS, role, *words)
            ):
                yield organisation


def linked_children(person: PersonView, entry: Entry) -> Iterator[str]:
    """Children of another family: said to be half or step siblings or cousins, or who share a father and not a mother.
    Those whom a contact, meeting, assessment, plan or visit was about together with this child are already on one page."""
    # Those who were looked at together once are known to be linked; the clock is for links that nobody has made.
    together = {
        id for each in person.entries(*LOOKED_AT_TOGETHER) if each.happened.last <= entry.happened.last for id in each.about
    }
    for id in dict.fromkeys((*_said(person), *_by_father(person))):
        other = PersonView.of(person.known, id)
        if id not in together and id not in entry.about and other.is_child_on(entry.happened.last):
            yield id


def _said(person: PersonView) -> Iterator[str]:
    for link in person.relations():
        if link.kind in RELATED:
            yield link.to_person if link.from_person == person.id else link.from_person


def _by_father(person: PersonView) -> Iterator[str]:
    for id in person.siblings:
        other = PersonView.of(person.known, id)
        # One parent in common and not the mother. Where neither mother is known, nothing shows that they are of two families.
        if set(other.parents) & set(person.parents) and not other.mothers & person.mothers and (other.mothers or person.mothers):
            yield id


def _adults_in_the_home(person: PersonView, entry: Entry) -> Iterator[str]:
    """Adults whom the entry names as living there or as a parent's partner. That a parent lives there is no news; that one
    moves in is."""
    named = [*listed(entry, "joined"), *listed(entry, "members"), *listed(entry, "partners")]
    # Where a household is recorded the parents are expected in it; where somebody joins one, a parent who does is news.
    usual = {person.id, *person.siblings, *(person.parents if entry.type == "household_recorded" else ())}
    for each in named:
        adult = PersonView.of(person.known, each)
        if each not in usual and not adult.is_dead_on(entry.happened.last) and not _certainly_a_child(adult, entry):
            yield str(each)


def _certainly_a_child(person: PersonView, entry: Entry) -> bool:
    day = entry.happened.last
    if person.born is None:
        # Without a date of birth, whoever has parents on the record is one of its children.
        return not person.is_adult(day) and bool(person.parents)
    return person.under(MAJORITY, day) is True


_WHO: dict[Who, Callable[[PersonView, Entry], Iterator[str]]] = {
    "responsible_adults": lambda person, entry: iter(person.responsible_adults(entry.happened.last)),
    "core_group_agencies": _agencies,
    "linked_children": linked_children,
    "adults_in_the_home": _adults_in_the_home,
}
