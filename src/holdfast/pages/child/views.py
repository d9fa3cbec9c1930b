"""The child's page."""

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.safestring import mark_safe

from holdfast.access.decide import described, may
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.child.presenters.case_summary import situation
from holdfast.pages.child.presenters.child_network import people
from holdfast.pages.child.presenters.child_plan import plan
from holdfast.pages.child.presenters.child_signals import no_longer, worries
from holdfast.pages.child.presenters.child_voice import their_words
from holdfast.pages.child.presenters.chronology import chronology
from holdfast.pages.child.presenters.lived_experience import lived
from holdfast.pages.child.presenters.living_arrangements import home_address, in_the_home, tonight
from holdfast.pages.child.presenters.visit_gaps import visits
from holdfast.pages.child.queries import load_family

MOST_WORDS = 4


def _may_too(request: PageRequest, permission: Permission, child: str) -> bool:
    """Whether to offer a link. What a role may do by the same ties as open this page needs no second reading of the record."""
    role = described(request.user)
    if role.ties(permission) == role.ties(Permission.SEE_CHILD):
        return True
    return may(request.user, permission, child, request.moment).allowed


def _query(request: PageRequest, **more: str) -> str:
    """The part of an address that keeps a reader in the past where they are, and no filter."""
    kept = QueryDict(mutable=True)
    for name in ("as_at", "known_at"):
        if request.GET.get(name):
            kept[name] = request.GET[name]
    for name, value in more.items():
        kept[name] = value
    return kept.urlencode()


@page(permission=Permission.SEE_CHILD, child="child_id")
def child_page(request: PageRequest, child_id: str) -> HttpResponse:
    """What life is like for this child, and what is worrying now, as the record knew it at the page's moment."""
    family = load_family.family_around(child_id, request.moment)
    if child_id not in family.world.people:
        raise Http404("There is no such child in the record.")
    case = family.child(child_id)
    worrying = worries(case, load_family.told_of(case))
    words, seen = their_words(case), visits(case)
    everything = request.GET.get("all") == "yes"
    return render(
        request,
        "child/page.html",
        {
            "child": {"id": child_id, "name": case.name},
            "situation": situation(case, worrying),
            "words": words[:MOST_WORDS],
            "earlier_words": words[MOST_WORDS:],
            "worries": worrying,
            "no_longer": no_longer(case),
            "lived": lived(case),
            "tonight": tonight(case),
            "home": in_the_home(case),
            "address": home_address(case),
            "plan": plan(case),
            "visits": seen,
            "visits_svg": mark_safe(seen.svg),  # noqa: S308 — built by us, every word in it escaped
            "chronology": chronology(
                case, agency=request.GET.get("agency", ""), kind=request.GET.get("kind", ""), everything=everything
            ),
            "all_query": _query(request, all="yes"),
            "plain_query": _query(request),
            "people": people(case, load_family.phones()),
            "as_at": request.GET.get("as_at", ""),
            "can": {
                "record": not request.in_the_past and _may_too(request, Permission.RECORD, child_id),
                "family": _may_too(request, Permission.SEE_FAMILY, child_id),
                "tonight": _may_too(request, Permission.SEE_TONIGHT, child_id),
            },
        },
    )
