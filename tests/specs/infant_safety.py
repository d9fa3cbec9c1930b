"""Babies: where they sleep, and what a diagnosis at birth says about the whole family."""

from tests.specs.kit import CHILD, MOTHER, OTHER_SIBLING, SIBLING, Example, Expect, Given, Spec, given, person
from tests.specs.limits import sides

BABY = {CHILD: person(CHILD, "Ash", "2019-02-11")}
BORN = given("born", "birth_recorded", "Mon 2019-02-11", child=CHILD)


def slept(happened: str, **rest: object) -> Given:
    """Somebody looked at where the baby sleeps."""
    return given("ss", "safer_sleep_assessed", happened, place="Moses basket by the bed", **rest)


def stay(happened: str, **rest: object) -> Given:
    """A stay with the grandmother."""
    return given("st", "stay_started", happened, **({"with_": ["gran"], "arrangement": "family", "overnight": True} | rest))


def moved(happened: str, who: str = MOTHER) -> Given:
    """Mother has a new address."""
    return given("mv", "address_changed", happened, person=who, address="12 Mill Lane", confirmed_by="sam")


def incident(happened: str, kind: str = "substance_use") -> Given:
    """Something happened at home."""
    return given("in", "incident_recorded", happened, kind=kind, involved=[MOTHER], children_present="yes")


def disclosed(happened: str, kind: str = "low mood and depression") -> Given:
    """Mother tells a service something."""
    return given("di", "adult_disclosure_recorded", happened, adult=MOTHER, kind=kind)


UB_07 = Spec(
    "UB-07",
    (
        *sides(
            "Assessed",
            (BORN,),
            slept,
            ("Mon 2019-02-11", "Tue 2019-02-12", "Wed 2019-02-13"),
            "Thu 2019-02-28",
            "2019-02-12",
            "2019-02-13",
            people=BABY,
        ),
        Example(
            "Another child's birth is not this child's.",
            (given("born", "birth_recorded", "Fri 2019-11-29", child=SIBLING, about=(CHILD, SIBLING)),),
            "Tue 2019-12-31",
            (),
            people=BABY,
        ),
        Example(
            "A night with the grandmother: assessed by the next working day.",
            (stay("Fri 2019-11-29"),),
            "Tue 2019-12-31",
            (Expect(state="overdue", due="2019-12-02", raised_on="2019-12-03"),),
            people=BABY,
        ),
        Example(
            "An afternoon with her: no new place to sleep.",
            (stay("Fri 2019-11-29", overnight=False),),
            "Tue 2019-12-31",
            (),
            people=BABY,
        ),
        Example(
            "A foster home is a new place to sleep, whether or not anybody wrote overnight.",
            (stay("Fri 2019-11-29", arrangement="foster", overnight=None),),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
            people=BABY,
        ),
        Example("So is a new address.", (moved("Fri 2019-11-29"),), "Tue 2019-12-31", (Expect(state="overdue"),), people=BABY),
        Example(
            "Substance use at home is a change.",
            (incident("Fri 2019-11-29"),),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
            people=BABY,
        ),
        Example(
            "An arrest for something else is none.",
            (incident("Fri 2019-11-29", "arrest"),),
            "Tue 2019-12-31",
            (),
            people=BABY,
        ),
        Example(
            "What Mother tells about her mental health is one.",
            (disclosed("Fri 2019-11-29"),),
            "Tue 2019-12-31",
            (Expect(state="overdue", trigger="di"),),
            people=BABY,
        ),
        Example(
            "What she tells about her rent is none.",
            (disclosed("Fri 2019-11-29", "rent arrears"),),
            "Tue 2019-12-31",
            (),
            people=BABY,
        ),
        Example(
            "The day before the second birthday.",
            (moved("Wed 2021-02-10"),),
            "Sun 2021-02-28",
            (Expect(state="overdue"),),
            people=BABY,
        ),
        Example("The second birthday.", (moved("Thu 2021-02-11"),), "Sun 2021-02-28", (), people=BABY),
        Example(
            "A move before the birth is not yet the baby's; the birth is.",
            (given("sd", "assessment_started", "Mon 2019-01-07", kind="pre_birth"), moved("Mon 2019-01-14"), BORN),
            "Thu 2019-02-28",
            (Expect(state="overdue", trigger="born"),),
            people={CHILD: person(CHILD, "Ash", None)},
        ),
        Example(
            "A child whose age nobody knows may be one: it cannot be told.",
            (moved("Fri 2019-11-29"),),
            "Tue 2019-12-31",
            (
                Expect(
                    state="cannot_tell",
                    due=None,
                    says=(
                        "Address changed on 29 Nov 2019; cannot tell about safer sleep assessment: "
                        "the date of birth is not recorded."
                    ),
                ),
            ),
            people={CHILD: person(CHILD, "Ash", None)},
        ),
        Example(
            "A mother whose age nobody knows is none.",
            (given("di", "adult_disclosure_recorded", "Fri 2019-11-29", adult=MOTHER, kind="depression", about=(MOTHER,)),),
            "Tue 2019-12-31",
            (),
            child=MOTHER,
            people={MOTHER: person(MOTHER, "Maple", None)},
        ),
        Example(
            "A baby who dies needs no bed.",
            (BORN, given("died", "death_recorded", "Tue 2019-02-12", person=CHILD)),
            "Thu 2019-02-28",
            (Expect(state="not_required", raised_on=None),),
            people=BABY,
        ),
    ),
)


def diagnosed(happened: str, code: str = "P96.1", text: str = "Neonatal abstinence syndrome") -> Given:
    """A paediatrician's diagnosis."""
    return given("dx", "diagnosis_recorded", happened, code=code, text=text, by="hv")


def discussed(happened: str, about: tuple[str, ...] = (CHILD, SIBLING, OTHER_SIBLING), **rest: object) -> Given:
    """A strategy discussion."""
    return given("sd", "strategy_discussion_held", happened, decision="section47", about=about, **rest)


UB_08 = Spec(
    "UB-08",
    (
        *sides(
            "Discussed",
            (diagnosed("Mon 2019-02-11"),),
            discussed,
            ("Mon 2019-02-11", "Tue 2019-02-12", "Wed 2019-02-13"),
            "Thu 2019-02-28",
            "2019-02-12",
            "2019-02-13",
            people=BABY,
        ),
        Example(
            "The baby alone was talked about: the brother and the sister were not.",
            (diagnosed("Mon 2019-02-11"), discussed("Tue 2019-02-12", (CHILD, SIBLING))),
            "Thu 2019-02-28",
            (Expect(state="overdue"),),
            people=BABY,
        ),
        Example(
            "A grown-up sister need not be part of it.",
            (diagnosed("Mon 2019-02-11"), discussed("Tue 2019-02-12", (CHILD, SIBLING))),
            "Thu 2019-02-28",
            (Expect(state="met"),),
            people=BABY | {OTHER_SIBLING: person(OTHER_SIBLING, "Cedar", "2000-01-10")},
        ),
        Example(
            "The code alone is enough.",
            (diagnosed("Mon 2019-02-11", text="Withdrawal"),),
            "Thu 2019-02-28",
            (Expect(state="overdue"),),
            people=BABY,
        ),
        Example(
            "So is the name alone.",
            (diagnosed("Mon 2019-02-11", code=""),),
            "Thu 2019-02-28",
            (Expect(state="overdue"),),
            people=BABY,
        ),
        Example(
            "Another diagnosis starts nothing.",
            (diagnosed("Mon 2019-02-11", "P59.9", "Neonatal jaundice"),),
            "Thu 2019-02-28",
            (),
            people=BABY,
        ),
        Example(
            "The baby's death does not end the need to look at the others.",
            (diagnosed("Mon 2019-02-11"), given("died", "death_recorded", "Tue 2019-02-12", person=CHILD)),
            "Thu 2019-02-28",
            (Expect(state="overdue"),),
            people=BABY,
        ),
    ),
)
