"""Looked after: with foster carers, or with a relative who was assessed first."""

from datetime import date, timedelta

from holdfast.demo.days import at_work, working
from holdfast.demo.lives.in_need import oversee, visit
from holdfast.demo.lives.ordinary import known_to_services
from holdfast.demo.residents import Resident
from holdfast.demo.story import SLIPS, UNSAID, Story

SOLICITOR = "olivia.stein"
REVIEWING = "robert.amos"


def looked_after(story: Story, months: float, *, with_relative: bool = False) -> None:
    """In care, with foster carers or with a relative who was assessed first."""
    start = story.back(round(months * 30))
    about = story.family.alive(start)
    if not about:
        return
    # What a child in foster care says of home is not said as if they slept there.
    lead, story.unsaid = story.lead or "", UNSAID["in_care"]
    known_to_services(story, start)
    story.tell("worker_allocated", start, about, by=story.manager, worker=lead, role="lead_social_worker")
    story.tell("court_application_made", start, about, by=SOLICITOR, kind="care order")
    ordered = working(start, 4)
    story.tell("court_order_made", ordered, about, by=SOLICITOR, kind="interim care order")
    carer = story.family.carer if with_relative else None
    if carer is not None:
        _checked_first(story, carer, start, about)
    where = [carer.id] if carer is not None else [story.rng.choice(("foster carers in Northmere", "foster carers by the sea"))]
    arrangement = "reg24" if carer is not None else "foster"
    data = {"with_": where, "arrangement": arrangement, "agreed_by": [lead], "overnight": True, "child_asked": True}
    stay = story.tell("stay_started", ordered, about, by=lead, **data)
    for child in about:
        if child.age(ordered) < 2:
            bed = {"place": "A cot of the child's own, seen before the first night", "person": carer.id if carer else None}
            story.tell("safer_sleep_assessed", ordered, [child], by=story.health_visitor, **bed)
    if carer is not None and stay is not None:
        story.tell("arrangement_decided", ordered, about, by=story.manager, stay=stay, basis="regulation24")
        text = "A settling-in grant, two beds, and a worker of her own."
        story.tell("carer_support_planned", working(ordered, 2), about, by=lead, carer=carer.id, text=text)
    if months > 5.6:
        final = at_work(ordered + timedelta(weeks=24))
        story.tell("court_order_made", final, about, by=SOLICITOR, kind="care order")
    told = [*(each.id for each in story.family.adults), story.health_visitor, REVIEWING]
    story.tell("placement_notified", ordered, about, by=lead, to=told)
    _in_care(story, about, ordered, weekly=carer is not None)
    _looked_after_well(story, about, ordered)
    if carer is not None:
        _approved(story, carer, ordered, about)


def _checked_first(story: Story, carer: Resident, start: date, about: list[Resident]) -> None:
    lead, before = story.lead, working(start, -3)
    story.tell("viability_started", before, about, by=lead, carer=carer.id)
    checked = {"police": True, "health": True, "sleeping_place": True, "outcome": "Nothing that would stop it."}
    story.tell("safety_check_completed", before, about, by=lead, carer=carer.id, **checked)
    outcome = {"outcome": "suitable", "checks": ["police", "health", "home visit", "two referees"]}
    story.tell("viability_assessed", working(start, -1), about, by=lead, carer=carer.id, **outcome)


def _in_care(story: Story, about: list[Resident], start: date, *, weekly: bool = False) -> None:
    """Visits: in the first week, then every few weeks; every week to a relative until the first review."""
    lead = story.lead or ""
    early = story.every(working(start, 4), working(start, 19), 4, 1) if weekly else []
    first = early[-1] if early else working(start, 4)
    for number, day in enumerate([working(start, 4), *early, *story.every(first, story.today, 24, 4)]):
        data = visit(story, about, day, kind="looked_after", worker=lead, rooms=number % 2 == 0)
        story.tell("visit_made", day, about, by=lead, **data)
        for child in about:
            if story.rng.random() < 0.75:
                story.hear(child, working(day, 1), by=lead)
    oversee(story, start, story.today, about, 30)


def _looked_after_well(story: Story, about: list[Resident], start: date) -> None:
    """Care plan, reviews, health, and school. One health assessment in twenty comes late, as they do."""
    story.tell("care_plan_prepared", working(start, story.rng.randrange(5, 10)), about, by=story.lead)
    for child in about:
        waits = 26 if story.rng.random() < SLIPS else story.rng.randrange(12, 19)
        day, every = working(start, waits), 5.3 if child.age(start) < 5 else 11
        story.tell("health_assessment_held", day, [child], by="ravi.shah", kind="initial")
        while (day := at_work(day + timedelta(days=round(every * 30.4)))) < story.today:
            story.tell("health_assessment_held", day, [child], by="ravi.shah", kind="review")
        if child.age(start) >= 3:
            by = story.school_lead(child, start)
            story.tell("education_plan_begun", working(start, story.rng.randrange(6, 10)), [child], by=by)
    review, months = working(start, story.rng.randrange(14, 19)), 2.8
    while review < story.today:
        here = story.present([REVIEWING, story.lead or "", *story.partners(review)], story.family.adults[:1])
        story.tell("looked_after_review_held", review, about, by=REVIEWING, present=here)
        review, months = at_work(review + timedelta(days=round(months * 30.4))), 5.6


def _approved(story: Story, carer: Resident, start: date, about: list[Resident]) -> None:
    """A relative is approved within the sixteen weeks of the temporary approval."""
    day = working(start, story.rng.randrange(60, 74))
    story.tell("carer_approval_decided", day, about, by="gareth.pugh", carer=carer.id, outcome="approved")
