"""What happens around every request: it is told the time, it is logged without a word about anyone, and the browser is told
to keep nothing."""

from collections.abc import Callable
from time import perf_counter

import structlog
from django.http import HttpRequest, HttpResponse

from holdfast.config import system_clock

Answer = Callable[[HttpRequest], HttpResponse]
log = structlog.get_logger("holdfast.request")


def request_instant(answer: Answer) -> Answer:
    """Read the clock once, as ``request.at``. Pages and what they call are told this instant and read no clock."""

    def set_instant(request: HttpRequest) -> HttpResponse:
        request.at = system_clock.now()  # type: ignore[attr-defined]
        return answer(request)

    return set_instant


def request_log(answer: Answer) -> Answer:
    """One line a request: which page by the name of its view, how it ended, how long it took."""

    def logged(request: HttpRequest) -> HttpResponse:
        started = perf_counter()
        response = answer(request)
        # The view's name and not the address: an address can hold a child's id, and a query what somebody searched for.
        match = request.resolver_match
        log.info(
            "request",
            method=request.method,
            page=match.view_name if match else None,
            status=response.status_code,
            milliseconds=round((perf_counter() - started) * 1000),
        )
        return response

    return logged


def response_headers(answer: Answer) -> Answer:
    """A shared computer in a school office must not show the last page to the next person."""

    def set_headers(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        # What everybody may have is kept by the browser; a page about a child never is, not even for the button that goes back.
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return set_headers
