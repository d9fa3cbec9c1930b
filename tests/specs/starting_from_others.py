"""What starts a clock because of another entry: a contact its decision makes a referral, a result still awaited, a worker who
follows another, signs that gather again, a stay with somebody already checked."""

from tests.specs.assessment import REFERRED, STARTED, completed, decided
from tests.specs.family_carers import AUNT, FRIDAY, checked, viability
from tests.specs.kit import MOTHER, SIBLING, Example, Expect, Spec, contact, given
from tests.specs.medical import TEST, chased, received
from tests.specs.workers import RAVI, SAM, handover

MORNING = given("d", "contact_decided", "Mon 2018-09-03T10:00", contact="c", decision="assessment", reasons="Cold and hungry.")
OTHER = contact("o", "Mon 2018-09-03")
NEXT_DAY = given("d", "contact_decided", "Tue 2018-09-04", contact="o", decision="assessment", reasons="Cold and hungry.")

AS_01_REFERRALS = Spec(
    "AS-01",
    (
        Example(
            "A contact of which only the day is known, decided that morning.",
            (REFERRED, MORNING, STARTED, completed("Mon 2018-11-05")),
            "Fri 2018-11-30",
            (Expect(state="met", trigger="c", due="2018-11-05"),),
        ),
        Example(
            "Decided that morning to need nothing more.",
            (
                REFERRED,
                given("d", "contact_decided", "Mon 2018-09-03T10:00", contact="c", decision="early_help", reasons="Cold."),
            ),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "It was another contact that was decided that morning.",
            (
                REFERRED,
                OTHER,
                given("d", "contact_decided", "Mon 2018-09-03T10:00", contact="o", decision="assessment", reasons="Cold."),
            ),
            "Fri 2018-11-30",
            (Expect(trigger="o"),),
        ),
        Example(
            "It was another contact that was decided the next day.",
            (REFERRED, OTHER, NEXT_DAY),
            "Fri 2018-11-30",
            (Expect(trigger="o"),),
        ),
        Example(
            "A contact about an adult alone is no child's referral.",
            (contact("c", "Mon 2018-09-03", about=(MOTHER,)), decided(about=(MOTHER,))),
            "Fri 2018-11-30",
            (),
            child=MOTHER,
        ),
    ),
)

OTHER_TEST = given("other", "test_taken", "Mon 2018-10-29", kind="X-ray")
TWO = (Expect(state="met", met_by="chase"), Expect(state="overdue", trigger="chase"))
ONCE = (Expect(state="met", trigger="test"),)

CP_61_CHASED = Spec(
    "CP-61",
    (
        Example(
            "Chased in an entry filed under her brother: it is her test.",
            (TEST, chased("Mon 2018-11-12", about=(SIBLING,))),
            "Tue 2018-11-20",
            TWO,
        ),
        Example(
            "Her brother's test, chased.",
            (
                given("theirs", "test_taken", "Mon 2018-11-05", about=(SIBLING,), kind="toxicology"),
                chased("Mon 2018-11-12", test="theirs", about=(SIBLING,)),
            ),
            "Tue 2018-11-20",
            (),
        ),
        Example(
            "Chased although it was back and shared.",
            (TEST, received("Fri 2018-11-09", ["hv"]), chased("Mon 2018-11-12")),
            "Tue 2018-11-20",
            (Expect(state="met", met_by="res"),),
        ),
        Example(
            "Chased, and it came later the same day.",
            (TEST, chased("Mon 2018-11-12"), received("Mon 2018-11-12", ["hv"])),
            "Tue 2018-11-20",
            (Expect(state="met"),),
        ),
        Example(
            "Chased, and it came the next day.",
            (TEST, chased("Mon 2018-11-12"), received("Tue 2018-11-13", ["hv"])),
            "Tue 2018-11-20",
            (Expect(state="met"), Expect(state="met", met_by="res")),
        ),
        Example(
            "It was back, and nobody had it: chased again.",
            (TEST, received("Fri 2018-11-09", []), chased("Mon 2018-11-12")),
            "Tue 2018-11-20",
            TWO,
        ),
        Example(
            "It came the day it was chased, and nobody had it.",
            (TEST, chased("Mon 2018-11-12"), received("Mon 2018-11-12", [])),
            "Tue 2018-11-20",
            TWO,
        ),
        Example(
            "Another test's result was back before it was chased.",
            (OTHER_TEST, TEST, received("Thu 2018-11-01", ["hv"], test="other"), chased("Mon 2018-11-12")),
            "Tue 2018-11-20",
            (Expect(state="met", trigger="other"), *TWO),
        ),
        Example(
            "Another test's result came the day it was chased.",
            (OTHER_TEST, TEST, chased("Mon 2018-11-12"), received("Mon 2018-11-12", ["hv"], test="other")),
            "Tue 2018-11-20",
            (Expect(trigger="other"), *TWO),
        ),
    ),
)

WK_05_PREPARED = Spec(
    "WK-05",
    (
        Example(
            "Handed over the week before, the family not told.",
            (SAM, handover("Fri 2018-10-05", family_told=False), RAVI),
            "Mon 2018-10-22",
            (Expect(state="overdue"),),
        ),
        Example(
            "Handed over before the worker before came: that was another change.",
            (handover("Fri 2018-08-31"), SAM, RAVI),
            "Mon 2018-10-22",
            (Expect(state="overdue", trigger="al2"),),
        ),
    ),
)


def seen(day):  # type: ignore[no-untyped-def]
    """Four signs from two agencies in one day."""
    fields = {"neglect": ["physical", "medical"], "other": [], "text": "What was seen.", "setting": "school"}
    return tuple(given(f"{by}-{day}", "observation_recorded", day, by=by, **fields) for by in ("dsl", "hv"))


NEG_01_AGAIN = Spec(
    "NEG-01",
    (
        Example(
            "Signs gather again 89 days later.",
            (*seen("Mon 2019-01-07"), *seen("Sat 2019-04-06")),
            "Tue 2019-04-30",
            (Expect(starts="2019-01-07"),),
        ),
        Example(
            "Signs gather again 90 days later.",
            (*seen("Mon 2019-01-07"), *seen("Sun 2019-04-07")),
            "Tue 2019-04-30",
            (Expect(starts="2019-01-07"), Expect(starts="2019-04-07")),
        ),
    ),
)

UNCHECKED = (Expect(state="overdue", due="2018-11-03T18:00:00Z"),)

KIN_01_BEFORE = Spec(
    "KIN-01",
    (
        Example("Checked the day before.", (checked("Thu 2018-11-01"), FRIDAY), "Mon 2018-11-05", ()),
        Example("Checked that morning.", (checked("Fri 2018-11-02T10:00"), FRIDAY), "Mon 2018-11-05", ()),
        Example(
            "Somebody else was checked the day before.", (checked("Thu 2018-11-01", AUNT), FRIDAY), "Mon 2018-11-05", UNCHECKED
        ),
        Example(
            "Somebody else was assessed the day before.", (viability("Thu 2018-11-01", AUNT), FRIDAY), "Mon 2018-11-05", UNCHECKED
        ),
        Example(
            "Found not suitable the day before: that is known, and another matter.",
            (viability("Thu 2018-11-01", outcome="not_suitable"), FRIDAY),
            "Mon 2018-11-05",
            (),
        ),
        Example(
            "More was asked for the day before.",
            (viability("Thu 2018-11-01", outcome="more_needed"), FRIDAY),
            "Mon 2018-11-05",
            UNCHECKED,
        ),
    ),
)
