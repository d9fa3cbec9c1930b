"""How long records are kept, and that none is destroyed while somebody may need it."""

from tests.specs.kit import CHILD, GRANDMOTHER, SIBLING, Example, Expect, Given, Spec, contact, given, person

UNKNOWN_BIRTH = {CHILD: person(CHILD, "Ash", None)}


def stay(happened: str, arrangement: str = "section20") -> Given:
    """The child stays away from home."""
    return given("st", "stay_started", happened, with_=["gran"], arrangement=arrangement, overnight=True)


def decided(happened: str, basis: str = "regulation24") -> Given:
    """What a stay is in law."""
    return given("ad", "arrangement_decided", happened, stay="st0", basis=basis)


def ordered(happened: str, kind: str = "interim care order") -> Given:
    """A court's order."""
    return given("co", "court_order_made", happened, kind=kind)


def destroyed(happened: str, **rest: object) -> Given:
    """The record is destroyed."""
    return given("gone", "record_disposed", happened, reason_="Cleared out with the old system.", **rest)


BECOMES_LOOKED_AFTER = (stay, decided, ordered)
KEPT = Expect(state="running", due="2085-03-01")

RET_01 = Spec(
    "RET-01",
    (
        Example("Accommodated: kept until the 75th birthday.", (stay("Mon 2019-09-02"),), "Tue 2019-12-31", (KEPT,)),
        Example("With a relative under regulation 24: the same.", (decided("Mon 2019-09-02"),), "Tue 2019-12-31", (KEPT,)),
        Example("By a care order: the same.", (ordered("Mon 2019-09-02"),), "Tue 2019-12-31", (KEPT,)),
        Example("By an arrangement of the family's own: not by this.", (stay("Mon 2019-09-02", "family"),), "Tue 2019-12-31", ()),
        *(
            Example(
                f"Looked after before, by {before('Mon 2019-09-02').type.replace('_', ' ')}: one clock, from the first.",
                (before("Mon 2019-09-02"), then("Mon 2019-10-07")),
                "Tue 2019-12-31",
                (Expect(state="running", starts="2019-09-02"),),
            )
            for before, then in ((stay, ordered), (decided, stay), (ordered, stay))
        ),
        Example(
            "Stays with the family before it do not count.",
            (
                given("st0", "stay_started", "Mon 2019-07-01", with_=["gran"], arrangement="family", overnight=True),
                stay("Mon 2019-09-02"),
            ),
            "Tue 2019-12-31",
            (Expect(state="running", starts="2019-09-02"),),
        ),
        Example(
            "Destroyed the day before the birthday: it shows that day, and nothing puts it right.",
            (stay("Mon 2019-09-02"), destroyed("Wed 2085-02-28")),
            "Fri 2085-03-30",
            (Expect(state="overdue", raised_on="2085-02-28"),),
        ),
        Example(
            "On the birthday itself: kept long enough.",
            (stay("Mon 2019-09-02"), destroyed("Thu 2085-03-01")),
            "Fri 2085-03-30",
            (Expect(state="met", met_on="2085-03-01", raised_on=None),),
        ),
        Example(
            "Where the date of birth is not known, it cannot be told.",
            (stay("Mon 2019-09-02"),),
            "Tue 2019-12-31",
            (Expect(state="cannot_tell", due=None),),
            people=UNKNOWN_BIRTH,
        ),
        Example(
            "A year before: due soon, so that somebody looks at it.",
            (stay("Mon 2019-09-02"),),
            "Wed 2084-03-01",
            (Expect(state="due_soon"),),
        ),
    ),
)


def closed(happened: str, kind: str = "child_protection", **rest: object) -> Given:
    """The case is closed."""
    return given("cl", "case_closed", happened, kind=kind, reason_="The plan has done its work.", **rest)


CLOSED = closed("Fri 2019-11-29")

RET_02 = Spec(
    "RET-02",
    (
        Example(
            "Destroyed the day before 35 years are over.",
            (CLOSED, destroyed("Sat 2054-11-28")),
            "Thu 2054-12-31",
            (Expect(state="overdue", due="2054-11-29", raised_on="2054-11-28"),),
        ),
        Example(
            "On the day: kept long enough.",
            (CLOSED, destroyed("Sun 2054-11-29")),
            "Thu 2054-12-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A contact two years later counts from there again.",
            (CLOSED, contact("c", "Mon 2021-03-01")),
            "Fri 2021-12-31",
            (Expect(due="2054-11-29"), Expect(state="running", trigger="c", due="2056-03-01")),
        ),
        Example(
            "A contact with no closed case before it.",
            (contact("c", "Mon 2019-03-04"), CLOSED),
            "Tue 2019-12-31",
            (Expect(trigger="cl"),),
        ),
        Example(
            "A case of a child in need is kept by another rule.",
            (closed("Fri 2019-11-29", "child_in_need"), contact("c", "Mon 2021-03-01")),
            "Fri 2021-12-31",
            (),
        ),
        *(
            Example(
                f"Looked after before, by {each('Mon 2019-09-02').type.replace('_', ' ')}: kept longer, by another rule.",
                (each("Mon 2019-09-02"), CLOSED),
                "Tue 2019-12-31",
                (),
            )
            for each in BECOMES_LOOKED_AFTER
        ),
        *(
            Example(
                f"Looked after later, by {each('Mon 2020-06-01').type.replace('_', ' ')}: the other rule takes over.",
                (CLOSED, each("Mon 2020-06-01"), contact("c", "Mon 2021-03-01")),
                "Fri 2021-12-31",
                (Expect(state="not_required", trigger="cl", raised_on=None),),
            )
            for each in BECOMES_LOOKED_AFTER
        ),
        Example(
            "A stay within the family is not being looked after.",
            (
                stay("Mon 2019-09-02", "family"),
                CLOSED,
                given("st2", "stay_started", "Mon 2020-06-01", with_=["gran"], arrangement="family", overnight=True),
                contact("c", "Mon 2021-03-01"),
            ),
            "Fri 2021-12-31",
            (Expect(state="running", trigger="cl"), Expect(state="running", trigger="c")),
        ),
        Example("Grown up long since: kept all the same.", (CLOSED,), "Fri 2032-12-31", (Expect(state="running"),)),
    ),
)

RET_03 = Spec(
    "RET-03",
    (
        Example(
            "Kept 100 years from the order.",
            (ordered("Mon 2019-09-02", "adoption order"),),
            "Tue 2019-12-31",
            (Expect(state="running", due="2119-09-02"),),
        ),
        Example(
            "A placement order is not an adoption order.", (ordered("Mon 2019-09-02", "placement order"),), "Tue 2019-12-31", ()
        ),
        Example(
            "Destroyed after 99 years.",
            (ordered("Mon 2019-09-02", "adoption_order"), destroyed("Fri 2118-09-02")),
            "Sat 2118-12-31",
            (Expect(state="overdue", raised_on="2118-09-02"),),
        ),
        Example(
            "Grown up long since: kept all the same.",
            (ordered("Mon 2019-09-02", "adoption order"),),
            "Fri 2032-12-31",
            (Expect(state="running"),),
        ),
        Example(
            "A brother's record destroyed is not this one.",
            (ordered("Mon 2019-09-02", "adoption order"), destroyed("Fri 2032-10-01", about=(SIBLING,))),
            "Fri 2032-12-31",
            (Expect(state="running"),),
        ),
    ),
)


def ended(happened: str, **rest: object) -> Given:
    """The carer's approval ends."""
    return given("en", "carer_approval_ended", happened, carer="gran", **rest)


RET_04 = Spec(
    "RET-04",
    (
        Example(
            "A relative's approval ends: her own record is kept ten years.",
            (ended("Fri 2019-11-29", about=(GRANDMOTHER,)),),
            "Tue 2019-12-31",
            (Expect(state="running", due="2029-11-29"),),
            child=GRANDMOTHER,
        ),
        Example(
            "Destroyed the day before.",
            (ended("Fri 2019-11-29"), destroyed("Wed 2029-11-28")),
            "Mon 2029-12-31",
            (Expect(state="overdue", raised_on="2029-11-28"),),
        ),
        Example(
            "On the day: kept long enough.",
            (ended("Fri 2019-11-29"), destroyed("Thu 2029-11-29")),
            "Mon 2029-12-31",
            (Expect(state="met"),),
        ),
        Example(
            "Recorded with the child, it outlasts childhood.",
            (ended("Fri 2019-11-29"),),
            "Tue 2028-10-31",
            (Expect(state="running"),),
        ),
    ),
)

RET_06 = Spec(
    "RET-06",
    (
        Example(
            "Kept until the 21st birthday.",
            (closed("Fri 2019-11-29", "child_in_need"),),
            "Fri 2030-05-31",
            (Expect(state="running", due="2031-03-01"),),
        ),
        Example(
            "Destroyed at twenty.",
            (closed("Fri 2019-11-29", "child_in_need"), destroyed("Fri 2030-05-31")),
            "Mon 2030-12-30",
            (Expect(state="overdue", raised_on="2030-05-31"),),
        ),
        Example("A child protection case is kept by another rule.", (CLOSED,), "Fri 2030-05-31", ()),
        Example(
            "Where the date of birth is not known, it cannot be told.",
            (closed("Fri 2019-11-29", "child_in_need"),),
            "Fri 2030-05-31",
            (Expect(state="cannot_tell"),),
            people=UNKNOWN_BIRTH,
        ),
    ),
)
