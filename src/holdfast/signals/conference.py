"""Conferences without the people who know."""

from holdfast.rules.conditions import (
    AnyOf,
    Attended,
    ByAgency,
    ByRole,
    Earlier,
    FieldIn,
    HasResponsibility,
    IsTrigger,
    Names,
    Not,
    OwnRowIn,
    Recorded,
)
from holdfast.rules.event import Event, on
from holdfast.rules.shapes import Fails, Lacks
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, ForEach
from holdfast.signals.injury import INJURIES

# As people write attendance. "named nurse" and "named_nurse" both: a role is compared as it stands in the row, in either
# spelling.
WHO_KNOWS = (
    "paediatric",
    "gp",
    "general practitioner",
    "general_practitioner",
    "family doctor",
    "named nurse",
    "named_nurse",
    "named doctor",
    "named_doctor",
    "designated doctor",
    "designated_doctor",
)
WHERE_THEY_WORK = ("paediatric", "hospital", "gp", "gp_practice", "surgery", "medical practice", "medical centre")
THEIR_ROLES = (
    "paediatrician",
    "consultant_paediatrician",
    "community_paediatrician",
    "gp",
    "general_practitioner",
    "named_nurse",
    "named_doctor",
    "designated_doctor",
)
CONFERENCE = on("conference_held")
# By the agency whose report it is or by the role of whoever entered it: either may be all that was recorded.
REPORTED = on("report_shared", where=(AnyOf((ByAgency(WHERE_THEY_WORK, "organisation"), ByRole(THEIR_ROLES, "recorder"))),))


# A report for the last conference is not one for this; neither is an injury that the last one has dealt with.
def _since_the_last(event: Event) -> Earlier:
    """It came since the conference before."""
    return Earlier(event, unless=(CONFERENCE,))


# What makes a conference one about health is not written anywhere on it. The category says so only where a plan was made.
ABOUT_HEALTH = AnyOf(
    (
        OwnRowIn("decisions", "category", ("PHY",)),
        *(_since_the_last(event) for event in INJURIES),
        _since_the_last(on("medical_held", "medical_requested")),
        _since_the_last(on("observation_recorded", where=(FieldIn("neglect", ("medical",)),))),
    )
)

SIG_KEY_PERSON_ABSENT = Signal(
    id="SIG-KEY-PERSON-ABSENT",
    title="The one who knows was not at the conference",
    theme="conference",
    says=(
        "A conference about an injury, or about the child's health, was held and no paediatrician, GP or named nurse came or "
        "sent a report."
    ),
    severity="high",
    tell=("cp_chair",),
    asks="The chair has it held again, or gets their view in writing before anything is decided.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None. Attendance that was not recorded is unknown, and raises nothing.",
    pattern=lambda n: Fails(
        Each(on("conference_held", where=(ABOUT_HEALTH,))),
        # Certainly absent: where attendance was not recorded the answer is unknown, and an unknown raises nothing (Fails asks for
        # certainty).
        wanted=(AnyOf((Attended(WHO_KNOWS), _since_the_last(REPORTED))),),
        ended_by=(REPORTED, on("conference_held", where=(Attended(WHO_KNOWS),))),
    ),
    why="The conference {when} was about an injury or health; no paediatrician, GP or named nurse came or reported.",
)

ASKED = (
    # Met by the conference itself, so that whoever need not be asked starts a clock that ends in the same instant and shows
    # nowhere.
    on("conference_held", where=(IsTrigger(), Not(HasResponsibility()))),
    on("conference_held", where=(IsTrigger(), Attended("adult"))),
    on("core_group_held", "looked_after_review_held", where=(Attended("adult"),)),
    # Seen at a visit is contact, though not consultation: the worry is about the parent whom nobody has so much as met.
    on("visit_made", where=(Names("seen", "subject"),)),
    on("parent_consulted", where=(Names("parent", "subject"),)),
    on("preproceedings_letter_sent", where=(Names("to", "subject"),)),
    on("expectations_signed", where=(Names("by", "subject"),)),
)
"""What shows contact with that parent; an adult without parental responsibility need not be asked."""

SIG_PARENT_NOT_CONSULTED = Signal(
    id="SIG-PARENT-NOT-CONSULTED",
    title="A parent with parental responsibility was not asked",
    theme="conference",
    says="A conference was held and no contact is recorded with a parent who has parental responsibility, since the one before.",
    severity="high",
    tell=("cp_chair",),
    asks="They are reached in a way that is safe, or it is recorded why that is not safe.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="A recorded reason why asking them would not be safe is an answer. Attendance that was not recorded raises nothing.",
    pattern=lambda n: Lacks(
        # A mother who came does not answer for a father who lives elsewhere: he is the one whom conferences leave out.
        ForEach("responsible_adults", Each(on("conference_held", where=(Recorded("present"),)))),
        needs=(ASKED,),
        opened_by=(CONFERENCE,),
    ),
    why="The conference {when} was held with no contact recorded with {who}, who has parental responsibility.",
)
