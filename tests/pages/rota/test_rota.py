"""The duty rota on its page: who is on, where nobody is, and putting somebody on it."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from holdfast.actions.record_absence import record_absence
from holdfast.duty.alerts import worklist
from holdfast.duty.models import DutyShift, RotaGap
from holdfast.duty.rota_watch import watch_rota
from holdfast.record.models import LocalSetting
from tests.browser import no_sideways, shoot
from tests.pages.partnership import FRIDAY, Place, at


def shift(**change: str) -> dict[str, str]:
    """The answers of the form: the night of Saturday 21 November."""
    said = {"worker": "joe.ellis", "team": "emergency_duty"}
    for name, (day, hour) in {"starts": ("21", "17:00"), "ends": ("22", "08:30")}.items():
        said |= {f"{name}_day": day, f"{name}_month": "11", f"{name}_year": "2026", f"{name}_time": hour}
    return said | change


def page_of(client: Client, week: str = "") -> str:
    answer = client.get("/rota/", {"week": week} if week else {})
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_who_is_on_now_and_who_all_week(place: Place) -> None:
    shown = page_of(place.client("ruth.adeyemi"))
    assert "On duty now: <strong>Amina Khan</strong>" in shown
    assert "Mon 16 Nov 2026 to Sun 22 Nov 2026" in shown
    assert "No rota is kept here this week. Service managers" in shown


def test_a_gap_is_shown_on_its_day_and_before_the_week(place: Place) -> None:
    DutyShift.objects.filter(starts=at("2026-11-24T17:00")).delete()
    shown = page_of(place.client("ruth.adeyemi"), "2026-11-24")
    assert "Emergency duty: nobody from 5pm on Tuesday 24 November 2026 to 8:30am on Wednesday 25 November 2026" in shown
    assert shown.count("Nobody is on</strong>") == 1


def test_whoever_is_on_leave_on_their_night_will_not_be_there(place: Place) -> None:
    record_absence(at=FRIDAY, by=place.users["ruth.adeyemi"], worker=place.worker("joe.ellis"))
    assert "Will not be there" in page_of(place.client("ruth.adeyemi"))


def test_a_week_that_no_rota_reaches_says_who_is_taken_to_be_on(place: Place) -> None:
    shown = page_of(place.client("ruth.adeyemi"), "2027-06-01")
    assert shown.count("No rota is kept here") == 3


@pytest.mark.parametrize("week", ["9999-12-31", "0001-01-01"])
def test_a_year_that_no_rota_reaches_opens_this_week(week: str, place: Place) -> None:
    assert place.client("ruth.adeyemi").get(f"/rota/?week={week}").status_code == 200


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/rota/", "The rota is always shown as it stands now."),
        ("/for-you/", "What waits for you is always shown as it stands now."),
        ("/today/", "What waits for you is always shown as it stands now."),
    ],
)
def test_a_day_in_the_past_is_not_shown_as_if_it_were_that_day(address: str, says: str, place: Place) -> None:
    answer = place.client("ruth.adeyemi").get(f"{address}?as_at=2026-11-01", follow=True)
    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert "as_at" not in answer.request["QUERY_STRING"]


def test_somebody_told_of_a_gap_who_may_not_fill_it_reads_whom_to_ask(place: Place) -> None:
    DutyShift.objects.filter(starts=at("2026-11-21T08:30")).delete()
    watch_rota(at=FRIDAY)
    [gap] = RotaGap.objects.filter(team="emergency_duty")
    # Within a day it goes up as well, to the director, who leaves the rota to others.
    answer = place.client("helen.marsh").get(f"/rota/gaps/{gap.pk}/")
    assert answer.status_code == 200
    assert "Ask Ruth Adeyemi" in answer.content.decode()
    [line] = [item for item in worklist("ruth.adeyemi", FRIDAY) if item.kind == "rota"]
    assert line.matter == gap.pk
    assert "Put somebody on" in place.client("ruth.adeyemi").get(f"/rota/gaps/{gap.pk}/").content.decode()


def test_an_address_cut_short_still_opens_it(place: Place) -> None:
    assert "Mon 16 Nov 2026" in page_of(place.client("ruth.adeyemi"), "2026-1")


def test_somebody_is_put_on_and_the_gap_is_gone(place: Place) -> None:
    DutyShift.objects.filter(starts__gte=at("2026-11-21T08:00"), starts__lt=at("2026-11-22T08:00")).delete()
    client = place.client("ruth.adeyemi")
    assert "Nobody is on</strong>" in page_of(client)
    answer = client.post("/rota/shifts/new/", shift(starts_time="08:30"), follow=True)
    assert "Joe Ellis is on the rota." in answer.content.decode()
    assert "Nobody is on</strong>" not in page_of(client)
    assert not RotaGap.objects.filter(ended_at__isnull=True).exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"worker": ""}, "Choose"),
        ({"starts_time": ""}, "Enter the time as well, such as 17:00"),
        ({"ends_day": "21", "ends_time": "09:00"}, "It ends before it starts."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(place: Place, change: dict[str, str], says: str) -> None:
    DutyShift.objects.all().delete()
    answer = place.client("ruth.adeyemi").post("/rota/shifts/new/", shift(**change))
    assert says in answer.content.decode()
    assert not DutyShift.objects.exists()


def test_a_shift_is_changed_and_taken_off(place: Place) -> None:
    client = place.client("ruth.adeyemi")
    night = DutyShift.objects.get(starts=at("2026-11-23T17:00"))
    assert "Change a shift" in client.get(f"/rota/shifts/{night.pk}/").content.decode()
    answers = shift(worker="dana.whitlock", starts_day="23", ends_day="24")
    client.post(f"/rota/shifts/{night.pk}/", answers)
    night.refresh_from_db()
    assert night.worker_id == "dana.whitlock"
    client.post(f"/rota/shifts/{night.pk}/off/")
    assert not DutyShift.objects.filter(pk=night.pk).exists()
    assert RotaGap.objects.filter(team="emergency_duty", starts=at("2026-11-23T17:00")).exists()


def test_a_worker_sees_it_and_cannot_change_it(place: Place) -> None:
    client = place.client("amina.khan")
    assert "Put somebody on the rota" not in page_of(client)
    assert client.get("/rota/shifts/new/").status_code == 403
    assert place.client("maya.osei").get("/rota/").status_code == 403


class TestHours:
    """A partnership says when its teams and its people are at work, in two steps like any value of its own."""

    def said(self, **more: str) -> dict[str, str]:
        said = {"whose": "worker", "worker": "sam.poole", "hours": "Mon-Thu 09:30-15:00", "by": "The board", "why": "Part time."}
        return said | {"since_day": "1", "since_month": "12", "since_year": "2026"} | more

    def test_what_it_would_change_is_said_first(self, place: Place) -> None:
        client = place.client("helen.marsh")
        shown = client.post("/own-values/hours/", self.said()).content.decode()
        assert "The working hours of 1 person change." in shown
        assert "Monday to Thursday, 9:30am to 3pm" in shown
        assert not LocalSetting.objects.exists()
        shown = client.post("/own-values/hours/", self.said(whose="organisation", organisation="csc")).content.decode()
        assert "people change." in shown

    def test_set_they_are_kept_with_who_and_why(self, place: Place) -> None:
        client = place.client("helen.marsh")
        client.post("/own-values/hours/", self.said(confirmed="yes"))
        row = LocalSetting.objects.get()
        assert (row.rule, row.name, row.value) == ("HOURS", "worker:sam.poole", "Mon-Thu 09:30-15:00")
        assert "Working hours of Sam Poole" in client.get("/own-values/").content.decode()

    @pytest.mark.parametrize(("hours", "says"), [("nine to five", "cannot be read"), ("Mon-Fri 09:00-25:00", "no clock shows")])
    def test_hours_that_cannot_be_read_are_refused_at_their_field(self, place: Place, hours: str, says: str) -> None:
        shown = place.client("helen.marsh").post("/own-values/hours/", self.said(hours=hours)).content.decode()
        assert says in shown
        assert not LocalSetting.objects.exists()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["/rota/", "/rota/?week=2027-06-01", "/rota/shifts/new/", "/own-values/hours/"])
def test_it_can_be_used_wide_narrow_and_without_scripts(
    live: str,
    live_place: Place,
    chromium_page: Page,
    narrow: Page,
    without_javascript: Page,
    sign_in_as: Callable[[str], None],
    check_accessible: Callable[..., None],
    address: str,
) -> None:
    DutyShift.objects.filter(starts=at("2026-11-24T17:00")).delete()
    sign_in_as("helen.marsh" if "own-values" in address else "ruth.adeyemi")
    for each in (chromium_page, narrow):
        each.goto(live + address)
        check_accessible(each)
        no_sideways(each)
    without_javascript.goto(live + address)
    expect(without_javascript.get_by_role("heading", level=1)).to_be_visible()
    shoot(chromium_page, f"rota{address.replace('/', '-').replace('?', '-')}")
    shoot(narrow, f"rota-narrow{address.replace('/', '-').replace('?', '-')}")
