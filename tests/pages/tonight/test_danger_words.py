"""The danger box leads with what nobody decided, and with each injury and threat of 72 hours, in the words that were said."""

from datetime import UTC, datetime, timedelta

import pytest

from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries.load_family import family_around
from holdfast.pages.tonight.presenters.danger_box import DangerBox
from holdfast.pages.tonight.presenters.night_page import night_page
from holdfast.pages.tonight.queries.night_family import night_family
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.contact_text import WORDS_APART, ContactPart, compose
from holdfast.vocabulary.world import PersonName
from tests.pages.household import NIGHT, Wrens
from tests.pages.tonight.conftest import night_of, rang, take_back

EVENING = NIGHT - timedelta(hours=6)
LONG = "He said it again. " + "She was crying on the stairs and would not come down. " * 40


def danger(wrens: Wrens, child: str | None = None, at: datetime = NIGHT) -> DangerBox:
    return night_of(child or wrens.noah, at).danger


def test_the_newest_contact_that_nobody_decided_leads_whole_with_who_and_when(wrens: Wrens) -> None:
    rang(wrens, "Earlier: he was hungry.", at=EVENING - timedelta(days=2))
    rang(wrens, LONG.strip(), tonight="At home, with mum and Dev", at=EVENING)
    box = danger(wrens)
    assert box.title == "Tia Stone does not want to go home"  # on Wednesday: within the 72 hours
    later = danger(wrens, at=NIGHT + timedelta(days=2))
    assert later.title == "Larkfield Primary School told us, and nobody has decided"
    first = box.quotes[0]
    assert first.words == LONG.strip()
    assert first.source == "Maya Osei, Larkfield Primary School, Friday 8pm, 6 hours ago."
    assert first.open == "Nobody has decided."
    assert first.more == ("Hurt or in danger now: Yes.", "Tonight: At home, with mum and Dev.")


def test_a_decided_contact_no_longer_waits_and_a_decision_taken_back_makes_it_wait_again(wrens: Wrens) -> None:
    contact = rang(wrens, "He was hungry.", at=EVENING - timedelta(days=5))
    assert contact.id in {quote.entry for quote in danger(wrens).quotes}
    decided = wrens.tell(
        "contact_decided", "2026-11-17", [wrens.noah], contact=contact.id, decision="assessment", reasons="Hungry twice."
    )
    assert contact.id not in {quote.entry for quote in danger(wrens).quotes}
    take_back(wrens, decided)
    assert contact.id in {quote.entry for quote in danger(wrens).quotes}


def test_what_was_said_of_who_must_not_know_is_never_in_the_box(wrens: Wrens) -> None:
    text = compose({ContactPart.DANGER: "Yes", ContactPart.SAW: "A bruise.", ContactPart.NOT_TO_KNOW: "Her stepfather Gavin"})
    rang(wrens, "", at=EVENING, text=text)
    assert "Gavin" not in str(danger(wrens))


@pytest.mark.parametrize(("minutes", "shown"), [(-1, True), (0, True), (1, False)])
def test_an_injury_is_shown_for_72_hours(wrens: Wrens, minutes: int, shown: bool) -> None:
    at = NIGHT - timedelta(hours=72, minutes=minutes)
    hurt = wrens.tell(
        "injury_recorded",
        at.isoformat().replace("+00:00", "Z"),
        [wrens.isla],
        at=at,
        kind="bruise",
        text="On the left ear.",
        by="priya.nair",
    )
    assert (hurt.id in {quote.entry for quote in danger(wrens).quotes}) is shown


def test_an_injury_of_last_week_that_we_hear_of_tonight_is_news(wrens: Wrens) -> None:
    hurt = wrens.tell("injury_recorded", "2026-11-11", [wrens.isla], at=EVENING, kind="bruise", text="On the left ear.")
    old = wrens.tell("injury_recorded", "2026-05-11", [wrens.isla], at=EVENING, kind="burn", text="On the hand.")
    shown = {quote.entry for quote in danger(wrens).quotes}
    assert hurt.id in shown
    assert old.id not in shown


def test_an_injury_of_some_day_this_month_is_not_taken_for_tonight(wrens: Wrens) -> None:
    early = wrens.tell(
        "injury_recorded", "2026-11", [wrens.isla], at=NIGHT - timedelta(days=10), kind="bruise", text="Nobody knows which day."
    )
    assert early.id not in {quote.entry for quote in danger(wrens).quotes}


def test_a_threat_in_an_adults_words_is_quoted_and_a_quiet_remark_is_not(wrens: Wrens) -> None:
    threat = wrens.tell(
        "observation_recorded", "2026-11-20", [wrens.noah], by="priya.nair", setting="home", text="He said he would kill her."
    )
    quiet = wrens.tell(
        "observation_recorded", "2026-11-20", [wrens.noah], by="priya.nair", setting="home", text="The kitchen was clean."
    )
    shown = {quote.entry: quote for quote in danger(wrens).quotes}
    assert shown[threat.id].words == "He said he would kill her."
    assert quiet.id not in shown


def test_a_childs_words_that_ask_to_be_safe_stay_until_answered_also_on_a_brothers_page(wrens: Wrens) -> None:
    late = NIGHT + timedelta(days=9)
    (words,) = [quote for quote in danger(wrens, at=late).quotes if quote.child == "Tia Stone"]
    assert words.words == "I don’t want to go home. <b>Ever</b>"
    assert words.open == "Nobody has answered."
    assert danger(wrens, at=late).title == "Tia Stone does not want to go home"
    wrens.tell("voice_answered", "2026-11-21", [wrens.tia], voice=words.entry, answer="She stays with Joy.", told_child=True)
    assert not [quote for quote in danger(wrens, at=late).quotes if quote.child]


def test_the_childs_own_words_that_came_with_a_concern_stand_before_the_concern(wrens: Wrens) -> None:
    contact = rang(wrens, WORDS_APART, tonight="At home", at=EVENING)
    append(
        at=EVENING,
        by=wrens.sam,
        type="voice_recorded",
        happened=EVENING.isoformat().replace("+00:00", "Z"),
        about=[wrens.noah],
        data={"child": wrens.noah, "how": "words", "words": "Dev hit Biscuit.", "worker": "maya.osei"},
        source=source_of(contact.id),
    )
    first = danger(wrens).quotes[0]
    assert (first.child, first.words, first.open) == ("Noah Brook", "Dev hit Biscuit.", "Nobody has decided.")
    assert first.more == ("Hurt or in danger now: Yes.", "Tonight: At home.")
    assert first.contact == contact.id


def test_what_a_brother_said_is_not_shown_to_somebody_who_may_not_see_him(wrens: Wrens) -> None:
    family = family_around(wrens.noah, Moment.live(NIGHT), reader=None)
    page = night_page(night_family(family, wrens.noah, may_see=lambda id: id != wrens.tia))
    assert not [quote for quote in page.danger.quotes if quote.child == "Tia Stone"]
    assert [each.name for each in page.children] == ["Noah Brook", "Isla Brook"]


def test_a_record_that_says_nothing_is_no_proof_of_safety(wrens: Wrens) -> None:
    new = people.add_person(at=NIGHT, by=None, names=[PersonName("usual", "Bo", "Reed")], born="2020-01-01").pk
    page = night_of(new)
    assert page.danger.title == "The record says nothing of a danger to Bo Reed. That is not proof that there is none."
    assert not page.danger.quotes
    assert not page.take.people
    unborn = people.add_person(at=NIGHT, by=None, names=[PersonName("usual", "Baby", "Reed")], expected="2027-02-01").pk
    assert night_of(unborn).who == "Not born yet; expected 1 Feb 2027."


def test_the_page_as_at_friday_noon_knows_nothing_of_friday_evening(wrens: Wrens) -> None:
    contact = rang(wrens, "He was hungry.", at=EVENING)
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert contact.id not in {quote.entry for quote in danger(wrens, at=noon).quotes}


def test_a_baby_whose_sleep_nobody_looked_at_is_said(wrens: Wrens) -> None:
    assert "Isla Brook, 10 months old: nobody has recorded how and where the baby sleeps." in danger(wrens).lines
    wrens.tell("safer_sleep_assessed", "2026-11-19", [wrens.isla], place="in a cot, on her back")
    assert "Isla Brook, 10 months old: sleeps in a cot, on her back (seen Thursday, 2 days ago)." in danger(wrens).lines
