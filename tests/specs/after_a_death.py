"""What a death itself asks, and what is owed to others whoever has died, begins after it; nothing else does."""

from dataclasses import replace
from datetime import date, timedelta
from types import ModuleType

from tests.specs import (
    allegations,
    disagreements,
    disagreements_urgent,
    front_door_answers,
    information_rights,
    learning,
    legal_holds,
    practice_reviews,
    retention,
    serious_incidents,
)
from tests.specs.kit import WEEKDAYS, Example, Given, Spec, given, on


def after_death(rule: str, module: ModuleType) -> Spec:
    """The first life of the rule's own table in which it has something to say, with a death the day before all of it."""
    specs = (each for each in vars(module).values() if isinstance(each, Spec) and each.rule == rule)
    says_something = [each for spec in specs for each in spec.examples if each.expect]
    # In the table's own people if it can be: where somebody is of another age, the example is mostly about that.
    lived = min(says_something, key=lambda each: len(each.people))
    return Spec(rule, (replace(lived, says=f"After a death. {lived.says}", entries=(died_before(lived), *lived.entries)),))


def died_before(example: Example) -> Given:
    """The death of whom the example is about, the day before anything in it."""
    first = min(on(each.happened if isinstance(each.happened, str) else each.happened[0])[:10] for each in example.entries)
    day = date.fromisoformat(first) - timedelta(days=1)
    return given("died", "death_recorded", f"{WEEKDAYS[day.weekday()]} {day}", person=example.child, about=(example.child,))


FD_03 = after_death("FD-03", front_door_answers)
FD_04 = after_death("FD-04", front_door_answers)
LADO_01 = after_death("LADO-01", allegations)
LADO_02 = after_death("LADO-02", allegations)
INF_01 = after_death("INF-01", information_rights)
INF_02 = after_death("INF-02", information_rights)
INF_03 = after_death("INF-03", information_rights)
RPD_01 = after_death("RPD-01", disagreements)
RPD_02 = after_death("RPD-02", disagreements)
RPD_03 = after_death("RPD-03", disagreements)
RPD_04 = after_death("RPD-04", disagreements)
RPD_05 = after_death("RPD-05", disagreements_urgent)
RPD_07 = after_death("RPD-07", disagreements_urgent)
REV_01 = after_death("REV-01", serious_incidents)
REV_02 = after_death("REV-02", practice_reviews)
REV_03 = after_death("REV-03", serious_incidents)
REV_04 = after_death("REV-04", practice_reviews)
REV_05 = after_death("REV-05", practice_reviews)
REV_06 = after_death("REV-06", practice_reviews)
REV_07 = after_death("REV-07", learning)
REV_08 = after_death("REV-08", learning)
REV_09 = after_death("REV-09", practice_reviews)
REV_11 = after_death("REV-11", practice_reviews)
RET_02 = after_death("RET-02", retention)
RET_04 = after_death("RET-04", retention)
RET_05 = after_death("RET-05", allegations)
RET_06 = after_death("RET-06", retention)
RET_07 = after_death("RET-07", legal_holds)
