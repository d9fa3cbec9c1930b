"""What Northmere is made of: its staff, its families' stories and what is theirs together. The tellers add to it."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from holdfast.demo.residents import InventedFamily
from holdfast.demo.staff import Staff
from holdfast.demo.story import Story
from holdfast.vocabulary.case_writer import write_case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass
class Northmere:
    """The whole partnership. ``alive`` are the families whose open matters are meant to be open today; ``arriving`` are the
    entries of concerns and messages that still wait for somebody."""

    at: datetime
    staff: Staff
    stories: list[Story] = field(default_factory=list)
    shared: list[Entry] = field(default_factory=list)
    alive: set[str] = field(default_factory=set)
    arriving: list[str] = field(default_factory=list)

    @property
    def families(self) -> list[InventedFamily]:
        """Every family."""
        return [story.family for story in self.stories]

    @property
    def entries(self) -> list[Entry]:
        """Every entry, in the order it was recorded."""
        every = [entry for story in self.stories for entry in story.entries] + self.shared
        return sorted(every, key=lambda entry: (entry.recorded_at, entry.corrects or entry.withdraws or "", entry.id))

    @property
    def world(self) -> World:
        """As a case."""
        people = {one.id: one.person() for family in self.families for one in family.everybody}
        links = tuple(link for family in self.families for link in family.relationships)
        return World(self.staff.organisations, self.staff.workers, people, links, tuple(self.entries))

    def digest(self) -> str:
        """One number for all of it."""
        more = [[each.key, each.address, each.practice] for each in self.families]
        return hashlib.sha256((write_case(self.world) + json.dumps(more)).encode()).hexdigest()
