"""Names as people really write them. What was typed is kept; only the keys beside it are plain."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from holdfast.identity.name_forms import folded, is_placeholder, mixes_scripts, sound, words
from holdfast.identity.same_name import similar


def sounds(text: str) -> set[str]:
    """The sound of each word of a name and of all of it."""
    return {heard for word in words(text) if (heard := sound(word))}


ALIKE = [
    ("Aoife O'Neill", "Aoife O’Neill"),
    ("Aoife O'Neill", "Aoife O`Neill"),
    ("Aoife O'Neill", "Aoife ONeill"),
    ("Zo\u00eb", "Zoe\u0308"),
    ("İpek Işık", "ipek isik"),
    ("Siân Ŵyn", "Sian Wyn"),
    ("Łukasik", "Lukasik"),
    ("Nguyễn", "Nguyen"),
    ("Straße", "STRASSE"),
    ("\u0410nna", "Anna"),  # the first letter is Cyrillic
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_a_name_is_found_whichever_way_it_was_typed(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("smith", "smyth"),
        ("catherine", "kathryn"),
        ("neill", "niell"),
        ("hussain", "hussein"),
        ("philip", "filip"),
        ("wright", "right"),
    ],
)
def test_names_that_sound_alike_have_the_same_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("smith", "jones"), ("ava", "lucas"), ("reed", "wood")])
def test_names_that_sound_different_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize("name", ["Baby Boy Smith", "Unborn Baby Smith", "Unknown", "TBC", "Twin 1 Smith", "", "  "])
def test_a_placeholder_is_nobodys_name_and_never_a_match(name: str) -> None:
    assert is_placeholder(name)
    assert not similar(name, name)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Chloe Shaw", "Chloë Shaw", True),
        ("Jon Smith", "John Smyth", True),
        ("Chloe Shaw", "Zoe Shaw", False),
        ("Ava Reed", "Lucas Reed", False),
    ],
)
def test_names_that_could_be_taken_for_each_other_at_night_are_called_similar(one: str, other: str, alike: bool) -> None:
    assert similar(one, other) is alike


def test_letters_of_another_script_are_kept_so_that_the_name_can_be_found_as_it_is_written() -> None:
    assert words("محمد علي") == ("محمد", "علي", "محمدعلي")


def test_a_name_that_mixes_alphabets_is_pointed_out() -> None:
    assert mixes_scripts("\u0410nna")
    assert not mixes_scripts("Anna")


@pytest.mark.django_db
@given(st.text(max_size=40).filter(lambda text: ("\x00" not in text and text.isprintable()) or text.isalpha()))
def test_the_database_makes_the_same_keys_as_python_for_latin_names(text: str) -> None:
    latin = "".join(letter for letter in text if ord(letter) < 0x250) or "Zoë O’Neill"
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_folded(%s), identity_words(%s), identity_sounds(%s)", [latin, latin, latin])
        in_database = cursor.fetchone()
    assert in_database == (folded(latin), sorted(words(latin)), sorted(sounds(latin)))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", [name for pair in ALIKE for name in pair] + ["van der Berg", "d'Arcy", "Ní Dhónaill", "محمد علي", "Æthel Þór"]
)
def test_the_database_makes_the_same_keys_as_python(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_folded(%s), identity_words(%s), identity_sounds(%s)", [text, text, text])
        assert cursor.fetchone() == (folded(text), sorted(words(text)), sorted(sounds(text)))
