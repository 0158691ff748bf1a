"""Detection is tried once for each model, beside everything else."""

from __future__ import annotations

import logging

from coach.vision.self_test import SelfTest


def tried(test, model):
    thread = test.begin(model)
    if thread is not None:
        thread.join()
    return thread is not None


def test_a_model_is_tried_once():
    asked = []
    test = SelfTest(lambda model: not asked.append(model))
    assert tried(test, "full")
    assert not tried(test, "full")
    assert tried(test, "lite")
    assert asked == ["full", "lite"]
    assert not test.failed("full")


def test_one_that_is_not_right_has_failed_and_the_log_says_so(caplog):
    test = SelfTest(lambda model: model != "lite")
    with caplog.at_level(logging.INFO, logger="coach"):
        tried(test, "lite")
        tried(test, "full")
    assert (test.failed("lite"), test.failed("full"), test.failed("heavy")) == (True, False, False)
    (wrong,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert "lite" in wrong.message
    assert "doctor" in wrong.message


def test_one_that_cannot_be_run_has_failed(caplog):
    def fail(model):
        raise RuntimeError("no library")

    test = SelfTest(fail)
    tried(test, "full")
    assert test.failed("full")
    assert "no library" in caplog.text
