"""What to know before going in: dangers to staff, who is in the home, the law, who can agree, health, language, last seen."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import listed, value
from holdfast.identity.same_name import name_of
from holdfast.pages.child.presenters.case_phrases import on_with_ago, plan_in_words, who_recorded
from holdfast.pages.child.presenters.case_summary import ORDERS
from holdfast.pages.child.presenters.living_arrangements import home_address, household_members, sleeping_place
from holdfast.pages.child.presenters.visit_gaps import visit_gaps
from holdfast.pages.child.queries.case import Case
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.vocabulary.kinship import carried_no_longer
from holdfast.vocabulary.sentence_parts import listed as in_a_row
from holdfast.vocabulary.stated_facts import FactKind

# Before there was a field for it, people wrote a danger to staff among the other matters of an observation, in words like these.
STAFF = ("staff", "worker", "visitor")
DANGER = ("danger", "risk", "safety", "threat", "alone", "pairs", "dog", "weapon")


@dataclass(frozen=True)
class NightFact:
    """One line of the list. ``said`` are sentences; where there are none, ``unknown`` says what nobody has recorded."""

    title: str
    said: tuple[str, ...]
    unknown: str = ""
    strong: bool = False


def night_facts(night: NightFamily) -> tuple[NightFact, ...]:
    """In the order they are asked on the way to the door."""
    nothing = "Nobody has recorded any. That is not proof that there is none."
    return (
        NightFact("Danger to staff", tuple(_staff(night)), nothing, strong=True),
        NightFact("Sleeps", _of_each(night, _sleeps)),
        NightFact("In the home", tuple(_in_the_home(night)), "Nobody has recorded who lives in the home."),
        NightFact("Law", _of_each(night, _law), "No plan, order or court application is recorded."),
        NightFact("Who can agree", tuple(_responsibility(night)), "Nobody has recorded who has parental responsibility."),
        NightFact("Health", _of_each(night, _health), "Nothing is recorded."),
        NightFact("Language", tuple(_language(night)), "Nobody has recorded which language they speak."),
        NightFact("Last seen", _of_each(night, lambda case: (visit_gaps(case).last_seen,))),
        NightFact("Last seen alone", _of_each(night, lambda case: (visit_gaps(case).last_alone,))),
    )


def _of_each(night: NightFamily, said: Callable[[Case], Iterable[str]]) -> tuple[str, ...]:
    """What is so of each child, once with whom it is about: a line that is true of all four is not said four times."""
    found: dict[str, list[str]] = {}
    for case in night.children:
        for words in said(case):
            # A child's own name in the sentence would keep two that say the same apart.
            found.setdefault(words.strip(), []).append(case.id)
    lines = []
    for words, ids in found.items():
        whom = night.whom(ids)
        named = any(name_of(night.case.world.people.get(id)) in words for id in ids)
        lines.append(words if not whom or named else f"{whom}: {words[:1].lower()}{words[1:]}")
    return tuple(lines)


def _staff(night: NightFamily) -> Iterator[str]:
    """Dangers stated of anybody in the family, then observations that name a danger and those who visit."""
    for person, details in night.details.items():
        for fact in details.dangers:
            whose = night.called(fact.whose) if fact.whose else ""
            said_by = f" Said by {night.called(fact.said_by)}." if fact.said_by else ""
            again = " It was to be looked at again: ask." if fact.overdue(night.case.day) else ""
            yield f"{f'{whose}: ' if whose else f'{night.name(person)}: '}{fact.value.rstrip('.')}.{said_by}{again}"
    for entry in reversed(night.entries("observation_recorded")):
        named = [str(each) for each in listed(entry, "other")]
        named = [each for each in named if any(s in each.lower() for s in STAFF) and any(d in each.lower() for d in DANGER)]
        if named:
            said = f"{'; '.join(named).capitalize()}. {str(value(entry, 'text')).rstrip('.')}."
            yield f"{said} {on_with_ago(entry.happened, night.case)}, {who_recorded(night.case, entry)}."


def _sleeps(case: Case) -> Iterator[str]:
    place = sleeping_place(case)
    yield f"{place.said}{f' {place.doubt}' if place.doubt else ''}"


def _in_the_home(night: NightFamily) -> Iterator[str]:
    address = home_address(night.case)
    if address is None:
        yield "No address is recorded."
    else:
        yield " ".join(part for part in (f"{address.text}.", address.confirmed, address.doubt) if part)
    members = household_members(night.case)
    if members:
        yield f"{'; '.join(f'{each.name} ({each.because})' for each in members)}."


def _law(case: Case) -> Iterator[str]:
    if case.plan is not None:
        yield f"{plan_in_words(case.plan, case)}."
    if case.pre_proceedings:
        yield f"Before court since {case.pre_proceedings.started_by.happened.in_words()}."
    for entry in reversed(case.entries(*ORDERS)):
        yield f"{entry.data.sentence(case.names)} {on_with_ago(entry.happened, case)}, {who_recorded(case, entry)}."


def _responsibility(night: NightFamily) -> Iterator[str]:
    """Who has parental responsibility; a parent for whom it is not recorded is said to be just that."""
    words = {
        True: "has parental responsibility",
        False: "does not have parental responsibility",
        None: "parental responsibility not recorded",
    }
    found: dict[tuple[str, bool | None], list[str]] = {}
    for case in night.children:
        for person, known in _responsible(night, case).items():
            found.setdefault((person, known), []).append(case.id)
    for (person, known), ids in found.items():
        # For all of them is what one expects, and goes without saying.
        whom = "" if len(ids) == len(night.children) else f", for {night.whom(ids)}"
        yield f"{night.name(person)}: {words[known]}{whom}"


def _responsible(night: NightFamily, case: Case) -> dict[str, bool | None]:
    found: dict[str, bool | None] = {}
    for link in night.case.world.relationships:
        if link.to_person != case.id or not (link.from_person in case.view.parents or link.parental_responsibility is not None):
            continue
        # Nobody dead can agree to anything, and what a guardian held ended with the guardianship.
        if night.person(link.from_person).died is not None or carried_no_longer(link, case.moment.as_at):
            continue
        known = found.get(link.from_person)
        # A link that says nothing does not take back what another has said.
        found[link.from_person] = link.parental_responsibility if known is None else known
    return found


def _health(case: Case) -> Iterator[str]:
    for entry in case.entries("diagnosis_recorded"):
        yield entry.data.sentence(case.names)


def _language(night: NightFamily) -> Iterator[str]:
    at_home = {each.person for case in night.children for each in household_members(case)} | night.ids
    spoken: dict[str, list[str]] = {}
    for person in sorted(at_home | {parent for case in night.children for parent in case.view.parents}):
        for fact in night.details[person].of(FactKind.LANGUAGE) if person in night.details else ():
            needs = "" if fact.interpreter is None else f", needs {'an' if fact.interpreter else 'no'} interpreter"
            spoken.setdefault(f"{fact.value}{needs}", []).append(night.name(person))
    for words, names in spoken.items():
        yield f"{words}: {in_a_row(names)}."
