"""A file of a partnership's values, named on the command line."""

from pathlib import Path

from holdfast.cli.preflight import stop_with
from holdfast.engine.rulebook import NUMBERS
from holdfast.standards.local_values import NO_VALUES, ValueRefused, Values, read_values

REFUSED = 2


def values_in(file: str | None) -> Values:
    """The values in ``file``; none where no file is named. Stops, saying where and why, where one cannot be set."""
    # As published, and not as this partnership has it: a file that is sent to somebody else must be read alike there.
    if file is None:
        return NO_VALUES
    try:
        return read_values(Path(file).read_text(encoding="utf-8"), NUMBERS)
    except OSError as error:
        stop_with(f"{file} cannot be read: {error.strerror}. Check the name and try again.", REFUSED)
    except ValueRefused as refused:
        stop_with(f"{file}: {refused.field}: {refused.what} {refused.do}", REFUSED)
