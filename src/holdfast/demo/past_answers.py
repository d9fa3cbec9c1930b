"""What showed long ago and cannot be mended was answered at the time, in words. Historic breaches are history."""

from datetime import UTC, datetime, timedelta
from random import Random

from holdfast.demo.days import moment, working
from holdfast.demo.invented_partnership import Northmere, Progress
from holdfast.demo.seeds import ORIGIN, chance, ident
from holdfast.demo.story import Story
from holdfast.kernel.when import london_day
from holdfast.record.ledger.append import write
from holdfast.record.models import Alert
from holdfast.record.projection.refresh import bring_up_to_date
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry

RECENT = timedelta(days=6)
"""What was raised within these days is still being seen to."""


def settle(made: Northmere, tell: Progress) -> None:
    """Answer, in the words of a manager, every open alert that is old, except in the families that are alive today."""
    told_of = {child.id: story for story in made.stories for child in story.family.children}
    old = Alert.objects.filter(ended_at=None, answered_by=None, raised_at__lt=made.at - RECENT).order_by("child_id", "key")
    answers = [
        _answer(alert, story, made.at)
        for alert in old
        # Not of the families that are alive today: what is open with them is what there is to see.
        if (story := told_of.get(alert.child_id)) is not None and story.family.key not in made.alive
    ]
    # In the order in which they would have been given, because the order of arrival is never put right afterwards.
    write(sorted(answers, key=lambda each: (each.recorded_at, each.id)), imported_from=ORIGIN)
    children = sorted({child for answer in answers for child in answer.about})
    bring_up_to_date(children, at=made.at)
    tell("old alerts answered", len(answers), len(answers))


def _answer(alert: Alert, story: Story, at: datetime) -> Entry:
    rng = chance("answer", alert.key)
    day = working(london_day(alert.raised_at), rng.randrange(1, 4))
    # An answer of tomorrow would be in nobody's record today.
    when = min(moment(day, rng, 9, 12), at)
    words = _words(alert.rule_id, story, rng)
    return Entry.build(
        id=ident("answer", alert.child_id, alert.key),
        type="alert_answered",
        happened={"from": day.isoformat(), "to": day.isoformat()},
        about=[alert.child_id],
        data={"alert": str(alert.pk), "answer": words},
        recorded_at=when.astimezone(UTC),
        by=story.manager or "colin.hale",
    )


def _words(rule: str, story: Story, rng: Random) -> str:
    """An answer to what this rule asks: of a signal by what it is about, of a standard by what it wanted."""
    if rule in SIGNALS:
        return story.pen.note(rng, "answers", "signals", SIGNALS[rule].theme)
    return story.pen.note(rng, "answers", "late", wanted=STANDARDS[rule].wanted)
