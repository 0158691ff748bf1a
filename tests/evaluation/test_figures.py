"""The figures, against numbers worked out by hand."""

from __future__ import annotations

from math import isnan

import pytest

from coach.evaluation.figures import Count, Detection, Share, count_figures, missed, pooled


def test_counts_by_hand() -> None:
    figures = count_figures(
        [
            Count(4, 4, (4, 4), (1.0, 2.0), (1.2, 2.6)),  # exact; one of two bottoms found
            Count(8, 9, (8, 9)),  # one too few, but accepted
            Count(2, 4, (3, 4)),  # two too few
            Count(1, None, (0, 2)),  # no count by eye, but a range
            Count(5, None, None),  # nothing by eye
            Count(1, 0, (0, 0)),  # of nothing: no relative error
        ]
    )
    assert figures.clips == 6
    assert figures.by_eye == 4 + 9 + 4 + 0
    assert figures.counted == 4 + 8 + 2 + 1, "clips without a count by eye do not add up"
    assert figures.accepted == Share(3, 5)
    assert figures.exact == Share(1, 4)
    assert figures.within_one == Share(3, 4)
    assert figures.mean_error == pytest.approx((0 + 1 / 9 + 2 / 4) / 3)
    assert figures.bottoms == Share(1, 2)


def test_nothing_has_no_share() -> None:
    figures = count_figures([])
    assert isnan(figures.accepted.value)
    assert isnan(figures.mean_error)


@pytest.mark.parametrize(
    ("bottoms", "by_eye", "left"),
    [
        pytest.param([1.0], [1.25], (), id="at the edge"),
        pytest.param([1.0], [1.26], (1.26,), id="beyond it"),
        pytest.param([1.0], [0.9, 1.1], (1.1,), id="one bottom stands for one time only"),
        pytest.param([1.0, 1.2], [1.1, 1.3], (), id="each takes its own"),
        pytest.param([1.2, 0.8], [1.0, 0.7], (), id="order does not matter"),
        pytest.param([], [3.0, 2.0], (2.0, 3.0), id="nothing counted"),
        pytest.param([1.0, 2.0], [], (), id="nothing to find"),
    ],
)
def test_bottoms_are_matched_one_to_one(
    bottoms: list[float], by_eye: list[float], left: tuple[float, ...]
) -> None:
    assert missed(bottoms, by_eye, within=0.25) == left


def test_precision_and_recall() -> None:
    rule = Detection("hips_sagging", labelled=4, found=3, right=2)
    assert rule.precision.value == pytest.approx(2 / 3)
    assert rule.recall.value == pytest.approx(1 / 2)
    assert isnan(Detection("unseen", 0, 0, 0).recall.value)


def test_rules_are_pooled_by_cases() -> None:
    rules = (Detection("a", 4, 3, 2, groups=2), Detection("b", 1, 2, 1, groups=1))
    assert pooled(rules) == Detection("", labelled=5, found=5, right=3)
