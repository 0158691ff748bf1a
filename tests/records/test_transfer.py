"""What people take with them: complete, readable, and taken back only where it is sound."""

from __future__ import annotations

import base64
import copy
import csv
import io
import json
import zipfile
from datetime import datetime, timezone
from typing import Any

import numpy as np
import pytest

from coach.analysis.analysis import replay
from coach.motion.engine import Engine
from coach.motion.poses.track import Track
from coach.records.errors import ImportRefusedError
from coach.records.exchange import imports
from coach.records.records import Records
from coach.records.storage.address import address
from coach.tracks.npz import read_track, write_track
from coach.tracks.packed import pack_track
from tests.records.conftest import ANNA, BEN, EXERCISES, golden, keep
from tests.records.test_records import FRONT, MONDAY, PLANK, SQUATS, add

HUGE = 10**400


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> bytes:
    """One squat set with a movement, taken out once for all cases."""
    folder = str(tmp_path_factory.mktemp("exported"))
    records = Records(lambda: address({"COACH_DATA": folder}))
    add(records, ANNA, SQUATS)
    data = records.export_json(ANNA)
    records.close()
    return data


def test_everything_taken_out_and_in_again_is_the_same(records):
    for done in (SQUATS, PLANK, FRONT):
        add(records, ANNA, done)
    keep(records, ANNA, "squat", SQUATS[0])
    data = records.export_json(ANNA)
    before = records.sets(ANNA)
    whole = [repr(records.one(ANNA, each.id)) for each in before]
    tracks = [pack_track(records.track(ANNA, each.id)) for each in before]
    assert records.import_(ANNA, data) == 0, "all of them are there"
    records.delete_all(ANNA)
    assert records.import_(ANNA, data) == 4
    assert [repr(records.one(ANNA, each.id)) for each in before] == whole
    assert [pack_track(records.track(ANNA, each.id)) for each in before] == tracks
    assert records.export_json(ANNA) == data


def test_somebody_else_may_take_a_copy(records):
    add(records, ANNA)
    assert records.import_(BEN, records.export_json(ANNA)) == 1
    (theirs,), (copied,) = records.sets(ANNA), records.sets(BEN)
    assert repr(copied) == repr(theirs), "what was not measured is nan, and no nan is another"
    records.delete(BEN, copied.id)
    assert records.one(ANNA, theirs.id).frames > 0


def test_nothing_kept_is_an_empty_export(records):
    assert json.loads(records.export_json(ANNA))["sets"] == []
    assert records.import_(ANNA, records.export_json(ANNA)) == 0
    assert all(table.count(b"\n") == 1 for table in records.export_csv(ANNA))


def test_a_set_as_a_track_is_replayed_and_taken_back(records, tmp_path):
    set_id = add(records, ANNA)
    path = tmp_path / "set.npz"
    path.write_bytes(records.export_track(ANNA, set_id))
    track = read_track(path)
    again = replay(track.poses(), lambda: Engine(EXERCISES["squat"])).report
    assert len(again.reps) == len(records.one(ANNA, set_id).report.reps)
    with np.load(path) as z:
        assert set(z.files) >= {"t", "image", "world", "visibility", "size"}
    assert records.import_(BEN, path.read_bytes()) == 1
    assert repr(records.one(BEN, set_id)) == repr(records.one(ANNA, set_id))


def test_the_tables_say_what_the_sets_say(records):
    set_id = add(records, ANNA)
    add(records, ANNA, PLANK)
    sets, reps = (
        list(csv.DictReader(io.StringIO(table.decode()))) for table in records.export_csv(ANNA)
    )
    assert [(row["exercise"], row["reps"]) for row in sets] == [("squat", "4"), ("plank", "0")]
    assert sets[1]["score"] == sets[1]["range_of_motion"] == "", "not known"
    assert datetime.fromisoformat(sets[0]["started_at"]) == MONDAY
    assert [row["number"] for row in reps] == ["1", "2", "3", "4"]
    assert {row["set_id"] for row in reps} == {set_id}
    kept = records.one(ANNA, set_id)
    for row, rep in zip(reps, kept.report.reps, strict=True):
        lost = dict(rep.deductions)
        assert row["deductions"] == " ".join(f"{key}:{points}" for key, points in lost.items())
        assert int(row["score"]) == 100 - sum(lost.values())
    of_all = dict(each.split(":") for each in sets[0]["deductions"].split())
    assert sum(map(int, of_all.values())) == sum(100 - rep.score for rep in kept.report.reps)
    assert [float(row["range_of_motion"]) for row in reps] == [
        rep.range_of_motion for rep in kept.report.reps
    ]


def test_no_cell_is_a_formula(records, exported):
    whole = json.loads(exported)
    whole["sets"][0]["id"] = "-1-cmd"
    records.import_(ANNA, json.dumps(whole).encode())
    sets, reps = records.export_csv(ANNA)
    assert sets.isascii(), "no mark is needed for spreadsheets"
    assert reps.isascii()
    assert b"\r\n'-1-cmd," in sets
    assert b"\r\n'-1-cmd," in reps


def change(path: str, value: Any) -> Any:
    """A change at a place of the export: names and numbers between points."""

    def make(whole: dict[str, Any]) -> None:
        *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        place: Any = whole
        for part in way:
            place = place[part]
        place[last] = value

    return pytest.param(make, id=f"{path} = {str(value)[:24]!r}")


def drop(path: str) -> Any:
    def make(whole: dict[str, Any]) -> None:
        place: Any = whole
        *way, last = path.split(".")
        for part in way:
            place = place[int(part) if part.isdigit() else part]
        del place[last]

    return pytest.param(make, id=f"no {path}")


SET = "sets.1"
REP = f"{SET}.report.reps.0"

HOSTILE = [
    change("format", "something else"),
    change("version", 2),
    change("version", None),
    change("more", "behind the sets"),
    change("sets", {}),
    change("sets", "x"),
    change(SET, None),
    change(SET, []),
    drop(f"{SET}.id"),
    change(f"{SET}.id", ""),
    change(f"{SET}.id", "../../etc/passwd"),
    change(f"{SET}.id", "x" * 33),
    change(f"{SET}.id", "<script>"),
    change(f"{SET}.source", "dream"),
    change(f"{SET}.source", ["camera"]),
    change(f"{SET}.started_at", "yesterday"),
    change(f"{SET}.started_at", "2026-03-02T07:30:00"),
    change(f"{SET}.started_at", "0001-01-01T00:00:00+14:00"),
    change(f"{SET}.started_at", "9999-12-31T23:59:59-14:00"),
    change(f"{SET}.started_at", 1.5),
    change(f"{SET}.zone", "x" * 65),
    change(f"{SET}.zone", "Europe\u0000Berlin"),
    change(f"{SET}.uneven_deg", []),
    change(f"{SET}.uneven_deg", [1, 2, 3, "4"]),
    change(f"{SET}.uneven_deg", [1, 2, 3, HUGE]),
    change(f"{SET}.report", None),
    drop(f"{SET}.report.reps"),
    change(f"{SET}.report.exercise", "<img src=x onerror=alert(1)>"),
    change(f"{SET}.report.exercise", ""),
    change(f"{SET}.report.level", "godlike"),
    change(f"{SET}.report.duration_s", None),
    change(f"{SET}.report.duration_s", 1e300),
    change(f"{SET}.report.duration_s", HUGE),
    change(f"{SET}.report.rep_count", 5),
    change(f"{SET}.report.holds", [{"start_s": 5, "end_s": 1}]),
    change(f"{SET}.report.holds", [{"start_s": 1, "end_s": 2}] * 10_001),
    change(f"{SET}.report.abstained", ["x y"]),
    change(f"{SET}.report.view", "above"),
    change(f"{REP}.number", 2),
    change(f"{REP}.number", HUGE),
    change(f"{REP}.score", 101),
    change(f"{REP}.score", -HUGE),
    change(f"{REP}.start_s", None),
    change(f"{REP}.end_s", -5),
    change(f"{REP}.range_of_motion", 1e7),
    change(f"{REP}.faults", ["a"] * 101),
    change(f"{REP}.faults", ["\u202e"]),
    change(f"{REP}.deductions", [{"key": "a", "points": HUGE}]),
    change(f"{REP}.evidence", {"a": {}}),
    change(f"{SET}.movement", 5),
    change(f"{SET}.movement", "not base64!"),
    change(f"{SET}.movement", base64.b64encode(b"not a track").decode()),
]


@pytest.mark.parametrize("make", HOSTILE)
def test_one_thing_wrong_and_nothing_is_imported(in_file, exported, make):
    whole = json.loads(exported)
    whole["sets"].append(copy.deepcopy(whole["sets"][0]))
    whole["sets"][1]["id"] = "another"
    make(whole)
    data = json.dumps(whole).encode()
    with pytest.raises(ImportRefusedError) as told:
        in_file.import_(ANNA, data)
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 300
    assert in_file.sets(ANNA) == ()


START = b'{"format": "fitness-coach-records", "version": 1, "sets": ['


FOREIGN, BROKEN = "holds no sets", "damaged or was cut off at set"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", FOREIGN, id="empty"),
        pytest.param(b"\x00" * 1000, FOREIGN, id="zeros"),
        pytest.param(b"PK\x03\x04" + b"x" * 100, FOREIGN, id="a broken zip"),
        pytest.param(b"[" * 100_000, FOREIGN, id="deep"),
        pytest.param(b"{" * 100_000, FOREIGN, id="deep objects"),
        pytest.param(b'{"a":' * 5_000 + b"1" + b"}" * 5_000, FOREIGN, id="deep and sound"),
        pytest.param(b"[1, 2, 3]", FOREIGN, id="a list"),
        pytest.param(START + b"[" * 100_000, f"{BROKEN} 1", id="deep inside"),
        pytest.param(START + b"{},]}", "set 1, ", id="a comma too many"),
        pytest.param(START + b"]", f"{BROKEN} 1", id="an end too few"),
        pytest.param(START, f"{BROKEN} 1", id="cut off at its beginning"),
        pytest.param(START + b"]}]}", f"{BROKEN} 1", id="an end too many"),
        pytest.param(START + b"[],\n" * 200_000 + b"[]]}", "set 1, ", id="many, and none a set"),
        pytest.param(b'{"format": "fitness-coach-records", "version": 1}', FOREIGN, id="no sets"),
        pytest.param(b"\xff\xfe{\x00}\x00", FOREIGN, id="another encoding"),
        pytest.param(b"9" * 10_000, FOREIGN, id="a long number"),
        pytest.param(b"exercise,reps\nsquat,4\n", FOREIGN, id="a table"),
    ],
)
def test_what_is_no_export_is_refused(in_file, data, says):
    with pytest.raises(ImportRefusedError, match=says):
        in_file.import_(ANNA, data)


def many(exported: bytes, count: int) -> bytes:
    """So many sets, each with an id of its own."""
    whole = json.loads(exported)
    (one, *_) = whole["sets"]
    whole["sets"] = [{**one, "id": f"set-{number}"} for number in range(count)]
    return json.dumps(whole).encode()


def test_more_sets_than_are_taken_are_not_called_none(in_file, exported, monkeypatch):
    monkeypatch.setattr(imports, "MOST_SETS", 3)
    with pytest.raises(ImportRefusedError, match="more than 3 sets"):
        in_file.import_(ANNA, many(exported, 4))
    assert in_file.sets(ANNA) == ()
    assert in_file.import_(ANNA, many(exported, 3)) == 3


def test_a_file_that_was_cut_off_says_where(in_file, exported):
    whole = many(exported, 3)
    for part, number in ((0.1, 1), (0.5, 2), (0.99, 3)):
        with pytest.raises(ImportRefusedError, match=f"{BROKEN} {number},"):
            in_file.import_(ANNA, whole[: int(part * len(whole))])
    assert in_file.sets(ANNA) == ()


def test_a_set_that_is_too_long_is_said_to_be(in_file, exported, monkeypatch):
    monkeypatch.setattr(imports, "MOST_TEXT", 250_000)
    whole = json.loads(exported)
    whole["sets"][0]["more"] = "x" * 2_000_000
    with pytest.raises(ImportRefusedError, match="a set of more than"):
        in_file.import_(ANNA, json.dumps(whole).encode())


def as_zip(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return file.getvalue()


def test_a_track_that_is_no_set_of_ours_is_refused(in_file, tmp_path, monkeypatch, exported):
    path = tmp_path / "plain.npz"
    write_track(path, golden(SQUATS[0]))
    with pytest.raises(ImportRefusedError):
        in_file.import_(ANNA, path.read_bytes())
    with pytest.raises(ImportRefusedError):
        in_file.import_(ANNA, as_zip(set_json=exported))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("set.json", b" " * 5000 + exported)
    monkeypatch.setattr(imports, "MOST_TEXT", 4000)
    with pytest.raises(ImportRefusedError):
        in_file.import_(ANNA, path.read_bytes())
    assert in_file.sets(ANNA) == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"t": 0.0}, "the same time in every row", id="no times"),
        pytest.param({"t": 1000.0}, "not in milliseconds", id="milliseconds"),
        pytest.param({"t": 1e298}, "must be in seconds", id="no times at all"),
        pytest.param({"image": 640.0}, "not in pixels", id="pixels"),
        pytest.param({"size": 1000}, "which no camera has", id="larger than any picture"),
    ],
)
def test_a_track_of_other_units_says_so(in_file, tmp_path, exported, change, says):
    track = golden(SQUATS[0])
    arrays = {name: getattr(track, name) for name in ("t", "image", "world", "visibility", "size")}
    ((name, factor),) = change.items()
    arrays[name] = np.asarray(arrays[name]) * factor
    path = tmp_path / "set.npz"
    np.savez(path, **arrays)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("set.json", many(exported, 1))
    with pytest.raises(ImportRefusedError, match=says) as told:
        in_file.import_(ANNA, path.read_bytes())
    assert str(told.value).startswith("This file")
    assert "/" not in str(told.value)
    assert in_file.sets(ANNA) == ()


def test_a_movement_of_another_age_is_refused(in_file, exported):
    whole = json.loads(exported)
    track = golden(SQUATS[0])
    late = Track.from_arrays(track.t + 1e9, track.image, track.world, track.visibility, track.size)
    whole["sets"][0]["movement"] = base64.b64encode(pack_track(late)).decode()
    with pytest.raises(ImportRefusedError, match="movement is not what it should be"):
        in_file.import_(ANNA, json.dumps(whole).encode())


def test_a_file_that_is_too_large_is_not_read(in_file, monkeypatch):
    monkeypatch.setattr(imports, "MOST_BYTES", 100)
    with pytest.raises(ImportRefusedError, match="larger"):
        in_file.import_(ANNA, b" " * 101)


def test_a_set_twice_in_a_file_is_one(in_file, exported):
    whole = json.loads(exported)
    whole["sets"] *= 3
    assert in_file.import_(ANNA, json.dumps(whole).encode()) == 1
    assert in_file.sets(ANNA)[0].started_at == MONDAY.astimezone(timezone.utc)
