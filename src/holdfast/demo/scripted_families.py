"""Families told one by one: twins whose injury was put on the wrong one, a baby on a plan before birth, the things that are
open in the teams today, and what came in this morning."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from holdfast.demo.days import DAY, at_work, moment, working
from holdfast.demo.family_shapes import (
    Shape,
    expecting,
    half_siblings,
    mother_alone,
    twins,
    two_mothers,
    two_parents,
    with_grandparents,
)
from holdfast.demo.invented_partnership import Northmere
from holdfast.demo.lives.in_care import looked_after
from holdfast.demo.lives.in_court import before_court
from holdfast.demo.lives.in_need import assessed, child_in_need, in_need, visit
from holdfast.demo.lives.ordinary import universal
from holdfast.demo.lives.protected import protection
from holdfast.demo.lives.protection_plan import Lapses
from holdfast.demo.lives.referral import CHANNELS, arriving, source
from holdfast.demo.residents import Registry
from holdfast.demo.story import Story
from holdfast.demo.texts import Pen

Teller = Callable[[Story], object]


def tell(made: Northmere, pen: Pen, registry: Registry) -> None:
    """Every one of them."""
    for key, shape, youngest, count, lead, alive, teller in _SPECIALS:
        story = Story(shape(registry, key, youngest, count), made.at, made.staff, pen, lead=lead)
        teller(story)
        made.stories.append(story)
        if alive:
            made.alive.add(key)
    for key, shape, youngest, count, kind, minutes in _THIS_MORNING:
        story = Story(shape(registry, key, youngest, count), made.at, made.staff, pen)
        universal(story)
        about = story.family.alive(story.today)[:1]
        data = {"from_": source(story, kind, about[0], story.today), "channel": CHANNELS[kind], "immediate_harm": False}
        text = story.note("contacts", kind, child=about[0])
        contact = arriving(story, about, timedelta(minutes=minutes), text=text, **data)
        made.stories.append(story)
        made.alive.add(key)
        made.arriving += [contact] if contact else []


def _twins(story: Story) -> None:
    """A bruise is recorded on one twin, and two days later it turns out to have been the other."""
    in_need(story, 5, "PHY")
    first, second = story.family.children[-2:]
    day = working(story.today, -9)
    by = story.school_lead(first, day) or story.health_visitor
    text = "A round bruise behind the left ear, two days old by the colour. No account given."
    data = {"text": text, "setting": "nursery", "neglect": [], "other": ["possible injury"]}
    wrong = story.tell("observation_recorded", day, [first], by=by, **data)
    put_right = moment(working(day, 2), story.rng, 9, 12)
    reason = story.note("corrections", "twin")
    story.tell("observation_recorded", day, [second], by=by, recorded=put_right, corrects=wrong, reason=reason, **data)
    data = {"kind": "child protection medical: fits a fall against the cot, in the place the parents showed"}
    story.tell("medical_held", working(day, 2), [second], by="ravi.shah", **data)


def _before_birth(story: Story) -> None:
    """An assessment, a strategy discussion and a conference before the birth."""
    about, lead, manager = story.family.children[-1:], story.lead or "", story.manager or ""
    start = story.back(70)
    story.tell("worker_allocated", start, about, by=manager, worker=lead, role="lead_social_worker")
    begun = story.tell("assessment_started", start, about, by=lead, kind="pre_birth")
    found = {"assessment": begun, "factors": ["2B"], "outcome": "Conference before the birth."}
    story.tell("assessment_completed", working(start, 20), about, by=lead, **found)
    at = moment(working(start, 22), story.rng, 11, 14)
    room = story.present([manager, "pc.iqbal", "faith.mwale", lead])
    data = {"present": room, "decision": "section47", "medical_agreed": False}
    story.tell("strategy_discussion_held", at, about, by=manager, recorded=at + timedelta(minutes=20), **data)
    held = working(start, 32)
    found_so = story.note("assessment", "enquiry", child=about[0])
    story.tell("section47_completed", working(held, -3), about, by=lead, outcome="conference", reasons=found_so)
    reasons = "The baby will depend on adults who are using, in a house where nobody has seen where it would sleep."
    decisions = [{"child": about[0].id, "decision": "plan_made", "category": "NEG", "reasons": reasons}]
    room = story.present(["anjali.menon", lead, "faith.mwale", story.health_visitor, "steve.ware"], story.family.adults[:1])
    data = {"kind": "pre_birth", "present": room, "child_views": [], "decisions": decisions}
    story.tell("conference_held", held, about, by="anjali.menon", **data)
    to = [row["worker"] for row in room if "worker" in row]
    for type, days in (("conference_decision_sent", 1), ("conference_record_sent", 10)):
        story.tell(type, working(held, days), about, by="linda.moss", to=to)
    _on_a_plan_before_birth(story, held)


def _on_a_plan_before_birth(story: Story, held: date) -> None:
    """The mother is seen, which counts as seeing the child until the birth."""
    about, lead, ready = story.family.children[-1:], story.lead or "", working(held, 8)
    story.tell("plan_agreed", working(held, 7), about, by=lead, plan="child_protection")
    room = story.present([lead, "faith.mwale", story.health_visitor], story.family.adults[:1])
    data = {"plan": "child_protection", "present": room, "absent": []}
    story.tell("core_group_held", working(held, 7), about, by=lead, **data)
    story.tell("core_group_record_sent", working(held, 9), about, by=lead)
    for day in [working(held, 3), *story.every(working(held, 3), story.today, 9, 1)]:
        seen = [story.family.mum.id]
        data = {"kind": "child_protection", "worker": lead, "seen": seen, "sleeping_place_seen": True, "home": True}
        story.tell("visit_made", day, about, by=lead, **data)
    carers = [each.id for each in story.family.relatives if each.sex == "F"]
    text = "The baby does not leave hospital until the room has been seen. Mother rings the ward or 999, day or night."
    story.tell("genogram_reviewed", ready, about, by=lead)
    story.tell("contingency_agreed", ready, about, by=lead, carers=carers)
    story.tell("safety_plan_agreed", ready, about, by=lead, text=text, readable_by_duty=True)


def _assessment_late(story: Story) -> None:
    """Forty-seven working days from the call, and the assessment is not finished."""
    start = working(story.today, -47)
    about = story.family.alive(start)
    came = assessed(story, start, "EMO", late=True)
    if came is not None:
        for child in about:
            for day in story.every(working(start, 30), story.today, 15, 2):
                story.hear(child, day, by=story.lead or "")


def _unanswered(story: Story) -> None:
    """A child said something six working days ago, and nobody has said anything back."""
    in_need(story, 4, "EMO", quiet=9)
    child = max(story.family.children, key=lambda each: each.age(story.today))
    how, words = story.pen.voice(story.rng, 9)
    data = {"child": child.id, "how": how, "words": words, "worker": story.lead}
    story.tell("voice_recorded", working(story.today, -6), [child], by=story.lead, **data)


def _booked(story: Story) -> None:
    """A visit was booked; its day has passed; nothing is written down."""
    in_need(story, 5, "NEG", quiet=6)
    planned = working(story.today, -3)
    data = {"worker": story.lead, "for_": planned.isoformat()}
    story.tell("visit_booked", working(planned, -4), story.family.alive(planned), by=story.lead, **data)


def _wrong_family(story: Story) -> None:
    """An entry about another family of the same first name and street was recorded here and taken back."""
    in_need(story, 7, "NEG")
    about = story.family.alive(story.today)[:1]
    day = story.back(31)
    data = {"kind": "arrest", "involved": [story.family.dad.id], "children_present": "not_known"}
    wrong = story.tell("incident_recorded", day, about, by="pc.dunn", recorded=moment(day, story.rng, 20, 22), **data)
    put_right = moment(working(day, 1), story.rng, 10, 12)
    reason = story.note("corrections", "withdrawn")
    story.tell("entry_withdrawn", put_right, about, by="ds.rowe", recorded=put_right, withdraws=wrong, reason=reason)


def _moved_day(story: Story) -> None:
    """A visit was written up on the wrong day and put right."""
    protection(story, 7, "EMO")
    about = story.family.alive(story.today)
    day = working(story.today, -7)
    data = visit(story, about, day, kind="child_protection", worker=story.lead or "", rooms=True)
    wrong = story.tell("visit_made", day, about, by=story.lead, **data)
    put_right = moment(working(day, 2), story.rng, 9, 11)
    reason = story.note("corrections", "date")
    earlier = working(day, -1)
    story.tell("visit_made", earlier, about, by=story.lead, recorded=put_right, corrects=wrong, reason=reason, **data)


def _missing(story: Story) -> None:
    """Looked after, fifteen, and not back last night."""
    looked_after(story, 9)
    child = max(story.family.children, key=lambda each: each.age(story.today))
    earlier = moment(story.today - 33 * DAY, story.rng, 20, 22)
    story.tell("missing_started", earlier, [child], by="pc.iqbal")
    story.tell("missing_ended", earlier + timedelta(hours=5), [child], by="pc.iqbal")
    story.tell("return_interview_held", at_work(story.today - 31 * DAY), [child], by="dawn.petty")
    since = story.at - timedelta(hours=9)
    story.tell("missing_started", since, [child], by="pc.dunn", recorded=since + timedelta(minutes=25))


def _at_nans(story: Story) -> None:
    """With grandparents who were checked first, as it should be."""
    start = story.back(75)
    about = story.family.alive(start)
    nan = story.family.adults[0]
    came = assessed(story, working(start, -20), "NEG")
    if came is None:
        return
    checks = {
        "police": True,
        "health": True,
        "sleeping_place": True,
        "outcome": "A bed each. She asked for help with the stairs.",
    }
    story.tell("viability_started", working(start, -2), about, by=story.lead, carer=nan.id)
    story.tell("safety_check_completed", working(start, -1), about, by=story.lead, carer=nan.id, **checks)
    stay = {"with_": [nan.id], "arrangement": "family", "agreed_by": [story.lead], "overnight": True, "child_asked": True}
    story.tell("stay_started", start, about, by=story.lead, **stay)
    story.tell(
        "viability_assessed",
        working(start, 1),
        about,
        by=story.lead,
        carer=nan.id,
        outcome="suitable",
        checks=["police", "health"],
    )
    text = "Two beds, the gas paid till spring, and a worker who rings on Sundays."
    story.tell("carer_support_planned", working(start, 2), about, by=story.lead, carer=nan.id, text=text)
    child_in_need(story, working(start, 24), story.today, about)


def kept(months: float, category: str, **lapses: Any) -> Teller:
    """A protection plan, with these lapses."""
    return lambda story: protection(story, months, category, lapses=Lapses(**lapses))


def helped(months: float, category: str) -> Teller:
    """A plan for a child in need."""
    return lambda story: in_need(story, months, category)


def in_law(months: float, weeks: int, **left: Any) -> Teller:
    """Pre-proceedings, with something left undone."""
    return lambda story: before_court(story, months, weeks, "EMO", **left)


# key, shape, age of the youngest, how many, lead, whether it is alive today, what is told
# Each shows one thing that practice gets wrong, or right. Where a family is alive, what is open with it stays open
# (past_answers.py).
_SPECIALS: tuple[tuple[str, Shape, float, int, str, bool, Teller], ...] = (
    ("twins", twins, 2.7, 3, "tom.ridley", False, _twins),
    ("before-birth", expecting, 4.0, 1, "rosa.lind", False, _before_birth),
    ("large", half_siblings, 1.3, 6, "peter.slack", False, kept(8, "NEG")),
    ("lone-core-group", mother_alone, 5.6, 1, "shabnam.gill", True, kept(4.5, "EMO", lone_core_group=True)),
    ("visit-overdue", two_parents, 7.8, 1, "tom.ridley", True, kept(3.2, "PHY", visits=12)),
    ("not-asked", mother_alone, 13.2, 1, "ewa.bielska", True, kept(5.2, "NEG", voices=23)),
    ("unanswered", two_parents, 8.9, 1, "grace.okafor", True, _unanswered),
    ("booked", mother_alone, 4.9, 1, "ewa.bielska", True, _booked),
    ("assessment-late", half_siblings, 6.0, 2, "jess.wardle", True, _assessment_late),
    ("idle-in-law", two_parents, 3.3, 2, "kamal.uddin", True, in_law(8, 8, idle=12)),
    ("unsigned", mother_alone, 9.6, 1, "ben.thistle", True, in_law(7, 6, unsigned=True)),
    ("late-conference", two_mothers, 6.3, 2, "ioan.rees", False, kept(5, "EMO", late_conference=True)),
    ("wrong-family", mother_alone, 7.1, 2, "hannah.birch", False, _wrong_family),
    ("moved-day", two_parents, 8.2, 2, "dermot.quill", False, _moved_day),
    ("missing", mother_alone, 15.1, 1, "fiona.strand", True, _missing),
    ("at-nans", with_grandparents, 6.4, 2, "nadia.rahman", False, _at_nans),
    ("sams-one", mother_alone, 10.4, 1, "sam.poole", False, helped(6, "NEG")),
    ("sams-two", half_siblings, 5.1, 3, "sam.poole", False, helped(3, "EMO")),
    ("sams-three", twins, 1.1, 2, "sam.poole", False, kept(4, "NEG")),
)

# key, shape, age of the youngest, how many, from whom, minutes ago
# Minutes and not times: whenever it is made, they came in within the hour.
_THIS_MORNING: tuple[tuple[str, Shape, float, int, str, int], ...] = (
    ("call-school", half_siblings, 6.8, 2, "school", 75),
    ("call-health", two_parents, 0.5, 1, "health", 55),
    ("call-police", mother_alone, 11.3, 1, "police", 38),
    ("call-neighbour", two_parents, 3.9, 3, "neighbour", 17),
)
