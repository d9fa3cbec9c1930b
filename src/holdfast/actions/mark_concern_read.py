"""Mark a concern, and what was written about it since, as opened by somebody of either side."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from holdfast.access.decide import may, require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command
from holdfast.duty import outbox
from holdfast.kernel.moment import Moment


def _of_either_side(arguments: Mapping[str, Any]) -> None:
    """read a concern that came in, or follow one that you reported"""
    by, contact, moment = arguments["by"], str(arguments["contact"]), Moment.live(arguments["at"])
    # Whoever reported it may not read it as those do who act on it, and is still told when somebody writes back.
    if not may(by, Permission.READ_CONCERN, None, moment, entry=contact):
        require(by, Permission.SEE_OWN_CONCERN, None, moment, entry=contact)


@command(_of_either_side)
def mark_concern_read(*, by: User, at: datetime, contact: UUID | str, matters: Iterable[UUID | str]) -> None:
    """They have opened ``matters``, the concern itself or messages about it. The other side sees it, and a concern that somebody
    has opened stays with them when the shift ends. Raises ``NotAllowed``."""
    if by.worker is None:
        return
    for matter in matters:
        outbox.mark_read(at=at, by=by.worker.pk, matter=matter)
