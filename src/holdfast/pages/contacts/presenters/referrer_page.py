"""What somebody who reported a concern sees of it: who has it, who has read it, what was decided and why, what comes next.
Their part, and no more than their part. It is always their concern, whatever it becomes on the inside."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.contact_thread import ContactThread
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.contacts.presenters.thread_lines import (
    ContactOutcome,
    HolderWords,
    ThreadDisagreement,
    ThreadLine,
    author_of,
    came_words,
    disagreements,
    holder_of,
    is_by_form,
    outcomes,
    thread_line,
    titled,
)
from holdfast.record.contact_decisions import as_sent
from holdfast.record.models import Worker
from holdfast.record.read import people
from holdfast.vocabulary.contact_text import ContactPart
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class ReferrerPage:
    """The referrer's page."""

    id: str
    reference: str
    names: str
    came: str
    by_form: bool
    holder: HolderWords
    reads: tuple[ThreadLine, ...]
    due: datetime | None
    overdue: bool
    decided: tuple[ContactOutcome, ...]
    waiting: str
    told: tuple[ThreadLine, ...]
    lines: tuple[ThreadLine, ...]
    challenges: tuple[ThreadDisagreement, ...]
    in_danger: bool
    said: tuple[tuple[str, str], ...]
    words: str
    words_of: str


def referrer_page(thread: ContactThread, viewer: Worker | None, at: datetime) -> ReferrerPage:
    """The page for ``viewer``, who reported it or works where it was reported."""
    contact = thread.contact
    # The children by the names that were known when it was sent: a name found out since is the record's, and not the referrer's
    # to learn from this page.
    as_told = people(contact.about, Moment.live(contact.recorded_at))
    names = listed([child_name(as_told[id]) for id in contact.about])
    told_as = as_sent(contact, thread.current)
    as_told |= {now: as_told[then] for now, then in told_as.items()}
    waiting = dict.fromkeys(child_name(as_told[child.id]) for child in thread.undecided if child.id in as_told)
    words = thread.words
    return ReferrerPage(
        id=contact.id,
        reference=thread.reference,
        names=names,
        came=came_words(contact),
        by_form=is_by_form(contact),
        holder=holder_of(thread, at),
        reads=tuple(ThreadLine(titled(read.worker), read.at, "") for read in thread.reads),
        due=thread.due,
        overdue=bool(waiting and thread.due and at > thread.due),
        decided=tuple(outcomes(thread, as_told)),
        waiting=listed(list(waiting)) if waiting else "",
        told=tuple(ThreadLine(author_of(each), each.recorded_at, value(each, "outcome")) for each in thread.informed),
        lines=tuple(thread_line(each, viewer) for each in thread.since if _theirs(thread, each)),
        challenges=disagreements(thread),
        in_danger=bool(value(contact, "immediate_harm")),
        said=tuple((part.part.value, part.said) for part in thread.parts or () if part.part is not ContactPart.WHICH_CHILD)
        or (("What you told us", value(contact, "text")),),
        words=value(words, "words") if words else "",
        words_of=child_name(as_told[value(words, "child")]) if words and value(words, "child") in as_told else "",
    )


def _theirs(thread: ContactThread, entry: Entry) -> bool:
    """What the referrer's own people said, and what was said to them: never what others say among each other."""
    referrer = thread.sent.worker or (None if thread.sent.known else thread.contact.by)
    workers = thread.known.world.workers
    own = workers[referrer].organisation if referrer in workers else None
    # By organisation and not by person: at a school the concern is the school's, and whoever follows it up is on another day.
    either = [worker for worker in (entry.by, value(entry, "for")) if worker is not None]
    return any(worker == referrer or (own is not None and workers[worker].organisation == own) for worker in either)
