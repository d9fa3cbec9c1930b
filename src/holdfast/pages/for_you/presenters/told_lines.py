"""Each thing that was told to somebody as one line: about whom, what it says, since when, by when, and the one thing to do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.urls import reverse

from holdfast.access.decide import described
from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.duty.sent_things import SentThing
from holdfast.duty.waiting_item import WaitingItem
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import london_day
from holdfast.pages.child_names import child_name
from holdfast.pages.contacts.queries.decidable import may_decide
from holdfast.pages.for_you.queries.told_to_me import ToldToMe
from holdfast.pages.for_you.thing_links import thing_url
from holdfast.pages.worklists.presenters.next_step import NextStep
from holdfast.pages.worklists.presenters.worklist_line import WorklistLine, lines_of
from holdfast.vocabulary.contact_reference import reference

TONIGHT = timedelta(hours=16)
"""From the afternoon before to the next day's opening: what the day team left at five is read at four in the morning."""
ASKS = ("alert", "warning", "concern", "task")


@dataclass(frozen=True)
class ToldLine:
    """One line. ``act`` is the one tap, ``also`` what meets it by doing; ``words`` a child's own, by ``words_of``, to whom they
    were said (``words_source``). ``asked`` says
    that something is asked and not only told."""

    id: str
    line: WorklistLine
    asked: bool
    urgent: bool
    act: NextStep | None
    also: NextStep | None
    words: str
    words_of: str
    words_source: str
    not_for_you: str
    reference: str
    since: datetime
    others: tuple["ToldLine", ...] = ()

    @property
    def all(self) -> tuple["ToldLine", ...]:
        """This line and those that say the same of brothers and sisters."""
        return (self, *self.others)

    @property
    def new(self) -> bool:
        """Whether they have not opened it."""
        return self.line.unread and not self.answered

    @property
    def answered(self) -> bool:
        """Whether somebody has answered it in words."""
        return self.line.section == "answered"


@dataclass(frozen=True)
class ForYou:
    """What waits, new first; and the sentence that says how much."""

    asked: tuple[ToldLine, ...]
    told: tuple[ToldLine, ...]
    answered: tuple[ToldLine, ...]
    says: str


def for_you(found: ToldToMe, reader: Reader) -> ForYou:
    """The page's lines."""
    at = reader.moment.as_at
    # Tonight's danger first, though it was opened; then what is new, and what is urgent among it.
    lines = sorted(told_lines(found, reader), key=lambda each: (urgency(each, at) > 0, not each.new, urgency(each, at)))
    open_ = _together(each for each in lines if not each.answered)
    asked = tuple(each for each in open_ if each.asked)
    told = tuple(each for each in open_ if not each.asked)
    return ForYou(asked, told, tuple(each for each in lines if each.answered), _says(asked, told, at))


def oldest_first(found: ToldToMe, reader: Reader) -> tuple[ToldLine, ...]:
    """What waits for whoever is on duty: a child who may be in danger before everything else, and tonight's danger before that of
    months ago; the oldest clock first among each."""
    waits = [each for each in told_lines(found, reader) if not each.answered]
    return tuple(_together(sorted(waits, key=lambda each: (urgency(each, reader.moment.as_at), each.since))))


def urgency(line: ToldLine, at: datetime) -> int:
    """The lower, the sooner: danger of tonight, danger that somebody told us of and nobody has dealt with, danger that the record
    has added up to for longer, everything else."""
    if not line.urgent or line.answered:
        return 3
    if line.since > at - TONIGHT:
        return 0
    return 1 if line.line.quoted else 2


def _together(lines: Iterable[ToldLine]) -> list[ToldLine]:
    """One line where the same sentence stands for several children: what is asked is still answered for each."""
    first: dict[tuple[str, ...], ToldLine] = {}
    for each in lines:
        # What somebody wrote is never joined, though two wrote the same words: each waits for an answer of its own.
        same = (each.line.says, each.line.why, each.line.due, each.not_for_you, str(each.new))
        key = (each.id,) if each.line.quoted or not each.line.why else same
        found = first.get(key)
        first[key] = replace(found, others=(*found.others, each)) if found else each
    return list(first.values())


def told_lines(found: ToldToMe, reader: Reader) -> list[ToldLine]:
    """A line for each thing, in the order they have."""
    lines = lines_of(found.items, found.facts)
    return [_line(item, line, found, reader) for item, line in zip(found.items, lines, strict=True)]


def _line(item: WaitingItem, line: WorklistLine, found: ToldToMe, reader: Reader) -> ToldLine:
    words = found.words.get(str(item.matter))
    whose = str(value(words, "child")) if words is not None else ""
    return ToldLine(
        id=str(item.matter),
        line=line,
        # A message that may mean serious harm asks for somebody at once, whatever else it says.
        asked=item.kind in ASKS or item.consequence == 0 or str(item.matter) in found.carries,
        urgent=item.consequence == 0,
        act=_act(item, found, reader),
        also=_also(item, line, reader),
        words=str(value(words, "words")) if words is not None else "",
        words_of=child_name(found.facts.persons[whose]) if whose in found.facts.persons else "",
        words_source=f"Told {found.facts.world.names.worker(words.by)}" if words is not None and words.by else "",
        not_for_you=item.withheld,
        reference=reference(str(item.matter)),
        since=item.since,
    )


def _act(item: WaitingItem, found: ToldToMe, reader: Reader) -> NextStep:
    """The thing itself, in one tap: where it is read, and answered."""
    matter = str(item.matter)
    raised, concern = found.carries.get(matter), found.facts.concern_of.get(matter)
    if raised is not None and concern is not None and may_decide(reader.user, concern, reader.moment.as_at):
        return NextStep("Answer with reasons", reverse("contacts:answer", args=[concern, raised]))
    url = thing_url(SentThing(item.kind, item.matter, item.child))
    words = {
        "alert": "Read again" if item.answered else "Read and answer",
        "warning": "See what is due",
        "task": "See what was decided",
        "record": "Read it",
        "rota": "See the gap",
        "outcome": "Record how they were told",
    }
    if item.kind == "concern":
        return NextStep("Read and decide" if may_decide(reader.user, matter, reader.moment.as_at) else "Read it", url)
    return NextStep(words.get(item.kind, "Read and answer"), url)


def _also(item: WaitingItem, line: WorklistLine, reader: Reader) -> NextStep | None:
    # A form that would refuse them is no help: whoever has no part in the record answers in words.
    role = described(reader.user)
    if item.kind not in ("alert", "warning") or line.action is None or not role.ties(line.action.needs or Permission.RECORD):
        return None
    return line.action


def _says(asked: tuple[ToldLine, ...], told: tuple[ToldLine, ...], at: datetime) -> str:
    if not asked and not told:
        return ""
    today = sum(1 for each in asked if each.line.day is not None and each.line.day <= london_day(at))
    new = sum(1 for each in (*asked, *told) if each.new)
    parts = [
        f"{_count(len(asked))} asked of you{f', {today} by today' if today else ''}." if asked else "Nothing is asked of you."
    ]
    if new:
        parts.append(f"{new} {'is' if new == 1 else 'are'} new.")
    return " ".join(parts)


def _count(number: int) -> str:
    return "One thing is" if number == 1 else f"{number} things are"
