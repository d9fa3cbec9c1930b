"""The states of being looked after: in care by an order, accommodated, placed somewhere, and fostered privately.

A child is looked after while a care order (interim or full) is in force or while they stay with foster carers, under section
20 or with a connected person under regulation 24. Police protection or an emergency protection order makes a child looked
after through the stay it leads to, not by itself: most end within hours or days, at home.

Orders come as words. What is matched are the usual spellings and short forms.
"""

from holdfast.rules.conditions import AnyOf, Earlier, FieldIn, FieldIs, InState, Later, Mentions, Not, SameAs
from holdfast.rules.event import State, on
from holdfast.rules.limit import Amount

# The words for an order stand inside the words for refusing or ending one, so every order is asked for the absence of these.
NOT_AN_ORDER = Not(Mentions("kind", ("refused", "dismissed", "discharge", "revoke", "withdrawn", "no order", "not made")))
# Short forms are looked for as the whole field: "CO" is a part of "court order", of "consent" and of many other words.
CARE = AnyOf(
    (Mentions("kind", ("care order", "interim care", "full care")), FieldIn("kind", ("ICO", "ico", "CO", "co", "care", "Care")))
)
INTERIM = AnyOf((Mentions("kind", ("interim",)), FieldIn("kind", ("ICO", "ico", "ISO", "iso"))))

# Two events, told apart by INTERIM, because visits at home under an interim order are more frequent than under a full one.
INTERIM_CARE_ORDER = on("court_order_made", where=(CARE, INTERIM, NOT_AN_ORDER))
CARE_ORDER = on("court_order_made", where=(CARE, Not(INTERIM), NOT_AN_ORDER))
# Orders that settle where the child lives with somebody else end being looked after by themselves; nobody need discharge the old
# one.
LIVES_ELSEWHERE = on(
    "court_order_made",
    where=(
        AnyOf(
            (
                Mentions("kind", ("special guardianship", "adoption order", "child arrangements", "residence order")),
                FieldIn("kind", ("SGO", "sgo")),
            )
        ),
        # An interim child arrangements order decides nothing yet.
        Not(Mentions("kind", ("refused", "dismissed", "interim"))),
    ),
)
CARE_ORDER_OVER = on(
    "court_order_made",
    where=(
        Mentions("kind", ("discharge", "revoke", "supervision order", "no order", "refused", "dismissed")),
        # Asking is not granting; the other two contain the words of orders that end care and have nothing to do with it.
        Not(Mentions("kind", ("application to discharge", "education supervision", "contact"))),
    ),
)
CARE_ORDER_ENDED = on(
    "court_order_ended",
    where=(
        CARE,
        # An interim order ends as the full one is made, whichever is written down first.
        Not(Later(on("court_order_made", where=(CARE, NOT_AN_ORDER)), Amount(1, "calendar_days"))),
        AnyOf((Not(INTERIM), Not(Earlier(CARE_ORDER, Amount(4, "weeks"))))),
    ),
)
NO_LONGER_LOOKED_AFTER = on("looked_after_ended")
# Shared by every state of care, so that no two of them can disagree about whether the child is still in it.
_OUT_OF_CARE = (CARE_ORDER_OVER, CARE_ORDER_ENDED, LIVES_ELSEWHERE, NO_LONGER_LOOKED_AFTER)

INTERIM_CARE = State("interim_care", "interim care order", starts=(INTERIM_CARE_ORDER,), ends=(CARE_ORDER, *_OUT_OF_CARE))
FULL_CARE = State("full_care", "care order", starts=(CARE_ORDER,), ends=_OUT_OF_CARE)
IN_CARE = State("in_care", "care order, interim or full", starts=(INTERIM_CARE_ORDER, CARE_ORDER), ends=_OUT_OF_CARE)

ACCOMMODATING = ("section20", "reg24", "foster")
LOOKED_AFTER_STAY = on("stay_started", where=(FieldIn("arrangement", ACCOMMODATING),))
# A stay that ended on the day of a move, where the new stay was written down before the end of the old one.
_MOVED_THAT_DAY = Earlier(on("stay_started", where=(Earlier(on("stay_started")),)), Amount(0, "calendar_days"))
_LEFT = on(
    "stay_ended",
    # The end of one stay is no end where the next begins that day or the day after, whichever is written down first.
    where=(Not(Later(LOOKED_AFTER_STAY, Amount(1, "calendar_days"))), Not(_MOVED_THAT_DAY)),
)

ACCOMMODATED = State(
    "accommodated",
    "accommodated by the council",
    # A decision about the legal footing starts it for a stay that began as something else, as one with an aunt that turns out to
    # be under section 20.
    starts=(LOOKED_AFTER_STAY, on("arrangement_decided", where=(FieldIn("basis", ("section20", "regulation24")),))),
    ends=(
        _LEFT,
        # Going to relatives or home by arrangement is leaving accommodation even where nobody recorded that the stay before had
        # ended.
        on("stay_started", where=(FieldIn("arrangement", ("family", "parents")),)),
        on("arrangement_decided", where=(FieldIn("basis", ("family_arrangement", "section17", "private_fostering")),)),
        LIVES_ELSEWHERE,
        NO_LONGER_LOOKED_AFTER,
    ),
)

LOOKED_AFTER = State("looked_after", "looked after by the council", starts=(), ends=(), any_of=(IN_CARE, ACCOMMODATED))

PLACEMENT_ENDS = (
    on(
        "stay_ended",
        where=(Not(Later(on("stay_started"), Amount(0, "calendar_days"))), Not(_MOVED_THAT_DAY)),
    ),
    on("stay_started"),
    LIVES_ELSEWHERE,
    NO_LONGER_LOOKED_AFTER,
)

PLACED = State(
    "placed",
    "placement",
    starts=(
        on(
            "stay_started",
            where=(FieldIn("arrangement", (*ACCOMMODATING, "parents", "other")), InState(LOOKED_AFTER)),
        ),
    ),
    ends=PLACEMENT_ENDS,
    # A move is one entry that ends this placement and begins the next, and each placement owes a first visit of its own.
    restarts=True,
)

CARER_APPROVED = on("carer_approval_decided", where=(FieldIn("outcome", ("approved",)),))

# Without regulation 24 and without placement with parents, whose visits are counted by rules of their own (LAC-08 to LAC-10).
ORDINARY_PLACEMENT = State(
    "ordinary_placement",
    "placement",
    starts=(
        on("stay_started", where=(FieldIn("arrangement", ("section20", "foster", "other")), InState(LOOKED_AFTER))),
        # Full approval turns a placement under regulation 24 into an ordinary one where the child is, without a move.
        on("carer_approval_decided", where=(FieldIn("outcome", ("approved",)), InState(LOOKED_AFTER))),
    ),
    ends=PLACEMENT_ENDS,
    restarts=True,
)

REG24_PLACEMENT = State(
    "reg24_placement",
    "placement with a connected person under regulation 24",
    starts=(
        on("stay_started", where=(FieldIn("arrangement", ("reg24",)),)),
        on("arrangement_decided", where=(FieldIn("basis", ("regulation24",)),)),
    ),
    ends=(CARER_APPROVED, *PLACEMENT_ENDS),
    restarts=True,
)

AWAY_FROM_HOME = State(
    "away_from_home", "placed away from home", starts=(), ends=(), any_of=(ACCOMMODATED, ORDINARY_PLACEMENT, REG24_PLACEMENT)
)

_WITH_PARENTS = FieldIn("arrangement", ("parents",))
# Any next stay ends being at home; being at home has no entry of its own that could end.
_HOME_ENDS = (on("stay_started"), *_OUT_OF_CARE)

INTERIM_CARE_AT_HOME = State(
    "interim_care_at_home",
    "interim care order with the child at home",
    starts=(
        on("stay_started", where=(_WITH_PARENTS, InState(INTERIM_CARE))),
        # An order for a child who is placed nowhere leaves them where they were, which is at home.
        on("court_order_made", where=(*INTERIM_CARE_ORDER.where, Not(InState(AWAY_FROM_HOME)))),
    ),
    ends=(CARE_ORDER, *_HOME_ENDS),
    restarts=True,
)

CARE_AT_HOME = State(
    "care_at_home",
    "care order with the child at home",
    starts=(
        on("stay_started", where=(_WITH_PARENTS, InState(FULL_CARE))),
        on("court_order_made", where=(*CARE_ORDER.where, Not(InState(AWAY_FROM_HOME)))),
    ),
    ends=_HOME_ENDS,
    restarts=True,
)

PARENTS_FOUND_SUITABLE = on("parent_suitability_assessed", where=(FieldIs("suitable", True),))

WITH_PARENTS_AT_ONCE = State(
    "with_parents_at_once",
    "placement with parents before they were assessed",
    starts=(
        on(
            "stay_started",
            where=(
                _WITH_PARENTS,
                InState(IN_CARE),
                # Either assessment will do: a parent found suitable as a relative would be was assessed before the child came.
                Not(Earlier(on("parent_suitability_assessed", where=(FieldIs("suitable", True), SameAs("carer", "with"))))),
                Not(Earlier(on("viability_assessed", where=(FieldIn("outcome", ("suitable",)), SameAs("carer", "with"))))),
            ),
        ),
    ),
    ends=(PARENTS_FOUND_SUITABLE, *_HOME_ENDS),
    restarts=True,
)

# One state, since regulation 28(4) gives both the same visits.
VISITED_EVERY_WEEK = State(
    "visited_every_week",
    "placement under regulation 24, or interim care order at home",
    starts=(),
    ends=(),
    any_of=(REG24_PLACEMENT, INTERIM_CARE_AT_HOME),
)

PRIVATELY_FOSTERED = State(
    "privately_fostered",
    "private fostering that the council knows of",
    starts=(
        on("private_fostering_notified"),
        on("arrangement_decided", where=(FieldIn("basis", ("private_fostering",)),)),
    ),
    ends=(
        on("private_fostering_ended"),
        on("arrangement_decided", where=(FieldIn("basis", ("family_arrangement", "section17", "section20", "regulation24")),)),
        on("stay_started", where=(FieldIn("arrangement", ("family", "parents", *ACCOMMODATING)),)),
    ),
)

CARE_STATES = (
    INTERIM_CARE,
    FULL_CARE,
    IN_CARE,
    ACCOMMODATED,
    LOOKED_AFTER,
    PLACED,
    ORDINARY_PLACEMENT,
    REG24_PLACEMENT,
    AWAY_FROM_HOME,
    INTERIM_CARE_AT_HOME,
    CARE_AT_HOME,
    WITH_PARENTS_AT_ONCE,
    VISITED_EVERY_WEEK,
    PRIVATELY_FOSTERED,
)
