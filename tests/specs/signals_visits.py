"""Signals about visits: contact that does not count, gaps, and support workers nobody listens to."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Spec, conference, given, visit

MADE = conference("ic", "Wed 2018-10-03")


def support(id, happened, **rest):  # type: ignore[no-untyped-def]
    """A visit by the family support worker, who saw the child."""
    fields = {"kind": "family_support", "worker": "fin", "seen": [CHILD]}
    return given(id, "visit_made", happened, by="fin", **fields | rest)


VISIT_WRONG_KIND = Spec(
    "SIG-VISIT-WRONG-KIND",
    (
        Example(
            "Ten working days with a support worker's visit only.",
            (MADE, support("fsw", "Wed 2018-10-10")),
            "Thu 2018-10-18",
            (Expect(state="raised", raised_on="2018-10-18", evidence=("ic", "fsw")),),
        ),
        Example("On the tenth working day it is not late yet.", (MADE, support("fsw", "Wed 2018-10-10")), "Wed 2018-10-17", ()),
        Example("No contact at all is another worry.", (MADE,), "Wed 2018-10-31", ()),
        Example(
            "A core group is not a visit.",
            (MADE, given("cg", "core_group_held", "Fri 2018-10-12")),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-18", evidence=("ic", "cg")),),
        ),
        Example(
            "A social worker's visit at which only a brother was seen.",
            (MADE, visit("v", "Wed 2018-10-10", (SIBLING,), about=(CHILD, SIBLING))),
            "Wed 2018-10-31",
            (Expect(evidence=("ic", "v")),),
        ),
        Example(
            "Seen at home by a social worker in time: nothing.",
            (MADE, support("fsw", "Wed 2018-10-10"), visit("v", "Wed 2018-10-17")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The support worker came after it was late: shown from that day.",
            (MADE, support("fsw", "Mon 2018-10-22")),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-22"),),
        ),
        Example(
            "Then seen by a social worker: ended.",
            (MADE, support("fsw", "Wed 2018-10-10"), visit("v", "Thu 2018-10-25")),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-18", met_on="2018-10-25", met_by="v"),),
        ),
        Example(
            "The visit was made in time and recorded late: it showed, and is withdrawn.",
            (MADE, support("fsw", "Wed 2018-10-10"), visit("v", "Tue 2018-10-16", recorded="Wed 2018-10-24")),
            "Wed 2018-10-31",
            (Expect(state="withdrawn", raised_on="2018-10-18", withdrawn_on="2018-10-24"),),
        ),
        Example(
            "Without a plan there is nothing it should have been.", (support("fsw", "Wed 2018-10-10"),), "Wed 2018-10-31", ()
        ),
    ),
)

CONTACT_GAP = Spec(
    "SIG-CONTACT-GAP",
    (
        Example("Fifteen working days: one and a half times ten, and not over it.", (MADE,), "Wed 2018-10-24", ()),
        Example("The day after.", (MADE,), "Thu 2018-10-25", (Expect(state="raised", raised_on="2018-10-25", evidence=("ic",)),)),
        Example(
            "Seen by a social worker anywhere, for anything, on the fifteenth day.",
            (MADE, given("v", "visit_made", "Wed 2018-10-24", kind="other", worker="sam", seen=[CHILD], home="school")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "A visit of family support is not a social worker's, whoever made it.",
            (MADE, given("fs", "visit_made", "Mon 2018-10-15", kind="family_support", seen=[CHILD])),
            "Thu 2018-10-25",
            (Expect(raised_on="2018-10-25"),),
        ),
        Example(
            "A visit of which nobody says who made it may have been a social worker's, whoever wrote it down.",
            (MADE, given("fs", "visit_made", "Mon 2018-10-15", kind="other", by="fin", seen=[CHILD])),
            "Thu 2018-10-25",
            (),
        ),
        Example(
            "A social worker who visits as family support is a social worker.",
            (MADE, given("fs", "visit_made", "Mon 2018-10-15", kind="family_support", worker="sam", seen=[CHILD])),
            "Thu 2018-10-25",
            (),
        ),
        Example(
            "A support worker is not a social worker.",
            (MADE, support("fsw", "Mon 2018-10-15")),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "Seeing a brother is not seeing this child.",
            (MADE, visit("v", "Mon 2018-10-15", (SIBLING,), about=(CHILD, SIBLING))),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "Seeing the mother is not either.",
            (MADE, visit("v", "Mon 2018-10-15", (MOTHER,))),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "Refused at the door does not excuse it.",
            (MADE, given("no", "contact_missed", "Mon 2018-10-15", kind="refused", service="social care visit")),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "Seen in the end: ended.",
            (MADE, visit("v", "Mon 2018-10-29")),
            "Thu 2018-11-15",
            (Expect(state="ended", raised_on="2018-10-25", met_on="2018-10-29", met_by="v"),),
        ),
        Example(
            "For a child in need, thirty working days.",
            (given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need"),),
            "Wed 2018-11-14",
            (),
        ),
        Example(
            "And the day after that.",
            (given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need"),),
            "Thu 2018-11-15",
            (Expect(raised_on="2018-11-15"),),
        ),
        Example(
            "Seen in time, recorded late: it showed, and is withdrawn.",
            (MADE, visit("v", "Wed 2018-10-24", recorded="Tue 2018-10-30")),
            "Mon 2018-11-05",
            (Expect(state="withdrawn", raised_on="2018-10-25", withdrawn_on="2018-10-30"),),
        ),
    ),
)

NOTES = (support("n1", "Mon 2018-10-08"), support("n2", "Tue 2018-10-09"), support("n3", "Wed 2018-10-10"))


def talked(id, happened, *between):  # type: ignore[no-untyped-def]
    """Two professionals talked it through."""
    return given(id, "case_discussed", happened, between=list(between))


FSW_NOTES_UNREAD = Spec(
    "SIG-FSW-NOTES-UNREAD",
    (
        Example("Two notes: not yet.", NOTES[:2], "Wed 2018-10-10", ()),
        Example(
            "The third, unread.",
            NOTES,
            "Wed 2018-10-10",
            (Expect(state="raised", raised_on="2018-10-10", evidence=("n1", "n2", "n3")),),
        ),
        Example(
            "Whoever took a visit down, it is a support worker's whose it was.",
            tuple(
                given(each.id, "visit_made", each.happened, kind="other", worker="fin", by="desk", seen=[CHILD]) for each in NOTES
            ),
            "Wed 2018-10-10",
            (Expect(state="raised", raised_on="2018-10-10", evidence=("n1", "n2", "n3")),),
        ),
        Example(
            "So it is where one has waited.",
            (given("v", "visit_made", "Mon 2018-10-08", kind="other", worker="fin", by="desk", seen=[CHILD]),),
            "Wed 2018-10-24",
            (Expect(raised_on="2018-10-24", evidence=("v",)),),
        ),
        Example(
            "Read by the social worker after two: the count begins afresh.",
            (*NOTES[:2], given("read", "support_notes_read", "Tue 2018-10-09", worker="sam"), NOTES[2]),
            "Mon 2018-10-22",
            (),
        ),
        Example(
            "Read by somebody else is not read.",
            (*NOTES[:2], given("read", "support_notes_read", "Tue 2018-10-09", worker="desk"), NOTES[2]),
            "Mon 2018-10-22",
            (Expect(raised_on="2018-10-10"),),
        ),
        Example(
            "Talked through with the social worker: nothing.",
            (*NOTES, talked("talk", "Wed 2018-10-10", "sam", "fin")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Talked through with somebody else: not with the social worker.",
            (*NOTES, talked("talk", "Wed 2018-10-10", "fin", "dsl")),
            "Mon 2018-10-22",
            (Expect(state="raised"),),
        ),
        Example("One note, fifteen days later: not over it.", NOTES[:1], "Tue 2018-10-23", ()),
        Example(
            "Sixteen days later nobody has talked.",
            NOTES[:1],
            "Wed 2018-10-24",
            (Expect(raised_on="2018-10-24", evidence=("n1",)),),
        ),
        Example(
            "Reading is not talking.",
            (NOTES[0], given("read", "support_notes_read", "Tue 2018-10-09", worker="sam")),
            "Wed 2018-10-24",
            (Expect(raised_on="2018-10-24"),),
        ),
        Example(
            "Talked on the fifteenth day: nothing.",
            (NOTES[0], talked("talk", "Tue 2018-10-23", "sam", "fin")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Talked after it showed: ended.",
            (NOTES[0], talked("talk", "Mon 2018-10-29", "sam", "fin")),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-24", met_on="2018-10-29", met_by="talk"),),
        ),
        Example(
            "Early help has no social worker to read them.",
            (given("eh", "plan_started", "Mon 2018-10-01", plan="early_help"), *NOTES),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "What a social worker noted is not a support worker's note.",
            tuple(visit(f"v{n}", day) for n, day in enumerate(("Mon 2018-10-08", "Tue 2018-10-09", "Wed 2018-10-10"))),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "What a support worker saw and wrote down without a visit.",
            tuple(
                given(f"n{n}", "observation_recorded", day, by="fin", text="The home was cold.", setting="home")
                for n, day in enumerate(("Mon 2018-10-08", "Tue 2018-10-09", "Wed 2018-10-10"))
            ),
            "Wed 2018-10-10",
            (Expect(raised_on="2018-10-10"),),
        ),
        Example(
            "One such visit of which nobody says who made it, and sixteen days without talking.",
            (given("n1", "visit_made", "Mon 2018-10-08", kind="family_support", seen=[CHILD]),),
            "Wed 2018-10-24",
            (Expect(raised_on="2018-10-24"),),
        ),
        Example(
            "Visits of family support, of which nobody says who made them.",
            tuple(
                given(f"n{n}", "visit_made", day, kind="family_support", seen=[CHILD])
                for n, day in enumerate(("Mon 2018-10-08", "Tue 2018-10-09", "Wed 2018-10-10"))
            ),
            "Wed 2018-10-10",
            (Expect(raised_on="2018-10-10"),),
        ),
        Example(
            "Recorded late, they count from when they were known.",
            (*NOTES[:2], support("n3", "Wed 2018-10-10", recorded="Wed 2018-10-17")),
            "Fri 2018-10-19",
            (Expect(raised_on="2018-10-17"),),
        ),
    ),
)
