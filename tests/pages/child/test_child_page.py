"""A child's page: their words first and as they were said, what is known and how, and nothing later than the day it shows."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from holdfast.access.models import Look, User
from holdfast.pages.entries.links import entry_url
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from holdfast.vocabulary.world import PersonName
from tests.pages.household import NIGHT, Wrens


def as_(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(child: str, query: str = "", who: str = "helen.marsh") -> str:
    answer = as_(who).get(f"/children/{child}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_childs_words_come_before_everything_that_adults_say(wrens: Wrens) -> None:
    shown = page(wrens.noah)
    assert shown.index("I mind Isla when it is loud.") < shown.index('id="worries"') < shown.index('id="chronology"')
    assert "Said by Noah Brook, 12 Nov 2026 (9 days ago); heard by Maya Osei" in shown


def test_the_words_are_shown_exactly_and_never_run(wrens: Wrens) -> None:
    shown = page(wrens.tia)
    assert "I don’t want to go home. &lt;b&gt;Ever&lt;/b&gt;" in shown
    assert "<b>Ever" not in shown


def test_what_was_done_about_the_words_is_said_and_so_is_that_nobody_has_answered(wrens: Wrens) -> None:
    assert "Maya told Noah who will come. Noah Brook was told." in page(wrens.noah)
    assert "Nobody has answered this yet." in page(wrens.tia)
    assert "Nobody has answered this yet." not in page(wrens.noah)


def test_a_child_nobody_has_written_anything_about_has_a_page_that_says_so(wrens: Wrens) -> None:
    child = people.add_person(at=NIGHT, by=None, names=[PersonName("usual", "Ash", None)]).pk
    shown = page(child)
    for words in (
        "Age not known: no date of birth is recorded.",
        "Nobody has recorded anything this child said",
        "No address is recorded.",
        "Nobody has recorded who lives in Ash’s home.",
        "Nobody is recorded as leading for Ash.",
        "No plan is in force.",
    ):
        assert words in shown, words


def test_as_at_a_day_nothing_later_is_shown(wrens: Wrens) -> None:
    shown = page(wrens.tia, "?as_at=2026-11-13")
    assert "You are looking at this page as it stood on Friday 13 November 2026" in shown
    assert "I don’t want to go home" not in shown
    assert "Domestic abuse" not in shown
    assert "Sam Poole leads for Tia Stone and is at work." in shown
    assert "Record something about" not in shown


def test_the_situation_is_one_line_and_says_who_is_away(wrens: Wrens) -> None:
    shown = page(wrens.noah)
    assert "Child protection plan for neglect since 6 May 2026" in shown
    assert "Sam Poole leads for Noah Brook and is away since 17 Nov 2026. Nobody is named to cover." in shown


def test_an_address_that_was_confirmed_long_ago_is_said_to_be_so(wrens: Wrens) -> None:
    shown = page(wrens.noah)
    assert "4 Quay Row, Northmere" in shown
    assert "That is 81 days ago: confirm it before relying on it." in shown


def test_seeing_one_child_alone_is_not_seeing_the_others(wrens: Wrens) -> None:
    assert "1 Oct 2026 (51 days ago), by Sam Poole: seen alone" in page(wrens.tia)
    assert "Nobody has recorded seeing Noah Brook alone." in page(wrens.noah)


def test_the_days_between_visits_are_a_picture_with_the_same_in_words(wrens: Wrens) -> None:
    shown = page(wrens.noah)
    assert '<svg class="hf-visits"' in shown
    assert "The longest time between two visits at which Noah Brook was seen: 26 days, 14 Oct 2026 to 9 Nov 2026." in shown
    assert "1 Oct 2026 to 14 Oct 2026: 13 days" in shown


def test_a_worry_names_the_entries_it_comes_from_and_links_to_their_lines(wrens: Wrens) -> None:
    shown = page(wrens.tia)
    said = shown.index("Child says they are unsafe")
    link = shown.index("#entry-", said)
    anchor = shown[link + 1 : shown.index('"', link)]
    assert f'id="{anchor}"' in shown


def test_a_correction_shows_what_was_said_before_and_a_withdrawal_stays_struck_through(wrens: Wrens) -> None:
    sam = Worker.objects.get(pk="sam.poole")
    seen = {"neglect": [], "setting": "school"}
    wrong = wrens.tell("observation_recorded", "2026-11-10", [wrens.noah], text="Saw Noah’s coat", **seen)
    gone = wrens.tell("observation_recorded", "2026-11-11", [wrens.noah], text="A note on the wrong child", **seen)
    right = {**seen, "text": "Noah had no coat"}
    append(
        at=NIGHT,
        by=sam,
        type="observation_recorded",
        happened="2026-11-10",
        about=[wrens.noah],
        data=right,
        corrects=wrong.id,
        reason="He had none.",
    )
    append(
        at=NIGHT,
        by=sam,
        type="entry_withdrawn",
        happened="2026-11-21",
        about=[wrens.noah],
        withdraws=gone.id,
        reason="Another Noah.",
        data={},
    )
    shown = page(wrens.noah)
    assert "Noah had no coat" in shown
    assert "Corrected 21 Nov 2026: He had none." in shown
    assert "It said before: <del>10 Nov 2026: Seen at school: “Saw Noah’s coat”" in shown
    assert "<del>Seen at school: “A note on the wrong child”" in shown
    assert "Withdrawn 21 Nov 2026: Another Noah." in shown
    earlier = page(wrens.noah, "?as_at=2026-11-12")
    assert "Saw Noah’s coat" in earlier
    assert "Noah had no coat" not in earlier


def test_what_was_written_on_the_wrong_childs_page_is_struck_there_and_stands_on_the_right_ones(wrens: Wrens) -> None:
    sam = Worker.objects.get(pk="sam.poole")
    other = people.add_person(at=NIGHT, by=None, names=[PersonName("usual", "Noah", "Marlow")]).pk
    wrong = wrens.tell("observation_recorded", "2026-11-10", [wrens.noah], text="No lunch", neglect=[], setting="school")
    right = {"text": "No lunch, and asked after Bela Marlow", "neglect": [], "setting": "school"}
    append(
        at=NIGHT,
        by=sam,
        type="observation_recorded",
        happened="2026-11-10",
        about=[other],
        data=right,
        corrects=wrong.id,
        reason="Another boy of that name.",
    )
    first, second = page(wrens.noah), page(other)
    assert "Corrected 21 Nov 2026: this is not about Noah Brook. Another boy of that name." in first
    assert "<del>Seen at school: “No lunch”" in first
    assert "Marlow" not in first
    assert "asked after Bela Marlow" in second
    assert "Moved here 21 Nov 2026 from another person’s record: Another boy of that name." in second
    assert "Noah Brook" not in second
    opened = as_("helen.marsh").get(entry_url(wrong.id)).content.decode()
    assert "This was recorded about the wrong person, and was moved to somebody else" in opened
    assert "Marlow" not in opened


def test_an_entry_dated_after_it_was_recorded_is_shown_as_such(wrens: Wrens) -> None:
    wrens.tell(
        "visit_made",
        "2026-12-24",
        [wrens.noah],
        at=NIGHT,
        kind="child_protection",
        worker="sam.poole",
        seen=[wrens.noah],
        seen_alone=[],
    )
    shown = page(wrens.noah)
    assert "Dated after the day it was recorded. It counts for nothing until somebody puts it right." in shown
    assert "9 Nov 2026 (12 days ago), by Sam Poole: seen" in shown


def test_what_was_known_late_says_how_much_later(wrens: Wrens) -> None:
    at = datetime(2026, 11, 19, 9, tzinfo=UTC)  # a Thursday
    wrens.tell("incident_recorded", "2026-11-08", [wrens.noah], at=at, kind="arrest", children_present="no")
    assert "Known 19 Nov 2026, 09:00, 11 days later" in page(wrens.noah)


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("?agency=Larkfield+Primary+School", "81.5% from", "Non-molestation order"),
        ("?kind=voice", "I mind Isla", "81.5% from"),
    ],
)
def test_the_chronology_is_narrowed_by_agency_and_by_kind(wrens: Wrens, query: str, there: str, gone: str) -> None:
    shown = page(wrens.noah, query)
    lines = shown[shown.index('class="hf-timeline"') :]
    assert there in lines
    assert gone.lower() not in lines.lower()
    assert "show everything" in shown


def test_two_men_of_one_first_name_are_warned_of_and_never_named_alone(wrens: Wrens) -> None:
    shown = page(wrens.noah)
    assert "Same name: 2 people here have the same or a very similar name: Lee Stone (father of Tia Stone) and Lee Brook" in shown


def test_a_look_is_kept_and_somebody_without_a_tie_is_refused_in_words(wrens: Wrens) -> None:
    page(wrens.noah)
    assert Look.objects.filter(child=wrens.noah, user__username="helen.marsh", allowed=True).count() == 1
    refused = as_("priya.nair").get(f"/children/{wrens.isla}/")
    assert refused.status_code == 403
    assert b"You cannot open this page" in refused.content


def test_an_id_that_is_nobodys_is_refused_and_no_name_is_in_any_address(wrens: Wrens) -> None:
    assert as_("helen.marsh").get("/children/nobody/").status_code == 403
    shown = page(wrens.noah)
    for name in ("Noah", "Brook", "Wren"):
        assert f"/{name.lower()}" not in shown.lower().replace("\u2019", "")
