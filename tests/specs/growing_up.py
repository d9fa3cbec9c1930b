"""A child's clocks end at the eighteenth birthday and on death, and what is owed to whoever raised a concern does not."""

from tests.specs import (
    conferences,
    family_carers,
    family_carers_agreed,
    neglect,
    pre_proceedings,
    strategy,
    visits_first_and_bedrooms,
    voice,
    workers,
)
from tests.specs.family_carers import home_again, stay
from tests.specs.family_carers_health import BEGUN
from tests.specs.front_door import FRIDAY_TEATIME
from tests.specs.front_door_answers import DECIDED
from tests.specs.front_door_harm import AT_RISK, FRIDAY_NIGHT
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, on, person
from tests.specs.medical import TEST, agreed
from tests.specs.pre_proceedings_drift import STARTED
from tests.specs.voice_answers_and_conferences import SAID, booked
from tests.specs.workers_messages import ABSENT, message

ENDED = Expect(state="not_required", raised_on=None)
STILL_OWED = Expect(state="overdue")


def eighteen_on(birthday: str) -> dict[str, object]:
    """This child, born eighteen years before."""
    born = on(birthday)
    return {CHILD: person(CHILD, "Ash", f"{int(born[:4]) - 18}{born[4:]}")}


def at_eighteen(rule: str, entries: tuple[Given, ...], birthday: str, as_at: str, *wanted: Expect) -> Spec:
    """What the rule says of a child who turned eighteen, and of one who died that day, before it was due."""
    died = given("died", "death_recorded", birthday, person=CHILD)
    lines = wanted or (ENDED,)
    return Spec(
        rule,
        (
            Example("The eighteenth birthday.", entries, as_at, lines, people=eighteen_on(birthday)),
            Example("A death.", (*entries, died), as_at, lines),
        ),
    )


LATE_ON_FRIDAY = given(
    "i", "contact_received", "Fri 2019-11-29T23:30", from_={"role": "teacher"}, channel="phone", text="Bruised."
)

FD_01 = at_eighteen("FD-01", (LATE_ON_FRIDAY,), "Sat 2019-11-30", "Mon 2019-12-02")
FD_02 = at_eighteen("FD-02", (FRIDAY_TEATIME,), "Sat 2019-11-30", "Wed 2019-12-04")
FD_03 = at_eighteen("FD-03", (FRIDAY_TEATIME,), "Sat 2019-11-30", "Wed 2019-12-04", STILL_OWED)
FD_04 = at_eighteen("FD-04", DECIDED, "Tue 2018-11-06", "Mon 2018-11-12", STILL_OWED)
FD_05 = at_eighteen("FD-05", (FRIDAY_NIGHT,), "Sat 2019-11-30", "Mon 2019-12-02")
FD_06 = at_eighteen("FD-06", (AT_RISK,), "Sat 2019-11-30", "Mon 2019-12-02", Expect(state="not_required"))
WK_01 = at_eighteen("WK-01", (workers.SAM, workers.SICK), "Tue 2018-10-09", "Fri 2018-10-12")
WK_02 = at_eighteen(
    "WK-02", (ABSENT, message("Fri 2019-11-29T16:50")), "Sat 2019-11-30", "Mon 2019-12-02", Expect(state="not_required")
)
WK_03 = at_eighteen("WK-03", (FRIDAY_TEATIME,), "Sat 2019-11-30", "Wed 2019-12-04")
WK_05 = at_eighteen("WK-05", (workers.SAM, workers.RAVI), "Fri 2018-10-12", "Mon 2018-10-22")
CP_01 = at_eighteen("CP-01", (strategy.REFERRED, strategy.decided()), "Sat 2019-11-30", "Mon 2019-12-02")
CP_06 = at_eighteen("CP-06", (conferences.ENQUIRY,), "Fri 2018-10-05", "Wed 2018-10-31")
CP_14 = at_eighteen("CP-14", (booked(),), "Mon 2018-10-01", "Wed 2018-10-10")
CP_24 = at_eighteen("CP-24", (voice.PLAN,), "Wed 2018-10-17", "Wed 2018-10-31")
CP_31 = at_eighteen("CP-31", (voice.PLAN,), "Wed 2018-10-10", "Wed 2018-10-31")
CP_32 = at_eighteen("CP-32", (voice.PLAN,), "Wed 2018-10-31", "Fri 2018-11-30")
CP_33 = at_eighteen("CP-33", (voice.PLAN, visits_first_and_bedrooms.FIRST), "Mon 2018-10-22", "Mon 2018-10-29")
CP_34 = at_eighteen("CP-34", (voice.PLAN,), "Wed 2018-10-31", "Fri 2018-11-30")
CP_35 = at_eighteen("CP-35", (SAID,), "Mon 2018-11-12", "Fri 2018-11-30")
CP_40 = at_eighteen("CP-40", (voice.PLAN,), "Thu 2019-01-03", "Thu 2019-01-31")
CP_60 = at_eighteen("CP-60", (agreed(),), "Wed 2019-11-06", "Fri 2019-11-08")
CP_61 = at_eighteen("CP-61", (TEST,), "Mon 2018-11-12", "Fri 2018-11-30")
PLO_02 = at_eighteen("PLO-02", (pre_proceedings.planning(),), "Fri 2019-03-29", "Tue 2019-04-30", ENDED, ENDED)
PLO_03 = at_eighteen("PLO-03", (pre_proceedings.LETTER,), "Fri 2019-04-12", "Tue 2019-04-30")
PLO_04 = at_eighteen("PLO-04", (pre_proceedings.FIRST_MEETING,), "Wed 2019-04-24", "Fri 2019-05-31", ENDED, ENDED)
PLO_05 = at_eighteen("PLO-05", (pre_proceedings.FIRST_MEETING,), "Mon 2019-05-27", "Fri 2019-06-28")
PLO_06 = at_eighteen("PLO-06", (STARTED,), "Fri 2019-07-12", "Fri 2019-08-30")
PLO_07 = at_eighteen("PLO-07", (STARTED,), "Fri 2019-03-29", "Tue 2019-04-30")
PLO_08 = at_eighteen("PLO-08", (STARTED,), "Fri 2019-04-05", "Tue 2019-04-30")
KIN_01 = at_eighteen("KIN-01", (family_carers.FRIDAY,), "Sat 2018-11-03", "Mon 2018-11-05")
KIN_02 = at_eighteen("KIN-02", (stay("Fri 2018-11-02"), home_again("Mon 2018-11-05")), "Fri 2018-11-16", "Mon 2018-12-31")
KIN_03 = at_eighteen("KIN-03", (BEGUN,), "Mon 2018-11-12", "Fri 2018-11-30")
KIN_04 = at_eighteen("KIN-04", (family_carers_agreed.AGREED,), "Fri 2018-11-09", "Fri 2018-11-30")
KIN_05 = at_eighteen("KIN-05", (family_carers_agreed.AGREED_LOOSELY,), "Mon 2018-11-05", "Fri 2018-11-30")
KIN_06 = at_eighteen("KIN-06", (family_carers_agreed.AT_SIX,), "Sat 2018-11-03", "Mon 2018-11-05")
NEG_01 = at_eighteen("NEG-01", (neglect.PLAN,), "Wed 2018-10-31", "Fri 2018-11-30")

OVERDUE_AT_EIGHTEEN = Spec(
    "CP-30",
    (
        Example(
            "What was overdue on the eighteenth birthday has ended; it was not met, and that it had shown stays.",
            (voice.PLAN,),
            "Wed 2018-10-31",
            (Expect(state="not_required", met_by=None, due="2018-10-17", raised_on="2018-10-18"),),
            people=eighteen_on("Mon 2018-10-22"),
        ),
        Example(
            "The brother's clocks run on.",
            (
                voice.PLAN,
                given("ps", "plan_started", "Wed 2018-10-03", about=(SIBLING,), plan="child_protection", category="NEG"),
            ),
            "Wed 2018-10-31",
            (STILL_OWED,),
            child=SIBLING,
            people=eighteen_on("Mon 2018-10-22"),
        ),
    ),
)
