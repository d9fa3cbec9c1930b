"""Tonight's pages: finding the child, what to know, and recording what was done."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from holdfast.access.decide import may
from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.hand_over_night_work import hand_over_night_work
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries import load_family
from holdfast.pages.for_you.presenters.told_lines import oldest_first
from holdfast.pages.for_you.queries.told_to_me import told_to_me
from holdfast.pages.forms import FormPage
from holdfast.pages.search.queries import search_results
from holdfast.pages.tonight.forms import NightWorkForm
from holdfast.pages.tonight.presenters.night_page import night_page
from holdfast.pages.tonight.queries import on_plan


@page(permission=Permission.OPEN_TONIGHT)
def home(request: PageRequest) -> HttpResponse:
    """The box that finds a child, and the children on a plan."""
    worker, reader = request.user.worker, Reader(request.user, Moment.live(request.at))
    waiting = oldest_first(told_to_me(worker.pk, reader), reader) if worker is not None else ()
    shown = {**search_results(request), "plans": on_plan(request.moment), "waiting": waiting}
    return render(request, "tonight/home.html", shown)


@page(permission=Permission.SEE_TONIGHT, child="child_id")
def child(request: PageRequest, child_id: str) -> HttpResponse:
    """What to know about one child tonight."""
    family = load_family.family_around(child_id, request.moment, reader=request.user.worker)
    if child_id not in family.world.people:
        raise Http404("There is no such child in the record.")
    case = family.child(child_id)
    siblings = [
        {"id": id, "name": case.names.person(id)} for id in case.siblings if not family.child(id).view.is_adult(family.day)
    ]
    return render(
        request,
        "tonight/child.html",
        {
            "child": {"id": child_id, "name": case.name},
            "night": night_page(case, load_family.phones()),
            "siblings": siblings,
            "same_names": [group.warning for group in family.same_names.groups()],
            "can_record": not request.in_the_past and may(request.user, Permission.RECORD, child_id, request.moment).allowed,
        },
    )


@page(permission=Permission.RECORD, child="child_id")
class RecordNightWork(FormPage):
    """Record what was done tonight. It goes to the child's worker, or to whoever is at work in their place."""

    form_class, title, button = NightWorkForm, "Record what you did tonight", "Record it and tell the day team"

    @property
    def back(self) -> str:  # type: ignore[override]
        """Back to what to know tonight."""
        return reverse("tonight:child", args=[self.kwargs["child_id"]])

    def form_options(self) -> dict[str, Any]:
        family = load_family.family_around(self.kwargs["child_id"], self.request.moment, reader=self.request.user.worker)
        case = family.child(self.kwargs["child_id"])
        # All of them ticked to begin with: in the night a family is seldom moved one child at a time, and unticking is one tap.
        ids = [id for id in case.with_siblings() if id == case.id or not family.child(id).view.is_adult(family.day)]
        options = super().form_options()
        options["choices"] = [(id, case.names.person(id)) for id in ids]
        options.setdefault("initial", {}).setdefault("children", ids)
        return options

    def done(self, form: NightWorkForm) -> str:
        """Hand it over to the day team."""
        child_id, said = self.kwargs["child_id"], form.cleaned_data
        taken = hand_over_night_work(
            by=self.request.user,
            at=self.request.at,
            child=child_id,
            children=said["children"],
            text=said["did"] + (f"\n\nIn the morning: {said['next_steps']}" if said["next_steps"] else ""),
            serious_harm=said["harm"] == "yes",
            id=self.send_id,
        )
        who = taken.assignee.worker.name if taken.assignee.worker else "the on-call mailbox"
        messages.success(self.request, f"Recorded. It is with {who}: {taken.assignee.because}.")
        return reverse("tonight:child", args=[child_id])
