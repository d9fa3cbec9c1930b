"""How many modules of the house one entry enters on its way into the record: so many a reader has to know to follow it.

What the rules enter while they are asked is not counted here: that is a way of its own, and measured as one. The number stands
with the other measures of the tree (``scripts/measure_house.py``), and in ``docs/architecture.md`` beside them.
"""

import pytest
from scripts.measure_house import MODULES_OF_ONE_APPEND
from scripts.module_ways import entered

from tests.record.family import Family


@pytest.mark.django_db
def test_an_append_enters_no_more_modules_than_is_written_down(family: Family) -> None:
    # Once before it is followed: rules are compiled as they are first asked, and what compiles them is not on an entry's way.
    family.contact()
    way = entered(family.contact)
    house = sorted(name for name in way if not name.startswith(("engine/", "rules/")))
    assert len(house) <= MODULES_OF_ONE_APPEND, (
        f"One append enters {len(house)} modules, and {MODULES_OF_ONE_APPEND} are written down. Let one module ask another one "
        f"question instead of several, or say in its own review why this is worth another stop:\n" + "\n".join(house)
    )
    # A statement that is composed once in a process is on the way of the first entry that needs it, and of no other.
    once = {"record/projection/projection_statements.py"}
    assert len({*house, *once}) >= MODULES_OF_ONE_APPEND, (
        f"One append enters only {len(house)} modules now: write that into scripts/measure_house.py, then: make docs"
    )
