"""What the machine gives: codecs, fonts, ports, and a place for records."""

from __future__ import annotations

import http.server
import socket
import threading

import pytest

from coach.doctor.codecs import check_codecs
from coach.doctor.finding import Grade
from coach.doctor.fonts import check_fonts
from coach.doctor.ports import check_ports
from coach.doctor.records import check_records


def test_pyav_brings_all_codecs():
    (found,) = check_codecs()
    assert found.grade is Grade.FINE, found


def test_a_codec_that_is_missing_is_named():
    (found,) = check_codecs({"r": ("h264", "no_such_codec"), "w": ()})
    assert found.grade is Grade.WRONG
    assert "no_such_codec" in found.sentence
    assert "h264" not in found.sentence


@pytest.mark.parametrize(
    ("lost", "grade", "named"), [("", Grade.FINE, ""), ("蹲ع", Grade.NOTE, "Arabic, Chinese")]
)
def test_alphabets_without_a_font_are_named(lost, grade, named):
    (found,) = check_fonts(lambda text: set(lost))
    assert found.grade is grade
    assert named in found.sentence


def test_a_free_port_is_fine():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert [found.grade for found in check_ports(port)] == [Grade.FINE] * 2


class Answers(http.server.BaseHTTPRequestHandler):
    """A server that answers every address alike."""

    body = b""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_):
        return None


@pytest.mark.parametrize(
    ("body", "grade", "why"),
    [(b'{"status": "ok"}', Grade.FINE, "the app"), (b"hello", Grade.WRONG, "somebody else")],
)
def test_who_has_the_port(body, grade, why):
    handler = type("Handler", (Answers,), {"body": body})
    with http.server.HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        page, _ = check_ports(server.server_port)
        server.shutdown()
        thread.join()
    assert page.grade is grade, why


def test_records_can_be_kept(tmp_path):
    (found,) = check_records({"COACH_DATA": str(tmp_path)})
    assert found.grade is Grade.FINE
    assert str(tmp_path) in found.sentence


def test_a_password_of_a_database_is_not_told():
    (found,) = check_records({"COACH_DATABASE_URL": "postgresql://me:secret@127.0.0.1:9/none"})
    assert found.grade is Grade.WRONG
    assert "secret" not in found.sentence


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    (found,) = check_records({"COACH_DATA": str(tmp_path / "file" / "folder")})
    assert found.grade is Grade.WRONG
