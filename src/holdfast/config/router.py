"""Who may change the shape of the tables: the owner's connection, never the web app's."""


class OwnerMigrates:
    """Migrations run on the connection "owner" alone; both connections reach the same database."""

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        """Only the owner migrates."""
        # Django would otherwise also try on the web app's connection, whose role may make nothing.
        return db == "owner"
