"""Who must not know. One reading of what is kept back about children, and of what a reader from whom it is kept may not be shown.

Whoever is named, or whose agency is, sees neither the words nor anything that would tell them. A day to look at it again that has
passed ends nothing: until somebody ends it with a reason, it holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from holdfast.access.moments import PastMoment
from holdfast.access.named_in_words import Known, is_exactly, may_mean, meant_by
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import When
from holdfast.record.kept_back_reach import kept_back_near, people_of
from holdfast.record.models import Worker
from holdfast.record.read import entries_about_of, parties
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import references
from holdfast.vocabulary.world import KnownOrganisation, KnownWorker, World


@dataclass(frozen=True)
class KeptBackMatter:
    """One thing that somebody must not know about ``children``. ``kept`` is the entry that is kept back, where it is one.
    ``outsiders`` are those of ``kept_from`` of whom somebody has said that they work for no agency here."""

    id: str
    children: tuple[str, ...]
    what: str
    kept: str | None
    kept_from: tuple[str, ...]
    why: str
    said_by: str
    since: When
    until: When | None
    outsiders: tuple[str, ...] = ()
    writer: str | None = None
    said_as: str | None = None

    def look_again(self, day: date) -> str:
        """When somebody looks at this again, in words."""
        if self.until is None:
            return "No day is set to look at this again."
        if self.until.last < day:
            return f"To be looked at again since {self.until.in_words()}."
        return f"Look again by {self.until.in_words()}."

    @property
    def in_words(self) -> tuple[str, ...]:
        """Those who are said in words that nobody has been asked about, or who could not be told from others."""
        return tuple(each for each in self.kept_from if each not in self.outsiders)

    def is_kept_from(self, reader: Worker | None) -> bool:
        """Whether the reader is one of those who must not know: named, or of an agency that is, or meant by what was said of
        somebody in words, as long as nobody has said who is meant."""
        if reader is None:
            return False
        worker, agency = _as_known(reader)
        if any(is_exactly(line, worker, agency) for line in self.in_words):
            return True
        # Whoever wrote it knows it: their own words for somebody else do not shut them out.
        if reader.pk in (self.said_by, self.writer):
            return False
        lines = [line for line in self.in_words if may_mean(line, worker, agency)]
        if not lines:
            return False
        known = everybody()
        return any(meant_by(line, known).includes(worker.id, worker.organisation) for line in lines)


def _as_known(reader: Worker) -> tuple[KnownWorker, KnownOrganisation | None]:
    return reader.as_known(), reader.organisation.as_known() if reader.organisation is not None else None


def everybody(family: Mapping[str, str] | None = None) -> Known:
    """All who work with children here, and their agencies, for what somebody said in words; with people of a ``family``."""
    organisations, workers = parties()
    return Known(workers, organisations, family or {})


def kept_back(children: Iterable[str], moment: Moment) -> tuple[KeptBackMatter, ...]:
    """Everything kept back about any of these children now, or of an entry about one of them, the oldest first; for a page that
    shows a day in the past that is when it was asked for. A page of last week must not tell what is kept back since yesterday."""
    now = Moment.live(moment.asked_at) if isinstance(moment, PastMoment) else moment
    return _matters(kept_back_near(children, now), now)


def banner_for(reader: Worker | None, children: Iterable[str], moment: Moment) -> tuple[KeptBackMatter, ...]:
    """What a reader who may see these children is warned of. Whoever must not know something is warned of nothing."""
    return tuple(each for each in kept_back(children, moment) if not each.is_kept_from(reader))


def _matters(entries: Sequence[Entry], moment: Moment) -> tuple[KeptBackMatter, ...]:
    if not any(entry.type == "kept_back" for entry in entries):
        return ()
    world = World({}, {}, {}, (), tuple(entries))
    known, ahead = RecordView(world, moment), RecordView(world, Moment(FOREVER, moment.known_at))
    ended = [str(value(entry, "kept_back")) for entry in known.of("kept_back_ended")]
    # Also one that was dated ahead: what is to be kept back from Monday must not be told on Sunday.
    standing = (entry for entry in ahead.planned("kept_back") if not any(known.same(entry.id, id) for id in ended))
    return tuple(_matter(entry) for entry in standing)


def _matter(entry: Entry) -> KeptBackMatter:
    return KeptBackMatter(
        entry.id,
        entry.about,
        str(value(entry, "what")),
        value(entry, "entry"),
        tuple(str(each) for each in listed(entry, "from")),
        value(entry, "why").label,
        str(value(entry, "said_by")),
        entry.happened,
        value(entry, "until"),
        tuple(str(each) for each in listed(entry, "outsiders")),
        entry.by,
        value(entry, "said_as"),
    )


def withheld(entries: Sequence[Entry], reader: Worker | None, moment: Moment) -> frozenset[str]:
    """The ids of those of ``entries`` that the reader must not be shown: what is kept back from them in every version, that it
    is kept back, and whatever answers it or points at it."""
    people = {person for entry in entries for person in entry.about}
    mine = [each for each in kept_back(people, moment) if each.is_kept_from(reader)] if reader is not None else []
    hidden = {id for each in mine for id in (each.id, each.kept) if id}
    if not hidden:
        return frozenset()
    while more := {entry.id for entry in entries if entry.id not in hidden and _tells_of(entry, hidden)}:
        hidden |= more
    hidden |= _first_versions(entries, hidden)
    return frozenset(hidden)


def _tells_of(entry: Entry, hidden: set[str]) -> bool:
    named = {each.value for each in references(entry.data) if each.kind == "entry"}
    sources = {source_of(id) for id in hidden}
    return bool(hidden & (named | {id for id in (entry.corrects, entry.withdraws) if id})) or entry.source in sources


def _first_versions(entries: Sequence[Entry], hidden: set[str]) -> set[str]:
    by_id, found = {entry.id: entry for entry in entries}, set[str]()
    for id in hidden:
        while (entry := by_id.get(id)) is not None and entry.corrects is not None:
            id = entry.corrects
            found.add(id)
    return found


def readable(world: World, reader: Worker | None, moment: Moment) -> World:
    """The world without what its reader must not be shown."""
    hidden = withheld(world.entries, reader, moment)
    return replace(world, entries=tuple(each for each in world.entries if each.id not in hidden)) if hidden else world


def is_withheld(entry: Entry, reader: Worker | None, moment: Moment) -> bool:
    """Whether one entry is kept back from its reader."""
    return entry.id in hidden_about(entry.about, reader, moment)


def hidden_about(people: Sequence[str], reader: Worker | None, moment: Moment) -> frozenset[str]:
    """The ids of everything about these people that is kept back from the reader."""
    # Nearly always nothing is, and then nothing more is read.
    if reader is None or not any(each.is_kept_from(reader) for each in kept_back(people, moment)):
        return frozenset()
    return withheld(entries_about_of(people, None, moment), reader, moment)


def those_who_must_not(workers: Iterable[str], entries: Iterable[str], moment: Moment) -> frozenset[str]:
    """Those of the workers from whom any of these entries is kept back."""
    ids = list(entries)
    # Nearly always nothing is kept back, and nobody has to be looked up.
    if not kept_back(people_of(ids), moment):
        return frozenset()
    readers = Worker.objects.select_related("organisation").filter(pk__in=list(workers))
    return frozenset(each.pk for each in readers if not hidden_among(ids, each, moment).isdisjoint(ids))


def hidden_among(entries: Iterable[str], reader: Worker | None, moment: Moment) -> frozenset[str]:
    """Which of these entries (and of whatever belongs to them) are kept back from the reader, whoever they are about."""
    ids = list(entries)
    return hidden_about(people_of(ids), reader, moment) if ids and reader is not None else frozenset()
