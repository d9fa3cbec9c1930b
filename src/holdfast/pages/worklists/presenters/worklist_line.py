"""Each thing that waits as one line: the child, why, since when, by when, and the one thing that meets it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.urls import reverse

from holdfast.duty.alerts import CONSEQUENCES
from holdfast.duty.waiting_item import WaitingItem
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import When, london_day
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.date_phrases import clock, day, how_long_ago, instant
from holdfast.pages.entries.links import child_url
from holdfast.pages.worklists.presenters.next_step import NextStep, step_for
from holdfast.pages.worklists.queries.line_facts import LineFacts
from holdfast.record.models import StoredClock
from holdfast.standards import STANDARDS
from holdfast.vocabulary.contact_text import ContactPart, apart
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import sender
from holdfast.vocabulary.world import World

_AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONGEST = 220
"""Characters of somebody's own text that a line shows: the rest is a tap away."""


CAME_IN = ("concern", "message", "outcome")
"""The kinds of what somebody told us: an ``outcome`` is a decided concern of which its sender has still to be told."""


@dataclass(frozen=True)
class WorklistLine:
    """One line of the page. ``section`` says where it stands; ``day`` by when, where there is a day; ``danger`` says in words
    what its colour says."""

    section: str
    child: str
    child_url: str
    says: str
    why: str
    since: str
    due: str
    day: date | None
    action: NextStep | None
    answer: str
    because: str
    with_whom: str
    unread: bool
    tag: str
    quoted: bool = False
    danger: str = ""
    others: tuple["WorklistLine", ...] = ()

    @property
    def all(self) -> tuple["WorklistLine", ...]:
        """This line and those that say the same of brothers and sisters."""
        return (self, *self.others)


OF_NO_CHILD = {"record": "No child", "rota": "The duty rota"}
"""What stands for the child where it is about none."""


def together(lines: Iterable[WorklistLine]) -> list[WorklistLine]:
    """One line where the same sentence stands for several children: what is asked is still answered for each."""
    first: dict[tuple[str, ...], WorklistLine] = {}
    for number, line in enumerate(lines):
        # What somebody wrote is never joined, though two wrote the same words: each waits for an answer of its own.
        same = ("",) if line.quoted else (line.says, line.why, line.due)
        key = (line.section, *(same if any(same) else (str(number),)))
        found = first.get(key)
        first[key] = replace(found, others=(*found.others, line)) if found else line
    return list(first.values())


def lines_of(
    items: Iterable[WaitingItem], facts: LineFacts, *, owner: bool = True, decides: Callable[[str], bool] = lambda _: True
) -> list[WorklistLine]:
    """The lines of these items, in their order. ``owner`` lines say why they are this person's; ``decides`` which concerns their
    reader may decide."""
    return [_only_to_read(_line(item, facts, owner=owner), item, decides) for item in items]


def _only_to_read(line: WorklistLine, item: WaitingItem, decides: Callable[[str], bool]) -> WorklistLine:
    # What a line promises is what the page behind it offers: the same question is asked there.
    if item.kind != "concern" or line.action is None or decides(str(item.matter)):
        return line
    return replace(line, action=replace(line.action, text="Read it"))


def clock_lines(clocks: Iterable[StoredClock], facts: LineFacts) -> list[WorklistLine]:
    """A line for each clock that is running."""
    return [_clock_line(clock, facts) for clock in clocks]


def _line(item: WaitingItem, facts: LineFacts, *, owner: bool) -> WorklistLine:
    came = facts.entries.get(str(item.matter)) if item.kind in CAME_IN else None
    child = item.child or ""
    due = _due_day(item.due or facts.decide_by.get(str(item.matter)))
    # A concern is about all of its children at once, and is decided once; everything else waits for each child by itself.
    names = [child_name(facts.persons[id]) for id in (came.about if came else (child,)) if id in facts.persons]
    return WorklistLine(
        section=section_of(item, due, facts.at),
        child=listed(names) if names else OF_NO_CHILD.get(item.kind, "No child named"),
        child_url=child_url(child) if child else "",
        says=_says(item, came, facts.world),
        why=_why(item, came, due),
        since="" if item.kind in ("warning", "task") else since_words(item.since, facts.at, came_in=came is not None),
        due=due_words(due, facts.at),
        day=due,
        action=_action(item, came, facts),
        answer=reverse("worklists:answer", args=[child, item.matter]) if item.kind == "alert" and not item.answered else "",
        because=f"With you{_from(item.from_at, facts.at)}: {_in_words(item.because)}" if owner and item.because else "",
        with_whom=listed([f"{name}{_from(dict(item.waits_for).get(name), facts.at)}" for name in item.with_whom])
        if item.with_whom
        else "",
        unread=item.read_at is None,
        tag=tag_of(due, facts.at),
        quoted=came is not None,
        danger=_danger(item, came),
    )


def _danger(item: WaitingItem, came: Entry | None) -> str:
    said = danger_words(item.kind, came) if item.consequence == 0 and not item.answered else ""
    # A reader from whom the rest is withheld reads these words as the heading, and not twice.
    return "" if said == item.title else said


def danger_words(kind: str, came: Entry | None) -> str:
    """What the danger is, as far as one word says it: as somebody told us, or as the record adds up to it."""
    if came is None:
        return CONSEQUENCES[0]
    return "Told us: in danger now" if kind == "concern" else "Told us: may come to serious harm"


def _from(comes: datetime | None, at: datetime) -> str:
    """ " from 8:30am", for somebody who is not at work yet."""
    if comes is None:
        return ""
    return f" from {clock(comes)}" if london_day(comes) == london_day(at) else f" from {clock(comes)} on {day(comes)}"


def _in_words(because: str) -> str:
    """Why it is theirs, without the ids of entries by which a role was found."""
    return _AN_ID.sub("something it comes from", because)


def _clock_line(clock: StoredClock, facts: LineFacts) -> WorklistLine:
    due, rule = When.parse(clock.due).last, STANDARDS[clock.standard]
    return WorklistLine(
        section=section_by_day(due, facts.at),
        child=child_name(facts.persons[clock.child_id]),
        child_url=child_url(clock.child_id),
        says=rule.title,
        why=f"{rule.wanted[:1].upper()}{rule.wanted[1:]} by {day(due)}.",
        since="",
        due=due_words(due, facts.at),
        day=due,
        action=step_for(clock.standard, clock.child_id, facts.entries.get(clock.trigger or "")),
        answer="",
        because="",
        with_whom="",
        unread=False,
        tag=tag_of(due, facts.at),
    )


def section_of(item: WaitingItem, due: date | None, at: datetime) -> str:
    """Where it stands on the page: by what happens to a child if it waits, then by when."""
    if item.answered:
        return "answered"
    if item.kind == "concern":
        return "new"
    if item.kind == "outcome" and due is not None and due < london_day(at):
        return "overdue"
    # After concerns, which have a place of their own, and before everything else: a child in danger is not sorted by due dates.
    if item.consequence == 0:
        return "safety"
    if item.kind == "message":
        return "read"
    if item.kind == "task" and due is not None and due < london_day(at):
        return "overdue"
    if item.kind in ("warning", "rota", "outcome", "task"):
        return section_by_day(due, at)
    return "overdue" if due is not None else "worry"


def section_by_day(due: date | None, at: datetime) -> str:
    """Today, this week or later."""
    today = london_day(at)
    if due is None or due > today + timedelta(days=7):
        return "later"
    return "today" if due <= today else "week"


def _due_day(written: str | None) -> date | None:
    # Due some time in June is late in July: nobody is told that they are late on a day when they may not be.
    return None if written is None else When.parse(written).last


def tag_of(due: date | None, at: datetime) -> str:
    """The colour of the tag that says by when: the words beside it say the same."""
    if due is None:
        return ""
    # Never colour alone: the words beside it say the same, for whoever cannot see it.
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
    # What is overdue began on a day. Of what somebody told us the hour is said too: ten to five on a Friday is not Friday.
    if not came_in:
        return f"Since {ago}" if ago in ("today", "yesterday") else f"Since {day(since)}, {ago}"
    return f"Came in {ago} at {clock(since)}" if ago in ("today", "yesterday") else f"Came in {ago}, at {instant(since)}"


def briefly(came: Entry, world: World) -> str:
    """Something that came in, in one line: from whom, and what it says."""
    who = sender(world.names, value(came, "from"))
    return f"{'Concern' if came.type == 'contact_received' else 'Message'} from {who}: “{_short(_told(came))}”"


def _says(item: WaitingItem, came: Entry | None, world: World) -> str:
    if came is None:
        return item.title
    who = sender(world.names, value(came, "from"))
    if item.kind == "outcome":
        return f"Tell {who} what was decided: they cannot sign in to read it"
    return f"Concern from {who}" if item.kind == "concern" else f"Message from {who}"


def _why(item: WaitingItem, came: Entry | None, due: date | None) -> str:
    if came is not None:
        return _short(_told(came))
    if item.kind == "warning" and item.rule in STANDARDS:
        wanted = STANDARDS[item.rule].wanted
        return f"{wanted[:1].upper()}{wanted[1:]} by {day(due)}." if due else f"{wanted[:1].upper()}{wanted[1:]}."
    return item.why


def _told(came: Entry) -> str:
    """What somebody wrote; of a concern in parts, the part that says what happened."""
    # A line has room for one part of what was written, and what happened to the child is the one that cannot wait.
    text = str(value(came, "text"))
    return next((each.said for each in apart(text) or () if each.part is ContactPart.SAW), text)


def _short(text: str) -> str:
    # Cut between words and marked as cut: half a sentence can say the opposite.
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST else f"{one_line[:LONGEST].rsplit(' ', 1)[0]} …"


def _action(item: WaitingItem, came: Entry | None, facts: LineFacts) -> NextStep | None:
    if item.kind == "concern":
        return NextStep("Read and decide", reverse("contacts:one", args=[item.matter]))
    if item.kind == "task":
        return NextStep("See what was decided", reverse("for_you:soon_due", args=[item.child, item.matter]))
    if item.kind == "record":
        return NextStep("Read it", reverse("for_you:the_record", args=[item.matter]))
    if item.kind == "outcome":
        return NextStep("Record how they were told", reverse("contacts:tell", args=[item.matter]))
    # Before "no child": a message about a concern can be read with it though nobody has found the child in the record yet.
    if came is not None and came.id in facts.concern_of:
        return NextStep("Read it with the concern", reverse("contacts:one", args=[facts.concern_of[came.id]]))
    if item.kind == "rota":
        return NextStep("See the gap", reverse("rota:gap", args=[item.matter]))
    # The same of a message about nobody: it is read by whom it was put to, and not by a tie to a child.
    if item.answered or (item.child is None and came is None):
        return None
    if came is not None:
        return NextStep("Read and answer", reverse("worklists:message", args=[item.matter]))
    return step_for(item.rule, str(item.child), facts.entries.get(item.evidence[0]) if item.evidence else None)
