"""Everything that shows a child seen, and what looks like it and does not, for tables of signals that ask."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from tests.specs.kit import CHILD, SIBLING, WEEKDAYS, Given, given, visit

Making = Callable[[str, Sequence[str]], Given]


def day(text: str) -> str:
    """A date with the weekday it has."""
    return f"{WEEKDAYS[date.fromisoformat(text).weekday()]} {text}"


def attended(id: str, happened: str, about: Sequence[str] = (CHILD,), percent: float = 100) -> Given:
    """A day's attendance at school."""
    return given(
        id, "attendance_recorded", happened, about=about, setting="school", percent=percent, from_=happened[4:], to=happened[4:]
    )


def sighted(id: str, happened: str, seen: Sequence[str] = (CHILD,), about: Sequence[str] = (CHILD,)) -> Given:
    """Another agency says whom it saw."""
    return given(id, "child_sighted", happened, about=about, seen=list(seen), by_="school", how="school_or_nursery")


def observed(id: str, happened: str, setting: str, about: Sequence[str] = (CHILD,)) -> Given:
    """Something seen of the child's life."""
    return given(id, "observation_recorded", happened, about=about, neglect=[], other=[], text="What was seen.", setting=setting)


def spoke(id: str, happened: str, how: str = "words", child: str = CHILD, about: Sequence[str] = (CHILD,)) -> Given:
    """What a child said."""
    return given(id, "voice_recorded", happened, about=about, child=child, how=how, words="I like my school.")


def plain(type: str, **data: Any) -> Making:
    """An entry that says no more than that it happened."""
    return lambda happened, about: given("x", type, happened, about=about, **data)


SIGHTINGS: tuple[tuple[str, Making], ...] = (
    ("A visit that names the child", lambda when, about: visit("x", when, about, about=about)),
    ("Another agency's sighting of the child", lambda when, about: sighted("x", when, about, about)),
    ("A day at school", lambda when, about: attended("x", when, about)),
    ("An hour at school", lambda when, about: attended("x", when, about, 1)),
    ("Something noticed at nursery", lambda when, about: observed("x", when, "nursery", about)),
    ("Words of the child's own", lambda when, about: spoke("x", when, child=about[0], about=about)),
    ("A medical", plain("medical_held", kind="paediatric")),
    ("A diagnosis", plain("diagnosis_recorded", code="", text="Asthma")),
    ("An injury that somebody saw", plain("injury_recorded", kind="bruise", text="On the arm.")),
    ("A health assessment", plain("health_assessment_held", kind="review")),
    ("A return interview", plain("return_interview_held")),
    ("Police protection", plain("police_protection_started")),
    ("The child found", plain("missing_ended")),
    ("The baby leaving hospital", plain("baby_left_hospital")),
)
"""What shows a child seen, with how it is written down for a day and a child."""

NOT_SIGHTINGS: tuple[tuple[str, Making], ...] = (
    ("A visit that names only the brother", lambda when, about: visit("x", when, (SIBLING,), about=(*about, SIBLING))),
    ("Another agency's sighting of the brother", lambda when, about: sighted("x", when, (SIBLING,), (*about, SIBLING))),
    ("A day away from school", lambda when, about: attended("x", when, about, 0)),
    ("Something noticed of the home", lambda when, about: observed("x", when, "home", about)),
    ("What somebody else says the child said", lambda when, about: spoke("x", when, "told_by", about[0], about)),
    ("What the brother said", lambda when, about: spoke("x", when, child=SIBLING, about=(*about, SIBLING))),
)
"""What is written about a child without showing that anybody saw them."""
