"""Who the Brannigans are, and who belongs to whom."""

from holdfast.demo.days import years_before
from holdfast.demo.residents import InventedFamily, Registry, Resident
from holdfast.demo.seeds import ident
from holdfast.demo.stock.names import NORTHERN

KEY = "brannigan"


def family(registry: Registry) -> InventedFamily:
    """Leanne, her children, and who belongs to whom."""
    made = InventedFamily(KEY, NORTHERN, address="17 Tenter Street, Northmere NM3 4XX", practice="tenter-street-practice")
    made.shape = "three_fathers"

    def add(to: list[Resident], given: str, surname: str, sex: str, age: float) -> Resident:
        one = Resident(ident("person", KEY, len(made.everybody)), given, surname, sex, years_before(registry.today, age))
        to.append(one)
        return one

    leanne = add(made.adults, "Leanne", "Brannigan", "F", 33.4)
    crosby = add(made.adults, "Lee", "Crosby", "M", 35.8)
    keira = add(made.children, "Keira", "Hartley", "F", 15.3)
    jayden = add(made.children, "Jayden", "Doyle", "M", 9.2)
    poppy = add(made.children, "Poppy", "Crosby", "F", 3.4)
    alfie = add(made.children, "Alfie", "Crosby", "M", 1.2)
    hartley = add(made.relatives, "Lee", "Hartley", "M", 37.1)
    doyle = add(made.relatives, "Lee", "Doyle", "M", 36.6)
    siobhan = add(made.relatives, "Siobhan", "Brannigan", "F", 29.0)
    maureen = add(made.relatives, "Maureen", "Brannigan", "F", 57.7)
    _where_they_are(siobhan, maureen)
    tyler = add(made.relatives, "Tyler", "Crosby", "M", 17.2)
    for child in made.children:
        child.nhs_number = next(registry.numbers)
        made.relate(leanne, child, "mother", responsible=True)
        made.relate(maureen, child, "maternal_grandmother")
        made.relate(siobhan, child, "aunt")
    # Three fathers called Lee: who is meant by "Lee" is the question that reviews found nobody had asked.
    for father, children in ((hartley, [keira]), (doyle, [jayden]), (crosby, [poppy, alfie, tyler])):
        for child in children:
            made.relate(father, child, "father", responsible=True)
    for child in (keira, jayden):
        made.relate(crosby, child, "stepfather")
    for child in (poppy, alfie):
        made.relate(tyler, child, "half_sibling")
    made.relate(maureen, leanne, "mother")
    made.relate(maureen, siobhan, "mother")
    made.relate(crosby, leanne, "partner")
    made.relate(hartley, leanne, "former_partner")
    made.relate(doyle, leanne, "former_partner")
    return made


def _where_they_are(siobhan: Resident, maureen: Resident) -> None:
    # Whoever is asked to have four children at two in the morning has to be found and rung.
    siobhan.address, siobhan.telephone = "4 Weaver Row, Northmere NM3 7QD", "01632 960 141"
    maureen.address, maureen.telephone = "9 Mill Bank, Northmere NM3 2BB", "01632 960 143"
