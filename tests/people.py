"""The eight people of the demonstration, for tests that sign in as them."""

from holdfast.access.demo_people import DEMO_PEOPLE, DemoPerson
from holdfast.access.models import User
from holdfast.record.models import Organisation, Worker

EIGHT = ("maya.osei", "amina.khan", "sam.poole", "ruth.adeyemi", "david.lowe", "priya.nair", "joe.ellis", "helen.marsh")
"""Those of the demonstration whom a test's partnership has."""
PLACES = {
    "larkfield-primary": ("school", "Larkfield Primary School"),
    "northmere-health": ("health", "Northmere Community Health Trust"),
    "csc": ("childrens_social_care", "Northmere Children’s Services"),
}


def make_demo_people() -> dict[str, User]:
    """All eight, with the manager above the social worker and the director above the manager; by username."""
    made = {person.username: _make(person) for person in DEMO_PEOPLE if person.username in EIGHT}
    _manages(made, "ruth.adeyemi", "sam.poole")
    _manages(made, "helen.marsh", "ruth.adeyemi")
    return made


def _make(person: DemoPerson) -> User:
    kind, name = PLACES[person.organisation]
    place, _ = Organisation.objects.get_or_create(id=person.organisation, defaults={"kind": kind, "name": name})
    worker = Worker.objects.create(id=person.username, name=person.name, role=person.role, organisation=place)
    return User.objects.create(username=person.username, worker=worker)


def _manages(made: dict[str, User], manager: str, worker: str) -> None:
    below = made[worker].worker
    assert below is not None
    below.manager = made[manager].worker
    below.save()
