"""What people are found by is stored beside them, and is always what their facts say, whichever way these were written."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.reference.person_view import GROWN_UP
from holdfast.identity import search_keys
from holdfast.identity.models import SearchKey
from holdfast.identity.name_forms import sound, words
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import Person
from holdfast.vocabulary.stated_facts import dialled
from holdfast.vocabulary.world import PersonName
from tests.sizes import drawn

pytestmark = pytest.mark.django_db

EARLIER = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)  # a Monday


def stored(person: str) -> set[str]:
    return set(_lexemes("SELECT tsvector_to_array(keys) FROM identity_searchkey WHERE person_id = %s", person))


def worked_out(person: str) -> set[str]:
    return set(_lexemes("SELECT tsvector_to_array(keys) FROM identity_search_keys(ARRAY[%s]::varchar[])", person))


def _lexemes(query: str, person: str) -> list[str]:
    with connection.cursor() as cursor:
        # As at the end of the transaction that wrote.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(query, [person])
        row = cursor.fetchone()
    assert row is not None
    return list(row[0])


def of_name(name: str) -> set[str]:
    """The keys of a name as Python makes them."""
    found = {f"n{word}" for word in words(name)} | {f"s{heard}" for word in words(name) if (heard := sound(word))}
    return found | {f"d{less}" for word in words(name) for less in search_keys.shortened(word)}


LETTERS = st.text(st.sampled_from("abcdefghijklmnoprstuvwyzÀÉÖß'’- "), min_size=1, max_size=14)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("name"), st.integers(0, 3), LETTERS),
        st.tuples(st.just("address"), st.integers(0, 3), LETTERS),
        st.tuples(st.just("relate"), st.integers(0, 3), st.sampled_from([*sorted(GROWN_UP)[:5], "sibling"])),
        st.tuples(st.just("move"), st.integers(0, 3), LETTERS),
    ),
    max_size=8,
)


@drawn("facts stated in any order")
@given(STEPS)
def test_stored_keys_are_what_the_facts_say_whatever_was_written_in_whichever_order(steps: list[tuple[str, int, Any]]) -> None:
    everyone = [people.add_person(at=EARLIER, by=None, names=[PersonName("usual", f"Ada{n}", "Reed")]).pk for n in range(4)]
    for what, who, said in steps:
        person = everyone[who]
        if what == "relate":
            other = everyone[(who + 1) % 4]
            people.relate(at=EARLIER, by=None, from_person=person, to_person=other, kind=said)
        elif what == "move":
            data = {"person": person, "address": f"3 {said} Street", "confirmed_by": "school"}
            append(at=EARLIER, by=None, type="address_changed", happened="2026-11-01", about=[person], data=data)
        else:
            value = {"use": "usual", "given": said, "family": None} if what == "name" else said
            people.state_fact(at=EARLIER, by=None, person=person, kind=what, value=value)
    for person in everyone:
        assert stored(person) == worked_out(person)


@drawn("names in the database")
@given(LETTERS)
def test_the_database_makes_the_keys_of_a_name_as_the_search_asks_for_them(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_name_keys(%s)", [name])
        row = cursor.fetchone()
    assert row is not None
    assert set(row[0]) == of_name(name)


@drawn("names in the database")
@given(
    st.text(st.sampled_from("0123456789+() .-ext"), max_size=22),
    st.sampled_from(["", "+44", "+44 (0)", "0044", "44", "+353 ", "0"]),
)
def test_the_database_makes_the_key_of_a_number_as_it_is_dialled(number: str, begins: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_number(to_jsonb(%s::text))", [begins + number])
        assert cursor.fetchone() == (dialled(begins + number),)


def test_everybody_has_their_keys_and_a_grown_up_is_whoever_the_engine_takes_for_one() -> None:
    for kind in sorted(GROWN_UP):
        child = people.add_person(at=EARLIER, by=None, names=[PersonName("usual", "Ida", "Marlow")]).pk
        near = people.add_person(at=EARLIER, by=None, names=[PersonName("usual", "Sefton", "Quarles")]).pk
        people.relate(at=EARLIER, by=None, from_person=near, to_person=child, kind=kind)
        assert {"psefton", "pquarles"} <= stored(child), kind
    brother = people.add_person(at=EARLIER, by=None, names=[PersonName("usual", "Tam", "Marlow")]).pk
    people.relate(at=EARLIER, by=None, from_person=brother, to_person=child, kind="sibling")
    assert "ptam" not in stored(child)
    assert SearchKey.objects.count() == Person.objects.filter(facts__isnull=False).distinct().count()


def test_a_long_text_or_a_birth_in_a_wide_range_is_never_refused_for_the_sake_of_its_keys() -> None:
    child = people.add_person(
        at=EARLIER,
        by=None,
        names=[PersonName("usual", "A" * 3000, "Long " * 400)],
        born={"from": "1900-01-01", "to": "2020-12-31"},
        address="Flat 1, " + "very long road " * 500,
    ).pk
    assert {"b1950", "along"} & stored(child) == {"b1950", "along"}
