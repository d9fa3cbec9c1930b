"""Legal planning: the meeting that decides, what is owed to the child and the family before court, and going to court once that
is decided."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, ChildUnder, Earlier, FieldIn, Filled, Mentions, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, BeforePlannedDay, Deadline, Gate
from holdfast.rules.standard import Standard, Switch
from holdfast.rules.trigger import Each, StateStarts
from holdfast.standards.proceedings import CARE_APPLICATION
from holdfast.standards.states import PRE_PROCEEDINGS

# A meeting's decision is free text. What is not recognised starts no clock, so the usual ways are all here; the denials are
# listed one by one, because "issue" is also what is at issue.
DECIDED_TO_ISSUE = (
    AnyOf(
        (
            Mentions(
                "decision",
                (
                    *(
                        "issue proceedings",
                        "issue care",
                        "issue now",
                        "issue immediately",
                        "issue urgently",
                        "to issue",
                        "issue in court",
                    ),
                    *("issue an application", "issue application", "apply to court", "apply for", "application to court"),
                    *("go to court", "straight to court", "start care proceedings", "begin care proceedings"),
                ),
            ),
            FieldIn("decision", ("issue", "Issue")),
        )
    ),
    Not(
        Mentions("decision", ("not to issue", "not issue", "not apply", "not to apply", "not go to court", "not to go to court"))
    ),
)
"""A legal planning meeting decides to go to court now: the usual ways of writing it, and not those of deciding otherwise."""

ABOUT_PRE_PROCEEDINGS = Mentions(
    "about", ("pre-proceedings", "public law outline", "letter before proceedings", "plo started", "start of plo")
)
RULED_OUT = on("family_group_meeting_ruled_out", where=(Filled("reasons"),))

PLO_01 = Standard(
    id="PLO-01",
    title="Legal planning meeting after request",
    stage="plo",
    binding="local_standard",
    scope="per_family",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    trigger=Each(on("legal_planning_requested")),
    met_by=(on("legal_planning_held"),),
    # Going to court without the meeting leaves nothing for it to decide.
    excused_by=(on("court_application_made"),),
    started="Legal planning meeting asked for",
    wanted="legal planning meeting",
    responsible="service_manager",
    ladder="L_PLO",
    sources=(
        Citation("SYSTEM", "10 working days", "knowledge"),
        Citation("COPP2014", "a legal planning meeting comes before pre-proceedings; no number of days", "knowledge"),
    ),
    confidence="low",
    review_paragraphs=(
        "5.55",
        "5.56",
    ),
)

PLO_09 = Standard(
    id="PLO-09",
    title=(
        "Family group decision-making meeting offered in the letter before proceedings and, if accepted, held before application"
    ),
    stage="plo",
    binding="statute",
    scope="per_child",
    limit=Gate(
        # Held, declined, or ruled out with reasons. That it was offered is not on the list: an offer nobody answered is still
        # open.
        (AnyOf((Earlier(on("family_group_meeting_held")), Earlier(on("family_group_meeting_declined")), Earlier(RULED_OUT))),)
    ),
    trigger=Each(CARE_APPLICATION),
    switch=Switch(
        "Enacted on 29 April 2026 (Children's Wellbeing and Schools Act 2026 section 1). It comes into force on a day that "
        "regulations appoint (section 78(5)), and none have been found. Many areas already do it as their own policy."
    ),
    started="Application to court",
    wanted="family group meeting offered, and held if the family wanted it",
    responsible="team_manager",
    ladder="L_PLO",
    sources=(
        Citation(
            "CWSA2026", "s1, which puts s31ZA(1)-(7) into the Children Act 1989: the offer comes before the application", "read"
        ),
    ),
    confidence="high",
    review_paragraphs=(
        "5.59",
        "5.73",
    ),
    check_before_release=True,
    note=(
        "Not asked where a meeting would not be in the child's best interests (s31ZA(3)) and the reasons are recorded. "
        "The letter before proceedings is where the offer belongs; the application is what may not come before it, and "
        "so is what is looked at. Enacted on 29 April 2026, and in force only from a day that regulations appoint "
        "(s78(5)); none was found. Many areas offer the meeting already as their own policy."
    ),
)

PLO_10 = Standard(
    id="PLO-10",
    title="Child's wishes and feelings recorded for each pre-proceedings meeting",
    stage="plo",
    binding="system_default",
    scope="per_child",
    # held names what the booking is for, so that a booking made after a meeting belongs to the next one.
    limit=BeforePlannedDay(2, "working_days", from_age=0, held=on("preproceedings_meeting_held")),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("preproceedings_meeting_booked")),
    met_by=(
        on("voice_recorded", names="child"),
        on("views_not_gathered", where=(Filled("reason"),), names="child"),
        on("day_in_the_life_recorded", "observation_recorded", where=(ChildUnder(3),)),
    ),
    excused_by=(on("court_application_made", "preproceedings_ended"),),
    started="Pre-proceedings meeting booked",
    wanted="child's wishes and feelings",
    responsible="lead_social_worker",
    ladder="L_PLO",
    sources=(
        Citation("REVIEW", "5.59", "review"),
        Citation("SYSTEM", "2 working days before", "review"),
    ),
    confidence="n/a - design default",
    review_paragraphs=("5.59",),
    note=(
        "Counted for each meeting from its booking. Why a child could not be asked, and what was tried, is an answer too; "
        "below three, what was observed is."
    ),
)

PLO_11 = Standard(
    id="PLO-11",
    title="Core group members told that pre-proceedings has started, its purpose, end date and their part",
    stage="plo",
    binding="system_default",
    scope="per_family",
    limit=Deadline(2, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=StateStarts(PRE_PROCEEDINGS),
    during=PRE_PROCEEDINGS,
    met_by=(on("partners_told", where=(ABOUT_PRE_PROCEEDINGS,)),),
    started="Pre-proceedings started",
    wanted="core group told of pre-proceedings",
    responsible="lead_social_worker",
    ladder="L_PLO",
    sources=(Citation("REVIEW", "5.60, Recommendation 3", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.60",
        "5.62",
        "7.3",
    ),
)

PLO_12 = Standard(
    id="PLO-12",
    title="Application issued after decision to issue",
    stage="plo",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(on("legal_planning_held", where=DECIDED_TO_ISSUE)),
    met_by=(CARE_APPLICATION,),
    started="Legal planning meeting decided to go to court",
    wanted="application to court",
    responsible="local_authority_solicitor",
    ladder="L_PLO",
    sources=(Citation("SYSTEM", "5 working days", "knowledge"),),
    confidence="low",
    review_paragraphs=("5.56",),
    note="An application for an emergency protection order is not the application that was decided on.",
)
