"""The child's voice: asked, heard, seen alone and answered."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import ChildUnder, FieldIn, OwnRowIn, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, BeforePlannedDay, Deadline, Interval
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, StateStarts
from holdfast.standards.states import CHILD_PROTECTION_PLAN

# Every way but "none", written out, so that a new way of hearing a child counts only once somebody has decided that it does.
VIEW_HEARD = OwnRowIn("child_views", "how", ("attended", "advocate", "pack", "worker"))
"""The conference recorded this child's view, by any way other than none."""

CHILD_SEEN_ALONE = on("visit_made", where=(FieldIn("kind", ("child_protection",)),), names="seen_alone")

CP_14 = Standard(
    id="CP-14",
    title="Advocate offered and each child's views obtained before every conference",
    stage="child_voice",
    binding="system_default",
    scope="per_child",
    # from_age=0: a conference before the birth asks nobody.
    limit=BeforePlannedDay(2, "working_days", from_age=0),
    warn_before=Amount(8, "working_days"),
    trigger=Each(on("conference_booked")),
    met_by=(
        on("voice_recorded", names="child"),
        on("day_in_the_life_recorded", "observation_recorded", where=(ChildUnder(3),)),
        on("conference_held", where=(VIEW_HEARD,)),
    ),
    started="Conference booked",
    wanted="child's views",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(
        Citation("CA1989", "s17(4A), s47(5A) wishes and feelings", "knowledge"),
        Citation("REVIEW", "5.50-5.53", "review"),
        Citation("SYSTEM", "pack or advocate offer 10 working days before; views in by 2 working days before", "review"),
    ),
    confidence="medium",
    review_paragraphs=(
        "5.3",
        "5.50",
        "5.51",
        "5.52",
        "5.53",
        "5.97",
    ),
    note=("A pack that was not completed is not the child's view: who asked, how, and what else was tried has to be said."),
)

CP_32 = Standard(
    id="CP-32",
    title="Child seen alone (age and understanding permitting) or reason recorded and reviewed",
    stage="child_voice",
    binding="local_standard",
    scope="per_child",
    # From the fourth birthday inside a plan too: the first twenty days count from then and not from the plan.
    limit=Interval(20, "working_days", from_age=4),
    warn_before=Amount(5, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(CHILD_SEEN_ALONE,),
    started="Last seen alone, or start of the plan",
    wanted="child seen alone",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(
        Citation("L_BOLTON", "seen alone, or the reason recorded", "read"),
        Citation("L_CENBEDS", "children of four and over seen alone regularly", "read"),
        Citation("SYSTEM", "interval of 20 working days; two consecutive not-alone visits alert", "knowledge"),
    ),
    confidence="high",
    review_paragraphs=(
        "5.3",
        "5.6",
    ),
    note="Runs from the fourth birthday, the age below which no area seen expects a child to be spoken to alone.",
)

CP_34 = Standard(
    id="CP-34",
    title="Child's views sought by someone (any agency) and recorded",
    stage="child_voice",
    binding="system_default",
    scope="per_child",
    limit=Interval(20, "working_days", from_age=0),
    warn_before=Amount(5, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(
        on("voice_recorded", names="child"),
        on("day_in_the_life_recorded", "observation_recorded", where=(ChildUnder(3),)),
        on("conference_held", where=(VIEW_HEARD,)),
    ),
    started="Child last asked, or start of the plan",
    wanted="child's views",
    responsible="core_group",
    ladder="L_CP",
    sources=(Citation("SYSTEM", "20 working days for verbal children; observation record for pre-verbal", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.3",
        "5.6",
        "5.52",
        "5.53",
        "6.5",
    ),
    note="Anyone in any agency may ask. For a child too young to say, what was observed counts.",
)

CP_35 = Standard(
    id="CP-35",
    title='What the child said is answered by a recorded decision ("so what?")',
    stage="child_voice",
    binding="system_default",
    scope="per_child",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    # Every time. A child whose third plea is answered has not been answered the first two times.
    trigger=Each(on("voice_recorded", names="child")),
    met_by=(on("voice_answered", where=(RefersTo("voice"),)),),
    started="Child's words recorded",
    wanted="answer to the child",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(Citation("REVIEW", "6.5", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "4.8",
        "5.3",
        "6.5",
    ),
    note=(
        "An answer is something done, or a reasoned decision not to, and how the child was told. A child who says they "
        "are unsafe, or asks not to go home, is answered the same day; five days are what is counted."
    ),
)
