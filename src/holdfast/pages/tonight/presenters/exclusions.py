"""Who must not be there, and who must not have the children: from orders, from assessments, from what is recorded of a person.

An order's words are shown as they were recorded. Where they hold the full name of exactly one person of the case, that person is
pointed to, to be checked.
"""

import re
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.identity.name_forms import folded
from holdfast.identity.same_name import NEVER_SHOWN, listed
from holdfast.pages.child.presenters.case_phrases import on_with_ago, who_recorded
from holdfast.pages.child.queries.case import Case
from holdfast.vocabulary.entry import Entry

# Searched in the order's own words, because what kind of order it is is free text in the record. Too much is better than too
# little here: an order that is shown for nothing costs a minute, one that is not shown may cost a child.
KEEPS_AWAY = re.compile(
    r"non.?molestation|occupation order|restraining|exclusion|prohibit|injunction|no contact|must not|may not|"
    r"not to (?:come|contact|have)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Exclusion:
    """One reason why somebody must stay away. ``person`` is set where the record says who, ``check`` where only a name does."""

    person: str | None
    name: str
    words: str
    source: str
    check: str = ""
    entry: str | None = None


def exclusions(case: Case) -> list[Exclusion]:
    """Everybody who must not be there or must not have the children, as far as the record says."""
    found = [_of_order(case, entry) for entry in reversed(case.entries("court_order_made")) if KEEPS_AWAY.search(_kind(entry))]
    # Not suitable is not forbidden by law, and at two in the morning it comes to the same.
    found += [_of_assessment(case, entry) for entry in _latest_by_carer(case)]
    for link in case.world.relationships:
        # An end that lies ahead is still in force tonight.
        if link.to_person == case.id and link.kind in NEVER_SHOWN and (link.end is None or link.end.end > case.moment.as_at):
            words = link.kind.replace("_", " ").capitalize()
            since = f"Since {link.start.in_words()}." if link.start else "Since when is not recorded."
            found.append(Exclusion(link.from_person, case.names.person(link.from_person), f"{words} with {case.name}.", since))
    return found


def _kind(entry: Entry) -> str:
    return str(value(entry, "kind")).replace("_", " ")


def _of_order(case: Case, entry: Entry) -> Exclusion:
    words = _kind(entry)
    # A matching name is a question, never an identity: the person is pointed to, to be checked, and the words stand beside it.
    person = named_in(case, words)
    name = case.names.person(person) if person else "Read the order’s words"
    check = "The order’s words hold this full name: check that it is the same person." if person else ""
    source = f"Court order, {on_with_ago(entry.happened, case)}; {who_recorded(case, entry)}"
    return Exclusion(person, name, words[:1].upper() + words[1:], source, check, entry.id)


def named_in(case: Case, text: str) -> str | None:
    """The one person of the case whose full name, given and family, stands in the text; nobody where two could be meant."""
    said = f" {folded(text)} "
    found = [
        id
        for id, person in case.world.people.items()
        # Given and family name together: "Lee" alone is half the street. Spaces round both, so that "Ann Lee" is not in "Joann
        # Lees".
        if any(name.given and name.family and f" {folded(str(name))} " in said for name in person.names)
    ]
    return found[0] if len(found) == 1 else None


def _latest_by_carer(case: Case) -> list[Entry]:
    """Assessments that found somebody unsuitable and have not been followed by another, for this child or a brother or sister."""
    # Of brothers and sisters as well: what was wrong for one is not put aside for the next at night.
    near = {case.id, *case.siblings}
    latest = {
        str(value(entry, "carer")): entry for entry in case.known.of("viability_assessed") if near.intersection(entry.about)
    }
    return [entry for entry in latest.values() if str(value(entry, "outcome")) == "not_suitable"]


def _of_assessment(case: Case, entry: Entry) -> Exclusion:
    carer = str(value(entry, "carer"))
    source = f"Assessed {on_with_ago(entry.happened, case)}; {who_recorded(case, entry)}"
    for_whom = listed(case.names.person(id) for id in entry.about if id in case.world.people)
    return Exclusion(carer, case.names.person(carer), f"Found not suitable to care for {for_whom}.", source, "", entry.id)
