"""What a child needs every day and does not have: food, warmth, school, health, and not to be somebody's carer."""

from holdfast.rules.conditions import AnyOf, ByAgency, Covers, FellBy, FieldIn, Mentions, Not, NumberUnder, SameAs
from holdfast.rules.event import on
from holdfast.rules.shapes import AnyShape, Breached, Happens, Said, Stands, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Gathers
from holdfast.signals.word_lists import CARING, HEALTH_SERVICES, NO_NECESSITIES, SHORT_HEALTH_SERVICES, URGENT_AND_PREVENTABLE
from holdfast.standards.assessment import CARER_DECIDED, CARING_ROLE
from holdfast.standards.professions import HEALTH_WORDS
from holdfast.standards.states import ANY_PLAN

SIG_YOUNG_CARER = Signal(
    id="SIG-YOUNG-CARER",
    title="Caring role recorded, no young carer assessment",
    theme="neglect",
    says=(
        "Twice in three months somebody wrote that this child looks after a parent, a brother or a sister, and nobody has "
        "decided whether to assess their needs as a young carer."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager", "designated_safeguarding_lead"),
    asks="A decision on a young carer's assessment, and what is taken off the child now.",
    numbers={"n": 2, "days": 90},
    pattern=lambda n: Happens(
        Gathers(
            (
                # The standard's own sign (a code in an observation) and, beside it, people's words: the duty starts from what was
                # noted as a caring role, the worry also from what a child says they do at home.
                CARING_ROLE,
                on("observation_recorded", "voice_recorded", where=(Mentions(("text", "words"), CARING, "as_phrases"),)),
            ),
            int(n["n"]),
            days(n["days"]),
            unless=(CARER_DECIDED,),
        ),
        ended_by=(CARER_DECIDED,),
    ),
    why="{entries} entries within {days} days, the last {when}, say that this child cares for others; no assessment is decided.",
    review_paragraphs=("4.8", "5.3", "5.5", "5.13", "5.28", "5.33", "5.4.1", "5.84", "7.1"),
    evidence=("PANEL4",),
    guard="Words that deny a caring role raise nothing.",
)

WITHOUT = on("observation_recorded", "contact_received", where=(Mentions(("other", "text"), NO_NECESSITIES, "as_phrases"),))
HELPED = on("practical_help_given")

SIG_BASIC_NEEDS = Signal(
    id="SIG-BASIC-NEEDS",
    title="No food, heat, nappies, fare or money",
    theme="neglect",
    says="Somebody wrote that the family had no food, heating, nappies, fare or money. Twice in 28 days goes to the chair.",
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="Practical help the same day (section 17), and the want written down as an indicator of neglect.",
    numbers={"n": 1, "repeat_days": 28},
    pattern=lambda n: AnyShape(
        (
            Said(
                # First in the list, because what one entry raises is said once and by the first shape that it fits: the repeated
                # want is the graver sentence.
                Happens(Gathers((WITHOUT,), int(n["n"]) + 1, days(n["repeat_days"])), ended_by=(HELPED,)),
                "Basic necessities were lacking again {when}: {entries} times within {repeat_days} days. The conference chair "
                "is to know.",
            ),
            Happens(Each(WITHOUT), ended_by=(HELPED,)),
        )
    ),
    why="Basic necessities were lacking {when}.",
    review_paragraphs=("4.10", "5.33", "5.84"),
    evidence=("TRIENNIAL",),
    guard="Being poor is not neglect: what is asked first is help.",
)

# Monday to Friday week: twelve days, both counted. Short records are what makes percentages fall.
TWO_SCHOOL_WEEKS = 12
FOUR_WEEKS = 28
LONG_ENOUGH = Covers("from", "to", TWO_SCHOOL_WEEKS)

SIG_ATTENDANCE = Signal(
    id="SIG-ATTENDANCE",
    title="School or nursery attendance falling",
    theme="neglect",
    says=(
        "Attendance under 90%, or five points lower than four weeks before, or two sessions nobody explained within four weeks "
        "while on a plan."
    ),
    severity="medium",
    tell=("designated_safeguarding_lead", "lead_social_worker"),
    asks="Somebody from school sees or rings the family within a day, and it is talked about at the next plan meeting.",
    numbers={"lowest": 0.9, "drop": 0.05, "sessions": 2},
    pattern=lambda n: AnyShape(
        (
            # A state that is looked at record by record, so that the worry ends with the next record that is high enough and
            # needs no answer to end it.
            Stands(
                after=(on("attendance_recorded", where=(LONG_ENOUGH,)),),
                so=(NumberUnder("percent", 100 * n["lowest"]),),
            ),
            Said(
                Happens(
                    Each(
                        # Within one setting: leaving nursery for school is no fall.
                        on("attendance_recorded", where=(LONG_ENOUGH, FellBy("percent", 100 * n["drop"], FOUR_WEEKS, "setting")))
                    ),
                    ended_by=(
                        on(
                            "attendance_recorded",
                            where=(SameAs("setting", "setting"), Not(NumberUnder("percent", 100 * n["lowest"]))),
                        ),
                    ),
                ),
                "Attendance had fallen by at least {drop:.0%} from one record to the next when it was recorded {when}.",
            ),
            Said(
                # Only on a plan. For any other child two unexplained sessions are the school's to ask about.
                Happens(Gathers((on("unexplained_absence_recorded"),), int(n["sessions"]), days(FOUR_WEEKS)), during=ANY_PLAN),
                "{entries} absences within four weeks that nobody explained, the last {when}, while on a plan.",
            ),
        )
    ),
    why="Attendance was under {lowest:.0%} when it was recorded {when}.",
    review_paragraphs=("5.3", "5.5", "5.33", "5.99"),
    evidence=("PANEL4",),
    guard="A record of less than two school weeks says nothing: one day's illness would be a tenth of it.",
)


SIG_HEALTH_UNMET = Signal(
    id="SIG-HEALTH-UNMET",
    title="Health need unmet, not brought",
    theme="neglect",
    says=(
        "Twice in 180 days the child was not brought to a health or dental appointment, or urgent treatment was needed for "
        "something that could have been prevented."
    ),
    severity="medium",
    tell=("health_visitor_or_school_nurse", "lead_social_worker"),
    asks="What was done after each missed appointment, and the medical aspect of neglect considered.",
    numbers={"n": 2, "days": 180},
    pattern=lambda n: AnyShape(
        (
            Happens(
                Gathers(
                    (
                        on(
                            "contact_missed",
                            where=(
                                # The field's word: a child does not fail to attend, somebody did not bring them. Cancelled and
                                # refused are other things.
                                FieldIn("kind", ("not_brought",)),
                                AnyOf(
                                    (
                                        Mentions("service", HEALTH_SERVICES),
                                        # "gp" and "scan" are inside other words ("scandal"), so these few are looked for whole
                                        # and the longer ones anywhere.
                                        Mentions("service", SHORT_HEALTH_SERVICES, "as_phrases"),
                                        ByAgency(HEALTH_WORDS, "service"),
                                    )
                                ),
                            ),
                        ),
                    ),
                    int(n["n"]),
                    days(n["days"]),
                )
            ),
            Said(
                Happens(
                    Each(
                        on(
                            "diagnosis_recorded",
                            "observation_recorded",
                            where=(Mentions(("other", "text"), URGENT_AND_PREVENTABLE, "as_phrases"),),
                        )
                    )
                ),
                "Urgent treatment for something that can be prevented was recorded {when}.",
            ),
        )
    ),
    why="The child was not brought to {entries} health appointments within {days} days, the last {when}.",
    review_paragraphs=("5.33",),
    evidence=("BRANDON2014",),
    guard="An appointment that was cancelled, or that an adult missed for themselves, is not one the child was not brought to.",
)

SIG_INFANT_SLEEP = Signal(
    id="SIG-INFANT-SLEEP",
    title="Under-2 without a current safer-sleep assessment where they sleep",
    theme="neglect",
    says=(
        "A child under two sleeps somewhere new, or an adult's drinking, drugs or mental health changed, and the safer-sleep "
        "assessment that asks for is overdue."
    ),
    severity="high",
    tell=("health_visitor", "lead_social_worker"),
    asks="Somebody looks at where this baby sleeps, and says what they saw.",
    numbers={},
    # The standard knows the ages, the places and what changed; the signal adds only that somebody is asked about it.
    pattern=lambda n: Breached(("UB-07",)),
    why="Where this baby sleeps changed, or who is with them did, {when}; it had not been looked at by {due}.",
    review_paragraphs=("4.5", "5.30", "5.64"),
    evidence=("OUTOFROUTINE",),
    guard="Only until the second birthday, and only where the standard itself asks for an assessment.",
)
