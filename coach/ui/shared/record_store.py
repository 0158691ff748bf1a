"""The records of this server, for every page."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from coach.records.keeping.keeper import SetKeeper
from coach.records.records import Records
from coach.records.storage.address import address
from coach.records.values import Owner


@st.cache_resource(show_spinner=False, on_release=Records.close)
def record_store() -> Records:
    """The one Records of this process; it is opened when it is first needed, and closed at the
    server's end."""
    return Records(address)


@dataclass(frozen=True)
class OwnerKeepers:
    """Makes the keepers of a session's sets: for whom, and in which time zone (IANA name)."""

    records: Records
    owner: Owner
    zone: str

    def __call__(self, _exercise: str, _level: str) -> SetKeeper:
        """What keeps one set of an exercise."""
        return self.records.keeper(self.owner, self.zone)
