"""A changed network is used where it gives the published one's landmarks, and nowhere else."""

from __future__ import annotations

import json
import logging
import os
import time

import numpy as np
import pytest

from coach.vision.mediapipe import proof
from coach.vision.mediapipe.networks.bundle import DETECTOR, LANDMARKS, bundled
from coach.vision.mediapipe.networks.graph import opened, written
from coach.vision.mediapipe.networks.lean import lean
from coach.vision.mediapipe.proof import Trial, Verdict, is_same
from tests.vision.mediapipe.networks.bundles import member

PUBLISHED, CHANGED = b"published", b"changed"
PERSON, NOBODY = np.ones((2, 33, 5)), np.empty((0,))


def looks(published, changed):
    """Stands for MediaPipe: what it sees with each bundle, and how often it was asked."""
    asked = []

    def look(bundle):
        asked.append(bundle)
        seen = published if bundle == PUBLISHED else changed
        if isinstance(seen, Exception):
            raise seen
        return seen

    look.asked = asked
    return look


def a_bit_off():
    return np.nextafter(PERSON, 2.0)


@pytest.mark.parametrize(
    ("published", "changed", "same", "why"),
    [
        ([PERSON, NOBODY], [PERSON, NOBODY], True, "each landmark to the last bit"),
        ([PERSON, PERSON], [PERSON, a_bit_off()], False, "one landmark, by the last bit"),
        ([PERSON, PERSON], [PERSON, NOBODY], False, "a person is missed, as with 1.2.3"),
        ([PERSON, PERSON], [PERSON], False, "a picture less"),
        ([NOBODY, NOBODY], [NOBODY, NOBODY], False, "nobody in either proves nothing"),
        ([PERSON], RuntimeError("no operator"), False, "MediaPipe refuses it"),
        (RuntimeError("no library"), [PERSON], False, "MediaPipe refuses the published one"),
    ],
)
def test_the_verdict(published, changed, same, why, tmp_path, caplog):
    look = looks(published, changed)
    assert is_same(PUBLISHED, CHANGED, tmp_path, look) is same, why
    lines = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert any("as it is published" in record.message for record in lines) is not same


def test_it_is_tried_once(tmp_path):
    look = looks([PERSON], [PERSON])
    assert is_same(PUBLISHED, CHANGED, tmp_path, look)
    assert is_same(PUBLISHED, CHANGED, tmp_path, look)
    assert look.asked == [PUBLISHED, CHANGED]


def test_forgotten_it_is_tried_again(tmp_path):
    look = looks([PERSON], [PERSON])
    is_same(PUBLISHED, CHANGED, tmp_path, look)
    proof.forget(tmp_path)
    is_same(PUBLISHED, CHANGED, tmp_path, look)
    assert len(look.asked) == 4


@pytest.mark.parametrize("what", ["mediapipe", "processor"])
def test_another_version_or_processor_is_another_trial(what, tmp_path, monkeypatch):
    look = looks([PERSON], [PERSON])
    is_same(PUBLISHED, CHANGED, tmp_path, look)
    if what == "mediapipe":
        monkeypatch.setattr(proof, "version", lambda _: "9.9.9")
    else:
        monkeypatch.setattr(proof, "processor", lambda: "another")
    is_same(PUBLISHED, CHANGED, tmp_path, look)
    assert len(look.asked) == 4
    assert not is_same(PUBLISHED, b"changed otherwise", tmp_path, looks([PERSON], [NOBODY]))


def begun(folder, seconds_ago):
    path = Trial.of(PUBLISHED, CHANGED).path(folder)
    path.write_text(json.dumps({"verdict": Verdict.BEGUN.value}))
    then = time.time() - seconds_ago
    os.utime(path, (then, then))
    return path


def test_a_trial_that_took_its_process_along_is_a_no(tmp_path, caplog):
    path = begun(tmp_path, 3600)
    assert not is_same(PUBLISHED, CHANGED, tmp_path, looks([PERSON], [PERSON]))
    assert f"Delete {path}" in caplog.text


def test_a_trial_of_another_process_is_waited_for(tmp_path, monkeypatch):
    path = begun(tmp_path, 0)
    ends = lambda _: path.write_text(json.dumps({"verdict": "same"}))  # noqa: E731
    monkeypatch.setattr(proof.time, "sleep", ends)
    look = looks([PERSON], [PERSON])
    assert is_same(PUBLISHED, CHANGED, tmp_path, look)
    assert look.asked == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"verdict": "perhaps"}', "null"])
def test_what_is_no_verdict_is_tried_again(text, tmp_path):
    Trial.of(PUBLISHED, CHANGED).path(tmp_path).write_text(text)
    assert is_same(PUBLISHED, CHANGED, tmp_path, looks([PERSON], [PERSON]))


def test_a_folder_that_cannot_be_written_costs_a_trial_and_nothing_else(tmp_path):
    folder = tmp_path / "file" / "proofs"
    folder.parent.write_text("no folder")
    look = looks([PERSON], [PERSON])
    assert is_same(PUBLISHED, CHANGED, folder, look)
    assert is_same(PUBLISHED, CHANGED, folder, look)
    assert len(look.asked) == 4


def aliased(bundle):
    """The mask's output pointed at the presence's tensor, as it was once done."""
    model = opened(member(bundle, LANDMARKS))
    (graph,) = model.subgraphs
    outputs = np.array(graph.outputs)
    outputs[2] = outputs[1]
    graph.outputs = outputs
    return bundled({DETECTOR: member(bundle, DETECTOR), LANDMARKS: written(model)})


def halved(bundle):
    """One weight of the landmark network changed."""
    model = opened(member(bundle, LANDMARKS))
    largest = max(model.buffers, key=lambda buffer: 0 if buffer.data is None else len(buffer.data))
    largest.data = largest.data.copy()
    largest.data[:64] = 0
    return bundled({DETECTOR: member(bundle, DETECTOR), LANDMARKS: written(model)})


def test_what_is_done_to_the_real_network_is_proven_here(full_model, tmp_path):
    assert is_same(full_model, lean(full_model), tmp_path)


def test_a_changed_weight_is_found_out(full_model, tmp_path):
    assert not is_same(full_model, halved(full_model), tmp_path)


def test_two_outputs_that_are_one_tensor_are_found_out_where_they_do_harm(full_model, tmp_path):
    """Right up to MediaPipe 1.2.2, garbage from 1.2.3 on: the trial says what holds here."""
    changed = aliased(full_model)
    before, after = proof.landmarks(full_model), proof.landmarks(changed)
    same = all(map(np.array_equal, before, after))
    assert is_same(full_model, changed, tmp_path) is same
