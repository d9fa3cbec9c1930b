"""Mark what was put to somebody, an alert, something soon due or a message, as opened by them."""

from datetime import datetime
from uuid import UUID

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty import outbox


# Only ever their own: nobody can mark what was put to somebody else, and so whoever may see what is for them may mark it.
@command(needs(Permission.SEE_FOR_YOU))
def mark_read(*, by: User, at: datetime, matter: UUID | str) -> None:
    """They have opened it: the others who were told see that somebody has. It puts nothing aside. Raises ``NotAllowed``."""
    # Nothing is put to an account without a worker, and so it has nothing to open.
    if by.worker is not None:
        outbox.mark_read(at=at, by=by.worker.pk, matter=matter)
