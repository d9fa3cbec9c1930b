"""Before court, in court, and looked after."""

from datetime import date, timedelta

from holdfast.demo.days import at_work, moment, working
from holdfast.demo.lives.in_need import visit
from holdfast.demo.lives.ordinary import known_to_services
from holdfast.demo.lives.parents import responsible
from holdfast.demo.lives.protected import protection
from holdfast.demo.lives.protection_plan import Lapses
from holdfast.demo.lives.referral import arrives
from holdfast.demo.residents import Resident
from holdfast.demo.story import Story

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
    parents = responsible(story.family, about)
    sent = working(start, 2)
    story.tell("preproceedings_letter_sent", sent, about, by=manager, to=[each.id for each in parents])
    story.tell("family_group_meeting_offered", sent, about, by=lead)
    told = story.tell("partners_told", working(sent, 1), about, by=lead, about_="preproceedings")
    acknowledged(story, told, working(sent, 3), about)
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


def acknowledged(story: Story, notice: str | None, day: date, about: list[Resident]) -> None:
    """Every agency of the core group says that it knows."""
    if notice is not None:
        # By who was in the room until then: an agency that joins later has nothing to acknowledge.
        groups = [entry for entry in story.entries if entry.type == "core_group_held" and entry.happened.last <= day]
        rows = [row for entry in groups for row in entry.data.written()["present"]]
        agencies = {row["organisation"] for row in rows if row.get("organisation") not in (None, "csc")}
        story.tell("notice_acknowledged", day, about, by="linda.moss", notice=notice, by_=sorted(agencies))


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
        data = visit(story, [child], came.decided, kind="other", worker=story.lead or "", rooms=True)
        story.tell("visit_made", at + timedelta(hours=2), [child], by=story.lead, **data)
