"""Everyone around one child, every page, every tie: the table is kept to, in both directions."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import holdfast.pages
from holdfast.access import web
from holdfast.access.decide import NotAllowed, may, require
from holdfast.access.models import Look, User
from holdfast.access.permissions import Permission
from holdfast.access.role_grants import ROLES
from holdfast.access.web import DeclaredPage, declared_pages
from holdfast.actions.command import command
from holdfast.kernel.moment import Moment
from tests.access.cast import EVERYONE, FRIDAY, Cast
from tests.access.table import ALLAUTH, DECIDED_INSIDE, PAGES, WHO_MAY

NOW = Moment.live(FRIDAY)


def every_address(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from every_address(pattern.url_patterns)
        else:
            yield pattern


def our_pages() -> tuple[DeclaredPage, ...]:
    list(every_address())  # the pages declare themselves as their addresses are read
    return tuple(page for page in declared_pages() if page.name.startswith("holdfast."))


def asked(cast: Cast, permission: Permission) -> tuple[str | None, str | None]:
    """The child, and the concern, that a permission is asked about in this table."""
    of_concern = {
        Permission.SEE_OWN_CONCERN,
        Permission.READ_CONCERN,
        Permission.DECIDE_CONCERN,
        Permission.READ_MESSAGE,
    }
    if permission in of_concern:
        return None, cast.concern.id
    return (cast.ava.pk if permission.about_child else None), None


@pytest.mark.parametrize("permission", list(Permission), ids=lambda each: each.value)
def test_each_permission_is_held_by_exactly_those_the_table_names(cast: Cast, permission: Permission) -> None:
    assert WHO_MAY.get(permission), (
        f"nobody may {permission.sentence}: grant it to a role in access/role_grants.py, "
        "and say who holds it in WHO_MAY of tests/access/table.py"
    )
    child, entry = asked(cast, permission)
    allowed = {name for name, user in cast.users.items() if may(user, permission, child, NOW, entry=entry)}
    assert allowed == WHO_MAY[permission]


def test_every_page_is_in_the_table_and_asks_for_what_the_table_says() -> None:
    declared = {page.name: page.permission for page in our_pages()}
    wrong = sorted(name for name in declared.keys() | PAGES.keys() if declared.get(name) != PAGES.get(name))
    assert wrong == [], f"{wrong}: give each page its row in PAGES of tests/access/table.py, with the permission that it asks for"


def test_every_door_opens_for_exactly_those_the_table_names(cast: Cast) -> None:
    wrong = []
    for page in our_pages():
        for name in sorted(EVERYONE):
            opened = through_the_door(page, cast, cast.users[name]) == 200
            if opened != (name in WHO_MAY.get(PAGES.get(page.name, page.permission), ())):
                wrong.append(f"{page.name}: {name} {'got in' if opened else 'was kept out'}")
    assert not wrong, "\n".join(wrong)


def test_nobody_gets_through_any_door_but_the_public_ones_without_signing_in(cast: Cast) -> None:
    for page in our_pages():
        expected = 200 if page.permission is Permission.PUBLIC else 302
        assert through_the_door(page, cast, AnonymousUser()) == expected, page.name


def through_the_door(page: DeclaredPage, cast: Cast, user: User | AnonymousUser) -> int:
    """The status when this person asks for this page about Ava (or about the concern), whatever is behind the door."""
    request = RequestFactory().get("/")
    request.user, request.session = user, {}  # type: ignore[assignment]
    request.at = FRIDAY  # type: ignore[attr-defined]
    child, entry = asked(cast, page.permission)
    named = {page.child: child or cast.ava.pk} if page.child else {page.entry: entry or cast.concern.id} if page.entry else {}
    if page.matter:
        named[page.matter] = cast.concern.id  # of this nobody was told by a delivery

    def behind(request: HttpRequest, **kwargs: object) -> HttpResponse:
        return HttpResponse("in")

    return web._door(page, behind)(request, **named).status_code


def test_every_address_leads_to_a_declared_page() -> None:
    undeclared = [
        f"{pattern.pattern} ({pattern.callback.__module__}.{pattern.callback.__qualname__})"
        for pattern in every_address()
        if not hasattr(pattern.callback, "declared_page") and pattern.name not in ALLAUTH
    ]
    assert not undeclared, "these addresses have no @page: " + ", ".join(undeclared)


def test_every_declared_page_has_an_address() -> None:
    # Also those of modules that no address leads to: a page that was written and forgotten is silently absent.
    for module in pkgutil.walk_packages(holdfast.pages.__path__, "holdfast.pages."):
        import_module(module.name)
    reached = {pattern.callback.declared_page.name for pattern in every_address() if hasattr(pattern.callback, "declared_page")}
    forgotten = sorted(page.name for page in our_pages() if page.name not in reached)
    assert not forgotten, f"no address leads to {forgotten}: give each one in its urls.py, or delete it"


def test_a_page_or_a_command_without_a_permission_cannot_be_made() -> None:
    with pytest.raises(TypeError):
        web.page()(lambda request: HttpResponse("in"))  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        command()(lambda *, by, at: None)  # type: ignore[call-arg]


def test_a_page_about_a_child_names_the_child_or_the_entry_it_is_decided_for() -> None:
    for page in our_pages():
        assert page.permission.about_child == bool(page.child or page.entry), page.name


def test_a_page_that_anyone_signed_in_may_open_names_nothing_in_its_address() -> None:
    for pattern in every_address():
        page = getattr(pattern.callback, "declared_page", None)
        if page is not None and page.permission in (Permission.PUBLIC, Permission.SIGNED_IN) and pattern.pattern.converters:
            assert page.name in DECIDED_INSIDE, f"{page.name} shows {set(pattern.pattern.converters)} to anyone signed in"


def test_the_part_of_an_address_that_a_page_is_decided_for_is_in_the_address() -> None:
    for pattern in every_address():
        page = getattr(pattern.callback, "declared_page", None)
        for part in (page.child, page.entry) if page else ():
            assert part is None or part in pattern.pattern.converters, f"{page.name} has no {part} in {pattern.pattern}"


@pytest.mark.django_db
def test_the_account_pages_that_need_somebody_signed_in_send_everyone_else_to_sign_in() -> None:
    for name, permission in ALLAUTH.items():
        if permission is not Permission.SIGNED_IN:
            continue
        address = reverse(name, args=[1]) if name in ("mfa_remove_webauthn", "mfa_edit_webauthn") else reverse(name)
        answer = Client().get(address)
        assert answer.status_code == 302, name
        assert "login" in answer.headers["Location"] or "sign-in" in answer.headers["Location"], name


def test_a_refusal_says_why_and_what_to_do_in_words(cast: Cast) -> None:
    refused = may(cast.users["social_worker_elsewhere"], Permission.SEE_CHILD, cast.ava.pk, NOW)
    assert refused.reason.startswith(
        "As a social worker you may open a child's page and chronology when you are the child's lead"
    )
    assert refused.reason.endswith("The record does not show that.")
    assert "report a concern" in refused.next
    never = may(cast.users["school_that_reported"], Permission.DECIDE_CONCERN, None, NOW, entry=cast.concern.id)
    assert "not part of the work of school safeguarding leads" in never.reason


@pytest.mark.parametrize(
    ("who", "basis"),
    [
        ("lead", "lead social worker"),
        ("cover", "covers for Lead, who is away"),
        ("brothers_lead", "lead social worker of a brother or sister"),
        ("manager", "manages Lead, the child's worker"),
        ("service_manager", "manages Lead, the child's worker"),
        ("chair", "chaired the child's conference on 4 Oct 2019"),
        ("health_visitor", "in the child's core group (meeting of 16 Oct 2019)"),
        (
            "health_visitors_colleague",
            "same organisation and role as Health Visitor, who is in the child's core group",
        ),
        ("police", "took part in the child's conference on 4 Oct 2019"),
        ("gp", "allocated as gp"),
        ("given_the_concern", "a concern about the child was given to them"),
        ("director", "manages Lead, the child's worker"),
    ],
)
def test_the_basis_of_a_decision_is_the_tie_in_words(cast: Cast, who: str, basis: str) -> None:
    assert may(cast.users[who], Permission.SEE_CHILD, cast.ava.pk, NOW).basis == basis


def test_cover_lasts_as_long_as_the_absence(cast: Cast) -> None:
    friday_before = Moment.live(FRIDAY.replace(day=15))  # a Friday, three days before the absence began
    assert not may(cast.users["cover"], Permission.SEE_CHILD, cast.ava.pk, Moment(friday_before.as_at, FRIDAY))


def test_a_child_nobody_works_with_is_open_to_nobody_but_by_post(cast: Cast) -> None:
    allowed = {name for name, user in cast.users.items() if may(user, Permission.SEE_CHILD, cast.stranger.pk, NOW)}
    assert allowed == {"duty", "emergency", "service_manager", "director"}


def test_a_child_that_does_not_exist_is_refused_in_the_same_words_as_one_that_does(cast: Cast) -> None:
    for who in ("social_worker_elsewhere", "duty", "gp"):
        there = may(cast.users[who], Permission.SEE_CHILD, "no-such-id", NOW)
        assert not there
        if who == "social_worker_elsewhere":
            assert there.reason == may(cast.users[who], Permission.SEE_CHILD, cast.ava.pk, NOW).reason


@pytest.mark.parametrize("entry", ["", "x", "00000000-0000-0000-0000-000000000000", "' OR 1=1", "\x00"])
def test_a_concern_that_does_not_exist_is_refused(cast: Cast, entry: str) -> None:
    for who in EVERYONE:
        assert not may(cast.users[who], Permission.READ_CONCERN, None, NOW, entry=entry)


def test_somebody_whose_account_is_closed_may_do_nothing(cast: Cast) -> None:
    closed = User(username="closed", is_active=False, worker=cast.users["duty"].worker)
    for permission in Permission:
        if permission is not Permission.PUBLIC:
            assert not may(closed, permission, *asked(cast, permission)[:1], NOW, entry=asked(cast, permission)[1])


def test_a_command_asks_again_and_refuses_with_the_reason(cast: Cast) -> None:
    assert require(cast.users["lead"], Permission.RECORD, cast.ava.pk, NOW).basis == "lead social worker"
    with pytest.raises(NotAllowed) as refusal:
        require(cast.users["police_elsewhere"], Permission.RECORD, cast.ava.pk, NOW)
    assert "record something about a child" in str(refusal.value)


def test_looking_at_the_past_gives_nobody_the_ties_they_had_then(cast: Cast) -> None:
    request = RequestFactory().get("/?as_at=2019-09-10&known_at=2019-11-29")  # a Tuesday on which former_lead led
    request.user, request.session = cast.users["former_lead"], {}  # type: ignore[assignment]
    request.at = FRIDAY  # type: ignore[attr-defined]
    page = DeclaredPage("tests.a_childs_page", Permission.SEE_CHILD, child="child_id")
    assert web._door(page, lambda request, **kwargs: HttpResponse("in"))(request, child_id=cast.ava.pk).status_code == 403


def test_every_look_at_a_child_is_recorded_and_refused_looks_too(cast: Cast) -> None:
    Look.objects.count()
    page = DeclaredPage("tests.another_page", Permission.SEE_CHILD, child="child_id")
    for who, allowed, basis in (("lead", True, "lead social worker"), ("police_elsewhere", False, "As a police officer")):
        request = RequestFactory().get("/")
        request.user, request.session = cast.users[who], {}  # type: ignore[assignment]
        request.at = FRIDAY  # type: ignore[attr-defined]
        web._door(page, lambda request, **kwargs: HttpResponse("in"))(request, child_id=cast.ava.pk)
        look = Look.objects.filter(user=cast.users[who], page="tests.another_page").get()
        assert (look.child, look.allowed, look.at, look.as_at) == (cast.ava.pk, allowed, FRIDAY, FRIDAY)
        assert look.basis.startswith(basis)


def test_no_title_belongs_to_two_roles() -> None:
    seen: dict[str, str] = {}
    for role in ROLES:
        for title in role.titles:
            assert title not in seen, f"{title} is both {seen.get(title)} and {role.id}"
            seen[title] = role.id
