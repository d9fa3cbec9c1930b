"""A concern comes in at the front door and is decided."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from holdfast.demo.days import at_work, moment, working
from holdfast.demo.residents import Resident
from holdfast.demo.staff import GPS
from holdfast.demo.story import Story
from holdfast.kernel.when import LONDON

CHANNELS = {
    "school": "web form",
    "health": "phone",
    "police": "police notification",
    "grandmother": "phone",
    "father": "phone",
    "neighbour": "phone",
    "other": "e-mail",
}
DUTY = ("amina.khan", "neil.parry")
FRONT_DOOR_MANAGER = "farah.siddiq"
CLOSING = ("no_further_action", "information_and_advice")
FORGOTTEN = 0.03
"""How often an agency that should be asked is not."""


@dataclass(frozen=True)
class Arrived:
    """A contact that came in. ``decided`` is the day on which somebody decided what happens."""

    contact: str
    came: datetime
    decided: date


def arrives(
    story: Story,
    day: date,
    about: list[Resident],
    decision: str,
    *,
    kind: str | None = None,
    text: str | None = None,
    late: bool = False,
) -> Arrived | None:
    """A contact, who took it, the receipt, the decision and the answer to whoever told us."""
    kind = kind or teller(story, about[0], day)
    came = moment(day, story.rng, 9, 15)
    words = text or story.note("contacts", kind, child=about[0])
    data = {"from_": source(story, kind, about[0], day), "channel": CHANNELS[kind], "text": words, "immediate_harm": False}
    contact = story.tell("contact_received", came, about, by="wendy.croft", recorded=came + timedelta(minutes=2), **data)
    if contact is None:
        return None
    duty = story.rng.choice(DUTY)
    taken, told = came + timedelta(minutes=story.rng.randrange(8, 55)), came + timedelta(minutes=story.rng.randrange(60, 115))
    story.tell("contact_assigned", taken, about, by=duty, recorded=taken, contact=contact, worker=duty)
    to = [source(story, kind, about[0], day)["name"]]
    story.tell("contact_acknowledged", told, about, by=duty, recorded=told, contact=contact, to=to)
    _checks(story, about, taken, told, by=duty)
    decided = working(day, 3 if late else story.rng.choice((0, 1)) or 1)
    reasons = story.note("decisions", decision, child=about[0])
    at = moment(decided, story.rng, 9, 12)
    # It ends with advice because somebody saw the child since, and the entry that says so comes first.
    if decision in CLOSING:
        _well_today(story, about, came)
    by = FRONT_DOOR_MANAGER
    story.tell("contact_decided", at, about, by=by, recorded=at, contact=contact, decision=decision, reasons=reasons)
    answered = moment(working(day, 4 if late else 2), story.rng, 9, 12)
    outcome = story.note("outcomes", "any")
    story.tell("referrer_informed", answered, about, by=duty, recorded=answered, contact=contact, outcome=outcome)
    return Arrived(contact, came, decided)


def _checks(story: Story, about: list[Resident], taken: datetime, told: datetime, *, by: str) -> None:
    """Police and health are asked what they know, and the school where there is one; now and then somebody is forgotten, or
    has not answered by the time it is decided."""
    asked = ["police", "health"] + ["education"] * any(child.age(taken.date()) >= 2 for child in about)
    if story.rng.random() < FORGOTTEN:
        asked.remove(story.rng.choice(asked))
    answers = ("answered", "nothing_known", "nothing_known", "delayed")
    checks = [{"agency": agency, "answer": story.rng.choice(answers)} for agency in asked]
    story.tell("checks_made", taken + (told - taken) / 2, about, by=by, recorded=told, checks=checks)


def _well_today(story: Story, about: list[Resident], came: datetime) -> None:
    """Before it ends with advice, school or the health visitor says that they have seen the child since."""
    for child in about:
        lead = story.school_lead(child, came.date())
        by, how = (lead, "school_or_nursery") if lead else (story.health_visitor, "health")
        then = came + timedelta(minutes=30)
        if story.rng.random() >= FORGOTTEN:
            story.tell("child_sighted", then, [child], by=by, recorded=then, seen=[child.id], by_=by, how=how)


def lately(story: Story, ago: timedelta) -> tuple[datetime, bool]:
    """When something came that came ``ago``, and whether that was in working hours: else it came at the end of the last day."""
    came = story.at - ago
    local = came.astimezone(LONDON)
    # Made in the night or at a weekend, what came in "an hour ago" would be the emergency team's. The demonstration is of the
    # front door, so it came at the end of the last working day and was taken.
    if at_work(local.date()) == local.date() and 9 <= local.hour < 17:
        return came, True
    return moment(working(story.today, -1), story.rng, 15, 16), False


def arriving(story: Story, about: list[Resident], ago: timedelta, **data: Any) -> str | None:
    """A contact that still waits for a decision. In working hours it came ``ago``; out of them, at the end of the last working
    day, and the front door took it at once."""
    came, open_now = lately(story, ago)
    contact = story.tell("contact_received", came, about, by="linda.moss", recorded=came + timedelta(minutes=2), **data)
    if not open_now:
        then = came + timedelta(minutes=4)
        said = {"contact": contact, "worker": DUTY[0]}
        story.tell("contact_assigned", then, about, by=DUTY[0], recorded=then, **said)
        to = [data["from_"]["name"]]
        story.tell("contact_acknowledged", then, about, by=DUTY[0], recorded=then, contact=contact, to=to)
        if "for_" in data:
            to = [DUTY[0], story.manager]
            story.tell("message_rerouted", then, about, recorded=then, message=contact, to=to)
    return contact


def source(story: Story, kind: str, child: Resident, day: date) -> dict[str, str]:
    """Who is telling us."""
    if kind == "grandmother" and story.family.carer is not None:
        return {"name": story.family.carer.called, "role": "grandmother"}
    if kind == "father":
        return {"name": story.family.dad.called, "role": "father"}
    worker = {
        "school": story.school_lead(child, day) or story.health_visitor,
        "health": story.health_visitor if child.age(day) < 5 else GPS[story.family.practice],
        "police": story.rng.choice(("pc.dunn", "pc.iqbal")),
        "other": ("paul.tighe", "steve.ware", "jan.kemp")[len(story.entries) % 3],
    }.get(kind)
    return story.sender(worker) if worker else {"name": "A neighbour", "role": "neighbour"}


def teller(story: Story, child: Resident, day: date) -> str:
    """Who might be worried about this child."""
    family = story.family
    relatives = [each.sex for each in family.relatives]
    known = ["grandmother"] * (family.carer is not None) + ["father"] * ("M" in relatives and len(family.adults) == 1)
    ways = ["school" if child.age(day) >= 2 else "health", "school" if child.age(day) >= 4 else "health", "health", "police"]
    return story.rng.choice([*ways, "other", *known, "neighbour"])
