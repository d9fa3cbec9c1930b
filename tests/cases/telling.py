"""Reading a case file and asking what a replay of it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from holdfast.engine.replay import replay
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import end_of_day
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

CASES = Path(__file__).parents[2] / "cases"


@cache
def case(name: str) -> World:
    """A case file of this repository."""
    return read_case((CASES / f"{name}.json").read_bytes())


@dataclass(frozen=True)
class Shown:
    """Everything a replay shows, as the lines it prints."""

    world: World
    lines: tuple[Mapping[str, Any], ...]

    def of(self, rule: str, child: str | None = None) -> list[Mapping[str, Any]]:
        """The lines of one standard or signal, for one child or for all, oldest first."""
        return [line for line in self.lines if line["standard"] == rule and child in (None, line["child"])]

    def one(self, rule: str, child: str) -> Mapping[str, Any]:
        """The only line of one standard or signal for one child."""
        found = self.of(rule, child)
        assert len(found) == 1, (rule, child, [line["why"] for line in found])
        return found[0]

    def raised(self, rule: str) -> dict[str, set[str]]:
        """For each child, the days on which it was first shown and not taken back."""
        found: dict[str, set[str]] = {}
        for line in self.of(rule):
            if line["raised_on"] and not line["withdrawn_on"]:
                found.setdefault(line["child"], set()).add(line["raised_on"])
        return found

    def told(self, line: Mapping[str, Any], rung: int = 0) -> set[str]:
        """Who is told at a rung."""
        return {tell["worker"] for tell in line["tells"] if tell["rung"] == rung}

    def entry(self, id: str) -> Entry:
        """One entry of the case."""
        return next(entry for entry in self.world.entries if entry.id == id)

    def paragraphs(self, line: Mapping[str, Any]) -> set[str]:
        """The paragraphs that the entries behind a line come from."""
        ids = line.get("evidence") or [line["trigger"]]
        return {part.strip() for id in ids for part in (self.entry(id).source or "").split(",") if part.strip()}


@cache
def shown(name: str, as_at: date, known_at: date | None = None) -> Shown:
    """What the case shows at the end of a day, as known then or as known at the end of another."""
    world = case(name)
    moment = Moment.at_end_of(as_at) if known_at is None else Moment(as_at=end_of_day(as_at), known_at=end_of_day(known_at))
    return Shown(world, tuple(each.to_json() for each in replay(world, moment)))
