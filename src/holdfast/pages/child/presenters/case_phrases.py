"""Small sentences that several parts of the child's pages share."""

from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.engine.reference.state import StateSpan
from holdfast.kernel.when import When, london_day
from holdfast.pages.child.queries.case import Case
from holdfast.vocabulary.codes import Category
from holdfast.vocabulary.entry import Entry

NOBODY_NAMED = "who recorded it is not recorded"


def who_recorded(case: Case, entry: Entry) -> str:
    """The worker and the agency whose record it is; says so where nobody is named."""
    worker = case.world.workers.get(entry.by or "")
    if worker is None:
        return NOBODY_NAMED
    agency = case.names.organisation(worker.organisation) if worker.organisation else ""
    return f"{worker.name}, {agency}" if agency else worker.name


def agency_of(case: Case, entry: Entry) -> str:
    """The agency whose record it is, or that it is not recorded."""
    worker = case.world.workers.get(entry.by or "")
    return case.names.organisation(worker.organisation) if worker and worker.organisation else "Agency not recorded"


def worker_words(case: Case, id: str | None) -> str:
    """A worker with their role: "Sam Poole, social worker"."""
    worker = case.world.workers.get(id or "")
    if worker is None:
        return id or "nobody"
    return f"{worker.name}, {worker.role.replace('_', ' ')}" if worker.role else worker.name


def ago(when: When, case: Case) -> str:
    """How long before the page's day something happened, where the day is known: "3 days ago"."""
    # "In June" has no number of days: a made-up one would be quoted in a conference.
    if not when.exact:
        return ""
    days = (case.day - when.first).days
    return {0: "today", 1: "yesterday", -1: "tomorrow"}.get(days) or (f"{days} days ago" if days > 0 else f"in {-days} days")


def on_with_ago(when: When, case: Case) -> str:
    """The date, and how long ago: "2 Nov 2019 (27 days ago)"."""
    near = ago(when, case)
    return f"{when.in_words()} ({near})" if near else when.in_words()


def recorded_late(entry: Entry) -> str:
    """How much later than it happened the record learned of it; nothing when it was the same day or it cannot be told."""
    # From the last day it can have happened: nobody is called late who may have written it down that evening.
    days = (london_day(entry.recorded_at) - entry.happened.last).days
    return "" if days <= 0 else "a day later" if days == 1 else f"{days} days later"


def plan_in_words(span: StateSpan, case: Case) -> str:
    """ "Child protection plan for neglect since 3 Oct 2018"."""
    category = category_of(span, case.id)
    words = span.state.title[:1].upper() + span.state.title[1:]
    return f"{words}{f' for {category}' if category else ''} since {span.started_by.happened.in_words()}"


def category_of(span: StateSpan, child: str) -> str:
    """The category of abuse that the plan was made under, in small letters, or nothing."""
    entry = span.started_by
    found = value(entry, "category")
    # A conference decides for each child by name, and brothers and sisters can be on plans of different categories.
    for row in value(entry, "decisions") or ():
        if row_value(row, "child") == child:
            found = row_value(row, "category")
    return found.label.lower() if isinstance(found, Category) else ""
