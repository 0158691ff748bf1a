"""The check of this installation as a page, for those who run the server."""

from __future__ import annotations

import os

import streamlit as st

from coach.doctor.checks import all_checks
from coach.doctor.finding import Finding, Grade
from coach.live.watchdog import Situation, why
from coach.settings import DOCTOR, Environment
from coach.texts import say
from coach.ui.live import camera_probe
from coach.ui.live.relay_settings import relay_settings
from coach.ui.shared.visitor import is_of_this_network

_SIGNS = {
    Grade.FINE: ":green[:material/check_circle:]",
    Grade.NOTE: ":blue[:material/info:]",
}


def may_check(environment: Environment = os.environ) -> bool:
    """Whether this visitor may see how the server is made: from its own machine or network, or
    where the environment says so."""
    return DOCTOR.read(environment) or is_of_this_network()


def check_page() -> None:
    """The button, and below it each finding as soon as it is there."""
    st.header(say("doctor.title"), anchor=False)
    if not may_check():
        st.info(say("doctor.not_here", setting=DOCTOR.name), icon=":material/lock:")
        return
    st.write(say("doctor.intro"))
    _camera()
    if not st.button(say("doctor.begin"), type="primary", icon=":material/stethoscope:"):
        return
    wrong = 0
    with st.spinner(say("doctor.checking")):
        for finding in all_checks(relay_settings(), port=None):
            _show(finding)
            wrong += finding.grade is Grade.WRONG
    if wrong:
        st.error(say("doctor.not_well", count=wrong), icon=":material/error:")
    else:
        st.success(say("doctor.all_well"), icon=":material/verified:")


@st.fragment
def _camera() -> None:
    browser = camera_probe.look()
    if browser is None:
        found = Finding(say("doctor.browser"), Grade.NOTE, say("doctor.browser_waits"))
    elif (reason := why(Situation(browser=browser))) is not None:
        found = Finding(say("doctor.browser"), Grade.WRONG, say(reason))
    else:
        told = say("doctor.browser_fine", cameras=browser.cameras)
        found = Finding(say("doctor.browser"), Grade.FINE, told)
    _show(found)


def _show(finding: Finding) -> None:
    line = f"**{finding.subject}:** {_plain(finding.sentence)}"
    if finding.grade is Grade.WRONG:
        st.error(line, icon=":material/error:")
    else:
        st.markdown(f"{_SIGNS[finding.grade]} {line}")


def _plain(sentence: str) -> str:
    """A sentence whose paths and addresses are not read as Markdown."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>$~" else letter for letter in sentence)
