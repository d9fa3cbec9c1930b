"""Signals about pre-proceedings, messages and people who may be mistaken for each other."""

from holdfast.vocabulary.world import KnownPerson, KnownRelationship, PersonName
from tests.specs.kit import CHILD, FATHER, MOTHER, RELATIONSHIPS, Example, Expect, Spec, contact, given

STARTED = given("pre", "preproceedings_started", "Fri 2019-03-01")
MET = given("m1", "preproceedings_meeting_held", "Mon 2019-03-11", kind="first")

PLO_IDLE = Spec(
    "SIG-PLO-IDLE",
    (
        Example("Ten working days with nothing is not yet idle.", (STARTED,), "Fri 2019-03-15", ()),
        Example(
            "The day after, it is.",
            (STARTED,),
            "Sat 2019-03-16",
            (Expect(state="raised", raised_on="2019-03-16", evidence=("pre",)),),
        ),
        Example(
            "A meeting starts the count again.",
            (STARTED, MET),
            "Tue 2019-03-26",
            (Expect(state="raised", raised_on="2019-03-26", evidence=("pre", "m1")),),
        ),
        Example(
            "Something legal after it was shown ends it.",
            (STARTED, given("m1", "preproceedings_meeting_held", "Mon 2019-03-18", kind="first")),
            "Wed 2019-03-20",
            (Expect(state="ended", raised_on="2019-03-16", met_by="m1"),),
        ),
        Example(
            "A visit is not legal activity.",
            (STARTED, given("v", "visit_made", "Mon 2019-03-11", kind="child_protection", seen=[CHILD])),
            "Sat 2019-03-16",
            (Expect(),),
        ),
        Example(
            "Once ended it is not idle.",
            (STARTED, given("x", "preproceedings_ended", "Mon 2019-03-11", outcome="stepped down")),
            "Sun 2019-03-31",
            (),
        ),
    ),
)


BOTH = (STARTED, MET, given("s1", "expectations_signed", "Mon 2019-03-11", **{"by_": [MOTHER]}))

PLO_UNSIGNED = Spec(
    "SIG-PLO-UNSIGNED",
    (
        Example("Five working days after the meeting nobody is late.", BOTH, "Mon 2019-03-18", ()),
        Example(
            "The day after, the parent who has not signed is named.",
            BOTH,
            "Tue 2019-03-19",
            (Expect(state="raised", raised_on="2019-03-19", evidence=("m1",)),),
        ),
        Example(
            "Signed months later: ended, and kept.",
            (*BOTH, given("s2", "expectations_signed", "Thu 2019-08-15", **{"by_": [FATHER]})),
            "Sat 2019-08-31",
            (Expect(state="ended", raised_on="2019-03-19", met_by="s2"),),
        ),
        Example(
            "Both signed in time: nothing.",
            (*BOTH, given("s2", "expectations_signed", "Mon 2019-03-18", **{"by_": [FATHER]})),
            "Sat 2019-08-31",
            (),
        ),
        Example("No first meeting, nothing to sign.", (STARTED,), "Tue 2019-03-12", ()),
    ),
)

TOLD = given("r", "referrer_informed", "Fri 2018-10-12", contact="c", outcome="Assessment begun.")

CONTACT_UNANSWERED = Spec(
    "SIG-CONTACT-UNANSWERED",
    (
        Example("Two working days without a reply is not yet late.", (contact("c", "Wed 2018-10-10"),), "Fri 2018-10-12", ()),
        Example(
            "The day after, it is.",
            (contact("c", "Wed 2018-10-10"),),
            "Sat 2018-10-13",
            (Expect(state="raised", raised_on="2018-10-13"),),
        ),
        Example("Answered on the second working day: nothing.", (contact("c", "Wed 2018-10-10"), TOLD), "Wed 2018-10-31", ()),
        Example(
            "An acknowledgement is not a reply.",
            (contact("c", "Wed 2018-10-10"), given("a", "contact_acknowledged", "Wed 2018-10-10", contact="c", to="dsl")),
            "Sat 2018-10-13",
            (Expect(state="raised"),),
        ),
        Example(
            "The sender had to try again the next day: shown at once.",
            (contact("c", "Wed 2018-10-10"), contact("d", "Thu 2018-10-11")),
            "Thu 2018-10-11",
            (Expect(state="raised", raised_on="2018-10-11", evidence=("c", "d")),),
        ),
        Example(
            "A neighbour is neither a professional nor the family.",
            (contact("c", "Wed 2018-10-10", from_={"role": "neighbour"}),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The child's mother is the family.",
            (contact("c", "Wed 2018-10-10", from_={"role": "mother"}),),
            "Sat 2018-10-13",
            (Expect(),),
        ),
    ),
)

AWAY = given("off", "absence_started", "Mon 2019-11-04", about=(), worker="sam")


def message(id, happened, **rest):  # type: ignore[no-untyped-def]
    """A message to the child's worker."""
    return given(
        id, "message_received", happened, for_="sam", from_="dsl", text="Please ring.", possible_serious_harm=True, **rest
    )


MSG_ABSENT_WORKER = Spec(
    "SIG-MSG-ABSENT-WORKER",
    (
        Example(
            "An hour after a message to a worker on leave, nobody else has opened it.",
            (AWAY, message("m", "Mon 2019-11-25T09:00")),
            "Mon 2019-11-25",
            (Expect(state="raised", raised_on="2019-11-25", evidence=("off", "m")),),
        ),
        Example("The worker is at work: nothing.", (message("m", "Mon 2019-11-25T09:00"),), "Sat 2019-11-30", ()),
        Example(
            "Back at work before it came: nothing.",
            (
                AWAY,
                given("back", "absence_ended", "Mon 2019-11-18", about=(), worker="sam"),
                message("m", "Mon 2019-11-25T09:00"),
            ),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "Passed on within the hour: nothing.",
            (
                AWAY,
                message("m", "Mon 2019-11-25T09:00"),
                given("r", "message_rerouted", "Mon 2019-11-25T10:00", message="m", to=["kay", "duty"]),
            ),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "Passed on a minute later: it had shown.",
            (
                AWAY,
                message("m", "Mon 2019-11-25T09:00"),
                given("r", "message_rerouted", "Mon 2019-11-25T10:01", message="m", to=["kay", "duty"]),
            ),
            "Sat 2019-11-30",
            (Expect(state="ended", raised_on="2019-11-25", met_by="r"),),
        ),
        Example(
            "A concern sent to one worker is a contact, and is treated the same.",
            (AWAY, contact("c", "Mon 2019-11-25T09:00", for_="sam", immediate_harm=True)),
            "Mon 2019-11-25",
            (Expect(state="raised"),),
        ),
        Example(
            "A contact addressed to nobody went to nobody who was away.",
            (AWAY, contact("c", "Mon 2019-11-25T09:00")),
            "Mon 2019-11-25",
            (),
        ),
    ),
)

PAULS = {
    id: KnownPerson(id, (PersonName("usual", given_name, "Rowan"),), sex="M")
    for id, given_name in (("paul1", "Paul"), ("paul2", "Paul"))
}
KIN = (*RELATIONSHIPS, KnownRelationship("paul1", CHILD, "stepfather"), KnownRelationship("paul2", MOTHER, "former_partner"))


def note(id, text, **rest):  # type: ignore[no-untyped-def]
    """Something written about the child."""
    return given(id, "observation_recorded", "Mon 2018-10-08", neglect=[], other=[], text=text, setting="home", **rest)


SAME_NAME = Spec(
    "SIG-SAME-NAME",
    (
        Example(
            "Two men of one first name, and a note that does not say which.",
            (note("o", "Paul was drunk at the gate."),),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-08", evidence=("o",)),),
            people=PAULS,
            relationships=KIN,
        ),
        Example(
            "“Dad” does not say which either.",
            (note("o", "Dad was drunk."),),
            "Wed 2018-10-31",
            (Expect(),),
            people=PAULS,
            relationships=KIN,
        ),
        Example(
            "A note about nobody in particular.",
            (note("o", "The house was warm."),),
            "Wed 2018-10-31",
            (),
            people=PAULS,
            relationships=KIN,
        ),
        Example(
            "One man of that name only.",
            (note("o", "Paul was drunk."),),
            "Wed 2018-10-31",
            (),
            people=PAULS,
            relationships=KIN[:-1],
        ),
        Example(
            "An entry that names the person asks nothing.",
            (given("i", "incident_recorded", "Mon 2018-10-08", kind="arrest", involved=["paul1"], children_present="no"),),
            "Wed 2018-10-31",
            (),
            people=PAULS,
            relationships=KIN,
        ),
        Example(
            "A full name says which of them is meant.",
            (note("o", "Paul Rowan-Hart was drunk."),),
            "Wed 2018-10-31",
            (),
            people=PAULS | {"paul2": KnownPerson("paul2", (PersonName("usual", "Paul", "Rowan-Hart"),), sex="M")},
            relationships=KIN,
        ),
        Example(
            "A father named in a list of those present is named.",
            (given("cg", "conference_held", "Mon 2018-10-08", kind="review", present=[{"person": "paul1", "role": "father"}]),),
            "Wed 2018-10-31",
            (),
            people=PAULS,
            relationships=KIN,
        ),
        Example(
            "A name one letter away sounds alike.",
            (note("o", "Paula came."),),
            "Wed 2018-10-31",
            (Expect(),),
            people=PAULS | {"paul2": KnownPerson("paul2", (PersonName("usual", "Paula", None),), sex="F")},
            relationships=KIN,
        ),
        Example(
            "A name two letters away does not.",
            (note("o", "Paola came."),),
            "Wed 2018-10-31",
            (),
            people=PAULS | {"paul2": KnownPerson("paul2", (PersonName("usual", "Paola", None),), sex="F")},
            relationships=KIN,
        ),
    ),
)
