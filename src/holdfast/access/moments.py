"""The moment a page is read at: now, or the day somebody asked to go back to.

The clock is read once for a request, in config/middleware.py, and told to everything as ``request.at``. ``?as_at=2018-11-02``
shows the record as it stood when that day ended: nothing later had happened and nothing later was known. Adding
``&known_at=`` tells that same day with what the record learned until then.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from holdfast.kernel.moment import Moment
from holdfast.vocabulary.faults import Wrong
from holdfast.vocabulary.scalars import read_when

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class MomentRefused(Exception):
    """The moment asked for cannot be shown. The message says why and what to do."""


@dataclass(frozen=True)
class PastMoment(Moment):
    """A day somebody asked to go back to, and the instant ``asked_at`` which they did. Queries read it as any moment; what the
    reader may see is decided by ``asked_at``, so that going back gives nobody the ties they had then."""

    asked_at: datetime


def asked_moment(query: "dict[str, str]", method: str, now: datetime) -> tuple[Moment, bool]:
    """The moment asked for and whether it is in the past. Raises ``MomentRefused``."""
    as_at_text, known_at_text = query.get("as_at", "").strip(), query.get("known_at", "").strip()
    # Only a day that was asked for is in the past. A page that is live has one instant, read once, so that two lists on it cannot
    # disagree.
    if not as_at_text and not known_at_text:
        return Moment.live(now), False
    # What is written now was not known then: recorded from a page of the past, it would stand there as if it had been.
    if method not in SAFE_METHODS:
        raise MomentRefused(
            "You are looking at this page as it stood in the past, so nothing can be recorded from here. "
            "Nothing you typed was recorded. Go back to today's page and record it there."
        )
    as_at = _instant(as_at_text, now) if as_at_text else now
    # Going back to a day shows what was known on it. That is what somebody asks who has to answer for what they did then;
    # hindsight is asked for by name.
    known_at = _instant(known_at_text, now) if known_at_text else as_at
    return PastMoment(as_at=as_at, known_at=known_at, asked_at=now), True


def _instant(text: str, now: datetime) -> datetime:
    try:
        # As a file is read: 1:30 on the night the clocks go back is asked about, and not guessed.
        asked = read_when(text)
    except Wrong as wrong:
        raise MomentRefused(f"We cannot show this page at that date: {wrong}. {wrong.do}") from wrong
    except ValueError as error:
        raise MomentRefused(f"We cannot show this page at that date: {error}.") from error
    if asked.start > now:
        raise MomentRefused("We cannot show this page at a date that has not come yet. Choose today or an earlier day.")
    # Of today only what has been: the end of it has not come.
    return min(asked.end, now)


def attach_moment(request: HttpRequest) -> None:
    """Set ``at`` (this instant, for commands), ``moment`` (for queries), ``in_the_past`` and ``moment_refused``."""
    now: datetime = getattr(request, "at", None) or settings.CLOCK()
    refused: MomentRefused | None = None
    try:
        moment, past = asked_moment({key: request.GET[key] for key in request.GET}, request.method or "GET", now)
    except MomentRefused as refusal:
        moment, past, refused = Moment.live(now), False, refusal
    for name, value in (("at", now), ("moment", moment), ("in_the_past", past), ("moment_refused", refused)):
        setattr(request, name, value)
