"""What every question has, and how it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from holdfast.pages.entries.forms.submission import Boxes, Path, Submission
from holdfast.vocabulary.base import NameLookup

NOT_RECORDED = "Not recorded"
NONE = ":none"
"""The value of the box that says, on purpose, "nobody" or "none". No id starts with a colon."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question. ``name`` is that of its box, ``path`` where its answer stands in the entry. ``where`` says which row it
    belongs to. A value of ``None`` means that nobody said: not recorded."""

    name: str
    path: Path
    label: str
    hint: str = ""
    required: bool = False
    asked: bool = False
    where: str = ""
    strong: bool = False
    look: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of its control."""
        return f"id_{self.name}"

    @property
    def target(self) -> str:
        """The id of the control that the error summary leads to."""
        return self.id

    def read(self, sent: Submission) -> Any:
        """The answer in the case file's form, or ``None``. Notes in ``sent`` what is wrong."""
        # Before the answer is read, so that a fault which the record finds later has a box to come back to, whatever was
        # answered.
        sent.note_asked(self.path, self.name, self.target, self.label)
        if self.blank(sent):
            if self.required:
                sent.wrong(self.name, self.missing, self.target, where=self.where)
            return None
        return self.value(sent)

    def value(self, sent: Submission) -> Any:
        """The answer, where there is one."""
        raise NotImplementedError

    def blank(self, sent: Submission) -> bool:
        """Whether nothing was said."""
        return not sent.text(self.name).strip()

    def boxes(self, value: Any) -> Boxes:
        """The boxes that say ``value``."""
        return {} if value is None else {self.name: [str(value)]}

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        """``value`` in words, a line or more."""
        return [NOT_RECORDED if value is None else str(value)]

    @property
    def missing(self) -> str:
        """What to say when it had to be answered and was not."""
        return f"Enter {in_sentence(self.label)}" if not self.label.endswith("?") else f"Answer “{self.label}”"

    def wrong(self, sent: Submission, text: str, target: str = "") -> None:
        """Say what is wrong with it."""
        sent.wrong(self.name, text, target or self.target, where=self.where)

    def draw(self, sent: Submission) -> SafeString:
        """Its form group."""
        raise NotImplementedError

    def common(self, sent: Submission) -> dict[str, Any]:
        """What every template of a form group is told."""
        # The description names the hint and the error together: a screen reader says both when the box is reached.
        problems = sent.problems_of(self.name)
        described = " ".join([f"{self.id}-hint"] * bool(self.hint) + [f"{self.id}-error"] * bool(problems))
        return {
            "id": self.id,
            "name": self.name,
            "label": self.label,
            "optional": not self.required and not self.asked,
            "hint": self.hint,
            "problems": problems,
            "described": described,
            "value": sent.text(self.name),
            "look": {"strong": self.strong, **self.look},
            "heading": False,
            "attrs": {},
        }


def in_sentence(label: str) -> str:
    """A label inside a sentence."""
    return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def render_part(template: str, context: dict[str, Any]) -> SafeString:
    """A part of the page. Its template escapes what it is given."""
    # Each question is drawn by itself and its text set into the page: one template for all would have to know every kind of
    # question.
    return mark_safe(get_template(template).render(context))  # noqa: S308 - rendered by a template, which escapes
