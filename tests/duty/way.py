"""The way of a concern through the house, followed as it happens: from the page on which somebody sends it to the row that says
a person has been told.

**A room** is a module that is entered, **a stop** each time control goes into one from another. The way begins where the page
hands the concern over, and the page is its first room: how a page is reached and reads back what was typed is the same for every
form. What days, words and rules mean (kernel, vocabulary, rules, standards) belongs to no room.

What is asked as one question with one answer is one stop, and the way does not go into it: may they (access), put this into the
record or read from it (record), and where does this go (:data:`ROUTE`). Without the last of them the way goes through the roster
too, and all that the roster reads.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

VALUES = ("holdfast.kernel", "holdfast.vocabulary", "holdfast.rules", "holdfast.standards")
ROUTE = "holdfast.duty.rota:route"
LAYERS = ("holdfast.access.", "holdfast.record.")
"""Layers that answer in one go: what happens inside them is their own affair."""


@dataclass
class Way:
    """What was entered, in order, each with the module it was entered from."""

    answers: tuple[str, ...]
    stops: list[tuple[str, str]] = field(default_factory=list)

    @property
    def rooms(self) -> list[str]:
        """Every module on the way, in the order in which they were first entered."""
        return list(dict.fromkeys(room for stop in self.stops for room in stop))

    def __str__(self) -> str:
        steps = "\n".join(f"  {here} -> {there}" for here, there in self.stops)
        return f"{len(self.rooms)} rooms, {len(self.stops)} stops\n{steps}"


def followed(walk: Callable[[], Any], *, begins: str, ends: str, answers: tuple[str, ...] = (*LAYERS, ROUTE)) -> Way:
    """The way from the first call of ``begins`` (``module:function``) until ``ends`` is called, without what ``answers``."""
    way, over = Way(answers), [False]

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        if event != "call" or over[0] or not _name(frame).startswith("holdfast."):
            return
        if way.stops or _at(frame) == begins:
            _note(way, frame, begins)
        over[0] = bool(way.stops) and _at(frame) == ends

    sys.setprofile(watch)
    try:
        walk()
    finally:
        sys.setprofile(None)
    return way


def _note(way: Way, frame: FrameType, begins: str) -> None:
    here, above = _name(frame), _above(frame, begins)
    if here.startswith(VALUES) or any(_at(each).startswith(way.answers) for each in above):
        return
    asked_by = next(_name(each) for each in above if not _name(each).startswith(VALUES))
    if asked_by != here:
        way.stops.append((asked_by, here))


def _above(frame: FrameType, begins: str) -> list[FrameType]:
    """What of the house waits for this call, the nearest first, back to whoever called the beginning."""
    found: list[FrameType] = []
    begun = _at(frame) == begins
    while (frame := frame.f_back) is not None:  # type: ignore[assignment]
        if _name(frame).startswith("holdfast."):
            found.append(frame)
            if begun:
                break
            begun = _at(frame) == begins
    return found


def _name(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def _at(frame: FrameType) -> str:
    return f"{_name(frame)}:{frame.f_code.co_name}"
