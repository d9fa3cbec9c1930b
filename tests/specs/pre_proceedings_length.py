"""How long pre-proceedings may last: who may sign that they go on, and from what day the sixteen weeks are counted."""

from holdfast.vocabulary.world import KnownWorker
from tests.specs.kit import SIBLING, Example, Expect, Given, Spec, given, set_locally
from tests.specs.pre_proceedings import letter, meeting, over, planning

STARTED = given("pp", "preproceedings_started", "Fri 2019-03-22")
WORKERS = {
    each.id: each
    for each in (
        KnownWorker("adam", "Ada Mensah", "csc", "assistant_director", "dora"),
        KnownWorker("hope", "Hope Lane", "csc", "Head of Service", "adam"),
        KnownWorker("dora", "Dora Finch", "csc", "director_of_childrens_services", None),
    )
}
OVERDUE = Expect(state="overdue", due="2019-07-12", raised_on="2019-07-13")


def signed(happened: str, worker: str = "adam", **rest: object) -> Given:
    """Somebody signs that pre-proceedings go on."""
    return given(
        "ext", "preproceedings_extended", happened, worker=worker, reasons="Her mother's treatment ends in August.", **rest
    )


def who_signs(says: str, *entries: Given, expect: Expect) -> Example:
    return Example(says, (STARTED, *entries), "Fri 2019-08-30", (expect,), workers=WORKERS)


PLO_06 = Spec(
    "PLO-06",
    (
        *(
            who_signs(
                f"Extended in time, signed by {WORKERS[id].name}.",
                signed("Fri 2019-07-12", id),
                expect=Expect(state="met", met_by="ext"),
            )
            for id in WORKERS
        ),
        who_signs("Signed a day late.", signed("Sat 2019-07-13"), expect=Expect(state="met_late", raised_on="2019-07-13")),
        who_signs("Signed by the service manager: that extends nothing.", signed("Fri 2019-07-12", "moss"), expect=OVERDUE),
        who_signs(
            "Signed by the assistant director, and entered by the social worker.",
            signed("Fri 2019-07-12", by="sam"),
            expect=Expect(state="met"),
        ),
        who_signs(
            "Signed by the social worker, and entered by the assistant director.",
            signed("Fri 2019-07-12", "sam", by="adam"),
            expect=OVERDUE,
        ),
        who_signs("The brother's are extended.", signed("Fri 2019-07-12", about=(SIBLING,)), expect=OVERDUE),
    ),
)

DECISION = planning("Enter pre-proceedings", "Fri 2019-03-15")
LETTER = letter("Fri 2019-03-29")
MEETING = meeting("Mon 2019-04-15")


def counted_from(code: str, says: str, *entries: Given, expect: tuple[Expect, ...]) -> Example:
    """An example for a partnership that counts from another day."""
    return Example(says, entries, "Fri 2019-08-30", expect, values=set_locally("PLO-06", "start", code, "Tue 2019-01-01"))


ALL_THREE = (DECISION, LETTER, MEETING)

PLO_06_COUNTED_FROM = Spec(
    "PLO-06",
    (
        Example(
            "From the letter, unless the partnership says otherwise.",
            ALL_THREE,
            "Fri 2019-08-30",
            (Expect(state="overdue", trigger="let", due="2019-07-19"),),
        ),
        counted_from("letter", "From the letter, said aloud.", *ALL_THREE, expect=(Expect(trigger="let", due="2019-07-19"),)),
        counted_from(
            "decision", "From the decision.", *ALL_THREE, expect=(Expect(state="overdue", trigger="lpm", due="2019-07-05"),)
        ),
        counted_from(
            "first_meeting",
            "From the first meeting.",
            *ALL_THREE,
            expect=(Expect(state="overdue", trigger="m1", due="2019-08-05"),),
        ),
        counted_from(
            "decision",
            "A second legal planning meeting that keeps to it starts no second count.",
            DECISION,
            given("l2", "legal_planning_held", "Fri 2019-05-10", decision="Stay in pre-proceedings"),
            expect=(Expect(trigger="lpm"),),
        ),
        counted_from(
            "decision", "A meeting that decided against it.", planning("No pre-proceedings for now", "Fri 2019-03-15"), expect=()
        ),
        counted_from(
            "decision", "Or against entering it.", planning("Not to enter pre-proceedings", "Fri 2019-03-15"), expect=()
        ),
        counted_from("first_meeting", "No meeting, no count.", DECISION, LETTER, expect=()),
        counted_from(
            "first_meeting", "It ends in time.", *ALL_THREE, over("Mon 2019-08-05"), expect=(Expect(state="met", met_by="end"),)
        ),
    ),
)
