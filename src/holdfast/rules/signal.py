"""What a signal is: a pattern in the record that should worry someone, asked of a named person as a question.

A signal never scores, ranks or predicts. It is a sentence, the entries that made it, and the source that says it
matters; a person answers it in words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from holdfast.rules.node import WHO_IT_IS, Beginning, Node, Rules, check_entry_types
from holdfast.rules.shapes import Named, Numbers, Shape

Severity = Literal["critical", "high", "medium", "low"]

ANSWER_WITHIN: dict[str, str] = {
    "critical": "the same working day",
    "high": "2 working days",
    "medium": "5 working days",
    "low": "the next supervision",
}


@dataclass(frozen=True)
class Signal(Node):
    """``says`` is the pattern in words, ``numbers`` its parameters (each a setting), ``tell`` the roles told, ``asks``
    what an answer has to hold, ``guard`` what keeps it from crying wolf.

    ``pattern`` makes the shape from the numbers, so that a partnership's own numbers make its own shape; ``why`` is the
    sentence a person reads, with ``{when}`` and ``{first}`` for when the last and first entry happened, ``{n}`` for how many
    there are, ``{due}`` for a day something was due, and any of the numbers by name. A comparison that no shape can say
    names in ``reads`` the entry types it looks at and has a function of its own. ``timed`` signals count in hours.
    ``evidence`` names the research beside the review. It is raised for children; ``adults`` says that it is raised for an
    adult too, where entries are about adults alone. ``about_family`` says it is about the child's brothers and sisters as
    well, ``partnership`` that it is raised of the partnership itself where its entries are about nobody in particular,
    ``after_death`` that it may also be raised once the person has died."""

    id: str
    title: str
    theme: str
    says: str
    severity: Severity
    tell: tuple[str, ...]
    asks: str
    numbers: Mapping[str, int | float]
    review_paragraphs: tuple[str, ...]
    reads: tuple[str, ...] = ()
    pattern: Callable[[Numbers], Shape] | None = None
    why: str = ""
    evidence: tuple[str, ...] = ()
    guard: str = ""
    timed: bool = False
    adults: bool = False
    about_family: bool = False
    partnership: bool = False
    after_death: bool = False

    def __post_init__(self) -> None:
        # A shape says by its parts what it looks at. A function of its own can be asked nothing, so it has to be said beside
        # it.
        if (self.pattern is None) != bool(self.reads):
            raise ValueError(f"{self.id}: a signal has a shape, or else names the entry types its own function reads")
        if (self.pattern is None) != (not self.why):
            raise ValueError(f"{self.id}: a shape needs the sentence that explains it")
        check_entry_types(self.reads)

    @cached_property
    def shape(self) -> Shape:
        """The pattern with these numbers."""
        if self.pattern is None:
            return Named(self.reads)
        try:
            return self.pattern(self.numbers)
        except KeyError as missing:
            # Whoever writes a pattern reads its numbers by name, and a name that is missing there says nothing of which
            # signal it was.
            said = ", ".join(self.numbers) or "none"
            raise ValueError(f"{self.id}: its pattern asks for a number {missing}, and its numbers are: {said}") from missing

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """What its shape looks at."""
        return self.shape.looks_at(rules).union(WHO_IT_IS)

    def begins(self, rules: Rules) -> Beginning:
        """What begins its shape."""
        return self.shape.begins(rules)

    @property
    def answer_within(self) -> str:
        """How soon somebody must answer."""
        return ANSWER_WITHIN[self.severity]
