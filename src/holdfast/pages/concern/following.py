"""What somebody who reported a concern sees of it: who has it, who has read it, what was decided and why, what comes next.
Their part, and no more than their part. It is always their concern, whatever it becomes on the inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from holdfast.access.role_grants import role_of
from holdfast.duty.rota import next_change
from holdfast.engine.reference.fields import value
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.pages import partnership
from holdfast.pages.concern.telling import Part
from holdfast.pages.concern.thread import Thread, child_name, listed
from holdfast.pages.words import clock, day
from holdfast.record.models import Worker
from holdfast.record.read import people
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import ContactDecision
from holdfast.vocabulary.world import Person

NEXT = {
    ContactDecision.NO_FURTHER_ACTION: "Children’s services will not do more for now. Your concern stays on the child’s record "
    "and counts if there is another. If you are still worried, say so below or report again: nobody will mind.",
    ContactDecision.INFORMATION_AND_ADVICE: "The family or you will be given information or advice. Your concern stays on the "
    "child’s record and counts if there is another.",
    ContactDecision.EARLY_HELP: "The family is offered early help. Whoever leads it may ask you to take part.",
    ContactDecision.ASSESSMENT: "A social worker will see the child and talk with the family. They may ask you what you know, "
    "and what the child is like with you.",
    ContactDecision.STRATEGY_DISCUSSION: "Children’s services, the police and health talk now about how to keep the child safe. "
    "You may be asked to join. Until you hear from them, do not tell the family what you reported.",
    ContactDecision.PASSED_ON: "The child already has a worker, who now has your concern and will act on it.",
}


@dataclass(frozen=True)
class Holder:
    """Who is looking at it now, and from when it is with somebody else: the words of the receipt."""

    now: str
    then: str
    phone: str
    phone_of: str


@dataclass(frozen=True)
class Decided:
    """What was decided about one child or several alike."""

    children: str
    title: str
    at: datetime
    by: str
    next: str
    entry: str


@dataclass(frozen=True)
class Line:
    """Something said since, by whom, when."""

    who: str
    at: datetime
    text: str
    mine: bool
    words: bool = False


@dataclass(frozen=True)
class Challenge:
    """A disagreement and what came of it."""

    id: str
    who: str
    text: str
    at: datetime
    answers: tuple[Line, ...]


@dataclass(frozen=True)
class Followed:
    """The referrer's page."""

    id: str
    reference: str
    names: str
    sent_at: datetime
    holder: Holder
    reads: tuple[Line, ...]
    due: datetime | None
    overdue: bool
    decided: tuple[Decided, ...]
    waiting: str
    told: tuple[Line, ...]
    lines: tuple[Line, ...]
    challenges: tuple[Challenge, ...]
    in_danger: bool
    said: tuple[tuple[str, str], ...]
    words: str
    words_of: str


def present(thread: Thread, viewer: Worker | None, at: datetime) -> Followed:
    """The page for ``viewer``, who reported it or works where it was reported."""
    contact = thread.contact
    as_told = people(contact.about, Moment.live(contact.recorded_at))
    names = listed([child_name(as_told[id]) for id in contact.about])
    words = thread.words
    return Followed(
        id=contact.id,
        reference=thread.reference,
        names=names,
        sent_at=contact.recorded_at,
        holder=holder_of(thread, at),
        reads=tuple(Line(titled(read.worker), read.at, "", False) for read in thread.reads),
        due=thread.due,
        overdue=bool(thread.undecided and thread.due and at > thread.due),
        decided=tuple(decided(thread, as_told)),
        waiting=listed([child_name(as_told[child.id]) for child in thread.undecided]) if thread.undecided else "",
        told=tuple(Line(_by(thread, each), each.recorded_at, value(each, "outcome"), False) for each in thread.informed),
        lines=tuple(_line(thread, each, viewer) for each in thread.since if _theirs(thread, each)),
        challenges=challenges(thread),
        in_danger=bool(value(contact, "immediate_harm")),
        said=tuple((part.part.value, part.said) for part in thread.parts or () if part.part is not Part.WHICH_CHILD)
        or (("What you told us", value(contact, "text")),),
        words=value(words, "words") if words else "",
        words_of=child_name(as_told[value(words, "child")]) if words and value(words, "child") in as_told else "",
    )


def holder_of(thread: Thread, at: datetime) -> Holder:
    """Who has it at ``at``, and who from when the shift ends."""
    here = partnership.here()
    has = thread.held
    if has.worker is None:
        now = "Nobody at work was found. It has gone to the on-call mailbox, which is treated as an incident. Ring now."
        return Holder(now, "", here.out_of_hours, "emergency duty")
    name = has.worker.name
    read = any(each.worker.pk == has.worker.pk for each in thread.reads)
    # A shift's end passes on what nobody has opened; whoever has opened it keeps it until they pass it on themselves.
    on_shift = has.way == "duty" or has.role in ("duty_social_worker", "edt")
    change = next_change(at) if on_shift and not read else None
    now, then = f"{name}, {role_of(has.worker.role).title}, {'is looking at this' if read else 'has this now'}.", ""
    if change is not None and change[1].worker is not None and change[1].worker.pk != has.worker.pk and thread.undecided:
        when, to = change
        other_day = "" if london_day(when) == london_day(at) else f" on {day(when)}"
        then = f"From {clock(when)}{other_day} it is with {to.worker.name}, {role_of(to.worker.role).title}."  # type: ignore[union-attr]
    if has.worker.phone:
        return Holder(now, then, has.worker.phone, name)
    return Holder(now, then, here.front_door, "the front door")


def titled(worker: Worker) -> str:
    """ "Amina Khan, duty social worker"."""
    return f"{worker.name}, {role_of(worker.role).title}" if worker.role else worker.name


def _by(thread: Thread, entry: Entry) -> str:
    found = Worker.objects.filter(pk=entry.by).first() if entry.by else None
    return titled(found) if found else "Holdfast"


def decided(thread: Thread, as_told: Mapping[str, Person]) -> list[Decided]:
    alike: dict[tuple[str, str], list[str]] = {}
    for child, entry in thread.decisions.items():
        alike.setdefault((entry.id, value(entry, "decision")), []).append(child)
    found = []
    for (id, code), children in alike.items():
        entry = thread.decisions[children[0]]
        decision = ContactDecision(code)
        names = listed([child_name(as_told[child]) for child in children if child in as_told])
        found.append(Decided(names, decision.label, entry.recorded_at, _by(thread, entry), NEXT[decision], id))
    return sorted(found, key=lambda each: each.at)


def _theirs(thread: Thread, entry: Entry) -> bool:
    """What the referrer's own people said, and what was said to them: never what others say among each other."""
    referrer = getattr(value(thread.contact, "from"), "worker", None) or thread.contact.by
    workers = thread.known.world.workers
    own = workers[referrer].organisation if referrer in workers else None
    either = [worker for worker in (entry.by, value(entry, "for")) if worker is not None]
    return any(worker == referrer or (own is not None and workers[worker].organisation == own) for worker in either)


def _line(thread: Thread, entry: Entry, viewer: Worker | None) -> Line:
    mine = viewer is not None and entry.by == viewer.pk
    who = "You" if mine else _by(thread, entry)
    words = entry.type == "voice_recorded"
    return Line(who, entry.recorded_at, value(entry, "words" if words else "text"), mine, words)


def challenges(thread: Thread) -> tuple[Challenge, ...]:
    """Every disagreement about it, with its answers."""
    return tuple(_challenge(thread, each) for each in thread.disagreements)


def _challenge(thread: Thread, entry: Entry) -> Challenge:
    answers = tuple(
        Line(_by(thread, each), each.recorded_at, value(each, "answer") or value(each, "outcome"), False)
        for each in thread.answers_to(entry)
    )
    return Challenge(entry.id, _by(thread, entry), value(entry, "text"), entry.recorded_at, answers)
