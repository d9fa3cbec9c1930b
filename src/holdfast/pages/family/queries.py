"""Whose page the reader may open from the family's."""

from collections.abc import Callable

from django.urls import reverse

from holdfast.access.decide import described
from holdfast.access.permissions import Permission
from holdfast.access.ties import Tie, Ties
from holdfast.access.web import PageRequest
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries.case import CaseFamily
from holdfast.pages.entries.links import at_moment
from holdfast.record.read import network


def page_links(request: PageRequest, family: CaseFamily, child: str) -> Callable[[str], str | None]:
    """Children lead to their page where the reader may open it; adults of the child's family to what is stated of them."""
    granted = described(request.user).ties(Permission.SEE_CHILD)
    # Whoever may see this child may see how to reach the adults of their family; those of a half-brother's are further off.
    near = network(child, Moment.live(request.at))

    def tied(id: str) -> bool:
        # Asked of the family already read, and not of may(), which would read the world around each of six children. It only
        # decides whether to offer a link: the page itself decides who may open it.
        if Tie.POST in granted:
            return True
        if request.user.worker is None:
            return False
        # Now and not the page's moment: going back to a day gives nobody the ties they had then.
        ties = Ties(request.user.worker, id, Moment.live(request.at))
        ties.world = family.world  # type: ignore[misc]
        return any(ties.basis(tie) for tie in granted)

    def href(id: str) -> str | None:
        # The record is about children: an adult's page says how to reach them and what to beware of, and gathers nothing else.
        if family.child(id).view.is_adult(family.day):
            return at_moment(reverse("people:person", args=[id]), request) if id in near else None
        if not tied(id):
            return None
        return at_moment(reverse("child:page", args=[id]), request)

    return href
