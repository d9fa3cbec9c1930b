"""Before court, in court, and looked after."""

from datetime import date, timedelta

from holdfast.demo.days import at_work, moment, working
from holdfast.demo.lives.arriving import arrives
from holdfast.demo.lives.in_need import oversee, visit
from holdfast.demo.lives.ordinary import known_to_services
from holdfast.demo.lives.protected import Lapses, protection
from holdfast.demo.people import Somebody
from holdfast.demo.story import UNSAID, Story

PANEL = "gareth.pugh"
SOLICITOR = "olivia.stein"


def before_court(
    story: Story,
    months: float,
    weeks: int,
    category: str = "NEG",
    *,
    idle: int = 0,
    unsigned: bool = False,
    lapses: Lapses | None = None,
) -> None:
    """A protection plan that went on to pre-proceedings ``weeks`` ago. ``idle``: working days at the end in which nothing
    legal happened; ``unsigned``: one parent has not signed."""
    plan = protection(story, months, category, lapses=lapses or Lapses())
    if plan is None:
        return
    about, lead, manager = plan.about, story.lead, story.manager
    start = at_work(story.today - timedelta(weeks=weeks))
    last = working(story.today, -idle) if idle else story.today
    story.tell("legal_planning_held", working(start, -2), about, by=SOLICITOR, decision="enter pre-proceedings")
    story.tell("preproceedings_started", start, about, by=manager)
    parents = _parents(story, about)
    sent = working(start, 2)
    story.tell("preproceedings_letter_sent", sent, about, by=manager, to=[each.id for each in parents])
    story.tell("family_group_meeting_offered", sent, about, by=lead)
    story.tell("partners_told", working(sent, 1), about, by=lead, about_="preproceedings")
    met = working(sent, 7)
    story.tell("preproceedings_meeting_held", met, about, by=manager, kind="first")
    signed = parents[:1] if unsigned else parents
    story.tell("expectations_signed", met, about, by=manager, by_=[each.id for each in signed])
    for day in story.every(met, last, 26, 3):
        story.tell("preproceedings_meeting_held", day, about, by=manager, kind="review")
    for day in [working(start, 3), *story.every(working(start, 3), last, 5, 1)]:
        story.tell("preproceedings_panel_held", day, about, by=PANEL)
    for session in story.every(start, last, 18, 3):
        here = story.present([lead or "", *story.partners(session), "edwin.cole"])
        story.tell("multi_agency_supervision_held", session, about, by="edwin.cole", present=here)


def _parents(story: Story, about: list[Somebody]) -> list[Somebody]:
    children = {child.id for child in about}
    ids = dict.fromkeys(
        link.from_person
        for link in story.family.relationships
        if link.to_person in children and (link.kind in ("mother", "father") or link.parental_responsibility)
    )
    by_id = {each.id: each for each in story.family.everybody}
    return [by_id[id] for id in ids]


def looked_after(story: Story, months: float, *, with_relative: bool = False) -> None:
    """In care, with foster carers or with a relative who was assessed first."""
    start = story.back(round(months * 30))
    about = story.family.alive(start)
    if not about:
        return
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
    if carer is not None and stay is not None:
        story.tell("arrangement_decided", ordered, about, by=story.manager, stay=stay, basis="regulation24")
        text = "A settling-in grant, two beds, and a worker of her own."
        story.tell("carer_support_planned", working(ordered, 2), about, by=lead, carer=carer.id, text=text)
    if months > 8:
        final = at_work(ordered + timedelta(weeks=25))
        story.tell("court_order_made", final, about, by=SOLICITOR, kind="care order")
    _in_care(story, about, ordered)


def _checked_first(story: Story, carer: Somebody, start: date, about: list[Somebody]) -> None:
    lead, before = story.lead, working(start, -3)
    story.tell("viability_started", before, about, by=lead, carer=carer.id)
    checked = {"police": True, "health": True, "sleeping_place": True, "outcome": "Nothing that would stop it."}
    story.tell("safety_check_completed", before, about, by=lead, carer=carer.id, **checked)
    outcome = {"outcome": "suitable", "checks": ["police", "health", "home visit", "two referees"]}
    story.tell("viability_assessed", working(start, -1), about, by=lead, carer=carer.id, **outcome)


def _in_care(story: Story, about: list[Somebody], start: date) -> None:
    lead = story.lead or ""
    for number, day in enumerate([working(start, 4), *story.every(working(start, 4), story.today, 27, 4)]):
        data = visit(story, about, day, kind="looked_after", worker=lead, rooms=number % 2 == 0)
        story.tell("visit_made", day, about, by=lead, **data)
        for child in about:
            if story.rng.random() < 0.75:
                story.hear(child, working(day, 1), by=lead)
    oversee(story, start, story.today, about, 30)


def enquiry_under_way(story: Story, days: int) -> None:
    """A strategy discussion a few working days ago, a medical, and a test whose result is awaited."""
    start = working(story.today, -days)
    about = story.family.alive(start)
    came = arrives(story, start, about, "strategy_discussion", kind="school") if about else None
    if came is None:
        return
    known_to_services(story, start)
    story.tell("worker_allocated", came.decided, about, by=story.manager, worker=story.lead, role="lead_social_worker")
    at = moment(came.decided, story.rng, 13, 15)
    room = story.present([story.manager or "", "pc.iqbal", "ravi.shah", story.lead or ""])
    data = {"present": room, "decision": "section47", "medical_agreed": True}
    story.tell("strategy_discussion_held", at, about, by=story.manager, recorded=at + timedelta(minutes=25), **data)
    held = at + timedelta(hours=3)
    story.tell("medical_held", held, about, by="ravi.shah", kind="child protection medical")
    story.tell("test_taken", held, about[:1], by="ravi.shah", kind="hair strand")
    story.tell("assessment_started", working(came.decided, 1), about, by=story.lead, kind="section47")
    for child in about:
        story.hear(child, working(came.decided, 1), by=story.lead or "")
        seen = working(came.decided, 1)
        data = visit(story, [child], seen, kind="other", worker=story.lead or "", rooms=True)
        story.tell("visit_made", seen, [child], by=story.lead, **data)
