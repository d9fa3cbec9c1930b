"""Where a clock starts, where guidance leaves it open: as published, and as a partnership may choose."""

from tests.specs.kit import Example, Expect, Given, Spec, conference, given, set_locally

LATEST = set_locally("CP-06", "start", "latest", "Mon 2018-01-01")


def discussed(id: str, happened: str, decision: str = "section47") -> Given:
    """A strategy discussion."""
    return given(id, "strategy_discussion_held", happened, decision=decision)


TWO = (discussed("sd1", "Fri 2018-09-14"), discussed("sd2", "Fri 2018-09-21"))

CP_06_CHOSEN = Spec(
    "CP-06",
    (
        Example(
            "As published, the discussion that started the enquiry counts.",
            TWO,
            "Fri 2018-10-12",
            (Expect(state="overdue", trigger="sd1", due="2018-10-05"),),
        ),
        Example(
            "A partnership that counts from the latest has a week more.",
            TWO,
            "Fri 2018-10-12",
            (Expect(state="due_soon", trigger="sd2", due="2018-10-12"),),
            values=LATEST,
        ),
        Example(
            "One that decided on something else is not among them.",
            (*TWO, discussed("sd3", "Fri 2018-09-28", "assessment")),
            "Fri 2018-10-12",
            (Expect(trigger="sd2"),),
            values=LATEST,
        ),
        Example(
            "The next enquiry has a latest of its own.",
            (
                *TWO,
                given("end", "section47_completed", "Fri 2018-09-28", outcome="unsubstantiated", reasons="No grounds."),
                discussed("sd3", "Mon 2018-11-05"),
            ),
            "Fri 2018-11-30",
            (Expect(state="not_required", trigger="sd2"), Expect(state="overdue", trigger="sd3", due="2018-11-26")),
            values=LATEST,
        ),
        Example(
            "Held by then: met, and a conference nobody discussed before cannot be told.",
            (*TWO, conference("conf", "Fri 2018-10-12")),
            "Fri 2018-11-30",
            (Expect(state="met", trigger="sd2"),),
            values=LATEST,
        ),
    ),
)
