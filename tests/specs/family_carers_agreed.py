"""A stay that professionals agreed: what it is in law, what the carer needs, and what the child wants."""

from tests.specs.family_carers import AUNT, home_again, stay
from tests.specs.kit import CHILD, GRANDMOTHER, MOTHER, SIBLING, Example, Expect, Given, Spec, given, person
from tests.specs.voice import voice

AGREED = stay("Fri 2018-11-02", agreed_by=["sam", MOTHER])
AGREED_LOOSELY = stay("Fri 2018-11-02", arrangement="other", agreed_by=["csc"])


def support(happened: str, carer: str = GRANDMOTHER, **rest: object) -> Given:
    """What the carer needs, and who sees to it."""
    return given("sup", "carer_support_planned", happened, carer=carer, text="A bed, and school runs.", **rest)


KIN_04 = Spec(
    "KIN-04",
    (
        Example(
            "Planned on the fourth working day: in time.",
            (AGREED, support("Thu 2018-11-08")),
            "Fri 2018-11-30",
            (Expect(state="met", due="2018-11-09", met_by="sup", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.",
            (AGREED, support("Fri 2018-11-09")),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (AGREED, support("Mon 2018-11-12")),
            "Fri 2018-11-30",
            (Expect(state="met_late", raised_on="2018-11-10"),),
        ),
        Example(
            "A stay the family agreed among themselves asks for no plan of ours.",
            (stay("Fri 2018-11-02", agreed_by=[MOTHER, GRANDMOTHER]),),
            "Fri 2018-11-30",
            (),
        ),
        Example("Nor one of which nobody said who agreed it.", (stay("Fri 2018-11-02"),), "Fri 2018-11-30", ()),
        Example(
            "Nor one that is not for the night.",
            (stay("Fri 2018-11-02", agreed_by=["sam"], overnight=False),),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Nor one with foster carers, who have a service of their own.",
            (stay("Fri 2018-11-02", agreed_by=["sam"], arrangement="foster"),),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Support for the aunt is none for the grandmother.",
            (AGREED, support("Thu 2018-11-08", carer=AUNT)),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "That professionals had agreed it was added a week later: it shows from then.",
            (
                stay("Fri 2018-11-02"),
                stay(
                    "Fri 2018-11-02",
                    id="st2",
                    agreed_by=["sam"],
                    recorded="Mon 2018-11-12T09:00",
                    corrects="st",
                    reason="Sam agreed.",
                ),
            ),
            "Fri 2018-11-30",
            (Expect(state="overdue", due="2018-11-09", raised_on="2018-11-12"),),
        ),
    ),
)


def in_law(happened: str, what: str = "st", **rest: object) -> Given:
    """Somebody decides what the stay is in law."""
    return given("law", "arrangement_decided", happened, stay=what, basis="section20", **rest)


KIN_05 = Spec(
    "KIN-05",
    (
        Example(
            "A stay that says what it is in law needs nothing more.",
            (AGREED,),
            "Fri 2018-11-30",
            (Expect(state="met", due="2018-11-05", met_by="st", met_on="2018-11-02", raised_on=None),),
        ),
        Example(
            "Where it does not, somebody decides the same day: in time.",
            (AGREED_LOOSELY, in_law("Fri 2018-11-02")),
            "Fri 2018-11-30",
            (Expect(state="met", due="2018-11-05", met_by="law", raised_on=None),),
        ),
        Example(
            "On the next working day: in time.",
            (AGREED_LOOSELY, in_law("Mon 2018-11-05")),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day later: late.",
            (AGREED_LOOSELY, in_law("Tue 2018-11-06")),
            "Fri 2018-11-30",
            (Expect(state="met_late", raised_on="2018-11-06"),),
        ),
        Example(
            "What another stay is says nothing of this one.",
            (
                AGREED_LOOSELY,
                stay("Fri 2018-10-05", id="st0"),
                home_again("Sun 2018-10-07"),
                in_law("Mon 2018-11-05", what="st0"),
            ),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "A stay the family arranged without anybody is theirs to arrange.",
            (stay("Fri 2018-11-02", arrangement="other", agreed_by=[MOTHER, "aunt"]),),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "One that was corrected to say what it is: met, and that it had shown stays.",
            (
                AGREED_LOOSELY,
                stay(
                    "Fri 2018-11-02",
                    id="st2",
                    arrangement="section20",
                    agreed_by=["csc"],
                    recorded="Thu 2018-11-08T09:00",
                    corrects="st",
                    reason="The mother had signed.",
                ),
            ),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on="2018-11-06"),),
        ),
        Example(
            "A stay on a Saturday counts from that day: Monday is the first working day.",
            (stay("Sat 2018-11-03", arrangement="other", agreed_by=["duty"]),),
            "Tue 2018-11-06",
            (Expect(state="overdue", due="2018-11-05"),),
        ),
        Example(
            "An afternoon needs no basis in law.",
            (stay("Fri 2018-11-02", overnight=False, agreed_by=["sam"]),),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A foster placement has one.",
            (stay("Fri 2018-11-02", arrangement="foster", agreed_by=["sam"]),),
            "Fri 2018-11-30",
            (),
        ),
    ),
)

AT_SIX = stay("Fri 2018-11-02T18:00")

KIN_06 = Spec(
    "KIN-06",
    (
        Example(
            "A child watched there on the day before a third birthday has been asked as far as can be.",
            (AT_SIX, given("obs", "observation_recorded", "Sat 2018-11-03T10:00", text="Slept well.", setting="home")),
            "Mon 2018-11-05",
            (Expect(state="met", met_by="obs"),),
            people={CHILD: person(CHILD, "Ash", "2015-11-04", "F")},
        ),
        Example(
            "From the third birthday on, watching is not asking.",
            (AT_SIX, given("obs", "observation_recorded", "Sat 2018-11-03T10:00", text="Slept well.", setting="home")),
            "Mon 2018-11-05",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2015-11-03", "F")},
        ),
        Example(
            "Asked as it was arranged: met at once.",
            (stay("Fri 2018-11-02T18:00", child_asked=True),),
            "Mon 2018-11-05",
            (Expect(state="met", due="2018-11-03T18:00:00Z", met_by="st", raised_on=None),),
        ),
        Example(
            "Asked a minute before a day was up: in time.",
            (AT_SIX, voice("Sat 2018-11-03T17:59")),
            "Mon 2018-11-05",
            (Expect(state="met", met_by="said", raised_on=None),),
        ),
        Example(
            "At twenty-four hours: in time.",
            (AT_SIX, voice("Sat 2018-11-03T18:00")),
            "Mon 2018-11-05",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late.",
            (AT_SIX, voice("Sat 2018-11-03T18:01")),
            "Mon 2018-11-05",
            (Expect(state="met_late", raised_on="2018-11-03"),),
        ),
        Example(
            "Not asked, and it says so.",
            (stay("Fri 2018-11-02T18:00", child_asked=False),),
            "Mon 2018-11-05",
            (Expect(state="overdue"),),
        ),
        Example(
            "What the brother said is his.",
            (AT_SIX, voice("Sat 2018-11-03T12:00", child=SIBLING, about=(CHILD, SIBLING))),
            "Mon 2018-11-05",
            (Expect(state="overdue", raised_on="2018-11-03"),),
        ),
        Example(
            "For a baby, how she was there is what she says.",
            (
                AT_SIX,
                given("o", "observation_recorded", "Sat 2018-11-03T10:00", text="Slept through.", setting="grandmother's home"),
            ),
            "Mon 2018-11-05",
            (Expect(state="met", met_by="o"),),
            people={CHILD: person(CHILD, "Ash", "2018-01-10")},
        ),
        Example(
            "A child in foster care is asked as well.",
            (stay("Fri 2018-11-02T18:00", arrangement="foster"),),
            "Mon 2018-11-05",
            (Expect(state="overdue"),),
        ),
        Example("With parents nobody asks.", (stay("Fri 2018-11-02T18:00", arrangement="parents"),), "Mon 2018-11-05", ()),
        Example(
            "Where it was not written down whether it was overnight, it is not taken to be.",
            (given("st", "stay_started", "Fri 2018-11-02T18:00", with_=[GRANDMOTHER], arrangement="family"),),
            "Mon 2018-11-05",
            (),
        ),
        Example(
            "So is an ordinary day of hers there, for a baby.",
            (AT_SIX, given("day", "day_in_the_life_recorded", "Sat 2018-11-03T10:00", text="Porridge, then the park.")),
            "Mon 2018-11-05",
            (Expect(state="met", met_by="day"),),
            people={CHILD: person(CHILD, "Ash", "2018-01-10")},
        ),
        Example(
            "But a child of eight can be asked.",
            (AT_SIX, given("day", "day_in_the_life_recorded", "Sat 2018-11-03T10:00", text="Porridge, then the park.")),
            "Mon 2018-11-05",
            (Expect(state="overdue"),),
        ),
    ),
)
