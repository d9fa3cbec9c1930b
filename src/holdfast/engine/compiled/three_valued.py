"""Yes, no and unknown, as the source that rules are compiled to counts with them: true, false, or a text that says what would
have to be recorded."""


def all_of(*answers: bool | str) -> bool | str:
    """Whether all hold: false as soon as one certainly does not, else unknown as soon as one is."""
    unknown: bool | str = True
    for answer in answers:
        if answer is False:
            return False
        if answer is not True and unknown is True:
            unknown = answer
    return unknown


def any_of(*answers: bool | str) -> bool | str:
    """Whether one holds: true as soon as one certainly does, else unknown as soon as one is."""
    unknown: bool | str = False
    for answer in answers:
        if answer is True:
            return True
        if answer is not False and unknown is False:
            unknown = answer
    return unknown


def negated(answer: bool | str) -> bool | str:
    """The contrary. Unknown stays unknown."""
    return answer if isinstance(answer, str) else not answer
