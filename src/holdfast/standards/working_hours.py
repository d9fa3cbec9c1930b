"""When people are at work, by what they do and where: what holds until a partnership says otherwise for a team or a worker.

Holdfast's own assumption, from how services in England are usually open. Wrong for somebody is put right by a value of their
own; nobody is ever taken to be at work at night because nothing was said of them.
"""

from collections.abc import Mapping
from datetime import date

from holdfast.kernel.opening_hours import ALWAYS, OpeningHours, read_hours
from holdfast.standards.professions import normal, speaks_of
from holdfast.standards.roles import EMERGENCY_DUTY_TITLES, ON_CALL_TITLES
from holdfast.vocabulary.working_hours import StatedHours
from holdfast.vocabulary.world import KnownWorker, World

DAY_TEAM = "Mon-Fri 08:30-17:00"
"""Social work teams, the front door, health visitors, probation, housing, lawyers, conference chairs, managers at their desks."""
EMERGENCY_DUTY = f"outside {DAY_TEAM}"
SCHOOL = "Mon-Fri 08:30-16:00"
NURSERY = "Mon-Fri 08:00-18:00"
SURGERY = "Mon-Fri 08:00-18:30"
"""The core hours of the general practice contract."""
CLINIC = "Mon-Fri 09:00-17:00"

# By title, in the words of professions.py and roles.py. What is in none of these is a day team's.
BY_TITLE: Mapping[str, str] = {
    **dict.fromkeys(EMERGENCY_DUTY_TITLES, EMERGENCY_DUTY),
    **dict.fromkeys(
        (
            "police",
            "police_officer",
            "police_constable",
            "police_sergeant",
            "police_inspector",
            "police_supervisor",
            "prison_officer",
        ),
        ALWAYS,
    ),
    **dict.fromkeys(
        ("designated_safeguarding_lead", "dsl", "school_dsl", "school_safeguarding_lead", "teacher", "headteacher"), SCHOOL
    ),
    **dict.fromkeys(("nursery_worker", "nursery_manager", "childminder"), NURSERY),
    **dict.fromkeys(("gp", "general_practitioner", "practice_nurse", "doctor"), SURGERY),
    **dict.fromkeys(("substance_misuse_worker", "drug_worker", "idva", "youth_worker"), CLINIC),
}
"""Hours by the title of a post."""

# Before the title: a doctor, a midwife or a safeguarding nurse of a hospital is reached through a ward that never shuts. A
# detective is reached through the control room.
BY_KIND: tuple[tuple[tuple[str, ...], str], ...] = (
    (("hospital", "acute", "ambulance", "police", "constabulary", "prison"), ALWAYS),
    (("nursery", "early_years"), NURSERY),
    (("school", "college", "academy"), SCHOOL),
)
"""Hours by the kind of organisation, where its title does not say."""


def working_hours(worker: KnownWorker, world: World, day: date) -> OpeningHours:
    """The hours of ``worker`` on ``day``: what was set for them, else for their team, else what is usual."""
    usual = _usual(worker, world)
    own = _set(world.hours, day, worker=worker.id)
    if own is not None:
        return read_hours(own)
    team = _set(world.hours, day, organisation=worker.organisation) if worker.organisation else None
    if team is None or usual == ALWAYS:
        return read_hours(usual)
    # A team's hours are when its day staff are there: its emergency duty is there whenever they are not.
    return read_hours(f"outside {team}" if usual == EMERGENCY_DUTY else team)


def desk_hours(world: World, day: date) -> OpeningHours:
    """When the front door is open: the hours set for children's services, else those of any day team."""
    for organisation in world.organisations.values():
        if "social_care" in organisation.kind and (team := _set(world.hours, day, organisation=organisation.id)) is not None:
            return read_hours(team)
    return read_hours(DAY_TEAM)


def on_call_by_title(worker: KnownWorker) -> bool:
    """Whether somebody of this post is rung at night where no rota of managers on call is kept."""
    return normal(worker.role) in ON_CALL_TITLES


def _usual(worker: KnownWorker, world: World) -> str:
    title = normal(worker.role)
    employer = world.organisations.get(worker.organisation or "")
    # Emergency duty is a post wherever it is kept.
    if title in EMERGENCY_DUTY_TITLES:
        return EMERGENCY_DUTY
    for words, hours in BY_KIND:
        if employer is not None and speaks_of(words, employer.kind):
            return hours
    return BY_TITLE.get(title, DAY_TEAM)


def _set(hours: tuple[StatedHours, ...], day: date, *, worker: str | None = None, organisation: str | None = None) -> str | None:
    found = [
        each
        for each in hours
        if (each.worker, each.organisation) == (worker, organisation) and (each.since is None or each.since <= day)
    ]
    # The latest day it was set from; of two from one day, what was said last.
    return max(enumerate(found), key=lambda at: (at[1].since or date.min, at[0]))[1].hours if found else None
