"""``holdfast migrate``: bring the tables up to date, as their owner."""

from holdfast.cli.preflight import begin, stop_with


def migrate() -> None:
    """Bring the tables up to date, and set what the web app's role may do with them."""
    begin()
    upgrade(verbosity=1)


def upgrade(*, verbosity: int) -> None:
    """The same, for a command that has begun. Stops where the database does not answer."""
    from django.db.utils import OperationalError

    from holdfast.record.table_upgrade import upgrade_tables

    try:
        upgrade_tables(verbosity=verbosity)
    except OperationalError as error:
        stop_with(f"The database does not answer the owner of the tables: {error}\nSet DATABASE_OWNER_URL to their address.")
