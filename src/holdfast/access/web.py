"""The door of every page. A view that is not declared here cannot be reached: a test walks the URLs and says so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial, wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views import View

from holdfast.access.decide import Decision, may
from holdfast.access.models import Look, User
from holdfast.access.moments import MomentRefused, attach_moment
from holdfast.access.permissions import Permission
from holdfast.kernel.moment import Moment


@dataclass(frozen=True)
class DeclaredPage:
    """A page and what somebody must be allowed to do to open it. ``child``, ``entry`` and ``matter`` name the parts of the URL
    that hold the child's id, the entry's (a concern, say) and the alert's, if it has them."""

    name: str
    permission: Permission
    child: str | None = None
    entry: str | None = None
    matter: str | None = None


class PageRequest(HttpRequest):
    """A request as a declared page sees it: somebody allowed in, at one instant, reading at one moment."""

    user: User
    at: datetime
    moment: Moment
    in_the_past: bool
    moment_refused: MomentRefused | None
    decision: Decision
    warned_about: tuple[str, ...]


AView = TypeVar("AView", bound=Callable[..., HttpResponseBase] | type[View])

_DECLARED: dict[str, DeclaredPage] = {}


def declared_pages() -> tuple[DeclaredPage, ...]:
    """Every page declared by the modules loaded so far, by name."""
    return tuple(_DECLARED[name] for name in sorted(_DECLARED))


def page(
    *, permission: Permission, child: str | None = None, entry: str | None = None, matter: str | None = None
) -> Callable[[AView], AView]:
    """Declare a view (a function or a class). ``child``/``entry``/``matter`` are the names of URL arguments. A class may have a
    method ``when_signed_out(request)`` that keeps what somebody sent after they had been signed out."""

    def declare(view: AView) -> AView:
        declared = DeclaredPage(f"{view.__module__}.{view.__qualname__}", permission, child, entry, matter)
        # A module imported twice under two names would otherwise give one page two permissions, of which the last would hold.
        if declared.name in _DECLARED:
            raise ValueError(f"{declared.name} is declared twice: a page has one permission")
        _DECLARED[declared.name] = declared
        # A class is guarded at dispatch and not around as_view(): a decorator there would be lost on every subclass, and a
        # subclass without a permission of its own is a page that anybody can open.
        if isinstance(view, type):
            dispatch = cast(type[View], view).dispatch

            @wraps(dispatch)
            def guarded(self: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
                signed_out = getattr(self, "when_signed_out", None)
                return _door(declared, partial(dispatch, self), signed_out)(request, *args, **kwargs)

            # as_view() copies what dispatch carries onto the function that the addresses hold, and there the walk over them
            # finds it.
            cast(Any, guarded).declared_page = declared
            cast(Any, view).dispatch = guarded
            return view
        door = wraps(view)(_door(declared, view))
        cast(Any, door).declared_page = declared
        return cast(AView, door)

    return declare


def _door(
    declared: DeclaredPage,
    view: Callable[..., HttpResponseBase],
    signed_out: Callable[[HttpRequest], None] | None = None,
) -> Callable[..., HttpResponseBase]:
    def door(plain: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # One request has one moment, also where one page's view draws another's.
        if not hasattr(plain, "moment"):
            attach_moment(plain)
        request = cast(PageRequest, plain)
        # Before who it is: a day that has not come cannot be shown to anybody, and nobody's record is looked at to say so.
        if request.moment_refused is not None:
            return render(request, "holdfast/cannot_show.html", {"why": str(request.moment_refused)}, status=400)
        if declared.permission is not Permission.PUBLIC:
            if not plain.user.is_authenticated:
                # What was typed before the time ran out is kept before anything else happens to it: after the redirect the
                # browser has only the address.
                if signed_out is not None and request.method == "POST":
                    signed_out(request)
                return _to_sign_in(request)
            # To setting one up, and not to a refusal: somebody new has only a password, and has to come in once to add the
            # second step.
            if _second_step_missing(request):
                return redirect("mfa_index")
            refused = _check(declared, request, kwargs)
            if refused is not None:
                return refused
        return view(request, *args, **kwargs)

    return door


def _second_step_missing(request: PageRequest) -> bool:
    """Whether somebody must first set up a passkey or an authenticator app. Always in production."""
    return bool(getattr(settings, "SECOND_STEP_REQUIRED", settings.PRODUCTION)) and not is_mfa_enabled(request.user)


def _check(declared: DeclaredPage, request: PageRequest, kwargs: dict[str, Any]) -> HttpResponse | None:
    """Decide and record the look. Returns the refusal page, or nothing when they may go in."""
    child = str(kwargs[declared.child]) if declared.child else None
    entry = str(kwargs[declared.entry]) if declared.entry else None
    matter = str(kwargs[declared.matter]) if declared.matter else None
    decision = may(request.user, declared.permission, child, request.moment, entry=entry, matter=matter)
    # Looks that were refused are kept as well: who tried to open a record and might not is what an audit asks first.
    record_looks(request, declared, decision)
    note_decision(request, declared, decision)
    if decision.allowed:
        return None
    return render(request, "holdfast/refused.html", {"decision": decision, "permission": declared.permission}, status=403)


def note_decision(request: PageRequest, declared: DeclaredPage, decision: Decision) -> None:
    """Keep with the request why somebody came in, and about which children its page warns them of what is kept back."""
    request.decision = decision
    # Whoever told us something may follow what became of it, and is not one of those who are told what is kept back.
    follows = declared.permission is Permission.SEE_OWN_CONCERN
    request.warned_about = decision.children if decision.allowed and not follows else ()


def record_looks(request: PageRequest, declared: DeclaredPage, decision: Decision) -> None:
    """One look for each child the page is about, refused looks too."""
    Look.objects.bulk_create(
        Look(
            at=request.at,
            user=request.user,
            child=child[:100],
            page=declared.name[:200],
            permission=declared.permission.value,
            allowed=decision.allowed,
            basis=(decision.basis if decision.allowed else decision.reason)[:300],
            as_at=request.moment.as_at,
        )
        # An entry about three children is a look at three records, and each family may ask who looked.
        for child in decision.children
    )


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back; a part of a page asked for by htmx takes the whole page there."""
    # htmx would put the sign-in page in the place of the part it asked for, in the middle of the page that is open.
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=204)
        response["HX-Redirect"] = redirect_to_login(_path_of(request.headers.get("HX-Current-URL", "")), settings.LOGIN_URL).url
        return response
    return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)


def _path_of(address: str) -> str:
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "") or "/"
