"""Two duties about information that Parliament has enacted and that are not in force yet."""

from tests.specs.kit import MOTHER, Example, Expect, Given, Spec, given, set_locally


def disclosed(shared: bool | None) -> Given:
    """Mother tells the drug service."""
    known = {} if shared is None else {"shared_with_childrens_social_care": shared}
    data = {"adult": MOTHER, "kind": "uses heroin most days"}
    return given("di", "adult_disclosure_recorded", "Mon 2027-11-15", by="drug", **data, **known)


def weighed(happened: str, of: str = "di", **rest: object) -> Given:
    """Sharing would do the child more harm than good."""
    data = {"information": of, "shared": False, "reasons": "It would end her treatment."}
    return given("sh", "sharing_decided", happened, by="drug", **data, **rest)


IN_FORCE = set_locally("INF-06", "in_force", "on", "Thu 2027-04-01")

INF_06 = Spec(
    "INF-06",
    (
        Example("As it ships, it asks nothing.", (disclosed(False),), "Tue 2027-11-30", ()),
        Example(
            "Once in force: shared.",
            (disclosed(True),),
            "Tue 2027-11-30",
            (Expect(state="met", raised_on=None),),
            values=IN_FORCE,
        ),
        Example(
            "Neither shared nor said why not: it shows.",
            (disclosed(False),),
            "Tue 2027-11-30",
            (Expect(state="overdue", raised_on="2027-11-15"),),
            values=IN_FORCE,
        ),
        Example(
            "Whether it was shared was not written down: that is not sharing.",
            (disclosed(None),),
            "Tue 2027-11-30",
            (Expect(state="overdue"),),
            values=IN_FORCE,
        ),
        Example(
            "Not shared, with the reason two days later: late, and that it had shown stays.",
            (disclosed(False), weighed("Wed 2027-11-17")),
            "Tue 2027-11-30",
            (Expect(state="met_late", raised_on="2027-11-15"),),
            values=IN_FORCE,
        ),
        Example(
            "A reason given on the last day of a year is still one.",
            (disclosed(False), weighed("Wed 2028-11-15")),
            "Thu 2028-11-30",
            (Expect(state="met_late"),),
            values=IN_FORCE,
        ),
        Example(
            "After a year it is about something else.",
            (disclosed(False), weighed("Thu 2028-11-16")),
            "Thu 2028-11-30",
            (Expect(state="overdue"),),
            values=IN_FORCE,
        ),
        Example(
            "A decision about other information is not about this.",
            (
                given("ob", "observation_recorded", "Mon 2027-11-08", text="Thin coat.", setting="school"),
                disclosed(False),
                weighed("Wed 2027-11-17", "ob"),
            ),
            "Tue 2027-11-30",
            (Expect(state="overdue"),),
            values=IN_FORCE,
        ),
    ),
)


def opened(happened: str, identifier: str | None = "NHS number", **rest: object) -> Given:
    """An agency opens its record."""
    return given("ro", "record_opened", happened, agency="csc", identifier=identifier, **rest)


SPECIFIED = set_locally("INF-07", "in_force", "on", "Thu 2027-04-01")

INF_07 = Spec(
    "INF-07",
    (
        Example("As it ships, it asks nothing.", (opened("Mon 2027-11-15", None),), "Tue 2027-11-30", ()),
        Example(
            "Once in force: the number is on the record.",
            (opened("Mon 2027-11-15"),),
            "Tue 2027-11-30",
            (Expect(state="met", raised_on=None),),
            values=SPECIFIED,
        ),
        Example(
            "It is not: that shows at once.",
            (opened("Mon 2027-11-15", None),),
            "Tue 2027-11-30",
            (Expect(state="overdue", raised_on="2027-11-15"),),
            values=SPECIFIED,
        ),
        Example(
            "Added later by putting the record right: met, and that it had shown stays.",
            (
                opened("Mon 2027-11-15", None),
                given(
                    "ro2",
                    "record_opened",
                    "Mon 2027-11-15",
                    agency="csc",
                    identifier="NHS number",
                    corrects="ro",
                    reason="The number was found.",
                    recorded="Mon 2027-11-22T09:00",
                ),
            ),
            "Tue 2027-11-30",
            (Expect(state="met", raised_on="2027-11-15"),),
            values=SPECIFIED,
        ),
        Example(
            "A record opened before it was in force is not asked.",
            (opened("Wed 2027-03-31", None),),
            "Tue 2027-11-30",
            (),
            values=SPECIFIED,
        ),
        Example(
            "Nor, however early it is switched on, one from before the power was there.",
            (opened("Tue 2026-04-28", None),),
            "Tue 2027-11-30",
            (),
            values=set_locally("INF-07", "in_force", "on", "Mon 2026-01-05"),
        ),
        Example(
            "The day the power was there.",
            (opened("Wed 2026-04-29", None),),
            "Tue 2027-11-30",
            (Expect(state="overdue"),),
            values=set_locally("INF-07", "in_force", "on", "Mon 2026-01-05"),
        ),
    ),
)
