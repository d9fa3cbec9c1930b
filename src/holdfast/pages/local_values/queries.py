"""Whose hours can be set."""

from holdfast.record.models import Organisation, Worker


def teams() -> list[tuple[str, str]]:
    """Every agency and team, by name."""
    return list(Organisation.objects.order_by("name").values_list("pk", "name"))


def workers() -> list[tuple[str, str]]:
    """Everybody who works here with children, by name, with where."""
    rows = Worker.objects.order_by("name").values_list("pk", "name", "organisation__name")
    return [(id, f"{name}, {where}" if where else name) for id, name, where in rows]
