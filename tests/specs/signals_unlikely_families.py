"""Signals about families that can hardly be as they are recorded: no entry is needed, and only what is certain is asked about."""

from holdfast.vocabulary.world import KnownRelationship
from tests.specs.kit import CHILD, FATHER, MOTHER, Example, Expect, Spec, given, person

AS_AT = "Thu 2019-10-31"
OTHER = "other"
ASKED = (Expect(state="raised", evidence=()),)


def tie(parent, kind, child=CHILD):  # type: ignore[no-untyped-def]
    """Whose parent somebody is."""
    return KnownRelationship(parent, child, kind)


def family(says, born, parent_born, expect, kind="mother", sex="F", entries=(), as_at=AS_AT):  # type: ignore[no-untyped-def]
    """An example of a child and one parent, born as they are said to be."""
    people = {CHILD: person(CHILD, "Ash", born), MOTHER: person(MOTHER, "Bel", parent_born, sex)}
    return Example(says, entries, as_at, expect, people=people, relationships=(tie(MOTHER, kind),))


PARENT_AGE = Spec(
    "SIG-PARENT-AGE",
    (
        family(
            "A mother younger than her child is asked about, with no entry on the record.",
            "1985-01-01",
            "1990-01-01",
            (
                Expect(
                    state="raised",
                    raised_on="1990-01-01",
                    evidence=(),
                    trigger=None,
                    about=(CHILD,),
                    says=(
                        "By the dates of birth on record, Bel Rowan was under 12 or over 60 at this birth. Is a date wrong, or "
                        "are they not the parent by birth?"
                    ),
                ),
            ),
        ),
        family("A mother of eleven years and 364 days.", "2012-01-01", "2000-01-02", (Expect(raised_on="2012-01-01"),)),
        family("On her twelfth birthday she may be.", "2012-01-02", "2000-01-02", ()),
        family("A father of eleven too.", "2012-01-01", "2000-01-02", ASKED, "father", "M"),
        family("A parent of whom nothing more is said.", "2012-01-01", "2000-01-02", ASKED, "birth_parent", None),
        family("A mother of sixty years and 364 days.", "2011-01-01", "1950-01-02", ()),
        family("Sixty-one is asked about.", "2011-01-02", "1950-01-02", ASKED),
        family("A parent who is a woman is the mother.", "2011-01-02", "1950-01-02", ASKED, "parent"),
        family("A father of sixty-one is not.", "2011-01-02", "1950-01-02", (), "father", "M"),
        family("An adoptive mother may be of any age.", "2012-01-01", "2005", (), "adoptive_mother"),
        family("A stepmother may.", "2012-01-01", "2011", (), "stepmother"),
        family("By the year alone she may have been twelve.", "2012", "2000", ()),
        family("By the year alone she cannot.", "2011", "2000", ASKED),
        family("By the year alone she may have been sixty.", "2011-06-01", "1950", ()),
        family("Whose birth nobody knows is asked nothing.", None, "2000", ()),
        family("Nor about a mother whose birth nobody knows.", "2012-01-01", None, ()),
        family(
            "A birth that was recorded goes before the date that the register has.",
            "2020",
            "2000-01-02",
            ASKED,
            entries=(given("b", "birth_recorded", "Sat 2011-01-01", child=CHILD),),
        ),
        family("Before the birth there is nothing to ask.", "2019-11-01", "2015-01-01", ()),
        family(
            "Once the child has grown up it is asked all the same.",
            "1985-01-01",
            "1980-01-01",
            (Expect(raised_on="1985-01-01"),),
            entries=(given("d", "day_in_the_life_recorded", "Mon 2019-10-07", text="He works."),),
        ),
    ),
)


def written(says, kind, born, other_born, expect, sex="F"):  # type: ignore[no-untyped-def]
    """An example of a child and somebody whose tie is written the other way round: the child is the ``kind`` of them."""
    people = {CHILD: person(CHILD, "Ash", born), MOTHER: person(MOTHER, "Bel", other_born, sex)}
    return Example(says, (), AS_AT, expect, people=people, relationships=(tie(CHILD, kind, MOTHER),))


def older(says, kind, born, other_born, expect):  # type: ignore[no-untyped-def]
    """An example of a child and a grandparent."""
    people = {CHILD: person(CHILD, "Ash", born), MOTHER: person(MOTHER, "Bel", other_born, "F")}
    return Example(says, (), AS_AT, expect, people=people, relationships=(tie(MOTHER, kind),))


BY_BIRTH_BELOW = ("child", "son", "daughter", "birth_child")
PARENT_AGE_WRITTEN_OTHERWISE = Spec(
    "SIG-PARENT-AGE",
    (
        *(written(f"A {kind} older than the mother.", kind, "2015-05-05", "2016-01-01", ASKED) for kind in BY_BIRTH_BELOW),
        *(written(f"A {kind} of a mother of twelve.", kind, "2012-01-02", "2000-01-02", ()) for kind in BY_BIRTH_BELOW),
        written("A daughter of a mother of sixty-one.", "daughter", "2011-01-02", "1950-01-02", ASKED),
        written("A daughter of a father of sixty-one.", "daughter", "2011-01-02", "1950-01-02", (), "M"),
        *(
            written(f"An {kind} may be of any age.", kind, "2015-05-05", "2016-01-01", ())
            for kind in ("adopted_son", "adopted_child", "stepson")
        ),
        older(
            "A grandmother younger than the grandchild.",
            "grandmother",
            "2015-05-05",
            "2016-01-01",
            (
                Expect(
                    state="raised",
                    raised_on="2016-01-01",
                    says=(
                        "By the dates of birth on record, Bel Rowan is too young to be so far above this person. Is a date "
                        "wrong, or the tie?"
                    ),
                ),
            ),
        ),
        older("One of twenty-three years and 364 days.", "maternal_grandmother", "2012-01-01", "1988-01-02", ASKED),
        older("On her twenty-fourth birthday she may be.", "maternal_grandmother", "2012-01-02", "1988-01-02", ()),
        older("A grandmother of ninety may be.", "grandmother", "2012-01-01", "1920-01-01", ()),
        older("A great-grandmother of thirty-five.", "great_grandmother", "2012-01-01", "1976-01-02", ASKED),
        older("Of thirty-six.", "great_grandmother", "2012-01-02", "1976-01-02", ()),
        older("A great-great-grandmother of forty-seven.", "great_great_grandmother", "2012-01-01", "1964-01-02", ASKED),
        older("Of forty-eight.", "great_great_grandmother", "2012-01-02", "1964-01-02", ()),
        *(
            older(f"A {kind} may be of any age.", kind, "2015-05-05", "2016-01-01", ())
            for kind in ("step_grandmother", "adoptive_grandmother", "aunt")
        ),
        *(
            written(f"A {kind} of {years - 1} years less.", kind, "2012-01-01", f"{2012 - years}-01-02", ASKED)
            for kind, years in (("grandson", 24), ("great_granddaughter", 36), ("great_great_grandchild", 48))
        ),
        *(
            written(f"A {kind} of {years} years less.", kind, "2012-01-02", f"{2012 - years}-01-02", ())
            for kind, years in (("grandson", 24), ("great_granddaughter", 36), ("great_great_grandchild", 48))
        ),
    ),
)


def births(says, born, other_born, expect, *links, sex="F"):  # type: ignore[no-untyped-def]
    """An example of two children, their mother and how they are tied."""
    people = {
        CHILD: person(CHILD, "Ash", born),
        OTHER: person(OTHER, "Dee", other_born),
        MOTHER: person(MOTHER, "Bel", "1980", sex),
    }
    return Example(says, (), AS_AT, expect, people=people, relationships=links)


TWINNED = tie(OTHER, "twin")
OF_ONE_MOTHER = (tie(MOTHER, "mother"), tie(MOTHER, "mother", OTHER))
BIRTHS_APART = Spec(
    "SIG-BIRTHS-APART",
    (
        births(
            "Twins four years apart.",
            "2012-01-01",
            "2016-01-01",
            (
                Expect(
                    state="raised",
                    raised_on="2016-01-01",
                    evidence=(),
                    says=(
                        "By the dates of birth on record, Dee Rowan was not born together with this person. Is a date wrong, or "
                        "are they not twins?"
                    ),
                ),
            ),
            TWINNED,
        ),
        births("Written the other way round.", "2016-01-01", "2012-01-01", ASKED, tie(CHILD, "identical_twin", OTHER)),
        births("The second came 124 days after the first.", "2012-01-01", "2012-05-04", (), TWINNED, *OF_ONE_MOTHER),
        births("A day later is asked about.", "2012-01-01", "2012-05-05", ASKED, TWINNED, *OF_ONE_MOTHER),
        births("By the years alone they may be twins.", "2012", "2013", (), TWINNED),
        births("By the years alone they cannot be.", "2012", "2014", ASKED, tie(OTHER, "triplet")),
        births("Half-sisters four years apart.", "2012-01-01", "2016-01-01", (), tie(OTHER, "half_sister")),
        births("A twin whose birth nobody knows.", "2012-01-01", None, (), TWINNED),
        births("Whose own birth nobody knows.", None, "2012-01-01", (), TWINNED),
        births(
            "One mother, two months between.",
            "2012-01-01",
            "2012-03-01",
            (
                Expect(
                    state="raised",
                    raised_on="2012-03-01",
                    says=(
                        "By the dates of birth on record, one mother bore Dee Rowan and this person less than 21 weeks apart. Is "
                        "a date wrong, or are they twins, or not of one mother?"
                    ),
                ),
            ),
            *OF_ONE_MOTHER,
        ),
        births("A week between: a second twin.", "2012-01-01", "2012-01-08", (), *OF_ONE_MOTHER),
        births("A day more.", "2012-01-01", "2012-01-09", ASKED, *OF_ONE_MOTHER),
        births("The day before twenty-one weeks.", "2012-01-01", "2012-05-26", ASKED, *OF_ONE_MOTHER),
        births("Twenty-one weeks: the next pregnancy.", "2012-01-01", "2012-05-27", (), *OF_ONE_MOTHER),
        births("By months alone it may have been.", "2012-01", "2012-06", (), *OF_ONE_MOTHER),
        births("By months alone it cannot.", "2012-01", "2012-04", ASKED, *OF_ONE_MOTHER),
        births("Twins of one mother two months apart.", "2012-01-01", "2012-03-01", (), TWINNED, *OF_ONE_MOTHER),
        births(
            "Written the other way round: her daughter and her child.",
            "2012-01-01",
            "2012-03-01",
            ASKED,
            tie(CHILD, "daughter", MOTHER),
            tie(OTHER, "child", MOTHER),
        ),
        births(
            "Of one father.",
            "2012-01-01",
            "2012-03-01",
            (),
            tie(MOTHER, "father"),
            tie(MOTHER, "father", OTHER),
            sex="M",
        ),
        births("One is adopted.", "2012-01-01", "2012-03-01", (), tie(MOTHER, "mother"), tie(MOTHER, "adoptive_mother", OTHER)),
        Example(
            "A birth that was recorded goes before the date that the register has.",
            (given("b", "birth_recorded", "Thu 2012-03-01", child=CHILD),),
            AS_AT,
            ASKED,
            people={
                CHILD: person(CHILD, "Ash", "2015-01-01"),
                OTHER: person(OTHER, "Dee", "2012-01-01"),
                MOTHER: person(MOTHER, "Bel", "1980", "F"),
            },
            relationships=OF_ONE_MOTHER,
        ),
        births("Whose mother nobody knows.", "2012-01-01", "2012-03-01", (), tie(OTHER, "sister")),
    ),
)


def several(says, kinds, expect, born="2012-01-01", entries=(), below=()):  # type: ignore[no-untyped-def]
    """An example of a child with several parents."""
    people = {
        CHILD: person(CHILD, "Ash", born),
        MOTHER: person(MOTHER, "Bel", "1980", "F"),
        OTHER: person(OTHER, "Dee", "1981", "F"),
        FATHER: person(FATHER, "Cal", "1979", "M"),
        "man": person("man", "Ed", "1978", "M"),
        "third": person("third", "Flo", "1977", "F"),
    }
    return Example(
        says,
        entries,
        AS_AT,
        expect,
        people=people,
        relationships=(
            *(tie(who, kind) for who, kind in kinds),
            *(tie(CHILD, kind, who) for who, kind in below),
        ),
    )


BIRTH_PARENTS = Spec(
    "SIG-BIRTH-PARENTS",
    (
        several(
            "Two women are recorded as the mother.",
            ((MOTHER, "mother"), (OTHER, "birth_mother")),
            (
                Expect(
                    state="raised",
                    raised_on="2012-01-01",
                    evidence=(),
                    says=(
                        "Bel Rowan and Dee Rowan are each recorded as the same parent by birth. Which of them is, and what are "
                        "the others?"
                    ),
                ),
            ),
        ),
        several("Two men as the father.", ((FATHER, "father"), ("man", "birth_father")), ASKED),
        several("A woman said to be a parent counts.", ((MOTHER, "mother"), (OTHER, "parent")), ASKED),
        several("A man said to be a parent.", ((FATHER, "father"), ("man", "birth_parent")), ASKED),
        several("Both at once.", tuple((each, "parent") for each in (MOTHER, OTHER, FATHER, "man")), (*ASKED, *ASKED)),
        several("Three women are one question.", ((MOTHER, "mother"), (OTHER, "mother"), ("third", "mother")), ASKED),
        several("A woman who bore the child by the child's tie.", ((MOTHER, "mother"),), ASKED, below=((OTHER, "birth_child"),)),
        several("The son of two women: one may have adopted him.", ((MOTHER, "mother"),), (), below=((OTHER, "son"),)),
        several("A mother and a father.", ((MOTHER, "mother"), (FATHER, "father")), ()),
        several("The same mother recorded twice.", ((MOTHER, "mother"), (MOTHER, "birth_mother")), ()),
        several("An adoptive mother bore nobody.", ((MOTHER, "birth_mother"), (OTHER, "adoptive_mother")), ()),
        several("A child whose birth nobody knows.", ((MOTHER, "mother"), (OTHER, "mother")), (), born=None),
        several(
            "Once the birth is recorded it is asked.",
            ((MOTHER, "mother"), (OTHER, "mother")),
            (Expect(raised_on="2019-10-07"),),
            born=None,
            entries=(given("b", "birth_recorded", "Mon 2019-10-07", child=CHILD),),
        ),
    ),
)


def dead(says, born, died, expect, kind="mother", sex="F", as_at=AS_AT):  # type: ignore[no-untyped-def]
    """An example of a child and a parent who died."""
    people = {CHILD: person(CHILD, "Ash", born), MOTHER: person(MOTHER, "Bel", "1980", sex)}
    entries = (given("d", "death_recorded", died, about=(MOTHER,), person=MOTHER),)
    return Example(says, entries, as_at, expect, people=people, relationships=(tie(MOTHER, kind),))


WITH_DEATH = (Expect(state="raised", evidence=("d",)),)

BORN_AFTER_DEATH = Spec(
    "SIG-BORN-AFTER-DEATH",
    (
        dead(
            "Born the day after the mother died.",
            "2012-06-02",
            "Fri 2012-06-01",
            (
                Expect(
                    state="raised",
                    raised_on="2012-06-02",
                    evidence=("d",),
                    says=(
                        "Bel Rowan is recorded to have died on 1 Jun 2012, before this child can have been born. Which date, or "
                        "which tie, is wrong?"
                    ),
                ),
            ),
        ),
        dead("Born on the day she died.", "2012-06-01", "Fri 2012-06-01", ()),
        dead("A parent who is a woman is the mother.", "2012-06-02", "Fri 2012-06-01", WITH_DEATH, "parent"),
        Example(
            "Written as the child's tie.",
            (given("d", "death_recorded", "Fri 2012-06-01", about=(MOTHER,), person=MOTHER),),
            AS_AT,
            WITH_DEATH,
            people={CHILD: person(CHILD, "Ash", "2012-06-02"), MOTHER: person(MOTHER, "Bel", "1980", "F")},
            relationships=(tie(CHILD, "daughter", MOTHER),),
        ),
        Example(
            "A grandmother may have died long before.",
            (given("d", "death_recorded", "Fri 2012-06-01", about=(MOTHER,), person=MOTHER),),
            AS_AT,
            (),
            people={CHILD: person(CHILD, "Ash", "2018-06-02"), MOTHER: person(MOTHER, "Bel", "1950", "F")},
            relationships=(tie(MOTHER, "grandmother"),),
        ),
        dead("The father died 44 weeks before.", "2013-04-05", "Fri 2012-06-01", (), "father", "M"),
        dead("A day more is asked about.", "2013-04-06", "Fri 2012-06-01", WITH_DEATH, "father", "M"),
        dead("A parent of whom nothing more is said is given as long.", "2013-04-05", "Fri 2012-06-01", (), "parent", None),
        dead("In the month she died a child may be born.", "2012-06", "Fri 2012-06-01", ()),
        dead("A death of which the month is known.", "2012-07-01", ("Fri 2012-06-01", "Sat 2012-06-30"), WITH_DEATH),
        dead("An adoptive mother may have died.", "2012-06-02", "Fri 2012-06-01", (), "adoptive_mother"),
        dead("A child whose birth nobody knows.", None, "Fri 2012-06-01", ()),
    ),
)


def asked(happened="Mon 2019-10-07T09:00", id="q"):  # type: ignore[no-untyped-def]
    """It was found that two records have one NHS number."""
    return given(id, "identity_question_raised", happened, alike_in="NHS number", other="Ash Rowe, born 2015")


def answered(happened="Tue 2019-10-08T09:00", question="q"):  # type: ignore[no-untyped-def]
    """Somebody found out."""
    data = {"question": question, "decision": "two_people", "reasons": "The number was mistyped."}
    return given("a", "identity_question_answered", happened, **data)


TWO_RECORDS = Spec(
    "SIG-TWO-RECORDS",
    (
        Example(
            "One NHS number on two records is a question from that hour on.",
            (asked(),),
            AS_AT,
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-07",
                    evidence=("q",),
                    says=(
                        "Ash Rowan and Ash Rowe, born 2015 have one NHS number on record, found on 7 Oct 2019 at 09:00. Are they "
                        "one person? If they are not, which record is wrong?"
                    ),
                ),
            ),
        ),
        Example(
            "Until somebody answers it.",
            (asked(), answered()),
            AS_AT,
            (Expect(state="ended", raised_on="2019-10-07", met_by="a", met_on="2019-10-08"),),
        ),
        Example(
            "Another question stays open.",
            (asked(), asked("Tue 2019-10-08T08:00", "r"), answered()),
            AS_AT,
            (Expect(state="ended", evidence=("q",)), Expect(state="raised", evidence=("r",))),
        ),
        Example("An answer to the other.", (asked(), asked(id="r"), answered(question="r")), AS_AT, (Expect(), Expect())),
    ),
)
