"""Section 47, conferences, and a child protection plan kept as it should be, or with something left undone."""

from datetime import date, timedelta

from holdfast.demo.days import DAY, at_work, moment, working
from holdfast.demo.lives.conference_held import chair_between, confer
from holdfast.demo.lives.in_need import assessed, child_in_need, oversee, visit
from holdfast.demo.lives.known import lived, seen_by_others
from holdfast.demo.lives.protection_plan import (
    KEPT,
    Lapses,
    ProtectionPlan,
    agree_actions,
    assess_again,
    keep_safe,
    measure_neglect,
)
from holdfast.demo.residents import Resident
from holdfast.demo.story import SLIPS, Story
from holdfast.kernel.calendar import add_months

CHAIRS = ("david.lowe", "anjali.menon")
WITHOUT_A_SOCIAL_WORKER = 0.02
"""How many core groups, long enough ago to be history, were held without one."""


def protection(
    story: Story, months: float, category: str, *, ends: bool = False, lapses: Lapses = KEPT, apart: bool = False
) -> ProtectionPlan | None:
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
    plan = ProtectionPlan(story, about, planned, category, chair, lapses)
    # One child of three, at another level than the others and with reasons: what families are often not told.
    lower = about[0] if apart and len(about) > 2 else None
    confer(plan, planned, "initial", "plan_made", lower=lower)
    if lower is not None:
        about.remove(lower)
        child_in_need(story, planned, story.today, [lower])
    plan.end = _ending(plan) if ends else None
    agree_actions(plan)
    measure_neglect(plan)
    assess_again(plan)
    chair_between(plan)
    _visits(plan)
    _voices(plan)
    _core_groups(plan)
    _reviews(plan)
    keep_safe(plan)
    _known(plan)
    oversee(story, planned, plan.last, about, 16, each=True)
    if months >= 12 and not ends:
        day = working(at_work(add_months(planned, 12)), -4)
        present = story.present([story.lead or "", *story.partners(day), "edwin.cole"])
        story.tell("multi_agency_supervision_held", day, about, by="edwin.cole", present=present)
    return plan


def _enquiry(story: Story, day: date, about: list[Resident]) -> date:
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


def _known(plan: ProtectionPlan) -> None:
    """Children of a plan are seen by others, and heard; where visits lapse so does the rest."""
    short = max(plan.lapses.visits, plan.lapses.voices)
    last = working(plan.last, -short) if short else plan.last
    seen_by_others(plan.story, plan.start, last, plan.about)
    lived(plan.story, plan.start, plan.last, plan.about)


def _ending(plan: ProtectionPlan) -> date:
    """A plan ends at its third review, when everything agreed has been done."""
    return at_work(add_months(add_months(plan.start, 3) - 8 * DAY, 6) - 6 * DAY)


def _visits(plan: ProtectionPlan) -> None:
    story, lead = plan.story, plan.story.lead or ""
    first = working(plan.start, story.rng.randrange(1, 4))
    last = working(plan.last, -plan.lapses.visits) if plan.lapses.visits else plan.last
    for number, day in enumerate([first, *story.every(first, last, 9, 2)]):
        data = visit(story, plan.about, day, kind="child_protection", worker=lead, rooms=number % 2 == 0)
        story.tell("visit_made", day, plan.about, by=lead, **data)
        if number % 5 == 3:
            _missed(plan, working(day, 2))


def _missed(plan: ProtectionPlan, day: date) -> None:
    """An appointment missed, or nobody in when somebody called: then the children are seen the next day."""
    story, about = plan.story, plan.about
    if story.rng.random() < 0.67:
        kind, service = story.rng.choice(("not_brought", "cancelled")), story.rng.choice(("dentist", "hearing test", "nursery"))
        story.tell("contact_missed", day, about[:1], by=story.health_visitor, kind=kind, service=service)
        return
    story.tell("contact_missed", day, about, by=story.health_visitor, kind="no_access", service="family support visit")
    for child in about:
        by = story.school_lead(child, day) or story.health_visitor
        how = "school_or_nursery" if story.school_lead(child, day) else "health"
        if story.rng.random() >= SLIPS:
            story.tell("child_sighted", working(day, 1), [child], by=by, seen=[child.id], by_=by, how=how)


def _voices(plan: ProtectionPlan) -> None:
    story = plan.story
    last = working(plan.last, -plan.lapses.voices) if plan.lapses.voices else plan.last
    for child in plan.about:
        start = plan.start if child.born is None else max(plan.start, child.born)
        for day in story.every(start, last, 16, 4):
            other = story.school_lead(child, day) or story.health_visitor
            story.hear(child, day, by=other if story.rng.random() < 0.3 else story.lead or "")


def _core_groups(plan: ProtectionPlan) -> None:
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


def _reviews(plan: ProtectionPlan) -> None:
    day = at_work(add_months(plan.start, 3) - 12 * DAY)
    final = None
    while day < plan.last:
        if plan.lapses.missed_review and add_months(day, 6) >= plan.story.today:
            break
        # The last review is the one that ends it, and is told below.
        if plan.end is not None and working(day, 30) >= plan.end:
            break
        final = confer(plan, day, "review", "plan_continued", booked=working(day, -22))
        day = at_work(add_months(day, 6) - 14 * DAY)
    if plan.end is None:
        upcoming = [plan.about, day.isoformat()]
        booked = working(plan.story.today, -3)
        plan.story.tell("conference_booked", booked, upcoming[0], by="linda.moss", kind="review", for_=upcoming[1])
        return
    confer(plan, working(plan.end, -25), "review", "plan_continued", booked=working(plan.end, -40))
    final = confer(plan, plan.end, "review", "plan_ended", booked=working(plan.end, -20))
    if final is not None:
        _stepped_down(plan)


def _stepped_down(plan: ProtectionPlan) -> None:
    story, end = plan.story, plan.end
    assert end is not None
    evidence = story.note("evidence", "plan", child=plan.about[0])
    reason = "Decided at the review conference."
    data = {"plan": "child_protection", "reason_": reason, "evidence": evidence}
    written = moment(working(end, 1), story.rng, 11, 13)  # after the conference that decided it has been written up
    story.tell("plan_ended", end, plan.about, by=plan.chair, recorded=written, **data)
    story.tell("partners_told", working(end, 1), plan.about, by="linda.moss", about_="plan_ended")
    child_in_need(story, working(end, 1), story.today, plan.about)
