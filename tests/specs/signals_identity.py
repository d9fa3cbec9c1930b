"""Signals about children of another household, and relatives who are not heard."""

from holdfast.vocabulary.world import KnownRelationship
from tests.specs.kit import CHILD, FATHER, MOTHER, RELATIONSHIPS, SIBLING, Example, Expect, Spec, contact, given, person

OCTOBER = "Thu 2019-10-31"
LINKED = "rowan"
AUNT = "aunt"
ALSO = {LINKED: person(LINKED, "Reed", "2007-04-04"), AUNT: person(AUNT, "Hazel", "1988-08-08", "F")}
SAME_FATHER = (*RELATIONSHIPS, KnownRelationship(FATHER, LINKED, "father"), KnownRelationship(AUNT, LINKED, "mother"))
CONCERN = contact("c", "Mon 2019-10-07T09:00")
UNTHOUGHT = (Expect(state="raised", raised_on="2019-10-08", evidence=("c",)),)


ABOUT_REED = (
    "A concern was recorded on 7 Oct 2019 at 09:00; 24 hours later nothing was recorded about Reed Rowan, who is linked to "
    "this child."
)


def family(says, entries, expect, relationships=SAME_FATHER, people=ALSO, as_at=OCTOBER):  # type: ignore[no-untyped-def]
    """An example of a family with a child elsewhere."""
    return Example(says, entries, as_at, expect, people=people, relationships=relationships)


def linked(says, kind, expect=UNTHOUGHT):  # type: ignore[no-untyped-def]
    """An example of how they are linked."""
    return family(says, (CONCERN,), expect, (*RELATIONSHIPS, KnownRelationship(LINKED, CHILD, kind)))


def about(type, happened="Tue 2019-10-08T08:00", who=(LINKED,), **data):  # type: ignore[no-untyped-def]
    """Something recorded about the other child."""
    return given("h", type, happened, about=who, **data)


THOUGHTS = (
    ("strategy_discussion_held", {"decision": "section47", "medical_agreed": False}),
    ("section47_started", {}),
    ("assessment_started", {"kind": "child_and_family"}),
    ("management_decision_recorded", {"decision": "See.", "reasons": "Linked."}),
    ("visit_made", {"kind": "other", "worker": "sam", "seen": [LINKED]}),
    ("voice_recorded", {"child": LINKED, "how": "words", "words": "He did it to me too."}),
)

LINKED_CHILD = Spec(
    "SIG-LINKED-CHILD",
    (
        family(
            "A day later nothing is recorded about the other child of the same father.",
            (CONCERN,),
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-08",
                    evidence=("c",),
                    says=ABOUT_REED,
                ),
            ),
        ),
        family("Within the day it has not shown.", (CONCERN,), (), as_at="Mon 2019-10-07"),
        linked("A half-brother.", "half_brother"),
        linked("A cousin.", "cousin"),
        linked("A step-sister.", "step_sibling"),
        linked("A brother of the same household is no child of another.", "brother", ()),
        family(
            "A child of the same mother lives with her.",
            (CONCERN,),
            (),
            (*RELATIONSHIPS, KnownRelationship(MOTHER, LINKED, "mother")),
        ),
        family("Grown up.", (CONCERN,), (), people=ALSO | {LINKED: person(LINKED, "Reed", "2001-04-04")}),
        family("The concern is about both.", (contact("c", "Mon 2019-10-07T09:00", about=(CHILD, LINKED)),), ()),
        family(
            "They are on one page already.",
            (
                given("v", "visit_made", "Mon 2019-09-02", about=(CHILD, LINKED), kind="other", worker="sam", seen=[CHILD]),
                CONCERN,
            ),
            (),
        ),
        family(
            "A strategy discussion is a concern.",
            (given("c", "strategy_discussion_held", "Mon 2019-10-07T09:00", decision="section47", medical_agreed=False),),
            UNTHOUGHT,
        ),
        family("A section 47 enquiry is.", (given("c", "section47_started", "Mon 2019-10-07T09:00"),), UNTHOUGHT),
        family(
            "A visit is none.", (given("c", "visit_made", "Mon 2019-10-07T09:00", kind="other", worker="sam", seen=[CHILD]),), ()
        ),
        *(family(f"Thought of: {type}.", (CONCERN, about(type, **data)), ()) for type, data in THOUGHTS),
        family("Thought of: somebody rang about them.", (CONCERN, contact("h", "Tue 2019-10-08T08:00", about=(LINKED,))), ()),
        family(
            "Thought of: a contact about them was decided.",
            (
                contact("o", "Mon 2019-09-02", about=(LINKED,)),
                CONCERN,
                about("contact_decided", contact="o", decision="no_further_action", reasons="Seen."),
            ),
            (),
        ),
        family(
            "An entry about her brother is not about them.",
            (CONCERN, about("management_decision_recorded", who=(SIBLING,), decision="See.", reasons="Him.")),
            UNTHOUGHT,
        ),
        family("Thought of on the minute.", (CONCERN, about("section47_started", "Tue 2019-10-08T09:00")), ()),
        family(
            "Thought of within the hour after.",
            (CONCERN, about("section47_started", "Tue 2019-10-08T09:30")),
            (Expect(state="ended", raised_on="2019-10-08", met_by="h"),),
        ),
        family("Half an hour before the day was over.", (CONCERN, about("section47_started", "Tue 2019-10-08T08:30")), ()),
        *(
            family(
                f"Again {days} days later, by another way: {entry.type}.",
                (CONCERN, entry),
                (UNTHOUGHT if days == 28 else (*UNTHOUGHT, Expect(evidence=("k",)))),
                as_at="Sat 2019-11-30",
            )
            for days, entry in (
                (28, contact("k", "Mon 2019-11-04T09:00")),
                (29, contact("k", "Tue 2019-11-05T09:00")),
                (28, given("k", "section47_started", "Mon 2019-11-04T09:00")),
            )
        ),
        *(
            family(f"It began with: {entry.type}.", (entry, contact("k", "Mon 2019-10-21T09:00")), UNTHOUGHT)
            for entry in (
                given("c", "strategy_discussion_held", "Mon 2019-10-07T09:00", decision="section47", medical_agreed=False),
                given("c", "section47_started", "Mon 2019-10-07T09:00"),
            )
        ),
    ),
)


def rang(**rest):  # type: ignore[no-untyped-def]
    """Gran tells of a worry."""
    return contact("c", "Mon 2019-10-07", from_=rest.pop("from_", {"role": "grandmother"}), **rest)


def message(harm):  # type: ignore[no-untyped-def]
    """A message from her mother."""
    return given(
        "c", "message_received", "Mon 2019-10-07", for_="sam", from_=MOTHER, text="Please ring.", possible_serious_harm=harm
    )


def then(type, happened="Tue 2019-10-08", **data):  # type: ignore[no-untyped-def]
    """What was decided."""
    return given("h", type, happened, **data)


DECISION = {"contact": "c", "decision": "assessment", "reasons": "Neglect."}
UNDECIDED = (Expect(state="raised", raised_on="2019-10-09", evidence=("c",)),)

FAMILY_CONCERN = Spec(
    "SIG-FAMILY-CONCERN",
    (
        Example("A working day is in time.", (rang(),), "Tue 2019-10-08", ()),
        Example("The day after, nothing is decided.", (rang(),), "Wed 2019-10-09", UNDECIDED),
        Example("A teacher is not the family.", (contact("c", "Mon 2019-10-07"),), OCTOBER, ()),
        Example("Decided in time.", (rang(), then("contact_decided", **DECISION)), OCTOBER, ()),
        Example(
            "Decided days later.",
            (rang(), then("contact_decided", "Fri 2019-10-11", **DECISION)),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-09", met_by="h"),),
        ),
        Example(
            "Another contact was decided.",
            (contact("o", "Fri 2019-10-04"), rang(), then("contact_decided", **DECISION | {"contact": "o"})),
            OCTOBER,
            UNDECIDED,
        ),
        Example(
            "A manager decided.", (rang(), then("management_decision_recorded", decision="Visit.", reasons="Gran.")), OCTOBER, ()
        ),
        Example(
            "A strategy discussion was held.",
            (rang(), then("strategy_discussion_held", decision="section47", medical_agreed=False)),
            OCTOBER,
            (),
        ),
        Example(
            "Acknowledged is not decided.", (rang(), then("contact_acknowledged", contact="c", to=["gran"])), OCTOBER, UNDECIDED
        ),
        Example("A message that may tell of serious harm.", (message(True),), OCTOBER, UNDECIDED),
        Example("A message that does not.", (message(False),), OCTOBER, ()),
        Example(
            "Such a message from school.",
            (
                given(
                    "c", "message_received", "Mon 2019-10-07", for_="sam", from_="dsl", text="Ring.", possible_serious_harm=True
                ),
            ),
            OCTOBER,
            (),
        ),
    ),
)
