import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_web_app_speaks_as_a_role_that_owns_nothing():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user")
        assert cursor.fetchone() == ("holdfast_app", 0)
