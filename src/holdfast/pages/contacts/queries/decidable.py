"""Whether somebody may decide a concern: what a list promises, what the page offers and what the command lets through are one
answer."""

from datetime import datetime

from holdfast.access.decide import described, may
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.access.ties import Tie
from holdfast.kernel.moment import Moment


def may_decide(user: User, concern: str, at: datetime) -> bool:
    """Whether ``user`` may decide this concern now."""
    # By their post at once: a list of thirty concerns must not read thirty families to find out what the post says of all.
    if Tie.POST in described(user).ties(Permission.DECIDE_CONCERN):
        return True
    return may(user, Permission.DECIDE_CONCERN, None, Moment.live(at), entry=concern).allowed
