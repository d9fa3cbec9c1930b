"""What somebody must be allowed to do to put right what is stated of a person."""

from collections.abc import Mapping
from typing import Any

from holdfast.access.decide import require
from holdfast.access.permissions import Permission
from holdfast.kernel.moment import Moment
from holdfast.record.stated_address import people_of


def require_of_each(arguments: Mapping[str, Any]) -> None:
    """state facts about everybody in whose record it stands"""
    by, fact, at = arguments["by"], arguments["fact"], arguments["at"]
    require(by, Permission.STATE_FACT, fact.person_id, Moment.live(at))
    # A home may go with an entry about a brother too, and what is put right is put right in his record.
    for person in people_of(fact, at):
        require(by, Permission.STATE_FACT, person, Moment.live(at))
