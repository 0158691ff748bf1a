"""A PostgreSQL server of the tests' own, out of Debian's packages."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda p: p.parts[-2])


@contextmanager
def server() -> Iterator[str]:
    """A server that listens on a socket in a temporary folder; gives that folder.

    The server refuses to run as root, and then runs as the package's own user.
    """
    assert PROGRAMS is not None
    user = "postgres" if os.getuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="coach-pg-"))
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        command = [str(PROGRAMS / program), *arguments]
        with (folder / "output").open("ab") as output:
            subprocess.run(command, check=True, user=user, cwd=folder, stdout=output, stderr=output)

    try:
        if user is not None:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
        run("initdb", "-D", str(data), "-U", "coach", "--auth=trust", "--no-sync", "-E", "UTF8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "-D", str(data), "-w", "-o", options, "start")
        try:
            yield str(folder)
        finally:
            run("pg_ctl", "-D", str(data), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def empty_database(folder: str) -> str:
    """The address of the server's database, which is emptied."""
    with psycopg.connect(f"host={folder} user=coach dbname=postgres", autocommit=True) as link:
        link.execute("DROP SCHEMA public CASCADE")
        link.execute("CREATE SCHEMA public")
    return f"postgresql://coach@/postgres?host={folder}"
