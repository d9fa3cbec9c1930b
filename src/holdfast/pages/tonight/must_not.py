"""Who must not be there, and who must not have the children: from orders, from assessments, from what is recorded of a person.

An order's words are shown as they were recorded. Where they hold the full name of exactly one person of the case, that person is
pointed to, to be checked: a matching name is a question, never an identity.
"""

import re
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.identity.name_forms import folded
from holdfast.identity.same_name import NEVER_SHOWN, listed
from holdfast.pages.child.case import Case
from holdfast.pages.child.telling import on_with_ago, who_recorded
from holdfast.vocabulary.entry import Entry

KEEPS_AWAY = re.compile(
    r"non.?molestation|occupation order|restraining|exclusion|prohibit|injunction|no contact|must not|may not|"
    r"not to (?:come|contact|have)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class MustNot:
    """One reason why somebody must stay away. ``person`` is set where the record says who, ``check`` where only a name does."""

    person: str | None
    name: str
    words: str
    source: str
    check: str = ""
    entry: str | None = None


def must_not(case: Case) -> list[MustNot]:
    """Everybody who must not be there or must not have the children, as far as the record says."""
    found = [_of_order(case, entry) for entry in reversed(case.entries("court_order_made")) if KEEPS_AWAY.search(_kind(entry))]
    found += [_of_assessment(case, entry) for entry in _latest_by_carer(case)]
    for link in case.world.relationships:
        if link.to_person == case.id and link.kind in NEVER_SHOWN and (link.end is None or link.end.end > case.moment.as_at):
            words = link.kind.replace("_", " ").capitalize()
            since = f"Since {link.start.in_words()}." if link.start else "Since when is not recorded."
            found.append(MustNot(link.from_person, case.names.person(link.from_person), f"{words} with {case.name}.", since))
    return found


def _kind(entry: Entry) -> str:
    return str(value(entry, "kind")).replace("_", " ")


def _of_order(case: Case, entry: Entry) -> MustNot:
    words = _kind(entry)
    person = named_in(case, words)
    name = case.names.person(person) if person else "Read the order’s words"
    check = "The order’s words hold this full name: check that it is the same person." if person else ""
    source = f"Court order, {on_with_ago(entry.happened, case)}; {who_recorded(case, entry)}"
    return MustNot(person, name, words[:1].upper() + words[1:], source, check, entry.id)


def named_in(case: Case, text: str) -> str | None:
    """The one person of the case whose full name, given and family, stands in the text; nobody where two could be meant."""
    said = f" {folded(text)} "
    found = [
        id
        for id, person in case.world.people.items()
        if any(name.given and name.family and f" {folded(str(name))} " in said for name in person.names)
    ]
    return found[0] if len(found) == 1 else None


def _latest_by_carer(case: Case) -> list[Entry]:
    """Assessments that found somebody unsuitable and have not been followed by another, for this child or a brother or sister:
    what was wrong for one is not put aside for the next at night."""
    near = {case.id, *case.siblings}
    latest = {
        str(value(entry, "carer")): entry for entry in case.known.of("viability_assessed") if near.intersection(entry.about)
    }
    return [entry for entry in latest.values() if str(value(entry, "outcome")) == "not_suitable"]


def _of_assessment(case: Case, entry: Entry) -> MustNot:
    carer = str(value(entry, "carer"))
    source = f"Assessed {on_with_ago(entry.happened, case)}; {who_recorded(case, entry)}"
    for_whom = listed(case.names.person(id) for id in entry.about if id in case.world.people)
    return MustNot(carer, case.names.person(carer), f"Found not suitable to care for {for_whom}.", source, "", entry.id)
