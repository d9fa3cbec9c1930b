"""A manager's Monday: who is away and who covers, what goes overdue, what nobody has opened; and the director's whole."""

from datetime import timedelta

import pytest

from holdfast.config import system_clock
from holdfast.duty.rota import staffing_roster
from holdfast.pages.worklists.presenters.partnership_page import partnership_page
from holdfast.pages.worklists.presenters.team_page import member_page, team_page
from holdfast.pages.worklists.queries.partnership_alerts import alerts_of, partnership_alerts
from holdfast.pages.worklists.queries.team_work import member_work, team_work
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, EntryEnvelope, StoredSpan
from tests.pages.contacts.reported import send, text_of
from tests.pages.partnership import FRIDAY, MONDAY, Place, at, cover
from tests.pages.worklists.test_today import on_a_plan, today

pytestmark = pytest.mark.django_db


def test_a_worker_away_whom_nobody_covers_is_shouted_at_the_top(place: Place) -> None:
    page = today(place, "ruth.adeyemi")
    assert "Nobody covers for Sam Poole" in page
    assert "Nobody is named for Ava Hughes and Lucas Hughes." in page
    assert page.index("Nobody covers for Sam Poole") < page.index("Your team")


def test_once_cover_is_named_it_is_said_and_no_longer_shouted(place: Place) -> None:
    cover(place)
    page = today(place, "ruth.adeyemi")
    assert "Nobody covers" not in page
    assert "Dana Whitlock covers." in page


def test_what_runs_out_this_week_is_listed_by_day(place: Place) -> None:
    send(place.client("maya.osei"), place.children["Ava"].pk)
    page = today(place, "ruth.adeyemi")
    assert "Monday 23 November 2026 Ava Hughes: Decision on the response by Monday 23 November 2026." in page


def test_what_nobody_has_opened_is_there_until_somebody_opens_it(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Ava"].pk)
    assert "Nobody has opened 1" in today(place, "ruth.adeyemi")
    place.client("amina.khan").get(f"/report-a-concern/{concern}/")
    assert "0 nobody has opened" in today(place, "ruth.adeyemi")


def test_each_number_is_the_length_of_the_list_it_opens(place: Place) -> None:
    on_a_plan(place)
    manager, sam = place.worker("ruth.adeyemi"), place.worker("sam.poole")
    team = team_page(team_work(manager, staffing_roster(FRIDAY)))
    assert team is not None
    member = next(each for each in team.members if each.id == "sam.poole")
    behind_it = member_page(member_work(sam, manager, staffing_roster(FRIDAY)))
    assert member.overdue == len(behind_it.overdue) > 0
    assert len(member.children) == len(behind_it.children) == 2
    for which in ("overdue", "week", "worrying", "unopened"):
        answer = place.client("ruth.adeyemi").get(f"/today/lists/{which}/")
        assert f'<span class="hf-count">{len(team.list(which))}</span>' in answer.content.decode()
    assert place.client("ruth.adeyemi").get("/today/lists/everything/").status_code == 404
    page = text_of(place.client("ruth.adeyemi").get("/today/team/sam.poole/"))
    assert f"Overdue {member.overdue}" in page
    assert "Nobody is named to cover" in page


def test_a_manager_cannot_open_somebody_elses_worker(place: Place) -> None:
    assert place.client("ruth.adeyemi").get("/today/team/amina.khan/").status_code == 404
    assert place.client("amina.khan").get("/today/team/sam.poole/").status_code == 403


class TestAwayUntil:
    def test_an_absence_moves_what_waits_and_leads_to_who_covers(self, place: Place) -> None:
        from tests.duty.team import allocate

        allocate(at("2026-11-02T09:00"), place.team["dana"], place.children["Noor"])
        concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
        client = place.client("ruth.adeyemi")
        answer = client.post("/today/away/dana.whitlock/", {"until": "7"})
        assert answer.headers["Location"] == "/today/away/dana.whitlock/cover/"
        assert staffing_roster(FRIDAY).away("dana.whitlock") is not None
        assert "Concern from Maya Osei" in today(place, "amina.khan")
        assert "Nobody can be proposed: nobody in the team is at work." in text_of(client.get(answer.headers["Location"]))
        assert concern

    @pytest.mark.parametrize(
        ("sent", "status"),
        [
            ({}, 422),
            ({"until": "other"}, 422),
            ({"until": "other", "day_day": "20", "day_month": "11", "day_year": "2026"}, 422),
            ({"until": "other", "day_day": "21", "day_month": "11", "day_year": "2026"}, 302),
            ({"until": "unknown"}, 302),
        ],
    )
    def test_until_when_is_asked_and_may_be_unknown(self, place: Place, sent: dict[str, str], status: int) -> None:
        assert place.client("ruth.adeyemi").post("/today/away/dana.whitlock/", sent).status_code == status

    def test_cover_is_proposed_by_who_has_met_the_child_and_taken_with_one_tap(self, place: Place) -> None:
        ava = place.children["Ava"].pk
        append(
            at=at("2026-10-01T10:00"),
            by=place.team["dana"],
            type="visit_made",
            happened="2026-10-01",
            about=(ava,),
            data={"kind": "child_in_need", "worker": "dana.whitlock", "seen": [ava]},
        )
        client = place.client("ruth.adeyemi")
        page = text_of(client.get("/today/away/sam.poole/cover/"))
        assert "Proposed: Dana Whitlock, who has met this child once" in page
        chosen = {f"cover_{place.children[name].pk}": "dana.whitlock" for name in ("Ava", "Lucas")}
        assert client.post("/today/away/sam.poole/cover/", chosen).status_code == 302
        assert {staffing_roster(FRIDAY).cover("sam.poole", place.children[name].pk) for name in ("Ava", "Lucas")} == {
            "dana.whitlock"
        }
        client.post("/today/away/sam.poole/cover/", chosen)
        assert EntryEnvelope.objects.filter(type="cover_named").count() == 1

    def test_somebody_who_is_no_colleague_at_work_is_not_taken(self, place: Place) -> None:
        chosen = {f"cover_{place.children['Ava'].pk}": "maya.osei"}
        place.client("ruth.adeyemi").post("/today/away/sam.poole/cover/", chosen)
        assert not EntryEnvelope.objects.filter(type="cover_named").exists()

    def test_back_at_work_is_one_tap_and_harmless_twice(self, place: Place) -> None:
        client = place.client("ruth.adeyemi")
        for _ in range(2):
            assert client.post("/today/away/sam.poole/back/").status_code == 302
        assert staffing_roster(FRIDAY).away("sam.poole") is None
        assert EntryEnvelope.objects.filter(type="absence_ended").count() == 1

    def test_nobody_arranges_another_teams_absence(self, place: Place) -> None:
        assert place.client("ruth.adeyemi").post("/today/away/amina.khan/", {"until": "1"}).status_code == 404
        assert place.client("priya.nair").post("/today/away/sam.poole/", {"until": "1"}).status_code == 403


class TestThePartnership:
    def test_every_figure_is_a_list_of_the_same_length(self, place: Place) -> None:
        on_a_plan(place)
        found = partnership_page(partnership_alerts(FRIDAY))
        assert found.alerts > 0
        for group in found.groups:
            for rule in group.rules:
                assert rule.alerts == len(alerts_of(rule.id, FRIDAY, unanswered=False)[0])
                assert rule.unanswered == len(alerts_of(rule.id, FRIDAY, unanswered=True)[0])
        page = today(place, "helen.marsh")
        assert f"{found.alerts} alerts open" in page

    @pytest.mark.parametrize(("days", "counted"), [(364, True), (365, True), (366, False)])
    def test_what_was_answered_and_has_stood_for_over_a_year_is_history(self, place: Place, days: int, counted: bool) -> None:
        on_a_plan(place)
        alert = Alert.objects.filter(ended_at=None).first()
        before = partnership_page(partnership_alerts(FRIDAY)).alerts
        Alert.objects.filter(pk=alert.pk).update(raised_at=FRIDAY - timedelta(days=days), answered_by=alert.pk)
        assert partnership_page(partnership_alerts(FRIDAY)).alerts == before - (not counted)
        Alert.objects.filter(pk=alert.pk).update(answered_by=None)
        assert partnership_page(partnership_alerts(FRIDAY)).alerts == before

    def test_the_list_behind_a_figure_opens_a_child(self, place: Place) -> None:
        on_a_plan(place)
        rule = partnership_page(partnership_alerts(FRIDAY)).groups[0].rules[0]
        page = place.client("helen.marsh").get(f"/today/partnership/{rule.id}/").content.decode()
        assert any(f"/children/{place.children[name].pk}/" in page for name in ("Ava", "Lucas"))
        assert place.client("ruth.adeyemi").get(f"/today/partnership/{rule.id}/").status_code == 404
        assert place.client("helen.marsh").get("/today/partnership/NO-SUCH/").status_code == 404

    @pytest.mark.parametrize(
        ("started", "week", "over"), [("2026-08-01", 16, False), ("2026-07-31", 17, False), ("2026-07-30", 17, True)]
    )
    def test_pre_proceedings_are_listed_by_week_and_past_sixteen_is_said(
        self, place: Place, started: str, week: int, over: bool
    ) -> None:
        append(
            at=at("2026-08-01T10:00"),
            by=place.worker("ruth.adeyemi"),
            type="preproceedings_started",
            happened=started,
            about=(place.children["Ava"].pk,),
            data={},
        )
        assert StoredSpan.objects.filter(kind="pre_proceedings").exists()
        (child,) = partnership_page(partnership_alerts(FRIDAY)).pre_proceedings
        assert (child.week, child.over) == (week, over)
        assert ("Past 16 weeks" in today(place, "helen.marsh")) is over

    def test_what_found_nobody_at_work_is_counted(self, place: Place) -> None:
        with system_clock.fixed_at(MONDAY):
            assert "0 found nobody at work" in today(place, "helen.marsh")
