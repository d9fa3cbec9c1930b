"""The family's page."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from holdfast.access.decide import described
from holdfast.access.permissions import Permission
from holdfast.access.ties import Tie, Ties
from holdfast.access.web import PageRequest, page
from holdfast.kernel.moment import Moment
from holdfast.pages.child import reading
from holdfast.pages.child.case import Family
from holdfast.pages.child.living import homes_of
from holdfast.pages.entries.links import in_time
from holdfast.pages.family.side_by_side import side_by_side
from holdfast.pages.genogram.draw import draw
from holdfast.pages.genogram.from_world import Href, family_of
from holdfast.pages.genogram.layout import lay_out
from holdfast.pages.genogram.words import in_words


@page(permission=Permission.SEE_FAMILY, child="child_id")
def family_page(request: PageRequest, child_id: str) -> HttpResponse:
    """The genogram, the same in words, and brothers and sisters side by side."""
    family = reading.family_around(child_id, request.moment)
    if child_id not in family.world.people:
        raise Http404("There is no such person in the record.")
    table = side_by_side(family, child_id)
    subjects = [column.id for column in table.columns]
    drawn = family_of(family.world, subjects, request.moment, href=links(request, family), homes=homes_of(family, subjects))
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


def links(request: PageRequest, family: Family) -> Href:
    """Children lead to their page where the reader may open it; adults lead nowhere."""

    granted = described(request.user).ties(Permission.SEE_CHILD)

    def tied(id: str) -> bool:
        # Asked of the family already read. It only decides whether to offer a link: the page itself decides who may open it.
        if Tie.POST in granted:
            return True
        if request.user.worker is None:
            return False
        ties = Ties(request.user.worker, id, Moment.live(request.at))
        ties.world = family.world  # type: ignore[misc]
        return any(ties.basis(tie) for tie in granted)

    def href(id: str) -> str | None:
        if family.child(id).life.is_adult(family.day) or not tied(id):
            return None
        return in_time(reverse("child:page", args=[id]), request)

    return href


def _reviewed(family: Family, child: str) -> str:
    entry = family.child(child).latest("genogram_reviewed")
    if entry is None:
        return "Nobody has recorded going through this diagram with the family."
    days = (family.day - entry.happened.last).days
    return f"Last gone through and brought up to date {entry.happened.in_words()}, {days} days ago."
