"""Private fostering: what is owed to a child who lives with somebody who is not close family, by private arrangement."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIs, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, BeforePlannedDay, Deadline, Interval
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, StateStarts
from holdfast.standards.care_states import PRIVATELY_FOSTERED

NOTIFIED = on("private_fostering_notified")
# Any visit that saw the child, whatever its kind, unless it says that it was elsewhere: private fostering has no kind of visit of
# its own in the vocabulary.
SEEN_THERE = on("visit_made", where=(Not(FieldIs("home", False)),), names="seen")

PF_01 = Standard(
    id="PF-01",
    title="Proposed private fostering notified to the authority",
    stage="private_fostering",
    binding="statute",
    scope="per_child",
    # or_at_once: an arrangement that begins next week cannot have been told of six weeks before.
    limit=BeforePlannedDay(6, "weeks", or_at_once=True),
    trigger=Each(on("private_fostering_proposed")),
    met_by=(NOTIFIED,),
    excused_by=(on("private_fostering_ended"),),
    started="Private fostering proposed",
    wanted="notice to the council",
    responsible="proposed_carer",
    ladder="L_CSC",
    sources=(
        Citation("PFR2005", "reg 3 and the explanatory note: six weeks ahead, or at once where it is to begin sooner", "read"),
    ),
    confidence="high",
    effective_from=date(2005, 7, 1),
    note="For a child under 16 (18 if disabled) who is to live for 28 days or more with somebody who is not close family.",
)

PF_02 = Standard(
    id="PF-02",
    title="Officer visits after notification",
    stage="private_fostering",
    binding="statute",
    scope="per_child",
    limit=Deadline(7, "working_days"),
    warn_before=Amount(2, "working_days"),
    # From when the council knew and not from when the child moved in: nobody can visit what they have not heard of.
    trigger=StateStarts(PRIVATELY_FOSTERED),
    during=PRIVATELY_FOSTERED,
    met_by=(SEEN_THERE,),
    started="Council told of private fostering",
    wanted="visit that sees the child",
    responsible="private_fostering_worker",
    ladder="L_CSC",
    sources=(
        Citation(
            "PFR2005",
            "reg 4(1): an officer visits the home within seven working days (as reprinted in the National Minimum Standards"
            " for Private Fostering)",
            "read",
        ),
        Citation("PFR2005", "reg 7: the same where it has already begun", "knowledge"),
    ),
    confidence="high",
    effective_from=date(2005, 7, 1),
)

PF_03 = Standard(
    id="PF-03",
    title="Visits in first year",
    stage="private_fostering",
    binding="statute",
    scope="per_child",
    limit=Interval(6, "weeks", stops_after=Amount(12, "months")),
    warn_before=Amount(7, "calendar_days"),
    trigger=StateStarts(PRIVATELY_FOSTERED),
    during=PRIVATELY_FOSTERED,
    met_by=(SEEN_THERE,),
    started="Last visit, or since the council has known",
    wanted="visit that sees the child",
    responsible="private_fostering_worker",
    ladder="L_CSC",
    sources=(
        Citation(
            "PFR2005",
            "reg 8(1)(a), (3): six weeks apart at most in the first year; the child spoken to alone unless that would not "
            "be right",
            "read",
        ),
    ),
    confidence="high",
    effective_from=date(2005, 7, 1),
    note=(
        "The first year counts from when the council came to know (reg 8(6)). The officer talks with the child alone unless"
        " that would not be right."
    ),
)

PF_04 = Standard(
    id="PF-04",
    title="Visits in later years",
    stage="private_fostering",
    binding="statute",
    scope="per_child",
    limit=Interval(12, "weeks", starts_after=Amount(12, "months")),
    warn_before=Amount(14, "calendar_days"),
    trigger=StateStarts(PRIVATELY_FOSTERED),
    during=PRIVATELY_FOSTERED,
    met_by=(SEEN_THERE,),
    started="Last visit, or end of the first year",
    wanted="visit that sees the child",
    responsible="private_fostering_worker",
    ladder="L_CSC",
    sources=(Citation("PFR2005", "reg 8(1)(b)", "read"),),
    confidence="high",
    effective_from=date(2005, 7, 1),
    note="Counts on from the last visit of the first year.",
)
