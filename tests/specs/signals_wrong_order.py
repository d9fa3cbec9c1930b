"""What the record says that cannot be so: seen before birth or after death, ended before it began."""

from typing import Any

from holdfast.signals.impossible_dates import PAIRS, THERE
from holdfast.vocabulary.entry_order import DAYS_AHEAD, NAMES_EARLIER
from tests.specs.kit import CHILD, FATHER, MOTHER, SIBLING, Example, Expect, Given, Spec, given, person, visit
from tests.specs.least import field, least

RAISED = (Expect(state="raised"),)
END = "Tue 2019-12-31"
DIED = given("d", "death_recorded", "Fri 2019-10-04", person=CHILD)
A_TYPE: dict[str, dict[str, Any]] = {
    "visit_made": {"kind": "other"},
    "child_sighted": {"by_": "dsl", "how": "school_or_nursery"},
    "voice_recorded": {"how": "words", "words": "I like my school."},
    "conference_held": {"kind": "review"},
    "attendance_recorded": {"setting": "School", "percent": 90, "from_": "2019-09-01", "to": "2019-09-30"},
    "strategy_discussion_held": {"decision": "no_further_action"},
    "health_assessment_held": {"kind": "review"},
    "medical_held": {"kind": "Injury."},
    "discharge_meeting_held": {"decision": "Home."},
}
"""What an entry of a type has to say besides."""
ROWS = {"present": lambda who: [{"role": "young_person", "person": who}]}
MANY = {"seen", "seen_alone", "by"}


def there(type: str, field: str, happened: Any = "Sat 2019-10-05", who: str = CHILD, id: str = "e", **rest: Any) -> Given:
    """Somebody is there."""
    data = dict(A_TYPE.get(type, {}))
    if field:
        data[f"{field}_"] = ROWS[field](who) if field in ROWS else [who] if field in MANY else who
    return given(id, type, happened, **data, **rest)


BORN = given("b", "birth_recorded", "Mon 2018-01-08", child="cedar", about=("cedar",))

LIFE = Spec(
    "SIG-SEEN-OUT-OF-LIFE",
    (
        *(
            Example(f"After death, by {type} {field}.", (DIED, there(type, field)), END, (Expect(raised_on="2019-10-05"),))
            for type, field in THERE
        ),
        Example(
            "Who, when and what.",
            (DIED, visit("e", "Sat 2019-10-05")),
            END,
            (
                Expect(
                    state="raised",
                    evidence=("d", "e"),
                    says="Somebody is said to have been there on 5 Oct 2019, after they had died: Ash Rowan.",
                ),
            ),
        ),
        Example("Seen on the day of the death: it can have been before.", (DIED, visit("e", "Fri 2019-10-04")), END, ()),
        Example(
            "On that day, and by the clock after it.",
            (given("d", "death_recorded", "Fri 2019-10-04T10:00", person=CHILD), visit("e", "Fri 2019-10-04T16:00")),
            END,
            RAISED,
        ),
        Example(
            "By the clock before it.",
            (given("d", "death_recorded", "Fri 2019-10-04T16:00", person=CHILD), visit("e", "Fri 2019-10-04T10:00")),
            END,
            (),
        ),
        Example(
            "Seen in a week that the death is in: it can have been before.",
            (DIED, visit("e", ("Mon 2019-09-30", "Sun 2019-10-06"))),
            END,
            (),
        ),
        Example(
            "Died in October, no day known: a visit in it can have been before.",
            (given("d", "death_recorded", ("Tue 2019-10-01", "Thu 2019-10-31"), person=CHILD), visit("e", "Mon 2019-10-14")),
            END,
            (),
        ),
        Example(
            "One in November cannot.",
            (given("d", "death_recorded", ("Tue 2019-10-01", "Thu 2019-10-31"), person=CHILD), visit("e", "Fri 2019-11-01")),
            END,
            RAISED,
        ),
        Example(
            "The death was written down a month later: it shows from then.",
            (
                given("d", "death_recorded", "Fri 2019-10-04", person=CHILD, recorded="Mon 2019-11-04"),
                visit("e", "Sat 2019-10-05"),
            ),
            END,
            (Expect(raised_on="2019-11-04"),),
        ),
        Example(
            "The death was another's: withdrawn, and kept.",
            (
                DIED,
                visit("e", "Sat 2019-10-05"),
                given("w", "entry_withdrawn", "Mon 2019-10-07", withdraws="d", reason="Another child of that name."),
            ),
            END,
            (Expect(state="withdrawn", raised_on="2019-10-05", withdrawn_on="2019-10-07"),),
        ),
        Example(
            "Seen the day before the birth.",
            (visit("e", "Sun 2018-01-07", seen=("cedar",), about=("cedar",)), BORN),
            END,
            (
                Expect(
                    state="raised",
                    says="Somebody is said to have been there on 7 Jan 2018, before they were born: Cedar Rowan.",
                ),
            ),
            child="cedar",
        ),
        Example(
            "On the day of the birth.",
            (visit("e", "Mon 2018-01-08", seen=("cedar",), about=("cedar",)), BORN),
            END,
            (),
            child="cedar",
        ),
        Example(
            "Before the day of birth that the register knows.",
            (visit("e", "Tue 2018-01-09", seen=("cedar",), about=("cedar",)),),
            END,
            RAISED,
            child="cedar",
        ),
        Example(
            "Born in January, no day known: it can have been after.",
            (visit("e", "Tue 2018-01-09", seen=("cedar",), about=("cedar",)),),
            END,
            (),
            child="cedar",
            people={"cedar": person("cedar", "Cedar", "2018-01")},
        ),
        Example(
            "The mother was seen before the birth: that is how a baby to come is seen.",
            (visit("e", "Sun 2018-01-07", seen=(MOTHER,), about=("cedar",)), BORN),
            END,
            (),
            child="cedar",
        ),
        Example(
            "A father who has died was at the conference: asked in the child's record.",
            (
                given("d", "death_recorded", "Fri 2019-10-04", person=FATHER, about=(FATHER,)),
                there("conference_held", "present", who=FATHER),
            ),
            END,
            (Expect(says="Somebody is said to have been there on 5 Oct 2019, after they had died: Oak Rowan."),),
        ),
        Example(
            "What is filed about both is asked in the record of whom it names.",
            (DIED, visit("e", "Sat 2019-10-05", about=(CHILD, SIBLING))),
            END,
            (),
            child=SIBLING,
        ),
    ),
)


def said(type: str, **rest: Any) -> dict[str, Any]:
    """What an entry of a type has to say, and what this one says."""
    return {f"{name}_": value for name, value in {**least(type), **rest}.items()}


def named(type: str, name: str) -> str:
    """A type that an entry names in a field."""
    return (field(type, name).entry_types or ("contact_received",))[0]


def begun(type: str, happened: Any = "Mon 2019-09-09") -> Given:
    """What began."""
    return given("b", type, happened, **said(type))


def ending(type: str, name: str, happened: Any, **rest: Any) -> Given:
    """What followed it, naming it."""
    return given("e", type, happened, **said(type, **{name: ["b"] if field(type, name).many else "b"}), **rest)


def one(type: str, happened: Any, id: str, **rest: Any) -> Given:
    """One end of a pair."""
    same = {"plan": "child_protection"} if type == "plan_ended" else {}
    return given(id, type, happened, **said(type, **{**same, **rest}))


FOLLOWING = Spec(
    "SIG-OUT-OF-ORDER",
    (
        *(
            Example(
                f"{type} the day before what it names.",
                (begun(named(type, name)), ending(type, name, "Sun 2019-09-08", recorded="Sun 2019-09-08")),
                END,
                (Expect(state="raised", raised_on="2019-09-09", evidence=("e", "b")),),
            )
            for type, name in NAMES_EARLIER
        ),
        Example(
            "In words.",
            (begun("plan_started"), ending("plan_ended", "plan", "Sun 2019-09-08")),
            END,
            (
                Expect(
                    says=(
                        "The record says that something ended, or was answered, on 8 Sep 2019; and that it began, or was asked, "
                        "only on 9 Sep 2019."
                    )
                ),
            ),
        ),
        Example("On the same day.", (begun("stay_started"), ending("arrangement_decided", "stay", "Mon 2019-09-09")), END, ()),
        Example(
            "On the same day, and by the clock before it.",
            (begun("contact_received", "Mon 2019-09-09T10:00"), ending("contact_decided", "contact", "Mon 2019-09-09T09:00")),
            END,
            RAISED,
        ),
        Example(
            "Some day of a week that it began in can have been after.",
            (begun("contact_received"), ending("contact_decided", "contact", ("Thu 2019-09-05", "Wed 2019-09-11"))),
            END,
            (),
        ),
        Example(
            "Put right: withdrawn, and kept.",
            (
                begun("contact_received"),
                ending("contact_decided", "contact", "Sun 2019-09-08", recorded="Mon 2019-09-09T10:00"),
                given(
                    "f",
                    "contact_decided",
                    "Tue 2019-09-10",
                    corrects="e",
                    reason="It was Tuesday.",
                    **said("contact_decided", contact="b"),
                ),
            ),
            END,
            (Expect(state="withdrawn", withdrawn_on="2019-09-10"),),
        ),
        Example(
            "The child has died since: the record is as wrong as before.",
            (DIED, begun("contact_received"), ending("contact_decided", "contact", "Sun 2019-09-08")),
            END,
            RAISED,
        ),
    ),
)


def until(type: str, begins: str, ends: str, day: str, happened: str = "Mon 2019-09-09") -> Given:
    """Something that begins on 9 September and is said to last until a day, or to be planned for it."""
    first = {begins: "2019-09-09"} if begins else {}
    return given("e", type, happened, **said(type, **{**first, ends: day}))


LASTING = Spec(
    "SIG-OUT-OF-ORDER",
    (
        *(
            Example(
                f"{type} until the day before it began.",
                (until(type, begins, ends, "2019-09-08"),),
                END,
                (
                    Expect(
                        raised_on="2019-09-09",
                        evidence=("e",),
                        says=(
                            "It is said on 9 Sep 2019 that something lasts until, or is planned for, a day that was past before "
                            "it began."
                        ),
                    ),
                ),
            )
            for type, begins, ends in DAYS_AHEAD
        ),
        *(
            Example(
                f"{type} until the day it began.",
                (until(type, begins, ends, "2019-09-09"),),
                END,
                (),
            )
            for type, begins, ends in DAYS_AHEAD
        ),
        Example(
            "Attendance of a week, recorded in another, from a day after the day to which it is.",
            (
                given(
                    "e",
                    "attendance_recorded",
                    "Mon 2019-09-02",
                    **said("attendance_recorded", **{"from": "2019-09-09", "to": "2019-09-06"}),
                ),
            ),
            END,
            RAISED,
        ),
        Example(
            "Leave of nobody's record in particular, ended before it began: asked of the partnership.",
            (given("e", "absence_started", "Mon 2019-09-09", about=(), worker="sam", expected_until="2019-09-08"),),
            END,
            RAISED,
            child="partnership",
        ),
    ),
)


def turned(pair: Any, *rest: Given, **same: Any) -> tuple[Given, ...]:
    """The end on Friday, and the beginning on the Monday after."""
    return (one(pair.ended, "Fri 2019-09-06", "e", **same), one(pair.begun, "Mon 2019-09-09", "b"), *rest)


def of(ended: str) -> Any:
    """The pair that an entry type ends."""
    return next(pair for pair in PAIRS if pair.ended == ended)


def maybe(type: str) -> Given:
    """What may have begun it."""
    return given("m", type, "Mon 2019-09-02", **{**said(type), **({"stay_": "earlier"} if type == "arrangement_decided" else {})})


ANOTHER = {"carer": MOTHER, "kind": "Another.", "plan": "early_help", "post": "another", "worker": "ravi"}
PAIRED = Spec(
    "SIG-OUT-OF-ORDER",
    (
        *(
            Example(
                f"{pair.ended} before {pair.begun}.", turned(pair), END, (Expect(raised_on="2019-09-09", evidence=("e", "b")),)
            )
            for pair in PAIRS
        ),
        *(Example(f"{pair.begun} before both.", turned(pair, one(pair.begun, "Mon 2019-09-02", "a")), END, ()) for pair in PAIRS),
        *(
            Example(f"{also} before both, which may have begun it.", turned(pair, maybe(also)), END, ())
            for pair in PAIRS
            for also in pair.also
        ),
        *(
            Example(f"What {pair.begun} began is over by now.", turned(pair, one(pair.ended, "Mon 2019-09-16", "z")), END, ())
            for pair in PAIRS
        ),
        *(
            Example(f"{pair.ended} of another {name} than {pair.begun}.", turned(pair, **{name: ANOTHER[name]}), END, ())
            for pair in PAIRS
            for name in pair.same
        ),
        Example(
            "Both on one day.", (one("stay_ended", "Mon 2019-09-09", "e"), one("stay_started", "Mon 2019-09-09", "b")), END, ()
        ),
        Example("The brother's stay is his.", turned(of("stay_ended")), END, (), child=SIBLING),
    ),
)
