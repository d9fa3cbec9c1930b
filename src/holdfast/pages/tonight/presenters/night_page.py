"""Everything on the page of a child tonight, from the record alone."""

from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import order
from holdfast.identity.same_name import name_of
from holdfast.pages.child.presenters.case_phrases import on_with_ago, who_recorded
from holdfast.pages.child.presenters.case_summary import age_and_birth
from holdfast.pages.child.presenters.living_arrangements import home_address
from holdfast.pages.date_phrases import clock, day
from holdfast.pages.tonight.presenters.carer_options import CarerOptions, carer_options
from holdfast.pages.tonight.presenters.danger_box import DangerBox, danger_box
from holdfast.pages.tonight.presenters.exclusions import MUST_NOT, Exclusion, exclusions
from holdfast.pages.tonight.presenters.night_calls import NightCalls, night_calls
from holdfast.pages.tonight.presenters.night_facts import NightFact, night_facts
from holdfast.pages.tonight.presenters.night_notices import NightNotice, night_notices
from holdfast.pages.tonight.presenters.night_people import age_in_short, relation, who_it_is
from holdfast.pages.tonight.presenters.people_not_known import PersonNotKnown, people_not_known
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.vocabulary.entry import Entry

# What changes where a child is or how safe: the last visits and calls would push these off a list of five.
SIGNIFICANT = (
    "incident_recorded",
    "contact_received",
    "missing_started",
    "missing_ended",
    "police_protection_started",
    "court_order_made",
    "court_application_made",
    "stay_started",
    "conference_held",
    "strategy_discussion_held",
    "medical_held",
    "result_received",
    "voice_recorded",
    "message_received",
    "serious_incident_identified",
    "injury_recorded",
)
MOST_EVENTS = 5


@dataclass(frozen=True)
class NightChild:
    """One of the brothers and sisters, for the row of links at the top."""

    id: str
    name: str
    age: str


@dataclass(frozen=True)
class NightEvent:
    """One of the last things that happened."""

    entry: str
    when: str
    words: str
    who: str
    child_said: str = ""


@dataclass(frozen=True)
class SafetyPlan:
    """What was agreed with the family to keep the child safe, and when."""

    text: str
    agreed: str
    warning: str = ""


@dataclass(frozen=True)
class SomebodyAlike:
    """Somebody who may be there and shares a first name with one who must not: told apart by a date of birth."""

    name: str
    who: str
    pill: str


@dataclass(frozen=True)
class NightPage:
    """What somebody needs to know about one child tonight, with the brothers and sisters beside them."""

    who: str
    address: str
    now: str
    children: tuple[NightChild, ...]
    notices: tuple[NightNotice, ...]
    danger: DangerBox
    withheld: int
    must_not: tuple[tuple[Exclusion, str], ...]
    not_known: tuple[PersonNotKnown, ...]
    alike: tuple[SomebodyAlike, ...]
    take: CarerOptions
    calls: NightCalls
    safety_plan: SafetyPlan | None
    facts: tuple[NightFact, ...]
    events: tuple[NightEvent, ...]


def night_page(night: NightFamily, reader: str | None = None) -> NightPage:
    """The page for one child at the case's moment. ``reader`` is the worker who reads, whom nobody rings."""
    case, at = night.case, night.case.moment.as_at
    barred, notices = exclusions(night), night_notices(night)
    home, danger = home_address(case), danger_box(night, barred, notices)
    return NightPage(
        who=age_and_birth(case),
        address=home.text if home else "",
        now=f"{day(at)}, {clock(at)}",
        children=tuple(NightChild(each.id, name_of(each.person), age_in_short(night, each.id)) for each in night.children),
        notices=tuple(notices),
        danger=danger,
        withheld=night.withheld,
        must_not=tuple((each, who_it_is(night, each.person, born=True) if each.person else "") for each in barred),
        not_known=tuple(people_not_known(night)),
        alike=tuple(_alike(night, barred)),
        take=carer_options(night, barred),
        calls=night_calls(night, reader),
        safety_plan=_safety_plan(night),
        facts=night_facts(night),
        events=tuple(_events(night, _said_above(danger, notices))),
    )


def _alike(night: NightFamily, barred: list[Exclusion]) -> list[SomebodyAlike]:
    """Living adults who share a first name with somebody who must not be there."""
    named = {each.person for each in barred}
    shared = {
        other
        for each in barred
        if each.person and each.pill == MUST_NOT
        for other in night.family.same_names.shared_by(each.person)
    }
    people = [
        id for id in night.case.world.people if id in shared - named and id not in night.ids and night.person(id).died is None
    ]
    return [
        SomebodyAlike(
            name_of(night.case.world.people[id]), who_it_is(night, id, born=True), relation(night, id) and "Another of that name"
        )
        for id in people
    ]


def _safety_plan(night: NightFamily) -> SafetyPlan | None:
    entry = night.case.latest("safety_plan_agreed")
    if entry is None:
        return None
    # Only where somebody said that it is not: a plan marked by nobody is shown without a warning that means nothing.
    warning = "" if value(entry, "readable_by_duty") is not False else "It was marked as not written for the duty team."
    agreed = f"Agreed {on_with_ago(entry.happened, night.case)}; {who_recorded(night.case, entry)}"
    return SafetyPlan(str(value(entry, "text")), agreed, warning)


def _said_above(danger: DangerBox, notices: list[NightNotice]) -> set[str]:
    quotes = (*danger.quotes, *danger.earlier)
    return {id for quote in quotes for id in (quote.entry, quote.contact)} | {each.entry for each in notices}


def _events(night: NightFamily, said: set[str]) -> list[NightEvent]:
    # What stands at the top is not said again.
    root = night.case.known.history.root
    every = [entry for entry in night.case.entries(*SIGNIFICANT) if said.isdisjoint((entry.id, root(entry.id)))]
    found = sorted(every, key=order, reverse=True)
    # What a sister said is on her own page; here it would be taken for this child's.
    found = [entry for entry in found if entry.type != "voice_recorded" or value(entry, "child") == night.case.id]
    return [_event(night, entry) for entry in found[:MOST_EVENTS]]


def _event(night: NightFamily, entry: Entry) -> NightEvent:
    words = str(value(entry, "words")) if entry.type == "voice_recorded" else ""
    when, case = on_with_ago(entry.happened, night.case), night.case
    return NightEvent(entry.id, when, entry.data.sentence(case.names), who_recorded(case, entry), words)
