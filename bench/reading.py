"""The child's page against the bare query for the same child's entries."""

from collections.abc import Iterator

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.urls import reverse

from bench.recording import SIZES
from bench.timing import Ratio, side_by_side
from holdfast.config.system_clock import fixed_at
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryAbout, Worker

QUERY = """
SELECT e.id, e.type, e.happened, e.recorded_at, b.data FROM record_entryenvelope e
JOIN record_entryabout a ON a.envelope_id = e.id JOIN record_entrybody b ON b.envelope_id = e.id
WHERE a.person_id = %s ORDER BY e.happened_end
"""


def ratios() -> Iterator[Ratio]:
    """The page of a child with a few, some and many entries, as their lead social worker opens it."""
    worker = Worker.objects.get(pk="sam")
    user = get_user_model().objects.create(username="sam.bench", worker=worker)
    for size in SIZES[:3]:
        child = f"bench-{size}"
        last = EntryAbout.objects.filter(person_id=child).order_by("-envelope__recorded_at").first()
        assert last is not None
        at = last.envelope.recorded_at
        append(
            at=at,
            by=worker,
            type="worker_allocated",
            happened=at.date().isoformat(),
            about=[child],
            data={"worker": "sam", "role": "lead_social_worker"},
        )
        with fixed_at(at):
            client = Client()
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            address = reverse("child:page", args=[child])
            assert client.get(address).status_code == 200
            yield side_by_side(
                f"the child's page, {size} entries",
                lambda client=client, address=address: client.get(address),
                "its bare query",
                lambda child=child: _query(child),
                5,
            )


def _query(child: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(QUERY, [child])
        return cursor.fetchall()
