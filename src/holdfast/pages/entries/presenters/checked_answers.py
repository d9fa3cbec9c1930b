"""What somebody said, question by question, on the page where they check it before it is saved."""

from dataclasses import dataclass

from holdfast.actions.record_entry import EntryAnswers
from holdfast.pages.entries.forms.entry_form import EntryForm
from holdfast.pages.entries.forms.text_questions import TextQuestion


@dataclass(frozen=True)
class AnswerRow:
    """One question and its answer."""

    label: str
    lines: list[str]
    target: str
    words: bool
    unsaid: bool


def checked_answers(form: EntryForm, answers: EntryAnswers) -> list[AnswerRow]:
    """Every question of the form, those left alone too: what is not recorded is seen before it is saved so."""
    # Told from what will be recorded, not from the boxes as they were typed: a misreading is seen here or never.
    values = {f"data-{name}": value for name, value in answers.data.written().items()}
    values |= {"happened": answers.happened.to_json(), "about": list(answers.about)}
    values |= {"source": answers.source, "reason": answers.reason}
    return [
        AnswerRow(
            label=question.label,
            lines=question.in_words(values.get(question.name), form.references.names),
            target=question.target,
            words=isinstance(question, TextQuestion) and question.kind == "words",
            unsaid=values.get(question.name) is None,
        )
        for question in form.questions
    ]
