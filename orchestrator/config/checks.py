"""Every sentence that says what is wrong with a configuration, and what would be right."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bots.bot import Settings
from bots.errors import ConfigError
from orchestrator.config.models import SecretRef
from orchestrator.config.source import Place, Source, at, dotted
from orchestrator.config.values import nearest

_EXPECTED = {
    "string": "expected text",
    "int": "expected a whole number",
    "bool": "expected true or false",
    "decimal": "expected a number in quotes",
    "date": "expected a date such as 2026-01-31",
    "tuple": "expected a list",
    "list": "expected a list",
    "dict": "expected a block of keys, indented below this one",
    "model": "expected a block of keys, indented below this one",
}

_SAYS_ALL = ("value_error", "model_type")  #: errors whose own sentence already shows what to write

#: A bot's setting of this name is the company's value of that key, unless the bot's own settings give one.
OF_THE_COMPANY = {
    "company": "name", "domain": "domain", "currency": "currency", "siren": "siren", "vat": "vat",
}  # fmt: skip

M = TypeVar("M")


def validated(source: Source, check: Callable[[], M], model: type[BaseModel], place: Place = ()) -> M | None:
    """What `check` returns, or None after noting each of its errors where the value was written."""
    try:
        return check()
    except ValidationError as errors:
        for error in errors.errors(include_url=False):
            _note(source, model, place, error)
        return None


def check_references(source: Source) -> None:
    """Every name of a mailbox, folder or portal must be one that is configured."""
    mailboxes, portals = at(source.tree, "mailboxes"), at(source.tree, "portals")
    for bot in at(source.tree, "bots"):
        entry = at(source.tree, "bots", bot)
        _refers(source, ("bots", bot, "portal"), entry.get("portal"), portals, "portal")
        _refer(source, bot, "mailboxes", "mailbox")
        _refer(source, bot, "folders", "folder")
    _check_schedules(source, mailboxes)
    sent = at(source.tree, "outbox", "sent").get("mailbox")
    _refers(source, ("outbox", "sent", "mailbox"), sent, mailboxes, "mailbox")


def _check_schedules(source: Source, mailboxes: Iterable[str]) -> None:
    """A schedule names bots and mailboxes that are configured, and is no bot's short form over again."""
    bots = at(source.tree, "bots")
    for name in at(source.tree, "schedules"):
        place, block = ("schedules", name), at(source.tree, "schedules", name)
        _refers(source, (*place, "bot"), block.get("bot"), bots, "bot")
        _refers(source, (*place, "after"), block.get("after"), bots, "bot")
        _refers(source, (*place, "mail"), block.get("mail"), mailboxes, "mailbox")
        if at(source.tree, "bots", name).get("when") is not None:
            source.problem(
                place, f"the bot {name} has a `when` of its own already; take it out, or name this otherwise"
            )


def _refer(source: Source, bot: str, key: str, what: str) -> None:
    """Each name in a bot's list must be one of the block of the same key."""
    listed = at(source.tree, "bots", bot).get(key)
    for number, name in enumerate(listed if isinstance(listed, list) else []):
        _refers(source, ("bots", bot, key, number), name, at(source.tree, key), what)


def check_settings(source: Source, find_bot: Callable[[str], Any]) -> dict[str, Settings]:
    """Each bot's settings as the bot's own model; a bot that does not exist is a problem at its name."""
    found: dict[str, Settings] = {}
    for name in at(source.tree, "bots"):
        try:
            model: type[Settings] = find_bot(name).settings
        except ConfigError as error:
            source.problem(("bots", name), str(error))
            continue
        settings = _settings(source, name, model)
        if settings is not None:
            found[name] = settings
    for name in at(source.tree, "schedules"):
        _check_parameters(source, name, found)
    return found


def _check_parameters(source: Source, name: str, found: Mapping[str, Settings]) -> None:
    """A schedule's parameters are settings of its bot, for its runs only."""
    block = at(source.tree, "schedules", name)
    parameters, settings = block.get("parameters"), found.get(str(block.get("bot")))
    if isinstance(parameters, dict) and settings is not None:
        model = type(settings)
        validated(source, lambda: with_parameters(settings, parameters), model, ("schedules", name, "parameters"))


def with_parameters(settings: Settings, parameters: Mapping[str, Any]) -> Settings:
    """A bot's settings with some replaced. Raises ValidationError for what its model does not take."""
    return type(settings).model_validate({**settings.model_dump(exclude_unset=True), **parameters})


def _settings(source: Source, name: str, model: type[Settings]) -> Settings | None:
    written = at(source.tree, "bots", name).get("settings")
    if not isinstance(written, dict | None):
        return None  # already told: it is not a block of keys
    values = {**_inherited(source, name, model), **(written or {})}
    return validated(source, lambda: model.model_validate(values), model, ("bots", name, "settings"))


def _inherited(source: Source, name: str, model: type[Settings]) -> dict[str, Any]:
    """What a bot's settings take from the company block unless they say otherwise; its origin is the line there."""
    company, values = at(source.tree, "company"), {}
    for field, key in OF_THE_COMPANY.items():
        if field in model.model_fields and company.get(key) is not None:
            values[field] = company[key]
            line = source.lines.get(("company", key))
            if line is not None:
                source.lines.setdefault(("bots", name, "settings", field), line)
    return values


def _refers(source: Source, place: Place, name: Any, known: Iterable[str], what: str) -> None:
    if isinstance(name, str) and name not in known:
        source.problem(place, f"{dotted(place)}: there is no {what} `{name}` here; {nearest(name, known)}")


def _note(source: Source, model: type[BaseModel], around: Place, error: ErrorDetails) -> None:
    inside: Place = error["loc"]
    place = (*around, *inside)
    if not any(place[:length] in source.refused for length in range(len(place) + 1)):
        source.problem(place, _sentence(model, around, inside, error))


def _sentence(model: type[BaseModel], around: Place, inside: Place, error: ErrorDetails) -> str:
    block, key = _block(model, inside[:-1]), str(inside[-1]) if inside else ""
    above = dotted((*around, *inside[:-1]))
    if error["type"] == "extra_forbidden":
        return f"{above + ': ' if above else ''}unknown key `{key}`; {nearest(key, _keys(block))}"
    if error["type"] == "missing":
        field = _keys(block).get(key)
        return f"{above + ': ' if above else ''}`{key}` is missing{_example(key, field)}"
    example = "" if error["type"] in _SAYS_ALL else _example(key, _keys(block).get(key))
    return f"{dotted((*around, *inside))}: {_wrong(error)}{example}"


def _wrong(error: ErrorDetails) -> str:
    """What was expected. The value itself is not repeated: it may be a password in the wrong place."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "model_type" and context.get("class_name") == SecretRef.__name__:
        return "a secret is never written here, only its name: `{secret: NAME}`"
    if kind == "string_pattern_mismatch" or error["loc"][-1:] == ("[key]",):
        return f"expected the form {context.get('pattern', error['msg'])}"
    if kind == "literal_error":
        return f"expected {context['expected']}"
    if kind == "tuple_type" or (kind.partition("_")[0] in _EXPECTED and kind.endswith(("_type", "_parsing"))):
        return _EXPECTED[kind.partition("_")[0]]
    return error["msg"].replace("Input should be", "expected a value")


def _example(key: str, field: FieldInfo | None) -> str:
    if field is None or not field.examples:
        return ""
    return f", for example `{key}: {field.examples[0]}`"


def _keys(block: type[BaseModel] | None) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in block.model_fields.items()} if block else {}


def _block(model: type[BaseModel], place: Place) -> type[BaseModel] | None:
    """The model of the block at `place` inside `model`, None where the place is not a block."""
    current: Any = model
    for part in place:
        if isinstance(current, type) and issubclass(current, BaseModel):
            field = _keys(current).get(str(part))
            current = field.annotation if field else None
        else:
            current = _inner(current)
    current = _optional(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _inner(annotation: Any) -> Any:
    """The type of the values of a `dict[Name, Portal]` or `tuple[Line, ...]`."""
    annotation = _optional(annotation)
    arguments = [argument for argument in get_args(annotation) if argument is not Ellipsis]
    return arguments[-1] if arguments else None


def _optional(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, types.UnionType):
        return next((part for part in get_args(annotation) if part is not type(None)), None)
    return annotation
