import pytest

from tests.duty.team import Team, make_team


@pytest.fixture
def team(db: None) -> Team:
    return make_team()
