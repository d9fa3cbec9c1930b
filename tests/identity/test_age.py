"""An age is no more exact than the birth it is counted from."""

from datetime import date

import pytest

from holdfast.identity.ages import age, died_in_words
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


@pytest.mark.parametrize(
    ("born", "died", "said"),
    [
        ("2015-05-05", "2017-02-01", "died 1 Feb 2017, 20 months old"),
        ("2003-11-29", "2019-11-28", "died 28 Nov 2019, aged 15"),
        ("2003-11-29", "2019-11-29", "died 29 Nov 2019, aged 16"),
        ("1990-06-15", "2019-06", "died June 2019, aged 28 or 29"),
        (None, "2019-06", "died June 2019"),
        ("2003-11-29", "2019-11-30", "aged 16"),
    ],
)
def test_nobody_grows_older_after_their_death(born: str | None, died: str, said: str) -> None:
    when = When.parse(died)
    old = age(When.parse(born) if born else None, DAY, when)
    assert died_in_words(when if when.first <= DAY else None, old) == said
