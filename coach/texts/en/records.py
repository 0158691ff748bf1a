"""What is kept of what people did, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # records: what is kept of what people did (coach/records)
        "records.address_wrong": (
            "{name} names no database that the coach can use: give it an address that begins with "
            "postgresql:// or sqlite:///."
        ),
        "records.locked": (
            "Another program is using your records ({place}); close it, and the coach goes on by "
            "itself."
        ),
        "records.full": (
            "There is no room left for your records ({place}); delete "
            "something else, and the coach "
            "goes on by itself."
        ),
        "records.read_only": (
            "Your records cannot be written ({place}); give the coach the right to write there."
        ),
        "records.closed": (
            "Your records cannot be opened ({place}); see whether the disk is there and may be "
            "written."
        ),
        "records.damaged": (
            "Your records are damaged ({place}); put a backup in their place, or move them away to "
            "begin anew."
        ),
        "records.unreachable": (
            "The database server does not answer ({place}); see whether it runs, and whether its "
            "address and password are right."
        ),
        "records.failed": (
            "The database refused your records ({place}); the server's log says why."
        ),
        "records.odd": "The coach could not save this set; the server's log says why.",
        "records.newer": (
            "Your records were made by a newer version of the coach; update it to use them."
        ),
        "records.set_aside": (
            "Your records were damaged; they were put aside as {file}, and new ones begun."
        ),
        "records.moved": (
            "Your records ({file}) were moved, deleted or replaced while the coach ran: sets are "
            "kept in the file that is there now, the running one whole; those from before are in "
            "the one that was moved."
        ),
        "records.not_found": "There is no such set.",
        "records.no_movement": "The movement of this set was not kept.",
        "records.import_large": "This file is larger than {limit} MB; import a part of it.",
        "records.import_foreign": (
            "This file holds no sets; choose one that the coach has written for you here."
        ),
        "records.import_broken": (
            "This file is damaged or was cut off at set {number}, nothing was imported: take it "
            "anew from where it was written."
        ),
        "records.import_many": (
            "This file holds more than {limit} sets, nothing was imported: import a part of it."
        ),
        "records.import_set_large": (
            "This file holds a set of more than {limit} million letters, which is more than a set "
            "can be: nothing was imported."
        ),
        "records.import_track_size": (
            "This file is of pictures larger than {limit} pixels, which no camera has: nothing was "
            "imported."
        ),
        "records.import_newer": (
            "This file was written by another version of the coach; update the coach to import it."
        ),
        "records.import_wrong": (
            "This file is damaged, nothing was imported: in set {number}, {why}."
        ),
        "records.this_file": "This file",
        "records.wrong": "{name} is not what it should be",
        "records.wrong_kind": "there is something else than a set",
        "records.waiting": "This set is not saved yet, and is kept until it can be. {why}",
        # whose: who is before the camera (coach/ui/shared/owner.py)
        "whose.me": "Me",
        "whose.choose": "Who is training?",
        "whose.new": "Somebody else",
        "whose.add": "Add",
        "whose.local": (
            "Every profile has a history of its own on this machine; there are no passwords."
        ),
        "whose.visit": "This visit",
        "whose.visitor": (
            "Your sets are kept for this visit: take them with you from the history before you "
            "close the page."
        ),
        "whose.login_title": "Log in to train",
        "whose.login_why": "What you do is kept for you alone.",
        "whose.login": "Log in",
        "whose.logout": "Log out",
        "whose.own": "Your sets are kept for you alone.",
        "whose.no_account": (
            "The login service does not say who you are; log out and choose another one."
        ),
    }
)
