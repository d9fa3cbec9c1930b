"""Assessment, and a plan for a child in need."""

from datetime import date, timedelta

from holdfast.demo.days import DAY, moment, working
from holdfast.demo.lives.known import lived, seen_by_others
from holdfast.demo.lives.ordinary import known_to_services
from holdfast.demo.lives.referral import Arrived, arrives
from holdfast.demo.residents import Resident
from holdfast.demo.staff import FAMILY_SUPPORT
from holdfast.demo.story import Story

FACTORS = {"NEG": ["16A", "1B", "4B"], "EMO": ["3B", "17A"], "PHY": ["18C", "17A"]}


def assessed(story: Story, start: date, category: str, *, decision: str = "assessment", late: bool = False) -> Arrived | None:
    """From the first call to the end of the assessment, with the children seen and asked on the way."""
    about = story.family.alive(start)
    came = arrives(story, start, about, decision) if about else None
    if came is None or story.lead is None:
        return came
    known_to_services(story, start)
    lead, manager = story.lead, story.manager
    story.tell("worker_allocated", came.decided, about, by=manager, worker=lead, role="lead_social_worker")
    begun = story.tell("assessment_started", working(came.decided, 1), about, by=lead, kind="child_and_family")
    soon = decision == "strategy_discussion"
    for number, day in enumerate(working(came.decided, n) for n in ((1, 5) if soon else (4, 11, 22))):
        story.tell("visit_made", day, about, by=lead, **visit(story, about, day, kind="other", worker=lead, rooms=number == 0))
        for child in about:
            if number != 1 or story.rng.random() < 0.4:
                story.hear(child, day, by=lead)
    reviewed = moment(working(came.decided, 9), story.rng)
    story.tell("assessment_reviewed", reviewed, about, by=manager, assessment=begun, checkpoint="day 10")
    if begun is not None:
        seen_by_others(story, came.decided, working(start, 44), about)
        done = working(start, 52 if late else story.rng.randrange(*((9, 13) if soon else (28, 43))))
        outcome = story.note("assessment", "outcome", child=about[0])
        factors = FACTORS[category]
        story.tell("assessment_completed", done, about, by=lead, assessment=begun, factors=factors, outcome=outcome)
    return came


def visit(story: Story, about: list[Resident], day: date, *, kind: str, worker: str, rooms: bool) -> dict[str, object]:
    """A visit at which everybody was seen, and those old enough were seen alone."""
    seen = [child for child in about if child.born and child.born <= day] or [story.family.mum]
    alone = [child.id for child in seen if child.age(day) >= 4]
    ids = [child.id for child in seen]
    return {"kind": kind, "worker": worker, "seen": ids, "seen_alone": alone, "sleeping_place_seen": rooms, "home": True}


def child_in_need(story: Story, start: date, end: date, about: list[Resident], *, quiet: int = 0) -> str | None:
    """The plan from one day to another: visits, meetings, voices, and support. ``quiet`` working days at the end in which
    nothing more was done."""
    lead = story.lead
    assert lead is not None
    plan = story.tell("plan_started", start, about, by=lead, plan="child_in_need")
    last = working(min(end, story.today), -quiet) if quiet else min(end, story.today)
    support = FAMILY_SUPPORT[story.manager or ""]
    for number, day in enumerate(story.every(start, last, 18, 4)):
        data = visit(story, about, day, kind="child_in_need", worker=lead, rooms=number % 2 == 0)
        story.tell("visit_made", day, about, by=lead, **data)
        if number % 3 == 1:
            other = working(day, 6)
            seen = [child.id for child in about]
            story.tell("visit_made", other, about, by=support, kind="family_support", worker=support, seen=seen, home=True)
            story.tell("case_discussed", working(other, 1), about, by=lead, between=[lead, support])
    for child in about:
        for day in story.every(start, last, 15, 4):
            story.hear(child, day, by=_asker(story, child, day))
    for day in [working(start, story.rng.randrange(5, 9)), *story.every(start, last, 28, 5)]:
        story.tell("plan_meeting_held", day, about, by=lead)
    oversee(story, start, last, about, 30)
    _actions(story, working(start, 8), last, about)
    seen_by_others(story, start, last, about)
    lived(story, start, last, about)
    return plan


def _actions(story: Story, agreed: date, last: date, about: list[Resident]) -> None:
    """Something for each child every few months, done in time as a rule."""
    for day in [agreed, *story.every(agreed, last, 60, 6)]:
        for child in about:
            text = story.note("actions", "child", child=child)
            due = working(day, story.rng.randrange(20, 50))
            data = {"plan": "child_in_need", "action": text, "for_": "child", "child": child.id, "owner": story.lead}
            action = story.tell("action_agreed", day, [child], by=story.lead, due=due.isoformat(), **data)
            if action is not None and story.rng.random() < 0.97:
                done = working(due, story.rng.choice((-5, -3, -1, 0, 3)))
                story.tell("action_reviewed", done, [child], by=story.lead, action=action, status="done")


def _asker(story: Story, child: Resident, day: date) -> str:
    """Usually the worker; sometimes somebody at school, whom the child sees every day."""
    lead = story.school_lead(child, day)
    return lead if lead is not None and story.rng.random() < 0.3 else story.lead or ""


def oversee(story: Story, start: date, last: date, about: list[Resident], days: int, *, each: bool = False) -> None:
    """A manager thinks the case through with the worker, and now and then, or each time, decides something."""
    for number, day in enumerate(story.every(start, last, days, 3)):
        manager, lead = story.manager, story.lead
        story.tell("supervision_held", day, about, by=manager, worker=lead, manager=manager)
        if each or number % 2:
            decision = story.note("supervision", "decision", child=about[-1])
            reasons = story.note("supervision", "reasons", child=about[-1])
            story.tell("management_decision_recorded", day, about, by=manager, decision=decision, reasons=reasons)


def in_need(story: Story, months: float, category: str, *, over: bool = False, quiet: int = 0) -> None:
    """The whole road of a child in need."""
    start = story.back(round(months * 30))
    came = assessed(story, start, category)
    if came is None:
        return
    planned = working(start, 44)
    # A baby who is expected is on the plan before birth, though not yet among those who are alive.
    about = story.family.children if any(not c.born for c in story.family.children) else story.family.alive(planned)
    end = planned + timedelta(days=120) if over else story.today + DAY
    plan = child_in_need(story, planned, end, list(about), quiet=quiet)
    if over and plan:
        evidence = story.note("evidence", "plan", child=about[0])
        reason = story.note("assessment", "goodbye", child=about[0])
        day = working(end, 1)
        story.tell("plan_ended", day, about, by=story.lead, plan=plan, reason_=reason, evidence=evidence)
        story.tell("worker_ended", working(day, 1), about, by=story.manager, worker=story.lead, reason_="plan ended")
