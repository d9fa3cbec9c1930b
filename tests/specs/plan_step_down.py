"""After a child protection plan: the step down, and who is told."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Wed 2018-05-02")
REVIEWED = conference("rc", "Mon 2018-09-03", "plan_ended", kind="review")
ENDED = (PLAN, REVIEWED)


def closed(reason: str, happened: str = "Mon 2018-09-03") -> Given:
    """The child protection plan was ended by an entry of its own."""
    return given("pe", "plan_ended", happened, plan="child_protection", reason_=reason)


def in_need(happened: str = "Mon 2018-09-03", **rest: object) -> Given:
    """A child in need plan began."""
    return given("cin", "plan_started", happened, **({"plan": "child_in_need"} | rest))


def over(happened: str, reason: str = "Going well.") -> Given:
    """The child in need plan ended."""
    return given("cine", "plan_ended", happened, plan="child_in_need", reason_=reason)


CP_52 = Spec(
    "CP-52",
    (
        Example(
            "A child in need plan that lasts three months to the day: met that day.",
            (*ENDED, in_need(), over("Mon 2018-12-03")),
            "Mon 2018-12-31",
            (Expect(state="met", starts="2018-09-03", due="2018-12-03", raised_on=None),),
        ),
        Example(
            "Longer is as good.",
            (*ENDED, in_need(), over("Tue 2018-12-04")),
            "Mon 2018-12-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "Ended a day short of three months: shown on that day.",
            (*ENDED, in_need(), over("Sun 2018-12-02")),
            "Mon 2018-12-31",
            (Expect(state="overdue", raised_on="2018-12-02"),),
        ),
        Example(
            "None in place the day after: shown then.",
            ENDED,
            "Fri 2018-09-28",
            (Expect(state="overdue", raised_on="2018-09-04"),),
        ),
        Example(
            "It may begin the day after.",
            (*ENDED, in_need("Tue 2018-09-04")),
            "Fri 2018-09-28",
            (Expect(state="running", raised_on=None),),
        ),
        Example(
            "Begun a week late: put right.",
            (*ENDED, in_need("Mon 2018-09-10")),
            "Fri 2018-09-28",
            (Expect(state="met_late", met_by="cin", raised_on="2018-09-04"),),
        ),
        Example(
            "An early help plan is not a child in need plan.",
            (*ENDED, in_need("Mon 2018-09-10", plan="early_help")),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "The child moved away: the plan was handed on, and none is wanted here.",
            (PLAN, closed("Moved out of the area.")),
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A transfer conference elsewhere took the plan on.",
            (
                PLAN,
                given(
                    "tc",
                    "conference_held",
                    "Mon 2018-09-03",
                    kind="transfer_in",
                    decisions=[{"child": CHILD, "decision": "plan_ended", "reasons": "Another local authority has it now."}],
                ),
            ),
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A father's move is no reason.",
            (PLAN, closed("Father has moved out of the home.")),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "The family moved away while the child in need plan ran.",
            (*ENDED, in_need(), over("Mon 2018-10-15", "Family moved away.")),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The child had died: no plan of theirs steps down.",
            (PLAN, given("died", "death_recorded", "Fri 2018-08-31", person=CHILD), closed("Death.")),
            "Fri 2018-09-28",
            (),
        ),
        Example(
            "The child had come of age: the ending's own entry excuses it.",
            ENDED,
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-01")},
        ),
        Example(
            "The child became looked after.",
            (*ENDED, given("st", "stay_started", "Mon 2018-09-03", with_="gran", arrangement="foster")),
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A stay with family is not being looked after.",
            (*ENDED, given("st", "stay_started", "Mon 2018-09-03", with_="gran", arrangement="family")),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "A second child protection plan took its place.",
            (*ENDED, in_need(), over("Mon 2018-10-15"), conference("ic2", "Mon 2018-10-15")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A second plan started by an entry of its own did.",
            (*ENDED, in_need(), over("Mon 2018-10-15"), given("cp2", "plan_started", "Mon 2018-10-15", plan="child_protection")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A conference that made no plan, or one for the brother, changes nothing.",
            (
                *ENDED,
                conference("ic2", "Tue 2018-09-04", "no_plan"),
                given(
                    "ic3",
                    "conference_held",
                    "Tue 2018-09-04",
                    about=(CHILD, SIBLING),
                    kind="initial",
                    decisions=[{"child": SIBLING, "decision": "plan_made", "category": "NEG", "reasons": "His own."}],
                ),
            ),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (*ENDED, in_need()),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-11-01")},
        ),
        Example(
            "Not stepped down, and then of age: it had shown, and is not owed any more.",
            ENDED,
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on="2018-09-04"),),
            people={CHILD: person(CHILD, "Ash", "2000-11-01")},
        ),
        Example(
            "A plan ended because the young person had come of age: nobody steps down.",
            (PLAN, closed("18th birthday")),
            "Fri 2018-09-28",
            (Expect(state="not_required"),),
            people={CHILD: person(CHILD, "Ash", "2000-09-02")},
        ),
    ),
)


def told(happened: str, what: str = "plan_ended", **rest: object) -> Given:
    """The agencies were told."""
    return given("pt", "partners_told", happened, about_=what, **rest)


CP_53 = Spec(
    "CP-53",
    (
        Example(
            "Told the same day: in time.",
            (*ENDED, told("Mon 2018-09-03")),
            "Fri 2018-09-14",
            (Expect(state="met", due="2018-09-04", met_by="pt", raised_on=None),),
        ),
        Example(
            "The next working day: in time.",
            (*ENDED, told("Tue 2018-09-04")),
            "Fri 2018-09-14",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "The day after: late.",
            (*ENDED, told("Wed 2018-09-05")),
            "Fri 2018-09-14",
            (Expect(state="met_late", raised_on="2018-09-05"),),
        ),
        Example(
            "A plan ended on a Friday: the Monday.",
            (PLAN, closed("Safe.", "Fri 2018-09-07")),
            "Fri 2018-09-14",
            (Expect(state="overdue", due="2018-09-10", raised_on="2018-09-11"),),
        ),
        Example(
            "Told about something else.",
            (*ENDED, told("Tue 2018-09-04", "preproceedings")),
            "Fri 2018-09-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "Told about the brother's plan.",
            (*ENDED, told("Tue 2018-09-04", about=(SIBLING,))),
            "Fri 2018-09-14",
            (Expect(state="overdue"),),
        ),
        Example("A plan that goes on: nothing to tell.", (PLAN,), "Fri 2018-09-14", ()),
        Example(
            "The end of a child in need plan is not this.",
            (in_need("Wed 2018-08-01"), over("Mon 2018-09-03")),
            "Fri 2018-09-14",
            (),
        ),
        Example(
            "Told in time and written down later: it had shown, and was no breach.",
            (*ENDED, told("Tue 2018-09-04", recorded="Mon 2018-09-10T09:00")),
            "Fri 2018-09-14",
            (Expect(state="met", raised_on="2018-09-05"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            ENDED,
            "Fri 2018-09-14",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-04")},
        ),
    ),
)
