"""The chronology: everything recorded about the child across agencies, when it happened and when it was known. Corrections
show what was said before; what was withdrawn stays, struck through."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from holdfast.engine.reference.record_view import is_future_dated
from holdfast.kernel.when import LONDON, day_in_words, london_day
from holdfast.pages.child.presenters.case_phrases import agency_of, recorded_late, who_recorded
from holdfast.pages.child.queries.case import Case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.type_registry import AREAS

# A whole childhood can be a thousand lines; the page has to open on an old laptop, and the rest is one press away.
MOST_SHOWN = 60
INCIDENTS = {"incident_recorded", "missing_started", "police_protection_started", "serious_incident_identified", "death_recorded"}


@dataclass(frozen=True)
class ChronologyLine:
    """One line. ``kind`` is how it looks: "", "voice" or "incident". ``before`` is what a corrected entry said, ``struck`` says
    that it was withdrawn, ``note`` why, ``future`` that it is dated after it was recorded or after the page's day."""

    entry: str
    version: str
    happened: str
    known: str
    title: str
    sentence: str
    agency: str
    who: str
    source: str
    area: str
    kind: str
    year: str
    words: str = ""
    before: str = ""
    note: str = ""
    struck: bool = False
    future: str = ""


AsRead = Callable[[Sequence[ChronologyLine]], list[ChronologyLine]]


@dataclass(frozen=True)
class FilterChoice:
    """One choice of a filter."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class Chronology:
    """The lines shown, newest first, by year; and the filters."""

    years: tuple[tuple[str, tuple[ChronologyLine, ...]], ...]
    agencies: tuple[FilterChoice, ...]
    kinds: tuple[FilterChoice, ...]
    total: int
    shown: int
    filtered: bool

    @property
    def lines(self) -> tuple[ChronologyLine, ...]:
        return tuple(line for _, lines in self.years for line in lines)


def chronology(
    case: Case, *, as_read: AsRead | None = None, agency: str = "", kind: str = "", everything: bool = False
) -> Chronology:
    """The chronology at the case's moment, each line as its reader may read it. ``agency`` and ``kind`` narrow it; it shows the
    newest, or ``everything``."""
    # Sorted by the entry's own times before it is cut: the sixty newest by what happened, not by when somebody wrote it down.
    every = [line for _, line in sorted(_lines(case), key=lambda each: each[0], reverse=True)]
    # Before it is cut and narrowed: a choice of kinds must not tell which kind a withheld line is of.
    every = as_read(every) if as_read is not None else every
    agencies = sorted({line.agency for line in every})
    kinds = [area for area in AREAS if any(line.area == area for line in every)]
    chosen = [line for line in every if agency in ("", line.agency) and kind in ("", line.area)]
    kept = chosen if everything else chosen[:MOST_SHOWN]
    years: dict[str, list[ChronologyLine]] = {}
    for line in kept:
        years.setdefault(line.year, []).append(line)
    return Chronology(
        tuple((year, tuple(lines)) for year, lines in years.items()),
        tuple(FilterChoice(name, name, name == agency) for name in agencies),
        tuple(FilterChoice(area, AREAS[area], area == kind) for area in kinds),
        len(chosen),
        len(kept),
        bool(agency or kind),
    )


def _lines(case: Case) -> Iterator[tuple[tuple[object, ...], ChronologyLine]]:
    known_at = case.moment.known_at
    for entry in case.world.entries:
        # Corrections and withdrawals are told on the line of what they put right, not as things that happened.
        if entry.corrects is not None or entry.type == "entry_withdrawn" or entry.recorded_at > known_at:
            continue
        current = case.family.history.current(entry, known_at)
        # Struck through and not gone: somebody may have acted on it, and has to be able to find what they read.
        shown = current or _last_version(case, entry)
        # Either version makes it a line of this child's: one that was moved away leaves a line that says so, without its words.
        if case.id not in shown.about and case.id not in entry.about:
            continue
        # Dated ahead but recorded by then is shown, with a warning: hidden, nobody would put the date right.
        if shown.happened.start > case.moment.as_at and shown.recorded_at > case.moment.as_at:
            continue
        order = (shown.happened.end, shown.happened.start, shown.recorded_at, shown.id)
        yield order, _line(case, entry, shown, current)


def _last_version(case: Case, entry: Entry) -> Entry:
    """What a withdrawn entry said last."""
    corrections = [each for each in case.family.history.corrections.get(entry.id, ()) if each.recorded_at <= case.moment.known_at]
    return _last_version(case, max(corrections, key=lambda each: each.recorded_at)) if corrections else entry


def _line(case: Case, first: Entry, shown: Entry, current: Entry | None) -> ChronologyLine:
    late = recorded_late(first)
    recorded = f"{day_in_words(london_day(first.recorded_at))}, {first.recorded_at.astimezone(LONDON):%H:%M}"
    before, note, struck = _put_right(case, first, shown, current)
    if case.id not in shown.about:
        shown = first  # What it says now is somebody else's, and is told on their page alone.
    voice = shown.type == "voice_recorded"
    return ChronologyLine(
        entry=first.id,
        version=shown.id,
        happened=shown.happened.in_words(),
        # Both times on each line, because what a review asks is who knew it when.
        known=f"Known {recorded}{f', {late}' if late else ''}",
        title=shown.data.title,
        sentence=shown.data.sentence(case.names),
        agency=agency_of(case, shown),
        who=who_recorded(case, shown),
        source=shown.source or "",
        area=shown.data.area,
        kind="voice" if voice else "incident" if shown.type in INCIDENTS else "",
        year=str(shown.happened.last.year),
        words=str(getattr(shown.data, "words", "")) if voice else "",
        before=before,
        note=note,
        struck=struck,
        future=_future(case, shown),
    )


def _put_right(case: Case, first: Entry, shown: Entry, current: Entry | None) -> tuple[str, str, bool]:
    if current is None:
        gone = case.family.history.withdrawal(shown, case.moment.known_at) or case.family.history.withdrawal(
            first, case.moment.known_at
        )
        why = f"Withdrawn {day_in_words(london_day(gone.recorded_at))}: {gone.reason}" if gone else "Withdrawn."
        return "", why, True
    if shown.id == first.id:
        return "", "", False
    when = day_in_words(london_day(shown.recorded_at))
    if case.id not in shown.about:
        return "", f"Corrected {when}: this is not about {case.name}. {shown.reason}", True
    if case.id not in first.about:
        return "", f"Moved here {when} from another person’s record: {shown.reason}", False
    # The first words against those that stand, whatever lay between: the versions themselves are on the entry's own page.
    before = f"{first.happened.in_words()}: {first.data.sentence(case.names)}"
    return before, f"Corrected {when}: {shown.reason}", False


def _future(case: Case, shown: Entry) -> str:
    if is_future_dated(shown):
        return "Dated after the day it was recorded. It counts for nothing until somebody puts it right."
    if shown.happened.start > case.moment.as_at:
        return "This had not happened yet on the day this page shows."
    return ""
