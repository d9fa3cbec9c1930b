"""The four children of the published review: every entry of their record can be opened, and put right without loss."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from holdfast.access.models import User
from holdfast.config.system_clock import fixed_at
from holdfast.exchange.importer import import_case
from holdfast.kernel.moment import Moment
from holdfast.pages.entries.forms.entry_form import EntryForm
from holdfast.pages.entries.forms.submission import Submission
from holdfast.pages.entries.links import correct_url, entry_url
from holdfast.pages.entries.queries.reference_choices import ReferenceChoices
from holdfast.record.models import EntryEnvelope, Organisation, Worker
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.type_catalogue import describe
from tests.pages.entries.family import signed_in
from tests.pages.entries.html import Page, faults
from tests.sizes import one_in

AFTER = datetime(2022, 3, 7, 9, 0, tzinfo=UTC)  # Monday
CASE = Path(__file__).parents[3] / "cases/review.json"


@pytest.fixture(scope="module")
def manager(django_db_setup: None, django_db_blocker: Any) -> Iterator[Client]:
    """A service manager's browser, with the record of the review behind it."""
    with django_db_blocker.unblock(), fixed_at(AFTER), transaction.atomic():
        import_case(CASE.read_bytes(), origin="review", at=AFTER)
        place = Organisation.objects.create(id="csc", kind="childrens_social_care", name="Northmere Children's Services")
        worker = Worker.objects.create(id="helen", name="Helen Marsh", organisation=place, role="service_manager")
        yield signed_in(User.objects.create(username="helen.marsh", worker=worker))
        transaction.set_rollback(True)


def every_entry() -> list[Entry]:
    return [entry_by_id(str(id)) for id in EntryEnvelope.objects.order_by("sequence").values_list("pk", flat=True)]


def test_what_every_entry_says_fits_in_its_form_and_comes_back_the_same(manager: Client) -> None:
    entries = every_entry()
    assert len(entries) > 100
    for entry in entries:
        references = ReferenceChoices.around(entry.about[0] if entry.about else None, None, Moment.live(AFTER), entry)
        form = EntryForm(describe(entry.type), references, at=AFTER, correcting=entry)
        sent = Submission({**form.filled(entry), "reason": ["To see that nothing is lost."]})
        answers = form.read(sent)
        assert answers is not None, (entry.type, sent.problems)
        assert answers.data == entry.data
        assert (answers.happened, set(answers.about), answers.source) == (entry.happened, set(entry.about), entry.source)


def test_the_page_of_one_entry_of_each_kind_opens_and_can_be_put_right(manager: Client) -> None:
    kinds = {entry.type: entry for entry in every_entry() if entry.about}
    put_right = 0
    for entry in list(kinds.values())[:: one_in("kinds of entry in the review, opened and put right")]:
        opened = manager.get(entry_url(entry.id))
        # What somebody else wrote, who is still here, has no link and is theirs to put right.
        offered = correct_url(entry.id) in opened.content.decode()
        for answer in (opened, *([manager.get(correct_url(entry.id))] if offered else [])):
            assert answer.status_code == 200, entry.type
            page = Page(answer.content.decode())
            assert faults(page) == [], entry.type
            assert describe(entry.type).title in page.text
        put_right += offered
    assert put_right
