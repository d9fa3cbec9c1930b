"""What of a child's worries and chronology one reader may read: the rest is said to be there, and whom to ask."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from holdfast.access.entry_readers import Reader, may_read
from holdfast.duty.alerts import CONSEQUENCES, consequence
from holdfast.duty.withheld import shown_part
from holdfast.pages.child.presenters.child_signals import ChildSignal
from holdfast.pages.child.presenters.chronology import ChronologyLine
from holdfast.pages.child.queries.case import Case
from holdfast.vocabulary.entry import Entry


def worries_as_read(worries: Iterable[ChildSignal], case: Case, reader: Reader) -> list[ChildSignal]:
    """The same worries. Where an entry behind one is not the reader's, its sentence is left out; where even its heading would
    tell, what it may mean for the child stands in its place."""
    if reader.reads_every_kind:
        return list(worries)
    return [_worry(worry, case, reader) for worry in worries]


def _worry(worry: ChildSignal, case: Case, reader: Reader) -> ChildSignal:
    part = shown_part(_entries((each.entry for each in worry.evidence), case), reader)
    if part.whole:
        return worry
    readable = {entry.id for entry in part.entries}
    kept = replace(
        worry,
        why=part.not_for_you,
        evidence=tuple(each for each in worry.evidence if each.entry in readable),
        earlier=(),
        whole=False,
    )
    if not part.silent:
        return kept
    # The answers are to what is withheld, and quote it.
    return replace(kept, title=CONSEQUENCES[consequence(worry.rule)], asks="", answers=(), rule="")


def _entries(ids: Iterable[str], case: Case) -> list[Entry]:
    return [case.family.history.by_id[id] for id in ids if id in case.family.history.by_id]


def lines_as_read(lines: Sequence[ChronologyLine], case: Case, reader: Reader) -> list[ChronologyLine]:
    """The same lines, each of which says what the reader may read."""
    if reader.reads_every_kind:
        return list(lines)
    return [_line(line, case, reader) for line in lines]


def _line(line: ChronologyLine, case: Case, reader: Reader) -> ChronologyLine:
    [entry] = _entries([line.entry], case)
    if may_read(entry, reader):
        return line
    said = f"Not for you: an entry by {line.agency}. Ask them, or the child’s social worker."
    bare = replace(line, title="Not for you", sentence=said, who=line.agency, area="", kind="", version="")
    return replace(bare, source="", words="", before="", note="")
