"""What every trigger means, as functions. A trigger that is given no meaning here cannot be used by any rule, so importing this
package refuses it."""

from typing import get_args

from holdfast.engine.compiled.trigger import MEANINGS
from holdfast.engine.compiled.triggers import (
    accumulation,
    disagreement,
    each_entry,
    missing_agencies,
    participants,
    patterns,
    preparation,
    sequences,
    state_changes,
    stays,
    vacancy,
)
from holdfast.rules.trigger import Trigger

__all__ = [
    "accumulation",
    "disagreement",
    "each_entry",
    "missing_agencies",
    "participants",
    "patterns",
    "preparation",
    "sequences",
    "state_changes",
    "stays",
    "vacancy",
]

MEANINGS.require(list(get_args(Trigger)))
