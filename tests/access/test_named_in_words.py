"""Whom somebody means who says in ordinary words who must not know: what could mean a professional holds for them."""

import pytest

from holdfast.access.kept_from_answers import ANY, NONE, settled, to_ask
from holdfast.access.named_in_words import Known, meant_by
from holdfast.demo.staff import staff
from holdfast.vocabulary.kept_from import KeptFrom, lines_of

NORTHMERE = staff()
KNOWN = Known(NORTHMERE.workers, NORTHMERE.organisations, {"lee": "Lee Brook"})
HEALTH_VISITORS = {"priya.nair", "claire.dove", "mercy.banda", "sue.tarrant"}


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Priya Nair", "priya.nair"),
        ("priya nair", "priya.nair"),
        ("Nair, Priya", "priya.nair"),
        ("Priya Nair, health visitor", "priya.nair"),
        ("Steve Ware (mum's drug worker), he would tell her", "steve.ware"),
        ("Recovery North", "recovery-north"),
        ("the Larkfield Primary School.", "larkfield-primary"),
        ("St Aidan's RC Primary School", "st-aidans-primary"),
        ("Martin O'Brien", "martin.obrien"),
        ("steve.ware", "steve.ware"),
    ],
)
def test_a_whole_name_is_that_worker_or_agency_and_needs_no_question(said: str, who: str) -> None:
    meant = meant_by(said, KNOWN)
    assert (meant.sure, meant.maybe) == ((who,), ())


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Dr Hakim", {"tenter-street.gp"}),
        ("Hakim", {"tenter-street.gp"}),
        ("Dr Hakeem", {"tenter-street.gp"}),
        ("Prya Nair", {"priya.nair"}),
        ("Priya", {"priya.nair"}),
        ("Larkfield school", {"larkfield-primary", "mill-hey-primary"}),
        ("Larkfield Primary", {"larkfield-primary"}),
        ("the school", {"larkfield-primary", "beacon-academy", "ropewalk-school"}),
        ("his teacher", {"larkfield-primary"}),
        ("police", {"northmere-police", "pc.dunn"}),
        ("the health visitors", HEALTH_VISITORS),
        ("the HV", {"priya.nair"}),
        ("mum’s drug worker", {"steve.ware"}),
        ("the GP’s", {"tenter-street.gp", "canal-side.gp"}),
        ("17 Tenter Street", {"tenter-street-practice"}),
        ("Northmere Community Health", {"northmere-health"}),
        ("her social worker", {"sam.poole", "grace.okafor"}),
    ],
)
def test_part_of_a_name_a_kind_of_work_or_of_agency_may_mean_each_of_them(said: str, who: set[str]) -> None:
    meant = meant_by(said, KNOWN)
    assert meant.sure == ()
    assert who <= set(meant.maybe)


@pytest.mark.parametrize(
    "said",
    [
        "her dad, who waits outside",
        "Her dad will be outside at noon",
        "Kev, his brother",
        "the neighbour",
        "social services",
        "dad in Northmere",
        "nobody",
        "I do not know",
        "",
        "---",
    ],
)
def test_words_for_somebody_of_the_family_mean_no_professional(said: str) -> None:
    assert meant_by(said, KNOWN) == meant_by("", KNOWN)


def test_each_of_several_in_one_line_is_read() -> None:
    meant = meant_by("Larkfield Primary School, and the GP", KNOWN)
    assert meant.sure == ("larkfield-primary",)
    assert {"canal-side.gp", "tenter-street.gp", "copperas.gp"} <= set(meant.maybe)
    assert meant_by("Steve Ware & Lee Brook", KNOWN).sure == ("steve.ware", "lee")
    assert lines_of("Steve Ware; Lee Brook\n\n the GP ") == ("Steve Ware", "Lee Brook", "the GP")


def test_one_of_a_kind_by_name_is_not_the_others_of_the_kind_but_one_beside_them_is() -> None:
    assert not HEALTH_VISITORS & set(meant_by("Priya Nair, health visitor", KNOWN).maybe)
    assert HEALTH_VISITORS - {"priya.nair"} <= set(meant_by("Priya Nair or another health visitor", KNOWN).maybe)


def test_two_of_one_name_are_asked_about() -> None:
    second = KNOWN.workers["priya.nair"].__class__("other", "Priya Nair", "csc", "social_worker", None)
    meant = meant_by("Priya Nair", Known({**KNOWN.workers, "other": second}, KNOWN.organisations))
    assert (meant.sure, set(meant.maybe)) == ((), {"priya.nair", "other"})


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        (("tenter-street.gp",), KeptFrom(("steve.ware", "tenter-street.gp"), (), "Steve Ware\nDr Hakim")),
        ((ANY,), KeptFrom(("steve.ware", "Dr Hakim"), (), "Steve Ware\nDr Hakim")),
        ((), KeptFrom(("steve.ware", "Dr Hakim"), (), "Steve Ware\nDr Hakim")),
        ((NONE,), KeptFrom(("steve.ware", "Dr Hakim"), ("Dr Hakim",), "Steve Ware\nDr Hakim")),
    ],
)
def test_what_is_answered_is_what_is_kept_and_the_words_stay(answer: tuple[str, ...], kept: KeptFrom) -> None:
    said = "Steve Ware\nDr Hakim"
    assert list(to_ask(said, KNOWN)) == ["Dr Hakim"]
    assert settled(said, {"Dr Hakim": answer}, KNOWN) == kept


def test_words_beside_a_name_are_not_lost() -> None:
    kept = settled("Steve Ware, and her dad", {}, KNOWN)
    assert kept == KeptFrom(("steve.ware",), (), "Steve Ware, and her dad")
