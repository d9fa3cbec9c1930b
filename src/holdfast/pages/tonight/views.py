"""Tonight's pages: finding the child, what to know, and recording what was done."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from holdfast.access.decide import may
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.duty.contact_intake import receive
from holdfast.duty.rota import holder
from holdfast.kernel.when import When
from holdfast.pages.child import reading
from holdfast.pages.find.views import searched
from holdfast.pages.forms import FormPage, GovForm
from holdfast.pages.tonight.home import on_plan
from holdfast.pages.tonight.tonight import night_page

YES_NO = (("yes", "Yes"), ("no", "No"))


@page(permission=Permission.OPEN_TONIGHT)
def home(request: PageRequest) -> HttpResponse:
    """The box that finds a child, and the children on a plan."""
    return render(request, "tonight/home.html", {**searched(request), "plans": on_plan(request.moment)})


@page(permission=Permission.SEE_TONIGHT, child="child_id")
def child(request: PageRequest, child_id: str) -> HttpResponse:
    """What to know about one child tonight."""
    family = reading.family_around(child_id, request.moment)
    if child_id not in family.world.people:
        raise Http404("There is no such child in the record.")
    case = family.child(child_id)
    siblings = [
        {"id": id, "name": case.names.person(id)} for id in case.siblings if not family.child(id).life.is_adult(family.day)
    ]
    return render(
        request,
        "tonight/child.html",
        {
            "child": {"id": child_id, "name": case.name},
            "night": night_page(case, reading.phones()),
            "siblings": siblings,
            "same_names": [group.warning for group in family.same_names.groups()],
            "can_record": not request.in_the_past and may(request.user, Permission.RECORD, child_id, request.moment).allowed,
        },
    )


class DidForm(GovForm):
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


@page(permission=Permission.RECORD, child="child_id")
class Did(FormPage):
    """Record what was done tonight. It goes to the child's worker, or to whoever is at work in their place."""

    form_class, title, button = DidForm, "Record what you did tonight", "Record it and tell the day team"

    @property
    def back(self) -> str:  # type: ignore[override]
        """Back to what to know tonight."""
        return reverse("tonight:child", args=[self.kwargs["child_id"]])

    def form_options(self) -> dict[str, Any]:
        family = reading.family_around(self.kwargs["child_id"], self.request.moment)
        case = family.child(self.kwargs["child_id"])
        ids = [id for id in case.with_siblings() if id == case.id or not family.child(id).life.is_adult(family.day)]
        options = super().form_options()
        options["choices"] = [(id, case.names.person(id)) for id in ids]
        options.setdefault("initial", {}).setdefault("children", ids)
        return options

    def done(self, form: DidForm) -> str:
        """Put it in front of the lead worker; where they are away it reaches whoever is at work in the same step."""
        child_id, at, worker = self.kwargs["child_id"], self.request.at, self.request.user.worker
        lead = reading.family_around(child_id, self.request.moment).roster.lead(child_id)
        held = holder("lead_social_worker", child_id, at)
        addressed = lead or (held.worker.pk if held.worker else worker.pk)
        said = form.cleaned_data
        text = said["did"] + (f"\n\nIn the morning: {said['next_steps']}" if said["next_steps"] else "")
        taken = receive(
            at=at,
            by=worker,
            type="message_received",
            happened=When.at(at),
            about=said["children"],
            data={
                "for": addressed,
                "from": {"role": worker.role or "emergency duty worker", "worker": worker.pk},
                "text": text,
                "possible_serious_harm": said["harm"] == "yes",
            },
            id=self.send_id,
        )
        who = taken.held.worker.name if taken.held.worker else "the on-call mailbox"
        messages.success(self.request, f"Recorded. It is with {who}: {taken.held.because}.")
        return reverse("tonight:child", args=[child_id])
