"""Everything on the Tonight page, from the record alone."""

from dataclasses import dataclass

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.pages.child.presenters.case_phrases import on_with_ago, plan_in_words, who_recorded
from holdfast.pages.child.presenters.case_summary import ORDERS, age_and_siblings
from holdfast.pages.child.presenters.child_network import lead_in_words
from holdfast.pages.child.presenters.child_signals import ChildSignal, current_signals
from holdfast.pages.child.presenters.living_arrangements import (
    Address,
    HouseholdMember,
    SleepingPlace,
    home_address,
    household_members,
    sleeping_place,
)
from holdfast.pages.child.presenters.visit_gaps import visit_gaps
from holdfast.pages.child.queries.case import Case
from holdfast.pages.child.queries.case_signals import is_current
from holdfast.pages.tonight.presenters.carer_options import CarerOptions, carer_options
from holdfast.pages.tonight.presenters.exclusions import Exclusion, exclusions
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
)
MOST_EVENTS = 5
ASKS_FOR_SAFETY = "SIG-CHILD-ASKS-FOR-SAFETY"
OF_SAFETY = frozenset(
    {
        "SIG-CHILD-ASKS-FOR-SAFETY",
        "SIG-CRISIS-SERIES",
        "SIG-NEGLECT-CUMULATIVE",
        "SIG-CARER-UNASSESSED",
        "SIG-MOVES",
    }
)
"""Signals that speak of the child's safety; the others speak of how we work."""
# There is no field for a danger to staff: people write it among the other matters of an observation, in words like these.
STAFF = ("staff", "worker", "visitor")
DANGER = ("danger", "risk", "safety", "threat", "alone", "pairs", "dog", "weapon")


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
class NightCall:
    """Somebody to ring."""

    role: str
    words: str
    name: str
    phone: str


@dataclass(frozen=True)
class NightPage:
    """What an emergency duty worker needs to know about one child tonight."""

    who: str
    danger: str
    must_not: tuple[Exclusion, ...]
    legal: tuple[str, ...]
    responsibility: tuple[str, ...]
    safety_plan: SafetyPlan | None
    staff: tuple[str, ...]
    health: tuple[str, ...]
    sleeps: SleepingPlace
    address: Address | None
    home: tuple[HouseholdMember, ...]
    lead: str
    calls: tuple[NightCall, ...]
    events: tuple[NightEvent, ...]
    last_seen: str
    last_alone: str
    take: CarerOptions


def night_page(case: Case, phones: dict[str, str] | None = None) -> NightPage:
    """The page for one child at the case's moment."""
    barred = exclusions(case)
    seen = visit_gaps(case)
    return NightPage(
        who=age_and_siblings(case),
        danger=danger(case, current_signals(case)),
        must_not=tuple(barred),
        legal=tuple(_legal(case)),
        responsibility=tuple(_responsibility(case)),
        safety_plan=_safety_plan(case),
        staff=tuple(_staff(case)),
        health=tuple(entry.data.sentence(case.names) for entry in case.entries("diagnosis_recorded")),
        sleeps=sleeping_place(case),
        address=home_address(case),
        home=tuple(household_members(case)),
        lead=lead_in_words(case),
        calls=tuple(_calls(case, phones or {})),
        events=tuple(_events(case)),
        last_seen=seen.last_seen,
        last_alone=seen.last_alone,
        take=carer_options(case, barred),
    )


def danger(case: Case, worrying: list[ChildSignal]) -> str:
    """One sentence of what the danger is: the plan, the last incidents of a year, what the record adds up to."""
    parts = [plan_in_words(case.plan, case) if case.plan else "No plan is in force"]
    if case.pre_proceedings:
        parts[0] += ", in pre-proceedings"
    incidents = case.entries("incident_recorded")
    if incidents:
        # Two in words and the rest as a number: the sentence has to be taken in at one reading.
        latest = incidents[-2:][::-1]
        said = " and ".join(f"{value(e, 'kind').label.lower()} ({e.happened.in_words()})" for e in latest)
        more = f", {len(incidents)} in all" if len(incidents) > len(latest) else ""
        parts.append(f"the last incidents recorded: {said}{more}")
    told = case.latest("adult_disclosure_recorded")
    if told is not None:
        adult = str(value(told, "adult"))
        kind = str(value(told, "kind")).replace("_", " ").rstrip(".")
        parts.append(f"{case.names.person(adult)} told a service: {kind} ({told.happened.in_words()})")
    # At night only what speaks of the child's safety; that a review is late is for the morning.
    about_safety = [worry for worry in worrying if worry.rule in OF_SAFETY]
    parts += [worry.why.rstrip(".")[:1].lower() + worry.why.rstrip(".")[1:] for worry in about_safety[:2]]
    parts += _brothers_and_sisters(case)
    # An empty record is no answer to "is this child in danger", and must not be read as one.
    if len(parts) == 1 and not case.plan:
        return f"The record says nothing of a danger to {case.name}. That is not proof that there is none."
    return "; ".join(parts) + "."


def _brothers_and_sisters(case: Case) -> list[str]:
    """What a brother or sister says about being unsafe is about this child's home too."""
    found = []
    # One signal for each and not all of them: a family of six must not wait while everything about each is worked out.
    for id in case.siblings:
        for line in case.family.reader.read(id, [ASKS_FOR_SAFETY]).signals:
            if isinstance(line.what, Finding) and is_current(line, line.what, case):
                found.append(line.what.why.rstrip(".").replace("This child", case.names.person(id), 1))
    return found[-1:]


def _legal(case: Case) -> list[str]:
    found = []
    for entry in reversed(case.entries(*ORDERS)):
        found.append(f"{entry.data.sentence(case.names)} {on_with_ago(entry.happened, case)}, {who_recorded(case, entry)}.")
    if case.pre_proceedings:
        found.append(f"Pre-proceedings since {case.pre_proceedings.started_by.happened.in_words()}.")
    return found


def _responsibility(case: Case) -> list[str]:
    """Who has parental responsibility; a parent for whom it is not recorded is said to be just that."""
    found: dict[str, bool | None] = {}
    for link in case.world.relationships:
        # Nobody who has died holds it, and a call in the night would look for them in vain.
        if PersonView.of(case.known, link.from_person).died is not None:
            continue
        if link.to_person == case.id and (link.from_person in case.view.parents or link.parental_responsibility is not None):
            known = found.get(link.from_person)
            # A link that says nothing does not take back what another has said.
            found[link.from_person] = link.parental_responsibility if known is None else known
    words = {
        True: "has parental responsibility",
        False: "does not have parental responsibility",
        None: "parental responsibility not recorded",
    }
    return [f"{case.names.person(id)}: {words[known]}" for id, known in found.items()]


def _safety_plan(case: Case) -> SafetyPlan | None:
    entry = case.latest("safety_plan_agreed")
    if entry is None:
        return None
    # Only where somebody said that it is not: a plan marked by nobody is shown without a warning that means nothing.
    warning = "" if value(entry, "readable_by_duty") is not False else "It was marked as not written for the duty team."
    return SafetyPlan(
        str(value(entry, "text")), f"Agreed {on_with_ago(entry.happened, case)}; {who_recorded(case, entry)}", warning
    )


def _staff(case: Case) -> list[str]:
    """Dangers to staff: observations whose other matters name a danger and those who visit."""
    found = []
    for entry in reversed(case.entries("observation_recorded")):
        named = [str(each) for each in listed(entry, "other")]
        named = [each for each in named if any(s in each.lower() for s in STAFF) and any(d in each.lower() for d in DANGER)]
        if named:
            said = f"{'; '.join(named).capitalize()}. {str(value(entry, 'text')).rstrip('.')}."
            found.append(f"{said} {on_with_ago(entry.happened, case)}, {who_recorded(case, entry)}.")
    return found


def _calls(case: Case, phones: dict[str, str]) -> list[NightCall]:
    calls = []
    worker = case.roster.lead(case.id)
    if worker is not None:
        away = case.roster.away(worker)
        # Away or gone, the number is shown: in the night somebody on leave may be the only one who knows the grandmother.
        words = away.in_words() if away else "at work" if case.roster.at_work(worker) else "no longer at work here"
        calls.append(NightCall("Lead worker", words, case.names.worker(worker), phones.get(worker, "")))
        cover = case.roster.cover(worker, case.id) if away else None
        if cover:
            calls.append(NightCall("Covers", "named cover", case.names.worker(cover), phones.get(cover, "")))
    manager = case.roster.on_call_manager(case.id, above=worker)
    if manager is not None:
        calls.append(NightCall("Manager on call", manager[1], case.names.worker(manager[0]), phones.get(manager[0], "")))
    return calls


def _events(case: Case) -> list[NightEvent]:
    found = sorted(case.entries(*SIGNIFICANT), key=order, reverse=True)
    # What a sister said is on her own page; here it would be taken for this child's.
    found = [entry for entry in found if entry.type != "voice_recorded" or value(entry, "child") == case.id]
    return [_event(case, entry) for entry in found[:MOST_EVENTS]]


def _event(case: Case, entry: Entry) -> NightEvent:
    words = str(value(entry, "words")) if entry.type == "voice_recorded" else ""
    return NightEvent(
        entry.id, on_with_ago(entry.happened, case), entry.data.sentence(case.names), who_recorded(case, entry), words
    )
