"""Which children's records the reader may open: asked before anything about a brother or sister is shown, or linked to."""

from collections.abc import Iterable, Mapping

from holdfast.access.decide import Decision, may_of_each
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest


def children_seen(request: PageRequest, children: Iterable[str]) -> Mapping[str, Decision]:
    """Those of the children whose page opens for the reader, each with why it does."""
    # Together, from one reading of the record: a family has six, and each alone would read the whole of it again.
    decided = may_of_each(request.user, Permission.SEE_CHILD, list(dict.fromkeys(children)), request.moment)
    return {child: decision for child, decision in decided.items() if decision.allowed}
