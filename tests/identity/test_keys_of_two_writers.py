"""Two who write at one moment: nothing that a person can be found by is lost, and neither waits for the other for ever."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import permutations

import pytest
from django.db import connection, transaction

from holdfast.identity.search import find
from holdfast.identity.stored_keys import wrong_keys
from holdfast.kernel.moment import Moment
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import PersonFact, Relationship
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.world import PersonName
from tests.record.test_together import at_once

pytestmark = pytest.mark.django_db(transaction=True)

EARLIER = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)  # a Monday
AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # a Friday
NOW = Moment.live(AT + timedelta(minutes=1))

Write = Callable[[], object]


def add(given: str, family: str) -> str:
    return people.add_person(at=EARLIER, by=None, names=[PersonName("usual", given, family)]).pk


def fact(person: str, kind: str, value: object) -> Write:
    """One row, as an import writes it: no command waits for another before it."""
    return lambda: PersonFact.objects.create(id=new_id(), person_id=person, kind=kind, value=value, recorded_at=AT)


def tie(one: str, kind: str, other: str) -> Write:
    return lambda: Relationship.objects.create(id=new_id(), from_person_id=one, to_person_id=other, kind=kind, recorded_at=AT)


def name(given: str, family: str) -> dict[str, str]:
    return {"use": "former", "given": given, "family": family}


def moved(person: str, address: str) -> Write:
    data = {"person": person, "address": address, "confirmed_by": "school"}
    return lambda: append(at=AT, by=None, type="address_changed", happened="2026-11-01", about=[person], data=data)


def together(*writers: tuple[Write, ...]) -> list[Exception]:
    """Each in a transaction of its own, one write after another, none done before every other has written as much: what each
    sees is without what the others write. Returns what went wrong."""
    steps = threading.Barrier(len(writers))

    def run(writes: tuple[Write, ...]) -> None:
        with transaction.atomic():
            for write in writes:
                write()
                steps.wait(timeout=20)

    return at_once(*(partial(run, each) for each in writers))


def one_within_the_other(first: Write, second: Write) -> None:
    """``second`` is written, and would be done if it waited for nobody, between the making of ``first``'s keys and its end."""

    def run() -> None:
        try:
            second()
        finally:
            connection.close()

    other = threading.Thread(target=run)
    with transaction.atomic():
        first()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        other.start()
        other.join(timeout=0.5)
    other.join(timeout=30)
    assert not other.is_alive()


@pytest.mark.parametrize("tie_first", [True, False])
def test_a_mothers_new_name_and_the_tie_to_her_child_written_at_one_moment_both_lead_to_the_child(tie_first: bool) -> None:
    mother, child = add("Kelly", "Hughes"), add("Zeb", "Quill")
    writes = fact(mother, "name", name("Brunhilde", "Xanthou")), tie(mother, "mother", child)
    one_within_the_other(*(reversed(writes) if tie_first else writes))
    assert find("brunhilde quill", NOW, reader=None).children == (child,)
    assert list(wrong_keys()) == []


@pytest.mark.parametrize("birth_first", [True, False])
def test_a_birth_and_a_telephone_written_at_one_moment_both_lead_to_the_child(birth_first: bool) -> None:
    child = add("Zeb", "Quill")
    writes = fact(child, "telephone", "01632 960 999"), fact(child, "born", "2019-05-05")
    one_within_the_other(*(reversed(writes) if birth_first else writes))
    assert find("5 May 2019", NOW, reader=None).children == (child,)
    assert find("01632 960999", NOW, reader=None).children == (child,)
    with connection.cursor() as cursor:
        cursor.execute("SELECT born FROM identity_searchkey WHERE person_id = %s", [child])
        assert cursor.fetchone() == (2019,)


@pytest.mark.parametrize("mother_first", [True, False])
def test_a_birth_and_a_mothers_address_written_at_one_moment_both_lead_to_the_child(mother_first: bool) -> None:
    child, mother = add("Zeb", "Quill"), add("Kelly", "Hughes")
    people.relate(at=EARLIER, by=None, from_person=mother, to_person=child, kind="mother")
    writes = fact(child, "born", "2019-05-05"), fact(mother, "address", "7 Quarry Lane")
    one_within_the_other(*(reversed(writes) if mother_first else writes))
    assert child in find("zeb 7 quarry lane 5 May 2019", NOW, reader=None).exact
    assert list(wrong_keys()) == []


def test_what_two_grown_ups_of_one_child_are_found_by_is_kept_when_it_is_written_at_one_moment() -> None:
    child, mother, father = add("Zeb", "Quill"), add("Kelly", "Hughes"), add("Rhodri", "Penn")
    for one, kind in ((mother, "mother"), (father, "father")):
        people.relate(at=EARLIER, by=None, from_person=one, to_person=child, kind=kind)
    written = (
        (fact(mother, "name", name("Brunhilde", "Xanthou")),),
        (fact(father, "address", "7 Quarry Lane"),),
        (moved(mother, "3 Harbour Street"),),
        (fact(child, "born", "2019-05-05"),),
    )
    assert together(*written) == []
    for typed in ("brunhilde zeb", "quarry lane zeb", "zeb harbour street", "zeb 5/5/2019"):
        assert child in find(typed, NOW, reader=None).exact, typed
    assert list(wrong_keys()) == []


def test_facts_of_two_people_written_in_opposite_orders_never_stop_each_other() -> None:
    one, other = add("Kelly", "Hughes"), add("Zeb", "Quill")
    # Partners are each the other's grown-up: what is said of either is stored with both.
    people.relate(at=EARLIER, by=None, from_person=one, to_person=other, kind="partner")
    people.relate(at=EARLIER, by=None, from_person=other, to_person=one, kind="partner")
    first = fact(one, "telephone", "01632 960 999"), fact(other, "telephone", "01632 960 998")
    second = fact(other, "address", "7 Quarry Lane"), fact(one, "address", "9 Harbour Street")
    assert together(first, second) == []
    assert list(wrong_keys()) == []


def test_many_who_write_about_one_family_in_every_order_lose_nothing_and_all_get_done() -> None:
    family = [add(given, "Quill") for given in ("Zeb", "Kelly", "Rhodri")]
    zeb, kelly, rhodri = family
    writes = (tie(kelly, "mother", zeb), fact(rhodri, "name", name("Otto", "Penn")), tie(rhodri, "partner", kelly))
    assert together(*permutations(writes)) == []
    assert list(wrong_keys()) == []


def test_whoever_searches_in_the_transaction_in_which_they_write_finds_what_they_wrote_and_nobody_else_does() -> None:
    child = add("Zeb", "Quill")
    with transaction.atomic():
        mother = add("Brunhilde", "Xanthou")
        tie(mother, "mother", child)()
        assert find("brunhilde quill", NOW, reader=None).children == (child,)
        seen: list[tuple[str, ...]] = []
        other = threading.Thread(
            target=lambda: (seen.append(find("brunhilde quill", NOW, reader=None).children), connection.close())
        )
        other.start()
        other.join(timeout=30)
        assert seen == [()]
    assert find("brunhilde quill", NOW, reader=None).children == (child,)


def test_what_is_taken_back_before_it_is_written_is_found_by_nobody() -> None:
    child = add("Zeb", "Quill")
    with transaction.atomic():
        fact(child, "telephone", "01632 960 999")()
        with pytest.raises(RuntimeError), transaction.atomic():
            fact(child, "telephone", "01632 960 998")()
            raise RuntimeError
    assert find("01632 960 999", NOW, reader=None).children == (child,)
    assert find("01632 960 998", NOW, reader=None).children == ()
    assert list(wrong_keys()) == []
