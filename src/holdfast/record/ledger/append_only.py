"""What the database refuses, whoever asks: to change, remove or empty what was recorded.

:class:`AppendOnly` is a migration operation. The roles' privileges follow it: :mod:`holdfast.record.database_grants` gives the
web app no right to change a table that has this refusal, so the trigger is the second wall and not the only one.
"""

from typing import Any

from django.db.migrations.operations import RunSQL
from psycopg import sql

TRIGGER = "append_only"

# A trigger and not privileges alone: those bind the web app's role. This binds the owner too, whoever sits at a prompt, and a
# program that was given more than it should have.
FUNCTION = """
CREATE OR REPLACE FUNCTION record_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The record is append-only: % of % is refused, and nothing was changed.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege',
              HINT = 'Record a correction, or withdraw the entry with a reason.';
END $$;
"""


# TRUNCATE fires no trigger of a row: without one of its own it would empty the ledger in silence.
REFUSE = sql.SQL("""
CREATE TRIGGER {trigger} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION record_refuse_change();
CREATE TRIGGER {whole} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION record_refuse_change();
""")
LET_AGAIN = sql.SQL("DROP TRIGGER {trigger} ON {table}; DROP TRIGGER {whole} ON {table};")


def _of_table(statements: sql.SQL, table: str) -> str:
    # A migration is made before anything is connected, so that no connection can be asked how it quotes a name.
    names = {"trigger": TRIGGER, "whole": f"{TRIGGER}_whole", "table": table}
    return statements.format(**{name: sql.Identifier(said) for name, said in names.items()}).as_string()


class AppendOnly(RunSQL):
    """Refuse every UPDATE, DELETE and TRUNCATE of a table from now on."""

    def __init__(self, table: str) -> None:
        self.table = table
        super().__init__(_of_table(REFUSE, table), _of_table(LET_AGAIN, table))

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As Django writes it into a migration."""
        return ("AppendOnly", [self.table], {})
