"""A date is taken as exactly as somebody knows it, and no more exactly."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django import forms

from holdfast.kernel.when import When
from holdfast.pages.forms import DayField, GovForm, WhenField

FRIDAY = datetime(2019, 11, 29, 16, 50, tzinfo=UTC)  # a Friday, ten to five in the afternoon


class Asked(GovForm):
    when = WhenField(label="When?", past_only=True, with_time=True)


class AskedDay(GovForm):
    when = DayField(label="When?")


def asked(kind: type[GovForm] = Asked, **boxes: str) -> GovForm:
    return kind(data={f"when_{part}": typed for part, typed in boxes.items()}, at=FRIDAY)


@pytest.mark.parametrize(
    ("boxes", "meant"),
    [
        ({"year": "2018"}, "2018"),
        ({"month": "11", "year": "2018"}, "2018-11"),
        ({"month": "Nov", "year": "2018"}, "2018-11"),
        ({"month": "september", "year": "2018"}, "2018-09"),
        ({"day": "2", "month": "11", "year": "2018"}, "2018-11-02"),
        ({"day": "02", "month": "03", "year": "2018"}, "2018-03-02"),
        ({"day": "29", "month": "11", "year": "2019", "time": "4:40pm"}, "2019-11-29T16:40:00Z"),
        ({"day": "29", "month": "11", "year": "2019", "time": "16.40"}, "2019-11-29T16:40:00Z"),
        ({"day": "29", "month": "11", "year": "2019", "time": "midday"}, "2019-11-29T12:00:00Z"),
        ({"day": "29", "month": "11", "year": "2019", "time": "9 AM"}, "2019-11-29T09:00:00Z"),
        ({"day": "1", "month": "7", "year": "2019", "time": "12am"}, "2019-06-30T23:00:00Z"),
        ({"day": "29", "month": "2", "year": "2016"}, "2016-02-29"),
    ],
)
def test_a_date_is_kept_as_exactly_as_it_was_said(boxes: dict[str, str], meant: str) -> None:
    form = asked(**boxes)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["when"] == When.parse(meant)


@pytest.mark.parametrize(
    ("boxes", "said", "where"),
    [
        ({}, "Enter a date", "day month year"),
        ({"day": "2", "year": "2018"}, "must include a month", "month"),
        ({"day": "2"}, "must include a month and a year", "month year"),
        ({"month": "11"}, "must include a year", "year"),
        ({"year": "18"}, "4 numbers", "year"),
        ({"year": "２０１８"}, "4 numbers", "year"),
        ({"month": "13", "year": "2018"}, "1 to 12", "month"),
        ({"day": "32", "month": "1", "year": "2018"}, "1 to 31", "day"),
        ({"day": "29", "month": "2", "year": "2018"}, "real date", "day month year"),
        ({"day": "1", "month": "1", "year": "2018", "time": "25:00"}, "Enter a time", "time"),
        ({"day": "1", "month": "1", "year": "2018", "time": "4"}, "Enter a time", "time"),
        ({"month": "1", "year": "2018", "time": "4pm"}, "must include a day", "day"),
        ({"day": "31", "month": "3", "year": "2019", "time": "1:30am"}, "clocks went forward", "time"),
        ({"day": "31", "month": "3", "year": "2019", "time": "1:30am BST"}, "clocks went forward", "time"),
        ({"day": "25", "month": "10", "year": "2026", "time": "1:30"}, "came twice", "time"),
        ({"day": "25", "month": "10", "year": "2026", "time": "1:00"}, "came twice", "time"),
        ({"day": "25", "month": "10", "year": "2026", "time": "1:59am"}, "came twice", "time"),
        ({"day": "30", "month": "11", "year": "2019"}, "today or in the past", "day month year"),
        ({"day": "29", "month": "11", "year": "2019", "time": "4:51pm"}, "today or in the past", "day month year"),
    ],
)
def test_a_date_that_cannot_be_right_says_which_box_to_put_right(boxes: dict[str, str], said: str, where: str) -> None:
    form = asked(**boxes)
    assert not form.is_valid()
    (error,) = form.errors.as_data()["when"]
    assert said in " ".join(error.messages)
    assert error.code == where


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("1:30 BST", "2026-10-25T00:30:00Z"),
        ("1:30am first", "2026-10-25T00:30:00Z"),
        ("1:30 gmt", "2026-10-25T01:30:00Z"),
        ("01:30 second", "2026-10-25T01:30:00Z"),
        ("0:59", "2026-10-24T23:59:00Z"),
        ("2:00", "2026-10-25T02:00:00Z"),
        ("4pm GMT", "2026-10-25T16:00:00Z"),
    ],
)
def test_the_hour_that_comes_twice_is_read_as_the_writer_says_and_comes_back_so(written: str, instant: str) -> None:
    field = WhenField(with_time=True)
    when = field.clean({"day": "25", "month": "10", "year": "2026", "time": written})
    assert when.to_json() == instant
    assert field.clean(field.prepare_value(when)) == when


def test_today_up_to_this_minute_is_in_the_past() -> None:
    assert asked(day="29", month="11", year="2019").is_valid()
    assert asked(day="29", month="11", year="2019", time="4:50pm").is_valid()


def test_a_question_that_needs_the_day_asks_for_it() -> None:
    assert asked(AskedDay, day="2", month="11", year="2018").is_valid()
    form = asked(AskedDay, month="11", year="2018")
    assert "must include a day" in str(form.errors)
    form = asked(AskedDay, day="2", month="11", year="2018")
    form.is_valid()
    assert form.cleaned_data["when"] == date(2018, 11, 2)


@pytest.mark.parametrize(
    ("known", "boxes"),
    [
        (When.parse("2018"), {"year": "2018"}),
        (When.parse("2018-11"), {"month": "11", "year": "2018"}),
        (When.parse("2018-11-02"), {"day": "2", "month": "11", "year": "2018"}),
        (When.parse("2019-07-01T08:30:00Z"), {"day": "1", "month": "7", "year": "2019", "time": "09:30"}),
        (date(2018, 11, 2), {"day": "2", "month": "11", "year": "2018"}),
        (None, {}),
    ],
)
def test_what_is_known_already_fills_only_the_boxes_that_are_known(known: Any, boxes: dict[str, str]) -> None:
    assert WhenField(with_time=True).prepare_value(known) == boxes


def test_a_question_left_empty_says_what_to_enter_or_select() -> None:
    class Two(GovForm):
        name = forms.CharField(label="Name of the child")
        home = forms.ChoiceField(label="Which home?", choices=[("a", "A")])

    form = Two(data={})
    assert form.errors["name"] == ["Enter name of the child"]
    assert form.errors["home"] == ["Select an answer to “Which home?”"]
