"""A worker whom a story names and Northmere does not have is named, with who may have been meant."""

import pytest

from holdfast.demo.staff import NobodyOfThatName, staff


def test_a_worker_who_is_not_there_is_said_in_a_sentence() -> None:
    with pytest.raises(NobodyOfThatName, match=r"'sam\.pool'.*Did you mean sam\.poole\?.*demo/staff\.py"):
        staff().worker("sam.pool")
