"""The actions of a plan, what was last said of each, and which of them were open on a day."""

from collections.abc import Mapping
from typing import NamedTuple, cast

from holdfast.engine.compiled.entries import CompactEntry, planned
from holdfast.engine.compiled.entry_fields import plain
from holdfast.engine.compiled.neighbouring_entries import case_candidates, known_by, person_candidates
from holdfast.engine.compiled.person import PersonRecord

AGREED, REVIEWED = ("action_agreed",), ("action_reviewed",)
Action = tuple[str, str]
"""Something to be done, by what it says and for whom."""


class _Agreed(NamedTuple):
    """An action as it was agreed: on which day, by which entry, and when it is due."""

    on: int
    action: Action
    root: str
    due: int


class _Actions:
    """Everything agreed for a child in one state of knowledge, and the reviews of it in the order they are read."""

    def __init__(self, person: PersonRecord) -> None:
        self.agreed = [
            _Agreed(each.last, (plain(each.data.get("action")), str(each.data.get("for"))), each.root, due.last.toordinal())
            for each in person.read(AGREED)
            if each.data.get("child") in (None, person.id) and (due := planned(each, "due")) is not None
        ]
        self.reviews = reviews_by_action(person)
        # Two meetings are compared by every meeting after them, so the same few days are asked for again.
        self._open: dict[int, Mapping[Action, int]] = {}

    def open_on(self, day: int) -> Mapping[Action, int]:
        """The actions agreed and not done by the end of a day, each with the day it was first due."""
        found = self._open.get(day)
        if found is None:
            found = self._open[day] = self._open_on(day)
        return found

    def _open_on(self, day: int) -> Mapping[Action, int]:
        found: dict[Action, int] = {}
        for on, action, root, due in self.agreed:
            # Agreed in reading order, so nothing further on was agreed by then.
            if on > day:
                break
            if self._is_done(root, day):
                found.pop(action, None)
            else:
                found[action] = min(due, found.get(action, due))
        return found

    def _is_done(self, root: str, day: int) -> bool:
        # The last word by then, looked for from the end: most actions are reviewed often.
        for review in reversed(self.reviews.get(root, ())):
            if review.last <= day:
                return str(review.data.get("status")) == "done"
        return False


def open_actions(person: PersonRecord, day: int) -> Mapping[Action, int]:
    """The actions agreed for this child by the end of a day and not done by then, each with the day it was first due."""
    # What it rests on, said for it: what is kept was made of all entries, but says nothing of a day that later ones could
    # change.
    read = (person_candidates(person, AGREED), case_candidates(person, REVIEWED))
    return cast("_Actions", known_by(person, "actions", _Actions, read, day)).open_on(day)


def reviews_by_action(person: PersonRecord) -> Mapping[str, list[CompactEntry]]:
    """What was said of each action, by the action's first version, in the order in which it is read."""
    return cast("Mapping[str, list[CompactEntry]]", person.keep("action reviews", _reviews_by_action))


def _reviews_by_action(person: PersonRecord) -> Mapping[str, list[CompactEntry]]:
    found: dict[str, list[CompactEntry]] = {}
    for review in person.anybodys(REVIEWED):
        # By the action's first version, since a review points at whichever version its writer saw.
        found.setdefault(person.record.root(str(review.data.get("action"))), []).append(review)
    return found
