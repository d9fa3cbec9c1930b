"""What goes out after a conference: the decision, the record, and the family's right to challenge."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import Names
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Window
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each

CP_10 = Standard(
    id="CP-10",
    title="Decision letter with outline plan and core group date sent to family and professionals",
    stage="conference_record",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("conference_held")),
    met_by=(on("conference_decision_sent"),),
    started="Conference held",
    wanted="decision letter",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation("L_NYORKS", "first standard: one working day", "read"),
        Citation("L_SUSSEX", "8.8: decision letter in one working day", "read"),
    ),
    confidence="high",
)


CP_11 = Standard(
    id="CP-11",
    title="Conference record distributed",
    stage="conference_record",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(15, "working_days"),
    warn_before=Amount(3, "working_days"),
    trigger=Each(on("conference_held")),
    met_by=(on("conference_record_sent"),),
    started="Conference held",
    wanted="conference record sent",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(Citation("L_NYORKS", "second standard: 15 working days", "read"),),
    confidence="high",
    local_variants=(LocalVariant("common elsewhere", "20 working days (from knowledge)"),),
)


CP_13 = Standard(
    id="CP-13",
    title="Family challenge to conference decision",
    stage="conference_record",
    binding="local_standard",
    scope="per_family",
    # A window and not a deadline: nobody is late who does not challenge.
    limit=Window(10, "working_days"),
    # Only from a record that reached the family. Sent to professionals alone it opens no right, and unknown recipients leave it
    # unknown.
    trigger=Each(on("conference_record_sent", where=(Names("to", "family"),))),
    met_by=(on("conference_challenged"),),
    started="Conference record sent to the family",
    wanted="challenge by the family",
    responsible="family",
    ladder="L_CP",
    sources=(Citation("L_BWD", "a challenge comes within 10 working days of receiving the minutes", "read"),),
    confidence="high",
    note=(
        "A right, not a duty: nothing is overdue where nobody challenges. A record is taken to be received on the day it is sent."
    ),
)
