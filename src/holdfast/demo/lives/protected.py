"""Section 47, conferences, and a child protection plan kept as it should be, or with something left undone."""

from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.demo.days import DAY, at_work, moment, working
from holdfast.demo.lives.in_need import assessed, child_in_need, oversee, visit
from holdfast.demo.people import Somebody
from holdfast.demo.story import Story
from holdfast.kernel.calendar import add_months

CHAIRS = ("david.lowe", "anjali.menon")


@dataclass(frozen=True)
class Lapses:
    """What is left undone. ``visits``, ``voices`` and ``core_groups`` are working days at the end with none;
    ``lone_core_group`` is a last core group with no social worker in the room."""

    visits: int = 0
    voices: int = 0
    core_groups: int = 0
    lone_core_group: bool = False
    late_conference: bool = False
    missed_review: bool = False


KEPT = Lapses()
WITHOUT_A_SOCIAL_WORKER = 0.05
"""How many core groups, long enough ago to be history, were held without one."""


@dataclass
class Plan:
    """A child protection plan as it is being told."""

    story: Story
    about: list[Somebody]
    start: date
    category: str
    chair: str
    lapses: Lapses
    end: date | None = None

    @property
    def last(self) -> date:
        """The last day that is told."""
        return min(self.end or self.story.today, self.story.today)


def protection(
    story: Story, months: float, category: str, *, ends: bool = False, lapses: Lapses = KEPT, apart: bool = False
) -> Plan | None:
    """From the first call to today, or to the end of the plan. ``apart``: one child stays at the level of child in need,
    with reasons of their own."""
    start = story.back(round(months * 30.4) + 38)
    came = assessed(story, start, category, decision="strategy_discussion")
    about = story.family.alive(start)
    if came is None or not about:
        return None
    held = _enquiry(story, came.decided, about)
    planned = working(held, 19 if lapses.late_conference else story.rng.randrange(9, 14))
    chair = CHAIRS[sum(map(ord, story.family.key)) % 2]
    plan = Plan(story, about, planned, category, chair, lapses)
    lower = about[0] if apart and len(about) > 2 else None
    _conference(plan, planned, "initial", "plan_made", lower=lower)
    if lower is not None:
        about.remove(lower)
        child_in_need(story, planned, story.today, [lower])
    plan.end = _ending(plan) if ends else None
    _first_weeks(plan)
    _visits(plan)
    _voices(plan)
    _core_groups(plan)
    _reviews(plan)
    _ready_for_the_night(plan)
    oversee(story, planned, plan.last, about, 22)
    if months >= 12 and not ends:
        day = working(at_work(add_months(planned, 12)), -4)
        present = story.present([story.lead or "", *story.partners(day), "edwin.cole"])
        story.tell("multi_agency_supervision_held", day, about, by="edwin.cole", present=present)
    return plan


def _enquiry(story: Story, day: date, about: list[Somebody]) -> date:
    """The strategy discussion, on the day it was decided on, and what follows from it."""
    at = moment(day, story.rng, 14, 17)
    police = story.rng.choice(("pc.dunn", "pc.iqbal"))
    present = story.present([story.manager or "", police, story.health_visitor, *story.partners(day)[:1]])
    data = {"present": present, "decision": "section47", "medical_agreed": False}
    story.tell("strategy_discussion_held", at, about, by=story.manager, recorded=at + timedelta(minutes=30), **data)
    story.tell("section47_started", at, about, by=story.lead, recorded=at + timedelta(minutes=40))
    done = working(day, 7)
    reasons = story.note("assessment", "enquiry", child=about[0])
    story.tell("section47_completed", done, about, by=story.lead, outcome="conference", reasons=reasons)
    return day


def _conference(
    plan: Plan, day: date, kind: str, decision: str, *, lower: Somebody | None = None, booked: date | None = None
) -> str | None:
    """A conference with a booking before it, every child's view in it, and a reason for each child."""
    story, about = plan.story, plan.about
    asked = working(day, -4)
    story.tell("conference_booked", booked or working(day, -8), about, by="linda.moss", kind=kind, for_=day.isoformat())
    for child in about:
        story.hear(child, asked, by=story.lead or "")
    family = [each for each in story.family.adults if story.rng.random() < 0.85]
    room = story.present([plan.chair, story.lead or "", *story.partners(day)], family)
    decisions = []
    for child in about:
        if child is lower:
            row = {"child": child.id, "decision": "no_plan", "reasons": story.note("reasons", "no_plan", child=child)}
        else:
            which = {"plan_made": plan.category, "plan_continued": "continued", "plan_ended": "ended"}[decision]
            row = {"child": child.id, "decision": decision, "reasons": story.note("reasons", which, child=child)}
            row |= {"category": plan.category} if decision == "plan_made" else {}
        decisions.append(row)
    ways = ("worker", "advocate", "pack", "attended")
    views = [{"child": c.id, "how": "worker" if c.age(day) < 8 else story.rng.choice(ways)} for c in about]
    data = {"kind": kind, "present": room, "decisions": decisions, "child_views": views}
    held = story.tell("conference_held", day, about, by=plan.chair, **data)
    sent = working(day, story.rng.randrange(4, 14))
    to = [row["worker"] for row in room if "worker" in row]
    story.tell("conference_record_sent", sent, about, by="linda.moss", to=to)
    return held


def _ending(plan: Plan) -> date:
    """A plan ends at its third review, when everything agreed has been done."""
    return at_work(add_months(add_months(plan.start, 3) - 8 * DAY, 6) - 6 * DAY)


def _first_weeks(plan: Plan) -> None:
    story, about, lead = plan.story, plan.about, plan.story.lead or ""
    agreed = working(plan.start, 8)
    story.tell("plan_agreed", agreed, about, by=lead, plan="child_protection")
    actions = []
    written = moment(agreed, story.rng, 16, 18)
    for child in about:
        for _ in range(2):
            text = story.note("actions", "child", child=child)
            due = (agreed + timedelta(days=story.rng.randrange(28, 90))).isoformat()
            data = {"plan": "child_protection", "action": text, "for_": "child", "child": child.id, "owner": lead, "due": due}
            actions.append(story.tell("action_agreed", agreed, [child], by=lead, recorded=written, **data))
    for whom in ("both", "parent"):
        text = story.note("actions", whom, child=about[0])
        due = (agreed + timedelta(days=story.rng.randrange(42, 100))).isoformat()
        owner = story.family.mum.id
        data = {"plan": "child_protection", "action": text, "for_": whom, "owner": owner, "due": due}
        actions.append(story.tell("action_agreed", agreed, about, by=lead, recorded=written, **data))
    for action in actions:
        status = "done" if plan.end else story.rng.choice(("done", "partly", "partly", "not_done"))
        story.tell("action_reviewed", working(agreed, 30), about, by=lead, action=action, status=status)
    if plan.category == "NEG":
        graded = working(plan.start, story.rng.randrange(10, 17))
        for child in about:
            grades = {area: story.rng.randrange(2, 5) for area in ("physical", "safety", "emotional", "developmental")}
            data = {"tool": "Graded care profile", "grades": grades, "with_carers": True}
            story.tell("neglect_tool_completed", graded, [child], by=story.health_visitor, **data)


def _visits(plan: Plan) -> None:
    story, lead = plan.story, plan.story.lead or ""
    first = working(plan.start, story.rng.randrange(1, 4))
    last = working(plan.last, -plan.lapses.visits) if plan.lapses.visits else plan.last
    for number, day in enumerate([first, *story.every(first, last, 9, 2)]):
        data = visit(story, plan.about, day, kind="child_protection", worker=lead, rooms=number % 2 == 0)
        story.tell("visit_made", day, plan.about, by=lead, **data)
        if number % 5 == 3:
            kind = story.rng.choice(("not_brought", "cancelled", "no_access"))
            service = story.rng.choice(("dentist", "hearing test", "family support visit", "nursery", "Recovery North"))
            story.tell("contact_missed", working(day, 2), plan.about[:1], by=story.health_visitor, kind=kind, service=service)


def _voices(plan: Plan) -> None:
    story = plan.story
    last = working(plan.last, -plan.lapses.voices) if plan.lapses.voices else plan.last
    for child in plan.about:
        start = plan.start if child.born is None else max(plan.start, child.born)
        for day in story.every(start, last, 16, 4):
            other = story.school_lead(child, day) or story.health_visitor
            story.hear(child, day, by=other if story.rng.random() < 0.3 else story.lead or "")


def _core_groups(plan: Plan) -> None:
    story, lead = plan.story, plan.story.lead or ""
    first = working(plan.start, story.rng.randrange(6, 10))
    last = working(plan.last, -plan.lapses.core_groups) if plan.lapses.core_groups else plan.last
    days = [first, *story.every(first, last, 27, 4)]
    for number, day in enumerate(days):
        last_one = number == len(days) - 1
        long_ago = (story.today - day).days > 40 and number > 1 and story.rng.random() < WITHOUT_A_SOCIAL_WORKER
        alone = long_ago or (plan.lapses.lone_core_group and last_one)
        here = [*([] if alone else [lead]), *story.partners(day)]
        absent = story.present([lead]) if alone else []
        concerns = [story.note("concerns", "core_group")] if number % 2 else []
        data = {"plan": "child_protection", "present": story.present(here, story.family.adults[:1]), "absent": absent}
        by = story.partners(day)[0] if alone else lead
        story.tell("core_group_held", day, plan.about, by=by, concerns=concerns, **data)
        story.tell("core_group_record_sent", working(day, 3), plan.about, by=by)


def _reviews(plan: Plan) -> None:
    day = at_work(add_months(plan.start, 3) - 12 * DAY)
    final = None
    while day < plan.last:
        if plan.lapses.missed_review and add_months(day, 6) >= plan.story.today:
            break
        if plan.end is not None and working(day, 30) >= plan.end:
            break
        final = _conference(plan, day, "review", "plan_continued", booked=working(day, -22))
        day = at_work(add_months(day, 6) - 14 * DAY)
    if plan.end is None:
        upcoming = [plan.about, day.isoformat()]
        booked = working(plan.story.today, -3)
        plan.story.tell("conference_booked", booked, upcoming[0], by="linda.moss", kind="review", for_=upcoming[1])
        return
    _conference(plan, working(plan.end, -25), "review", "plan_continued", booked=working(plan.end, -40))
    final = _conference(plan, plan.end, "review", "plan_ended", booked=working(plan.end, -20))
    if final is not None:
        _stepped_down(plan)


def _stepped_down(plan: Plan) -> None:
    story, end = plan.story, plan.end
    assert end is not None
    evidence = story.note("evidence", "plan", child=plan.about[0])
    reason = "Decided at the review conference."
    data = {"plan": "child_protection", "reason_": reason, "evidence": evidence}
    written = moment(working(end, 1), story.rng, 11, 13)  # after the conference that decided it has been written up
    story.tell("plan_ended", end, plan.about, by=plan.chair, recorded=written, **data)
    story.tell("partners_told", working(end, 1), plan.about, by="linda.moss", about_="plan_ended")
    child_in_need(story, working(end, 1), story.today, plan.about)


def _ready_for_the_night(plan: Plan) -> None:
    """Family diagram, who would have the children, and a safety plan that the duty team can read; again every ten weeks."""
    story, lead = plan.story, plan.story.lead or ""
    carers = [each.id for each in story.family.relatives if each.sex == "F"][:2]
    for day in [working(plan.start, 6), *story.every(working(plan.start, 6), plan.last, 50, 6)]:
        story.tell("genogram_reviewed", day, plan.about, by=lead)
        story.tell("contingency_agreed", day, plan.about, by=lead, carers=carers, child_asked=True)
        text = story.note("safety", "plan", child=plan.about[0])
        story.tell("safety_plan_agreed", day, plan.about, by=lead, text=text, readable_by_duty=True)
