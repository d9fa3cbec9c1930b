"""The questions for one value: which, how much, from when, who decided it and why."""

from typing import Any

from django import forms

from holdfast.pages.forms import DayField, GovForm
from holdfast.pages.standards.presenters.rule_labels import NUMBERS as NUMBER_WORDS
from holdfast.pages.standards.presenters.rule_labels import known
from holdfast.rules.limit import Gate
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import BIRTHDAYS, HOURS, IN_FORCE, LEAP_BIRTHDAYS, LIMIT, START, WHOSE, LocalValue


def names_of(rule: str) -> list[tuple[str, str]]:
    """What can be set of a rule: code and words."""
    if rule == BIRTHDAYS:
        return [(START, "How birthdays on 29 February count")]
    if rule in SIGNALS:
        return [(name, known(NUMBER_WORDS, name)) for name in SIGNALS[rule].numbers]
    standard = STANDARDS[rule]
    found = []
    # A gate has no number: it asks whether something was there, and a partnership cannot set that a little.
    if not isinstance(standard.limit, Gate):
        found.append((LIMIT, f"Its limit, in {standard.limit.unit.replace('_', ' ')}"))
    if standard.choice is not None:
        found.append((START, "Where its clock starts"))
    if standard.switch is not None:
        found.append((IN_FORCE, "Switched on"))
    return found


class HoursForm(GovForm):
    """The working hours of one team or one worker."""

    whose = forms.ChoiceField(
        label="Whose hours are they?",
        choices=[("organisation", "A team’s or agency’s day staff"), ("worker", "One person’s")],
        widget=forms.RadioSelect,
    )
    organisation = forms.ChoiceField(label="Which team or agency?", required=False)
    worker = forms.ChoiceField(label="Who?", required=False)
    hours = forms.CharField(
        label="When are they at work?",
        help_text=(
            "Such as Mon-Fri 08:30-17:00. Put a semicolon between parts: Mon-Thu 09:00-17:00; Fri 09:00-13:00. "
            "Hol is a bank holiday. Write always for somebody who can be reached at any hour."
        ),
        max_length=200,
    )
    since = DayField(label="From which day?")
    by = forms.CharField(label="Who decided it?", help_text="Their name and post, or the meeting that agreed it.", max_length=255)
    why = forms.CharField(label="Why is it right here?", widget=forms.Textarea)
    look = {
        "whose": {"reveals": {"organisation": ["organisation"], "worker": ["worker"]}},
        "organisation": {"optional": False},
        "worker": {"optional": False},
        "why": {"rows": 3},
    }

    def __init__(self, *args: Any, rule: str, teams: list[tuple[str, str]], people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rule = rule
        self.fields["organisation"].choices = [("", "Choose one"), *teams]  # type: ignore[attr-defined]
        self.fields["worker"].choices = [("", "Choose one"), *people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody is named whose hours they are."""
        cleaned = super().clean() or {}
        whose = cleaned.get("whose")
        if whose in WHOSE and not cleaned.get(whose) and whose not in self.errors:
            self.add_error(whose, "Choose whose hours they are")
        return cleaned

    def value(self) -> LocalValue:
        """What was asked for."""
        said = self.cleaned_data
        name = f"{said['whose']}:{said[said['whose']]}"
        return LocalValue(HOURS, name, said["hours"].strip(), said["since"], said["by"].strip(), said["why"].strip())


def choices_of(rule: str) -> list[tuple[str, str]]:
    """The ways to choose from, where something is chosen and not counted."""
    if rule == BIRTHDAYS:
        return list(LEAP_BIRTHDAYS.items())
    choice = STANDARDS[rule].choice if rule in STANDARDS else None
    return [(way.code, way.says) for way in choice.ways] if choice is not None else []


class ValueForm(GovForm):
    """One value of one rule."""

    name = forms.ChoiceField(label="What do you want to set?", widget=forms.RadioSelect)
    number = forms.FloatField(label="The number", required=False, min_value=0)
    way = forms.ChoiceField(label="Which way?", required=False, widget=forms.RadioSelect)
    since = DayField(label="From which day?", help_text="What starts before then is judged as it was.")
    by = forms.CharField(label="Who decided it?", help_text="Their name and post, or the meeting that agreed it.", max_length=255)
    why = forms.CharField(label="Why is it right here?", widget=forms.Textarea)
    look = {"number": {"width": 5, "optional": False}, "way": {"optional": False}, "why": {"rows": 3}}

    def __init__(self, *args: Any, rule: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rule = rule
        names, ways = names_of(rule), choices_of(rule)
        self.fields["name"].choices = names  # type: ignore[attr-defined]
        self.fields["way"].choices = ways  # type: ignore[attr-defined]
        # One thing to set is no question: it is carried along unseen, and the number is asked for by its name.
        if len(names) == 1:
            self.fields["name"].widget = forms.HiddenInput()
            self.fields["name"].initial = names[0][0]
            self.fields["number"].label = names[0][1]
        if not ways:
            del self.fields["way"]
        if all(name in (START, IN_FORCE) for name, _ in names):
            del self.fields["number"]

    def clean(self) -> dict[str, Any]:
        """What is chosen has a way, and what is counted has a number."""
        cleaned = super().clean() or {}
        name = cleaned.get("name")
        if name == START and not cleaned.get("way"):
            self.add_error("way", "Choose one of the ways")
        # Not asked twice: where the number was no number, the field has said so already.
        elif name not in (START, IN_FORCE, None) and cleaned.get("number") is None and "number" not in self.errors:
            self.add_error("number", "Enter a number")
        return cleaned

    def value(self) -> LocalValue:
        """What was asked for."""
        said = self.cleaned_data
        name = said["name"]
        value: float | str = said["way"] if name == START else "on" if name == IN_FORCE else said["number"]
        # "10" and not "10.0" on every page that says it, and in the file that carries values to another installation.
        if isinstance(value, float) and value == int(value):
            value = int(value)
        return LocalValue(self.rule, name, value, said["since"], said["by"].strip(), said["why"].strip())
