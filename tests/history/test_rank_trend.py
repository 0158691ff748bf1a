"""A trend is told where chance would seldom order the numbers like this."""

from __future__ import annotations

from math import nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coach.history.rank_trend import LEAST, rank_trend


@pytest.mark.parametrize(
    ("values", "sure"),
    [
        pytest.param([1, 2, 3, 4, 5, 6], True, id="six that rise"),
        pytest.param([6, 5, 4, 3, 2, 1], True, id="six that fall"),
        pytest.param([3, 1, 4, 2, 5, 3, 1, 4], False, id="up and down"),
        pytest.param([1, 1, 1, 1, 1, 1, 1], False, id="all the same"),
        pytest.param([1, 2, 3, 99, 5, 6, 7, 8], True, id="one odd number among those that rise"),
        pytest.param([1, 1, 1, 1, 1, 1, 1, 9], False, id="one odd number alone"),
    ],
)
def test_what_is_sure(values, sure):
    trend = rank_trend(values)
    assert trend is not None
    assert trend.sure is sure


def test_few_numbers_tell_nothing():
    assert rank_trend([1, 2, 3, 4, 5]) is None
    assert rank_trend([1, nan, 2, nan, 3, 4, 5, nan]) is None, "the unknown ones do not count"


def test_a_line_is_found_again_through_its_gaps():
    trend = rank_trend([10.0, 12.0, nan, 16.0, 18.0, 20.0, 22.0])
    assert trend is not None
    assert (trend.begin, trend.end, trend.change) == pytest.approx((10, 22, 12))


@given(st.lists(st.floats(-1e3, 1e3), min_size=LEAST, max_size=20))
def test_backwards_it_is_the_same_trend_the_other_way(values):
    there, back = rank_trend(values), rank_trend(values[::-1])
    assert there is not None
    assert back is not None
    assert there.sure == back.sure
    assert there.change == pytest.approx(-back.change, abs=1e-6)


@given(st.lists(st.integers(-50, 50), min_size=LEAST, max_size=20))
def test_sure_is_a_matter_of_order_alone(values):
    assume(len(set(values)) > 1)
    trend, cubed = rank_trend(values), rank_trend([value**3 for value in values])
    assert trend is not None
    assert cubed is not None
    assert trend.sure == cubed.sure
