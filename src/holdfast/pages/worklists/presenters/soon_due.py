"""Something that will soon be late, on a page of its own."""

from dataclasses import dataclass
from datetime import date

from holdfast.access.decide import described
from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.duty.alerts import CONSEQUENCES
from holdfast.duty.withheld import shown_part
from holdfast.kernel.when import When
from holdfast.pages.entries.links import standard_url
from holdfast.pages.worklists.presenters.next_step import NextStep, step_for
from holdfast.pages.worklists.presenters.worklist_line import due_words, tag_of
from holdfast.record.models import StoredClock
from holdfast.record.read import entries_by_id
from holdfast.standards import STANDARDS

SOON_DUE = 3
"""Its place among the consequences."""


@dataclass(frozen=True)
class SoonDue:
    """What is wanted, by when, and what meets it."""

    title: str
    wanted: str
    day: date | None
    due: str
    tag: str
    action: NextStep | None
    why: str
    not_for_you: str


def soon_due_page(clock: StoredClock, reader: Reader) -> SoonDue:
    """One clock as ``reader`` may read it."""
    rule = STANDARDS[clock.standard]
    entries = entries_by_id([clock.trigger] if clock.trigger else [])
    part = shown_part(entries.values(), reader)
    day = When.parse(clock.due).last if clock.due else None
    records = described(reader.user).ties(Permission.RECORD) and not part.silent
    return SoonDue(
        title=CONSEQUENCES[SOON_DUE] if part.silent else rule.title,
        wanted="" if part.silent else f"{rule.wanted[:1].upper()}{rule.wanted[1:]}.",
        day=day,
        due=due_words(day, reader.moment.as_at),
        tag=tag_of(day, reader.moment.as_at),
        action=step_for(clock.standard, clock.child_id, entries.get(clock.trigger or "")) if records else None,
        why="" if part.silent else standard_url(clock.standard),
        not_for_you=part.not_for_you,
    )
