"""What this partnership has set, and setting a value in two steps: what it would change, then yes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.set_local_value import set_local_value
from holdfast.kernel.when import london_day
from holdfast.pages.entries.links import standard_url
from holdfast.pages.forms import FormPage, GovForm
from holdfast.pages.local_values.forms import HoursForm, ValueForm, names_of
from holdfast.pages.local_values.presenters import LocalValueLine, value_history
from holdfast.pages.local_values.queries import teams, workers
from holdfast.record import value_preview
from holdfast.record.partnership_values import load_values
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import BINDING_ON_ALL, BIRTHDAYS, HOURS, ValueRefused


@page(permission=Permission.READ_STANDARDS)
def home(request: PageRequest) -> HttpResponse:
    """Every value ever set, the latest first, and the choices that guidance leaves open."""
    choices = [(rule.id, rule.title) for rule in STANDARDS.values() if rule.choice is not None]
    off = [rule for rule in STANDARDS.values() if rule.switch is not None]
    context = {"kept": value_history(), "choices": choices, "birthdays": BIRTHDAYS, "off": off}
    return render(request, "local_values/home.html", context)


@page(permission=Permission.SET_STANDARDS)
class SetLocalValue(FormPage):
    """Set one value of one rule. The first press says what it would change; the second sets it."""

    form_class, template_name, button = ValueForm, "local_values/set.html", "See what it would change"
    # Two presses apart and short: a draft of a limit nobody has decided yet is nothing to come back to.
    keeps_draft = False

    @property
    def rule(self) -> str:
        """Which rule."""
        rule = str(self.kwargs["rule_id"])
        if rule != BIRTHDAYS and rule not in STANDARDS and rule not in SIGNALS:
            raise Http404("there is no such standard or signal")
        # Refused here as well as hidden on the rule's page: addresses are kept and sent on.
        if not names_of(rule):
            raise Http404("there is nothing to set: it is a gate")
        return rule

    @property
    def title(self) -> str:  # type: ignore[override]
        """What is being set."""
        return "How birthdays on 29 February count" if self.rule == BIRTHDAYS else f"Set {self.rule} for this partnership"

    @property
    def back(self) -> str:  # type: ignore[override]
        """To the rule's own page."""
        return reverse("local_values:home") if self.rule == BIRTHDAYS else standard_url(self.rule)

    def form_options(self) -> dict[str, Any]:
        """The form asks what this rule has."""
        return {**super().form_options(), "rule": self.rule}

    def context(self, form: GovForm) -> dict[str, Any]:
        """What has been set before."""
        rule = STANDARDS.get(self.rule) or SIGNALS.get(self.rule)
        return {
            "rule": rule,
            "kept": value_history(self.rule),
            "statutory": _statutory(self.rule),
            "now": _now(self.rule, self.request),
        }

    def done(self, form: GovForm) -> str | HttpResponse:
        """Say what it would change; set it once that was agreed to."""
        assert isinstance(form, ValueForm | HoursForm)
        # Back from the second page with what was said: changing an answer must not mean typing it again.
        if "change" in self.request.POST:
            return self._show(form)
        value = form.value()
        try:
            # The first press writes nothing and says what it would change, as of that moment: anything may be recorded before
            # the second, which is why the sentence is a preview and no promise.
            if "confirmed" not in self.request.POST:
                found = value_preview.preview(value, at=self.request.at)
                context = {
                    "value": value,
                    "found": found.in_words(),
                    "form": form,
                    "page": self,
                    "kept": LocalValueLine.of(value),
                    "sent": self._sent(),
                }
                return render(self.request, "local_values/check.html", context)
            set_local_value(by=self.request.user, at=self.request.at, value=value)
        except ValueRefused as refused:
            # The refusal names the fields of a value; on the form its value is asked for as a number or as a way.
            form.add_error(_field(refused.field, form), f"{refused.what} {refused.do}")
            return ""
        done = "What runs is being worked out again; it takes a few minutes."
        messages.success(self.request, "The hours are set." if value.rule == HOURS else f"{value.rule} is set. {done}")
        return self.back

    def _sent(self) -> list[tuple[str, str]]:
        """What was said, to be said again with a yes."""
        # Said again in hidden fields and checked again when they come: nothing of a first press is kept on the server.
        return [(name, value) for name, value in self.request.POST.items() if name != "csrfmiddlewaretoken"]


@page(permission=Permission.SET_STANDARDS)
class SetWorkingHours(SetLocalValue):
    """Set when one team or one worker is at work, in the same two steps."""

    form_class = HoursForm  # type: ignore[assignment]

    @property
    def rule(self) -> str:
        """Working hours, whosever they are."""
        return HOURS

    @property
    def title(self) -> str:  # type: ignore[override]
        """What is being set."""
        return "Set when people are at work"

    @property
    def back(self) -> str:  # type: ignore[override]
        """To all that was set."""
        return reverse("local_values:home")

    def form_options(self) -> dict[str, Any]:
        """The form asks whose hours they are."""
        return {**super().form_options(), "teams": teams(), "people": workers()}


def _now(rule: str, request: PageRequest) -> str:
    """The limit as it is today, with what has been set."""
    standard = STANDARDS.get(rule)
    return load_values().standard(standard).on(london_day(request.at)).limit.in_words() if standard is not None else ""


def _field(name: str, form: GovForm) -> str | None:
    if name == "value" and "hours" in form.fields:
        return "hours"
    shown = "number" if name == "value" and "number" in form.fields else "way" if name == "value" else name
    return shown if shown in form.fields else None


def _statutory(rule: str) -> bool:
    standard = STANDARDS.get(rule)
    return standard is not None and standard.binding in BINDING_ON_ALL
