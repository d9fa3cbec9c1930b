"""Who has a say about a child: parents by birth or by law."""

from holdfast.demo.residents import InventedFamily, Resident


def responsible(family: InventedFamily, about: list[Resident]) -> list[Resident]:
    """The mothers, the fathers and whoever else has parental responsibility for any of these children."""
    children = {child.id for child in about}
    ids = dict.fromkeys(
        link.from_person
        for link in family.relationships
        if link.to_person in children and (link.kind in ("mother", "father") or link.parental_responsibility)
    )
    by_id = {each.id: each for each in family.everybody}
    return [by_id[id] for id in ids]
