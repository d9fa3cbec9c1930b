"""The Wrens in the night: the aunt was checked again and said yes; and on Sunday evening a school rang about a man whom nobody
knows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from holdfast.config import system_clock
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries.load_family import family_around
from holdfast.pages.tonight.presenters.night_page import NightPage, night_page
from holdfast.pages.tonight.queries.night_family import night_family
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.vocabulary.contact_text import ContactPart, compose
from holdfast.vocabulary.entry import Entry
from tests.pages.household import BEFORE, NIGHT, Wrens, make_wrens

# Monday 23 November 2026: nobody of the day has been there since Friday.
MONDAY = datetime(2026, 11, 23, 0, 47, tzinfo=UTC)


@pytest.fixture
def night() -> Iterator[None]:
    """The clock stands at two in the morning on a Saturday."""
    with system_clock.fixed_at(NIGHT):
        yield


@pytest.fixture
def monday() -> Iterator[None]:
    """The clock stands at 00:47 on a Monday."""
    with system_clock.fixed_at(MONDAY):
        yield


@pytest.fixture
def wrens(db: None, night: None) -> Wrens:
    return with_a_ready_aunt(make_wrens())


@pytest.fixture
def live_wrens(transactional_db: None, night: None) -> Wrens:
    """The same, committed, for a browser."""
    return with_a_ready_aunt(make_wrens())


@pytest.fixture
def live_monday(transactional_db: None, monday: None) -> Wrens:
    """The Wrens at 00:47 on Monday, with all that has happened since Friday."""
    return since_friday(with_a_ready_aunt(make_wrens()))


def with_a_ready_aunt(wrens: Wrens) -> Wrens:
    """Joy Wren is checked within twelve weeks, has said yes, and has a telephone and an address that were checked lately."""
    wrens.tell("viability_assessed", "2026-10-20", carer=wrens.joy, outcome="suitable", checks=["police", "health", "home visit"])
    wrens.tell(
        "carer_answered", "2026-11-17", carer=wrens.joy, answer="yes", text="She has a key and a cot for Isla.", by="priya.nair"
    )
    telephone(wrens.joy, "01632 960 141")
    home(wrens.joy, "9 Mill Lane, Northmere", check_by=date(2027, 2, 1))
    return wrens


def telephone(person: str, number: str, **more: Any) -> None:
    """A number that was checked lately, unless ``more`` says otherwise."""
    said = {"check_by": date(2027, 2, 1), **more}
    people.state_fact(person=person, kind="telephone", value=number, at=BEFORE, by=None, **said)


def home(person: str, address: str, **more: Any) -> None:
    people.state_fact(person=person, kind="address", value=address, at=BEFORE, by=None, **more)


def since_friday(wrens: Wrens) -> Wrens:
    """What a school rang about on Sunday evening, and what else came since Friday."""
    rang(
        wrens,
        "He said that a man called Dev sleeps there and hit the dog. Noah was shaking.",
        tonight="At home, with mum and Dev",
    )
    return wrens


def rang(
    wrens: Wrens,
    saw: str,
    *,
    tonight: str = "",
    at: datetime = datetime(2026, 11, 22, 20, 10, tzinfo=UTC),
    household: str = "",
    **more: Any,
) -> Entry:
    """A concern from Larkfield Primary about Noah."""
    text = compose(
        {ContactPart.DANGER: "Yes", ContactPart.TONIGHT: tonight, ContactPart.SAW: saw, ContactPart.HOUSEHOLD: household}
    )
    sender = {
        "name": "Maya Osei",
        "role": "designated_safeguarding_lead",
        "worker": "maya.osei",
        "organisation": "larkfield-primary",
    }
    data = {"from_": sender, "channel": "online form", "text": text, "immediate_harm": True}
    happened = at.isoformat().replace("+00:00", "Z")
    return wrens.tell("contact_received", happened, [wrens.noah], by="maya.osei", at=at, **{**data, **more})


def take_back(wrens: Wrens, entry: Entry, at: datetime = NIGHT) -> None:
    """Withdraw an entry."""
    append(
        at=at,
        by=wrens.sam,
        type="entry_withdrawn",
        happened="2026-11-20",
        about=entry.about,
        data={},
        withdraws=entry.id,
        reason="Slip",
    )


def night_of(child: str, at: datetime = NIGHT) -> NightPage:
    """The page of one child at an instant, as somebody sees it who may see everybody of the family."""
    return night_page(night_family(family_around(child, Moment.live(at), reader=None), child))
