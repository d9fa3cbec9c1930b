"""Ladders: who is told at the warning, at the breach, and as time goes by without an answer.

A ladder is not a punishment and not a queue: each rung adds people, and everyone told before is still told. The times
after the breach are local standards that each partnership may change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from holdfast.standards.roles import ROLES

OnlyWhen = Literal["agency_staff", "police_matter", "still_unresolved", "repeated", "out_of_hours"]
"""When a further person is told as well. ``agency_staff``: the worker is supplied by an employment agency.
``police_matter``: police protection or a section 47 enquiry is under way. ``still_unresolved``: the step before did not
settle it. ``repeated``: the signal has shown more than once. ``out_of_hours``: nobody is at the front door's desk."""


@dataclass(frozen=True)
class To:
    """Somebody a rung tells: the first of ``roles`` that somebody who is there holds. With ``only_when`` they are told as
    well as the others, when that is so and somebody holds the role; nobody stands in for them. ``asked_to`` is what is
    asked of them beyond knowing."""

    roles: tuple[str, ...]
    only_when: OnlyWhen | None = None
    on_call: bool = False
    asked_to: str = ""

    def __post_init__(self) -> None:
        # As the ladder is made, not when somebody is to be told: a rung that names nobody would be found on the night it was
        # needed.
        unknown = [role for role in self.roles if role not in ROLES]
        if unknown or not self.roles:
            raise ValueError(f"a rung must name roles of standards.roles, not {unknown or 'nobody'}")

    @property
    def role(self) -> str:
        """The role first asked for."""
        return self.roles[0]


@dataclass(frozen=True)
class After:
    """How long after the breach: elapsed hours around the clock, or working days with the day of the breach as day 0.
    ``stage`` is used where people move a matter up, not time (professional disagreement)."""

    hours: int = 0
    working_days: int = 0
    stage: int | None = None

    def in_words(self) -> str:
        """As people say it."""
        if self.stage is not None:
            return f"stage {self.stage}"
        if self.hours:
            return f"{self.hours} {'hour' if self.hours == 1 else 'hours'} after"
        if self.working_days:
            return f"{self.working_days} working {'day' if self.working_days == 1 else 'days'} after"
        return "at the breach"


@dataclass(frozen=True)
class Rung:
    """One step: how long after the breach, and who is told then."""

    after: After
    tells: tuple[To, ...]


@dataclass(frozen=True)
class Ladder:
    """``warning`` is who hears before the breach; ``rungs[0]`` is the breach itself."""

    id: str
    says: str
    warning: tuple[To, ...]
    rungs: tuple[Rung, ...]

    def __post_init__(self) -> None:
        if not self.rungs or not all(rung.tells for rung in self.rungs):
            raise ValueError(f"{self.id}: every ladder has a first rung, and every rung tells somebody")


def to(*roles: str, only_when: OnlyWhen | None = None, on_call: bool = False, asked_to: str = "") -> To:
    """The first of ``roles`` that somebody at work holds."""
    return To(roles, only_when, on_call, asked_to)


def at_breach(*tells: To) -> Rung:
    """The rung of the breach itself."""
    return Rung(After(), tells)


def hours(n: int, *tells: To) -> Rung:
    """A rung ``n`` elapsed hours after the breach."""
    return Rung(After(hours=n), tells)


def working_days(n: int, *tells: To) -> Rung:
    """A rung ``n`` working days after the breach."""
    return Rung(After(working_days=n), tells)


def stage(n: int, *tells: To) -> Rung:
    """A rung that people move the matter to."""
    return Rung(After(stage=n), tells)


# Each rung adds people to those below it. Nothing here takes anybody off: whoever was told stays told.
LADDERS: Mapping[str, Ladder] = {
    ladder.id: ladder
    for ladder in (
        Ladder(
            "L_FRONT_DOOR",
            "What comes in at the front door",
            (to("contact_officer"),),
            (
                at_breach(to("front_door_team_manager")),
                hours(4, to("service_manager")),
                working_days(1, to("assistant_director")),
            ),
        ),
        Ladder(
            "L_IMMEDIATE",
            "A child may be in danger now; the clock runs day and night",
            (to("duty_social_worker"),),
            (
                # The first of these roles that somebody at work holds: by day the manager, at night the emergency duty team.
                at_breach(to("social_care_team_manager", "edt")),
                # on_call, as nobody is at a desk an hour after midnight.
                hours(1, to("service_manager", on_call=True)),
                hours(2, to("assistant_director", on_call=True), to("police", only_when="police_matter")),
            ),
        ),
        Ladder(
            "L_CSC",
            "What children's social care does for a child it works with",
            (to("lead_social_worker"),),
            (
                at_breach(to("team_manager")),
                working_days(2, to("service_manager")),
                working_days(5, to("assistant_director")),
                working_days(10, to("director_of_childrens_services")),
            ),
        ),
        Ladder(
            "L_CP",
            "Child protection plans, conferences and core groups",
            (to("lead_social_worker"),),
            (
                at_breach(to("team_manager"), to("cp_chair")),
                working_days(2, to("service_manager")),
                working_days(5, to("assistant_director"), to("agency_safeguarding_leads")),
                working_days(10, to("director_of_childrens_services"), to("delegated_safeguarding_partners")),
            ),
        ),
        Ladder(
            "L_RECORD",
            "Writing down what was done",
            (to("visiting_worker"),),
            (
                at_breach(to("team_manager")),
                working_days(2, to("service_manager"), to("agency_contract_lead", only_when="agency_staff")),
                working_days(5, to("principal_social_worker")),
            ),
        ),
        Ladder(
            "L_PLO",
            "Pre-proceedings and proceedings",
            (to("lead_social_worker"), to("team_manager")),
            (
                at_breach(to("service_manager"), to("plo_panel")),
                working_days(5, to("assistant_director")),
                working_days(10, to("director_of_childrens_services", asked_to="assure the partnership")),
            ),
        ),
        Ladder(
            "L_LAC",
            "Children looked after, and those who live with family and friends",
            (to("lead_social_worker"),),
            (
                at_breach(to("team_manager"), to("iro")),
                working_days(2, to("service_manager")),
                working_days(
                    5,
                    to("assistant_director"),
                    to("iro", asked_to="start the formal dispute resolution"),
                    # The reviewing officer's own power, and a last one: only where the formal resolution before it did not settle
                    # it.
                    to("cafcass", only_when="still_unresolved"),
                ),
            ),
        ),
        Ladder(
            "L_AGENCY",
            "What another agency must do",
            (to("practitioner"),),
            (
                at_breach(to("agency_safeguarding_lead")),
                working_days(2, to("designated_professional")),
                working_days(5, to("delegated_safeguarding_partners")),
            ),
        ),
        Ladder(
            "L_DISAGREE",
            "Professionals who disagree about a child, moved up stage by stage",
            (),
            (
                # No times. People move a disagreement up; the standards RPD-01 to RPD-04 say how soon.
                stage(1, to("practitioners")),
                stage(2, to("line_managers")),
                stage(3, to("senior_liaison_officers"), to("partnership_business_manager")),
                stage(4, to("delegated_safeguarding_partners")),
                stage(5, to("lead_safeguarding_partners")),
            ),
        ),
        Ladder(
            "L_REVIEW",
            "Serious incidents, reviews and how the partnership governs itself",
            (to("partnership_business_manager"),),
            (
                at_breach(to("delegated_safeguarding_partners")),
                working_days(5, to("lead_safeguarding_partners")),
                working_days(10, to("independent_scrutineer")),
            ),
        ),
        Ladder(
            "L_LADO",
            "Allegations about people who work with children",
            (to("employer_senior_manager"),),
            (
                at_breach(to("lado")),
                working_days(1, to("head_of_safeguarding")),
                working_days(3, to("director_of_childrens_services")),
            ),
        ),
        Ladder(
            "L_INFO",
            "Information and records",
            (to("case_owner"),),
            (
                at_breach(to("data_protection_officer")),
                working_days(1, to("siro"), to("caldicott_guardian")),
                working_days(5, to("chief_executive")),
            ),
        ),
    )
}
"""Every ladder by its id."""
