"""Whose page the reader may open from the family's."""

from collections.abc import Callable, Collection

from django.urls import reverse

from holdfast.access.web import PageRequest
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries.case import CaseFamily
from holdfast.pages.entries.links import at_moment
from holdfast.record.read import network


def page_links(request: PageRequest, family: CaseFamily, child: str, seen: Collection[str]) -> Callable[[str], str | None]:
    """Children lead to their page where they are among the ``seen``; adults of the child's family to what is stated of them."""
    # Whoever may see this child may see how to reach the adults of their family; those of a half-brother's are further off.
    near = network(child, Moment.live(request.at))

    def href(id: str) -> str | None:
        # The record is about children: an adult's page says how to reach them and what to beware of, and gathers nothing else.
        if family.child(id).view.is_adult(family.day):
            return at_moment(reverse("people:person", args=[id]), request) if id in near else None
        return at_moment(reverse("child:page", args=[id]), request) if id in seen else None

    return href
