"""Something that will soon be late, on a page of its own."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.access.decide import described, may
from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.duty.alerts import CONSEQUENCES, SOON_DUE
from holdfast.duty.decided_days import DecidedDay
from holdfast.duty.withheld import shown_part
from holdfast.kernel.when import When, london_day
from holdfast.pages.entries.links import standard_url
from holdfast.pages.worklists.presenters.next_step import NextStep, step_after, step_for
from holdfast.pages.worklists.presenters.worklist_line import due_words, tag_of
from holdfast.record.models import StoredClock
from holdfast.record.read import entries_by_id
from holdfast.standards import STANDARDS


@dataclass(frozen=True)
class SoonDue:
    """What is wanted, by when, what meets it, and what becomes of it (``then``). ``concern`` is where it was decided, for a
    reader who may read that."""

    title: str
    wanted: str
    day: date | None
    due: str
    tag: str
    action: NextStep | None
    why: str
    not_for_you: str
    then: str
    concern: str = ""
    label: str = "What is wanted"


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
        then="You were told before it is late. If it is not done, it goes to others by itself.",
    )


def decided_day_page(decided: DecidedDay, reader: Reader) -> SoonDue:
    """The day in a decision as ``reader`` may read it."""
    part = shown_part([decided.decision], reader)
    day, today = decided.when.last, london_day(reader.moment.as_at)
    step = step_after(decided)
    records = described(reader.user).ties(step.needs or Permission.RECORD) and not part.silent
    opens = may(reader.user, Permission.READ_CONCERN, None, reader.moment, entry=decided.contact).allowed
    return SoonDue(
        title=CONSEQUENCES[SOON_DUE] if part.silent else decided.title(today),
        wanted=decided.says(today) if part.whole else "",
        day=day,
        due=due_words(day, reader.moment.as_at),
        tag=tag_of(day, reader.moment.as_at),
        action=step if records else None,
        why="",
        not_for_you=part.not_for_you,
        then="It stays on your list until it is on the record that it was done.",
        concern=reverse("contacts:one", args=[decided.contact]) if opens else "",
        label="What was decided",
    )
