"""Setting a value of the partnership's own: a limit, a number, a choice that guidance leaves open."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.record import value_preview
from holdfast.record.models import LocalSetting
from holdfast.standards.local_values import LocalValue


@command(needs(Permission.SET_STANDARDS))
def set_local_value(*, by: User, at: datetime, value: LocalValue) -> LocalSetting:
    """Set ``value``. Raises ``ValueRefused``; what it would change is for ``value_preview.preview`` to say first.

    ``value.by`` is who decided it, by name and post or as a meeting, and stays on the record of values; ``by`` is who typed it
    in, whose post has to allow that.
    """
    return value_preview.store_value(value, at=at)
