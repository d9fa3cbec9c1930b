"""On the way through an assessment: checkpoints with the manager."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, person

STARTED = given("as", "assessment_started", "Mon 2018-09-03", kind="child_and_family")
TURNS_18 = {CHILD: person(CHILD, "Ash", "2000-09-06")}


def checked(happened: str, checkpoint: str | int, id: str = "ch", assessment: str = "as", **rest: object) -> Given:
    """The manager looked at how the assessment was going."""
    return given(id, "assessment_reviewed", happened, by="kay", assessment=assessment, checkpoint=checkpoint, **rest)


def completed(happened: str, id: str = "ac", assessment: str = "as", **rest: object) -> Given:
    """The assessment was completed."""
    return given(id, "assessment_completed", happened, assessment=assessment, outcome="No further action.", **rest)


AS_02 = Spec(
    "AS-02",
    (
        Example(
            "Looked at on the ninth working day: in time.",
            (STARTED, checked("Fri 2018-09-14", "first")),
            "Wed 2018-10-31",
            (Expect(state="met", starts="2018-09-03", due="2018-09-17", met_by="ch", raised_on=None),),
        ),
        Example(
            "On the tenth: in time.",
            (STARTED, checked("Mon 2018-09-17", "checkpoint_1")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the eleventh: late.",
            (STARTED, checked("Tue 2018-09-18", 1)),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-09-18"),),
        ),
        Example(
            "A checkpoint may be named by its day.",
            (STARTED, checked("Mon 2018-09-17", "Day 10")),
            "Wed 2018-10-31",
            (Expect(state="met"),),
        ),
        Example(
            "The mid-point is another checkpoint.",
            (STARTED, checked("Fri 2018-09-14", "mid-point")),
            "Wed 2018-10-31",
            (Expect(state="overdue", raised_on="2018-09-18"),),
        ),
        Example(
            "A checkpoint of another assessment does not count.",
            (
                STARTED,
                given("as2", "assessment_started", "Mon 2018-09-10", kind="update"),
                checked("Fri 2018-09-14", "first", assessment="as2"),
            ),
            "Thu 2018-09-20",
            (Expect(state="overdue", trigger="as"), Expect(state="met", trigger="as2")),
        ),
        Example(
            "Completed before the checkpoint was due: none is needed.",
            (STARTED, completed("Wed 2018-09-12")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Another assessment completed in the meantime changes nothing.",
            (
                given("as0", "assessment_started", "Wed 2018-08-01", kind="update"),
                checked("Thu 2018-08-02", "first", assessment="as0", id="ch0"),
                STARTED,
                completed("Wed 2018-09-12", assessment="as0"),
            ),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="as0"), Expect(state="overdue", trigger="as")),
        ),
        Example(
            "Looked at in time and written down a week later: it had shown, and was no breach.",
            (STARTED, checked("Mon 2018-09-17", "first", recorded="Mon 2018-09-24T09:00")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on="2018-09-18"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (STARTED,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
        Example(
            "A brother's assessment starts no clock for this child.",
            (given("as", "assessment_started", "Mon 2018-09-03", about=(SIBLING,), kind="update"),),
            "Wed 2018-10-31",
            (),
        ),
    ),
)

AS_03 = Spec(
    "AS-03",
    (
        Example(
            "Looked at on the twenty-fourth working day: in time.",
            (STARTED, checked("Fri 2018-10-05", "mid-point")),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-10-08", met_by="ch", raised_on=None),),
        ),
        Example(
            "On the twenty-fifth: in time.",
            (STARTED, checked("Mon 2018-10-08", "2")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the twenty-sixth: late.",
            (STARTED, checked("Tue 2018-10-09", "second checkpoint")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-10-09"),),
        ),
        Example(
            "The first checkpoint is not the mid-point.",
            (STARTED, checked("Mon 2018-09-17", "first")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The mid-point of another assessment does not count.",
            (
                STARTED,
                given("as2", "assessment_started", "Mon 2018-09-10", kind="update"),
                checked("Fri 2018-10-05", "halfway", assessment="as2"),
            ),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="as"), Expect(state="met", trigger="as2")),
        ),
        Example(
            "Completed in twenty days: no mid-point is needed.",
            (STARTED, completed("Mon 2018-10-01")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Another assessment completed in the meantime changes nothing.",
            (
                given("as0", "assessment_started", "Wed 2018-08-01", kind="update"),
                checked("Mon 2018-08-20", "mid-way", assessment="as0", id="ch0"),
                STARTED,
                completed("Wed 2018-09-12", assessment="as0"),
            ),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="as0"), Expect(state="overdue", trigger="as")),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (STARTED,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
    ),
)
