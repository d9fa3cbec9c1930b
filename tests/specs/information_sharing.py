"""The school file, and the school told in the morning."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Given, Spec, given, person
from tests.specs.limits import sides


def moved(happened: str, file: bool | None = True, **rest: object) -> Given:
    """Another school."""
    known = {} if file is None else {"protection_file": file}
    return given("sc", "school_changed", happened, to="Mill Street Academy", from_="school", **known, **rest)


def passed_on(happened: str, confirmed: bool | None = True, **rest: object) -> Given:
    """The file goes after the child."""
    known = {} if confirmed is None else {"receipt_confirmed": confirmed}
    return given("tr", "protection_file_transferred", happened, to="Mill Street Academy", by="dsl", **known, **rest)


INF_04 = Spec(
    "INF-04",
    (
        *sides(
            "Passed on and confirmed",
            (moved("Mon 2022-11-21"),),
            passed_on,
            ("Fri 2022-11-25", "Mon 2022-11-28", "Tue 2022-11-29"),
            "Mon 2022-12-12",
            "2022-11-28",
            "2022-11-29",
        ),
        Example(
            "A school's own days are not on the record: it says that it is about then.",
            (moved("Mon 2022-11-21"),),
            "Mon 2022-12-12",
            (Expect(approximate=True),),
        ),
        Example(
            "Sent and not confirmed: nobody knows that it arrived.",
            (moved("Mon 2022-11-21"), passed_on("Fri 2022-11-25", confirmed=False)),
            "Mon 2022-12-12",
            (Expect(state="overdue"),),
        ),
        Example("No file, nothing to pass on.", (moved("Mon 2022-11-21", file=False),), "Mon 2022-12-12", ()),
        Example(
            "Whether there is a file was not said: somebody has to look.",
            (moved("Mon 2022-11-21", file=None),),
            "Mon 2022-12-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "The brother's file is not this child's.",
            (moved("Mon 2022-11-21"), passed_on("Fri 2022-11-25", about=(SIBLING,))),
            "Mon 2022-12-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "Grown up before it was due: no longer a child's file.",
            (moved("Fri 2022-11-25"),),
            "Mon 2022-12-12",
            (Expect(state="not_required"),),
            people={CHILD: person(CHILD, "Ash", "2004-11-28")},
        ),
    ),
)


def attended(happened: str, kind: str = "domestic_abuse", by: str = "pc", id: str = "in", **rest: object) -> Given:
    """Police were called to the home."""
    return given(id, "incident_recorded", happened, kind=kind, involved=[MOTHER], children_present="no", by=by, **rest)


def told(happened: str, incident: str = "in", **rest: object) -> Given:
    """The school hears of it."""
    return given("st", "school_told", happened, incident=incident, schools=["school"], by="pc", **rest)


FRIDAY_NIGHT = attended("Fri 2019-11-29T22:00")

INF_05 = Spec(
    "INF-05",
    (
        *sides(
            "Told",
            (FRIDAY_NIGHT,),
            told,
            ("Mon 2019-12-02T08:59", "Mon 2019-12-02T09:00", "Mon 2019-12-02T09:01"),
            "Mon 2019-12-16",
            "2019-12-02T09:00:00Z",
            "2019-12-02",
        ),
        Example(
            "Word to the partners that speaks of Operation Encompass counts.",
            (FRIDAY_NIGHT, Given("pt", "partners_told", "Sat 2019-11-30T08:00", {"about": "Operation Encompass"}, by="pc")),
            "Mon 2019-12-16",
            (Expect(state="met", met_by="pt"),),
        ),
        Example(
            "Word to them about something else does not.",
            (FRIDAY_NIGHT, Given("pt", "partners_told", "Sat 2019-11-30T08:00", {"about": "plan_ended"})),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
        ),
        Example(
            "Early on a school morning: before that same school day begins.",
            (attended("Mon 2019-12-02T05:30"),),
            "Mon 2019-12-16",
            (Expect(state="overdue", due="2019-12-02T09:00:00Z", approximate=True),),
        ),
        Example(
            "Told of an earlier incident is not told of this one.",
            (attended("Wed 2019-11-27T22:00", id="in0"), FRIDAY_NIGHT, told("Mon 2019-12-02T08:00", "in0")),
            "Mon 2019-12-16",
            (Expect(state="met_late", trigger="in0"), Expect(state="overdue", trigger="in")),
        ),
        Example(
            "An incident that a health visitor wrote down.", (attended("Fri 2019-11-29T22:00", by="hv"),), "Mon 2019-12-16", ()
        ),
        Example("An arrest for something else.", (attended("Fri 2019-11-29T22:00", "arrest"),), "Mon 2019-12-16", ()),
        Example(
            "Four years old that day: old enough for school.",
            (FRIDAY_NIGHT,),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2015-11-29")},
        ),
        Example(
            "Four the day after: not yet.",
            (FRIDAY_NIGHT,),
            "Mon 2019-12-16",
            (),
            people={CHILD: person(CHILD, "Ash", "2015-11-30")},
        ),
        Example(
            "Seventeen on the day: still at school, until the birthday.",
            (attended("Thu 2019-11-28T22:00"),),
            "Mon 2019-12-16",
            (Expect(state="not_required", due="2019-11-29T09:00:00Z", raised_on="2019-11-29"),),
            people={CHILD: person(CHILD, "Ash", "2001-11-30")},
        ),
        Example(
            "A child whose age nobody knows may be at school: it cannot be told.",
            (FRIDAY_NIGHT,),
            "Mon 2019-12-16",
            (Expect(state="cannot_tell", due=None),),
            people={CHILD: person(CHILD, "Ash", None)},
        ),
        Example(
            "Eighteen on the day: grown up.",
            (FRIDAY_NIGHT,),
            "Mon 2019-12-16",
            (),
            people={CHILD: person(CHILD, "Ash", "2001-11-29")},
        ),
        Example(
            "Grown up over the weekend: no school to tell.",
            (FRIDAY_NIGHT,),
            "Mon 2019-12-16",
            (Expect(state="not_required"),),
            people={CHILD: person(CHILD, "Ash", "2001-11-30")},
        ),
    ),
)
