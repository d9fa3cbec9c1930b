"""A manager's day beside the record of teams elsewhere: once, ten times and a hundred times as long. It should stay as it is."""

from collections.abc import Iterator

from django.conf import settings
from django.test import Client
from tests.pages.contacts.reported import send
from tests.pages.partnership import FRIDAY, cover, make_place
from tests.pages.worklists.other_teams import other_teams
from tests.pages.worklists.test_today import on_a_plan

from bench.timing import Ratio, side_by_side
from holdfast.config import postgres
from holdfast.config.system_clock import fixed_at

CHILDREN = 50
TIMES = 15


def ratios() -> Iterator[Ratio]:
    """Each size beside a page that reads next to nothing, so that a busy machine shows; then each against once."""
    with fixed_at(FRIDAY):
        place = make_place()
        cover(place)
        on_a_plan(place)
        send(place.client("maya.osei"), place.children["Noor"].pk)
        client = place.client("ruth.adeyemi")
        there, first = 0, None
        for times in (1, 10, 100):
            other_teams(CHILDREN * times - there, named=f"times-{times}")
            there = CHILDREN * times
            # As the database does by itself in the night.
            with postgres.superuser(settings.DATABASES["default"]["NAME"]) as owner:
                owner.execute("ANALYZE")
            assert client.get("/today/").status_code == 200
            what = f"a manager's day, {there} children elsewhere"
            found = side_by_side(
                what, lambda: client.get("/today/"), "the sign-in page", lambda: Client().get("/sign-in/"), TIMES
            )
            yield found
            first = first or found
            if times > 1:
                yield Ratio(what, first.what, found.seconds, first.seconds)
