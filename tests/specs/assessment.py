"""Assessments are concluded in time."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, contact, given, person

REFERRED = contact("c", "Mon 2018-09-03")


def decided(decision: str = "assessment", happened: str = "Tue 2018-09-04", **rest: object) -> Given:
    """What a manager decided about the contact."""
    return given("d", "contact_decided", happened, contact="c", decision=decision, reasons="Cold and hungry.", **rest)


STARTED = given("as", "assessment_started", "Wed 2018-09-05", kind="child_and_family")


def completed(happened: str | tuple[str, str], **rest: object) -> Given:
    """The assessment ends."""
    return given("done", "assessment_completed", happened, assessment="as", outcome="A child in need plan.", **rest)


AS_01 = Spec(
    "AS-01",
    (
        Example(
            "Completed on the forty-fourth working day after the contact: in time.",
            (REFERRED, decided(), STARTED, completed("Fri 2018-11-02")),
            "Fri 2018-11-30",
            (Expect(state="met", starts="2018-09-03", due="2018-11-05", trigger="c", met_by="done", raised_on=None),),
        ),
        Example(
            "On the forty-fifth: in time.",
            (REFERRED, decided(), STARTED, completed("Mon 2018-11-05")),
            "Fri 2018-11-30",
            (Expect(state="met", met_on="2018-11-05", raised_on=None),),
        ),
        Example(
            "On the forty-sixth: late.",
            (REFERRED, decided(), STARTED, completed("Tue 2018-11-06")),
            "Fri 2018-11-30",
            (Expect(state="met_late", raised_on="2018-11-06"),),
        ),
        Example(
            "Bank holidays are not among the forty-five.",
            (contact("c", "Mon 2018-11-19"), decided(happened="Tue 2018-11-20")),
            "Thu 2019-01-31",
            (Expect(state="overdue", due="2019-01-24", raised_on="2019-01-25"),),
        ),
        Example(
            "A decision for a strategy discussion makes it a referral as well.",
            (REFERRED, decided("strategy_discussion")),
            "Fri 2018-11-30",
            (Expect(state="overdue", due="2018-11-05", raised_on="2018-11-06"),),
        ),
        Example("A contact that led to early help is no referral.", (REFERRED, decided("early_help")), "Fri 2018-11-30", ()),
        Example("Nor one about which nothing has been decided.", (REFERRED,), "Fri 2018-11-30", ()),
        Example(
            "A decision to assess a brother does not start this child's clock.",
            (contact("c", "Mon 2018-09-03", about=(CHILD, SIBLING)), decided(about=(SIBLING,))),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A brother's assessment does not conclude this child's.",
            (REFERRED, decided(), STARTED, completed("Mon 2018-10-29", about=(SIBLING,))),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "An assessment that is started, or looked at half way, is not concluded.",
            (
                REFERRED,
                decided(),
                STARTED,
                given("look", "assessment_reviewed", "Mon 2018-10-01", assessment="as", checkpoint="Day 20"),
            ),
            "Mon 2018-10-22",
            (Expect(state="due_soon", raised_on=None),),
        ),
        Example(
            "Two decisions about one contact are one referral.",
            (
                REFERRED,
                decided(),
                given(
                    "d2", "contact_decided", "Thu 2018-09-06", contact="c", decision="strategy_discussion", reasons="A bruise."
                ),
            ),
            "Fri 2018-11-30",
            (Expect(state="overdue", due="2018-11-05"),),
        ),
        Example(
            "A decision corrected to no further action takes the clock back, with what it had raised.",
            (
                REFERRED,
                decided(),
                given(
                    "d2",
                    "contact_decided",
                    "Tue 2018-09-04",
                    recorded="Mon 2018-11-12T09:00",
                    corrects="d",
                    reason="Wrong box ticked.",
                    contact="c",
                    decision="no_further_action",
                    reasons="Seen and well.",
                ),
            ),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on="2018-11-06", withdrawn_on="2018-11-12"),),
        ),
        Example(
            "Completed some time in November: in time by its first day, and it says that it is about then.",
            (REFERRED, decided(), STARTED, completed(("Thu 2018-11-01", "Fri 2018-11-30"))),
            "Mon 2018-12-31",
            (Expect(state="met", approximate=True, met_on="2018-11-01"),),
        ),
        Example(
            "Turning eighteen ends the need for it.",
            (REFERRED, decided()),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-10-01")},
        ),
        Example(
            "A contact in the week before the guidance began.",
            (contact("c", "Fri 2013-04-12"), decided(happened="Mon 2013-04-15")),
            "Mon 2013-12-30",
            (),
        ),
    ),
)
