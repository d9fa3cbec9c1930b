"""One rule for one child: every clock or signal of it, explained."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from holdfast.access.entry_readers import Reader
from holdfast.access.kept_back_matters import readable
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.duty.withheld import shown_part
from holdfast.engine.explanation import explain, supposing
from holdfast.engine.rulebook import published
from holdfast.pages.entries.links import child_url, standard_url
from holdfast.pages.explanation.forms import Supposition, read_supposition
from holdfast.pages.explanation.presenters import explained, title_of
from holdfast.record import read
from holdfast.record.partnership_values import load_values
from holdfast.vocabulary.world import World


@page(permission=Permission.SEE_CHILD, child="child_id")
def why(request: PageRequest, child_id: str, rule_id: str) -> HttpResponse:
    """The sentence, the count of days, the entries, the source, and who was told. Asked with an entry and a day, also how it
    would have been; nothing is written."""
    # Before the record is read: a mistyped address costs nothing.
    if rule_id not in published():
        raise Http404("there is no such standard or signal")
    world = readable(read.world_around(child_id, request.moment), request.user.worker, request.moment)
    found = explain(world, child_id, rule_id, request.moment, load_values())
    reader = Reader(request.user, request.moment, admitted=[child_id])
    # Where part of it is withheld there is nothing to try out: each choice would name an entry, and each answer its day.
    whole = all(shown_part(each.entries, reader).whole for each in found)
    supposed = read_supposition(request.GET, world, found if whole else [])
    context = {
        "rule": rule_id,
        "title": title_of(rule_id),
        "standard": standard_url(rule_id),
        "name": world.names.person(child_id),
        "back": child_url(child_id, request),
        # The form asks with GET and would drop the day the reader has gone back to.
        "moment": [(name, request.GET[name]) for name in ("as_at", "known_at") if name in request.GET],
        "found": [explained(each, world, reader) for each in found],
        "supposed": supposed,
        "instead": _instead(request, world, child_id, rule_id, supposed),
    }
    return render(request, "explanation/rule.html", context, status=422 if supposed.problem else 200)


def _instead(request: PageRequest, world: World, child: str, rule: str, supposed: Supposition) -> list[object] | None:
    if supposed.entry is None or supposed.problem:
        return None
    # A world of its own, changed in memory; nothing of it can be stored, because nothing here writes.
    other = supposing(world, {supposed.entry: supposed.when})
    reader = Reader(request.user, request.moment, admitted=[child])
    return [explained(each, other, reader) for each in explain(other, child, rule, request.moment, load_values())]
