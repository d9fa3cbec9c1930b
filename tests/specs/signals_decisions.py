"""Signals about conferences without the people who know, risk before a weekend, babies to come and treatment that ends."""

from collections.abc import Sequence
from typing import Any

from holdfast.vocabulary.world import KnownRelationship, KnownWorker
from tests.specs.kit import (
    CHILD,
    FATHER,
    GRANDMOTHER,
    MOTHER,
    RELATIONSHIPS,
    SIBLING,
    Example,
    Expect,
    Given,
    Spec,
    conference,
    contact,
    given,
    person,
    visit,
)

RAISED = (Expect(state="raised"),)
END = "Mon 2018-12-31"
GP = {"role": "GP"}
TEACHER = {"role": "teacher"}
SURGERY = {"doc": KnownWorker("doc", "Ro Lane", "health", "gp", None)}


def held(id: str, happened: str, *present: dict[str, Any], category: str = "EMO", **rest: Any) -> Given:
    """A conference at which these were present."""
    return conference(id, happened, category=category, present=list(present), **rest)


def hurt(id: str, happened: str) -> Given:
    """An injury."""
    return given(id, "injury_recorded", happened, kind="bruise", text="On the arm.")


def seen(id: str, happened: str, *other: str, neglect: Sequence[str] = ()) -> Given:
    """Something noticed."""
    return given(id, "observation_recorded", happened, neglect=list(neglect), other=list(other), text="Seen.", setting="school")


def report(id: str, happened: str, organisation: str = "health", **rest: Any) -> Given:
    """A report for the conference."""
    return given(id, "report_shared", happened, conference="c", organisation=organisation, with_="chair", **rest)


HEALTH_MATTERS = (
    ("An injury", hurt("i", "Mon 2018-10-01")),
    ("A bruise noticed", seen("i", "Mon 2018-10-01", "bruise")),
    ("A fracture found", given("i", "diagnosis_recorded", "Mon 2018-10-01", code="", text="Fracture")),
    ("A medical", given("i", "medical_held", "Mon 2018-10-01", kind="paediatric")),
    ("A medical asked for", given("i", "medical_requested", "Mon 2018-10-01")),
    ("Medical neglect", seen("i", "Mon 2018-10-01", neglect=["medical"])),
)
OTHER_MATTERS = (
    ("Tiredness noticed", seen("i", "Mon 2018-10-01", "tired")),
    ("A cold found", given("i", "diagnosis_recorded", "Mon 2018-10-01", code="", text="Cold")),
    ("Emotional neglect", seen("i", "Mon 2018-10-01", neglect=["emotional"])),
)
BRUISED = hurt("i", "Mon 2018-10-01")
WITHOUT = held("c", "Mon 2018-10-08", TEACHER)

KEY_PERSON_ABSENT = Spec(
    "SIG-KEY-PERSON-ABSENT",
    (
        *(
            Example(
                f"{what}, and no doctor there.",
                (entry, WITHOUT),
                END,
                (Expect(state="raised", raised_on="2018-10-08", evidence=("c",)),),
            )
            for what, entry in HEALTH_MATTERS
        ),
        *(Example(f"{what} is another matter.", (entry, WITHOUT), END, ()) for what, entry in OTHER_MATTERS),
        *(
            Example(f"{what} before the conference before.", (entry, held("p", "Wed 2018-10-03", TEACHER, GP), WITHOUT), END, ())
            for what, entry in HEALTH_MATTERS
        ),
        Example("A plan for physical abuse.", (held("c", "Mon 2018-10-08", TEACHER, category="PHY"),), END, RAISED),
        Example("A plan for emotional abuse.", (WITHOUT,), END, ()),
        *(
            Example(f"The {who} was there.", (BRUISED, held("c", "Mon 2018-10-08", TEACHER, {"role": who})), END, ())
            for who in ("GP", "paediatrician", "named nurse")
        ),
        Example(
            "A school nurse is not who knows.", (BRUISED, held("c", "Mon 2018-10-08", {"role": "school nurse"})), END, RAISED
        ),
        Example("Attendance was not recorded.", (BRUISED, conference("c", "Mon 2018-10-08")), END, ()),
        Example("The GP wrote before.", (BRUISED, report("r", "Wed 2018-10-03", by="doc"), WITHOUT), END, (), workers=SURGERY),
        Example(
            "The surgery's report came through somebody at a desk.",
            (BRUISED, report("r", "Wed 2018-10-03", "gp_surgery"), WITHOUT),
            END,
            (),
        ),
        Example(
            "It came afterwards: ended.",
            (BRUISED, WITHOUT, report("r", "Wed 2018-10-10", "gp_surgery")),
            END,
            (Expect(state="ended", met_by="r"),),
        ),
        Example("The school wrote before.", (BRUISED, report("r", "Wed 2018-10-03", "school", by="dsl"), WITHOUT), END, RAISED),
        Example(
            "The GP wrote for the conference before.",
            (report("r", "Mon 2018-09-03", by="doc"), held("p", "Mon 2018-09-10", TEACHER), BRUISED, WITHOUT),
            END,
            RAISED,
            workers=SURGERY,
        ),
        Example(
            "The GP writes afterwards: ended.",
            (BRUISED, WITHOUT, report("r", "Wed 2018-10-10", by="doc")),
            END,
            (Expect(state="ended", met_by="r"),),
            workers=SURGERY,
        ),
        Example(
            "The school writes afterwards.", (BRUISED, WITHOUT, report("r", "Wed 2018-10-10", "school", by="dsl")), END, RAISED
        ),
        Example(
            "Held again with the GP: ended.",
            (BRUISED, WITHOUT, held("n", "Wed 2018-10-17", GP)),
            END,
            (Expect(state="ended", met_by="n"),),
        ),
        Example("Held again without.", (BRUISED, WITHOUT, held("n", "Wed 2018-10-17", TEACHER)), END, RAISED),
    ),
)

M, F = {"person": MOTHER, "role": "mother"}, {"person": FATHER, "role": "father"}
FATHER_WITHOUT = (KnownRelationship(MOTHER, CHILD, "mother"), KnownRelationship(FATHER, CHILD, "father"))
GUARDIAN = (KnownRelationship(GRANDMOTHER, CHILD, "special_guardian", True),)
FATHER_MISSED = (
    Expect(
        state="raised",
        raised_on="2018-10-08",
        evidence=("c",),
        says="The conference on 8 Oct 2018 was held with no contact recorded with Oak Rowan, who has parental responsibility.",
    ),
)

PARENT_NOT_CONSULTED = Spec(
    "SIG-PARENT-NOT-CONSULTED",
    (
        Example("Both were there.", (held("c", "Mon 2018-10-08", M, F),), END, ()),
        Example(
            "Both, by what they are to the child.",
            (held("c", "Mon 2018-10-08", {"role": "Mother"}, {"role": "Father"}),),
            END,
            (),
        ),
        Example("The father was not, and nobody had asked him.", (held("c", "Mon 2018-10-08", M),), END, FATHER_MISSED),
        Example("Neither was.", (held("c", "Mon 2018-10-08", TEACHER),), END, 2 * RAISED),
        Example("Attendance was not recorded.", (conference("c", "Mon 2018-10-08"),), END, ()),
        Example(
            "A father whose responsibility is not recorded need not be asked; a mother has it.",
            (held("c", "Mon 2018-10-08", TEACHER),),
            END,
            RAISED,
            relationships=FATHER_WITHOUT,
        ),
        Example("Nobody is on record as a parent.", (held("c", "Mon 2018-10-08", TEACHER),), END, (), relationships=()),
        Example(
            "A guardian with responsibility is asked.",
            (held("c", "Mon 2018-10-08", TEACHER),),
            END,
            RAISED,
            relationships=GUARDIAN,
        ),
        *(
            example
            for what, entry in (
                ("A visit that saw him", lambda when: visit("x", when, (CHILD, FATHER))),
                ("He was asked", lambda when: given("x", "parent_consulted", when, parent=FATHER, view="Wants to help.")),
                (
                    "Why asking him would not be safe",
                    lambda when: given(
                        "x", "parent_consulted", when, parent=FATHER, unsafe_because="He does not know the address."
                    ),
                ),
                ("A core group he came to", lambda when: given("x", "core_group_held", when, present=[F])),
                ("A looked-after review he came to", lambda when: given("x", "looked_after_review_held", when, present=[F])),
                ("A letter before proceedings to him", lambda when: given("x", "preproceedings_letter_sent", when, to=[FATHER])),
                ("Expectations he signed", lambda when: given("x", "expectations_signed", when, by_=[FATHER])),
            )
            for example in (
                Example(f"{what}, before.", (entry("Mon 2018-10-01"), held("c", "Mon 2018-10-08", M)), END, ()),
                Example(
                    f"{what}, afterwards.",
                    (held("c", "Mon 2018-10-08", M), entry("Mon 2018-10-15")),
                    END,
                    (Expect(state="ended", met_by="x"),),
                ),
                Example(
                    f"{what}, before the conference before.",
                    (entry("Mon 2018-09-03"), held("p", "Mon 2018-09-10", M, F), held("c", "Mon 2018-10-08", M)),
                    END,
                    (Expect(state="raised", raised_on="2018-10-08"),),
                ),
            )
        ),
        Example(
            "A visit that saw the mother says nothing of him.",
            (visit("x", "Mon 2018-10-01", (MOTHER,)), held("c", "Mon 2018-10-08", M)),
            END,
            RAISED,
        ),
    ),
)


def urgent(id: str, happened: str, harm: bool = True) -> Given:
    """A contact about a child at risk right now."""
    return contact(id, happened, immediate_harm=harm)


def message(id: str, happened: str, harm: bool = True) -> Given:
    """A message about possible serious harm."""
    return given(id, "message_received", happened, for_="sam", from_="dsl", text="Ring me.", possible_serious_harm=harm)


def dispute(id: str, happened: str, risk: bool = True) -> Given:
    """A disagreement about a child at risk right now."""
    return given(id, "disagreement_raised", happened, text="The child cannot go home.", immediate_risk=risk)


def plea(id: str, happened: str, words: str = "I don't feel safe at home.", child: str = CHILD) -> Given:
    """What a child said."""
    return given(id, "voice_recorded", happened, about=(CHILD, SIBLING), child=child, how="words", words=words)


RISKS = (("A contact", urgent), ("A message", message), ("A disagreement", dispute), ("A child's plea", plea))
MONDAY = (Expect(state="raised", raised_on="2018-10-15", evidence=("r",)),)
ACTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("A strategy discussion", "strategy_discussion_held", {"decision": "section47"}),
    ("An enquiry", "section47_started", {}),
    ("A visit", "visit_made", {"kind": "other"}),
    ("Police protection", "police_protection_started", {}),
    ("A safety plan", "safety_plan_agreed", {"text": "With gran tonight."}),
    ("A manager's decision", "management_decision_recorded", {"decision": "Visit.", "reasons": "Risk."}),
    ("An application", "court_application_made", {"kind": "emergency protection order"}),
    ("An order", "court_order_made", {"kind": "emergency protection order"}),
    ("A medical asked for", "medical_requested", {}),
    ("A medical", "medical_held", {"kind": "paediatric"}),
    ("A stay", "stay_started", {"with_": [GRANDMOTHER], "arrangement": "family"}),
    ("A sighting", "child_sighted", {"seen": [CHILD], "by_": "police", "how": "police_check"}),
    ("An assessment", "assessment_started", {"kind": "child_and_family"}),
    ("A legal planning meeting", "legal_planning_held", {"decision": "proceedings"}),
)
ANSWERS: tuple[tuple[str, Any, str, dict[str, Any], str], ...] = (
    ("A decision", urgent, "contact_decided", {"decision": "assessment", "reasons": "Risk."}, "contact"),
    ("An answer to the message", message, "message_answered", {}, "message"),
    ("Passing the message on", message, "message_rerouted", {"to": ["duty"]}, "message"),
    ("An answer to the disagreement", dispute, "disagreement_answered", {"stage": "1", "answer": "Agreed."}, "disagreement"),
    ("An answer to the child", plea, "voice_answered", {"answer": "You stay with gran."}, "voice"),
)

BEFORE_WEEKEND = Spec(
    "SIG-BEFORE-WEEKEND",
    (
        *(
            Example(f"{what} on Friday, and nothing done by Monday.", (risk("r", "Fri 2018-10-12"),), END, MONDAY)
            for what, risk in RISKS
        ),
        *(
            Example(f"{what} on Friday: on Sunday it does not show yet.", (risk("r", "Fri 2018-10-12"),), "Sun 2018-10-14", ())
            for what, risk in RISKS
        ),
        *(
            Example(f"{what} on Sunday, and nothing done by Monday.", (risk("r", "Sun 2018-10-14"),), END, MONDAY)
            for what, risk in RISKS
        ),
        *(
            Example(f"{what} on Thursday is another signal's matter.", (risk("r", "Thu 2018-10-11"),), END, ())
            for what, risk in RISKS
        ),
        Example(
            "The day before Good Friday.", (urgent("r", "Thu 2019-04-18"),), "Tue 2019-04-30", (Expect(raised_on="2019-04-23"),)
        ),
        Example("The day before Christmas.", (urgent("r", "Mon 2018-12-24"),), END, (Expect(raised_on="2018-12-27"),)),
        Example("No risk right now, it says.", (urgent("r", "Fri 2018-10-12", harm=False),), END, ()),
        Example("No serious harm, it says.", (message("r", "Fri 2018-10-12", harm=False),), END, ()),
        Example("No immediate risk, it says.", (dispute("r", "Fri 2018-10-12", risk=False),), END, ()),
        Example("The child is happy.", (plea("r", "Fri 2018-10-12", "I like my school."),), END, ()),
        Example("The brother's plea is heard as his.", (plea("r", "Fri 2018-10-12", child=SIBLING),), END, ()),
        *(
            example
            for what, type, data in ACTIONS
            for example in (
                Example(
                    f"{what} on Sunday.", (urgent("r", "Fri 2018-10-12"), given("x", type, "Sun 2018-10-14", **data)), END, ()
                ),
                Example(
                    f"{what} on Tuesday.",
                    (urgent("r", "Fri 2018-10-12"), given("x", type, "Tue 2018-10-16", **data)),
                    END,
                    (Expect(state="ended", raised_on="2018-10-15", met_by="x"),),
                ),
            )
        ),
        *(
            Example(
                f"{what}{whose} on Saturday.",
                (risk("r", "Fri 2018-10-12"), given("x", type, "Sat 2018-10-13", **data, **{field: of})),
                END,
                lines,
            )
            for what, risk, type, data, field in ANSWERS
            for whose, of, lines in (("", "r", ()), (", about something else,", "z", MONDAY))
        ),
        Example(
            "Timed: late on Friday, acted on an hour later.",
            (urgent("r", "Fri 2018-10-12T16:50"), given("x", "section47_started", "Fri 2018-10-12T17:50")),
            END,
            (),
        ),
        Example(
            "Acted on that morning, before it was said.",
            (given("x", "section47_started", "Fri 2018-10-12T09:00"), urgent("r", "Fri 2018-10-12T16:50")),
            END,
            MONDAY,
        ),
    ),
)

BABY = "elm"
EXPECTED = {BABY: person(BABY, "Elm", "2019-03-04")}
KIN = (*RELATIONSHIPS, KnownRelationship(MOTHER, BABY, "mother"))
SIBLINGS_PLAN = conference("ic", "Mon 2016-09-05")


def unborn(says: str, entries: Sequence[Given], expect: Sequence[Expect], as_at: str = END, **rest: Any) -> Example:
    """About a baby who was born on 4 March 2019."""
    return Example(says, entries, as_at, expect, child=BABY, people=EXPECTED, relationships=KIN, **rest)


TOLD = given("u", "unborn_concern_identified", "Mon 2018-10-08", about=(BABY,), text="Mother is twelve weeks pregnant.")
PREGNANT = (
    ("A concern", TOLD),
    ("A contact", contact("u", "Mon 2018-10-08", about=(BABY,))),
    (
        "Something noticed",
        given(
            "u", "observation_recorded", "Mon 2018-10-08", about=(BABY,), neglect=[], other=[], text="Pregnant.", setting="clinic"
        ),
    ),
    ("A visit", visit("u", "Mon 2018-10-08", (MOTHER,), about=(BABY,))),
    ("A visit booked", given("u", "visit_booked", "Mon 2018-10-08", about=(BABY,), worker="sam", for_="2018-10-15")),
)
ONCE_PROTECTED = (
    ("a child protection plan", SIBLINGS_PLAN),
    ("a plan that was started", given("p", "plan_started", "Mon 2016-09-05", plan="child_protection")),
    ("a child in need plan", given("p", "plan_started", "Mon 2016-09-05", plan="child_in_need")),
    ("pre-proceedings", given("p", "preproceedings_started", "Mon 2016-09-05")),
    ("a letter before proceedings", given("p", "preproceedings_letter_sent", "Mon 2016-09-05", to=[MOTHER])),
    ("accommodation", given("p", "stay_started", "Mon 2016-09-05", with_=["a foster carer"], arrangement="section20")),
    ("police protection", given("p", "police_protection_started", "Mon 2016-09-05")),
    ("a care order", given("p", "court_order_made", "Mon 2016-09-05", kind="care order")),
    ("an interim care order", given("p", "court_order_made", "Mon 2016-09-05", kind="ICO")),
    ("an emergency protection order", given("p", "court_order_made", "Mon 2016-09-05", kind="emergency protection order")),
)
NEVER_PROTECTED = (
    ("early help", given("p", "plan_started", "Mon 2016-09-05", plan="early_help")),
    ("a conference that made no plan", conference("p", "Mon 2016-09-05", "no_plan")),
    ("a night with gran", given("p", "stay_started", "Mon 2016-09-05", with_=[GRANDMOTHER], arrangement="family")),
    ("an order about contact", given("p", "court_order_made", "Mon 2016-09-05", kind="child arrangements order")),
    ("a care order that was refused", given("p", "court_order_made", "Mon 2016-09-05", kind="care order refused")),
    ("an emergency order that was refused", given("p", "court_order_made", "Mon 2016-09-05", kind="EPO refused")),
)
FIVE_DAYS = (Expect(state="raised", raised_on="2018-10-16", evidence=("u",)),)


def assessed(id: str, happened: str, kind: str = "pre_birth") -> Given:
    """An assessment of the baby to come."""
    return given(id, "assessment_started", happened, about=(BABY,), kind=kind)


PREBIRTH_SIBLING = Spec(
    "SIG-PREBIRTH-SIBLING",
    (
        unborn("Five working days after it was known, not yet.", (SIBLINGS_PLAN, TOLD), (), "Mon 2018-10-15"),
        *(
            unborn(f"{what} told of it, and five working days have gone by.", (SIBLINGS_PLAN, entry), FIVE_DAYS)
            for what, entry in PREGNANT
        ),
        *(unborn(f"The sister had {what}.", (entry, TOLD), FIVE_DAYS) for what, entry in ONCE_PROTECTED),
        *(unborn(f"The sister had {what}: no protection.", (entry, TOLD), ()) for what, entry in NEVER_PROTECTED),
        unborn("No child of the family was ever protected.", (TOLD,), ()),
        unborn("The sister's plan came later.", (TOLD, conference("ic", "Mon 2018-12-03")), ()),
        unborn("The assessment started on the fifth working day.", (SIBLINGS_PLAN, TOLD, assessed("a", "Mon 2018-10-15")), ()),
        unborn("It had started before.", (SIBLINGS_PLAN, assessed("a", "Mon 2018-10-01"), TOLD), ()),
        unborn(
            "It started later: ended.",
            (SIBLINGS_PLAN, TOLD, assessed("a", "Mon 2018-10-22")),
            (Expect(state="ended", met_by="a"),),
        ),
        unborn(
            "Another kind of assessment is not it.",
            (SIBLINGS_PLAN, TOLD, assessed("a", "Mon 2018-10-15", "section47")),
            FIVE_DAYS,
        ),
        *(
            unborn(
                f"{what} told of it before: said once.",
                (SIBLINGS_PLAN, entry, contact("w", "Mon 2018-11-05", about=(BABY,))),
                FIVE_DAYS,
            )
            for what, entry in PREGNANT
        ),
        unborn(
            "The birth ends it.",
            (SIBLINGS_PLAN, TOLD, given("b", "birth_recorded", "Mon 2019-03-04", about=(BABY,), child=BABY)),
            (Expect(state="ended", met_by="b"),),
            "Sun 2019-03-31",
        ),
        unborn(
            "The birth of another does not.",
            (SIBLINGS_PLAN, TOLD, given("b", "birth_recorded", "Mon 2019-03-04", about=(BABY, "yew"), child="yew")),
            RAISED,
            "Sun 2019-03-31",
        ),
        unborn(
            "After the birth it is no pregnancy.",
            (SIBLINGS_PLAN, contact("u", "Mon 2019-03-11", about=(BABY,))),
            (),
            "Sun 2019-03-31",
        ),
        Example(
            "A child who is there already.",
            (
                given("bp", "plan_started", "Mon 2016-09-05", about=(SIBLING,), plan="child_protection"),
                contact("u", "Mon 2018-10-08"),
            ),
            END,
            (),
        ),
        unborn(
            "Known a week before anybody wrote it down.",
            (SIBLINGS_PLAN, contact("u", "Mon 2018-10-08", about=(BABY,), recorded="Thu 2018-10-18")),
            (Expect(raised_on="2018-10-18"),),
        ),
    ),
)


def treatment(id: str, happened: str, how: str = "not_attending") -> Given:
    """The mother's treatment ends."""
    return given(id, "treatment_ended", happened, adult=MOTHER, service="Turning Tide", how=how)


def result(id: str, happened: str, **rest: Any) -> Given:
    """A test comes back."""
    return given(id, "result_received", happened, test="t", shared_with=[], **rest)


PLAN = conference("ic", "Mon 2018-09-03")

TREATMENT_ENDED = Spec(
    "SIG-TREATMENT-ENDED",
    (
        Example("No plan.", (treatment("e", "Mon 2018-10-08"),), END, ()),
        Example(
            "Discharged for not attending.",
            (PLAN, treatment("e", "Mon 2018-10-08")),
            END,
            (Expect(state="raised", raised_on="2018-10-08", evidence=("e",)),),
        ),
        Example("Left against advice.", (PLAN, treatment("e", "Mon 2018-10-08", "left")), END, RAISED),
        Example("Completed as planned.", (PLAN, treatment("e", "Mon 2018-10-08", "completed")), END, ()),
        Example("Passed on to another service.", (PLAN, treatment("e", "Mon 2018-10-08", "transferred")), END, ()),
        Example("A positive test.", (PLAN, result("e", "Mon 2018-10-08", positive=True)), END, RAISED),
        Example("A clear test.", (PLAN, result("e", "Mon 2018-10-08", positive=False)), END, ()),
        Example("A test whose result was not written.", (PLAN, result("e", "Mon 2018-10-08")), END, ()),
        Example(
            "On a child in need plan.",
            (given("p", "plan_started", "Mon 2018-09-03", plan="child_in_need"), treatment("e", "Mon 2018-10-08")),
            END,
            RAISED,
        ),
        Example(
            "The plan ends it.",
            (
                PLAN,
                treatment("e", "Mon 2018-10-08"),
                given("x", "plan_ended", "Mon 2018-10-15", plan="child_protection", reason_="Moved."),
            ),
            END,
            (Expect(state="ended", met_by="x"),),
        ),
        *(
            Example(f"{what} ends it.", (PLAN, treatment("e", "Mon 2018-10-08"), done), END, (Expect(state="ended", met_by="x"),))
            for what, done in (
                ("A strategy discussion", given("x", "strategy_discussion_held", "Tue 2018-10-09", decision="section47")),
                (
                    "A manager's decision",
                    given("x", "management_decision_recorded", "Tue 2018-10-09", decision="Visit.", reasons="Risk."),
                ),
                ("A conference", conference("x", "Tue 2018-10-09", "plan_continued", "review")),
                ("A core group", given("x", "core_group_held", "Tue 2018-10-09")),
            )
        ),
    ),
)
