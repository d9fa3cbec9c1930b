"""Whoever is named counts while they are somebody else: not who sent it, not who is supervised or hands over, not the child."""

from typing import Any

from tests.specs.kit import CHILD, GRANDMOTHER, SIBLING, Example, Expect, Given, Spec, conference, contact, given
from tests.specs.workers_in_post import away, cover, trusts

# From the school's safeguarding lead.
RANG = contact("c", "Mon 2018-10-08T10:00")
FROM_GRAN = contact("c", "Mon 2018-10-08T10:00", from_={"role": "grandmother", "name": "Willow Rowan"})
OVERDUE = (Expect(state="overdue", trigger="c"),)


def given_to(worker: str, id: str = "as", happened: str = "Mon 2018-10-08T10:30", **rest: Any) -> Given:
    """The contact is given to somebody."""
    return given(id, "contact_assigned", happened, **({"contact": "c", "worker": worker} | rest))


FD_01 = Spec(
    "FD-01",
    (
        Example("Given to whoever sent it: nobody has it.", (RANG, given_to("dsl")), "Mon 2018-10-08", OVERDUE),
        Example("Given to a colleague.", (RANG, given_to("hv")), "Mon 2018-10-08", (Expect(state="met"),)),
        Example(
            "Given to whoever sent it, and then to somebody else.",
            (RANG, given_to("dsl"), given_to("ravi", "as2", "Mon 2018-10-08T11:00")),
            "Mon 2018-10-08",
            (Expect(state="met", met_by="as2"),),
        ),
        Example("From one of the family.", (FROM_GRAN, given_to("dsl")), "Mon 2018-10-08", (Expect(state="met"),)),
        Example(
            "Whoever has it goes, and the sender covers: nobody has it.",
            (
                RANG,
                given_to("lena"),
                away("a", "Mon 2018-10-08T12:00", "lena"),
                cover("k", "Mon 2018-10-08T13:00", "dsl", of="lena"),
            ),
            "Mon 2018-10-08",
            (Expect(state="met", trigger="c"), Expect(state="overdue", trigger="as")),
        ),
        Example(
            "A colleague of hers covers.",
            (
                RANG,
                given_to("lena"),
                away("a", "Mon 2018-10-08T12:00", "lena"),
                cover("k", "Mon 2018-10-08T13:00", "ravi", of="lena"),
            ),
            "Mon 2018-10-08",
            (Expect(state="met", trigger="c"), Expect(state="met", trigger="as", met_by="k")),
        ),
    ),
)

ABSENT = away("absent", "Fri 2019-11-22")
FROM_SCHOOL = given(
    "m", "message_received", "Fri 2019-11-29T16:50", for_="sam", from_={"role": "teacher", "worker": "dsl"}, text="He is hurt."
)
FROM_AN_ID = given("m", "message_received", "Fri 2019-11-29T16:50", for_="sam", from_="hv", text="He is hurt.")
ADDRESSED = contact("c", "Fri 2019-11-29T16:50", for_="sam")


def passed(*workers: str) -> Given:
    """The message is passed on."""
    return given("re", "message_rerouted", "Fri 2019-11-29T16:50", by=None, message="m", to=list(workers))


def taken(worker: str) -> Given:
    """The concern is given to one person by a manager."""
    return given("as", "contact_assigned", "Fri 2019-11-29T16:50", by="kay", contact="c", worker=worker)


BACK_TO_THE_SENDER = (
    ("A message passed back to whoever sent it.", (ABSENT, FROM_SCHOOL, passed("dsl"))),
    ("A message from somebody known by their id, passed back to them.", (ABSENT, FROM_AN_ID, passed("hv"))),
    ("A concern for one worker, given back to whoever sent it.", (ABSENT, ADDRESSED, taken("dsl"))),
)
TO_SOMEBODY_ELSE = (
    ("Passed to the sender and a colleague.", (ABSENT, FROM_SCHOOL, passed("dsl", "ravi"))),
    ("Passed to a colleague of the sender's.", (ABSENT, FROM_AN_ID, passed("dsl"))),
    ("Given to another.", (ABSENT, ADDRESSED, taken("ravi"))),
)
WK_02 = Spec(
    "WK-02",
    (
        *(Example(says, entries, "Fri 2019-11-29", (Expect(state="overdue"),)) for says, entries in BACK_TO_THE_SENDER),
        *(Example(says, entries, "Fri 2019-11-29", (Expect(state="met"),)) for says, entries in TO_SOMEBODY_ELSE),
    ),
)
MSG_ABSENT = Spec(
    "SIG-MSG-ABSENT-WORKER",
    (
        *(Example(says, entries, "Sat 2019-11-30", (Expect(state="raised"),)) for says, entries in BACK_TO_THE_SENDER),
        *(Example(says, entries, "Sat 2019-11-30", ()) for says, entries in TO_SOMEBODY_ELSE),
    ),
)
HARM = contact("c", "Fri 2019-11-29T16:50", immediate_harm=True)
UNREAD_RISK = Spec(
    "SIG-MSG-UNREAD-RISK",
    (
        Example("Given back to whoever told us.", (HARM, taken("dsl")), "Sat 2019-11-30", (Expect(state="raised"),)),
        Example("Given to another.", (HARM, taken("hv")), "Sat 2019-11-30", ()),
    ),
)
BEFORE_WEEKEND = Spec(
    "SIG-BEFORE-WEEKEND",
    tuple(
        Example(
            f"Passed on Saturday {says}.",
            (
                given(
                    "m", "message_received", "Fri 2018-10-12", for_="sam", from_="hv", text="He hits.", possible_serious_harm=True
                ),
                given("re", "message_rerouted", "Sat 2018-10-13", by=None, message="m", to=[to]),
            ),
            "Wed 2018-10-31",
            found,
        )
        for says, to, found in (
            ("back to whoever sent it", "hv", (Expect(raised_on="2018-10-15"),)),
            ("to somebody else", "ravi", ()),
        )
    ),
)

LED = given("al", "worker_allocated", "Mon 2018-09-03", worker="sam", role="lead_social_worker", by="kay")
RAVI = given("al2", "worker_allocated", "Mon 2018-10-08", worker="ravi", role="lead_social_worker", by="kay")
WK_05 = Spec(
    "WK-05",
    tuple(
        Example(
            f"Handed over on {happened} from {who}.",
            (LED, RAVI, given("ho", "handover_completed", happened, from_=who, to="ravi", family_told=True)),
            "Mon 2018-10-22",
            (Expect(state=state),),
        )
        for who, state in (("ravi", "overdue"), ("sam", "met"))
        for happened in ("Fri 2018-10-05", "Fri 2018-10-12")
    ),
)
WK_09 = Spec(
    "WK-09",
    (
        Example(
            "Supervised by nobody but herself.",
            (
                conference("ic", "Mon 2018-09-03"),
                given("su", "supervision_held", "Fri 2018-09-28", by="kay", worker="kay", manager="kay"),
            ),
            "Fri 2018-10-05",
            (Expect(state="overdue", raised_on="2018-10-02"),),
        ),
    ),
)


def readiness(carers: list[str] | None) -> tuple[Given, ...]:
    """Everything that the emergency duty team needs, and who would have the child."""
    said: dict[str, Any] = {} if carers is None else {"carers": carers}
    return (
        conference("ic", "Mon 2018-09-03"),
        given("g", "genogram_reviewed", "Mon 2018-09-10"),
        given("sp", "safety_plan_agreed", "Mon 2018-09-10", readable_by_duty=True, text="Ring the grandmother."),
        given("co", "contingency_agreed", "Mon 2018-09-10", **said),
    )


KIN_07 = Spec(
    "KIN-07",
    (
        *(
            Example(says, readiness(carers), "Thu 2018-11-29", (Expect(state="met"), Expect(state="due_soon")))
            for says, carers in (
                ("The grandmother would have the child.", [GRANDMOTHER]),
                ("She would, and the child is named beside her.", [CHILD, GRANDMOTHER]),
                ("A neighbour would.", ["the neighbour"]),
                ("Nobody wrote down who.", None),
            )
        ),
        Example("Nobody would but the child.", readiness([CHILD]), "Thu 2018-11-29", (Expect(state="overdue"),)),
    ),
)

PLAN = conference("ic", "Wed 2018-10-03")
TRUSTED = Spec(
    "SIG-TRUSTED-PERSON",
    (
        Example(
            "A child's trusted person is not the child.",
            (PLAN, trusts("t", "Wed 2018-10-10", CHILD)),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-11-01"),),
        ),
        Example("It may be a brother.", (PLAN, trusts("t", "Wed 2018-10-10", SIBLING)), "Fri 2018-11-30", ()),
        Example("Or another child, of no family here.", (PLAN, trusts("t", "Wed 2018-10-10", "a friend")), "Fri 2018-11-30", ()),
    ),
)
