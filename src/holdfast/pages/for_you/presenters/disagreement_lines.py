"""What somebody sees differently: their words, the answer, and by when one is owed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from holdfast.duty.contact_thread import disagreement_message
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import When
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.for_you.queries.own_disagreements import OwnDisagreement, OwnDisagreements
from holdfast.pages.worklists.presenters.worklist_line import due_words
from holdfast.vocabulary.contact_reference import reference


@dataclass(frozen=True)
class DisagreementLine:
    """One disagreement. ``due`` says by when an answer is owed, where there is none."""

    names: str
    text: str
    raised_at: datetime
    answer: str
    due: str
    late: bool
    url: str
    reference: str


def disagreement_lines(found: OwnDisagreements, at: datetime) -> tuple[DisagreementLine, ...]:
    """One line for each."""
    return tuple(_line(row, found, at) for row in found.rows)


def _line(row: OwnDisagreement, found: OwnDisagreements, at: datetime) -> DisagreementLine:
    due: date | None = When.parse(row.due).last if row.due and row.answer is None else None
    said = due_words(due, at)
    return DisagreementLine(
        names=listed([child_name(found.persons[id]) for id in row.entry.about if id in found.persons]),
        text=str(value(row.entry, "text")),
        raised_at=row.entry.recorded_at,
        answer=_answer(row),
        due=said,
        late=said.endswith("late"),
        url=reverse("contacts:followed", args=[row.contact]) if row.contact else "",
        # The message that carries it has the same reference: what is said on the telephone is one thing to both sides.
        reference=reference(disagreement_message(row.entry.id)),
    )


def _answer(row: OwnDisagreement) -> str:
    if row.answer is None:
        return ""
    return str(value(row.answer, "answer") or value(row.answer, "outcome") or "It is settled.")
