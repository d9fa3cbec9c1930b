"""What is asked of those who write about a concern after it was sent: its referrer, and those who have it."""

from typing import Any

from django import forms

from holdfast.pages.forms import GovForm
from holdfast.pages.forms.verbatim_fields import OwnWordsField
from holdfast.vocabulary.contact_text import DANGER


class MoreInformationForm(GovForm):
    """More about the same concern."""

    # Danger is asked again: what was safe when the concern was sent may not be so now, and then this is a concern of its own.
    danger = forms.ChoiceField(
        label="Is the child hurt or in danger now?",
        choices=DANGER,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child is hurt or in danger now"},
    )
    whose = forms.ChoiceField(label="Which child said this?", widget=forms.RadioSelect, required=False)
    words = OwnWordsField(label="What did the child say?", help_text="Their exact words. They are kept as you type them.")
    text = OwnWordsField(label="What else do you want to tell us?")
    look = {
        "danger": {"strong": True},
        "whose": {"inline": True, "optional": False},
        "words": {"strong": True, "words": True, "rows": 3, "optional": False},
        "text": {"strong": True, "rows": 6, "optional": False},
    }

    def __init__(self, *args: Any, children: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if len(children) > 1:
            self.fields["whose"].choices = children  # type: ignore[attr-defined]
            self.order_fields(["danger", "words", "whose", "text"])
        else:
            del self.fields["whose"]

    def clean(self) -> dict[str, Any]:
        """There has to be something more; and words belong to one child."""
        cleaned = super().clean() or {}
        if cleaned.get("words") and "whose" in self.fields and not cleaned.get("whose"):
            self.add_error("whose", "Say which child said this")
        if not any(cleaned.get(name) or name in self.errors for name in ("words", "text")):
            self.add_error("text", "Say what the child said, or what else you want to tell us")
        return cleaned


class DisagreementForm(GovForm):
    """A professional disagreement, in the referrer's own words."""

    text = OwnWordsField(
        label="What do you think the child needs, and by when?",
        rows=6,
        required=True,
        error_messages={"required": "Say what you think the child needs"},
    )
    risk = forms.ChoiceField(
        label="Is the child at risk now?",
        choices=(("yes", "Yes"), ("no", "No")),
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child is at risk now"},
    )
    look = {"text": {"strong": True}, "risk": {"strong": True}}


class ReplyForm(GovForm):
    """Writing back."""

    text = OwnWordsField(
        label="What do you want to say or ask?", rows=6, required=True, error_messages={"required": "Write your message"}
    )
    look = {"text": {"strong": True}}


class OutcomeForm(GovForm):
    """What the referrer is told of a decision made earlier."""

    outcome = OwnWordsField(
        label="What will they be told?",
        help_text="They see these words, the decision and what happens next: nothing else from the record.",
        rows=5,
        required=True,
        error_messages={"required": "Say what they will be told"},
    )
    how = OwnWordsField(
        label="How were they told?",
        help_text="They cannot sign in here, so somebody has to ring or write to them. For example: rang them at 4pm.",
        rows=2,
        required=True,
        error_messages={"required": "Say how they were told"},
    )
    look = {"outcome": {"strong": True}, "how": {"strong": True}}

    def __init__(self, *args: Any, read_here: bool, family: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if read_here:
            del self.fields["how"]
        else:
            self.fields["outcome"].help_text = "Tell them these words and no others from the record."
        if family:
            self.fields["outcome"].help_text = (
                "They are one of the family. Say only what is about them or this child, and nothing that another person in the "
                "family told us, where anybody lives, or who must not know."
            )


class DisagreementAnswerForm(GovForm):
    """An answer with reasons."""

    answer = OwnWordsField(
        label="Your answer, with your reasons",
        rows=6,
        required=True,
        error_messages={"required": "Give your answer and your reasons"},
    )
    look = {"answer": {"strong": True}}


class SenderForm(GovForm):
    """Who it was that told us, and how that was made sure of."""

    who = forms.ChoiceField(
        label="Who told us?", widget=forms.RadioSelect, error_messages={"required": "Say who told us, or that it is not known"}
    )
    how = OwnWordsField(
        label="How did you make sure?",
        help_text="A name is not enough. For example: rang back on the number we hold for the school.",
        rows=2,
        required=True,
        error_messages={"required": "Say how you made sure of it"},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], hints: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["who"].choices = choices  # type: ignore[attr-defined]
        self.look = {"who": {"strong": True, "hints": hints}, "how": {"strong": True}}


class ChildFoundForm(GovForm):
    """Which child it is, and how that is known."""

    child = forms.ChoiceField(
        label="Which child is it?", widget=forms.RadioSelect, error_messages={"required": "Choose the child"}
    )
    reason = OwnWordsField(
        label="How do you know?", rows=2, required=True, error_messages={"required": "Say who told you that it is this child"}
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], hints: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["child"].choices = choices  # type: ignore[attr-defined]
        self.look = {"child": {"strong": True, "hints": hints}, "reason": {"strong": True}}
