"""Where it is said in words who must not know, and those words may mean one professional or another, whoever leads for the child
is asked who is meant. Until somebody says so it is kept from all of them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from holdfast.access.kept_back_matters import KeptBackMatter, everybody, kept_back
from holdfast.access.named_in_words import Known, meant_by
from holdfast.duty.contact_intake import receive
from holdfast.duty.rota import front_door, roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.entry_versions import first_version
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.record.read import entries_by_id, entry_by_id
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed

LATELY = timedelta(days=2)
"""How far back each minute looks; the night looks at everything, also at what an import brought."""


def ask_who_is_meant(*, at: datetime, since: datetime | None = None) -> int:
    """Put the question where it is not put yet, and take it as answered where the record says by now who is meant, or nothing is
    kept any more. Returns how many were asked."""
    rows = EntryEnvelope.objects.filter(type="kept_back", recorded_at__gte=since or at - LATELY, recorded_at__lte=at)
    entries = entries_by_id(str(pk) for pk in rows.values_list("pk", flat=True))
    if not entries:
        return 0
    known = everybody()
    stand = kept_back(sorted({person for entry in entries.values() for person in entry.about}), Moment.live(at))
    unclear = [(first_version(entry_by_id(each.id)).id, each, lines) for each in stand if (lines := unclear_lines(each, known))]
    still = {first for first, _, _ in unclear}
    for entry in entries.values():
        if (first := first_version(entry)).id not in still:
            _take_as_answered(first, at)
    return sum(_ask(first, matter, lines, at) for first, matter, lines in unclear)


def unclear_lines(matter: KeptBackMatter, known: Known) -> tuple[str, ...]:
    """Those who are said in words that may mean somebody who works here."""
    ids = {*known.workers, *known.organisations}
    return tuple(line for line in matter.in_words if line not in ids and meant_by(line, known).maybe)


def _question(kept: str) -> UUID:
    return uuid5(UUID(kept), "who is meant")


def _ask(first: str, matter: KeptBackMatter, unclear: Iterable[str], at: datetime) -> bool:
    id = _question(first)
    if EntryEnvelope.objects.filter(pk=id).exists():
        return False
    words = listed(f"“{each}”" for each in unclear)
    text = (
        f"It is said that {words} must not know: {matter.what} The record cannot tell who that is, and keeps it from everybody "
        "who could be meant. Open “Who must not know” at the top of the child’s page, choose “change it”, and say who is meant."
    )
    child = next(iter(matter.children), None)
    lead = roster(child, at).lead(child) if child is not None else None
    to = lead or getattr(front_door(at).worker, "pk", None)
    if to is None:
        return False
    data = {"for": to, "from": matter.said_by, "text": text}
    # Under the reference of what is kept back, so that whoever must not know it is not asked either.
    by = Worker.objects.filter(pk=matter.writer).first() if matter.writer else None
    receive(
        at=at,
        by=by,
        type="message_received",
        happened=When.at(at),
        about=matter.children,
        data=data,
        id=id,
        source=source_of(matter.id),
    )
    return True


def _take_as_answered(first: Entry, at: datetime) -> None:
    question = _question(first.id)
    answers = EntryEnvelope.objects.filter(type="message_answered", body__data__message=str(question))
    if EntryEnvelope.objects.filter(pk=question).exists() and not answers.exists():
        data = {"message": str(question)}
        append(
            at=at,
            by=None,
            type="message_answered",
            happened=When.at(at),
            about=first.about,
            data=data,
            id=uuid5(question, "answered"),
        )
