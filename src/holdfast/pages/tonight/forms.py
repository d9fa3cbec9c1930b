"""The questions about what was done in the night."""

from typing import Any

from django import forms

from holdfast.pages.forms import GovForm

YES_NO = (("yes", "Yes"), ("no", "No"))


class NightWorkForm(GovForm):
    """What somebody did in the night, for the people who come in the morning."""

    children = forms.MultipleChoiceField(label="Which children is this about?", widget=forms.CheckboxSelectMultiple)
    did = forms.CharField(
        label="What did you do?",
        widget=forms.Textarea,
        help_text="Where the children are now and with whom, what you saw, who you spoke to.",
    )
    next_steps = forms.CharField(label="What has to happen in the morning?", widget=forms.Textarea, required=False)
    harm = forms.ChoiceField(
        label="Could a child still come to serious harm before somebody reads this?", choices=YES_NO, widget=forms.RadioSelect
    )
    look = {"did": {"rows": 6}, "next_steps": {"rows": 3}, "harm": {"inline": True}}

    def __init__(self, *args: Any, choices: list[tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["children"].choices = choices or []  # type: ignore[attr-defined]
