"""What health and the agencies already know of a relative is asked for, and comes."""

from tests.specs.family_carers import AUNT, checked, viability
from tests.specs.kit import FATHER, GRANDMOTHER, MOTHER, Example, Expect, Spec, given

BEGUN = given("vs", "viability_started", "Mon 2018-11-05", carer=GRANDMOTHER)

KIN_03 = Spec(
    "KIN-03",
    (
        Example(
            "Health and the agencies' own knowledge of her came on the fourth working day: in time.",
            (BEGUN, checked("Fri 2018-11-09")),
            "Fri 2018-11-30",
            (Expect(state="met", due="2018-11-12", met_by="ok", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.",
            (BEGUN, checked("Mon 2018-11-12")),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (BEGUN, checked("Tue 2018-11-13")),
            "Fri 2018-11-30",
            (Expect(state="met_late", raised_on="2018-11-13"),),
        ),
        Example(
            "A check without health does not count.",
            (BEGUN, checked("Fri 2018-11-09", health=False)),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor one where nobody said whether health was asked.",
            (BEGUN, given("ok", "safety_check_completed", "Fri 2018-11-09", carer=GRANDMOTHER, outcome="Safe")),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "An assessment that names health among its checks does.",
            (BEGUN, viability("Fri 2018-11-09", checks=["police", "Health (GP)"])),
            "Fri 2018-11-30",
            (Expect(state="met", met_by="via"),),
        ),
        Example(
            "One that does not name it does not.",
            (BEGUN, viability("Fri 2018-11-09", checks=["police", "home"])),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "What is known of the father is not known of the grandmother.",
            (BEGUN, checked("Fri 2018-11-09", carer=FATHER)),
            "Fri 2018-11-30",
            (Expect(state="overdue", raised_on="2018-11-13"),),
        ),
        Example(
            "An assessment begun of mother and child's carer, about both, has the child's clock only.",
            (given("vs", "viability_started", "Mon 2018-11-05", carer=GRANDMOTHER, about=("ash", MOTHER)),),
            "Fri 2018-11-30",
            (),
            child=MOTHER,
        ),
        Example(
            "It came in time and was written down late: it had shown, and was no breach.",
            (BEGUN, checked("Mon 2018-11-12", recorded="Thu 2018-11-15T09:00")),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on="2018-11-13"),),
        ),
        Example(
            "An assessment of the aunt is none of the grandmother.",
            (BEGUN, viability("Fri 2018-11-09", carer=AUNT, checks=["health"])),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
    ),
)
