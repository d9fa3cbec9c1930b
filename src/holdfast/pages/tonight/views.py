"""Tonight's pages: finding the child, what to know, and recording what was done."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from holdfast.access.decide import Decision, described, may
from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.access.ties import Tie
from holdfast.access.web import PageRequest, page, record_looks
from holdfast.actions.hand_over_night_work import hand_over_night_work
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries import load_family
from holdfast.pages.child.queries.case import CaseFamily
from holdfast.pages.for_you.presenters.told_lines import oldest_first
from holdfast.pages.for_you.queries.told_to_me import told_to_me
from holdfast.pages.forms import FormPage
from holdfast.pages.search.queries import search_results
from holdfast.pages.tonight.forms import NightWorkForm
from holdfast.pages.tonight.presenters.night_list import children_tonight
from holdfast.pages.tonight.presenters.night_page import night_page
from holdfast.pages.tonight.queries.children_tonight import on_plan
from holdfast.pages.tonight.queries.night_family import NightFamily, night_family
from holdfast.record.models.person_facts import new_id


@page(permission=Permission.OPEN_TONIGHT)
def home(request: PageRequest) -> HttpResponse:
    """What waits for the reader, the box that finds a child, the children whom tonight is about, and those on a plan."""
    worker, reader = request.user.worker, Reader(request.user, Moment.live(request.at))
    # Whoever may see any child by their post is shown every child on a plan; the others would be asked of two hundred by name.
    sees_all = Tie.POST in described(request.user).ties(Permission.SEE_TONIGHT)
    return render(
        request,
        "tonight/home.html",
        {
            **search_results(request, leads_to="tonight:child"),
            "waiting": oldest_first(told_to_me(worker.pk, reader), reader) if worker is not None else (),
            "tonight": children_tonight(request.moment, lambda id: _may_see(request, id).allowed, reader),
            "plans": on_plan(request.moment, reader=worker) if sees_all else None,
        },
    )


def _may_see(request: PageRequest, child: str) -> Decision:
    return may(request.user, Permission.SEE_TONIGHT, child, request.moment)


@page(permission=Permission.SEE_TONIGHT, child="child_id")
def child(request: PageRequest, child_id: str) -> HttpResponse:
    """What to know about one child tonight, with the brothers and sisters whom the reader may see."""
    family = load_family.family_around(child_id, request.moment, reader=request.user.worker)
    if child_id not in family.world.people:
        raise Http404("There is no such child in the record.")
    night = _night(request, family, child_id)
    return render(
        request,
        "tonight/child.html",
        {
            "child": {"id": child_id, "name": night.case.name},
            "night": night_page(night, request.user.worker_id),
            "same_names": [group.warning for group in family.same_names.groups()],
            "can_record": not request.in_the_past and may(request.user, Permission.RECORD, child_id, request.moment).allowed,
            "can_read_concern": Tie.POST in described(request.user).ties(Permission.READ_CONCERN),
            "can_find": may(request.user, Permission.OPEN_TONIGHT, None, request.moment).allowed,
            "send_id": str(new_id()),
        },
    )


def _night(request: PageRequest, family: CaseFamily, child_id: str) -> NightFamily:
    decisions: dict[str, Decision] = {}

    def may_see(sibling: str) -> bool:
        decisions[sibling] = _may_see(request, sibling)
        return decisions[sibling].allowed

    reader = Reader(request.user, request.moment, admitted=[child_id])
    night = night_family(family, child_id, reader=reader, may_see=may_see)
    # What a brother said stands on this page too, so that it is a look at his record as well.
    for decision in decisions.values():
        if decision.allowed:
            record_looks(request, child.declared_page, decision)  # type: ignore[attr-defined]
    return night


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
        young = [id for id in case.with_siblings() if id == case.id or not family.child(id).view.is_adult(family.day)]
        # Those alone about whom it may be recorded: one of them ticked beforehand would refuse the whole.
        ids = [id for id in young if id == case.id or may(self.request.user, Permission.RECORD, id, self.request.moment)]
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
