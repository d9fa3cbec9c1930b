"""What a search finds, for any page that finds a child."""

from typing import Any

from django.urls import reverse

from holdfast.access.web import PageRequest
from holdfast.duty.sent_things import find_by_reference
from holdfast.identity.person_cards import cards
from holdfast.identity.search import MOST_SHOWN, Found, find
from holdfast.kernel.moment import Moment
from holdfast.pages.for_you.links import thing_url
from holdfast.pages.navigation import home_for

# One letter finds half the area, and each child on the list is a child whose name somebody has seen.
LEAST_LETTERS = 2
TOO_SHORT = "Type at least two letters of a name, a street, or a date of birth like 14/6/2019."


def search_results(request: PageRequest, leads_to: str = "") -> dict[str, Any]:
    """What a template needs to show the box and what was found; for any page that finds a child. ``leads_to`` is the view that
    the cards open; without it the child's page, or at night the night's."""
    # From the body alone: an address with a name in it stays in histories and in logs on the way. Cut, because nobody's name is
    # longer.
    typed = str(request.POST.get("who", ""))[:200] if request.method == "POST" else ""
    error = TOO_SHORT if request.method == "POST" and len(typed.strip()) < LEAST_LETTERS else ""
    shown: dict[str, Any] = {"typed": typed, "error": error, "error_in_title": bool(error), "searched": bool(typed) and not error}
    # A reference is of one thing, and is no part of a name: it is looked for first, and opens where it is this reader's.
    thing = find_by_reference(typed, request.user, request.at) if shown["searched"] else None
    if thing is not None:
        shown["thing"] = thing_url(thing)
    if shown["searched"]:
        # Always as things stand: whoever rings speaks of the family as it is now.
        moment = Moment.live(request.at)
        found = find(typed, moment)
        shown |= _found(request, found, moment, leads_to)
    return shown


def _found(request: PageRequest, found: Found, moment: Moment, leads_to: str) -> dict[str, Any]:
    faces = cards(found.children, found.world, moment)
    # To whoever comes for the night the same name leads to what has to be known then.
    by_night = home_for(request.user, moment) == reverse("tonight:home")
    view = leads_to or ("tonight:child" if by_night else "child:page")
    return {
        "cards": [{"card": card, "view": view} for card in faces],
        "adults": cards(found.adults, found.world, moment),
        "more": found.more,
        "most": MOST_SHOWN,
        # Two children of one name in one list are the mistake that this page can prevent, so it says so above them too.
        "alike": any(card.beware for card in faces),
    }
