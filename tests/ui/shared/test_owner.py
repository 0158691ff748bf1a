"""Whose records a page is about: an account's own, a local profile's, or a passing visit's."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from coach.records.records import Records
from coach.records.values import VISITOR
from coach.ui.shared import owner as owner_module
from tests.records.conftest import folder, in_file  # noqa: F401 - fixtures
from tests.records.test_records import MONDAY, SQUATS, add

HERE: dict[str, Records] = {}

VISITORS: dict[int, dict[str, object]] = {}

USER: dict[str, object] = {}
"""Who visits the page that runs, as st.user: Streamlit's own double for it came with 1.67."""


def page() -> None:
    """What a page does, and where it says for whom."""
    import streamlit as st

    from coach.ui.shared.owner import current_owner
    from tests.ui.shared.test_owner import HERE

    records = HERE["records"]
    owner = current_owner(records)
    st.session_state["owner"] = owner
    st.session_state["sets"] = [each.id for each in records.sets(owner)]


@pytest.fixture
def near(monkeypatch):
    monkeypatch.setattr(owner_module, "is_of_this_network", lambda: True)


@pytest.fixture
def app(in_file, monkeypatch):  # noqa: F811
    monkeypatch.setattr(st, "user", USER)

    def open_(**user: object) -> AppTest:
        HERE["records"] = in_file
        app = AppTest.from_function(page, default_timeout=30)
        VISITORS[id(app)] = user
        return run(app)

    return open_


def run(app: AppTest) -> AppTest:
    USER.clear()
    USER.update(VISITORS[id(app)])
    app.run()
    assert not app.exception
    return app


def owner(app: AppTest):
    return app.session_state["owner"]


def account(name: str) -> dict[str, object]:
    return {"is_logged_in": True, "iss": "https://id.example", "sub": name, "name": name}


def add_profile(app: AppTest, name: str) -> None:
    app.text_input(key="profile-new").set_value(name)
    next(button for button in app.button if button.label == "Add").click()
    run(app)


def test_two_accounts_side_by_side_see_their_own(app, in_file):  # noqa: F811
    anna, ben = app(**account("anna")), app(**account("ben"))
    hers, his = add(in_file, owner(anna)), add(in_file, owner(ben))
    for theirs, expected in ((anna, [hers]), (ben, [his])):
        run(theirs)
        assert theirs.session_state["sets"] == expected


def test_one_name_at_two_services_is_two_people(app):
    one, two = account("anna"), account("anna") | {"iss": "https://another.example"}
    assert owner(app(**one)) != owner(app(**two))


def test_who_is_not_logged_in_sees_nothing_but_the_way_in(app):
    shown = app(is_logged_in=False)
    assert [button.label for button in shown.button] == ["Log in"]
    assert "owner" not in shown.session_state


def test_a_login_that_does_not_say_who_it_is_keeps_nothing(app):
    shown = app(is_logged_in=True)
    assert shown.error[0].value.startswith("The login service")
    assert "owner" not in shown.session_state


def test_a_login_is_no_profile_of_that_name(app, near, in_file):  # noqa: F811
    anna = app(**account("anna"))
    local = app()
    add_profile(local, owner(anna).account)
    assert owner(local) != owner(anna)


def test_profiles_are_chosen_and_added(app, near, in_file):  # noqa: F811
    first = app()
    assert owner(first).profile == ""
    add_profile(first, "  Zoë \n <b>x</b> ")
    assert owner(first).profile == "Zoë <b>x</b>"
    add(in_file, owner(first))
    first.selectbox[0].set_value("")
    run(first)
    assert owner(first).profile == ""
    assert first.session_state["sets"] == []
    first.selectbox[0].set_value("Zoë <b>x</b>")
    run(first)
    assert len(first.session_state["sets"]) == 1


def test_a_name_of_nothing_is_no_profile(app, near):
    shown = app()
    add_profile(shown, " \u200b\u202e ")
    assert owner(shown).profile == ""


def test_who_trained_last_is_greeted(app, near, in_file):  # noqa: F811
    first = app()
    add_profile(first, "李")
    add(in_file, owner(first), SQUATS, MONDAY)
    assert owner(app()).profile == "李"


def test_strangers_at_a_public_address_have_nothing_in_common(app, in_file):  # noqa: F811
    one, two = app(), app()
    assert owner(one).account.startswith(VISITOR)
    assert owner(one) != owner(two)
    assert owner(run(one)) == owner(one)
    assert not one.selectbox


def test_a_server_may_trust_whoever_reaches_it(app, monkeypatch):
    monkeypatch.setenv("COACH_PROFILES", "all")
    assert owner(app()).account == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>Bo</b>", r"\<b\>Bo\</b\>"),
        ("*a* _b_ `c` $d$", r"\*a\* \_b\_ \`c\` \$d\$"),
        (":red[x] [a](b)", r"\:red\[x\] \[a\]\(b\)"),
        ("Zoë 李", "Zoë 李"),
    ],
)
def test_markup_in_a_name_does_nothing(name, shown):
    assert owner_module.escape_markdown(name) == shown
