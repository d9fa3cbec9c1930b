"""The child's page."""

from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.safestring import mark_safe

from holdfast.access.decide import described, may
from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.child.presenters.as_read import lines_as_read, worries_as_read
from holdfast.pages.child.presenters.case_summary import case_summary
from holdfast.pages.child.presenters.child_network import child_network
from holdfast.pages.child.presenters.child_plan import child_plan
from holdfast.pages.child.presenters.child_signals import current_signals, ended_signals
from holdfast.pages.child.presenters.child_words import child_words
from holdfast.pages.child.presenters.chronology import chronology
from holdfast.pages.child.presenters.decided_steps import decided_steps
from holdfast.pages.child.presenters.lived_experience import lived_experience
from holdfast.pages.child.presenters.living_arrangements import home_address, household_members, sleeping_place
from holdfast.pages.child.presenters.visit_gaps import visit_gaps
from holdfast.pages.child.queries import load_family
from holdfast.pages.child.queries.case import Case
from holdfast.pages.child.queries.case_signals import told_by_signal
from holdfast.pages.child.queries.children_seen import children_seen
from holdfast.pages.child.queries.readable_family import readable_family
from holdfast.record.read import network

# Enough to hear the child first without having to scroll to what is worrying; the earlier ones are one press away.
MOST_WORDS = 4


def _may_too(request: PageRequest, permission: Permission, child: str) -> bool:
    """Whether to offer a link. What a role may do by the same ties as open this page needs no second reading of the record."""
    role = described(request.user)
    # `may` reads the world around the child for every question; three links would triple what the page costs.
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
    family = load_family.family_around(child_id, request.moment, reader=request.user.worker)
    # Only those whose post opens every record come this far for a child who is not there. Everybody else was refused at the
    # door, and cannot tell from that whether there is such a child.
    if child_id not in family.world.people:
        raise Http404("There is no such child in the record.")
    case, reader = family.child(child_id), Reader(request.user, request.moment, admitted=[child_id])
    read = readable_family(family, [child_id], reader).child(child_id)
    return render(
        request,
        "child/page.html",
        {
            "child": {"id": child_id, "name": case.name},
            **_parts(case, read, reader),
            "chronology": chronology(
                case,
                as_read=lambda lines: lines_as_read(lines, case, reader),
                agency=request.GET.get("agency", ""),
                kind=request.GET.get("kind", ""),
                everything=request.GET.get("all") == "yes",
            ),
            "all_query": _query(request, all="yes"),
            "plain_query": _query(request),
            "reach": [id for id in network(child_id, request.moment) if family.child(id).view.is_adult(family.day)],
            "opens": children_seen(request, _brothers_and_sisters(case)),
            "as_at": request.GET.get("as_at", ""),
            "can": {
                # Nothing can be recorded from a page in the past, and a button that ends in a refusal is a trap.
                "record": not request.in_the_past and _may_too(request, Permission.RECORD, child_id),
                "family": _may_too(request, Permission.SEE_FAMILY, child_id),
                "person": _may_too(request, Permission.SEE_PERSON, child_id),
                "tonight": _may_too(request, Permission.SEE_TONIGHT, child_id),
            },
        },
    )


def _brothers_and_sisters(case: Case) -> list[str]:
    """Those of the family who are children and something to this child: a link to a page that refuses is no help."""
    return [each.person for each in child_network(case).family if each.child and each.to_child]


def _parts(case: Case, read: Case, reader: Reader) -> dict[str, Any]:
    """What the page says of the child, by the names that the template has for its parts: worries by the whole ``case``, each as
    its reader may read it, and all else by what they may ``read``."""
    words, seen = child_words(read), visit_gaps(read)
    worrying = worries_as_read(current_signals(case, told_by_signal(case)), case, reader)
    return {
        "situation": case_summary(read, worrying),
        "decided": decided_steps(read),
        "words": words[:MOST_WORDS],
        "earlier_words": words[MOST_WORDS:],
        "worries": worrying,
        "no_longer": worries_as_read(ended_signals(case), case, reader),
        "lived": lived_experience(read),
        "tonight": sleeping_place(read),
        "home": household_members(read),
        "address": home_address(read),
        "plan": child_plan(read),
        "visits": seen,
        "visits_svg": mark_safe(seen.svg),  # noqa: S308 — built by us, every word in it escaped
        "people": child_network(read, load_family.phones()),
    }
