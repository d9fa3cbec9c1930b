"""Conferences: what is sent before them, who is asked, what is decided, what is sent after, and what the chair does between."""

from datetime import date, timedelta

from holdfast.demo.days import at_work, working
from holdfast.demo.lives.parents import responsible
from holdfast.demo.lives.protection_plan import ProtectionPlan
from holdfast.demo.residents import Resident
from holdfast.kernel.calendar import add_months

SHORT_OF = 0.03
"""How often a report or a letter is not sent when it should be."""


def confer(
    plan: ProtectionPlan, day: date, kind: str, decision: str, *, lower: Resident | None = None, booked: date | None = None
) -> str | None:
    """A conference with a booking before it, every child's view in it, and a reason for each child."""
    story, about = plan.story, plan.about
    asked = working(day, -4)
    said = {"kind": kind, "for_": day.isoformat()}
    booking = story.tell("conference_booked", booked or working(day, -8), about, by="linda.moss", **said)
    if booking is not None:
        _reports(plan, booking, day, kind)
    for child in about:
        story.hear(child, asked, by=story.lead or "")
    family = [each for each in story.family.adults if story.rng.random() < 0.85]
    _asked_beforehand(plan, asked, family)
    room = story.present([plan.chair, story.lead or "", *story.partners(day)], family)
    decisions = [_decided(plan, child, decision, child is lower) for child in about]
    ways = ("worker", "advocate", "pack", "attended")
    views = [{"child": c.id, "how": "worker" if c.age(day) < 8 else story.rng.choice(ways)} for c in about]
    data = {"kind": kind, "present": room, "decisions": decisions, "child_views": views}
    held = story.tell("conference_held", day, about, by=plan.chair, **data)
    to = [row["worker"] for row in room if "worker" in row]
    letter = working(day, 4 if story.rng.random() < SHORT_OF else 1)
    story.tell("conference_decision_sent", letter, about, by="linda.moss", to=[*(each.id for each in family), *to])
    story.tell("conference_record_sent", working(day, story.rng.randrange(4, 14)), about, by="linda.moss", to=to)
    return held


def _decided(plan: ProtectionPlan, child: Resident, decision: str, lower: bool) -> dict[str, str]:
    story = plan.story
    if lower:
        return {"child": child.id, "decision": "no_plan", "reasons": story.note("reasons", "no_plan", child=child)}
    which = {"plan_made": plan.category, "plan_continued": "continued", "plan_ended": "ended"}[decision]
    row = {"child": child.id, "decision": decision, "reasons": story.note("reasons", which, child=child)}
    return row | ({"category": plan.category} if decision == "plan_made" else {})


def _reports(plan: ProtectionPlan, booking: str, day: date, kind: str) -> None:
    """Shared with the family in time to be read, and before a review with the chair; now and then a day late."""
    story = plan.story
    late = 1 if story.rng.random() < SHORT_OF else 0
    shared = working(day, (-6 if kind == "review" else -3) + late * 2)
    for whom in ("family", "chair"):
        data = {"conference": booking, "organisation": "csc", "with_": whom}
        story.tell("report_shared", shared, plan.about, by=story.lead, **data)


def _asked_beforehand(plan: ProtectionPlan, day: date, coming: list[Resident]) -> None:
    """A parent with a say who will not be in the room is asked at home, by telephone or by letter."""
    story = plan.story
    for parent in responsible(story.family, plan.about):
        if parent not in coming and story.rng.random() >= SHORT_OF:
            view = story.note("parents", "view")
            story.tell("parent_consulted", day, plan.about, by=story.lead, parent=parent.id, view=view)


def chair_between(plan: ProtectionPlan) -> None:
    """Half-way to each review the chair asks how it goes; at nine months, and again at eighteen, asks why it is still needed."""
    story = plan.story
    for months in (1.2, 5, 11, 17):
        day = at_work(plan.start + timedelta(days=round(months * 30.4)))
        if day < plan.last:
            story.tell("chair_check_recorded", day, plan.about, by=plan.chair, text=story.note("chair", "check"))
    for months in (9, 18):
        day = working(at_work(add_months(plan.start, months)), -6)
        if day < plan.last:
            to = [story.lead, story.manager]
            story.tell("chair_challenge_recorded", day, plan.about, by=plan.chair, to=to, text=story.note("chair", "challenge"))
