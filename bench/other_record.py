"""First pages beside the record of teams elsewhere: once, ten times and a hundred times as long. They should stay as they are."""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.test import Client
from tests.pages.contacts.reported import send
from tests.pages.partnership import FRIDAY, Place, cover, make_place
from tests.pages.worklists.other_teams import other_teams
from tests.pages.worklists.test_today import on_a_plan

from bench.timing import Ratio, side_by_side
from holdfast.config import postgres
from holdfast.config.system_clock import fixed_at

CHILDREN = 50
TIMES = 15
PAGES = {
    "a manager's day": ("ruth.adeyemi", "/today/"),
    "what a school is told": ("maya.osei", "/for-you/"),
    "the children of a chair": ("david.lowe", "/for-you/children/"),
    "the night": ("joe.ellis", "/tonight/"),
    "the page of a person": ("ruth.adeyemi", "/person/{ava}/"),
}


def ratios() -> Iterator[Ratio]:
    """Each size beside a page that reads next to nothing, so that a busy machine shows; then each against once."""
    with fixed_at(FRIDAY):
        place = make_place()
        cover(place)
        on_a_plan(place)
        send(place.client("maya.osei"), place.children["Noor"].pk)
        there, first = 0, dict[str, Ratio]()
        for times in (1, 10, 100):
            other_teams(CHILDREN * times - there, named=f"times-{times}")
            there = CHILDREN * times
            # As the database does by itself in the night.
            with postgres.superuser(settings.DATABASES["default"]["NAME"]) as owner:
                owner.execute("ANALYZE")
            for page in PAGES:
                what, open_page = f"{page}, {there} children elsewhere", _opened(place, page)
                found = side_by_side(what, open_page, "the sign-in page", lambda: Client().get("/sign-in/"), TIMES)
                yield found
                once = first.setdefault(page, found)
                if times > 1:
                    yield Ratio(what, once.what, found.seconds, once.seconds)


def _opened(place: Place, page: str) -> Callable[[], object]:
    username, address = PAGES[page]
    client, address = place.client(username), address.format(ava=place.children["Ava"].pk)
    assert client.get(address).status_code == 200
    return lambda: client.get(address)
