"""Reports that a person has said are of one event: for every window of entries that add up, how many events they report."""

from holdfast.engine.bulk.asking import Asked, Preparing

LINKS = "reports_linked"


def said(preparing: Preparing) -> str:
    """The table of what has been said to be one event: the child, the two reports, and its place in the order it was said."""

    def make() -> str:
        asked = Asked(LINKS, preparing)
        one, other = asked.root("entry"), asked.root("same_as")
        turn = "row_number() OVER (PARTITION BY e.child ORDER BY e.end_at, e.start_at, e.recorded_at, e.arrived, e.id)"
        return (
            f"SELECT e.child, e.id, e.first, e.last, {one} AS one, {other} AS other, {turn} AS place "
            f"FROM each_{LINKS} AS e{asked.joined()}"
        )

    return preparing.table("said_to_be_one", make)


def events(name: str, links: str, preparing: Preparing) -> str:
    """The table of which event each report is of, ``links`` being a query for what had been said by ``told``: child, told, one,
    other. Reports are drawn together until no two that are linked have different names."""
    machine = preparing.machine
    both = f"SELECT child, told, one, other FROM ({links}) AS k UNION SELECT child, told, other, one FROM ({links}) AS k"
    machine.keep(f"{name}_pairs", both)
    machine.keep(name, f"SELECT DISTINCT child, told, one AS root, LEAST(one, other) AS event FROM {name}_pairs")
    while True:
        near = f"FROM {name} AS a LEFT JOIN {name}_pairs AS p ON p.child = a.child AND p.told = a.told AND p.one = a.root "
        near += f"LEFT JOIN {name} AS b ON b.child = a.child AND b.told = a.told AND b.root = p.other"
        least = f"SELECT a.child, a.told, a.root, min(LEAST(a.event, b.event)) AS event {near}"
        machine.keep(f"{name}_next", f"{least} GROUP BY a.child, a.told, a.root")
        machine.keep(f"{name}_last", f"SELECT child, told, root, min(event) AS event FROM {name} GROUP BY child, told, root")
        machine.keep(name, f"SELECT * FROM {name}_next")
        if not machine.rows(f"SELECT 1 FROM (SELECT * FROM {name}_next EXCEPT SELECT * FROM {name}_last) AS d LIMIT 1"):
            return name


def by_day(windows: str, preparing: Preparing) -> str:
    """Which event each report in a window was of, by what had been said by the end of the window's day."""
    link = f"SELECT DISTINCT w.child, w.last AS told, k.one, k.other FROM {windows} AS w "
    link += f"JOIN {said(preparing)} AS k ON k.child = w.child AND k.first <= w.last"
    return events(f"{windows}_by_day", link, preparing)


def by_turn(windows: str, preparing: Preparing) -> str:
    """Which event each report was of once each thing had been said, in the order it was."""
    table = said(preparing)
    link = f"SELECT a.child, a.place AS told, b.one, b.other FROM {table} AS a "
    link += f"JOIN {table} AS b ON b.child = a.child AND b.place <= a.place"
    return events(f"{windows}_by_turn", link, preparing)
