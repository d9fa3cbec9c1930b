"""What the first press of a button was answered with: a second press of the same, on a slow line, is answered alike."""

import hashlib

from django.http import HttpRequest

REMEMBERED = 20
"""The session is a row that is written at every form: more than anybody sends while one answer is on its way."""
_ANSWERS = "holdfast_first_answers"


def note_answer(request: HttpRequest, send_id: str, location: str) -> None:
    """Remember where the first press led."""
    kept = request.session.get(_ANSWERS, [])
    request.session[_ANSWERS] = [*kept, [_mark(request, send_id), location]][-REMEMBERED:]


def first_answer(request: HttpRequest, send_id: str) -> str | None:
    """Where the first press of this very form led, said in the same words; nothing where this is the first."""
    mark = _mark(request, send_id)
    return next((location for kept, location in request.session.get(_ANSWERS, []) if kept == mark), None)


def _mark(request: HttpRequest, send_id: str) -> str:
    # With everything that was said: whoever goes back and says something else under the same id has to be heard, or refused. Only
    # the digest is kept, since what was said is no business of a session.
    said = sorted((name, request.POST.getlist(name)) for name in request.POST if name != "csrfmiddlewaretoken")
    return hashlib.sha256(repr((request.path, send_id, said)).encode()).hexdigest()
