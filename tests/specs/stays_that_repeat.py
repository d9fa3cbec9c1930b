"""Stays that repeat with a carer nobody assessed: the standard that asks for the assessment, and the signal about it."""

from tests.specs.family_carers import AUNT, home_again, stay, viability
from tests.specs.kit import MOTHER, Example, Expect, Spec

FIRST = (stay("Fri 2018-11-02"), home_again("Sat 2018-11-03"))
END = "Mon 2018-12-31"
LATE = (Expect(state="overdue", starts="2018-11-16", due="2018-11-30"),)
WORRY = (Expect(state="raised", raised_on="2018-11-16", evidence=("st", "st2")),)
ASSESSED = viability("Mon 2018-10-01")


def second(happened="Fri 2018-11-16", **rest):  # type: ignore[no-untyped-def]
    """Another stay."""
    return stay(happened, id="st2", **rest)


def home_from_second(happened="Sat 2018-11-17"):  # type: ignore[no-untyped-def]
    """Home from it."""
    return home_again(happened, id="home2")


CASES = (
    ("The second was not overnight.", (*FIRST, second(overnight=False)), False),
    ("The second was a foster placement.", (*FIRST, second(arrangement="foster")), False),
    ("The second was with parents.", (*FIRST, second(with_=MOTHER, arrangement="parents")), False),
    ("Somebody else had been assessed.", (viability("Mon 2018-10-01", AUNT), *FIRST, second()), True),
    ("The carer had been assessed.", (ASSESSED, *FIRST, second()), False),
    ("More had been asked for.", (viability("Mon 2018-10-01", outcome="more_needed"), *FIRST, second()), True),
    (
        "28 days after the first ended it is one by itself.",
        (*FIRST, second("Sat 2018-12-01"), home_from_second("Sun 2018-12-02")),
        False,
    ),
)
MOVED_ON = (
    stay("Fri 2018-11-02"),
    stay("Sat 2018-11-03", id="aunts", with_=AUNT),
    home_again("Sun 2018-11-04"),
    second("Sat 2018-12-01"),
    home_from_second("Sun 2018-12-02"),
)

KIN_02_WHOSE = Spec(
    "KIN-02",
    (
        *(Example(says, entries, END, LATE if shown else ()) for says, entries, shown in CASES),
        Example("She went on from one to the other: the first stay ended as the next began.", MOVED_ON, END, ()),
        Example("27 days after the first ended.", (*FIRST, second("Fri 2018-11-30")), END, (Expect(starts="2018-11-30"),)),
    ),
)
CARER_UNASSESSED_WHOSE = Spec(
    "SIG-CARER-UNASSESSED",
    (
        *(Example(says, entries, END, WORRY if shown else ()) for says, entries, shown in CASES),
        Example("She went on from one to the other: the first stay ended as the next began.", MOVED_ON, END, ()),
        Example("27 days after the first ended.", (*FIRST, second("Fri 2018-11-30")), END, (Expect(raised_on="2018-11-30"),)),
        Example(
            "Assessed afterwards.", (*FIRST, second(), viability("Mon 2018-11-26")), END, (Expect(state="ended", met_by="via"),)
        ),
        Example(
            "Found not suitable afterwards.",
            (*FIRST, second(), viability("Mon 2018-11-26", outcome="not_suitable")),
            END,
            (Expect(state="ended"),),
        ),
        Example(
            "More was asked for afterwards.", (*FIRST, second(), viability("Mon 2018-11-26", outcome="more_needed")), END, WORRY
        ),
        Example("Somebody else was assessed afterwards.", (*FIRST, second(), viability("Mon 2018-11-26", AUNT)), END, WORRY),
        Example(
            "Again within 28 days: it has been said.",
            (*FIRST, second(), home_from_second(), stay("Sat 2018-12-08", id="st3")),
            END,
            WORRY,
        ),
    ),
)
