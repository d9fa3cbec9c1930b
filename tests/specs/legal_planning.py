"""Before court: the meeting that decides, the child's own wishes, telling the others, and going to court once that is decided."""

from tests.specs.care import ENDED, around
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, person, set_locally
from tests.specs.pre_proceedings import letter, over, planning
from tests.specs.proceedings import applied

ASKED = given("ask", "legal_planning_requested", "Mon 2019-03-04")
OVERDUE = Expect(state="overdue", due="2019-03-18", raised_on="2019-03-19")

PLO_01 = Spec(
    "PLO-01",
    (
        *around(
            (ASKED,), lambda day: planning(happened=day), ("Fri 2019-03-15", "Mon 2019-03-18", "Tue 2019-03-19"), "Fri 2019-03-29"
        ),
        Example(
            "Straight to court: no meeting is waited for.", (ASKED, applied("Fri 2019-03-08", "EPO")), "Fri 2019-03-29", (ENDED,)
        ),
        Example("A letter is not that meeting.", (ASKED, letter("Fri 2019-03-08")), "Fri 2019-03-29", (OVERDUE,)),
        Example(
            "The brother's meeting is not hers.",
            (ASKED, planning(happened="Fri 2019-03-08", about=(SIBLING,))),
            "Fri 2019-03-29",
            (OVERDUE,),
        ),
        Example("The brother goes to court.", (ASKED, applied("Fri 2019-03-08", about=(SIBLING,))), "Fri 2019-03-29", (OVERDUE,)),
    ),
)

LAW = set_locally("PLO-09", "in_force", "yes", "Mon 2026-06-01")
APPLIED = applied("Mon 2026-06-29")
UNMET = Expect(state="overdue", due="2026-06-29", raised_on="2026-06-29")


def family(what: str, happened: str = "Fri 2026-06-12", **rest: object) -> Given:
    """What came of a family group meeting."""
    return given("fgm", f"family_group_meeting_{what}", happened, **rest)


def in_law(says: str, *entries: Given, expect: Expect) -> Example:
    """An example for where the Act has been brought into force, or a partnership has made it its own rule."""
    return Example(says, entries, "Fri 2026-07-31", (expect,), values=LAW)


PLO_09 = Spec(
    "PLO-09",
    (
        Example("Not in force: nothing is said.", (APPLIED,), "Fri 2026-07-31", ()),
        in_law("Switched on: no family was asked before the application.", APPLIED, expect=UNMET),
        in_law("The family met.", family("held"), APPLIED, expect=Expect(state="met")),
        in_law("The family did not want to.", family("declined"), APPLIED, expect=Expect(state="met")),
        in_law(
            "It was offered, and nothing came of that: it is not known that the family said no.",
            family("offered"),
            APPLIED,
            expect=UNMET,
        ),
        in_law(
            "It would not have been right for the child, and why is recorded.",
            family("ruled_out", reasons="Her uncle would be there."),
            APPLIED,
            expect=Expect(state="met"),
        ),
        in_law("No reasons, no exception.", family("ruled_out", reasons=" "), APPLIED, expect=UNMET),
        in_law("After the application is too late.", APPLIED, family("held", "Tue 2026-06-30"), expect=UNMET),
        in_law("The brother's family meeting.", family("held", about=(SIBLING,)), APPLIED, expect=UNMET),
        in_law("However it is written.", applied("Mon 2026-06-29", "ICO"), expect=UNMET),
        Example("An application before it was switched on.", (applied("Fri 2026-05-29"),), "Fri 2026-07-31", (), values=LAW),
        Example(
            "Another application.", (applied("Mon 2026-06-29", "Emergency protection order"),), "Fri 2026-07-31", (), values=LAW
        ),
        Example(
            "An application for something else.", (applied("Mon 2026-06-29", "Recovery order"),), "Fri 2026-07-31", (), values=LAW
        ),
        Example(
            "Another application still.",
            (applied("Mon 2026-06-29", "Discharge of care order"),),
            "Fri 2026-07-31",
            (),
            values=LAW,
        ),
    ),
)


def booked(id: str, happened: str, for_: str, kind: str = "first", **rest: object) -> Given:
    """A pre-proceedings meeting is given a date."""
    return given(id, "preproceedings_meeting_booked", happened, kind=kind, for_=for_, **rest)


def said(happened: str, child: str = CHILD, **rest: object) -> Given:
    """The child says what they want."""
    return given("voice", "voice_recorded", happened, child=child, how="words", words="I want to stay at school.", **rest)


BOOKED = booked("b1", "Mon 2019-04-01", "2019-04-15")
NOT_ASKED = Expect(state="overdue", due="2019-04-11", raised_on="2019-04-12")
MEETING = given("m1", "preproceedings_meeting_held", "Mon 2019-04-15", kind="first")


def child_born(born: str | None, **rest: object) -> dict[str, object]:
    """The child, with another date of birth."""
    return {CHILD: person(CHILD, "Ash", born, **rest)}


PLO_10 = Spec(
    "PLO-10",
    (
        *around((BOOKED,), said, ("Wed 2019-04-10", "Thu 2019-04-11", "Fri 2019-04-12"), "Tue 2019-04-30"),
        Example(
            "Nobody could ask her, and why is recorded.",
            (
                BOOKED,
                given("no", "views_not_gathered", "Mon 2019-04-08", child=CHILD, reason_="In hospital; her nurse was asked."),
            ),
            "Tue 2019-04-30",
            (Expect(state="met", met_by="no"),),
        ),
        Example(
            "Nobody could, and there is no reason.",
            (BOOKED, given("no", "views_not_gathered", "Mon 2019-04-08", child=CHILD, reason_=" ")),
            "Tue 2019-04-30",
            (NOT_ASKED,),
        ),
        Example(
            "The reason is about her brother.",
            (
                BOOKED,
                given("no", "views_not_gathered", "Mon 2019-04-08", about=(CHILD, SIBLING), child=SIBLING, reason_="At camp."),
            ),
            "Tue 2019-04-30",
            (NOT_ASKED,),
        ),
        Example(
            "What her brother said, in an entry about both.",
            (BOOKED, said("Mon 2019-04-08", SIBLING, about=(CHILD, SIBLING))),
            "Tue 2019-04-30",
            (NOT_ASKED,),
        ),
        *(
            Example(
                f"Of a child of two, what was seen is what she wants: {kind.replace('_', ' ')}.",
                (BOOKED, given("seen", kind, "Mon 2019-04-08", **data)),
                "Tue 2019-04-30",
                (Expect(state="met", met_by="seen"),),
                people=child_born("2016-06-01"),
            )
            for kind, data in (
                ("day_in_the_life_recorded", {"text": "Up at six."}),
                ("observation_recorded", {"neglect": [], "other": [], "text": "Laughs with her nan.", "setting": "home"}),
            )
        ),
        Example(
            "Of a child of three it is not.",
            (BOOKED, given("seen", "day_in_the_life_recorded", "Mon 2019-04-08", text="Up at six.")),
            "Tue 2019-04-30",
            (NOT_ASKED,),
            people=child_born("2016-04-08"),
        ),
        Example(
            "A baby a week old: what was seen is asked for.",
            (BOOKED,),
            "Tue 2019-04-30",
            (NOT_ASKED,),
            people=child_born("2019-04-08"),
        ),
        Example(
            "Before the birth nobody can be asked.",
            (BOOKED,),
            "Tue 2019-04-30",
            (),
            people={CHILD: person(CHILD, "Ash", "2019-06-01")},
        ),
        Example(
            "Moved to another day: that day counts.",
            (BOOKED, booked("b2", "Wed 2019-04-10", "2019-04-29")),
            "Tue 2019-04-30",
            (ENDED, Expect(state="overdue", trigger="b2", due="2019-04-25")),
        ),
        Example(
            "The next meeting, booked when this one was held, is another.",
            (
                booked("b1", "Mon 2019-04-01", "2019-04-15", "review"),
                given("m1", "preproceedings_meeting_held", "Mon 2019-04-15", kind="review"),
                booked("b2", "Tue 2019-04-16", "2019-05-28", "review"),
            ),
            "Tue 2019-04-30",
            (NOT_ASKED, Expect(state="running", trigger="b2")),
        ),
        Example(
            "A conference held meanwhile is not the meeting that was moved.",
            (
                BOOKED,
                given(
                    "c",
                    "conference_held",
                    "Mon 2019-04-08",
                    kind="review",
                    decisions=[{"child": CHILD, "decision": "plan_continued", "reasons": "Hers."}],
                ),
                booked("b2", "Wed 2019-04-10", "2019-04-29"),
            ),
            "Tue 2019-04-30",
            (ENDED, Expect(state="overdue", trigger="b2")),
        ),
        Example("It ends before.", (BOOKED, over("Wed 2019-04-10")), "Tue 2019-04-30", (ENDED,)),
        Example("The council applies to court first.", (BOOKED, applied("Wed 2019-04-10")), "Tue 2019-04-30", (ENDED,)),
        Example("The brother's ends.", (BOOKED, over("Wed 2019-04-10", about=(SIBLING,))), "Tue 2019-04-30", (NOT_ASKED,)),
    ),
)

STARTED = given("pp", "preproceedings_started", "Fri 2019-03-22")
UNAWARE = Expect(state="overdue", due="2019-03-26", raised_on="2019-03-27")


def told(happened: str, about: str = "Pre-proceedings: why, until when, and your part", **rest: object) -> Given:
    """Partner agencies are told of something."""
    people = rest.pop("of", (CHILD,))
    return Given("told", "partners_told", happened, {"about": about}, people, **rest)  # type: ignore[arg-type]


PLO_11 = Spec(
    "PLO-11",
    (
        *around((STARTED,), told, ("Mon 2019-03-25", "Tue 2019-03-26", "Wed 2019-03-27"), "Fri 2019-03-29"),
        Example(
            "However it is written.",
            (STARTED, told("Mon 2019-03-25", "Public Law Outline")),
            "Fri 2019-03-29",
            (Expect(state="met"),),
        ),
        Example(
            "They were told of something else.",
            (STARTED, told("Mon 2019-03-25", "End of the plan")),
            "Fri 2019-03-29",
            (UNAWARE,),
        ),
        Example("The letter begins it too.", (letter("Fri 2019-03-22"),), "Fri 2019-03-29", (UNAWARE,)),
        Example("Over before anybody was to be told.", (STARTED, over("Tue 2019-03-26")), "Fri 2019-03-29", (ENDED,)),
        Example(
            "They were told about the brother.", (STARTED, told("Mon 2019-03-25", of=(SIBLING,))), "Fri 2019-03-29", (UNAWARE,)
        ),
        Example(
            "Told in time and written down late: it had shown.",
            (STARTED, told("Tue 2019-03-26", recorded="Fri 2019-03-29T09:00")),
            "Fri 2019-03-29",
            (Expect(state="met", raised_on="2019-03-27"),),
        ),
    ),
)

ISSUE = planning("Issue proceedings", "Mon 2019-03-04")
NOT_ISSUED = Expect(state="overdue", due="2019-03-11", raised_on="2019-03-12")

PLO_12 = Spec(
    "PLO-12",
    (
        *around((ISSUE,), applied, ("Fri 2019-03-08", "Mon 2019-03-11", "Tue 2019-03-12"), "Fri 2019-03-29"),
        *(
            Example(f"Decided to go to court: {words}.", (planning(words, "Mon 2019-03-04"),), "Fri 2019-03-29", (NOT_ISSUED,))
            for words in ("Issue", "Threshold met; to issue care proceedings at once", "Go straight to court")
        ),
        *(
            Example(f"Decided otherwise: {words}.", (planning(words, "Mon 2019-03-04"),), "Fri 2019-03-29", ())
            for words in ("Enter pre-proceedings", "Not to issue proceedings yet", "Threshold not met", "Issues to be explored")
        ),
        *(
            Example(f"Applied for: {kind}.", (ISSUE, applied("Fri 2019-03-08", kind)), "Fri 2019-03-29", (Expect(state="met"),))
            for kind in ("ICO", "Interim care order", "Supervision order")
        ),
        *(
            Example(
                f"Applied for something else: {kind}.", (ISSUE, applied("Fri 2019-03-08", kind)), "Fri 2019-03-29", (NOT_ISSUED,)
            )
            for kind in ("EPO", "Emergency protection order", "Recovery order", "Discharge of a care order")
        ),
        Example(
            "The brother's application.", (ISSUE, applied("Fri 2019-03-08", about=(SIBLING,))), "Fri 2019-03-29", (NOT_ISSUED,)
        ),
    ),
)

PLO_01_GROWN_UP = at_eighteen("PLO-01", (ASKED,), "Mon 2019-03-18", "Fri 2019-03-29")
PLO_10_GROWN_UP = at_eighteen("PLO-10", (BOOKED,), "Thu 2019-04-11", "Tue 2019-04-30")
PLO_11_GROWN_UP = at_eighteen("PLO-11", (STARTED,), "Tue 2019-03-26", "Fri 2019-03-29")
PLO_12_GROWN_UP = at_eighteen("PLO-12", (ISSUE,), "Mon 2019-03-11", "Fri 2019-03-29")
