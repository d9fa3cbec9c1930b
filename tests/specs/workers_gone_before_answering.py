"""A message or a concern for somebody who was there as it came, and who went before anybody answered it."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.specs.kit import Example, Expect, Given, Spec, contact, given
from tests.specs.workers_in_post import away, cover, leaving

WRITTEN = given("m", "message_received", "Fri 2019-11-29T16:50", for_="sam", from_="gran", text="Please ring me.")
ADDRESSED = contact("m", "Fri 2019-11-29T16:50", for_="sam")
GOES = away("goes", "Fri 2019-11-29T18:00")
BEFORE, AT, IN_TIME, ON_THE_HOUR, LATE = (f"Fri 2019-11-29T{time}" for time in ("17:00", "18:00", "18:30", "19:00", "19:01"))
OTHER = given("m2", "message_received", "Fri 2019-11-29T16:40", for_="kay", from_="hv", text="Clinic.")
OTHER_CONCERN = contact("m2", "Fri 2019-11-29T16:40")
RAVI_AWAY = away("ravi-away", "Fri 2019-11-22", "ravi")


def passed(when: str, to: str = "ravi", what: str = "m") -> Given:
    """The message is passed to one person."""
    return given("re", "message_rerouted", when, by=None, message=what, to=[to])


def answered(when: str, what: str = "m") -> Given:
    """Somebody answers it."""
    return given("an", "message_answered", when, by="duty", message=what)


def taken(when: str, worker: str = "ravi", what: str = "m") -> Given:
    """The concern is given to one person."""
    return given("as", "contact_assigned", when, by="kay", contact=what, worker=worker)


def acknowledged(when: str, what: str = "m") -> Given:
    """Somebody says that it came."""
    return given("ack", "contact_acknowledged", when, by="duty", contact=what, to="school")


def decided(when: str, what: str = "m") -> Given:
    """A manager decides about it."""
    return given("d", "contact_decided", when, by="kay", contact=what, decision="assessment", reasons="Bruised.")


MESSAGE, CONCERN = (WRITTEN, GOES), (ADDRESSED, GOES)
NOBODYS: Mapping[str, tuple[Given, ...]] = {
    "Whoever a message was for goes before they answered.": MESSAGE,
    "Another message was passed on.": (*MESSAGE, OTHER, passed(BEFORE, what="m2")),
    "It was passed on to somebody who was away.": (RAVI_AWAY, *MESSAGE, passed(BEFORE, "ravi")),
    "Another message was answered.": (*MESSAGE, OTHER, answered(BEFORE, "m2")),
    "Whoever a concern was for goes before anybody took it up.": CONCERN,
    "Another concern was given to somebody.": (*CONCERN, OTHER_CONCERN, taken(BEFORE, what="m2")),
    "It was given to somebody who was away.": (RAVI_AWAY, *CONCERN, taken(BEFORE)),
    "Another concern was acknowledged.": (*CONCERN, OTHER_CONCERN, acknowledged(BEFORE, "m2")),
    "Somebody else's work was handed over.": (
        *MESSAGE,
        given("h", "handover_completed", BEFORE, by="kay", from_="lena", to="ravi", family_told=True),
    ),
    "Whoever it was for is their own cover.": (WRITTEN, GOES, cover("k", BEFORE, "sam")),
}
SOMEBODYS: Mapping[str, tuple[Given, ...]] = {
    "It was passed on before they went.": (*MESSAGE, passed(BEFORE)),
    "It was answered before they went.": (*MESSAGE, answered(BEFORE)),
    "A concern: given to somebody before.": (*CONCERN, taken(BEFORE)),
    "A concern: acknowledged before.": (*CONCERN, acknowledged(BEFORE)),
    "A concern: decided before.": (*CONCERN, decided(BEFORE)),
    "Their work was handed over before, with what was unread.": (
        *MESSAGE,
        given("h", "handover_completed", BEFORE, by="kay", from_="sam", to="ravi", family_told=True),
    ),
    "Somebody who is there covers for them from before.": (*MESSAGE, cover("k", BEFORE, "lena")),
    "Their last day is today, and it is not over.": (WRITTEN, leaving("going", "Mon 2019-11-18", "2019-11-29", about=())),
}
AFTERWARDS: Mapping[str, tuple[tuple[Given, ...], str]] = {
    "Passed on then": (MESSAGE, "re"),
    "Answered then": (MESSAGE, "an"),
    "Given to somebody then": (CONCERN, "as"),
    "Acknowledged then": (CONCERN, "ack"),
    "Decided then": (CONCERN, "d"),
}
DONE = {"re": passed, "an": answered, "as": taken, "ack": acknowledged, "d": decided}
DAY = "Sat 2019-11-30"
OPEN = Expect(state="overdue", trigger="m", starts="2019-11-29T18:00:00Z", due="2019-11-29T18:00:00Z", raised_on="2019-11-29")
RAISED = Expect(state="raised", raised_on="2019-11-29", evidence=("m", "goes"))


def of_both(open: Expect) -> Iterator[Example]:
    """What the standard and the signal say alike: with somebody, or with nobody."""
    for says, entries in NOBODYS.items():
        yield Example(says, entries, DAY, (open,))
    for says, entries in SOMEBODYS.items():
        yield Example(says, entries, "Fri 2019-11-29", ())


def of_the_standard() -> Iterator[Example]:
    """At once: no later than they go."""
    for says, (entries, id) in AFTERWARDS.items():
        yield Example(f"{says}: at once.", (*entries, DONE[id](AT)), DAY, ())
        late = Expect(state="met_late", trigger="m", met_by=id, raised_on="2019-11-29")
        yield Example(f"{says}, half an hour later: late.", (*entries, DONE[id](IN_TIME)), DAY, (late,))


def of_the_signal() -> Iterator[Example]:
    """Within the hour."""
    for says, (entries, id) in AFTERWARDS.items():
        yield Example(f"{says}, on the hour.", (*entries, DONE[id](ON_THE_HOUR)), DAY, ())
        late = Expect(state="ended", raised_on="2019-11-29", met_by=id)
        yield Example(f"{says}, a minute later.", (*entries, DONE[id](LATE)), DAY, (late,))
    elsewhere: dict[str, tuple[Given, ...]] = {
        "Passed on within the hour to somebody who is away.": (RAVI_AWAY, *MESSAGE, passed(IN_TIME)),
        "Another message was passed on within the hour.": (*MESSAGE, OTHER, passed(IN_TIME, what="m2")),
        "A concern given within the hour to somebody who is away.": (RAVI_AWAY, *CONCERN, taken(IN_TIME)),
        "Another concern was given to somebody within the hour.": (*CONCERN, OTHER_CONCERN, taken(IN_TIME, what="m2")),
    }
    for says, entries in elsewhere.items():
        yield Example(says, entries, DAY, (RAISED,))


def after_the_last_day(**expected: Any) -> Example:
    """A last day ends at midnight, whatever hour it is not known at."""
    entries = (WRITTEN, leaving("going", "Mon 2019-11-18", "2019-11-30", about=()))
    return Example("From the midnight that ends the last day.", entries, "Sun 2019-12-01", (Expect(**expected),))


WK_02_GONE = Spec(
    "WK-02",
    (
        *of_both(OPEN),
        *of_the_standard(),
        after_the_last_day(
            state="overdue",
            starts="2019-12-01T00:00:00Z",
            approximate=False,
            says=(
                "Unanswered message: whoever it was for was gone or away on 1 Dec 2019 at 00:00; no re-routing to cover, manager "
                "and duty by 1 Dec 2019 at 00:00 (at once)."
            ),
        ),
    ),
)
MSG_ABSENT_LEFT = Spec(
    "SIG-MSG-ABSENT-WORKER",
    (*of_both(RAISED), *of_the_signal(), after_the_last_day(state="raised", raised_on="2019-12-01", evidence=("going", "m"))),
)
