"""A child protection plan as it is being told, and what is agreed under it: actions, what comes of them, and neglect measured."""

from dataclasses import dataclass
from datetime import date

from holdfast.demo.days import moment, working
from holdfast.demo.residents import Resident
from holdfast.demo.story import Story
from holdfast.kernel.calendar import add_months

# A service in which everything is done would be no place to learn to see what is not.
FORGOTTEN = 0.03
"""How many actions are never done, whatever was agreed."""

AREAS = ("physical", "safety", "emotional", "developmental")


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


@dataclass
class ProtectionPlan:
    """A child protection plan as it is being told."""

    story: Story
    about: list[Resident]
    start: date
    category: str
    chair: str
    lapses: Lapses
    end: date | None = None

    @property
    def last(self) -> date:
        """The last day that is told."""
        return min(self.end or self.story.today, self.story.today)

    @property
    def stands(self) -> bool:
        """Whether what is agreed gets done: it does, but for those families in which it is the story that it does not."""
        return self.lapses in (KEPT, Lapses(late_conference=True))


def agree_actions(plan: ProtectionPlan) -> None:
    """The plan is agreed, with something for each child and something for the adults; again after a third of a year."""
    story, about, lead = plan.story, plan.about, plan.story.lead or ""
    agreed = working(plan.start, 8)
    story.tell("plan_agreed", agreed, about, by=lead, plan="child_protection")
    for child in about:
        for _ in range(2):
            _agree(plan, agreed, [child], "child", child)
    for whom in ("both", "parent"):
        _agree(plan, agreed, about, whom)
    for day in story.every(agreed, plan.last, 80, 6):
        for child in about:
            _agree(plan, day, [child], "child", child)


def _agree(plan: ProtectionPlan, day: date, about: list[Resident], whom: str, child: Resident | None = None) -> None:
    story, lead = plan.story, plan.story.lead or ""
    if day > plan.last:
        return
    due = working(day, story.rng.randrange(20, 62))
    data = {"plan": "child_protection", "action": story.note("actions", whom, child=child or about[0]), "for_": whom}
    data |= {"child": child.id if child else None, "owner": lead if whom == "child" else story.family.mum.id}
    written = moment(day, story.rng, 16, 18)
    action = story.tell("action_agreed", day, about, by=lead, recorded=written, due=due.isoformat(), **data)
    if action is None:
        return
    half = working(day, max((due - day).days // 3, 10))
    if half < due and story.rng.random() < 0.6:
        story.tell("action_reviewed", half, about, by=lead, action=action, status="partly")
    if not plan.stands and story.rng.random() < 0.6:
        story.tell("action_reviewed", working(due, 3), about, by=lead, action=action, status="not_done")
    elif story.rng.random() >= FORGOTTEN:
        done = working(due, story.rng.choice((-6, -4, -2, -1, 0, 0, 4)))
        story.tell("action_reviewed", max(done, working(day, 5)), about, by=lead, action=action, status="done")


def measure_neglect(plan: ProtectionPlan) -> None:
    """On a plan for neglect the tool is used with the parents, and again within three months; what is poor gets an action."""
    if plan.category != "NEG":
        return
    story = plan.story
    first = working(plan.start, story.rng.randrange(10, 17))
    for number, day in enumerate([first, *story.every(first, plan.last, 58, 5)]):
        for child in plan.about:
            worst = 4 if number == 0 and plan.stands else 3
            low = 2 if number == 0 else 1
            grades = {area: story.rng.randrange(low, worst + 1) if plan.stands else 4 for area in AREAS}
            if not plan.stands:
                grades["developmental"] = 3
            data = {"tool": "Graded care profile", "grades": grades, "with_carers": True}
            told = story.tell("neglect_tool_completed", day, [child], by=story.health_visitor, **data)
            if told and max(grades.values()) >= 4:
                _agree(plan, working(day, 3), [child], "child", child)


def assess_again(plan: ProtectionPlan) -> None:
    """Twice a year what is known is put together afresh."""
    story, about, lead = plan.story, plan.about, plan.story.lead or ""
    for months in (4, 9, 14, 19):
        day = working(add_months(plan.start, months), story.rng.randrange(1, 8))
        if working(day, 25) > plan.last:
            return
        begun = story.tell("assessment_started", day, about, by=lead, kind="child_and_family")
        reviewed = moment(working(day, 8), story.rng)
        checked = {"assessment": begun, "checkpoint": "day 10"}
        story.tell("assessment_reviewed", reviewed, about, by=story.manager, **checked)
        outcome = story.note("assessment", "again", child=about[0])
        found = {"assessment": begun, "outcome": outcome}
        story.tell("assessment_completed", working(day, 21), about, by=lead, **found)


def keep_safe(plan: ProtectionPlan) -> None:
    """Family diagram, who would have the children, and a safety plan that the duty team can read; again every ten weeks."""
    story, lead = plan.story, plan.story.lead or ""
    carers = [each.id for each in story.family.relatives if each.sex == "F"][:2]
    for day in [working(plan.start, 6), *story.every(working(plan.start, 6), plan.last, 50, 6)]:
        story.tell("genogram_reviewed", day, plan.about, by=lead)
        story.tell("contingency_agreed", day, plan.about, by=lead, carers=carers, child_asked=True)
        text = story.note("safety", "plan", child=plan.about[0])
        story.tell("safety_plan_agreed", day, plan.about, by=lead, text=text, readable_by_duty=True)
