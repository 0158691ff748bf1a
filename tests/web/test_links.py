"""Links that end."""

from __future__ import annotations

import pytest

from coach.web.links import LINK_S, Links
from tests.jobs.conftest import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_link_opens_its_file_until_it_ends(clock):
    links = Links(clock)
    token, left_s = links.make("job", "video")
    assert left_s == LINK_S
    clock.now = LINK_S - 1
    assert links.find(token) == ("job", "video")
    clock.now = LINK_S
    assert links.find(token) is None


def test_a_link_is_given_again_while_half_of_its_time_is_left(clock):
    links = Links(clock)
    first, _ = links.make("job", "video")
    clock.now = LINK_S / 2 - 1
    assert links.make("job", "video") == (first, int(LINK_S / 2 + 1))
    assert links.make("job", "landmarks")[0] != first
    assert links.make("other", "video")[0] != first
    clock.now = LINK_S / 2 + 1
    assert links.make("job", "video")[0] != first
    assert links.find(first) == ("job", "video"), "the old one still holds"


def test_a_link_cannot_be_guessed(clock):
    links = Links(clock)
    tokens = {links.make(str(i), "video")[0] for i in range(50)}
    assert len(tokens) == 50
    assert all(len(token) >= 32 for token in tokens)
