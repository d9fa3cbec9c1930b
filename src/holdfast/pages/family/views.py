"""The family's page."""

from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from holdfast.access.decide import Decision
from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page, record_looks
from holdfast.genogram.layout import lay_out
from holdfast.genogram.svg import draw
from holdfast.genogram.text_alternative import in_words
from holdfast.pages.child.presenters.as_read import worries_as_read
from holdfast.pages.child.presenters.child_signals import current_signals
from holdfast.pages.child.presenters.living_arrangements import homes_of
from holdfast.pages.child.queries import load_family
from holdfast.pages.child.queries.case import CaseFamily
from holdfast.pages.child.queries.children_seen import children_seen
from holdfast.pages.family.presenters.family_diagram import family_of
from holdfast.pages.family.presenters.sibling_comparison import side_by_side
from holdfast.pages.family.queries import page_links


@page(permission=Permission.SEE_FAMILY, child="child_id")
def family_page(request: PageRequest, child_id: str) -> HttpResponse:
    """The genogram, the same in words, and brothers and sisters side by side."""
    family = load_family.family_around(child_id, request.moment, reader=request.user.worker)
    if child_id not in family.world.people:
        raise Http404("There is no such person in the record.")
    reader = Reader(request.user, request.moment, admitted=[child_id])
    seen = _seen(request, family, child_id)
    table = side_by_side(family, child_id, seen=seen, worries=lambda case: worries_as_read(current_signals(case), case, reader))
    subjects = [column.id for column in table.columns]
    # What a brother says and how things are with him stand in the table, so that it is a look at his record as well.
    for each in subjects:
        if each != child_id:
            record_looks(request, family_page.declared_page, seen[each])  # type: ignore[attr-defined]
    links = page_links(request, family, child_id, {*seen, child_id})
    drawn = family_of(family.world, subjects, request.moment, href=links, homes=homes_of(family, subjects))
    case = family.child(child_id)
    return render(
        request,
        "family/page.html",
        {
            "child": {"id": child_id, "name": case.name},
            "picture": mark_safe(draw(lay_out(drawn))),  # noqa: S308 — built by us, every word in it escaped
            "words": in_words(drawn),
            "reviewed": _reviewed(family, child_id),
            "same_names": [group.warning for group in family.same_names.groups()],
            "table": table,
            "as_at": request.GET.get("as_at", ""),
        },
    )


def _seen(request: PageRequest, family: CaseFamily, child: str) -> Mapping[str, Decision]:
    """The other children of the family whose record is open to the reader."""
    others = [id for id in family.world.people if id != child and not family.child(id).view.is_adult(family.day)]
    return children_seen(request, others)


def _reviewed(family: CaseFamily, child: str) -> str:
    entry = family.child(child).latest("genogram_reviewed")
    if entry is None:
        return "Nobody has recorded going through this diagram with the family."
    days = (family.day - entry.happened.last).days
    return f"Last gone through and brought up to date {entry.happened.in_words()}, {days} days ago."
