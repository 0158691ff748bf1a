"""What every request passes, whatever it asks for, from the outermost to the innermost."""

from __future__ import annotations

from starlette.middleware import Middleware

from coach.web.language import AskedLanguage
from coach.web.problems import Problems
from coach.web.protection.last_resort import LastResort
from coach.web.protection.request_pace import Paced
from coach.web.protection.secure_headers import SecureHeaders

GUARDS = (
    Middleware(SecureHeaders),
    Middleware(AskedLanguage),
    Middleware(Problems),
    Middleware(LastResort),
    Middleware(Paced),
)
