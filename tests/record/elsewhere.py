"""Another process of the same system, which writes about a family while this one does. Run by itself: the database, the
child, the worker, and what to do."""

import os
import sys
from datetime import datetime, timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
os.environ.setdefault("HOLDFAST_ENV", "test")


def main(database: str, child: str, worker: str, at: str, what: str) -> None:
    import django

    django.setup()
    from holdfast.record import people
    from holdfast.record.ledger.append import append
    from holdfast.record.models import PersonFact, Worker
    from tests.databases import _point_at

    _point_at(database)
    by, now = Worker.objects.get(pk=worker), datetime.fromisoformat(at)
    if what == "visit":
        data = {"kind": "child_protection", "seen": [child], "seen_alone": [child], "worker": worker}
        append(at=now, by=by, type="visit_made", happened=now.date().isoformat(), about=[child], data=data)
    elif what == "born":
        born = PersonFact.objects.get(person=child, kind="born")
        people.state_fact(
            at=now, by=by, person=child, kind="born", value="2001-01", replaces=born, reason="Seen on a certificate."
        )
    elif what == "leave":
        append(at=now, by=by, type="absence_started", happened=now.date().isoformat(), about=[], data={"worker": worker})
    elif what == "role":
        Worker.objects.filter(pk=worker).update(role="family_support_worker")
    elif what == "sibling":
        other = people.add_person(at=now - timedelta(days=1), by=by, born="2015")
        people.relate(at=now, by=by, from_person=other, to_person=child, kind="sibling")


if __name__ == "__main__":
    main(*sys.argv[1:])
