"""Who can take the children tonight: every adult around them, in four groups that a word and a sign tell apart, each with
what was checked, when and by whom."""

from dataclasses import dataclass
from typing import Literal

from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.identity.same_name import NEVER_SHOWN, ties
from holdfast.pages.child.presenters.case_phrases import on_with_ago, who_recorded
from holdfast.pages.child.presenters.living_arrangements import address_of, household_members
from holdfast.pages.child.queries.case import Case
from holdfast.pages.tonight.presenters.exclusions import Exclusion
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.kinship import partners_now

Standing = Literal["agreed", "offered", "unasked", "never"]
TITLES: dict[Standing, str] = {
    "agreed": "Checked and agreed",
    "offered": "Offered or used before, not fully checked",
    "unasked": "Not asked",
    "never": "Must not",
}
MEANS: dict[Standing, str] = {
    "agreed": "Somebody assessed them and found them suitable.",
    "offered": "Named in a plan, or the children have stayed there. Read what was checked before you decide.",
    "unasked": "Nothing is recorded about them as somebody who could have the children.",
    "never": "The record says that they must not have the children, or must not be there.",
}

CHECKS = (("police", "police"), ("health", "health"), ("sleeping_place", "sleeping place seen:"))


@dataclass(frozen=True)
class PossibleCarer:
    """One adult: who they are to the children, what is recorded of them as a carer, and where they live."""

    person: str
    name: str
    relation: str
    facts: tuple[str, ...]
    address: str


@dataclass(frozen=True)
class CarerGroup:
    """Everybody with one standing."""

    standing: Standing
    title: str
    means: str
    people: tuple[PossibleCarer, ...]


@dataclass(frozen=True)
class CarerOptions:
    """The groups, and the adults the children live with."""

    groups: tuple[CarerGroup, ...]
    at_home: tuple[str, ...]


def carer_options(case: Case, barred: list[Exclusion]) -> CarerOptions:
    """Every adult of the network by where they stand."""
    at_home = _at_home(case)
    # Bars come first and win: somebody found suitable last year and kept away by an order since must not stand among the
    # agreed.
    never = {each.person: each for each in barred if each.person}
    held: dict[Standing, list[PossibleCarer]] = {standing: [] for standing in TITLES}
    for person in _adults(case):
        if person in never:
            held["never"].append(_carer(case, person, [never[person].words, never[person].source]))
        # Those at home are whom the children may have to be taken from tonight; they are named apart and are nobody's answer.
        elif person not in at_home:
            standing, facts = _standing(case, person)
            held[standing].append(_carer(case, person, facts))
    groups = tuple(CarerGroup(standing, TITLES[standing], MEANS[standing], tuple(people)) for standing, people in held.items())
    return CarerOptions(groups, tuple(case.names.person(id) for id in at_home))


def _adults(case: Case) -> list[str]:
    """Living adults who are family, or who are named somewhere as carers of the child."""
    family = {
        id for link in case.world.relationships if link.kind not in NEVER_SHOWN for id in (link.from_person, link.to_person)
    }
    # Somebody barred is listed though nothing else joins them: that they must not come is the point.
    barred = {link.from_person for link in case.world.relationships if link.kind in NEVER_SHOWN and link.to_person == case.id}
    # A neighbour who had the children last summer is family to nobody and may be the one who opens the door.
    named = {str(value(e, "carer")) for e in case.entries("viability_assessed", "safety_check_completed", "viability_started")}
    named |= {str(each) for e in case.entries("contingency_agreed") for each in listed(e, "carers")}
    named |= {str(each) for e in case.entries("stay_started") for each in listed(e, "with")}
    found = []
    for id in case.world.people:
        view = PersonView(case.known, id)
        if id in family | barred | named and id != case.id and view.died is None and view.is_adult(case.day):
            found.append(id)
    return found


def _at_home(case: Case) -> list[str]:
    """Adults in the child's home; where nobody has recorded who is, the parents, who are the likeliest."""
    home = [each.person for each in household_members(case) if each.person in case.world.people and not each.child]
    if home:
        return home
    # The likeliest and no more: the page says that nobody has recorded who lives there.
    mothers = [id for id in case.view.parents if id in case.view.mothers]
    now = partners_now(case.world.relationships, case.moment.as_at)
    partners = [other for mother in mothers for other in now.get(mother, ())]
    return list(dict.fromkeys([*mothers, *partners]))


def _standing(case: Case, person: str) -> tuple[Standing, list[str]]:
    assessed = _last(case, person, "viability_assessed")
    checked = _last(case, person, "safety_check_completed")
    started = _last(case, person, "viability_started")
    facts = [_assessed(case, assessed)] if assessed else []
    if started and not assessed:
        facts.append(f"Assessment started {on_with_ago(started.happened, case)} and not finished.")
    if checked:
        facts.append(_checked(case, checked))
    facts += _used(case, person)
    # Only an assessment makes somebody agreed. Checks alone, or having had the children before, are facts to decide by.
    if assessed is not None and str(value(assessed, "outcome")) == "suitable":
        return "agreed", facts
    # Said outright: under a list of good experiences nobody notices that nothing was checked.
    if facts and not checked:
        facts.append("Nobody has recorded any check.")
    return ("offered", facts) if facts else ("unasked", ["Nothing is recorded: not asked, not checked."])


def _last(case: Case, person: str, type: str) -> Entry | None:
    found = [entry for entry in case.known.of(type) if value(entry, "carer") == person]
    return found[-1] if found else None


def _assessed(case: Case, entry: Entry) -> str:
    checks = listed(entry, "checks")
    covered = f"It covered {', '.join(str(check) for check in checks)}." if checks else "What it covered is not recorded."
    # Suitable for a boy of twelve says little of a baby: whose assessment it was stands beside it.
    children = "" if case.id in entry.about else f" It was about another child, not {case.name}."
    outcome = value(entry, "outcome").label
    return f"{outcome}: assessed {on_with_ago(entry.happened, case)} by {who_recorded(case, entry)}. {covered}{children}"


def _checked(case: Case, entry: Entry) -> str:
    said = {True: "done", False: "not done", None: "not recorded"}
    parts = [f"{words} {said[value(entry, name)]}" for name, words in CHECKS]
    outcome = value(entry, "outcome")
    return f"Checked {on_with_ago(entry.happened, case)} by {who_recorded(case, entry)}: {', '.join(parts)}. {outcome}"


def _used(case: Case, person: str) -> list[str]:
    facts = []
    planned = [entry for entry in case.entries("contingency_agreed") if person in listed(entry, "carers")]
    if planned:
        asked = {True: f"{case.name} was asked.", False: f"{case.name} was not asked."}
        after = asked.get(value(planned[-1], "child_asked"), "Whether the child was asked is not recorded.")
        facts.append(f"Named in the plan for emergencies, {on_with_ago(planned[-1].happened, case)}. {after}")
    stays = [entry for entry in case.entries("stay_started") if person in [str(each) for each in listed(entry, "with")]]
    if stays:
        times = "once" if len(stays) == 1 else f"{len(stays)} times"
        facts.append(f"{case.name} has stayed there {times}, last {stays[-1].happened.in_words()}.")
    return facts


def _carer(case: Case, person: str, facts: list[str]) -> PossibleCarer:
    said = ties(case.world.relationships, person, case.world.people)
    address = address_of(case, person)
    return PossibleCarer(person, case.names.person(person), "; ".join(said[:2]), tuple(facts), address.text if address else "")
