from datetime import timedelta

import pytest

from bots.errors import ApplicationError, BusinessError, LoginRefused, SelectorMissing
from orchestrator.retry import LONGEST_WAIT, MOST_ATTEMPTS, wait_before_next


@pytest.mark.parametrize(
    ("attempts", "luck", "wait"),
    [
        pytest.param(1, 1.0, timedelta(seconds=20), id="the first wait is twenty seconds at most"),
        pytest.param(1, 0.0, timedelta(seconds=10), id="and half of it at least"),
        pytest.param(3, 1.0, timedelta(seconds=80), id="it doubles each time"),
        pytest.param(MOST_ATTEMPTS, 1.0, None, id="after the last attempt a person is needed"),
    ],
)
def test_a_system_that_did_not_answer_is_asked_again_later(attempts, luck, wait):
    assert wait_before_next(attempts, ApplicationError("no answer"), luck) == wait


@pytest.mark.parametrize("failure", [BusinessError("wrong"), LoginRefused("no"), SelectorMissing("gone")])
def test_what_a_machine_cannot_mend_is_never_tried_again(failure):
    assert wait_before_next(1, failure, 0.5) is None


def test_no_wait_is_longer_than_half_an_hour():
    waits = [wait_before_next(n, ApplicationError("no answer"), 1.0) for n in range(1, MOST_ATTEMPTS)]
    assert all(wait is not None and wait <= LONGEST_WAIT for wait in waits)
