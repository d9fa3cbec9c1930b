"""Every version of an entry: what was known when, and why it was put right."""

from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.engine.reference.record_view import RecordView
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import shapes


@dataclass(frozen=True)
class ShownVersion:
    """One entry of a chain: first said, corrected, withdrawn, or put back. ``changed`` are the labels of what differs."""

    entry: Entry
    what: str
    sentence: str
    by: str
    changed: tuple[str, ...] = ()
    current: bool = False


def versions(entry: Entry, known: RecordView) -> list[ShownVersion]:
    """Oldest first. The last that stands is the current one; none is current once it is withdrawn."""
    history = known.history
    root = history.by_id[history.root(_subject(entry, known))]
    now = history.current(root, known.moment.known_at)
    chain = sorted(_chain(root, known), key=lambda each: (each.recorded_at, each.id))
    names = known.world.names
    found = []
    for each in chain:
        if each.recorded_at > known.moment.known_at:  # a page that shows the past must not tell what was learned since
            continue
        withdraws = each.withdraws is not None
        # Recorded about the wrong child and moved: whoever may read this child's entry has no tie to the other child by that.
        # They are told that it was moved, and nothing of what it says now.
        elsewhere = is_elsewhere(each, entry)
        earlier = history.by_id.get(each.corrects or "")
        found.append(
            ShownVersion(
                entry=each,
                what=f"{_what(each, known)}, about somebody else," if elsewhere else _what(each, known),
                sentence="" if withdraws or elsewhere else each.data.sentence(names),
                by=names.worker(each.by) if each.by else "the service itself",
                changed=tuple(differences(earlier, each)) if earlier is not None and not elsewhere else (),
                current=now is not None and each.id == now.id,
            )
        )
    return found


def is_elsewhere(version: Entry, entry: Entry) -> bool:
    """Whether a version is about none of those whom the entry is about. What it says is theirs: it is shown on their record."""
    return bool(version.about) and bool(entry.about) and set(version.about).isdisjoint(entry.about)


def _subject(entry: Entry, known: RecordView) -> str:
    """The entry that a withdrawal, or a withdrawal of one, is about in the end."""
    # Put back is a withdrawal of a withdrawal, and can be withdrawn in turn: the chain is walked to what was first said.
    while entry.withdraws is not None and entry.withdraws in known.history.by_id:
        entry = known.history.by_id[entry.withdraws]
    return entry.id


def _chain(entry: Entry, known: RecordView) -> Iterator[Entry]:
    yield entry
    for later in (*known.history.corrections.get(entry.id, ()), *known.history.withdrawals.get(entry.id, ())):
        yield from _chain(later, known)


def _what(entry: Entry, known: RecordView) -> str:
    if entry.corrects is not None:
        return "Corrected"
    if entry.withdraws is None:
        return "First recorded"
    withdrawn = known.history.by_id.get(entry.withdraws)
    return "Put back" if withdrawn is not None and withdrawn.withdraws is not None else "Withdrawn"


def differences(earlier: Entry, later: Entry) -> Iterator[str]:
    """What a correction changed, by the labels of the questions."""
    if earlier.happened != later.happened:
        yield "when it happened"
    if set(earlier.about) != set(later.about):
        yield "who it is about"
    before, after = earlier.data.written(), later.data.written()
    for shape in shapes(type(later.data)):
        if before.get(shape.name) != after.get(shape.name):
            yield f"“{shape.label}”"
    if earlier.source != later.source:
        yield "where it is written down"
