"""School and nursery: attendance half term by half term, what teachers notice and what they do about it, a young carer."""

from datetime import date, timedelta
from random import Random

from bench.ordinary.growing import often
from holdfast.demo.days import DAY, at_work, working
from holdfast.demo.lives.ordinary import early_help
from holdfast.demo.residents import Resident
from holdfast.demo.story import Story

NOTICED = (
    ("tired", "Tired this morning; a cousin had slept over. Bright again by ten."),
    ("no PE kit", "No PE kit. Borrowed one."),
    ("upset", "Upset after a quarrel with a friend; made up by lunch."),
    ("late", "Ten minutes late. The bus."),
    ("hungry", "Had forgotten lunch; the office gave one, and the parent rang to say sorry."),
)
WELL = "Settled, with friends, and proud of the reading book."
ATTENDS = (95.6, 2.6)
"""The middle and the spread of one half term's attendance in per cent: about one in sixty is under ninety by illness alone."""


def days(story: Story, child: Resident, rng: Random, since: date) -> None:
    """What school knows of a child whom it does not worry about."""
    if child.born is None:
        return
    usual = rng.gauss(*ATTENDS)
    for first in _half_terms(since, story.today - 190 * DAY):
        lead = story.school_lead(child, at_work(first))
        if lead is not None and child.age(first) >= 4:
            _attendance(story, child, rng, first, lead, usual)
    for day in often(rng, max(since, child.born + 1000 * DAY), story.today, 0.8):
        _noticed(story, child, rng, at_work(day))
    for day in often(rng, max(since, child.born + 1500 * DAY), story.today, 0.25):
        lead = story.school_lead(child, at_work(day))
        if lead is not None:
            story.hear(child, at_work(day), by=lead)


def _half_terms(since: date, until: date) -> list[date]:
    return [since + timedelta(days=60 * n) for n in range((until - since).days // 60)]


def _attendance(story: Story, child: Resident, rng: Random, first: date, lead: str, usual: float) -> None:
    last = first + 40 * DAY
    percent = round(min(100.0, max(75.0, usual + rng.gauss(0, 1.8))), 1)
    school = story.family.school_of(child, first)
    data = {"setting": school, "percent": percent, "from_": first.isoformat(), "to": last.isoformat()}
    story.tell("attendance_recorded", at_work(last + 3 * DAY), [child], by=lead, **data)


def _noticed(story: Story, child: Resident, rng: Random, day: date) -> None:
    lead = story.school_lead(child, day)
    if lead is None:
        return
    other, text = rng.choice(NOTICED)
    data = {"text": text, "setting": "school", "neglect": [], "other": [other]}
    told = story.tell("observation_recorded", day, [child], by=lead, **data)
    if told and other == "upset" and rng.random() < 0.8:
        meaning = "A friendship, and no more than that: watched for two weeks, and all was well."
        story.tell("behaviour_analysed", working(day, 9), [child], by=lead, behaviour=[told], meaning=meaning)


def young_carer(story: Story, months: float) -> None:
    """A child who helps to look after a parent with an illness: asked, assessed, helped, and given time off from it."""
    early_help(story, months)
    child = max(story.family.children, key=lambda each: each.age(story.today))
    day = working(story.back(round(months * 30)), 12)
    if child.age(day) < 6:
        return
    lead = story.school_lead(child, day) or story.health_visitor
    text = "Helps with tea and with the little one on days when the illness is bad. Likes it, and would like Saturdays free."
    data = {"text": text, "setting": "school", "neglect": [], "other": ["young carer"]}
    story.tell("observation_recorded", day, [child], by=lead, **data)
    reasons = "Helps every day; wants to go on, with less of it."
    decided = working(day, 5)
    assess = {"offered": True, "decision": "assess", "reasons": reasons}
    story.tell("young_carer_assessment_decided", decided, [child], by="sally.noon", **assess)
    story.tell("young_carer_assessed", working(decided, 15), [child], by="sally.noon")
    text = "A cleaner twice a week for the house, and the young carers' club on Saturdays."
    story.tell("practical_help_given", working(decided, 22), [child], by="sally.noon", help=text)
    for each in story.every(working(decided, 25), story.today, 50, 8):
        story.hear(child, each, by="sally.noon")
