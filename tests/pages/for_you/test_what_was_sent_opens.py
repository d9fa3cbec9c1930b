"""Whatever is put to somebody, whoever they are: the link in the message outside opens the thing itself for them, their own first
page shows it, and it opens for nobody else."""

import re

import pytest
from django.test import Client

from holdfast.access.role_grants import ANY_OTHER, AccessRole, role_of
from holdfast.access.role_grants import ROLES as ACCESS_ROLES
from holdfast.access.ties import Tie
from holdfast.duty.models import Delivery, Notice
from holdfast.duty.sent_things import WAYS
from holdfast.record.models import Alert, StoredClock
from holdfast.standards.roles import ROLES
from tests.pages.for_you.sent import MAKERS, link_sent_to, person, signed_in
from tests.pages.partnership import Place

# Whoever a ladder, a signal or a route can name, by every title that their post may be written in. Those whom the record finds by
# what they did, and not by a title, may be of any profession there is.
TITLES = sorted(
    {title for role in ROLES.values() if role.found != "none" for title in (*role.titles, role.id)}
    | {title for role in ACCESS_ROLES for title in role.titles}
)
KINDS = list(Delivery.Kind)
# One title for each role that decides what somebody may do, and of those whom nobody described one that ladders do tell.
ONE_OF_EACH = {role_of(title).id: title for title in TITLES}


def opened_by_post(role: AccessRole, kind: str) -> bool:
    """Whether their post opens it, whoever it was put to."""
    return any(Tie.POST in role.ties(permission) for _, permission in WAYS[kind])


def test_every_kind_of_delivery_is_tried_and_has_a_way_in() -> None:
    assert set(MAKERS) == {str(kind) for kind in KINDS} == set(WAYS), "a new kind needs a page, and a maker in sent.py"


@pytest.mark.parametrize("title", TITLES)
def test_each_title_that_can_be_told_may_open_whatever_is_put_to_it(title: str) -> None:
    role = role_of(title)
    for kind in KINDS:
        ways = {tie for _, permission in WAYS[kind] for tie in role.ties(permission)}
        assert ways & {Tie.PUT_TO_YOU, Tie.POST}, f"a {title} can be told {kind.label.lower()} and may not open it"


def test_the_roles_tried_below_are_all_there_are() -> None:
    assert {role.id for role in ACCESS_ROLES} | {ANY_OTHER.id} == set(ONE_OF_EACH)


@pytest.mark.parametrize("role", sorted(ONE_OF_EACH))
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)
def test_the_link_in_what_was_sent_opens_the_thing_for_its_reader_and_for_nobody_else(
    place: Place, kind: Delivery.Kind, role: str
) -> None:
    title = ONE_OF_EACH[role]
    reader, stranger = person(title, "here"), person(title, "elsewhere")
    put = MAKERS[kind](place, reader)
    link = link_sent_to(reader)
    answer = signed_in(reader).get(link, follow=True)
    assert answer.status_code == 200, f"{title} was sent {link} and it does not open"
    assert put.words in answer.content.decode()
    # And no way back from it is a refusal.
    for back in re.findall(r'<a href="([^"]+)" class="govuk-back-link"', answer.content.decode()):
        assert signed_in(reader).get(back, follow=True).status_code == 200, f"a {title} cannot go back to {back}"
    refused = signed_in(stranger).get(link, follow=True)
    if opened_by_post(role_of(title), kind):
        assert refused.status_code == 200
    else:
        assert refused.status_code == 404
        assert put.words not in refused.content.decode()
        # The page's own address is no way round it.
        assert signed_in(stranger).get(answer.redirect_chain[-1][0]).status_code in (403, 404)
    first_read = Delivery.objects.filter(matter=put.matter, worker=reader.worker, read_at__isnull=False)
    assert first_read.exists(), "opening it is what tells the others that somebody has"


@pytest.mark.parametrize("role", sorted(ONE_OF_EACH))
def test_the_first_page_of_each_role_shows_what_was_put_to_them(place: Place, role: str) -> None:
    reader = person(ONE_OF_EACH[role], "here")
    # What comes in first: each entry works the alerts about a child out again, and those of this test rest on no entry.
    wanted = [MAKERS[kind](place, reader) for kind in reversed(KINDS)]
    page = signed_in(reader).get("/", follow=True)
    assert page.status_code == 200
    for put in wanted:
        assert put.words in page.content.decode(), f"the first page of a {ONE_OF_EACH[role]} does not show: {put.words}"


def test_nothing_sent_outside_names_anybody(place: Place) -> None:
    reader = person("gp", "here")
    for kind in KINDS:
        MAKERS[kind](place, reader)
    link_sent_to(reader)
    said = " ".join(f"{notice.subject} {notice.body}" for notice in Notice.objects.all())
    for child in place.children.values():
        assert child.pk not in said
    assert not {"Ava", "Hughes", "shoes", "book"} & set(said.replace(",", " ").split())


def test_signed_out_the_link_leads_to_signing_in_and_then_to_the_thing(place: Place, client: Client) -> None:
    reader = person("gp", "here")
    MAKERS[Delivery.Kind.MESSAGE](place, reader)
    link = link_sent_to(reader)
    asked = client.get(link)
    assert asked.status_code == 302
    assert asked.headers["Location"].endswith(f"?next={link}")
    assert client.get(asked.headers["Location"], follow=True).status_code == 200


@pytest.mark.parametrize("kind", [Delivery.Kind.ALERT, Delivery.Kind.WARNING], ids=lambda kind: kind.value)
def test_what_is_no_longer_so_says_that_it_is_over(place: Place, kind: Delivery.Kind) -> None:
    reader = person("gp", "here")
    MAKERS[kind](place, reader)
    link = link_sent_to(reader)
    Alert.objects.all().delete()
    StoredClock.objects.update(open=False)
    answer = signed_in(reader).get(link)
    assert answer.status_code == 200
    assert "This is over" in answer.content.decode()
