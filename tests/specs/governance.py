"""What the partnership itself owes. Its entries are about nobody."""

from holdfast.engine.reference.person_view import PARTNERSHIP
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, set_locally

OURS = {"child": PARTNERSHIP}


def reported(happened: str, id: str = "rep", **rest: object) -> Given:
    """The yearly report is published."""
    return given(id, "partnership_report_published", happened, about=(), **rest)


FIRST = reported("Mon 2024-09-30")

REV_10 = Spec(
    "REV-10",
    (
        Example(
            "The next one on the anniversary: in time, and the year begins again.",
            (FIRST, reported("Tue 2025-09-30", "rep2")),
            "Fri 2025-10-31",
            (
                Expect(state="met", trigger="rep", due="2025-09-30", about=(PARTNERSHIP,)),
                Expect(state="running", trigger="rep2", due="2026-09-30"),
            ),
            **OURS,
        ),
        Example(
            "A day later: late.",
            (FIRST, reported("Wed 2025-10-01", "rep2")),
            "Fri 2025-10-31",
            (Expect(state="met_late", raised_on="2025-10-01"), Expect(state="running")),
            **OURS,
        ),
        Example(
            "None at all: it shows.",
            (FIRST,),
            "Fri 2025-10-31",
            (Expect(state="overdue", raised_on="2025-10-01"),),
            **OURS,
        ),
        Example("It is no child's.", (FIRST,), "Fri 2025-10-31", (), child=CHILD),
        Example(
            "Published in time and written down late: it had shown.",
            (FIRST, reported("Tue 2025-09-30", "rep2", recorded="Mon 2025-10-13T09:00")),
            "Fri 2025-10-31",
            (Expect(state="met", raised_on="2025-10-01"), Expect(state="running")),
            **OURS,
        ),
    ),
)


def commenced(provision: str = "Children Act 2004 section 16EA") -> Given:
    """Parliament's provision comes into force."""
    return given("pc", "provision_commenced", "Mon 2027-11-01", about=(), provision=provision)


ROLES = ("social_worker", "police_officer", "health_visitor", "teacher")


def established(happened: str, roles: tuple[str, ...] = ROLES) -> Given:
    """The team is set up."""
    return given("te", "protection_team_established", happened, about=(), present=[{"role": role} for role in roles])


SWITCHED_ON = {"child": PARTNERSHIP, "values": set_locally("GOV-01", "in_force", "on", "Mon 2027-11-01")}
LACKING = (Expect(state="overdue", raised_on="2027-11-01"),)

GOV_01 = Spec(
    "GOV-01",
    (
        Example("As it ships, it asks nothing.", (commenced(),), "Tue 2027-11-30", (), **OURS),
        Example(
            "Set up before it came into force.",
            (established("Mon 2027-10-04"), commenced()),
            "Tue 2027-11-30",
            (Expect(state="met", raised_on=None),),
            **SWITCHED_ON,
        ),
        Example("Not set up: it shows that day.", (commenced(),), "Tue 2027-11-30", LACKING, **SWITCHED_ON),
        Example(
            "Set up afterwards: there was none when it came into force.",
            (commenced(), established("Wed 2027-11-10")),
            "Tue 2027-11-30",
            LACKING,
            **SWITCHED_ON,
        ),
        *(
            Example(
                f"Without {missing.replace('_', ' ')}, it is not that team.",
                (established("Mon 2027-10-04", tuple(role for role in ROLES if role != missing)), commenced()),
                "Tue 2027-11-30",
                LACKING,
                **SWITCHED_ON,
            )
            for missing in ROLES
        ),
        Example(
            "Another provision has nothing to do with it.", (commenced("section 16LC"),), "Tue 2027-11-30", (), **SWITCHED_ON
        ),
    ),
)

ALL = ("drugs", "neglect", "desensitisation", "practice_model")


def began(happened: str, agency: str = "school") -> Given:
    """A training year begins."""
    return given("ty", "training_year_started", happened, about=(), agency=agency)


def uptake(happened: str, agency: str = "school", subjects: tuple[str, ...] = ALL, id: str = "up") -> Given:
    """What was offered and taken up."""
    data = {"agency": agency, "subjects": list(subjects), "uptake": "41 of 60"}
    return given(id, "training_uptake_reported", happened, about=(), **data)


YEAR = began("Mon 2024-09-02")
NEXT = Expect(state="running", trigger="up")

GOV_02 = Spec(
    "GOV-02",
    (
        Example(
            "Reported on the anniversary: in time, and the year begins again.",
            (YEAR, uptake("Tue 2025-09-02")),
            "Fri 2025-10-31",
            (Expect(state="met", trigger="ty", due="2025-09-02"), Expect(state="running", trigger="up", due="2026-09-02")),
            **OURS,
        ),
        Example(
            "A day later: late.",
            (YEAR, uptake("Wed 2025-09-03")),
            "Fri 2025-10-31",
            (Expect(state="met_late", raised_on="2025-09-03"), NEXT),
            **OURS,
        ),
        Example("Not at all: it shows.", (YEAR,), "Fri 2025-10-31", (Expect(state="overdue"),), **OURS),
        Example(
            "Another agency's report is its own.",
            (YEAR, uptake("Tue 2025-09-02", "health")),
            "Fri 2025-10-31",
            (Expect(state="overdue", trigger="ty"), NEXT),
            **OURS,
        ),
        *(
            Example(
                f"A report that leaves out {missing.replace('_', ' ')} is not the whole.",
                (YEAR, uptake("Tue 2025-09-02", subjects=tuple(each for each in ALL if each != missing))),
                "Fri 2025-10-31",
                (Expect(state="overdue", trigger="ty"), NEXT),
                **OURS,
            )
            for missing in ALL
        ),
    ),
)


def programme(happened: str, kind: str = "neglect") -> Given:
    """Monthly audits begin."""
    return given("ap", "audit_programme_started", happened, about=(), kind=kind)


def audits(n: int, kind: str = "neglect", month: str = "2019-10") -> tuple[Given, ...]:
    """So many audits, of two children's cases in turn, on the 1st of the month and after."""
    weekdays = {"2019-10": ("Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}[month]
    return tuple(
        given(
            f"a{n}",
            "audit_completed",
            f"{weekdays[n]} {month}-0{n + 1}",
            kind=kind,
            grade="good",
            about=((CHILD, SIBLING)[n % 2],),
        )
        for n in range(n)
    )


BEGUN = programme("Mon 2019-09-16")
OCTOBER = "Thu 2019-10-31"

GOV_03 = Spec(
    "GOV-03",
    (
        Example(
            "Five cases in the month, whosever they are: met by the fifth.",
            (BEGUN, *audits(5)),
            OCTOBER,
            (Expect(state="met", due="2019-10-31", met_by="a4", met_on="2019-10-05"),),
            **OURS,
        ),
        Example(
            "Six: met by the fifth all the same.",
            (BEGUN, *audits(6)),
            OCTOBER,
            (Expect(state="met", met_by="a4"),),
            **OURS,
        ),
        Example(
            "Four by the end of the month: overdue the day after.",
            (BEGUN, *audits(4)),
            "Fri 2019-11-01",
            (Expect(state="overdue", due="2019-10-31", raised_on="2019-11-01"), Expect(state="running", due="2019-11-30")),
            **OURS,
        ),
        Example(
            "Four and the month not over: running.",
            (BEGUN, *audits(4)),
            OCTOBER,
            (Expect(state="running"),),
            **OURS,
        ),
        Example(
            "Audits of something else are not of neglect.",
            (BEGUN, *audits(5, "supervision")),
            "Fri 2019-11-01",
            (Expect(state="overdue"), Expect(state="running")),
            **OURS,
        ),
        Example("The month in which it began is not counted.", (BEGUN,), "Mon 2019-09-30", (), **OURS),
        Example(
            "The programme ends: no further months.",
            (BEGUN, *audits(5), given("ae", "audit_programme_ended", "Fri 2019-11-01", about=(), kind="neglect")),
            "Tue 2019-12-31",
            (Expect(state="met"),),
            **OURS,
        ),
        Example(
            "The end of another programme is not the end of this.",
            (BEGUN, *audits(5), given("ae", "audit_programme_ended", "Fri 2019-11-01", about=(), kind="supervision")),
            "Mon 2019-12-02",
            (Expect(state="met"), Expect(state="overdue", due="2019-11-30"), Expect(state="running")),
            **OURS,
        ),
        Example("A programme of something else is not this one.", (programme("Mon 2019-09-16", "visits"),), OCTOBER, (), **OURS),
    ),
)
