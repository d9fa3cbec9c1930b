"""What each role may do. The owner's migrations make tables; the web app may read and add, and change only what is not
part of the record."""

from django.db import connections
from psycopg import sql

# A table that refuses change says so with a trigger on UPDATE and DELETE that fires for every row and lets none through.
KEPT = """
SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND NOT t.tgisinternal AND (t.tgname = 'append_only' OR t.tgname LIKE '%%\\_keep\\_table')
"""
# What Django notes of migrations is the owner's to write: whoever could change it could make the next one run again.
READ_ONLY = ("django_migrations",)


def grant(app_role: str, *, using: str = "owner") -> None:
    """Give ``app_role`` what the web app needs and no more. Run as the owner, after every migration."""
    role = sql.Identifier(app_role)
    with connections[using].cursor() as cursor:
        cursor.execute(KEPT)
        kept = [name for (name,) in cursor.fetchall()]
        # Names of tables and roles cannot be parameters. psycopg composes them; Django's cursor takes text alone.
        raw = cursor.cursor.connection
        for statement in (
            # First everything is taken away: a right that an earlier version gave, and this one should not, would otherwise stay.
            "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
            "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {role}",
        ):
            raw.execute(sql.SQL(statement).format(role=role))
        for table in kept:
            raw.execute(
                sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role}").format(table=sql.Identifier(table), role=role)
            )
        for table in READ_ONLY:
            raw.execute(
                sql.SQL("REVOKE INSERT, UPDATE, DELETE ON {table} FROM {role}").format(table=sql.Identifier(table), role=role)
            )
