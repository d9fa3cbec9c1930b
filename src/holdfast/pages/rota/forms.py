"""One shift: who, for which team, from when to when."""

from datetime import datetime
from typing import Any

from django import forms

from holdfast.duty.models import DutyShift
from holdfast.kernel.when import LONDON, When
from holdfast.pages.forms import GovForm, WhenField


class ShiftForm(GovForm):
    """A shift of the duty rota."""

    worker = forms.ChoiceField(label="Who is on?")
    team = forms.ChoiceField(label="For which team?", choices=DutyShift.Team.choices, widget=forms.RadioSelect)
    starts = WhenField(label="When does it start?", with_time=True, exact=True)
    ends = WhenField(
        label="When does it end?", with_time=True, exact=True, help_text="A night ends on the next day. It is over at that time."
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [("", "Choose somebody"), *people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A shift is at a time of day."""
        cleaned = super().clean() or {}
        for name in ("starts", "ends"):
            said = cleaned.get(name)
            if said is not None and said.instant is None:
                self.add_error(name, "Enter the time as well, such as 17:00")
        return cleaned

    def instant(self, name: str) -> datetime:
        """One of the two times."""
        said: When = self.cleaned_data[name]
        assert said.instant is not None
        return said.instant.astimezone(LONDON)
