"""config.yaml: every mistake is named with its line and what would be right; every value knows its origin."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import Field

from bots.bot import Bot, Settings
from bots.domain.money import Money
from bots.errors import ConfigError
from orchestrator.config import Config, default_path, effective, from_values, load

HEAD = "company: {name: Brunel}\n"
BOX = (
    HEAD + "mailboxes:\n  orders: {host: imap.example.com, user: a, password: {secret: orders-mailbox}}\n"
    "portals:\n  acme: {url: https://acme.example, map: acme.yaml, login: {user: b, password: {secret: acme}}}\n"
)


class KeyingSettings(Settings):
    approval_above: Money = Money.parse("5000.00 EUR")
    tolerance: Decimal = Field(default=Decimal(1), examples=['"0.02"'])


def find_bot(name: str) -> Bot:
    if name != "keying":
        raise ConfigError(f"there is no bot `{name}`; known here: keying")
    return Bot("keying", "order", KeyingSettings, *[None] * 5)


def read(folder: Path, text: str | bytes, **environment: str) -> Config:
    file = folder / "config.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(file, environment=environment, find_bot=find_bot)


def complaints(folder: Path, text: str | bytes, **environment: str) -> list[str]:
    with pytest.raises(ConfigError) as raised:
        read(folder, text, **environment)
    return str(raised.value).replace(f"{folder}/", "").splitlines()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param(
            HEAD + "mailboxs: {}",
            "config.yaml:2: unknown key `mailboxs`; did you mean `mailboxes`?",
            id="a misspelt key",
        ),
        pytest.param(
            BOX.replace("host", "prot: 993, host"),
            "config.yaml:3: mailboxes.orders: unknown key `prot`; did you mean `port`?",
            id="a misspelt key inside a block",
        ),
        pytest.param(
            BOX.replace("user: a, ", ""),
            "config.yaml:3: mailboxes.orders: `user` is missing, for example `user: orders@example.com`",
            id="a missing key, with an example",
        ),
        pytest.param(
            HEAD + 'limits:\n  item_seconds: "300"',
            "config.yaml:3: limits.item_seconds: expected a whole number, for example `item_seconds: 300`",
            id="text where a number belongs",
        ),
        pytest.param(
            HEAD + "browser: {headed: yes}",
            "config.yaml:2: browser.headed: expected true or false, for example `headed: false`",
            id="yes is text, not true",
        ),
        pytest.param(
            HEAD + "limits: {item_seconds: 0}",
            "config.yaml:2: limits.item_seconds: expected a value greater than 0, for example `item_seconds: 300`",
            id="a number out of range",
        ),
        pytest.param(
            "company: {name: Brunel, siren: 805334174}",
            'config.yaml:1: company.siren: expected text, for example `siren: "805334174"`',
            id="digits that are not a number",
        ),
        pytest.param(
            HEAD + "limits: {reading_memory: 1 GB}",
            "config.yaml:2: limits.reading_memory: expected a size such as `25 MiB` or `1 GiB`",
            id="a size in a unit we do not read",
        ),
        pytest.param(
            BOX.replace("host: imap.example.com", "host: h, security: ssl"),
            "config.yaml:3: mailboxes.orders.security: expected 'tls', 'starttls' or 'plain', for example "
            "`security: tls`",
            id="none of the choices",
        ),
        pytest.param(
            BOX.replace("host: imap.example.com", "host: imap.example.com, security: plain"),
            "config.yaml:3: mailboxes.orders: `security: plain` would send mail and passwords readable by anyone; "
            "use tls or starttls",
            id="mail in the clear to another machine",
        ),
        pytest.param(
            HEAD + "limits: 5",
            "config.yaml:2: limits: expected a block of keys, indented below this one",
            id="a value where a block belongs",
        ),
        pytest.param(
            HEAD + "mailboxes: [a]",
            "config.yaml:2: mailboxes: expected a block of keys, indented below this one",
            id="a list where a block belongs",
        ),
        pytest.param(
            "company: {name: B, address: 14 quai Perrache}",
            "config.yaml:1: company.address: expected a list, for example "
            "`address: ['14 quai Perrache', '69002 Lyon']`",
            id="a value where a list belongs",
        ),
        pytest.param(
            HEAD + "time_zone: Europe/Pariss",
            "config.yaml:2: time_zone: there is no time zone `Europe/Pariss`; did you mean `Europe/Paris`?",
            id="an unknown time zone",
        ),
        pytest.param(
            HEAD + "holidays: XX",
            "config.yaml:2: holidays: no public holidays are known for `XX`; write a country (FR) or a region of it "
            "(DE-BY)",
            id="an unknown country",
        ),
        pytest.param(
            BOX + 'bots: {keying: {when: "0 6 * * 1"}}',
            "config.yaml:6: bots.keying.when: write weekdays by name (`mon-fri`): numbers mean different days in "
            "different programs",
            id="a weekday by number",
        ),
        pytest.param(
            BOX + "bots: {keying: {portal: acne}}",
            "config.yaml:6: bots.keying.portal: there is no portal `acne` here; did you mean `acme`?",
            id="a portal that is not configured",
        ),
        pytest.param(
            BOX + "bots:\n  keying:\n    mailboxes: [orders,\n      ordres]",
            "config.yaml:9: bots.keying.mailboxes.1: there is no mailbox `ordres` here; did you mean `orders`?",
            id="a mailbox that is not configured, on the line of the list's entry",
        ),
        pytest.param(
            BOX + "outbox: {host: h, from: a@example.com, sent: {mailbox: sales}}",
            "config.yaml:6: outbox.sent.mailbox: there is no mailbox `sales` here; known here: orders",
            id="a Sent folder in no mailbox",
        ),
        pytest.param(
            BOX + "outbox: {host: h, user: u, from: a@example.com, sent: {mailbox: orders}}",
            "config.yaml:6: outbox: `user` and `password` go together: write both, or neither",
            id="a user without a password",
        ),
        pytest.param(
            BOX + "bots: {keyin: {}}",
            "config.yaml:6: there is no bot `keyin`; known here: keying",
            id="a bot that does not exist",
        ),
        pytest.param(
            BOX + "bots:\n  keying:\n    settings:\n      approval_abov: x",
            "config.yaml:9: bots.keying.settings: unknown key `approval_abov`; did you mean `approval_above`?",
            id="a misspelt setting of a bot",
        ),
        pytest.param(
            BOX + "bots: {keying: {settings: {approval_above: 5000}}}",
            "config.yaml:6: bots.keying.settings.approval_above: write the amount in quotes with its currency, like "
            '"5000.00 EUR", not 5000',
            id="an amount without its currency",
        ),
        pytest.param(
            BOX + "bots: {keying: {settings: {tolerance: 0.02}}}",
            'config.yaml:6: write bots.keying.settings.tolerance in quotes: "0.02"; a bare 0.02 loses digits',
            id="a bare decimal number",
        ),
        pytest.param(
            BOX.replace("{secret: acme}", "hunter2"),
            "config.yaml:5: portals.acme.login.password: a secret is never written here, only its name: "
            "`{secret: NAME}`",
            id="a password in the file, which the message does not repeat",
        ),
        pytest.param(
            HEAD + "database: postgresql://o2c:hunter2@db/o2c",
            "config.yaml:2: database: a password is never written here; leave it out and set "
            "`database_password: {secret: NAME}`",
            id="a password in the database address",
        ),
        pytest.param(
            BOX + "mailboxes: {}",
            "config.yaml:6: mailboxes stands twice; the first is on line 2",
            id="a key that stands twice",
        ),
        pytest.param(
            HEAD + "browser: &b {headed: true}\nlimits: *b",
            "config.yaml:2: anchors (`&`, `*`) are not read here; write the values out",
            id="an anchor",
        ),
        pytest.param(
            HEAD + "data: !!python/name:os.system",
            "config.yaml:2: the tag tag:yaml.org,2002:python/name:os.system is not read here; write plain values",
            id="a tag that would run code",
        ),
        pytest.param(
            "company:\n\tname: x",
            "config.yaml:2: the line is indented with a tab; YAML takes only spaces",
            id="a tab",
        ),
        pytest.param(
            HEAD + "data: [a",
            "config.yaml:2: not YAML: expected ',' or ']', but got '<stream end>'; look for a missing colon, quote or "
            "bracket on this line or above",
            id="a bracket that is not closed",
        ),
        pytest.param(
            HEAD + "---\n" + HEAD,
            "config.yaml:2: a second document begins (`---`); the configuration is one document",
            id="two documents",
        ),
        pytest.param(
            "- a",
            "config.yaml:1: expected keys like `company:` at the left margin; see docs/configuration.md",
            id="a list",
        ),
        pytest.param(
            b"# caf\xc3\xa9\ncompany: {name: caf\xe9}",
            "config.yaml:2: byte 0xe9 is not UTF-8; save the file as UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            " \n\n",
            "config.yaml: the file is empty; start from the example in docs/configuration.md",
            id="an empty file",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_would_be_right(tmp_path, text, complaint):
    assert complaints(tmp_path, text) == [complaint]


def test_a_file_that_is_not_there_says_how_to_name_one(tmp_path):
    with pytest.raises(ConfigError, match=r"none\.yaml: cannot be read .*O2C_CONFIG"):
        load(tmp_path / "none.yaml")


def test_all_mistakes_are_reported_together_in_the_order_of_the_file(tmp_path):
    found = complaints(tmp_path, BOX.replace("host", "hots") + "time_zone: Moon\nbots: {keying: {portal: x}}\n")
    assert [line.split(": ")[0] for line in found] == ["config.yaml:3"] * 2 + ["config.yaml:6", "config.yaml:7"]


def test_a_value_refused_once_is_not_complained_about_again(tmp_path):
    assert len(complaints(tmp_path, HEAD + "limits: {item_seconds: 3.5}")) == 1


def test_words_that_yaml_takes_for_truth_stay_words(tmp_path):
    assert read(tmp_path, HEAD + "holidays: NO").holidays == "NO"


def test_an_empty_section_means_its_defaults(tmp_path):
    assert read(tmp_path, HEAD + "limits:\nbots:\n").limits.item_seconds == 300


def test_paths_start_at_the_folder_of_the_file(tmp_path):
    config = read(tmp_path, BOX + "data: ../elsewhere")
    assert config.data == tmp_path / "../elsewhere"
    assert config.portals["acme"].map == tmp_path / "acme.yaml"
    assert config.database == f"sqlite:///{tmp_path}/var/o2c.sqlite3"


@pytest.mark.parametrize(
    ("server", "port"),
    [
        pytest.param("host: imap.example.com", 993, id="tls"),
        pytest.param("host: imap.example.com, security: starttls", 143, id="starttls"),
        pytest.param("host: 127.0.0.1, security: plain, port: 1143", 1143, id="the port that is written"),
    ],
)
def test_the_port_follows_from_the_security(tmp_path, server, port):
    config = read(tmp_path, BOX.replace("host: imap.example.com", server))
    assert config.mailboxes["orders"].imap_port == port


def test_a_bots_settings_are_its_own_model(tmp_path):
    config = read(tmp_path, BOX + 'bots: {keying: {settings: {tolerance: "0.02"}}}')
    assert config.settings("keying") == KeyingSettings(tolerance=Decimal("0.02"))


class LetterSettings(Settings):
    company: str
    domain: str = "nowhere.example"
    currency: str = "CHF"


def letters(name: str) -> Bot:
    return Bot("letters", "letter", LetterSettings, *[None] * 5)


def test_a_bot_knows_its_company_unless_its_settings_say_otherwise(tmp_path):
    file = tmp_path / "config.yaml"
    file.write_text(
        "company:\n  name: Brunel\n  domain: brunel.example\nbots:\n  letters: {settings: {domain: b.example}}\n"
    )
    config = load(file, environment={}, find_bot=letters)
    settings = config.settings("letters")
    assert (settings.company, settings.domain, settings.currency) == ("Brunel", "b.example", "CHF")
    assert config.origin("bots.letters.settings.company").endswith("config.yaml:2")


def test_an_environment_variable_replaces_a_value_and_says_so(tmp_path):
    config = read(tmp_path, BOX, O2C__MAILBOXES__ORDERS__PORT="1993", O2C__DATA="/srv/o2c")
    assert config.mailboxes["orders"].imap_port == 1993
    assert config.origin("mailboxes.orders.port") == "environment O2C__MAILBOXES__ORDERS__PORT"
    assert config.data == Path("/srv/o2c")


@pytest.mark.parametrize(
    ("variable", "value", "complaint"),
    [
        pytest.param(
            "O2C__DATABSE",
            "x",
            "environment O2C__DATABSE: unknown key `databse`; did you mean `database`?",
            id="misspelt",
        ),
        pytest.param(
            "O2C__LIMITS__ITEM_SECONDS",
            "soon",
            "environment O2C__LIMITS__ITEM_SECONDS: limits.item_seconds: expected a whole number, for example "
            "`item_seconds: 300`",
            id="wrong type",
        ),
        pytest.param(
            "O2C__DATA__X", "1", "environment O2C__DATA__X: not a value that can stand at data.x", id="too deep"
        ),
    ],
)
def test_a_mistake_in_the_environment_is_named_too(tmp_path, variable, value, complaint):
    assert complaints(tmp_path, HEAD + "data: var", **{variable: value}) == [complaint]


def test_the_effective_configuration_tells_the_origin_of_every_value_and_no_secret(tmp_path):
    file = tmp_path / "config.yaml"
    values = {
        key: (value, origin.replace(f"{tmp_path}/", ""))
        for key, value, origin in effective(read(tmp_path, BOX + "bots: {keying: {}}"))
    }
    assert file.exists()
    assert values["company.name"] == ("Brunel", "config.yaml:1")
    assert values["mailboxes.orders.password"] == ("secret orders-mailbox", "config.yaml:3")
    assert values["time_zone"] == ("Europe/Paris", "default")
    assert values["limits.document_size"] == ("25 MiB", "default")
    assert values["bots.keying.settings.approval_above"] == ("5000.00 EUR", "default")


def test_values_made_by_a_program_are_checked_the_same_way(tmp_path):
    config = from_values({"company": {"name": "Brunel"}}, tmp_path, find_bot=find_bot)
    assert config.origin("company.name") == "built in"
    with pytest.raises(ConfigError, match=r"built in: unknown key `compani`; did you mean `company`"):
        from_values({"compani": {}, "company": {"name": "Brunel"}}, tmp_path, find_bot=find_bot)


def test_the_example_at_the_root_loads():
    example = Path(__file__).parents[2] / "config.yaml"
    assert "order_entry" in load(example, environment={}).bots


def test_the_file_is_named_by_the_environment(monkeypatch):
    monkeypatch.setenv("O2C_CONFIG", "/etc/o2c.yaml")
    assert default_path() == Path("/etc/o2c.yaml")
