"""Signals about what a plan holds: aspects nobody looked at, attendance counted as progress, plans carried forward."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, conference, given

MADE = conference("ic", "Wed 2018-10-03")


def seen(id, happened, *aspects, **rest):  # type: ignore[no-untyped-def]
    """Something seen that points to these aspects of neglect."""
    fields = {"neglect": list(aspects), "other": [], "text": "What was seen.", "setting": "home"}
    return given(id, "observation_recorded", happened, **fields | rest)


def decided(reasons, id="ic", happened="Wed 2018-10-03"):  # type: ignore[no-untyped-def]
    """A conference with these reasons for the child."""
    row = {"child": CHILD, "decision": "plan_made", "category": "NEG", "reasons": reasons}
    return given(id, "conference_held", happened, kind="initial", decisions=[row])


COLD = seen("cold", "Mon 2018-09-10", "physical")
TEETH = seen("teeth", "Wed 2018-09-12", "medical")
ONE_ISSUE = decided("Unsafe home conditions.")

SINGLE_ISSUE = Spec(
    "SIG-SINGLE-ISSUE",
    (
        Example(
            "Two aspects were seen, and the conference speaks of one.",
            (COLD, TEETH, ONE_ISSUE),
            "Wed 2018-10-31",
            (
                Expect(
                    state="raised",
                    raised_on="2018-10-03",
                    evidence=("cold", "teeth", "ic"),
                    says=(
                        "The conference or assessment on 3 Oct 2018 did not look at every aspect of neglect shown in the 12 "
                        "months before: medical."
                    ),
                ),
            ),
        ),
        Example(
            "One aspect alone is not several.",
            (COLD, seen("o", "Wed 2018-09-12", "physical"), decided("Bruises.")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Both looked at: nothing.",
            (COLD, TEETH, decided("Cold home, and her teeth were left untreated.")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Twelve months before is out of the window.",
            (seen("cold", "Tue 2017-10-03", "physical"), TEETH, decided("Violence between the adults.")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "A day less is in it.",
            (seen("cold", "Wed 2017-10-04", "physical"), TEETH, decided("Violence between the adults.")),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-03"),),
        ),
        Example(
            "An assessment is asked the same.",
            (
                COLD,
                TEETH,
                given(
                    "done",
                    "assessment_completed",
                    "Wed 2018-10-03",
                    assessment="a",
                    outcome="Help with the house: home conditions.",
                ),
            ),
            "Wed 2018-10-31",
            (Expect(evidence=("cold", "teeth", "done")),),
        ),
        Example(
            "Answered for the aspect left out: ended.",
            (
                COLD,
                TEETH,
                ONE_ISSUE,
                given(
                    "yes",
                    "aspects_analysed",
                    "Wed 2018-10-10",
                    of="ic",
                    aspects=["medical"],
                    text="Dentist booked; it bears on her.",
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-03", met_on="2018-10-10", met_by="yes"),),
        ),
        Example(
            "An analysis of another conference answers nothing here.",
            (
                COLD,
                TEETH,
                ONE_ISSUE,
                given("yes", "aspects_analysed", "Wed 2018-10-10", of="other", aspects=["medical"], text="Dentist booked."),
            ),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "What was seen of a brother is not about this child.",
            (COLD, seen("teeth", "Wed 2018-09-12", "medical", about=(SIBLING,)), ONE_ISSUE),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Seen before and recorded after: it shows when it is known.",
            (COLD, seen("teeth", "Wed 2018-09-12", "medical", recorded="Mon 2018-10-22"), ONE_ISSUE),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-22"),),
        ),
        Example(
            "What is seen afterwards was not there to look at.",
            (COLD, ONE_ISSUE, seen("teeth", "Thu 2018-10-04", "medical")),
            "Wed 2018-10-31",
            (),
        ),
    ),
)


def action(id, words, for_="parent", due="2018-12-01", happened="Thu 2018-10-04", **rest):  # type: ignore[no-untyped-def]
    """An action of the plan."""
    fields = {"plan": "child_protection", "action": words, "for_": for_, "owner": "sam", "due": due}
    return given(id, "action_agreed", happened, **fields | rest)


def reviewed(id, of, status="done", happened="Mon 2018-12-10"):  # type: ignore[no-untyped-def]
    """What became of an action."""
    return given(id, "action_reviewed", happened, action=of, status=status)


COURSE = action("course", "Attend the parenting course.")
GP = action("gp", "Referral to the adult mental health team.")
BED = action("bed", "Ash has a bed of her own.", "child", child=CHILD)
TALK = action("talk", "Ash has somebody to talk to.", "child", child=CHILD)
REVIEW = conference("rc", "Wed 2019-01-02", "plan_continued", "review")
TWO_OF_THREE = (MADE, COURSE, GP, BED, reviewed("r1", "course"), reviewed("r2", "gp"), reviewed("r3", "bed"), REVIEW)


def measured(id, happened, score, child=CHILD):  # type: ignore[no-untyped-def]
    """How the child sleeps, out of ten."""
    return given(id, "outcome_measured", happened, about=(child,), child=child, measure="Sleep", score=float(score))


OUTPUT_NOT_OUTCOME = Spec(
    "SIG-OUTPUT-NOT-OUTCOME",
    (
        Example(
            "Two of the three things done were attendance and a referral, and nothing about the child was measured.",
            TWO_OF_THREE,
            "Thu 2019-01-31",
            (Expect(state="raised", raised_on="2019-01-02", evidence=("rc",)),),
        ),
        Example(
            "Three in five is the limit, and is not over it.",
            (
                *TWO_OF_THREE[:-1],
                TALK,
                reviewed("r4", "talk"),
                action("drugs", "Attend the drug service."),
                reviewed("r5", "drugs"),
                REVIEW,
            ),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "A measure moved: nothing.",
            (*TWO_OF_THREE, measured("m1", "Mon 2018-10-08", 3), measured("m2", "Wed 2018-12-12", 6)),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "Measured twice, and the same: it has not moved.",
            (*TWO_OF_THREE, measured("m1", "Mon 2018-10-08", 3), measured("m2", "Wed 2018-12-12", 3)),
            "Thu 2019-01-31",
            (Expect(state="raised"),),
        ),
        Example(
            "A brother's measure moved, not hers.",
            (*TWO_OF_THREE, measured("m1", "Mon 2018-10-08", 3, SIBLING), measured("m2", "Wed 2018-12-12", 6, SIBLING)),
            "Thu 2019-01-31",
            (Expect(state="raised"),),
        ),
        Example("Nothing was done: another worry, not this one.", (MADE, COURSE, GP, BED, REVIEW), "Thu 2019-01-31", ()),
        Example(
            "Only what an action was last said to be counts.",
            (*TWO_OF_THREE, reviewed("r6", "course", "not_done", "Mon 2018-12-17")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "It moved at last: ended.",
            (*TWO_OF_THREE, measured("m1", "Wed 2018-12-12", 3), measured("m2", "Mon 2019-01-14", 5)),
            "Thu 2019-01-31",
            (Expect(state="ended", raised_on="2019-01-02", met_on="2019-01-14", met_by="m2"),),
        ),
        Example(
            "What moved before the last review has not moved since.",
            (
                *TWO_OF_THREE[:-1],
                measured("m1", "Mon 2018-10-08", 3),
                measured("m2", "Wed 2018-12-12", 6),
                REVIEW,
                conference("rc2", "Wed 2019-06-12", "plan_continued", "review"),
            ),
            "Sun 2019-06-30",
            (Expect(raised_on="2019-06-12", evidence=("rc2",)),),
        ),
        Example(
            "An initial conference reviews nothing.",
            (*TWO_OF_THREE[:-1], conference("ic2", "Wed 2019-01-02")),
            "Thu 2019-01-31",
            (),
        ),
    ),
)

FIVE = tuple(action(f"a{n}", f"Action number {n}.", "child", child=CHILD) for n in range(1, 6))
FIRST = conference("rc1", "Wed 2019-01-02", "plan_continued", "review")
SECOND = conference("rc2", "Wed 2019-06-12", "plan_continued", "review")


def group(id, happened):  # type: ignore[no-untyped-def]
    """A core group."""
    return given(id, "core_group_held", happened)


GROUPS = (group("one", "Tue 2018-11-06"), group("two", "Tue 2018-12-18"), group("three", "Tue 2019-01-29"))

PLAN_ROLLED_OVER = Spec(
    "SIG-PLAN-ROLLED-OVER",
    (
        Example(
            "At the second review every action is as it was, and past its day.",
            (MADE, *FIVE, FIRST, SECOND),
            "Sun 2019-06-30",
            (Expect(state="raised", raised_on="2019-06-12", evidence=("a1", "a2", "a3", "a4", "a5", "rc2")),),
        ),
        Example("At the first review there is nothing to compare with.", (MADE, *FIVE, FIRST), "Fri 2019-05-31", ()),
        Example(
            "Four in five the same is at the limit, and shown.",
            (MADE, *FIVE, FIRST, reviewed("r1", "a1", happened="Mon 2019-03-04"), SECOND),
            "Sun 2019-06-30",
            (Expect(state="raised"),),
        ),
        Example(
            "Three in five the same is under it.",
            (
                MADE,
                *FIVE,
                FIRST,
                reviewed("r1", "a1", happened="Mon 2019-03-04"),
                reviewed("r2", "a2", happened="Mon 2019-03-04"),
                SECOND,
            ),
            "Sun 2019-06-30",
            (),
        ),
        Example(
            "Three in ten past their day is at the limit, and shown.",
            (
                MADE,
                *FIVE[:3],
                *(action(f"b{n}", f"Later action {n}.", "child", "2019-12-01", child=CHILD) for n in range(7)),
                FIRST,
                SECOND,
            ),
            "Sun 2019-06-30",
            (Expect(state="raised"),),
        ),
        Example(
            "Two in nine past their day is under it.",
            (
                MADE,
                *FIVE[:2],
                *(action(f"b{n}", f"Later action {n}.", "child", "2019-12-01", child=CHILD) for n in range(7)),
                FIRST,
                SECOND,
            ),
            "Sun 2019-06-30",
            (),
        ),
        Example(
            "Agreed again in the same words with a new day, they are the same actions, still past their first day.",
            (
                MADE,
                *FIVE,
                FIRST,
                *(
                    action(f"c{n}", f"Action number {n}", "child", "2019-12-01", "Thu 2019-01-03", child=CHILD)
                    for n in range(1, 6)
                ),
                SECOND,
            ),
            "Sun 2019-06-30",
            (Expect(state="raised"),),
        ),
        Example(
            "Over three core groups: shown at the third.",
            (MADE, *FIVE, *GROUPS),
            "Thu 2019-01-31",
            (Expect(state="raised", raised_on="2019-01-29", evidence=("a1", "a2", "a3", "a4", "a5", "three")),),
        ),
        Example("Not at the second core group.", (MADE, *FIVE, *GROUPS[:2]), "Mon 2018-12-31", ()),
        Example(
            "Changed at the fourth core group: ended.",
            (
                MADE,
                *FIVE,
                *GROUPS,
                *(reviewed(f"r{n}", f"a{n}", happened="Mon 2019-02-18") for n in range(1, 4)),
                group("four", "Tue 2019-03-12"),
            ),
            "Sun 2019-03-31",
            (Expect(state="ended", raised_on="2019-01-29", met_on="2019-03-12", met_by="four"),),
        ),
        Example(
            "The plan ended: so did the worry.",
            (MADE, *FIVE, *GROUPS, conference("rc", "Wed 2019-02-20", "plan_ended", "review")),
            "Sun 2019-03-31",
            (Expect(state="ended", met_on="2019-02-20", met_by="rc"),),
        ),
        Example(
            "A brother's actions are his.",
            (
                MADE,
                *(action(f"s{n}", f"Action number {n}.", "child", child=SIBLING, about=(CHILD, SIBLING)) for n in range(5)),
                *GROUPS,
            ),
            "Thu 2019-01-31",
            (),
        ),
    ),
)
