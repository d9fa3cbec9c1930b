"""Who must not know is one value of the record: whoever is named, or whose agency is, is shown nothing of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from holdfast.access.decide import may
from holdfast.access.details_shown import details_for
from holdfast.access.entry_readers import Reader, may_read
from holdfast.access.kept_back_matters import banner_for, is_withheld, kept_back, readable, withheld
from holdfast.access.moments import PastMoment
from holdfast.access.permissions import Permission
from holdfast.identity.person_cards import cards
from holdfast.identity.search import find
from holdfast.kernel.moment import Moment
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from holdfast.record.people import state_fact
from holdfast.record.read import entries_about_of, world_around
from holdfast.vocabulary.entry import Entry
from tests.access.cast import FRIDAY, Cast, make_cast

pytestmark = pytest.mark.django_db
NOW = Moment.live(FRIDAY)
DAY = timedelta(days=1)


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def worker(cast: Cast, name: str) -> Worker:
    found = cast.users[name].worker
    assert found is not None
    return found


def keep_back(cast: Cast, *kept_from: str, at: Any = FRIDAY, **data: Any) -> Entry:
    said = {"what": "She spoke at school.", "from": list(kept_from), "why": "danger", "said_by": "duty", **data}
    return append(at=at, by=worker(cast, "duty"), type="kept_back", happened="2019-11-29", about=[cast.ava.pk], data=said)


def seen(cast: Cast, text: str = "She came without a coat.", **parts: Any) -> Entry:
    data = {"setting": "school", "text": text}
    about = [cast.ava.pk]
    by = worker(cast, "duty")
    return append(at=FRIDAY, by=by, type="observation_recorded", happened="2019-11-28", about=about, data=data, **parts)


NAMED: list[tuple[str, Callable[[Worker], str]]] = [
    ("by their id", lambda each: each.pk),
    ("by their agency", lambda each: str(each.organisation_id)),
    ("by their name", lambda each: each.name.upper()),
    ("by the words for their agency", lambda each: f"the {each.organisation.name if each.organisation else ''}."),
]


@pytest.mark.parametrize(("how", "named"), NAMED, ids=[how for how, _ in NAMED])
def test_whoever_is_named_or_whose_agency_is_sees_no_banner_and_everybody_else_does(
    cast: Cast, how: str, named: Callable[[Worker], str]
) -> None:
    gp = worker(cast, "gp")
    keep_back(cast, named(gp))
    assert banner_for(gp, [cast.ava.pk], NOW) == ()
    [shown] = banner_for(worker(cast, "lead"), [cast.ava.pk], NOW)
    assert shown.what == "She spoke at school."


def test_a_person_described_in_words_keeps_it_from_no_professional(cast: Cast) -> None:
    keep_back(cast, "her dad, who waits outside")
    for name in ("lead", "gp", "police"):
        assert len(banner_for(worker(cast, name), [cast.ava.pk], NOW)) == 1


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (-1, "Look again by 4 Dec 2019."),
        (0, "Look again by 4 Dec 2019."),
        (1, "To be looked at again since 4 Dec 2019."),
        (400, "To be looked at again since 4 Dec 2019."),
    ],
)
def test_a_day_to_look_again_that_has_passed_ends_nothing(cast: Cast, day: int, says: str) -> None:
    keep_back(cast, "gp", until="2019-12-04")
    at = Moment.live(FRIDAY + (5 + day) * DAY)
    [shown] = kept_back([cast.ava.pk], at)
    assert shown.look_again(at.as_at.date()) == says
    assert banner_for(worker(cast, "gp"), [cast.ava.pk], at) == ()


def test_it_ends_when_somebody_ends_it_with_a_reason_and_not_before(cast: Cast) -> None:
    kept = keep_back(cast, "gp")
    about, by = [cast.ava.pk], worker(cast, "duty")
    data = {"kept_back": kept.id, "reason": "He is in prison."}
    append(at=FRIDAY + DAY, by=by, type="kept_back_ended", happened="2019-11-30", about=about, data=data)
    assert kept_back([cast.ava.pk], NOW)
    assert not kept_back([cast.ava.pk], Moment.live(FRIDAY + DAY))


def test_put_right_it_is_kept_from_whom_the_correction_names(cast: Cast) -> None:
    kept = keep_back(cast, "gp")
    data = {**kept.data.written(), "from": ["police"]}
    by, about = worker(cast, "duty"), [cast.ava.pk]
    append(
        at=FRIDAY + DAY,
        by=by,
        type="kept_back",
        happened="2019-11-29",
        about=about,
        data=data,
        corrects=kept.id,
        reason="It was the police, not the GP.",
    )
    later = Moment.live(FRIDAY + DAY)
    [shown] = kept_back([cast.ava.pk], later)
    assert shown.kept_from == ("police",)
    assert banner_for(worker(cast, "gp"), [cast.ava.pk], later)
    hidden = withheld(entries_about_of([cast.ava.pk], None, later), worker(cast, "police"), later)
    assert kept.id in hidden, "the version that was wrong tells the same words"


def test_taken_back_it_is_kept_from_nobody(cast: Cast) -> None:
    kept = keep_back(cast, "gp")
    append(
        at=FRIDAY + DAY,
        by=worker(cast, "duty"),
        type="entry_withdrawn",
        happened="2019-11-30",
        about=[cast.ava.pk],
        data={},
        withdraws=kept.id,
        reason="It was about another child.",
    )
    assert kept_back([cast.ava.pk], Moment.live(FRIDAY + DAY)) == ()


def test_an_entry_kept_back_is_shown_with_none_of_its_versions_nor_what_points_at_it(cast: Cast) -> None:
    first = seen(cast)
    second = seen(cast, "She came without shoes.", corrects=first.id, reason="Shoes, not a coat.")
    answer = append(
        at=FRIDAY,
        by=worker(cast, "duty"),
        type="entry_withdrawn",
        happened="2019-11-29",
        about=[cast.ava.pk],
        data={},
        withdraws=second.id,
        reason="She told me why, at home.",
    )
    keep_back(cast, "gp", entry=second.id)
    gp = worker(cast, "gp")
    world = world_around(cast.ava.pk, NOW)
    ids = {entry.id for entry in readable(world, gp, NOW).entries}
    assert ids.isdisjoint({first.id, second.id, answer.id})
    assert {first.id, second.id, answer.id} <= {entry.id for entry in readable(world, worker(cast, "lead"), NOW).entries}
    assert all(is_withheld(each, gp, NOW) for each in (first, second, answer))


def test_a_concern_kept_back_with_everything_that_followed_it(cast: Cast) -> None:
    keep_back(cast, "gp", entry=cast.concern.id)
    world = readable(world_around(cast.ava.pk, NOW), worker(cast, "gp"), NOW)
    assert not any(entry.type in ("contact_received", "contact_assigned", "kept_back") for entry in world.entries)


def test_nobody_else_loses_anything(cast: Cast) -> None:
    keep_back(cast, "gp", entry=seen(cast).id)
    world = world_around(cast.ava.pk, NOW)
    for name in ("lead", "police", "duty", "chair", "health_visitor"):
        assert readable(world, worker(cast, name), NOW) is world


def test_what_is_kept_back_from_somebody_is_refused_in_the_words_of_any_refusal(cast: Cast) -> None:
    before = may(cast.users["police_elsewhere"], Permission.SEE_CHILD, None, NOW, entry=cast.concern.id)
    keep_back(cast, "police", entry=cast.concern.id)
    refused = may(cast.users["police"], Permission.SEE_CHILD, None, NOW, entry=cast.concern.id)
    assert (refused.allowed, refused.reason) == (False, before.reason)
    assert may(cast.users["lead"], Permission.SEE_CHILD, None, NOW, entry=cast.concern.id)


def test_a_page_of_the_past_shows_nothing_that_is_kept_back_since(cast: Cast) -> None:
    entry = seen(cast)
    keep_back(cast, "gp", entry=entry.id, at=FRIDAY + DAY)
    past = PastMoment(as_at=FRIDAY, known_at=FRIDAY, asked_at=FRIDAY + 2 * DAY)
    world = readable(world_around(cast.ava.pk, past), worker(cast, "gp"), past)
    assert entry.id not in {each.id for each in world.entries}


def test_what_is_dated_ahead_is_kept_back_already(cast: Cast) -> None:
    said = {"what": "Where she will move.", "from": ["gp"], "why": "danger", "said_by": "duty"}
    by, about = worker(cast, "duty"), [cast.ava.pk]
    append(at=FRIDAY, by=by, type="kept_back", happened="2019-12-02", about=about, data=said)
    assert banner_for(worker(cast, "gp"), about, NOW) == ()
    assert len(banner_for(worker(cast, "lead"), about, NOW)) == 1


def test_a_safe_address_is_shown_to_none_of_those_who_must_not_know_it(cast: Cast) -> None:
    kept = keep_back(cast, "gp")
    fact = {"kind": "safe_address", "value": "1 Hidden Street", "at": FRIDAY, "by": worker(cast, "duty")}
    state_fact(person=cast.ava, detail={"entry": kept.id}, **fact)
    shown = {name: details_for(worker(cast, name), [cast.ava.pk], NOW)[cast.ava.pk] for name in ("lead", "gp")}
    assert [each.value for each in shown["lead"].safe_addresses] == ["1 Hidden Street"]
    assert "Hidden" not in repr(shown["gp"])


def right(cast: Cast, entry: Entry, about: str) -> Entry:
    return append(
        at=FRIDAY,
        by=worker(cast, "duty"),
        type=entry.type,
        happened="2019-11-28",
        about=[about],
        data=entry.data.written(),
        corrects=entry.id,
        reason="It was his brother.",
    )


@pytest.mark.parametrize("which", ["first", "correction"])
def test_it_is_kept_back_in_every_version_though_one_is_about_a_brother_alone(cast: Cast, which: str) -> None:
    first = seen(cast)
    correction = right(cast, first, cast.lucas.pk)
    keep_back(cast, "lead", entry={"first": first, "correction": correction}[which].id)
    reader = Reader(cast.users["lead"], NOW, admitted=[cast.ava.pk, cast.lucas.pk])
    assert [may_read(each, reader) for each in (first, correction)] == [False, False]
    other = Reader(cast.users["manager"], NOW, admitted=[cast.ava.pk, cast.lucas.pk])
    assert [may_read(each, other) for each in (first, correction)] == [True, True]
    left = {each.id for each in readable(world_around(cast.lucas.pk, NOW), worker(cast, "lead"), NOW).entries}
    assert left.isdisjoint({first.id, correction.id})


def test_an_entry_about_a_brother_is_kept_back_though_it_was_said_in_his_sisters_record(cast: Cast) -> None:
    data = {"setting": "school", "text": "He came without a coat."}
    by, about = worker(cast, "duty"), [cast.lucas.pk]
    his = append(at=FRIDAY, by=by, type="observation_recorded", happened="2019-11-28", about=about, data=data)
    keep_back(cast, "lead", entry=his.id)
    assert is_withheld(his, worker(cast, "lead"), NOW)
    assert banner_for(worker(cast, "lead"), [cast.lucas.pk], NOW) == ()
    assert len(banner_for(worker(cast, "manager"), [cast.lucas.pk], NOW)) == 1


IN_WORDS = [
    ("her GP", "gp"),
    ("Gp Surgery; her dad", "gp"),
    ("a police officer", "police"),
    ("Health Visitor", "health_visitor"),
    ("mum’s social worker", "lead"),
]


@pytest.mark.parametrize(("said", "name"), IN_WORDS)
def test_words_that_could_mean_somebody_hold_until_somebody_says_who_is_meant(cast: Cast, said: str, name: str) -> None:
    kept = keep_back(cast, said)
    reader, about = worker(cast, name), [cast.ava.pk]
    assert banner_for(reader, about, NOW) == ()
    assert len(banner_for(worker(cast, "manager"), about, NOW)) == 1
    data = {**kept.data.written(), "outsiders": [said]}
    reason = "It is the man downstairs, who is called that."
    append(
        at=FRIDAY,
        by=worker(cast, "duty"),
        type="kept_back",
        happened="2019-11-29",
        about=about,
        data=data,
        corrects=kept.id,
        reason=reason,
    )
    assert len(banner_for(reader, about, NOW)) == 1


def test_whoever_wrote_it_is_not_shut_out_by_their_own_words_for_somebody_else(cast: Cast) -> None:
    keep_back(cast, "her social worker", said_by="lead")
    assert len(banner_for(worker(cast, "lead"), [cast.ava.pk], NOW)) == 1
    assert banner_for(worker(cast, "cover"), [cast.ava.pk], NOW) == ()


def moved(cast: Cast) -> Entry:
    data = {"person": cast.ava.pk, "address": "9 Hidden Street", "confirmed_by": "aunt"}
    by, about = worker(cast, "duty"), [cast.ava.pk]
    return append(at=FRIDAY, by=by, type="address_changed", happened="2019-11-28", about=about, data=data)


@pytest.mark.parametrize("stated_too", [False, True])
def test_an_address_that_is_kept_back_as_an_entry_is_no_fact_for_whoever_must_not_know(cast: Cast, stated_too: bool) -> None:
    entry = moved(cast)
    if stated_too:
        state_fact(person=cast.ava, kind="address", value="9 hidden street", at=FRIDAY, by=worker(cast, "duty"))
    keep_back(cast, "gp", entry=entry.id)
    shown = {name: repr(details_for(worker(cast, name), [cast.ava.pk], NOW)[cast.ava.pk]) for name in ("lead", "gp")}
    assert "idden" in shown["lead"]
    assert "idden" not in shown["gp"]


@pytest.mark.parametrize("typed", ["Ava", "9 Hidden Street", "Hidden"])
def test_a_search_finds_nobody_by_it_and_no_card_has_it(cast: Cast, typed: str) -> None:
    keep_back(cast, "gp", entry=moved(cast).id)
    found = {name: find(typed, NOW, reader=worker(cast, name)) for name in ("lead", "gp")}
    faces = {name: cards(each.children, each.world, NOW, reader=worker(cast, name)) for name, each in found.items()}
    assert "9 Hidden Street" in [card.street for card in faces["lead"]]
    assert "idden" not in repr(faces["gp"])
    if typed != "Ava":
        assert cast.ava.pk not in found["gp"].children
