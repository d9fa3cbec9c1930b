"""Strategy discussions: soon, and with the people who know."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, contact, given

REFERRED = contact("c", "Fri 2019-11-29T15:00")


def decided(happened: str = "Fri 2019-11-29T17:00", decision: str = "strategy_discussion", **rest: object) -> Given:
    """What a manager decided about the contact."""
    return given("d", "contact_decided", happened, contact="c", decision=decision, reasons="A burn, not explained.", **rest)


def discussion(happened: str, present: list[dict[str, str]] | None = None, **rest: object) -> Given:
    """A strategy discussion, with who took part."""
    data = {} if present is None else {"present": present}
    return given("sd", "strategy_discussion_held", happened, decision="section47", **data, **rest)


CP_01 = Spec(
    "CP-01",
    (
        Example(
            "Held a minute before a day was up, on a Saturday: in time.",
            (REFERRED, decided(), discussion("Sat 2019-11-30T16:59")),
            "Mon 2019-12-02",
            (Expect(state="met", due="2019-11-30T17:00:00Z", trigger="d", raised_on=None),),
        ),
        Example(
            "At twenty-four hours: in time.",
            (REFERRED, decided(), discussion("Sat 2019-11-30T17:00")),
            "Mon 2019-12-02",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late. A weekend does not stop the clock.",
            (REFERRED, decided(), discussion("Sat 2019-11-30T17:01")),
            "Mon 2019-12-02",
            (Expect(state="met_late", raised_on="2019-11-30"),),
        ),
        Example(
            "When the clocks go forward, twenty-four hours end an hour later on the clock face.",
            (contact("c", "Sat 2019-03-30T15:00"), decided("Sat 2019-03-30T17:00"), discussion("Sun 2019-03-31T18:00")),
            "Mon 2019-04-01",
            (Expect(state="met", due="2019-03-31T17:00:00Z"),),
        ),
        Example(
            "A discussion held before it was decided to hold one does not count.",
            (REFERRED, discussion("Fri 2019-11-29T16:00"), decided()),
            "Mon 2019-12-02",
            (Expect(state="overdue", raised_on="2019-11-30"),),
        ),
        Example(
            "A discussion about a brother alone is not this child's.",
            (
                contact("c", "Fri 2019-11-29T15:00", about=(CHILD, SIBLING)),
                decided(),
                discussion("Fri 2019-11-29T18:00", about=(SIBLING,)),
            ),
            "Mon 2019-12-02",
            (Expect(state="overdue"),),
        ),
        Example(
            "A decision to assess wants no strategy discussion.", (REFERRED, decided(decision="assessment")), "Mon 2019-12-02", ()
        ),
        Example(
            "Where only the day of the decision is known, it counts from the end of it.",
            (REFERRED, decided("Fri 2019-11-29"), discussion("Sat 2019-11-30T23:00")),
            "Mon 2019-12-02",
            (Expect(state="met", due="2019-12-01T00:00:00Z", approximate=True),),
        ),
        Example(
            "Where only the day of the discussion is known, it counts in favour, and says that it is about then.",
            (REFERRED, decided(), discussion("Sat 2019-11-30")),
            "Mon 2019-12-02",
            (Expect(state="met", approximate=True, raised_on=None),),
        ),
        Example(
            "Held in time and written down on Tuesday: it had shown, and was no breach.",
            (REFERRED, decided(), discussion("Sat 2019-11-30T10:00", recorded="Tue 2019-12-03T09:00")),
            "Wed 2019-12-04",
            (Expect(state="met", raised_on="2019-11-30"),),
        ),
    ),
)

SOCIAL_CARE = {"role": "team_manager", "organisation": "csc"}
POLICE = {"role": "police_officer", "organisation": "police"}
HEALTH = {"role": "health_visitor", "organisation": "health"}
SCHOOL = {"role": "designated_safeguarding_lead", "organisation": "school"}
DAY = "Fri 2018-09-14"

CP_02 = Spec(
    "CP-02",
    (
        Example(
            "Children's social care, the police and health: it could decide.",
            (discussion(DAY, [SOCIAL_CARE, POLICE, HEALTH]),),
            "Mon 2018-09-17",
            (Expect(state="met", due="2018-09-14", met_on="2018-09-14", raised_on=None),),
        ),
        Example(
            "Without health it could not, and that shows the same day.",
            (discussion(DAY, [SOCIAL_CARE, POLICE, SCHOOL]),),
            "Fri 2018-09-14",
            (Expect(state="overdue", raised_on="2018-09-14"),),
        ),
        Example(
            "Nor without the police.", (discussion(DAY, [SOCIAL_CARE, HEALTH]),), "Mon 2018-09-17", (Expect(state="overdue"),)
        ),
        Example(
            "Nor without children's social care.",
            (discussion(DAY, [POLICE, HEALTH, SCHOOL]),),
            "Mon 2018-09-17",
            (Expect(state="overdue"),),
        ),
        Example("Nor with nobody.", (discussion(DAY, []),), "Mon 2018-09-17", (Expect(state="overdue"),)),
        Example(
            "A paediatrician is health, whatever agency was written down.",
            (
                discussion(
                    DAY,
                    [{"role": "social worker"}, {"role": "Detective, Northmere Police"}, {"role": "Consultant paediatrician"}],
                ),
            ),
            "Mon 2018-09-17",
            (Expect(state="met"),),
        ),
        Example(
            "Where nobody wrote down who took part, it cannot be told.",
            (discussion(DAY),),
            "Mon 2018-09-17",
            (
                Expect(
                    state="cannot_tell",
                    raised_on=None,
                    says=(
                        "Strategy discussion on 14 Sep 2018; cannot tell about children's social care, police and health all "
                        "present: who was present is not recorded."
                    ),
                ),
            ),
        ),
        Example(
            "A health visitor who was there after all is added by a correction: met, and that it had shown stays.",
            (
                discussion(DAY, [SOCIAL_CARE, POLICE]),
                given(
                    "sd2",
                    "strategy_discussion_held",
                    DAY,
                    recorded="Tue 2018-09-18T09:00",
                    corrects="sd",
                    reason="The health visitor rang in.",
                    decision="section47",
                    present=[SOCIAL_CARE, POLICE, HEALTH],
                ),
            ),
            "Wed 2018-09-19",
            (Expect(state="met", raised_on="2018-09-14"),),
        ),
        Example(
            "A second discussion with everybody is its own, and does not undo the first.",
            (
                discussion(DAY, [SOCIAL_CARE, POLICE]),
                given(
                    "sd2",
                    "strategy_discussion_held",
                    "Mon 2018-09-17",
                    decision="section47",
                    present=[SOCIAL_CARE, POLICE, HEALTH],
                ),
            ),
            "Wed 2018-09-19",
            (Expect(state="overdue", trigger="sd"), Expect(state="met", trigger="sd2")),
        ),
        Example(
            "A discussion about a brother alone says nothing of this child.",
            (discussion(DAY, [SOCIAL_CARE], about=(SIBLING,)),),
            "Mon 2018-09-17",
            (),
        ),
        Example(
            "Before the guidance began there was no such standard.",
            (discussion("Fri 2013-04-12", [SOCIAL_CARE]),),
            "Mon 2013-04-15",
            (),
        ),
    ),
)
