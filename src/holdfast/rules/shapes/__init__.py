"""The shapes a worry can have. As standards are, they are frozen values that say nothing about how they are looked up."""

from holdfast.rules.shapes.awaited_birth import AwaitedBirth
from holdfast.rules.shapes.composite import AnyShape, Named, Said, Shape, Showing
from holdfast.rules.shapes.confidant import OutOfTouch
from holdfast.rules.shapes.numbers import Numbers, days
from holdfast.rules.shapes.occurrence import Fails, FutureDated, Happens, Stands, Unrepresented, WhileWorker
from holdfast.rules.shapes.omission import Lacks, Stale, Undone
from holdfast.rules.shapes.overdue import Breached, LongerThan, Meanwhile, Together
from holdfast.rules.shapes.unlikely_family import BirthParents, BirthsApart, ParentAge, ParentDead
from holdfast.rules.shapes.wrong_order import OutOfLife, OutOfOrder, Pair, ToldAfterDeath

__all__ = [
    "AnyShape",
    "AwaitedBirth",
    "BirthParents",
    "BirthsApart",
    "Breached",
    "Fails",
    "FutureDated",
    "Happens",
    "Lacks",
    "LongerThan",
    "Meanwhile",
    "Named",
    "Numbers",
    "OutOfLife",
    "OutOfOrder",
    "OutOfTouch",
    "Pair",
    "ParentAge",
    "ParentDead",
    "Said",
    "Shape",
    "Showing",
    "Stale",
    "Stands",
    "Together",
    "ToldAfterDeath",
    "Undone",
    "Unrepresented",
    "WhileWorker",
    "days",
]
