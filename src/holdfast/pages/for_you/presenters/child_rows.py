"""The children somebody shares, each as a row: their part, who works with the child now, and what is due next."""

from dataclasses import dataclass

from holdfast.identity.ages import age
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.pages.child_names import child_name
from holdfast.pages.contacts.queries.duty_phone import DutyPhone, duty_phone
from holdfast.pages.date_phrases import short_day
from holdfast.pages.entries.links import child_url
from holdfast.pages.for_you.queries.shared_children import SharedChild, SharedChildren
from holdfast.pages.worklists.presenters.worklist_line import due_words, tag_of
from holdfast.record.models import StoredClock
from holdfast.standards import STANDARDS


@dataclass(frozen=True)
class ChildRow:
    """One child. ``next`` is what is due next and ``due`` by when, ``late`` how much is late; ``phone`` is of whoever works with
    the child now."""

    name: str
    age: str
    url: str
    part: str
    worker: str
    phone: str
    next: str
    due: str
    tag: str
    late: int
    told: str


def child_rows(found: SharedChildren, moment: Moment) -> tuple[ChildRow, ...]:
    """The rows, what is due soonest first."""
    desk = duty_phone(moment.as_at)
    return tuple(_row(child, found, moment, desk) for child in found.shared)


def _row(child: SharedChild, found: SharedChildren, moment: Moment, desk: DutyPhone) -> ChildRow:
    worker, phone = _worker(child.person.id, found, desk)
    due = When.parse(child.clock.due).last if child.clock is not None and child.clock.due else None
    return ChildRow(
        name=child_name(child.person),
        age=age(child.person.born, london_day(moment.as_at)).words,
        url=child_url(child.person.id),
        part=f"{child.part[:1].upper()}{child.part[1:]}",
        worker=worker,
        phone=phone,
        next=_next(child.clock),
        due=due_words(due, moment.as_at),
        tag=tag_of(due, moment.as_at),
        late=child.late,
        told=short_day(child.told_at) if child.told_at is not None else "",
    )


def _next(clock: StoredClock | None) -> str:
    return STANDARDS[clock.standard].title if clock is not None else ""


def _worker(child: str, found: SharedChildren, desk: DutyPhone) -> tuple[str, str]:
    """Who works with the child now; while they are away, who covers, and where nobody does, whoever answers at this hour."""
    now = found.now
    lead = now.lead(child)
    if lead is None:
        return "", ""
    if now.missing(lead) is None:
        return now.name(lead), found.phones.get(lead, "")
    what = "away" if now.away(lead) is not None else "gone"
    cover = now.cover(lead, child)
    if cover is None:
        return f"{now.name(lead)} is {what}, and nobody covers. Ring {desk.of}", desk.phone
    return f"{now.name(cover)}, for {now.name(lead)}, who is {what}", found.phones.get(cover, "")
