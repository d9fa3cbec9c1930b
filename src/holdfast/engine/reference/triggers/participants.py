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


def concerned(life: PersonView, each: Who, entry: Entry) -> tuple[str, ...]:
    """Those it starts for at the time of ``entry``."""
    return tuple(dict.fromkeys(_WHO[each](life, entry)))


def _agencies(life: PersonView, entry: Entry) -> Iterator[str]:
    for held in life.entries("core_group_held"):
        # By then: an agency that joined the group later owed nothing before.
        if held.happened.last > entry.happened.last:
            continue
        for role, organisation, _ in affiliation.roles_present(life.known, held) or ():
            words = affiliation.organisation_words(life.known, organisation)
            if (
                organisation
                and role not in professions.FAMILY_ROLES
                and not professions.speaks_of(professions.SOCIAL_CARE_WORDS, role, *words)
            ):
                yield organisation


def linked_children(life: PersonView, entry: Entry) -> Iterator[str]:
    """Children of another family: said to be half or step siblings or cousins, or who share a father and not a mother.
    Those whom a contact, meeting, assessment, plan or visit was about together with this child are already on one page."""
    # Those who were looked at together once are known to be linked; the clock is for links that nobody has made.
    together = {
        person for each in life.entries(*LOOKED_AT_TOGETHER) if each.happened.last <= entry.happened.last for person in each.about
    }
    for person in dict.fromkeys((*_said(life), *_by_father(life))):
        other = PersonView.of(life.known, person)
        if person not in together and person not in entry.about and other.is_child_on(entry.happened.last):
            yield person


def _said(life: PersonView) -> Iterator[str]:
    for link in life.relations():
        if link.kind in RELATED:
            yield link.to_person if link.from_person == life.id else link.from_person


def _by_father(life: PersonView) -> Iterator[str]:
    for person in life.siblings:
        other = PersonView.of(life.known, person)
        # One parent in common and not the mother. Where neither mother is known, nothing shows that they are of two families.
        if set(other.parents) & set(life.parents) and not other.mothers & life.mothers and (other.mothers or life.mothers):
            yield person


def _adults_in_the_home(life: PersonView, entry: Entry) -> Iterator[str]:
    """Adults whom the entry names as living there or as a parent's partner. That a parent lives there is no news; that one
    moves in is."""
    named = [*listed(entry, "joined"), *listed(entry, "members"), *listed(entry, "partners")]
    # Where a household is recorded the parents are expected in it; where somebody joins one, a parent who does is news.
    usual = {life.id, *life.siblings, *(life.parents if entry.type == "household_recorded" else ())}
    for each in named:
        if each not in usual and not _certainly_a_child(PersonView.of(life.known, each), entry):
            yield str(each)


def _certainly_a_child(life: PersonView, entry: Entry) -> bool:
    day = entry.happened.last
    if life.born is None:
        # Without a date of birth, whoever has parents on the record is one of its children.
        return not life.is_adult(day) and bool(life.parents)
    return life.under(MAJORITY, day) is True


_WHO: dict[Who, Callable[[PersonView, Entry], Iterator[str]]] = {
    "responsible_adults": lambda life, entry: iter(life.responsible_adults),
    "core_group_agencies": _agencies,
    "linked_children": linked_children,
    "adults_in_the_home": _adults_in_the_home,
}
