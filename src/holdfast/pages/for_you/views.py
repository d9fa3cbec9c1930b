"""For you, My children, something soon due, and whatever a reference leads to."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.mark_read import mark_read
from holdfast.duty.clocks_soon_due import clock_of
from holdfast.duty.decided_days import days_ahead
from holdfast.duty.models import Delivery
from holdfast.duty.sent_things import find_by_reference
from holdfast.kernel.moment import Moment
from holdfast.pages.child_names import child_name
from holdfast.pages.contacts.queries.duty_phone import duty_phone
from holdfast.pages.contacts.queries.own_contacts import own_contacts
from holdfast.pages.for_you.presenters.child_rows import child_rows
from holdfast.pages.for_you.presenters.disagreement_lines import disagreement_lines
from holdfast.pages.for_you.presenters.told_lines import for_you
from holdfast.pages.for_you.queries.own_disagreements import own_disagreements
from holdfast.pages.for_you.queries.shared_children import shared_children
from holdfast.pages.for_you.queries.told_to_me import told_to_me
from holdfast.pages.for_you.thing_links import thing_url
from holdfast.pages.navigation import home_for
from holdfast.pages.unsent import unsent_for
from holdfast.pages.worklists.presenters.soon_due import decided_day_page, soon_due_page
from holdfast.record.models import Worker
from holdfast.record.read import people
from holdfast.vocabulary.contact_reference import reference, reference_in

CONCERNS_SHOWN = 5
CHILDREN_SHOWN = 8


def _worker(request: PageRequest) -> Worker:
    if request.user.worker is None:
        raise Http404("This page belongs to somebody who works with children.")
    return request.user.worker


@page(permission=Permission.SEE_FOR_YOU)
def home(request: PageRequest) -> HttpResponse:
    """What was told to me and waits, what became of what I told, my children, and where I disagree."""
    if request.in_the_past:  # what waits for somebody is always as it stands now
        messages.info(request, "What waits for you is always shown as it stands now.")
        return redirect("for_you:home")
    worker, reader = _worker(request), Reader(request.user, request.moment)
    found = shared_children(worker, reader)
    concerns = own_contacts(worker, request.moment)
    rows = child_rows(found, request.moment)
    context: dict[str, Any] = {
        "at": request.at,
        "you": for_you(told_to_me(worker.pk, reader), reader),
        "concerns": concerns[:CONCERNS_SHOWN],
        "concerns_in_all": len(concerns),
        "children": rows[:CHILDREN_SHOWN],
        "children_in_all": len(rows),
        "roll": found.roll,
        "disagreements": disagreement_lines(own_disagreements(worker.pk, request.moment), request.at),
        "duty": duty_phone(request.at),
        "unsent": unsent_for(request.user, request.at),
    }
    return render(request, "for_you/home.html", context)


@page(permission=Permission.SEE_FOR_YOU)
def children(request: PageRequest) -> HttpResponse:
    """The children I have a part with, each with what is due next."""
    if request.in_the_past:
        messages.info(request, "Your children are always shown as they stand now.")
        return redirect("for_you:children")
    found = shared_children(_worker(request), Reader(request.user, request.moment))
    context = {"at": request.at, "children": child_rows(found, request.moment), "roll": found.roll}
    return render(request, "for_you/children.html", context)


@page(permission=Permission.READ_ALERT, child="child_id", matter="matter")
def soon_due(request: PageRequest, child_id: str, matter: UUID) -> HttpResponse:
    """Something that will be late soon: what is wanted, by when, and what meets it."""
    clock, day = clock_of(matter, child_id), days_ahead([child_id], Moment.live(request.at)).get(matter)
    reader = Reader(request.user, request.moment, admitted=[child_id])
    if clock is not None:
        due = soon_due_page(clock, reader)
    elif day is not None:
        due = decided_day_page(day, reader)
    else:
        raise Http404("This is no longer waiting: it was done, or it is not needed any more.")
    if not request.in_the_past:
        mark_read(at=request.at, by=request.user, matter=matter)
    context = {
        "child": child_name(people([child_id], request.moment)[child_id]),
        "due": due,
        "reference": reference(str(matter)),
        "back": home_for(request.user, request.moment),
    }
    return render(request, "for_you/soon_due.html", context)


@page(permission=Permission.READ_INCIDENT, matter="matter")
def the_record(request: PageRequest, matter: UUID) -> HttpResponse:
    """What a night's comparison of the record found. It names rules and says how many, and never a child."""
    found = Delivery.objects.filter(kind=Delivery.Kind.RECORD, matter=matter, told_at__lte=request.at).first()
    if found is None:
        raise Http404("There is no such incident.")
    if not request.in_the_past:
        mark_read(at=request.at, by=request.user, matter=matter)
    context = {"found": found, "reference": reference(str(matter)), "back": home_for(request.user, request.moment)}
    return render(request, "for_you/the_record.html", context)


@page(permission=Permission.SIGNED_IN)
@require_POST
def by_reference(request: PageRequest) -> HttpResponse:
    """To the thing whose reference somebody typed."""
    typed = str(request.POST.get("reference", ""))[:40]
    written = reference_in(typed)
    return redirect("for_you:referred", written) if written else _nothing(request, typed)


# Whose it is, is known only once the thing is found: find_by_reference asks, and the page it leads to records the look.
@page(permission=Permission.SIGNED_IN)
def referred(request: PageRequest, written: str) -> HttpResponse:
    """To the thing with this reference, where it is this reader's."""
    thing = find_by_reference(written, request.user, request.at)
    if thing is None:
        return _nothing(request, written)
    if thing.over:
        mark_read(at=request.at, by=request.user, matter=thing.matter)
        return render(request, "for_you/over.html", {"reference": written, "back": home_for(request.user, request.moment)})
    return redirect(thing_url(thing))


def _nothing(request: PageRequest, typed: str) -> HttpResponse:
    context = {"typed": typed[:40], "understood": reference_in(typed) is not None, "duty": duty_phone(request.at)}
    return render(request, "for_you/not_found.html", context, status=404)
