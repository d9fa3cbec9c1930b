"""An age is no more exact than the birth it is counted from."""

from datetime import date

import pytest

from holdfast.identity.ages import age
from holdfast.kernel.when import When

DAY = date(2019, 11, 29)  # a Friday


@pytest.mark.parametrize(
    ("born", "short", "said"),
    [
        (None, "?", "age not known"),
        ("2003-11-29", "16", "aged 16"),
        ("2003-11-30", "15", "aged 15"),
        ("2010", "8–9", "aged 8 or 9"),
        ({"from": "1981-01-01", "to": "1985-12-31"}, "33–38", "aged between 33 and 38"),
        ("2018-05-01", "18m", "18 months old"),
        ("2019-11-15", "0m", "under a month old"),
        ("2019-10-29", "1m", "1 month old"),
        ("2018", "0–1", "between 10 and 22 months old"),
        ({"from": "2017-03-01", "to": "2019-09-30"}, "0–2", "not more than 2 years old"),
        ("2016-02-29", "3", "aged 3"),
        ("2019-12-01", "", "not yet born"),
    ],
)
def test_an_age_is_said_as_exactly_as_the_birth_is_known(born: object, short: str, said: str) -> None:
    found = age(When.parse(born) if born else None, DAY)
    assert (found.short, found.words) == (short, said)
