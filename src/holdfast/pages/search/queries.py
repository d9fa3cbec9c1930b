"""What a search finds, for any page that finds a child."""

from typing import Any

from django.urls import reverse

from holdfast.access.web import PageRequest
from holdfast.duty.sent_things import find_by_reference
from holdfast.identity.person_cards import Card, cards
from holdfast.identity.same_name import PARENTAL, name_of
from holdfast.identity.search import MOST_SHOWN, Found, find
from holdfast.kernel.moment import Moment
from holdfast.pages.for_you.thing_links import thing_url
from holdfast.pages.navigation import home_for

# One letter finds half the area, and each child on the list is a child whose name somebody has seen.
LEAST_LETTERS = 2
GROUPS = (("Just as you typed it", True), ("Spelt or sounding like it", False))
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
        found = find(typed, moment, reader=request.user.worker)
        shown |= _found(request, found, moment, leads_to)
    return shown


def _found(request: PageRequest, found: Found, moment: Moment, leads_to: str) -> dict[str, Any]:
    # To whoever comes for the night the same name leads to what has to be known then.
    by_night = home_for(request.user, moment) == reverse("tonight:home")
    view = leads_to or ("tonight:child" if by_night else "child:page")
    worker = request.user.worker
    faces = cards(found.children, found.world, moment, reader=worker, addresses=found.addresses)
    adults = cards(found.adults, found.world, moment, reader=worker, addresses=found.addresses)
    groups = [_group(title, *_of(faces, adults, found, is_exact=exact), found, view) for title, exact in GROUPS]
    return {
        "groups": [group for group in groups if group["cards"] or group["adults"]],
        "count": len(faces),
        "adult_count": len(adults),
        "more": found.more,
        "most": MOST_SHOWN,
        "faults": found.asked.faults,
        "read_as": found.asked.in_words(),
        # Two children of one name in one list are the mistake that this page can prevent, so it says so above them too.
        "alike": any(card.beware for card in faces),
    }


def _of(faces: list[Card], adults: list[Card], found: Found, *, is_exact: bool) -> tuple[list[Card], list[Card]]:
    wanted = [[card for card in each if (card.id in found.exact) is is_exact] for each in (faces, adults)]
    return wanted[0], wanted[1]


def _group(title: str, faces: list[Card], adults: list[Card], found: Found, view: str) -> dict[str, Any]:
    return {
        "title": title,
        "cards": [{"card": card, "view": view} for card in faces],
        "adults": [{"card": card, "children": _children_of(card.id, found), "view": view} for card in adults],
    }


def _children_of(adult: str, found: Found) -> list[dict[str, str]]:
    """A grown-up leads to the children whose parent or carer they are: they have no page of their own to open at night."""
    links = (link for link in found.world.relationships if link.from_person == adult and link.kind in PARENTAL)
    ids = dict.fromkeys(link.to_person for link in links)
    return [{"id": id, "name": name_of(found.world.people.get(id))} for id in ids]
