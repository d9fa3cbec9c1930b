"""A set of questions, drawn as GOV.UK form groups."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from holdfast.kernel.when import london_day
from holdfast.pages.forms.date_fields import WhenField


class GovForm(forms.Form):
    """A Django form for these pages. ``at`` is the instant of the request, for questions that may not lie ahead.

    ``look`` says how a field is drawn, by its name: ``width`` (characters: 2, 3, 4, 5, 10, 20, 30), ``rows``, ``inline``
    (radios side by side), ``small``, ``words`` (the child's own words), ``quick`` (buttons for today and yesterday), ``hints``
    (by choice), ``reveals`` (choice -> names of the fields that it uncovers), ``divider`` (choice before which to write "or"),
    ``prefix``, ``suffix``, ``count`` (the most characters, counted and not cut off), ``label_class``.
    ``heading`` names the field whose label is the page's heading.
    """

    # The browser's own bubbles come one at a time, in the browser's language, and are not read aloud with the question.
    use_required_attribute = False
    look: dict[str, dict[str, Any]] = {}
    heading: str | None = None

    def __init__(self, *args: Any, at: datetime | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        for field in self.fields.values():
            # Only Django's own words are replaced: a field that says what to do keeps saying it.
            if field.error_messages.get("required") == "This field is required.":
                field.error_messages["required"] = _missing(field)

    def look_of(self, name: str) -> dict[str, Any]:
        """How the field is drawn."""
        return self.look.get(name, {})

    @property
    def revealed(self) -> set[str]:
        """Fields that another field's choice uncovers."""
        every = [names for look in self.look.values() for names in look.get("reveals", {}).values()]
        return {name for names in every for name in names if name in self.fields}

    def shown(self) -> Iterator[BoundField]:
        """The fields the page draws itself; revealed ones are drawn by the field that reveals them."""
        revealed = self.revealed
        return (bound for bound in self if bound.name not in revealed)

    def _post_clean(self) -> None:
        # Here and not in the field: whether a day lies ahead needs the instant of the request, and only the form is told it.
        super()._post_clean()  # type: ignore[misc]
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if isinstance(field, WhenField) and field.past_only and value is not None and self.at is not None:
                # By its first day: "June" said in June has begun, and may hold a day that has passed.
                first = getattr(value, "first", value)
                if first > london_day(self.at) or (getattr(value, "instant", None) or self.at) > self.at:
                    self.add_error(name, forms.ValidationError("The date must be today or in the past", code="day month year"))


def _missing(field: forms.Field) -> str:
    """What to do about a question left empty, where the form has no better words for it."""
    label = str(field.label or "this")
    verb = "Select" if isinstance(field, forms.ChoiceField) else "Enter"
    # A question cannot be put behind "Enter" without becoming nonsense.
    if label.endswith("?"):
        return f"{verb} an answer to “{label}”"
    return f"{verb} {label if label[:2].isupper() else label[:1].lower() + label[1:]}"
