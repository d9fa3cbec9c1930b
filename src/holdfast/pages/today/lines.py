"""Each thing that waits as one line: the child, why, since when, by when, and the one thing that meets it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.urls import reverse

from holdfast.duty.alerts import Item
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.pages.concern.sending import source_of
from holdfast.pages.concern.telling import Part, apart
from holdfast.pages.concern.thread import child_name, listed
from holdfast.pages.date_phrases import clock, day, how_long_ago, instant
from holdfast.pages.today.links import Action, action_for, child_page, triggers
from holdfast.record.models import EntryEnvelope, StoredClock
from holdfast.record.read import people, world_of
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import sender
from holdfast.vocabulary.world import Person, World

LONGEST = 220
"""Characters of somebody's own text that a line shows: the rest is a tap away."""


@dataclass(frozen=True)
class Line:
    """One line of the page. ``section`` says where it stands; ``day`` by when, where there is a day."""

    section: str
    child: str
    child_url: str
    says: str
    why: str
    since: str
    due: str
    day: date | None
    action: Action | None
    answer: str
    because: str
    with_whom: str
    unread: bool
    tag: str
    quoted: bool = False
    others: tuple["Line", ...] = ()

    @property
    def all(self) -> tuple["Line", ...]:
        """This line and those that say the same of brothers and sisters."""
        return (self, *self.others)


def together(lines: Iterable[Line]) -> list[Line]:
    """One line where the same sentence stands for several children: what is asked is still answered for each."""
    first: dict[tuple[str, ...], Line] = {}
    for number, line in enumerate(lines):
        same = ("",) if line.quoted else (line.says, line.why, line.due)
        key = (line.section, *(same if any(same) else (str(number),)))
        found = first.get(key)
        first[key] = replace(found, others=(*found.others, line)) if found else line
    return list(first.values())


def lines_of(items: Iterable[Item], at: datetime, *, owner: bool = True) -> list[Line]:
    """The lines of these items, in their order. ``owner`` lines say why they are this person's."""
    found = list(items)
    entries = triggers([id for item in found for id in (*item.evidence[:1], str(item.matter))])
    concerned = {id for item in found if item.child for id in (item.child,)}
    concerned |= {person for entry in entries.values() for person in entry.about}
    persons = people(concerned, Moment.live(at))
    world = world_of((), (), Moment.live(at))
    due = decisions_due([str(item.matter) for item in found if item.kind == "concern"])
    return [_line(item, at, entries, persons, world, owner, due) for item in found]


def decisions_due(contacts: list[str]) -> dict[str, str]:
    """By when each of these concerns has to be decided, as its clock says: the earliest of its children's."""
    rows = StoredClock.objects.filter(trigger__in=contacts, standard="FD-02", open=True, due__isnull=False).order_by(
        "-overdue_from"
    )
    return {str(row.trigger): str(row.due) for row in rows}


def _line(
    item: Item,
    at: datetime,
    entries: Mapping[str, Entry],
    persons: Mapping[str, Person],
    world: World,
    owner: bool,
    decide_by: Mapping[str, str],
) -> Line:
    came = entries.get(str(item.matter)) if item.kind in ("concern", "message") else None
    trigger = entries.get(item.evidence[0]) if item.evidence else None
    child = item.child or ""
    due = _due_day(item.due or decide_by.get(str(item.matter)))
    names = [child_name(persons[id]) for id in (came.about if came else (child,)) if id in persons]
    return Line(
        section=section_of(item, due, at),
        child=listed(names) if names else "No child named",
        child_url=child_page(child) if child else "",
        says=_says(item, came, world),
        why=_why(item, came, due),
        since="" if item.kind == "warning" else since_words(item.since, at, came_in=came is not None),
        due=due_words(due, at),
        day=due,
        action=_action(item, came, trigger),
        answer=reverse("today:answer", args=[child, item.matter]) if item.kind == "alert" and not item.answered else "",
        because=f"With you: {item.because}" if owner and item.because else "",
        with_whom=listed(list(item.with_whom)) if item.with_whom else "",
        unread=item.read_at is None,
        tag=tag_of(due, at),
        quoted=came is not None,
    )


def section_of(item: Item, due: date | None, at: datetime) -> str:
    """Where it stands on the page: by what happens to a child if it waits, then by when."""
    if item.answered:
        return "answered"
    if item.kind == "concern":
        return "new"
    if item.consequence == 0:
        return "safety"
    if item.kind == "message":
        return "read"
    if item.kind == "warning":
        return section_by_day(due, at)
    return "overdue" if due is not None else "worry"


def section_by_day(due: date | None, at: datetime) -> str:
    """Today, this week or later."""
    today = london_day(at)
    if due is None or due > today + timedelta(days=7):
        return "later"
    return "today" if due <= today else "week"


def _due_day(written: str | None) -> date | None:
    return None if written is None else When.parse(written).last


def tag_of(due: date | None, at: datetime) -> str:
    """The colour of the tag that says by when: the words beside it say the same."""
    if due is None:
        return ""
    today = london_day(at)
    return "red" if due < today else "orange" if due == today else "blue"


def due_words(due: date | None, at: datetime) -> str:
    """ "3 days late", "due today", "due Fri 27 Nov"."""
    if due is None:
        return ""
    late = (london_day(at) - due).days
    if late > 0:
        return f"{late} {'day' if late == 1 else 'days'} late"
    return "due today" if late == 0 else f"due {due:%a} {due.day} {due:%b}"


def since_words(since: datetime, at: datetime, *, came_in: bool) -> str:
    """ "Came in today at 4:50pm", "Came in 3 days ago, at 4:50pm on Friday 20 November 2026", "Since Tuesday 17 November 2026,
    3 days ago"."""
    ago = how_long_ago(since, at)
    if not came_in:
        return f"Since {ago}" if ago in ("today", "yesterday") else f"Since {day(since)}, {ago}"
    return f"Came in {ago} at {clock(since)}" if ago in ("today", "yesterday") else f"Came in {ago}, at {instant(since)}"


def briefly(came: Entry, world: World) -> str:
    """Something that came in, in one line: from whom, and what it says."""
    who = sender(world.names, value(came, "from"))
    return f"{'Concern' if came.type == 'contact_received' else 'Message'} from {who}: “{_short(_told(came))}”"


def _says(item: Item, came: Entry | None, world: World) -> str:
    if came is None:
        return item.title
    who = sender(world.names, value(came, "from"))
    return f"Concern from {who}" if item.kind == "concern" else f"Message from {who}"


def _why(item: Item, came: Entry | None, due: date | None) -> str:
    if came is not None:
        return _short(_told(came))
    if item.kind == "warning" and item.rule in STANDARDS:
        wanted = STANDARDS[item.rule].wanted
        return f"{wanted[:1].upper()}{wanted[1:]} by {day(due)}." if due else f"{wanted[:1].upper()}{wanted[1:]}."
    return item.why


def _told(came: Entry) -> str:
    """What somebody wrote; of a concern in parts, the part that says what happened."""
    text = str(value(came, "text"))
    return next((each.said for each in apart(text) or () if each.part is Part.SAW), text)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST else f"{one_line[:LONGEST].rsplit(' ', 1)[0]} …"


def _action(item: Item, came: Entry | None, trigger: Entry | None) -> Action | None:
    if item.kind == "concern":
        return Action("Read and decide", reverse("concern:one", args=[item.matter]))
    if came is not None:
        contact = concern_of(came)
        if contact is not None:
            return Action("Read it with the concern", reverse("concern:one", args=[contact]))
    if item.child is None or item.answered:
        return None
    if came is not None:
        return Action("Read and answer", reverse("today:message", args=[item.child, item.matter]))
    return action_for(item.rule, item.child, trigger)


def concern_of(message: Entry) -> str | None:
    """The concern that a message belongs to, by the reference it was filed under."""
    if not (message.source or "").startswith("Concern HF-"):
        return None
    rows = EntryEnvelope.objects.filter(type="contact_received", abouts__person__in=message.about).values_list("pk", flat=True)
    return next((str(pk) for pk in rows.distinct() if source_of(str(pk)) == message.source), None)
