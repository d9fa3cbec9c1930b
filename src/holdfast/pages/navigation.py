"""The few places a person can go, and which of them each person is shown."""

from dataclasses import dataclass

from django.urls import reverse

from holdfast.access.decide import may
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.kernel.moment import Moment


@dataclass(frozen=True)
class Place:
    """One item of the navigation. ``view`` is the URL's name; the item is shown to those who hold ``permission``, unless they
    hold one of ``unless`` (their own first page leads there)."""

    title: str
    view: str
    permission: Permission
    unless: tuple[Permission, ...] = ()

    @property
    def url(self) -> str:
        """Its address."""
        return reverse(self.view)


PLACES = (
    Place("Today", "worklists:home", Permission.SEE_TODAY),
    Place("For you", "for_you:home", Permission.SEE_FOR_YOU, unless=(Permission.SEE_TODAY, Permission.OPEN_TONIGHT)),
    Place("My children", "for_you:children", Permission.SEE_FOR_YOU, unless=(Permission.SEE_TODAY, Permission.OPEN_TONIGHT)),
    Place("Report a concern", "contacts:start", Permission.REPORT_CONCERN),
    Place("Find a child", "search:home", Permission.FIND_CHILD),
    Place("Tonight", "tonight:home", Permission.OPEN_TONIGHT),
    Place("Duty rota", "rota:home", Permission.SEE_ROTA),
    Place("Record something", "entries:home", Permission.RECORD_SOMETHING),
)

# Where somebody lands after signing in: the first of these they may open. By role and not by permission, because an emergency
# duty worker may open much that others open, and comes for one thing in the night.
HOMES = {"emergency_duty_worker": ("tonight:home",)}
ORDINARY_HOME = ("worklists:home", "for_you:home")


def places_for(user: User, moment: Moment) -> list[Place]:
    """What the navigation shows ``user``: only what they may open."""
    return [place for place in PLACES if _shown(place, user, moment)]


def _shown(place: Place, user: User, moment: Moment) -> bool:
    # Whoever has a page of their own for it is not shown the general one too: two doors to one thing make people ask which.
    instead = any(may(user, permission, None, moment) for permission in place.unless)
    return bool(may(user, place.permission, None, moment)) and not instead


def home_for(user: User, moment: Moment) -> str:
    """The address of the page that answers this person's first question of the day."""
    shown = {place.view: place.url for place in places_for(user, moment)}
    for view in (*HOMES.get(user.role or "", ()), *ORDINARY_HOME):
        if view in shown:
            return shown[view]
    # An account without a role yet may open nothing else, and its page says whom to ask.
    return reverse("account:home")
