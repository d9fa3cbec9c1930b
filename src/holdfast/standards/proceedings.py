"""Care and supervision proceedings: how long a child waits for a court to decide."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, FieldIn, Mentions, Not
from holdfast.rules.event import State, on
from holdfast.rules.limit import Amount, LastsAtMost
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, StateStarts

# Emergency orders are applications too and are decided within days; they do not start the 26 weeks.
CARE_APPLICATION = on(
    "court_application_made",
    where=(
        AnyOf(
            (
                Mentions(
                    "kind",
                    ("care order", "care proceedings", "interim care", "supervision order", "care and supervision", "section 31"),
                ),
                FieldIn("kind", ("ICO", "ico", "ISO", "iso", "CO", "co", "care", "Care", "supervision", "s31", "S31", "s.31")),
            )
        ),
        Not(Mentions("kind", ("discharge", "education supervision", "emergency"))),
    ),
)
"""An application for a care or supervision order, interim or not, in the usual ways of writing it."""

# Ending without an order decides a case as well. "interim" and "emergency" are excluded, since their names contain the others.
FINAL_ORDER = on(
    "court_order_made",
    where=(
        AnyOf(
            (
                Mentions(
                    "kind",
                    (
                        *("care order", "supervision order", "special guardianship", "child arrangements", "placement order"),
                        *("adoption order", "residence order", "no order", "dismissed", "withdrawn", "final order"),
                    ),
                ),
                FieldIn("kind", ("CO", "co", "SO", "so", "SGO", "sgo", "care", "Care", "supervision")),
            )
        ),
        Not(Mentions("kind", ("interim", "emergency", "education supervision"))),
    ),
)
"""An order that decides the case, whichever way."""

CARE_PROCEEDINGS = State("care_proceedings", "care or supervision proceedings", starts=(CARE_APPLICATION,), ends=(FINAL_ORDER,))
MORE_TIME = on("proceedings_extended")

PLO_13 = Standard(
    id="PLO-13",
    title="Care or supervision proceedings disposed of",
    stage="proceedings",
    binding="statute",
    scope="per_child",
    limit=LastsAtMost(26, "weeks", "day_of_trigger"),
    warn_before=Amount(4, "weeks"),
    trigger=StateStarts(CARE_PROCEEDINGS),
    met_by=(FINAL_ORDER,),
    # More time given in time has a clock of its own (PLO-14); given afterwards it does not undo that the 26 weeks had gone by.
    excused_by=(MORE_TIME,),
    started="Application issued",
    wanted="final order",
    responsible="local_authority_solicitor",
    ladder="L_PLO",
    sources=(Citation("CA1989", "s32(1)(a)(ii): 26 weeks that begin with the day of issue", "read"),),
    confidence="high",
    effective_from=date(2014, 4, 22),
    review_paragraphs=("4.3",),
    note=(
        "The duty is the court's; what is kept here is that everyone can see it. The day of issue is day 1. More time that "
        "the court gave before the 26 weeks were up has a clock of its own."
    ),
)

PLO_14 = Standard(
    id="PLO-14",
    title="Each extension of the 26 weeks",
    stage="proceedings",
    binding="statute",
    scope="per_child",
    limit=LastsAtMost(8, "weeks"),
    warn_before=Amount(2, "weeks"),
    trigger=Each(MORE_TIME),
    met_by=(FINAL_ORDER,),
    excused_by=(MORE_TIME,),
    started="Court gave more time",
    wanted="final order",
    responsible="local_authority_solicitor",
    ladder="L_PLO",
    sources=(
        Citation("CA1989", "s32(5): only where the case could not otherwise be decided justly", "read"),
        Citation("CA1989", "s32(8): up to eight weeks each time (llfjb.com practice note)", "secondary"),
    ),
    confidence="high",
    effective_from=date(2014, 4, 22),
    note=(
        "Never routine: each extension needs its own reason. Counted from the day the court gave it, which is never "
        "later than the day it takes effect. A family judges' note on local practice says up to eight weeks each."
    ),
)
