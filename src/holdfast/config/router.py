"""Who may change the shape of the tables: the owner's connection, never the web app's."""


class OwnerMigrates:
    """Migrations run on the connection "owner" alone; both connections reach the same database."""

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        """Only the owner migrates."""
        return db == "owner"
