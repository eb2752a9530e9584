# SPDX-License-Identifier: MIT
"""`hkwatch channels`: list, add, try and remove further ways out. The secret never stands on the command line."""

import argparse
import asyncio
import contextlib
import getpass
import json
import secrets as chance
import sqlite3
import sys
from dataclasses import replace
from datetime import UTC, datetime

from hkwatch.app import exit_codes
from hkwatch.app.choices import address_map
from hkwatch.app.options import Options, interface_language, make_clock
from hkwatch.app.paths import AppPaths, resources
from hkwatch.app.stored import change, open_stored
from hkwatch.app.tables import table
from hkwatch.domain.channels import (
    ChannelKind,
    ChannelSpec,
    ChannelView,
    Message,
    SecretPlace,
    Subject,
    problems,
    service_of,
    shown_address,
    tidied,
)
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import NotifyError, SettingsError
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ChannelId
from hkwatch.domain.item import Level
from hkwatch.notify.apprise_out import AppriseOut
from hkwatch.notify.secret_store import SecretStore
from hkwatch.services.channel_sender import ChannelSender
from hkwatch.services.settings import load_settings
from hkwatch.services.texts import Texts
from hkwatch.services.wording import Wording
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.http import Fetcher
from hkwatch.store import channels as store

_HEAD = ("id", "name", "to", "from level", "state", "last success", "waiting", "lost")


class WrongChannelError(SettingsError):
    """The channel that was asked for is none; the command line ends with `exit_code`."""

    exit_code = exit_codes.USAGE


def run(args: argparse.Namespace, options: Options) -> int:
    """Carry out `args.word`; returns the exit code. Raises HkwatchError."""
    clock, secrets = make_clock(options), SecretStore()
    match args.word:
        case "list":
            return show(options.paths, as_json=args.json, lost=args.lost)
        case "add":
            spec = wanted(args)
            secret = ask_secret(spec) if spec.secret is SecretPlace.KEYRING else ""
            return add(options.paths, spec, secret, secrets, clock.now())
        case "test":
            return asyncio.run(test(options, ChannelId(args.id), secrets, clock))
        case _:
            return remove(options.paths, [ChannelId(ident) for ident in args.id], secrets, clock.now())


def show(paths: AppPaths, *, as_json: bool, lost: bool) -> int:
    """Print all channels, or what was lost."""
    with contextlib.closing(open_stored(paths)) as db:
        views = store.views(db)
    for view in views if lost else ():
        for one in view.undelivered:
            what = "may have arrived" if one.maybe else one.error
            print(f"{to_hkt(one.at):%Y-%m-%d %H:%M} HKT  {view.spec.name}  {one.title}  ({what})")
    if lost:
        if not any(view.undelivered for view in views):
            print("Everything was delivered, or is still being tried.")
    elif as_json:
        for view in views:
            print(json.dumps(_plain(view), ensure_ascii=False))
    elif not views:
        print("No channels. `hkwatch channels add --ntfy https://ntfy.sh/your-topic --name phone` makes one.")
    else:
        print(table(_HEAD, [_line(view) for view in views]))
        for view in views:
            if view.error:
                print(f"\n{view.spec.name}: {view.error} {view.next_step}".rstrip())
    return exit_codes.FINE


def add(paths: AppPaths, spec: ChannelSpec, secret: str, secrets: SecretStore, now: datetime) -> int:
    """Store a channel and its secret. Raises HkwatchError; then neither is stored."""
    if secret and spec.kind is ChannelKind.APPRISE:
        spec = replace(spec, address=service_of(secret))

    def write(db: sqlite3.Connection) -> ChannelId:
        ident = store.save(db, spec, now)
        found = store.find(db, ident)
        assert found is not None
        if spec.secret is SecretPlace.KEYRING:
            # Inside the transaction: where the keyring refuses, there is no channel either.
            asyncio.run(secrets.put(found[1], secret))
        return ident

    ident = change(paths, now, write)
    print(f"Channel {ident}: {spec.name}, to {shown_address(spec)}. `hkwatch channels test {ident}` tries it.")
    return exit_codes.FINE


async def test(options: Options, channel: ChannelId, secrets: SecretStore, clock: Clock) -> int:
    """Send a test message. Raises NotifyError with cause and next step."""
    with contextlib.closing(open_stored(options.paths)) as db:
        found = store.find(db, channel)
    if found is None:
        raise _unknown(channel)
    spec, uid = found
    language = interface_language(load_settings(options.paths.settings_file))
    title, body = _test_words(Texts.load(resources(), language), options.paths)
    message = Message(
        chance.token_hex(16), Subject.WATCH, max(spec.least, Level.NORMAL), title, body, clock.now(), test=True
    )
    fetcher = Fetcher(clock, address_map=address_map(options.replica))
    try:
        await ChannelSender(clock, fetcher, secrets, AppriseOut()).send(spec, uid, message)
    finally:
        await fetcher.close()
    print(f"Sent to {shown_address(spec)}.")
    return exit_codes.FINE


def remove(paths: AppPaths, channels: list[ChannelId], secrets: SecretStore, now: datetime) -> int:
    """Take channels away with their secrets. Raises HkwatchError; an unknown id takes none away."""

    def write(db: sqlite3.Connection) -> None:
        found = {channel: store.find(db, channel) for channel in channels}
        for channel, one in found.items():
            if one is None:
                raise _unknown(channel)
        for channel, one in found.items():
            store.remove(db, channel, now)
            try:
                if one is not None and one[0].secret is SecretPlace.KEYRING:
                    asyncio.run(secrets.delete(one[1]))
            except NotifyError as error:
                # The next start of the watch tries again.
                print(f"Its secret is still in the keyring: {error.detail} {error.next_step}", file=sys.stderr)
                continue
            store.forget(db, channel)

    change(paths, now, write)
    print(f"Removed: {', '.join(map(str, channels))}.")
    return exit_codes.FINE


def wanted(args: argparse.Namespace) -> ChannelSpec:
    """The channel that the arguments of `add` describe. Raises WrongChannelError."""
    if args.apprise:
        kind, address = ChannelKind.APPRISE, ""
    elif args.ntfy is not None:
        kind, address = ChannelKind.NTFY, args.ntfy
    else:
        kind, address = ChannelKind.WEBHOOK, args.webhook
    place = SecretPlace.NONE
    if args.secret_env:
        place = SecretPlace.ENVIRONMENT
    elif args.secret or args.apprise:
        place = SecretPlace.KEYRING
    spec = tidied(
        ChannelSpec(
            ChannelId(0),
            args.name,
            kind,
            address,
            tuple(map(Subject, dict.fromkeys(args.only or Subject))),
            Level[args.least.upper()],
            not args.through_quiet_hours,
            secret=place,
            variable=args.secret_env or "",
        )
    )
    wrong = problems(spec)
    if wrong:
        raise WrongChannelError("channel", *_EXPLAINED[wrong[0].value])
    return spec


_EXPLAINED = {
    "no-name": ("The channel has no name.", "Give it one with --name."),
    "name-too-long": ("The name is longer than 60 characters.", "Shorten it."),
    "no-address": ("The address is missing.", "Write it behind --webhook or --ntfy."),
    "not-an-address": ("That is no web address.", "It must begin with https://."),
    "secret-in-address": (
        "A user name or password stands in the address, where it would be stored.",
        "Leave it out; --secret keeps it in the keyring.",
    ),
    "not-secure": ("http:// is only for this computer and the local network.", "Use https://."),
    "no-topic": ("An ntfy address is server and topic, no more.", "Write it as https://ntfy.sh/your-topic."),
    "no-subject": ("Nothing would be sent.", "Leave --only out, or name what is wanted."),
    "no-secret": ("An apprise address is a secret.", "Let it be asked for, or use --secret-env."),
    "bad-variable": (
        "That is no name for a variable of ours.",
        "It must begin with HKWATCH_SECRET_, then capital letters, digits and _.",
    ),
}


def ask_secret(spec: ChannelSpec) -> str:
    """The secret, from a prompt that does not show it or a line of standard input. Raises WrongChannelError if empty."""
    what = {ChannelKind.WEBHOOK: "Signing key", ChannelKind.NTFY: "Token, or user:password"}
    question = f"{what.get(spec.kind, 'apprise address')}: "
    secret = getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline()
    secret = secret.strip()
    if not secret:
        raise WrongChannelError("channel", "The secret is empty.", "Enter it, or leave --secret out.")
    return secret


def _line(view: ChannelView) -> tuple[str, ...]:
    state = "paused" if view.spec.paused else "failing" if view.is_failing else "ok" if view.last_ok_at else "unused"
    at = "" if view.last_ok_at is None else f"{to_hkt(view.last_ok_at):%Y-%m-%d %H:%M} HKT"
    spec = view.spec
    level = spec.least.name.lower()
    return str(spec.id), spec.name, shown_address(spec), level, state, at, str(view.waiting), str(view.lost)


def _plain(view: ChannelView) -> dict[str, object]:
    spec = view.spec
    return {
        "id": spec.id,
        "name": spec.name,
        "kind": spec.kind.value,
        "to": shown_address(spec),
        "subjects": [subject.value for subject in spec.subjects],
        "least": spec.least.name.lower(),
        "quiet_hours": spec.waits,
        "paused": spec.paused,
        "secret_in": spec.secret.value,
        "last_ok_at": None if view.last_ok_at is None else view.last_ok_at.astimezone(UTC).isoformat(),
        "error": view.error,
        "next_step": view.next_step,
        "waiting": view.waiting,
        "lost": view.lost,
    }


def _test_words(texts: Texts, paths: AppPaths) -> tuple[str, str]:
    return Wording(texts, load_catalogue(resources() / "catalogue", paths.catalogue_dir)[0]).test()


def _unknown(channel: ChannelId) -> WrongChannelError:
    return WrongChannelError("unknown-channel", f"There is no channel {channel}.", "`hkwatch channels list` shows all.")
