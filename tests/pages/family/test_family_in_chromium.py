"""A family that parted and came together again, with twins of either side of midnight, care that ended and a grandparent who
died, as a browser shows it: on a desk and on a telephone."""

import json

import pytest
from playwright.sync_api import Page, expect

from holdfast.exchange.case_ids import internal_id
from holdfast.exchange.importer import import_case
from tests.browser import no_sideways, shoot
from tests.pages.household import NIGHT
from tests.people import make_demo_people

PEOPLE = {
    "ash": ("Ash Rowe", "2015-05-05", "F"),
    "elm": ("Elm Rowe", "2015-05-06", "M"),
    "oak": ("Oak Rowe", "2019-02-11", "M"),
    "bel": ("Bel Rowe", "1990-01-01", "F"),
    "cal": ("Cal Finn", "1988-03-03", "M"),
    "ned": ("Ned Hart", "1985-07-07", "M"),
    "gran": ("Joan Rowe", "1958-04-04", "F"),
    "fay": ("Fay Lark", "1970-01-01", "F"),
}
TIES = [
    ("bel", "mother", "ash", None, None),
    ("bel", "mother", "elm", None, None),
    ("bel", "mother", "oak", None, None),
    ("cal", "father", "ash", None, None),
    ("cal", "father", "elm", None, None),
    ("cal", "father", "oak", None, None),
    ("ash", "twin", "elm", None, None),
    ("cal", "husband", "bel", "2018", None),
    ("cal", "former_spouse", "bel", "2012", "2016"),
    ("ned", "former_partner", "bel", "2016", "2017"),
    ("ned", "stepfather", "ash", "2016", "2017"),
    ("fay", "foster_carer", "oak", "2020-01-06", "2020-09-01"),
    ("gran", "mother", "bel", None, None),
]


def family() -> str:
    """The family in the record; the id of the eldest child."""
    people = [
        {"id": id, "names": [dict(zip(("given", "family"), name.split(), strict=True))], "born": born, "sex": sex}
        for id, (name, born, sex) in PEOPLE.items()
    ]
    ties = [{"from": one, "kind": kind, "to": other, "start": start, "end": end} for one, kind, other, start, end in TIES]
    died = {"id": "d", "type": "death_recorded", "happened": "2021-03-01", "about": ["gran"], "data": {"person": "gran"}}
    seen = {"id": "o", "type": "observation_recorded", "happened": "2026-11-02", "about": ["ash", "elm", "oak"]}
    seen["data"] = {"setting": "school", "text": "All three came in together."}
    made = {"format": "holdfast-case/1", "people": people, "relationships": ties, "entries": [died, seen]}
    import_case(json.dumps(made), origin="rowe", at=NIGHT)
    return internal_id("rowe", "person", "ash")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_family_is_shown_as_it_stands_on_a_desk_and_on_a_telephone(  # type: ignore[no-untyped-def]
    live: str, chromium_page: Page, sign_in_as, check_accessible, width: int
) -> None:
    make_demo_people()
    child = family()
    sign_in_as("helen.marsh")
    chromium_page.set_viewport_size({"width": width, "height": 900})
    chromium_page.goto(f"{live}/families/{child}/")
    picture = chromium_page.get_by_role("region", name="Family diagram")
    for words in ("m. again 2018", "foster, ended 2020", "from 2016, ended 2017"):
        expect(picture).to_contain_text(words)
    page = chromium_page.locator("main")
    expect(page).to_contain_text("Cal Finn is a former spouse of Bel Rowe, from 2012 until 2016.")
    expect(page).to_contain_text("Ned Hart was the stepfather of Ash Rowe, until 2017.")
    expect(page).to_contain_text("Ash Rowe is a twin of Elm Rowe.")
    expect(page).to_contain_text("died 1 Mar 2021")
    check_accessible(chromium_page)
    no_sideways(chromium_page)
    shoot(chromium_page, f"family-as-it-stands-{width}")
