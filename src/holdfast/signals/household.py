"""Who is in the home, where the home is, and who must not be there."""

from holdfast.rules.conditions import (
    AllOf,
    AnyOf,
    Earlier,
    FieldIn,
    FieldIs,
    Filled,
    InState,
    Mentions,
    Names,
    Not,
    Previous,
    Recorded,
    RefersTo,
    RowIn,
    SameAs,
    SaysBeside,
    StillAhead,
)
from holdfast.rules.event import Condition, Event, on
from holdfast.rules.limit import Amount, Deadline
from holdfast.rules.shapes import AnyShape, Happens, Lacks, Said, Undone, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Disagree, Each, Either, ForEach, SinceLast
from holdfast.signals.child_seen import SEEN
from holdfast.signals.concerns import DECIDED_TOGETHER
from holdfast.standards.states import ANY_PLAN
from holdfast.vocabulary.stated_facts import SAFE_PHRASES

OTHER_AGENCIES = ("health", "education", "previous_authority", "probation", "adult_services", "housing", "own_records")
# Police and one other. Police alone know who was arrested; who was worried about stands elsewhere.
CHECKED = (
    on(
        "checks_made",
        where=(
            Names("person", "subject"),
            RowIn("checks", "agency", ("police",)),
            RowIn("checks", "agency", OTHER_AGENCIES),
        ),
    ),
    on("safety_check_completed", where=(Names("carer", "subject"), FieldIs("police", True), FieldIs("health", True))),
)
# What they were checked for before it is not about this: an incident opens the question again.
NEWS_OF_THEM = on("incident_recorded", where=(Names("involved", "subject"),))

SIG_ADULT_UNCHECKED = Signal(
    id="SIG-ADULT-UNCHECKED",
    title="Adult in the home, nothing known",
    theme="household",
    says=(
        "An adult was named as living in the home, or as a parent's partner, and a working day later no check of them with the "
        "police and another agency is recorded."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="The checks are made, and the family is asked who they are to each child.",
    numbers={"working_days": 1},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard=(
        "An adult checked within the last twelve months is known, unless something new about them has come since. That a mother "
        "or father lives there is no news; that one moves in is."
    ),
    pattern=lambda n: Lacks(
        ForEach("adults_in_the_home", Each(on("household_changed", "household_recorded"))),
        needs=(CHECKED,),
        opened_by=(NEWS_OF_THEM,),
        # Checks age. Without a bound an adult checked once in a child's life would be known for ever.
        within=Amount(12, "months"),
        grace=Amount(int(n["working_days"]), "working_days"),
    ),
    why="{who} was named in the home, or as a partner, {when}; no check with the police and another agency is recorded.",
)

MOVED = on("household_changed", "address_changed")

SIG_HOUSEHOLD_CONFLICT = Signal(
    id="SIG-HOUSEHOLD-CONFLICT",
    title="Agencies disagree who lives there",
    theme="household",
    says="Within eight weeks two agencies recorded different people as living in one home.",
    severity="medium",
    tell=("lead_social_worker",),
    asks="The family is asked, the home is seen, and it is recorded which is so.",
    numbers={"days": 56},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="A dated move between the two explains it. What one agency puts right itself is no disagreement.",
    pattern=lambda n: Happens(
        Disagree(
            on("household_recorded", where=(Filled("members"),)),
            "members",
            days(n["days"]),
            # Between the two words somebody moved, so both were right on their day.
            explained_by=(MOVED,),
        )
    ),
    why="Two agencies have recorded different people as living with this child, the last {when}.",
)

# By its words as well as by the flag. A refuge that was written into the field must not be set beside another address: the
# comparison itself would tell that there are two.
SAFE = Mentions(
    "address",
    SAFE_PHRASES,
    "as_phrases",
)
# An address at which somebody lived until a day is nobody's word of where they live.
LIVES_THERE = Not(Filled("until"))
HELD_OPENLY = (Names("person", "child"), Not(AnyOf((FieldIs("kept_back", True), SAFE))), LIVES_THERE)
MOVED_OPENLY = (Names("person", "child"), Not(SAFE), LIVES_THERE)
ADDRESS = on("address_held", "address_changed", where=HELD_OPENLY)
# An agency that says the same address again has told nothing new.
NEWER = Previous(ADDRESS, (SaysBeside("address", "other"),))
# A visit whose day is still to come, so that somebody is about to go to the wrong door. One that was made or missed since is
# over.
BOOKED_ALREADY = Earlier(
    on("visit_booked", where=(StillAhead("for"),)), unless=(on("visit_booked", "visit_made", "contact_missed"),)
)

SIG_ADDRESS_MISMATCH = Signal(
    id="SIG-ADDRESS-MISMATCH",
    title="Agencies hold different addresses",
    theme="household",
    says=(
        "Two agencies hold different current addresses for this child, or a newer address was recorded after a visit had been "
        "booked."
    ),
    severity="high",
    tell=("lead_social_worker",),
    asks="The address is confirmed before anybody sets out.",
    numbers={"stale_days": 60},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard=(
        "An address that is kept back on purpose is never compared and never shown: the sentence names no address. What an "
        "agency said more than sixty days ago is not its current word."
    ),
    pattern=lambda n: AnyShape(
        (
            Said(
                Happens(
                    Disagree(
                        ADDRESS,
                        "address",
                        days(n["stale_days"]),
                        # Whose word it is, not whose entry: one worker takes down what the school and what the landlord say.
                        whose=("organisation", "confirmed_by"),
                    )
                ),
                "Two agencies hold different addresses for this child, the later recorded {when}.",
            ),
            Happens(
                Either(
                    (
                        Each(on("address_changed", where=(*MOVED_OPENLY, BOOKED_ALREADY))),
                        Each(on("address_held", where=(*HELD_OPENLY, BOOKED_ALREADY, NEWER))),
                    )
                ),
                ended_by=(on("visit_booked", "visit_made", "contact_missed"),),
            ),
        )
    ),
    why="A newer address was recorded for this child {when}, after a visit had been booked.",
)

# "No access" alone would miss the visits that were made and found an empty house; those record that nobody was seen.
FOUND_NOBODY = on(
    "contact_missed",
    "visit_made",
    where=(AnyOf((FieldIn("kind", ("no_access",)), AllOf((Recorded("seen"), Not(Filled("seen")))))), InState(ANY_PLAN)),
)
WHEREABOUTS_KNOWN = (on("address_changed", "address_held", where=(Names("person", "child"), LIVES_THERE)), *SEEN)

SIG_WHEREABOUTS_UNKNOWN = Signal(
    id="SIG-WHEREABOUTS-UNKNOWN",
    title="On a plan and nobody knows where",
    theme="household",
    says=(
        "While a plan is open nobody was found at home, and for three days no address has been confirmed and nobody has seen the "
        "child."
    ),
    severity="critical",
    tell=("team_manager", "service_manager", "cp_chair"),
    asks="A strategy discussion; and it is considered whether other areas are to be told.",
    numbers={"days": 3},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None. A child whom somebody has seen since is somewhere that is known.",
    pattern=lambda n: Undone(
        # The first of the empty visits starts it, and further ones do not start it afresh: three days from the first.
        SinceLast((FOUND_NOBODY,), 1, since=WHEREABOUTS_KNOWN),
        WHEREABOUTS_KNOWN,
        Deadline(int(n["days"]), "calendar_days"),
        during=ANY_PLAN,
    ),
    why="Nobody was found at home {when}; since then no address is confirmed and nobody has seen this child.",
)


# Two kinds of record say who must stay away, and each is lifted in its own way: an exclusion by its own end, a safety plan by the
# next safety plan that says anything about who is excluded.
def kept_away(field: str, *that: Condition) -> Condition:
    """``field`` names somebody who had to stay away from the child that day."""
    return AnyOf(
        (
            Earlier(
                # Where nobody said until when, it still holds: bail that is not known to have ended has not ended.
                on("person_excluded", where=(SameAs("person", field), StillAhead("until", unsaid=True), *that)),
                unless=(on("exclusion_ended", where=(RefersTo("exclusion"),)),),
            ),
            Earlier(
                on("safety_plan_agreed", where=(SameAs("excluded", field), *that)),
                unless=(on("safety_plan_agreed", where=(Recorded("excluded"),)),),
            ),
        )
    )


WATCHED = FieldIs("supervised", True)
FOUND_WITH_THE_CHILD: tuple[Event, ...] = (
    on("stay_started", where=(kept_away("with"),)),
    on("household_changed", where=(kept_away("joined"),)),
    on("household_recorded", where=(kept_away("members"),)),
    # Seen at a visit elsewhere, as at an office, is not being in the home.
    on("visit_made", where=(Not(FieldIs("home", False)), kept_away("seen"))),
    # An incident without the children is another matter. The worry is about them being together.
    on("incident_recorded", where=(FieldIn("children_present", ("yes",)), kept_away("involved"))),
    on("family_time_held", where=(Not(WATCHED), kept_away("with"))),
    # Supervised and still a breach, where what keeps them away does not allow even that.
    on("family_time_held", where=(kept_away("with", Not(FieldIs("supervised_allowed", True))),)),
)

SIG_SAFETY_PLAN_BREACH = Signal(
    id="SIG-SAFETY-PLAN-BREACH",
    title="Excluded adult found",
    theme="household",
    says="Somebody whom a safety plan, bail or an order keeps away was recorded with the child or in the home.",
    severity="critical",
    tell=("team_manager", "cp_chair"),
    asks="The same day, a decision about the safety of each child.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="Supervised time that the plan, bail or order allows is no breach.",
    pattern=lambda n: Happens(
        Either(tuple(Each(event) for event in FOUND_WITH_THE_CHILD)),
        ended_by=(*DECIDED_TOGETHER, on("safety_plan_agreed", "exclusion_ended")),
    ),
    why="Somebody who has to stay away from this child was recorded {when} with the child or in the home.",
)
