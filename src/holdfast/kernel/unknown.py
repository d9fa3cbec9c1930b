"""Unknown as a value: something the record does not say, and what would have to be recorded to say it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unknown:
    """A question the record cannot answer.

    ``missing`` names, in words a practitioner can act on, what would have to be recorded. An Unknown is never
    true and never false: using one as a condition is a mistake in the program and raises ``TypeError``.
    """

    missing: str

    def __bool__(self) -> bool:
        # Python would take any object for true. An unknown date of birth must never meet a standard, or miss one, because
        # somebody wrote ``if``.
        raise TypeError(f"an unknown is neither true nor false: {self.missing}")
