"""The standards and signals that an entry can have touched, as they stand for each child it is about."""

from collections.abc import Iterator

from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.engine.history_line import HistoryLine
from holdfast.vocabulary.entry import Entry


def touched_lines(entry: Entry, reader: CaseEvaluator) -> Iterator[tuple[str, HistoryLine]]:
    """Each child, and a line of theirs that still stands."""
    # Only the rules that read an entry of this type: no other can have been touched, and reading them all for each child of a
    # large family is a long wait for somebody who has just pressed "Save it".
    touched = reader.rules.used.touched_by([entry.type])
    only = [id for id in reader.rules.used.ids if id in touched]
    for child in entry.about:
        for line in reader.read(child, only).lines:
            if line.withdrawn_at is None:
                yield child, line
