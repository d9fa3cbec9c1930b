"""Draws one form group the way GOV.UK does. Works on any Django form's bound field, allauth's too."""

from datetime import timedelta
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from holdfast.kernel.when import london_day
from holdfast.pages.forms.date_fields import WhenWidget

_DRAWN = (
    (WhenWidget, "when"),
    (forms.CheckboxSelectMultiple, "checkboxes"),  # before radios: Django makes it a kind of them
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.PasswordInput, "password"),
)
_PASSED_ON = ("autocomplete", "inputmode", "spellcheck", "placeholder", "autocapitalize", "pattern")
# Placeholders vanish as soon as somebody types and are too pale to read: a hint says the same and stays.
_QUIET = ("placeholder",)


def field(bound: BoundField, **options: Any) -> SafeString:
    """One form group: label or legend, hint, error, control. ``options`` go before the form's own ``look``."""
    widget = bound.field.widget
    if bound.is_hidden:
        return mark_safe(str(bound))  # noqa: S308 - Django's own rendering of a hidden input
    # By the widget and not by a class of ours, so that allauth's forms for signing in are drawn the same way.
    kind = next((name for base, name in _DRAWN if isinstance(widget, base)), "input")
    look = {**getattr(bound.form, "look", {}).get(bound.name, {}), **options}
    context = _common(bound, look)
    if kind in ("radios", "checkboxes", "select"):
        context["options"] = _options(bound, look, context["id"])
    if kind == "when":
        context |= _boxes(bound, look)
    if kind == "textarea":
        context |= {"rows": look.get("rows", 5), "count": look.get("count") or getattr(bound.field, "max_length", None)}
    if kind == "input":
        # Number boxes change under a mouse wheel and swallow what is not a number before anybody can say what was wrong.
        context["type"] = "text" if widget.input_type == "number" else widget.input_type
    drawn = get_template(f"holdfast/forms/{kind}.html").render(context)
    return mark_safe(drawn)  # noqa: S308 - the template has escaped it


def _common(bound: BoundField, look: dict[str, Any]) -> dict[str, Any]:
    id_ = bound.auto_id or f"id_{bound.html_name}"
    problems = [str(problem) for problem in bound.errors]
    hint = look.get("hint", bound.help_text)
    # The order in which a screen reader says them: what is asked for, then what was wrong with it.
    described = " ".join([f"{id_}-hint"] * bool(hint) + [f"{id_}-error"] * bool(problems))
    heading = look.get("heading", getattr(bound.form, "heading", None) == bound.name)
    attrs = {key: value for key, value in bound.field.widget.attrs.items() if key in _PASSED_ON and key not in _QUIET}
    return {
        "id": id_,
        "name": bound.html_name,
        "label": look.get("label", bound.label),
        "optional": not bound.field.required and look.get("optional", True),
        "hint": hint,
        "problems": problems,
        "described": described,
        "value": "" if isinstance(bound.field.widget, WhenWidget) else bound.field.widget.format_value(bound.value()),
        "checked": bool(bound.value()) if isinstance(bound.field.widget, forms.CheckboxInput) else False,
        "heading": heading,
        "label_class": look.get("label_class") or ("govuk-{}--l" if heading else "govuk-{}--m" if look.get("strong") else ""),
        "attrs": attrs,
        "look": look,
    }


def _options(bound: BoundField, look: dict[str, Any], id_: str) -> list[dict[str, Any]]:
    """The choices, each with its hint and with the fields that it uncovers, already drawn."""
    value = bound.value()
    # Compared as text: a choice comes back from the browser as text, and from `initial` as whatever it is.
    chosen = {str(each) for each in (value if isinstance(value, list | tuple | set) else [] if value is None else [value])}
    options = []
    for number, (choice, label) in enumerate(_flat(bound.field.choices)):  # type: ignore[attr-defined]
        names = look.get("reveals", {}).get(choice, ())
        options.append(
            {
                "value": choice,
                "label": label,
                "id": f"{id_}_{number}",
                "checked": str(choice) in chosen,
                "hint": look.get("hints", {}).get(choice),
                "divider": look.get("divider") == choice,
                "alone": look.get("alone") == choice,
                "reveal": mark_safe("".join(_uncovered(bound.form, name) for name in names)),  # noqa: S308
                "reveals": bool(names),
            }
        )
    return options


def _uncovered(form: Any, name: str) -> str:
    """A question that a choice uncovers. Whoever sees it is asked it, so it is not called optional unless its look says so."""
    # A form can leave out a question for this person or child and keep its look for the others.
    if name not in form.fields:
        return ""
    return field(form[name], optional=getattr(form, "look", {}).get(name, {}).get("optional", False))


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    flat: list[tuple[Any, Any]] = []
    for choice, label in choices:
        flat += _flat(label) if isinstance(label, list | tuple) else [("" if choice is None else choice, label)]
    return flat


def _boxes(bound: BoundField, look: dict[str, Any]) -> dict[str, Any]:
    """The boxes of a date, and which of them the error is about."""
    value = bound.value() or {}
    at_fault = {part for error in bound.errors.as_data() for part in (error.code or "").split()}
    titles = {"day": "Day", "month": "Month", "year": "Year"}
    return {
        "boxes": [
            {
                "part": part,
                "title": title,
                "value": value.get(part, ""),
                "width": 4 if part == "year" else 2,
                "wrong": part in at_fault,
            }
            for part, title in titles.items()
        ],
        "with_time": getattr(bound.field.widget, "with_time", False),
        "time": value.get("time", ""),
        "time_wrong": "time" in at_fault,
        "quick": _quick_days(bound, look),
    }


def _quick_days(bound: BoundField, look: dict[str, Any]) -> list[tuple[str, str]]:
    """Today and yesterday in England, for the buttons under a date that has passed."""
    at = getattr(bound.form, "at", None)
    if at is None or not look.get("quick", getattr(bound.field, "past_only", False)):
        return []
    today = london_day(at)
    return [("Today", today.isoformat()), ("Yesterday", (today - timedelta(days=1)).isoformat())]


def errors(form: Any) -> list[dict[str, str]]:
    """For the summary at the top: every error in the order of the page, each with the control it is about."""
    # An unbound form was not sent: what it lacks is no mistake yet.
    if form is None or not getattr(form, "is_bound", False):
        return []
    found = [{"text": str(text), "target": ""} for text in form.non_field_errors()]
    for bound in form:
        found += [{"text": str(text), "target": target(bound)} for text in bound.errors]
    return found


def target(bound: BoundField) -> str:
    """The id of the first control of a field: where the link in the summary leads."""
    id_ = bound.auto_id or f"id_{bound.html_name}"
    widget = bound.field.widget
    if isinstance(widget, WhenWidget):
        codes = " ".join(error.code or "" for error in bound.errors.as_data()).split()
        return f"{id_}_{next((part for part in (*('day', 'month', 'year'), 'time') if part in codes), 'day')}"
    # A group has no control of its own name: the link has to lead to the first of its buttons, or it leads nowhere.
    return f"{id_}_0" if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple) else id_
