"""Signals about results that are awaited and pieces that nobody joins."""

from tests.specs.kit import SIBLING, Example, Expect, Spec, contact, given
from tests.specs.signals_communication import OCTOBER, then

TAKEN = given("t", "test_taken", "Mon 2019-10-07", kind="toxicology")


def sign(id, happened, text="An injection mark on the thigh.", **rest):  # type: ignore[no-untyped-def]
    """Somebody sees something on the child."""
    return given(id, "observation_recorded", happened, text=text, setting="nursery", **rest)


def result(happened, shared=("sam",), test="t"):  # type: ignore[no-untyped-def]
    """A result comes back."""
    return given("r", "result_received", happened, test=test, shared_with=list(shared))


SEEN = (
    Expect(
        state="raised",
        raised_on="2019-10-10",
        evidence=("o",),
        says="A possible injury was recorded on 10 Oct 2019 while the result of a test was awaited.",
    ),
)

RESULT_PENDING = Spec(
    "SIG-RESULT-PENDING",
    (
        Example("Five working days after the test.", (TAKEN,), "Mon 2019-10-14", ()),
        Example(
            "The day after, it has been neither shared nor chased.",
            (TAKEN,),
            "Tue 2019-10-15",
            (Expect(state="raised", raised_on="2019-10-15", evidence=("t",)),),
        ),
        Example("A new mark seen while it is awaited.", (TAKEN, sign("o", "Thu 2019-10-10")), "Mon 2019-10-14", SEEN),
        Example("As a code.", (TAKEN, sign("o", "Thu 2019-10-10", "Seen at lunch.", other=["bruise"])), "Mon 2019-10-14", SEEN),
        Example(
            "A doctor writes it down.",
            (TAKEN, given("o", "diagnosis_recorded", "Thu 2019-10-10", code="T14", text="Bruising of the leg.")),
            "Mon 2019-10-14",
            SEEN,
        ),
        Example(
            "Somebody rings about it.", (TAKEN, contact("o", "Thu 2019-10-10", text="There is a bruise.")), "Mon 2019-10-14", SEEN
        ),
        Example("Nothing was seen.", (TAKEN, sign("o", "Thu 2019-10-10", "She played.")), "Mon 2019-10-14", ()),
        Example(
            "It was said that there was none.",
            (TAKEN, sign("o", "Thu 2019-10-10", "There was not a mark on her.")),
            "Mon 2019-10-14",
            (),
        ),
        Example("No test was taken.", (sign("o", "Thu 2019-10-10"),), "Mon 2019-10-14", ()),
        Example(
            "The result was back and shared.",
            (TAKEN, result("Wed 2019-10-09"), sign("o", "Thu 2019-10-10")),
            "Mon 2019-10-14",
            (),
        ),
        Example(
            "The result was back and nobody had it.",
            (TAKEN, result("Wed 2019-10-09", ()), sign("o", "Thu 2019-10-10")),
            "Mon 2019-10-14",
            SEEN,
        ),
        Example(
            "The result of another test was back.",
            (
                given("u", "test_taken", "Wed 2019-10-02", kind="X-ray"),
                TAKEN,
                result("Wed 2019-10-09", test="u"),
                sign("o", "Thu 2019-10-10"),
            ),
            "Mon 2019-10-14",
            SEEN,
        ),
        Example(
            "A strategy discussion that day ends it.",
            (
                TAKEN,
                sign("o", "Thu 2019-10-10"),
                given("sd", "strategy_discussion_held", "Fri 2019-10-11", decision="section47", medical_agreed=True),
            ),
            "Mon 2019-10-14",
            (Expect(state="ended", met_by="sd"),),
        ),
    ),
)


def worry(id, happened, by="dsl", **rest):  # type: ignore[no-untyped-def]
    """Neglect noticed by somebody."""
    fields = {"neglect": ["physical"], "other": [], "text": "What was seen.", "setting": "school"} | rest
    return given(id, "observation_recorded", happened, by=by, **fields)


THREE = (worry("a", "Mon 2019-09-09"), worry("b", "Mon 2019-09-16", "hv"), worry("e", "Mon 2019-09-23", "drug"))
APART = (Expect(state="raised", raised_on="2019-09-23", evidence=("a", "b", "e")),)
MEETINGS = (
    ("core_group_held", {}),
    ("conference_held", {"kind": "review", "decisions": []}),
    ("plan_meeting_held", {}),
    ("strategy_discussion_held", {"decision": "section47", "medical_agreed": False}),
    ("multi_agency_supervision_held", {}),
)
LAST = {
    "contact_received": contact(
        "e", "Mon 2019-09-23", by="sam", from_={"role": "police_officer", "worker": "pc", "organisation": "police"}
    ),
    "incident_recorded": given("e", "incident_recorded", "Mon 2019-09-23", by="pc", kind="domestic_abuse", children_present="no"),
    "adult_disclosure_recorded": given(
        "e", "adult_disclosure_recorded", "Mon 2019-09-23", by="drug", adult="mother", kind="drug use"
    ),
}

NOT_JOINED = Spec(
    "SIG-INFO-NOT-JOINED",
    (
        Example("Three agencies in four weeks, and no meeting.", THREE, OCTOBER, APART),
        *(
            Example(f"The third is another kind of concern: {type}.", (*THREE[:2], entry), OCTOBER, APART)
            for type, entry in LAST.items()
        ),
        Example("Two agencies.", (*THREE[:2], worry("e", "Mon 2019-09-23")), OCTOBER, ()),
        Example(
            "A contact counts for who sent it: the school again, taken down by a social worker.",
            (*THREE[:2], contact("e", "Mon 2019-09-23", by="sam")),
            OCTOBER,
            (),
        ),
        Example("The third saw nothing of neglect.", (*THREE[:2], worry("e", "Mon 2019-09-23", "drug", neglect=[])), OCTOBER, ()),
        Example("The third 28 days after the first.", (*THREE[:2], worry("e", "Mon 2019-10-07", "drug")), OCTOBER, ()),
        Example("The third 27 days after the first.", (*THREE[:2], worry("e", "Sun 2019-10-06", "drug")), OCTOBER, (Expect(),)),
        Example("The third about a brother.", (*THREE[:2], worry("e", "Mon 2019-09-23", "drug", about=(SIBLING,))), OCTOBER, ()),
        *(
            Example(f"They had met within the four weeks: {type}.", (then(type, "Tue 2019-08-27", **data), *THREE), OCTOBER, ())
            for type, data in MEETINGS
        ),
        Example("They had met 28 days before.", (then("core_group_held", "Mon 2019-08-26"), *THREE), OCTOBER, APART),
        *(
            Example(
                f"They met afterwards: {type}.",
                (*THREE, then(type, "Mon 2019-09-30", **data)),
                OCTOBER,
                (Expect(state="ended", met_by="h"),),
            )
            for type, data in MEETINGS
        ),
        Example(
            "The third was written down a week later.",
            (*THREE[:2], worry("e", "Mon 2019-09-23", "drug", recorded="Mon 2019-09-30")),
            OCTOBER,
            (Expect(raised_on="2019-09-30"),),
        ),
    ),
)
