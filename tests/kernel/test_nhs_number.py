"""An NHS number is ten digits of which the last fits the others, and never a box filled in because it had to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.nhs_number import NotAnNhsNumber, in_groups, is_filler, read_number

WEIGHTS = range(10, 1, -1)


def with_check_digit(nine: str) -> str | None:
    """The published sum, worked out here apart from the library: eleven less the remainder; ten is never given."""
    check = 11 - sum(int(digit) * weight for digit, weight in zip(nine, WEIGHTS, strict=True)) % 11
    return None if check == 10 else f"{nine}{0 if check == 11 else check}"


# Numbers given out in England begin with 4, 6 or 7.
ENGLISH = st.builds(str.__add__, st.sampled_from("467"), st.text("0123456789", min_size=8, max_size=8))


@given(ENGLISH, st.sampled_from(("", " ", "-")), st.sampled_from(("", "NHS: ", "nhs no. ")))
def test_a_number_whose_last_digit_fits_is_read_however_it_is_spaced(nine: str, gap: str, label: str) -> None:
    number = with_check_digit(nine)
    if number is None or is_filler(number):
        return
    assert read_number(label + gap.join((number[:3], number[3:6], number[6:]))) == number


@given(st.text("0123456789", min_size=10, max_size=10))
def test_a_number_whose_last_digit_does_not_fit_is_nobodys(digits: str) -> None:
    if digits != with_check_digit(digits[:9]):
        with pytest.raises(NotAnNhsNumber):
            read_number(digits)


FILLERS = [*(str(digit) * 10 for digit in range(10)), "0123456789", "1234567890", "9876543210", "0987654321"]


@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize("written", ["{}", " {} ", "NHS {}"])
def test_what_is_typed_to_fill_the_box_is_nobodys_number(filler: str, written: str) -> None:
    with pytest.raises(NotAnNhsNumber, match="nobody knew"):
        read_number(written.format(in_groups(filler)))


def test_most_fillers_pass_the_check_digit_so_that_it_cannot_be_what_refuses_them() -> None:
    assert sum(filler == with_check_digit(filler[:9]) for filler in FILLERS) > 8


def test_a_number_is_shown_as_it_is_read_aloud() -> None:
    assert in_groups("9990000077") == "999 000 0077"
