"""The one decision about who may see and do what. Nothing else in Holdfast decides it."""

from dataclasses import dataclass

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.kernel.moment import Moment


@dataclass(frozen=True)
class Decision:
    """``allowed``; the ``basis`` it rests on, or the ``reason`` it was refused with what to do ``next``; and the
    ``children`` it was about."""

    allowed: bool
    basis: str = ""
    reason: str = ""
    next: str = ""
    children: tuple[str, ...] = ()


def may(actor: User, permission: Permission, child: str | None, moment: Moment, *, entry: str | None = None) -> Decision:
    """Whether ``actor`` may do this, about this child, at this moment."""
    raise NotImplementedError
