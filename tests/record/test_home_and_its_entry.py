"""A home and its entry are one: whatever is said, put right or taken back on either page, the person's page and the rules have
one address."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from holdfast.actions.confirm_fact import confirm_fact
from holdfast.actions.correct_entry import correct_entry
from holdfast.actions.correct_fact import correct_fact
from holdfast.actions.record_entry import EntryAnswers
from holdfast.actions.state_fact import state_fact
from holdfast.actions.take_back_fact import take_back_fact
from holdfast.actions.withdraw_entry import withdraw_entry
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.models import PersonFact
from holdfast.record.models.person_facts import new_id
from holdfast.record.people import FactRefused
from holdfast.record.person_details import PersonDetails, details_of
from holdfast.record.read import entries_about_of, world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.stated_facts import AddressSort, FactKind, StatedFact
from tests.pages.partnership import FRIDAY, Place, make_place
from tests.sizes import drawn

MINUTE = timedelta(minutes=1)
TYPES = ("address_changed", "address_held")
DAYS = tuple(date(2026, 11, day) for day in range(1, 20))
PLACES = ("1 Elm Road", "2 Oak Lane", "3 Ash Way", "4 Fir Close")


@dataclass
class Hughes:
    """Ava Hughes, and Ruth who says where she lives, a minute after a minute."""

    place: Place
    at: datetime = FRIDAY

    @property
    def ava(self) -> str:
        return self.place.children["Ava"].pk

    def by(self) -> dict[str, Any]:
        self.at += MINUTE
        return {"by": self.place.users["ruth.adeyemi"], "at": self.at}

    def state(self, text: str, **said: Any) -> PersonFact:
        return state_fact(**self.by(), id=str(new_id()), person=self.ava, said=home(text, **said))

    def correct(self, fact: PersonFact, text: str, **said: Any) -> PersonFact:
        return correct_fact(**self.by(), id=str(new_id()), fact=fact, said=home(text, **said), reason="It was wrong.")

    def take_back(self, fact: PersonFact) -> PersonFact:
        return take_back_fact(**self.by(), id=str(new_id()), fact=fact, reason="Never so.")

    def withdraw(self, entry: Entry) -> Entry:
        return withdraw_entry(**self.by(), id=str(new_id()), entry=entry, reason="Not so.")

    def put_right(self, entry: Entry, happened: When | None = None, **data: Any) -> Entry:
        said = type(entry.data).model_validate({**entry.data.written(), **data})
        answers = EntryAnswers(entry.type, happened or entry.happened, entry.about, said, entry.source, "It was wrong.")
        return correct_entry(**self.by(), id=str(new_id()), entry=entry, answers=answers)

    def details(self) -> PersonDetails:
        return details_of([self.ava], Moment.live(self.at))[self.ava]

    @property
    def home(self) -> str | None:
        found = self.details().home
        return found and found.value

    def entries(self) -> list[Entry]:
        """What the rules read of where she lives, in the order in which it was first told."""
        moment = Moment.live(self.at)
        every = entries_about_of([self.ava], (*TYPES, "entry_withdrawn"), moment)
        known = RecordView(world_of([self.ava], every, moment), moment)
        firsts = {known.history.root(each.id): each for each in known.of(*TYPES)}
        return [firsts[each.id] for each in every if each.id in firsts]

    def said(self, entry: Entry) -> str:
        return str(entry.data.written()["address"])


def home(text: str, *, sort: str = "home", **said: Any) -> StatedFact:
    return StatedFact(FactKind.ADDRESS, text, sort=sort, said_by="her aunt", **said)


@pytest.fixture
def hughes(db: None) -> Hughes:
    return Hughes(make_place())


def test_an_address_is_put_right_as_often_as_it_was_wrong(hughes: Hughes):
    hughes.state("1 Elm Road")
    fact = hughes.state("2 Oak Lane")
    for text in ("3 Ash Way", "4 Fir Close", "2 Oak Lane", "3 Ash Way"):
        fact = hughes.correct(fact, text)
        assert hughes.home == text
        assert [hughes.said(each) for each in hughes.entries()] == ["1 Elm Road", text]


def test_an_address_put_right_and_then_taken_back_stands_on_neither_page(hughes: Hughes):
    hughes.state("1 Elm Road")
    fact = hughes.correct(hughes.correct(hughes.state("2 Oak Lane"), "3 Ash Way"), "4 Fir Close")
    hughes.take_back(fact)
    assert hughes.home == "1 Elm Road"
    assert [hughes.said(each) for each in hughes.entries()] == ["1 Elm Road"]


def test_a_move_withdrawn_on_its_own_page_is_nobodys_home(hughes: Hughes):
    hughes.state("1 Elm Road")
    fact = hughes.state("2 Oak Lane")
    withdrawal = hughes.withdraw(hughes.entries()[-1])
    assert hughes.home == "1 Elm Road"
    with pytest.raises(FactRefused, match="withdrawn since"):
        hughes.correct(fact, "3 Ash Way")
    hughes.withdraw(withdrawal)
    assert hughes.home == "2 Oak Lane"


def test_a_move_put_right_on_its_own_page_is_put_right_on_the_persons(hughes: Hughes):
    hughes.state("1 Elm Road")
    fact = hughes.state("2 Oak Lane", since=When.parse("2026-11-01"))
    first = hughes.put_right(hughes.entries()[-1], When.parse("2026-11-18"), address="3 Ash Way")
    found = hughes.details().home
    assert found is not None
    assert (found.value, found.since, found.recorded_at) == ("3 Ash Way", When.parse("2026-11-18"), first.recorded_at)
    hughes.correct(fact, "4 Fir Close", since=When.parse("2026-11-18"))
    assert [hughes.said(each) for each in hughes.entries()] == ["1 Elm Road", hughes.home] == ["1 Elm Road", "4 Fir Close"]


def test_a_check_after_the_entry_was_put_right_checks_what_it_says_now(hughes: Hughes):
    hughes.state("1 Elm Road")
    hughes.state("2 Oak Lane")
    hughes.put_right(hughes.entries()[-1], address="3 Ash Way")
    found = hughes.details().home
    assert found is not None
    confirm_fact(**hughes.by(), person=hughes.ava, said=found)
    assert hughes.home == "3 Ash Way"


def test_the_day_of_a_move_and_the_day_it_ended_are_one_on_both(hughes: Hughes):
    hughes.at -= timedelta(days=3)
    hughes.state("1 Elm Road")
    hughes.at += timedelta(days=3)
    fact = hughes.state("2 Oak Lane", since=When.parse("2026-11-01"))
    fact = hughes.correct(fact, "2 Oak Lane", since=When.parse("2026-11-18"))
    assert hughes.entries()[-1].happened == When.parse("2026-11-18")
    fact = hughes.correct(fact, "2 Oak Lane", since=When.parse("2026-11-18"), until=When.parse("2026-11-19"))
    assert hughes.entries()[-1].data.written()["until"] == "2026-11-19"
    assert hughes.home is None, "where she went from there nobody has said, and the home before it is not hers again"
    hughes.correct(fact, "2 Oak Lane", since=When.parse("2026-11-18"))
    assert hughes.home == "2 Oak Lane"
    assert "until" not in hughes.entries()[-1].data.written()


@pytest.mark.parametrize(("until", "now"), [("2026-11-16", "1 Elm Road"), ("2026-11-17", None), ("2026-11-18", None)])
def test_a_home_said_to_hold_on_a_later_day_than_another_ended_is_the_home(hughes: Hughes, until: str, now: str | None):
    hughes.at -= timedelta(days=3)  # on 17 November
    hughes.state("1 Elm Road")
    hughes.at += timedelta(days=3)
    day = When.parse("2026-11-10")
    hughes.correct(hughes.state("2 Oak Lane", since=day), "2 Oak Lane", since=day, until=When.parse(until))
    assert hughes.home == now


def test_a_day_that_nobody_knows_after_all_is_taken_out_of_both(hughes: Hughes):
    hughes.state("1 Elm Road")
    fact = hughes.state("2 Oak Lane", since=When.parse("2026-11-01"))
    fact = hughes.correct(fact, "2 Oak Lane")
    found = hughes.details().home
    assert found is not None
    assert found.since is None
    assert hughes.entries()[-1].happened == When.at(hughes.at - MINUTE)


@pytest.mark.parametrize("day", ["2026-11-01", "2026-11-20"])
def test_told_of_a_move_since_a_day_when_another_home_was_stated_without_one(hughes: Hughes, day: str):
    hughes.state("1 Elm Road")
    hughes.state("2 Oak Lane", since=When.parse(day))
    assert hughes.home == "2 Oak Lane"


def test_a_home_before_the_one_that_is_known_does_not_take_its_place(hughes: Hughes):
    hughes.state("1 Elm Road", since=When.parse("2026-11-10"))
    hughes.state("2 Oak Lane", since=When.parse("2026-11-09"))
    assert hughes.home == "1 Elm Road"
    hughes.state("3 Ash Way")
    hughes.state("4 Fir Close", since=When.parse("2026-11-09"))
    assert hughes.home == "3 Ash Way", "it took the place of the home since 10 November, and was hers since then or later"
    hughes.state("4 Fir Close", since=When.parse("2026-11-10"))
    assert hughes.home == "4 Fir Close"


def test_putting_an_older_address_right_does_not_make_it_the_home_again(hughes: Hughes):
    older = hughes.state("1 Elm Road")
    hughes.state("2 Oak Lane", since=When.parse("2026-11-01"))
    hughes.correct(older, "1 Elm Rd, flat 2")
    assert hughes.home == "2 Oak Lane"


def test_what_was_only_a_stay_is_no_move_and_what_was_a_move_is(hughes: Hughes):
    hughes.state("1 Elm Road")
    fact = hughes.state("2 Oak Lane")
    fact = hughes.correct(fact, "2 Oak Lane", sort=AddressSort.TEMPORARY.value)
    assert [hughes.said(each) for each in hughes.entries()] == ["1 Elm Road"]
    assert hughes.home == "1 Elm Road"
    hughes.correct(fact, "2 Oak Lane")
    assert [hughes.said(each) for each in hughes.entries()] == ["1 Elm Road", "2 Oak Lane"]
    assert hughes.home == "2 Oak Lane"


@pytest.mark.parametrize(("day", "refused"), [("2026-11-20", False), ("2026-11-21", True), ("2026-12", True), ("2026-11", False)])
def test_nobody_lives_yet_where_they_are_to_move_to(hughes: Hughes, day: str, refused: bool):
    hughes.state("1 Elm Road")
    if not refused:
        hughes.state("2 Oak Lane", since=When.parse(day))
        return
    with pytest.raises(FactRefused, match="still to come") as error:
        hughes.state("2 Oak Lane", since=When.parse(day))
    assert error.value.faults[0].path == "$.since"
    assert error.value.faults[0].do


def test_the_same_address_told_again_is_no_second_move(hughes: Hughes):
    hughes.state("1 Elm Road")
    hughes.state("2 Oak Lane")
    again = hughes.state("2 oak lane")
    assert len(hughes.entries()) == 2
    hughes.correct(again, "3 Ash Way")
    assert [hughes.said(each) for each in hughes.entries()] == ["1 Elm Road", "3 Ash Way"]
    assert hughes.home == "3 Ash Way"


def test_the_same_home_told_again_with_the_day_is_one_move_on_that_day(hughes: Hughes):
    hughes.state("1 Elm Road")
    hughes.state("2 Oak Lane")
    hughes.state("2 Oak Lane", since=When.parse("2026-11-18"))
    found = hughes.details().home
    assert found is not None
    assert (found.value, found.since) == ("2 Oak Lane", When.parse("2026-11-18"))
    assert [each.happened for each in hughes.entries()][1:] == [When.parse("2026-11-18")]


def test_an_earlier_stay_at_the_same_place_leaves_the_home_as_it_is(hughes: Hughes):
    hughes.state("1 Elm Road")
    hughes.state("2 Oak Lane", since=When.parse("2026-11-14"))
    hughes.state("1 Elm Road")
    hughes.state("1 Elm Road", since=When.parse("2026-11-12"))
    assert hughes.home == "1 Elm Road"


class HomeMachine(RuleBasedStateMachine):
    """Somebody says, puts right, checks, takes back and withdraws, on either page, in any order."""

    place: Place

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.hughes = Hughes(self.place)
        self.withdrawals: list[Entry] = []
        self.day_of_first_home = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    @property
    def facts(self) -> list[StatedFact]:
        details = self.hughes.details()
        return [each for each in (*details.facts, *details.ended) if each.kind is FactKind.ADDRESS and each.id]

    @rule(text=st.sampled_from(PLACES), day=st.none() | st.sampled_from(DAYS))
    def state(self, text: str, day: date | None) -> None:
        self.hughes.state(text, since=When.day(day) if day else None)
        if day is None:
            assert self.hughes.home == text

    @rule(data=st.data(), text=st.sampled_from(PLACES), day=st.none() | st.sampled_from(DAYS), ended=st.booleans())
    @precondition(lambda self: self.facts)
    def correct(self, data: st.DataObject, text: str, day: date | None, ended: bool) -> None:
        said = data.draw(st.sampled_from(self.facts))
        was_home = said.value == self.hughes.home
        since = When.day(day) if day else said.since
        until = When.day(max(DAYS[-1], since.last) if since else DAYS[-1]) if ended else None
        self.hughes.correct(PersonFact.objects.get(pk=said.id), text, since=since, until=until)
        if was_home and since == said.since and not ended:
            assert self.hughes.home == text

    @rule(data=st.data())
    @precondition(lambda self: self.facts)
    def check(self, data: st.DataObject) -> None:
        before = self.hughes.home
        confirm_fact(**self.hughes.by(), person=self.hughes.ava, said=data.draw(st.sampled_from(self.facts)))
        assert self.hughes.home == before

    @rule(data=st.data())
    @precondition(lambda self: self.facts)
    def take_back(self, data: st.DataObject) -> None:
        said = data.draw(st.sampled_from(self.facts))
        self.hughes.take_back(PersonFact.objects.get(pk=said.id))
        assert said.id not in {each.id for each in self.facts}

    @rule(data=st.data())
    @precondition(lambda self: self.hughes.entries())
    def withdraw(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.hughes.entries()))
        self.withdrawals.append(self.hughes.withdraw(entry))

    @rule()
    @precondition(lambda self: self.withdrawals)
    def put_back(self) -> None:
        self.hughes.withdraw(self.withdrawals.pop())

    @rule(data=st.data(), text=st.sampled_from(PLACES), day=st.sampled_from(DAYS))
    @precondition(lambda self: self.hughes.entries())
    def put_right(self, data: st.DataObject, text: str, day: date) -> None:
        entry = data.draw(st.sampled_from(self.hughes.entries()))
        until = {"until": None}
        self.hughes.put_right(entry, When.day(day) if entry.type == "address_changed" else None, address=text, **until)

    @invariant()
    def one_address(self) -> None:
        entries = {each.id: each for each in self.hughes.entries()}
        details = self.hughes.details()
        shown = [each for each in (*details.facts, *details.ended) if each.kind is FactKind.ADDRESS]
        for each in shown:
            assert each.entry in entries, f"{each.value} is on the page and no rule reads it"
            written = entries[each.entry].data.written()
            assert (each.value, each.until and each.until.to_json()) == (written["address"], written.get("until"))
            if entries[each.entry].type == "address_changed" and each.since is not None:
                assert each.since == entries[each.entry].happened
        plain = {each.value for each in shown}
        assert all(self.hughes.said(each) in plain for each in entries.values()), "a rule reads what is on no page"
        self.is_home(details, {each.entry: each for each in shown})

    def is_home(self, details: PersonDetails, shown: dict[str | None, StatedFact]) -> None:
        """By what the rules read, in the order in which it was told: the last that is not of an earlier day than what stood."""
        home, since = None, date.min
        entries = self.hughes.entries()
        # From which day somebody lives at the first address that is known of them stands in the row alone.
        held = {each.id for each in entries if each.type == "address_held"}
        self.day_of_first_home |= any(each.since is not None for entry, each in shown.items() if entry in held)
        if self.day_of_first_home or any("until" in each.data.written() for each in entries):
            return
        for each in entries:
            stated = shown.get(each.id)
            undated = each.type == "address_held" or (stated is not None and stated.since is None)
            day = None if undated else each.happened.last
            if day is None or day >= since:
                home, since = self.hughes.said(each), day or since
        assert (details.home and details.home.value) == home


@pytest.mark.django_db
def test_whatever_is_said_on_either_page_the_home_and_the_rules_have_one_address():
    HomeMachine.place = make_place()
    run_state_machine_as_test(
        HomeMachine,
        settings=drawn(
            "addresses said and put right",
            stateful_step_count=14,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        ),
    )
