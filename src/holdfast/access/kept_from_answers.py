"""What was answered to whom somebody means who must not know, and from whom it is kept by that."""

from collections.abc import Collection, Mapping

from holdfast.access.named_in_words import Known, Meant, meant_by
from holdfast.vocabulary.kept_from import KeptFrom, lines_of

ANY, NONE = "any", "none"
"""What may be answered to who is meant, beside ids: any of them, for want of knowing; and nobody who works here."""


def to_ask(said: str, known: Known) -> dict[str, Meant]:
    """The lines of which it has to be asked whom they mean, each with those who may be meant."""
    meant = {line: meant_by(line, known) for line in lines_of(said)}
    return {line: each for line, each in meant.items() if each.maybe}


def settled(said: str, answers: Mapping[str, Collection[str]], known: Known) -> KeptFrom:
    """From whom to keep what the writer said, by what they answered to each line. What was not answered stays in words, and holds
    for everybody it may mean."""
    parties, outsiders = dict[str, None](), list[str]()
    for line in lines_of(said):
        meant, answer = meant_by(line, known), answers.get(line, ())
        if NONE in answer:
            outsiders.append(line)
        picked = [*([] if answer else meant.sure), *(each for each in answer if each not in (ANY, NONE))]
        is_whole = bool(picked) and ANY not in answer and (bool(answer) or not meant.maybe)
        parties.update(dict.fromkeys(picked if is_whole else (*picked, line)))
    differs = tuple(parties) != lines_of(said)
    return KeptFrom(tuple(parties), tuple(outsiders), said.strip() if differs else None)


def called(id: str, known: Known) -> str:
    """Somebody as they are told from others: name, work and agency."""
    worker = known.workers.get(id)
    if worker is None:
        agency = known.organisations.get(id)
        return f"everybody at {agency.name}" if agency is not None else known.family.get(id, id)
    place = known.organisations.get(worker.organisation or "")
    work = (worker.role or "").replace("_", " ")
    # GP and IDVA are said letter by letter.
    said = (worker.name, work.upper() if len(work) <= 4 else work, place.name if place else "")
    return ", ".join(each for each in said if each)
