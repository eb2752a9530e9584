# SPDX-License-Identifier: MIT
"""Every message goes over the wire and comes back as it was."""

import dataclasses
import enum
import types
import typing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkwatch.domain import commands as cmd
from hkwatch.domain import events as ev
from hkwatch.domain.alerts import AlertKind, AlertSpec, AlertState, Currency, Firing, Hours, ItemCondition, Repeat
from hkwatch.domain.item import Level
from hkwatch.link import messages
from hkwatch.link.hello import PROTOCOL, Hello

EVENTS = typing.get_args(ev.Event)
COMMANDS = typing.get_args(cmd.Command)
_TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
_MONEY = st.decimals(Decimal("0.01"), Decimal(10_000_000), places=2)
# To the microsecond, from 1970 to 2100.
_TIME = st.integers(0, 4_102_444_800_000_000).map(
    lambda us: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=us)
)
_SPEC = st.builds(
    AlertSpec,
    id=st.integers(0, 2**40),
    asset=_TEXT,
    kind=st.sampled_from([AlertKind.CROSS_ABOVE, AlertKind.CROSS, AlertKind.STEP, AlertKind.NO_PRICE]),
    level=_MONEY,
    currency=st.sampled_from(Currency),
    band=st.decimals(0, Decimal("0.4"), places=4),
    cooldown_s=st.integers(0, 10**6),
    repeat=st.sampled_from(Repeat),
    notify=st.sampled_from(Level),
    expires_at=st.none() | _TIME,
    note=_TEXT,
    upper=st.none() | _MONEY,
    window_s=st.integers(60, 86_400),
    with_item=st.none() | st.builds(ItemCondition, st.sampled_from(Level), _TEXT, st.integers(60, 10**6)),
    hours=st.none() | st.builds(Hours, st.integers(0, 700), st.integers(701, 1440)),
)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type hint as the messages use it."""
    plain: dict[Any, st.SearchStrategy[Any]] = {
        AlertSpec: _SPEC,
        datetime: _TIME,
        Decimal: _MONEY,
        str: _TEXT,
        bool: st.booleans(),
        float: st.floats(0, 10_080, allow_nan=False),
        int: st.integers(-(2**53), 2**53),
        type(None): st.none(),
    }
    if hint in plain:
        return plain[hint]
    if isinstance(hint, typing.NewType):
        return values_of(hint.__supertype__)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(hint)
    if dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        if hint is Firing or hint is AlertState:
            # A state holds a firing, a firing its rule: one level of it is enough.
            hints |= {"waiting": type(None)} if hint is AlertState else {"spec": AlertSpec | None}
        return st.builds(hint, **{field.name: values_of(hints[field.name]) for field in dataclasses.fields(hint)})
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(values_of, arguments))
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values_of, arguments))
    raise TypeError(f"no values of {hint}")


_FEW = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_event_comes_back_as_it_was_in_one_line(kind: type) -> None:
    @_FEW
    @given(values_of(kind))
    def check(event: Any) -> None:
        line = messages.encode_event(event)
        assert line.count(b"\n") == 1
        assert line.endswith(b"\n")
        assert messages.decode_from_engine(line) == event

    check()


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_command_comes_back_as_it_was_in_one_line(kind: type) -> None:
    @_FEW
    @given(values_of(kind))
    def check(command: Any) -> None:
        line = messages.encode_command(command)
        assert line.count(b"\n") == 1
        assert messages.decode_from_desktop(line) == command

    check()


def test_hello_is_understood_by_both_ends() -> None:
    hello = Hello(PROTOCOL, "1.2.3", 42)
    line = messages.encode_hello(hello)
    assert messages.decode_from_engine(line) == hello
    assert messages.decode_from_desktop(line) == hello


def test_chinese_travels_as_utf_8() -> None:
    notice = ev.NoticeWanted(typing.cast(Any, 1), "證監會 · 牌照", "證監會發牌予新平台\n第二行", Level.HIGH)
    line = messages.encode_event(notice)
    assert "證監會".encode() in line
    assert messages.decode_from_engine(line) == notice


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"nonsense\n",
        b"{}\n",
        b'{"type":"unheard-of"}\n',
        b'{"type":"hello","protocol":"one","version":"1","pid":1}\n',
        b'{"type":"stop"}\n',
        b'{"type":"stop","command":{"id":5}}\n',
        b"\xff\xfe\n",
        b'{"type":"hello","protocol":1,"version":"1","pid":1} print\n',
    ],
)
def test_anything_else_is_an_error_that_names_itself(line: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        messages.decode_from_desktop(line)
    with pytest.raises(msgspec.MsgspecError):
        messages.decode_from_engine(line)


def test_message_of_a_newer_program_with_more_fields_is_still_read() -> None:
    line = b'{"type":"stop","command":{"id":"a","hurry":true},"later":1}\n'
    assert messages.decode_from_desktop(line) == cmd.Stop(typing.cast(Any, "a"))
