"""The database itself refuses to change or remove a recorded look."""

from django.db import migrations

KEEP = """
CREATE FUNCTION access_look_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A look at a child''s record is kept as it was written: % is refused.', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER access_look_keep_rows BEFORE UPDATE OR DELETE ON access_look
    FOR EACH ROW EXECUTE FUNCTION access_look_is_kept();
CREATE TRIGGER access_look_keep_table BEFORE TRUNCATE ON access_look
    FOR EACH STATEMENT EXECUTE FUNCTION access_look_is_kept();
"""

RELEASE = """
DROP TRIGGER access_look_keep_table ON access_look;
DROP TRIGGER access_look_keep_rows ON access_look;
DROP FUNCTION access_look_is_kept();
"""


class Migration(migrations.Migration):
    """Append-only looks."""

    dependencies = [("access", "0001_people_and_looks")]

    operations = [migrations.RunSQL(KEEP, RELEASE)]
