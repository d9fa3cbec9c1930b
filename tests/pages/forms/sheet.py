"""A page with one of every question, for the tests of forms; and the addresses it lives at."""

from typing import Any

from django import forms
from django.contrib import messages
from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.config.urls import urlpatterns as every_address
from holdfast.pages.forms import DayField, FormPage, GovForm, WhenField
from holdfast.vocabulary.faults import Fault, Refused

YES_NO = [("yes", "Yes"), ("no", "No")]
SENT: list[dict[str, Any]] = []


class Sheet(GovForm):
    """One of every kind of question."""

    name = forms.CharField(label="Name of the child", help_text="As they like to be called.", max_length=80)
    seen = WhenField(label="When were they seen?", past_only=True, with_time=True)
    born = DayField(label="Date of birth", required=False)
    alone = forms.ChoiceField(label="Were they seen alone?", choices=YES_NO, widget=forms.RadioSelect)
    why_not = forms.CharField(label="Why not?", required=False)
    worries = forms.MultipleChoiceField(
        label="What worried you?",
        choices=[("food", "Food"), ("bed", "Where they sleep"), ("none", "None of these")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    home = forms.ChoiceField(label="Which home?", choices=[("", "Choose"), ("mum", "Mother’s"), ("gran", "Grandmother’s")])
    words = forms.CharField(label="What did they say?", widget=forms.Textarea, max_length=200, required=False)

    heading = None
    look = {
        "alone": {"inline": False, "reveals": {"no": ["why_not"]}},
        "words": {"words": True},
        "worries": {"divider": "none", "alone": "none"},
    }

    def clean(self) -> None:
        """A visit without time alone has a reason."""
        if self.cleaned_data.get("alone") == "no" and not self.cleaned_data.get("why_not"):
            self.add_error("why_not", "Enter why they were not seen alone")


@page(permission=Permission.SIGNED_IN)
class SheetPage(FormPage):
    """The sheet on a page."""

    form_class, title, button = Sheet, "Record a visit", "Record the visit"

    def done(self, form: GovForm) -> str:
        """Keep what came; refuse one name, as the record might."""
        if form.cleaned_data["name"] == "Nobody":
            raise Refused([Fault("$.data.name", "There is no such child.", "Choose another.")])
        SENT.append({**form.cleaned_data, "send_id": self.send_id})
        messages.success(self.request, "The visit is recorded.")
        return "/your-account/"


urlpatterns: list[URLPattern | URLResolver] = [path("sheet/", SheetPage.as_view(), name="sheet"), *every_address]
