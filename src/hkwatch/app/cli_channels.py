# SPDX-License-Identifier: MIT
"""The words of `hkwatch channels …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable

_LEVELS = ("low", "normal", "high", "critical")
_SUBJECTS = ("items", "alerts", "deadlines", "registers", "watch")
_SECRETS = """A secret is asked for, or read from one line of standard input; it is never given on the command line. It goes
into the keyring of the system. Where there is none, --secret-env names the environment variable (HKWATCH_SECRET_…) that
holds it whenever hkwatch runs. A webhook's secret signs it (HMAC-SHA256 over timestamp, a dot and the body, in
X-Hkwatch-Signature, with X-Hkwatch-Timestamp), ntfy's is a token or user:password, and an apprise address is a secret
as a whole. A webhook is posted {"version": 1, "id", "subject": "items" | "alerts" | "deadlines" | "registers" | "watch",
"level": "low" | "normal" | "high" | "critical", "title", "body", "url" or null, "at", "count", "test"}; Idempotency-Key
repeats the id at every try, and any 2xx answer is a receipt."""


def add_channels_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command with its words: `run` carries out the one that `args.word` names."""
    channels = commands.add_parser("channels", help="further ways out: webhook, ntfy, apprise")
    words = channels.add_subparsers(title="commands", metavar="", required=True)

    def word(name: str, text: str, epilog: str = "") -> argparse.ArgumentParser:
        parser = words.add_parser(name, help=text, epilog=epilog)
        parser.set_defaults(run=run, word=name)
        return parser

    shown = word("list", "all channels and how they do")
    shown.add_argument("--json", action="store_true", help="one JSON object a line, without secrets")
    shown.add_argument("--lost", action="store_true", help="what could not be delivered, newest first")

    added = word("add", "make a channel", _SECRETS)
    what = added.add_mutually_exclusive_group(required=True)
    what.add_argument("--webhook", metavar="URL", help="a JSON object is posted to this address")
    what.add_argument("--ntfy", metavar="URL", help="server and topic: https://ntfy.sh/your-topic")
    what.add_argument("--apprise", action="store_true", help="e-mail, Telegram, Slack …; its address is asked for")
    added.add_argument("--name", required=True, help="what you call it")
    added.add_argument("--least", choices=_LEVELS, default="high", help="the lowest level that is sent (high)")
    added.add_argument("--only", choices=_SUBJECTS, action="append", help="only these; may be given several times")
    added.add_argument("--through-quiet-hours", action="store_true", help="quiet hours do not hold it back")
    secret = added.add_mutually_exclusive_group()
    secret.add_argument("--secret", action="store_true", help="keep a secret in the keyring")
    secret.add_argument("--secret-env", metavar="NAME", help="the environment variable that holds the secret")

    tried = word("test", "send a test message now")
    tried.add_argument("id", type=int, metavar="ID")

    removed = word("remove", "take channels away, with their secrets")
    removed.add_argument("id", nargs="+", type=int, metavar="ID")
