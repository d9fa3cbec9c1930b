"""The family's page: a difference between brothers and sisters shows, with the reason recorded for each."""

from django.test import Client

from holdfast.access.models import User
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries.load_family import family_around
from holdfast.pages.family.presenters.sibling_comparison import side_by_side
from tests.pages.household import NIGHT, Wrens


def page(child: str, who: str = "helen.marsh", query: str = "") -> str:
    client = Client()
    client.force_login(User.objects.get(username=who), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(f"/families/{child}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_child_on_a_lower_plan_than_a_brother_shows(wrens: Wrens) -> None:
    decisions = [{"child": wrens.tia, "decision": "plan_ended", "reasons": "She is older"}]
    wrens.tell("conference_held", "2026-11-05", kind="review", present=[], decisions=decisions)
    wrens.tell("plan_started", "2026-11-06", [wrens.tia], plan="child_in_need")
    shown = page(wrens.noah)
    assert "What differs between them" in shown
    plan = "Child protection plan, neglect"
    assert f"Plan: Tia Stone: Child in need plan; Noah Brook: {plan}; Isla Brook: {plan}." in shown
    assert "She is older (5 Nov 2026)" in shown


def test_a_child_who_sleeps_elsewhere_shows(wrens: Wrens) -> None:
    wrens.tell(
        "stay_started", "2026-11-14", [wrens.tia], with_=[wrens.joy], arrangement="family", overnight=True, child_asked=False
    )
    table = side_by_side(family_around(wrens.noah, Moment.live(NIGHT), reader=None), wrens.noah)
    assert "Sleeps: Tia Stone: with Joy Wren; Noah Brook: at home; Isla Brook: at home." in table.differences


def test_every_child_has_a_column_eldest_first_and_adults_have_none(wrens: Wrens) -> None:
    table = side_by_side(family_around(wrens.isla, Moment.live(NIGHT), reader=None), wrens.isla)
    assert [column.name for column in table.columns] == ["Tia Stone", "Noah Brook", "Isla Brook"]


def test_an_aunt_of_one_child_is_in_the_picture_of_all(wrens: Wrens) -> None:
    assert "Dean Stone is an uncle of Tia Stone." in page(wrens.isla)


def test_the_diagram_is_there_in_words_and_links_only_where_the_reader_may_go(wrens: Wrens) -> None:
    shown = page(wrens.noah)
    assert 'role="group"' in shown
    assert f'href="/children/{wrens.tia}/"' in shown
    assert "Lee Stone (father of Tia Stone) is the father of Tia Stone, without parental responsibility." in shown
    assert "Live together: Home: " in shown


def test_in_the_past_the_links_stay_in_the_past(wrens: Wrens) -> None:
    assert f'href="/children/{wrens.tia}/?as_at=2026-11-13"' in page(wrens.noah, query="?as_at=2026-11-13")
