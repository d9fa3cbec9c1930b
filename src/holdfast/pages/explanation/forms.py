"""What somebody supposes: that one entry had happened on another day, or never."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from holdfast.engine.explanation import Explanation
from holdfast.kernel.when import When
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

NEVER = "never"


@dataclass(frozen=True)
class EntryChoice:
    """An entry that could have happened otherwise."""

    id: str
    words: str


@dataclass(frozen=True)
class Supposition:
    """What was asked: ``entry`` on ``when`` (``None`` is never), in words; what there is to choose from; what is wrong."""

    choices: tuple[EntryChoice, ...]
    entry: str | None = None
    when: When | None = None
    said: str = ""
    day: str = ""
    never: bool = False
    problem: str = ""


def read_supposition(asked: QueryDict, world: World, found: list[Explanation]) -> Supposition:
    """What the address asks."""
    # Only entries that this rule read: moving any other would change nothing, and would seem to prove something.
    entries = {entry.id: entry for each in found for entry in each.entries}
    choices = tuple(EntryChoice(id, _words(entry)) for id, entry in entries.items())
    chosen, day, never = asked.get("entry"), asked.get("day", "").strip(), NEVER in asked
    if chosen is None:
        return Supposition(choices)
    # Asked of an address that was kept and has gone stale, or made by hand: said in words, and nothing is worked out.
    if chosen not in entries:
        return Supposition(choices, problem="Choose what would have been on another day.")
    if never:
        return Supposition(choices, chosen, None, f"Had this never happened: {_words(entries[chosen])}", day, never=True)
    try:
        when = When.day(date.fromisoformat(day))
    except ValueError:
        return Supposition(choices, chosen, day=day, problem="Enter the day it would have been.")
    return Supposition(choices, chosen, when, f"Had this been on {when.in_words()}: {_words(entries[chosen])}", day)


def _words(entry: Entry) -> str:
    return f"{type(entry.data).title}, {entry.happened.in_words()}"
