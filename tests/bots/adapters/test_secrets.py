"""Secrets are found where the admin put them, and show themselves only when asked."""

from __future__ import annotations

import copy
import pickle
import traceback

import pytest

from bots.adapters import secrets
from bots.adapters.secrets import HIDDEN, Secret, Secrets
from bots.errors import ConfigError

CANARY = "c4nary-Tr0ub4dor&3"


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


def test_the_environment_comes_first_then_the_mounted_file(tmp_path):
    (tmp_path / "orders-mailbox").write_text("from the file\n")
    found = Secrets(tmp_path, environment={"O2C_SECRET_ORDERS_MAILBOX": "from the environment"})
    assert found.get("orders-mailbox").reveal() == "from the environment"
    assert Secrets(tmp_path, environment={}).get("orders-mailbox").reveal() == "from the file"


def test_only_the_line_end_of_a_file_is_dropped(tmp_path):
    (tmp_path / "key").write_bytes(b"  two words \r\n")
    assert Secrets(tmp_path, environment={}).get("key").reveal() == "  two words "


@pytest.fixture
def age(tmp_path):
    """An age file and the key that opens it."""
    pyrage = pytest.importorskip("pyrage", reason="the extra `age` is not installed")
    key = pyrage.x25519.Identity.generate()
    identity, file = tmp_path / "identity.txt", tmp_path / "secrets.age"
    identity.write_text(f"# made for a test\n{key}\n")

    def write(text):
        file.write_bytes(pyrage.encrypt(text.encode(), [key.to_public()]))
        return file, identity

    return write


def test_an_age_file_holds_names_and_values(age):
    file, identity = age(f"orders-mailbox: {CANARY}\npin: 0012\n")
    found = Secrets(None, file, identity, environment={})
    assert found.get("orders-mailbox").reveal() == CANARY
    assert found.get("pin").reveal() == "0012"


@pytest.mark.parametrize(
    "text", [pytest.param("- a list", id="a list"), pytest.param(f"{CANARY}: [", id="not YAML"), "a: {b: c}"]
)
def test_an_age_file_with_other_content_is_refused_without_showing_it(age, text):
    file, identity = age(text)
    with pytest.raises(ConfigError, match="does not hold `name: value` lines") as raised:
        Secrets(None, file, identity, environment={}).get("x")
    assert CANARY not in "".join(traceback.format_exception(raised.value))


def test_an_age_file_under_another_key_names_both_files(age, tmp_path):
    pyrage = pytest.importorskip("pyrage")
    file, identity = age("a: b")
    identity.write_text(str(pyrage.x25519.Identity.generate()))
    with pytest.raises(ConfigError, match=r"secrets\.age cannot be opened with .*identity\.txt"):
        Secrets(None, file, identity, environment={}).get("a")


def test_a_missing_secret_names_every_way_to_give_it(tmp_path):
    with pytest.raises(ConfigError) as raised:
        Secrets(tmp_path, tmp_path / "s.age", None, environment={}).get("orders-mailbox")
    for way in (
        "O2C_SECRET_ORDERS_MAILBOX",
        str(tmp_path / "orders-mailbox"),
        "s.age",
        "keyring set o2c orders-mailbox",
    ):
        assert way in str(raised.value)


def test_an_empty_value_counts_as_missing():
    with pytest.raises(ConfigError, match="was not found"):
        Secrets(environment={"O2C_SECRET_X": ""}).get("x")


def test_a_file_that_is_not_text_is_refused(tmp_path):
    (tmp_path / "key").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="cannot be read"):
        Secrets(tmp_path, environment={}).get("key")


def test_a_desktops_keyring_is_asked_last(monkeypatch):
    keyring = pytest.importorskip("keyring")
    monkeypatch.setattr(secrets, "_has_desktop", lambda: True)
    monkeypatch.setattr(keyring, "get_password", lambda service, name: f"{service}/{name}")
    assert Secrets(environment={}).get("acme").reveal() == "o2c/acme"
    assert Secrets(environment={"O2C_SECRET_ACME": "nearer"}).get("acme").reveal() == "nearer"


def test_a_keyring_that_does_not_work_counts_as_none(monkeypatch):
    keyring = pytest.importorskip("keyring")

    def broken(service, name):
        raise keyring.errors.NoKeyringError("no backend")

    monkeypatch.setattr(secrets, "_has_desktop", lambda: True)
    monkeypatch.setattr(keyring, "get_password", broken)
    with pytest.raises(ConfigError, match="was not found"):
        Secrets(environment={}).get("acme")


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(repr, id="repr"),
        pytest.param(str, id="str"),
        pytest.param(lambda secret: f"{secret:>40}", id="format"),
        pytest.param(lambda secret: repr({"password": [secret]}), id="inside a collection"),
        pytest.param(lambda secret: str(vars(type(secret))), id="its class"),
    ],
)
def test_a_secret_never_shows_itself(shown):
    assert CANARY not in shown(Secret(CANARY))


@pytest.mark.parametrize("copied", [pickle.dumps, copy.copy, copy.deepcopy, hash])
def test_a_secret_is_not_carried_away(copied):
    with pytest.raises(TypeError):
        copied(Secret(CANARY))


def test_secrets_compare_by_value():
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"


def test_whoever_hides_secrets_hears_of_each_before_it_is_handed_out():
    heard = []
    Secrets(environment={"O2C_SECRET_X": CANARY}, on_reveal=heard.append).get("x")
    assert heard == [CANARY]


def test_an_exception_that_names_a_secret_shows_dots():
    told = "".join(traceback.format_exception(RuntimeError(f"log-in refused for bot with {Secret(CANARY)}")))
    assert CANARY not in told
    assert HIDDEN in told
