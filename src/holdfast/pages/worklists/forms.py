"""The forms of Today: an answer in words, a reply, and until when somebody is away."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms

from holdfast.kernel.when import london_day
from holdfast.pages.forms import DayField, GovForm
from holdfast.pages.forms.verbatim_fields import OwnWordsField

CHOICES = (
    ("1", "Tomorrow"),
    ("7", "In a week"),
    ("28", "In four weeks"),
    ("other", "On another day"),
    ("unknown", "Nobody knows yet"),
)


class AlertAnswerForm(GovForm):
    """Words. There is no other way to answer."""

    answer = OwnWordsField(
        label="What did you decide or do about it, and why?",
        help_text="Your answer stays on the child’s record, with your name and the time, for everyone who works with the child.",
        rows=6,
        required=True,
        error_messages={"required": "Say what you decided or did about it, and why"},
    )
    look = {"answer": {"strong": True}}


class MessageReplyForm(GovForm):
    """What somebody writes back."""

    text = OwnWordsField(
        label="Your reply",
        rows=5,
        required=True,
        error_messages={"required": "Write your reply"},
        help_text="Whoever wrote to you sees it. It stays on the child’s record.",
    )
    look = {"text": {"strong": True}}


class AbsenceForm(GovForm):
    """Until when, as far as anybody knows."""

    until = forms.ChoiceField(
        label="When are they expected back?",
        choices=CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Say when they are expected back, or that nobody knows yet"},
    )
    day = DayField(label="Which day?", required=False)
    look = {"until": {"strong": True, "reveals": {"other": ["day"]}}, "day": {"optional": False}}

    def clean(self) -> dict[str, Any]:
        """Another day has to be one that is still to come."""
        cleaned = super().clean() or {}
        if cleaned.get("until") == "other" and "day" not in self.errors:
            if cleaned.get("day") is None:
                self.add_error("day", "Enter the day they are expected back")
            elif self.at is not None and cleaned["day"] <= london_day(self.at):
                self.add_error("day", "The day they are expected back must be in the future")
        return cleaned

    def expected_back(self, at: datetime) -> date | None:
        """The day, or nothing where nobody knows."""
        until = self.cleaned_data["until"]
        if until == "unknown":
            # Left open, not set far ahead: an absence without an end shows as one, and nobody waits for a day that was made up.
            return None
        return self.cleaned_data["day"] if until == "other" else london_day(at) + timedelta(days=int(until))
