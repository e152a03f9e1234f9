"""A canary secret is hidden in every form it can take, and ordinary words are not."""

from __future__ import annotations

import base64
import html
import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.adapters.masking import Masker
from bots.adapters.secrets import HIDDEN

CANARY = 'c4nary "Tr0ub4dor&3"/é+ß'


@pytest.fixture
def masker():
    masker = Masker()
    masker.learn(CANARY)
    return masker


def basic(user):
    return base64.b64encode(f"{user}:{CANARY}".encode()).decode()


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(CANARY, id="as it is"),
        pytest.param(CANARY.upper(), id="in capitals"),
        pytest.param(quote(CANARY), id="in a URL path"),
        pytest.param(quote(CANARY, safe=""), id="in a URL"),
        pytest.param(quote_plus(CANARY), id="in a form"),
        pytest.param(html.escape(CANARY), id="in HTML"),
        pytest.param(json.dumps(CANARY), id="in JSON"),
        pytest.param(json.dumps(CANARY, ensure_ascii=False), id="in JSON with its letters"),
        pytest.param(repr({"password": CANARY}), id="in a repr"),
        pytest.param(CANARY.encode().hex(), id="in hexadecimal"),
        pytest.param(CANARY.encode().hex().upper(), id="in capital hexadecimal"),
        pytest.param(basic("b"), id="Basic, one letter before"),
        pytest.param(basic("bo"), id="Basic, two letters before"),
        pytest.param(basic("bot"), id="Basic, three letters before"),
        pytest.param(base64.b64encode(f"\0bot\0{CANARY}".encode()).decode(), id="SASL PLAIN"),
        pytest.param(base64.urlsafe_b64encode(f"{CANARY}???".encode()).decode(), id="URL-safe base64, something after"),
        pytest.param(CANARY[: len(CANARY) // 2], id="the first half"),
        pytest.param(CANARY[len(CANARY) // 2 :], id="the second half"),
    ],
)
def test_no_form_of_the_canary_survives(masker, form):
    masked = masker.mask(f"before <{form}> after")
    assert form not in masked
    assert HIDDEN in masked
    assert masked.startswith("before <")
    assert masked.endswith("> after")


def test_nothing_of_user_and_password_stays_of_a_basic_header(masker):
    assert masker.mask(f"Authorization: Basic {basic('bot')}") == f"Authorization: Basic {HIDDEN}"


@pytest.mark.parametrize(
    "text", ["", "canary", "an order of 12 V-belts", "Basic " + base64.b64encode(b"bot:other").decode()]
)
def test_other_text_is_left_alone(masker, text):
    assert masker.mask(text) == text


def test_a_very_short_value_does_not_blank_out_words():
    masker = Masker()
    masker.learn("abc")
    assert masker.mask("the abc of it") == "the abc of it"


def test_before_anything_was_revealed_nothing_changes():
    assert Masker().mask(CANARY) == CANARY


def test_several_secrets_are_hidden_and_the_longer_one_wins(masker):
    masker.learn("hunter22")
    masker.learn("hunter22-and-more")
    assert masker.mask("hunter22 hunter22-and-more") == f"{HIDDEN} {HIDDEN}"


@given(value=st.text(min_size=6, max_size=30), before=st.binary(max_size=5), after=st.binary(max_size=5))
def test_any_secret_is_hidden_in_any_base64(value, before, after):
    masker = Masker()
    masker.learn(value)
    masked = masker.mask(base64.b64encode(before + value.encode() + after).decode())
    assert masked.startswith(HIDDEN)
