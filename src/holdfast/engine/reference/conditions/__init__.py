"""What every condition means for one child: a file for each file of :mod:`holdfast.rules.conditions`, of the same name.

A condition that is given no meaning here cannot be used by any rule, so importing this package refuses it.
"""

from holdfast.engine.reference.conditions import (
    age,
    comparison,
    contact,
    field,
    logic,
    meeting,
    plan,
    reference,
    subject,
    text,
    timeline,
    workforce,
)
from holdfast.engine.reference.event import MEANINGS
from holdfast.rules.event import Condition

for _module in (age, comparison, contact, field, logic, meeting, plan, reference, subject, text, timeline, workforce):
    MEANINGS.update(_module.MEANINGS)

MEANINGS.require(Condition.__subclasses__())
