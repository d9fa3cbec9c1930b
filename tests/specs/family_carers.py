"""Relatives and friends who take the children: who they are is checked, and soon."""

from tests.specs.kit import GRANDMOTHER, SIBLING, Example, Expect, Given, Spec, given

AUNT = "aunt"


def stay(happened: str | tuple[str, str], id: str = "st", with_: str = GRANDMOTHER, **rest: object) -> Given:
    """The child begins to stay overnight with a relative, arranged within the family."""
    return given(id, "stay_started", happened, with_=[with_], **({"arrangement": "family", "overnight": True} | rest))


def home_again(happened: str, id: str = "home", **rest: object) -> Given:
    """The stay ends."""
    return given(id, "stay_ended", happened, **rest)


def checked(happened: str, carer: str = GRANDMOTHER, **rest: object) -> Given:
    """The quick checks of a carer."""
    data = {"police": True, "health": True, "sleeping_place": True, "outcome": "Safe for now"} | rest
    return given("ok", "safety_check_completed", happened, carer=carer, **data)


def viability(happened: str, carer: str = GRANDMOTHER, outcome: str = "suitable", **rest: object) -> Given:
    """The first assessment of a carer."""
    return given("via", "viability_assessed", happened, carer=carer, outcome=outcome, **rest)


FRIDAY = stay("Fri 2018-11-02T18:00")

KIN_01 = Spec(
    "KIN-01",
    (
        Example(
            "Checked a minute before a day was up: in time.",
            (FRIDAY, checked("Sat 2018-11-03T17:59")),
            "Mon 2018-11-05",
            (Expect(state="met", due="2018-11-03T18:00:00Z", met_by="ok", raised_on=None),),
        ),
        Example(
            "At twenty-four hours: in time.",
            (FRIDAY, checked("Sat 2018-11-03T18:00")),
            "Mon 2018-11-05",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late. It was a Saturday, and that does not stop the clock.",
            (FRIDAY, checked("Sat 2018-11-03T18:01")),
            "Mon 2018-11-05",
            (Expect(state="met_late", raised_on="2018-11-03"),),
        ),
        Example(
            "A viability assessment is more than a check.",
            (FRIDAY, viability("Sat 2018-11-03T12:00")),
            "Mon 2018-11-05",
            (Expect(state="met", met_by="via"),),
        ),
        Example(
            "An assessment that asks for more has not answered it.",
            (FRIDAY, viability("Sat 2018-11-03T12:00", outcome="more_needed")),
            "Mon 2018-11-05",
            (Expect(state="overdue"),),
        ),
        Example(
            "A check of the aunt is none of the grandmother.",
            (FRIDAY, checked("Sat 2018-11-03T12:00", carer=AUNT)),
            "Mon 2018-11-05",
            (Expect(state="overdue"),),
        ),
        Example(
            "A carer who had been checked before the stay needs no second check.",
            (checked("Mon 2018-10-01"), FRIDAY),
            "Mon 2018-11-05",
            (),
        ),
        Example(
            "One whose assessment had asked for more had not been.",
            (viability("Mon 2018-10-01", outcome="more_needed"), FRIDAY),
            "Mon 2018-11-05",
            (Expect(state="overdue", raised_on="2018-11-03"),),
        ),
        Example(
            "Children who stay with a parent stay with a parent.",
            (stay("Fri 2018-11-02T18:00", arrangement="parents"),),
            "Mon 2018-11-05",
            (),
        ),
        Example(
            "A foster carer is checked under the fostering regulations.",
            (stay("Fri 2018-11-02T18:00", arrangement="foster"),),
            "Mon 2018-11-05",
            (),
        ),
        Example("An afternoon is not a night.", (stay("Fri 2018-11-02T15:00", overnight=False),), "Mon 2018-11-05", ()),
        Example(
            "A check filed on the brother alone is of the same grandmother.",
            (FRIDAY, checked("Sat 2018-11-03T12:00", about=(SIBLING,))),
            "Mon 2018-11-05",
            (Expect(state="met"),),
        ),
        Example(
            "A stay that nobody wrote down until Monday shows on Monday.",
            (stay("Fri 2018-11-02T18:00", recorded="Mon 2018-11-05T09:00"),),
            "Tue 2018-11-06",
            (Expect(state="overdue", due="2018-11-03T18:00:00Z", raised_on="2018-11-05"),),
        ),
        Example(
            "Where only the day is known, the count is from the end of it.",
            (stay("Fri 2018-11-02"), checked("Sat 2018-11-03T23:00")),
            "Mon 2018-11-05",
            (Expect(state="met", due="2018-11-04T00:00:00Z", approximate=True),),
        ),
        Example(
            "An assessment of the aunt is none of the grandmother.",
            (FRIDAY, viability("Sat 2018-11-03T12:00", carer=AUNT)),
            "Mon 2018-11-05",
            (Expect(state="overdue"),),
        ),
    ),
)

KIN_02 = Spec(
    "KIN-02",
    (
        Example(
            "An assessment that asks for more is not complete.",
            (stay("Fri 2018-11-02"), home_again("Mon 2018-11-05"), viability("Mon 2018-11-12", outcome="more_needed")),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A second stay within four weeks: assessed on the ninth working day after it, in time.",
            (stay("Fri 2018-11-02"), home_again("Sat 2018-11-03"), stay("Fri 2018-11-16", id="st2"), viability("Thu 2018-11-29")),
            "Mon 2018-12-31",
            (Expect(state="met", starts="2018-11-16", due="2018-11-30", trigger="st2", met_by="via", raised_on=None),),
        ),
        Example(
            "On the tenth: in time.",
            (stay("Fri 2018-11-02"), home_again("Sat 2018-11-03"), stay("Fri 2018-11-16", id="st2"), viability("Fri 2018-11-30")),
            "Mon 2018-12-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the eleventh: late.",
            (stay("Fri 2018-11-02"), home_again("Sat 2018-11-03"), stay("Fri 2018-11-16", id="st2"), viability("Mon 2018-12-03")),
            "Mon 2018-12-31",
            (Expect(state="met_late", raised_on="2018-12-01"),),
        ),
        Example(
            "One stay of three nights: it counts from the third.",
            (stay("Fri 2018-11-02"), home_again("Mon 2018-11-05")),
            "Mon 2018-12-31",
            (Expect(state="overdue", starts="2018-11-04", due="2018-11-16", raised_on="2018-11-17"),),
        ),
        Example("One of two nights is not enough.", (stay("Fri 2018-11-02"), home_again("Sun 2018-11-04")), "Mon 2018-12-31", ()),
        Example("While the second night lasts, neither.", (stay("Fri 2018-11-02"),), "Sat 2018-11-03", ()),
        Example(
            "On the third it is.",
            (stay("Fri 2018-11-02"),),
            "Sun 2018-11-04",
            (Expect(state="running", starts="2018-11-04"),),
        ),
        Example(
            "A second stay on the twenty-eighth day, the day the first ended being the first: it counts.",
            (stay("Fri 2018-11-02"), home_again("Sat 2018-11-03"), stay("Fri 2018-11-30", id="st2")),
            "Mon 2018-12-03",
            (Expect(state="running", starts="2018-11-30"),),
        ),
        Example(
            "A day later: it does not.",
            (
                stay("Fri 2018-11-02"),
                home_again("Sat 2018-11-03"),
                stay("Sat 2018-12-01", id="st2"),
                home_again("Sun 2018-12-02", id="home2"),
            ),
            "Mon 2018-12-03",
            (),
        ),
        Example(
            "One stay with the grandmother and one with the aunt are no pattern with either.",
            (
                stay("Fri 2018-11-02"),
                home_again("Sat 2018-11-03"),
                stay("Fri 2018-11-16", id="st2", with_=AUNT),
                home_again("Sat 2018-11-17", id="h2"),
            ),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "The quick checks of the first night are no assessment.",
            (stay("Fri 2018-11-02"), checked("Fri 2018-11-02"), home_again("Sat 2018-11-03"), stay("Fri 2018-11-16", id="st2")),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A carer who was assessed before needs no second one.",
            (viability("Mon 2018-10-01"), stay("Fri 2018-11-02"), home_again("Sat 2018-11-03"), stay("Fri 2018-11-16", id="st2")),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "The third stay and the fourth are the same pattern: it is said once.",
            (
                stay("Fri 2018-11-02"),
                home_again("Sat 2018-11-03"),
                stay("Fri 2018-11-09", id="st2"),
                home_again("Sat 2018-11-10", id="h2"),
                stay("Fri 2018-11-16", id="st3"),
                home_again("Sat 2018-11-17", id="h3"),
            ),
            "Mon 2018-12-31",
            (Expect(state="overdue", trigger="st2", due="2018-11-23"),),
        ),
        Example(
            "The second stay is moved to the brother by a correction: there was no pattern, and that it had shown stays.",
            (
                stay("Fri 2018-11-02"),
                home_again("Sat 2018-11-03"),
                stay("Fri 2018-11-16", id="st2"),
                stay(
                    "Fri 2018-11-16",
                    id="st3",
                    about=(SIBLING,),
                    recorded="Wed 2018-12-05T09:00",
                    corrects="st2",
                    reason="Birch went.",
                ),
            ),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on="2018-12-01", withdrawn_on="2018-12-05"),),
        ),
        Example(
            "An assessment of the aunt is none of the grandmother.",
            (stay("Fri 2018-11-02"), home_again("Mon 2018-11-05"), viability("Fri 2018-11-09", carer=AUNT)),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
    ),
)
