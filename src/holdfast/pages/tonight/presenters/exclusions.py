"""Who must not be there, and who must not have the children: from orders, bail, safety plans, assessments and what is recorded of
a person.

An order's words are shown as they were recorded. Where they hold the full name of exactly one person of the case, that person is
pointed to, to be checked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from holdfast.engine.reference.entry_fields import listed, plain, value
from holdfast.identity.name_forms import folded
from holdfast.identity.same_name import NEVER_SHOWN
from holdfast.kernel.when import When
from holdfast.pages.child.queries.case import Case
from holdfast.pages.tonight.night_phrases import capital
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed as in_a_row

# Searched in the order's own words, because what kind of order it is is free text in the record. Too much is better than too
# little here: an order that is shown for nothing costs a minute, one that is not shown may cost a child.
KEEPS_AWAY = re.compile(
    r"non.?molestation|occupation order|restraining|exclusion|prohibit|injunction|no contact|must not|may not|"
    r"not to (?:come|contact|have)",
    re.IGNORECASE,
)
MUST_NOT, NOT_WITH_THEM, ASK = "Must not be there", "Must not have them", "Ask if it still holds"


@dataclass(frozen=True)
class Exclusion:
    """One reason why somebody must stay away. ``person`` is set where the record says who, ``check`` where only a name does.
    ``short`` is the reason in two words, ``whom`` which of the children it is about. Where ``certain`` is false the day it was to
    hold until has passed, and nobody has said what holds now."""

    person: str | None
    name: str
    words: str
    source: str
    pill: str = MUST_NOT
    short: str = ""
    check: str = ""
    entry: str | None = None
    whom: str = ""
    certain: bool = True


def exclusions(night: NightFamily) -> list[Exclusion]:
    """Everybody who must not be there or must not have the children, as far as the record says: who must not be there, then those
    of whom it is to be asked, then who must not have the children."""
    found = [*_by_orders(night), *_kept_away(night), *_by_safety_plan(night), *_unsuitable(night), *_suspected(night)]
    found += _by_relationship(night)
    # Nobody is kept away who is dead: a name in red would send somebody to look for him.
    living = [each for each in found if each.person is None or not _dead(night, each.person)]
    return sorted(living, key=lambda each: (MUST_NOT, ASK, NOT_WITH_THEM).index(each.pill))


def _dead(night: NightFamily, person: str) -> bool:
    return night.known_person(person) and night.person(person).died is not None


def _by_orders(night: NightFamily) -> Iterator[Exclusion]:
    for entry in reversed(night.entries("court_order_made")):
        words = _kind(entry)
        if not KEEPS_AWAY.search(words) or _has_ended(night, entry):
            continue
        # A matching name is a question, never an identity: the person is pointed to, to be checked, beside the words.
        person = named_in(night.case, words)
        yield Exclusion(
            person,
            night.name(person) if person else "Read the order’s words",
            words[:1].upper() + words[1:],
            f"Court order, {night.when(entry)}; {night.writer(entry)}",
            short="court order",
            check="Only the name matches: check that it is the same person." if person else "",
            entry=entry.id,
            whom=_whom(night, entry),
        )


def _kind(entry: Entry) -> str:
    return str(value(entry, "kind")).replace("_", " ")


def _has_ended(night: NightFamily, order: Entry) -> bool:
    """Whether an end of this very order is recorded. One that could be of another order ends nothing."""
    made = plain(value(order, "kind"))
    ended = [each for each in night.entries("court_order_ended") if each.happened.start >= order.happened.start]
    return any(plain(value(each, "kind")) == made for each in ended)


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


def _kept_away(night: NightFamily) -> Iterator[Exclusion]:
    """Bail, orders and plans that keep one person away, each until it is said to be over."""
    for entry in reversed(night.entries("person_excluded")):
        if night.is_settled(entry, "exclusion_ended", "exclusion") is not None:
            continue
        until: When | None = value(entry, "until")
        by = value(entry, "kept_away_by").label
        # The day it was to last until has passed and nobody said what holds now: a question, for bail is often given again.
        over = until is not None and until.end < night.case.moment.as_at
        words = f"{by}{f', until {until.in_words()}' if until else ', until when is not recorded'}."
        yield _of_party(
            night,
            str(value(entry, "person")),
            words if not over or until is None else f"{by} ran until {until.in_words()}. Nobody has recorded what holds now.",
            entry,
            pill=ASK if over else MUST_NOT,
            short=by.lower(),
            certain=not over,
        )


def _by_safety_plan(night: NightFamily) -> Iterator[Exclusion]:
    for case in night.children:
        plans = [entry for entry in case.entries("safety_plan_agreed") if value(entry, "excluded") is not None]
        # The latest that says anything about it, also that nobody is kept away any more.
        for party in listed(plans[-1], "excluded") if plans else ():
            yield _of_party(night, str(party), f"Safety plan for {case.name}.", plans[-1], short="safety plan")


def _of_party(night: NightFamily, party: str, words: str, entry: Entry, **more: object) -> Exclusion:
    source = f"{capital(night.when(entry))}; {night.writer(entry)}"
    person = party if night.known_person(party) else None
    return Exclusion(
        person,
        night.called(party),
        words,
        source,
        entry=entry.id,
        whom=_whom(night, entry),
        **more,  # type: ignore[arg-type]
    )


def _whom(night: NightFamily, entry: Entry) -> str:
    # That it is for all of them is what one expects, and goes without saying.
    return "" if night.ids.issubset(entry.about) else night.whom(entry.about)


def _unsuitable(night: NightFamily) -> Iterator[Exclusion]:
    """Assessments that found somebody unsuitable and have not been followed by another, for any of the brothers and sisters."""
    case = night.case
    # Of brothers and sisters as well: what was wrong for one is not put aside for the next at night.
    near = {case.id, *case.siblings}
    latest = {
        str(value(entry, "carer")): entry for entry in case.known.of("viability_assessed") if near.intersection(entry.about)
    }
    for carer, entry in latest.items():
        if str(value(entry, "outcome")) == "not_suitable":
            source = f"Assessed {night.when(entry)}; {night.writer(entry)}"
            whom = in_a_row(night.name(id) for id in entry.about if id in case.world.people)
            # Not suitable is not forbidden by law, and at two in the morning it comes to the same.
            yield Exclusion(
                carer,
                night.name(carer),
                f"Found not suitable to care for {whom}.",
                source,
                pill=NOT_WITH_THEM,
                short="found not suitable",
                # That it was found is for every child near; the assessment itself opens for whoever may see the child it is of.
                entry=None if night.ids.isdisjoint(entry.about) else entry.id,
            )


def _suspected(night: NightFamily) -> Iterator[Exclusion]:
    """Whoever is suspected of harming one of them. Not a finding, and no reason to hand a child over to them."""
    for entry in reversed(night.entries("suspicion_recorded")):
        if night.is_settled(entry, "suspicion_ended", "suspicion") is None:
            words = f"Suspected of harm: {value(entry, 'text')}"
            yield _of_party(night, str(value(entry, "person")), words, entry, pill=NOT_WITH_THEM, short="suspected of harm")


def _by_relationship(night: NightFamily) -> Iterator[Exclusion]:
    for link in night.case.world.relationships:
        if link.to_person not in night.ids or link.kind not in NEVER_SHOWN or _is_over(link.end, night.case.moment.as_at):
            continue
        words = f"{link.kind.replace('_', ' ').capitalize()} with {night.name(link.to_person)}."
        since = f"Since {link.start.in_words()}." if link.start else "Since when is not recorded."
        yield Exclusion(link.from_person, night.name(link.from_person), words, since, short="no contact")


def _is_over(end: When | None, at: datetime) -> bool:
    # An end that lies ahead is still in force tonight.
    return end is not None and end.end <= at
