import pytest

from tests.record.family import Family, make_family


@pytest.fixture
def family(db: None) -> Family:
    return make_family()
