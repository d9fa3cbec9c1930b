"""The disagreements that somebody raised: how each was answered, and by when an answer is owed."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.kernel.moment import Moment
from holdfast.pages.worklists.queries.line_facts import concern_of
from holdfast.record.entry_versions import standing_that_name
from holdfast.record.models import EntryEnvelope, StoredClock
from holdfast.record.read import entries_by_id, people
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson

SHOWN = 5


@dataclass(frozen=True)
class OwnDisagreement:
    """``contact`` is the concern it is about, where it is about one; ``due`` as the clock that is next says it."""

    entry: Entry
    answer: Entry | None
    contact: str | None
    due: str | None


@dataclass(frozen=True)
class OwnDisagreements:
    """The latest of them, newest first."""

    rows: tuple[OwnDisagreement, ...]
    persons: Mapping[str, KnownPerson]


def own_disagreements(worker: str, moment: Moment) -> OwnDisagreements:
    """Those that ``worker`` raised."""
    raised = EntryEnvelope.objects.filter(
        type="disagreement_raised", recorded_by=worker, corrects__isnull=True, recorded_at__lte=moment.known_at
    )
    ids = [str(pk) for pk in raised.order_by("-recorded_at").values_list("pk", flat=True)[:SHOWN]]
    entries, answers, due = entries_by_id(ids), _answers(ids, moment), _due(ids)
    rows = tuple(OwnDisagreement(entries[id], answers.get(id), concern_of(entries[id]), due.get(id)) for id in ids)
    return OwnDisagreements(rows, people({person for row in rows for person in row.entry.about}, moment))


def _answers(ids: list[str], moment: Moment) -> dict[str, Entry]:
    found = standing_that_name("disagreement", ids, ("disagreement_answered", "disagreement_resolved"), moment)
    return {id: answers[-1] for id, answers in found.items()}  # the last word on it


def _due(ids: list[str]) -> dict[str, str]:
    rows = StoredClock.objects.filter(trigger__in=ids, open=True, due__isnull=False).order_by("-overdue_from")
    return {str(row.trigger): str(row.due) for row in rows}  # the earliest comes last and stands
