# SPDX-License-Identifier: MIT
"""Why a notice or a message did not arrive, in the language of the window.

A cause is stored as its English sentence, so that journals and the terminal read alike whatever the window speaks. Here
the sentence itself is the key: what varies in it (a host, a number) stands in braces and is carried over as it is. A
cause that is none of these, such as a system's own words, stays as it was given.
"""

import functools
import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hkwatch.services.cjk_spacing import fitted

_CONTEXT = "Causes"
_SENTENCES = (
    # The desktop's notifications.
    QT_TRANSLATE_NOOP("Causes", "Notifications were not started yet."),
    QT_TRANSLATE_NOOP("Causes", "Notifications are closed."),
    QT_TRANSLATE_NOOP("Causes", "No notification daemon is running."),
    QT_TRANSLATE_NOOP("Causes", "The notification daemon cannot be used ({0})."),
    QT_TRANSLATE_NOOP("Causes", "The notification daemon did not answer within {0} s."),
    QT_TRANSLATE_NOOP("Causes", "The notification daemon stopped while it was asked."),
    QT_TRANSLATE_NOOP("Causes", "The notification daemon stopped."),
    QT_TRANSLATE_NOOP("Causes", "The notification daemon refused the notice ({0})."),
    QT_TRANSLATE_NOOP("Causes", "There is no D-Bus session bus."),
    QT_TRANSLATE_NOOP("Causes", "The D-Bus session bus does not answer ({0})."),
    QT_TRANSLATE_NOOP("Causes", "The connection to the D-Bus session bus is lost."),
    QT_TRANSLATE_NOOP("Causes", "The session bus closed the connection ({0})."),
    QT_TRANSLATE_NOOP("Causes", "The terminal took no text for {0} s."),
    QT_TRANSLATE_NOOP("Causes", "The output is closed ({0})."),
    QT_TRANSLATE_NOOP("Causes", "The output is closed."),
    # Secrets.
    QT_TRANSLATE_NOOP("Causes", "The environment variable {0} is not set."),
    QT_TRANSLATE_NOOP("Causes", "Set it before hkwatch starts, or keep the secret in the keyring."),
    QT_TRANSLATE_NOOP("Causes", "The keyring has no secret for this channel."),
    QT_TRANSLATE_NOOP("Causes", "Edit the channel and enter it again."),
    QT_TRANSLATE_NOOP("Causes", "This system has no keyring that keeps secrets safe."),
    QT_TRANSLATE_NOOP(
        "Causes", "Install one (GNOME Keyring, KWallet), or name an environment variable {0} that holds it."
    ),
    QT_TRANSLATE_NOOP("Causes", "The keyring did not open within {0} s."),
    QT_TRANSLATE_NOOP("Causes", "Unlock it; it is asked again."),
    QT_TRANSLATE_NOOP("Causes", "The keyring refused ({0})."),
    QT_TRANSLATE_NOOP("Causes", "Unlock it, or name an environment variable {0} that holds the secret."),
    QT_TRANSLATE_NOOP("Causes", "The secret is missing."),
    QT_TRANSLATE_NOOP("Causes", "Enter it, or choose no secret."),
    # apprise.
    QT_TRANSLATE_NOOP("Causes", "The service did not answer within {0} s."),
    QT_TRANSLATE_NOOP("Causes", "It is tried again."),
    QT_TRANSLATE_NOOP("Causes", "{0} failed ({1})."),
    QT_TRANSLATE_NOOP("Causes", "Check the apprise address."),
    QT_TRANSLATE_NOOP("Causes", "{0} did not take the message. It answered HTTP {1}."),
    QT_TRANSLATE_NOOP("Causes", "{0} did not take the message."),
    QT_TRANSLATE_NOOP("Causes", "Check the apprise address and the service."),
    QT_TRANSLATE_NOOP("Causes", "Check the network and the apprise address."),
    QT_TRANSLATE_NOOP("Causes", "apprise is not installed."),
    QT_TRANSLATE_NOOP("Causes", "Install it: {0}"),
    QT_TRANSLATE_NOOP("Causes", "This address leads to this computer's own notifications."),
    QT_TRANSLATE_NOOP("Causes", "Use the settings of notifications for them."),
    QT_TRANSLATE_NOOP("Causes", "apprise does not know this kind of address."),
    QT_TRANSLATE_NOOP("Causes", "Check it against apprise's documentation."),
    QT_TRANSLATE_NOOP("Causes", "The address switches the check of certificates off."),
    QT_TRANSLATE_NOOP("Causes", "Remove verify=no from it."),
    QT_TRANSLATE_NOOP("Causes", "This apprise follows every redirect."),
    QT_TRANSLATE_NOOP("Causes", "Renew it: {0}"),
    # The way to a server.
    QT_TRANSLATE_NOOP("Causes", "No secure connection to {0} ({1})."),
    QT_TRANSLATE_NOOP("Causes", "Something between may be breaking it: a proxy, a filter, or the host itself."),
    QT_TRANSLATE_NOOP("Causes", "The name {0} was not found."),
    QT_TRANSLATE_NOOP("Causes", "Check the network connection and the address."),
    QT_TRANSLATE_NOOP("Causes", "Check the network connection."),
    QT_TRANSLATE_NOOP("Causes", "The proxy {0} refuses the connection."),
    QT_TRANSLATE_NOOP("Causes", "Check HTTPS_PROXY and HTTP_PROXY."),
    QT_TRANSLATE_NOOP("Causes", "{0} refuses the connection."),
    QT_TRANSLATE_NOOP("Causes", "There is no way to {0} from this network."),
    QT_TRANSLATE_NOOP("Causes", "{0} broke off before its answer was complete ({1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} did not answer completely within {1} s."),
    QT_TRANSLATE_NOOP("Causes", "The certificate of {0} has run out."),
    QT_TRANSLATE_NOOP("Causes", "The certificate of {0} is not valid yet."),
    QT_TRANSLATE_NOOP("Causes", "The certificate of {0} belongs to another host."),
    QT_TRANSLATE_NOOP("Causes", "The certificate of {0} cannot be traced to an issuer this computer trusts."),
    QT_TRANSLATE_NOOP("Causes", "The certificate of {0} is not accepted ({1})."),
    QT_TRANSLATE_NOOP("Causes", "hkwatch never skips this check."),
    QT_TRANSLATE_NOOP("Causes", "Check this computer's date; if it is right, the host must renew it."),
    QT_TRANSLATE_NOOP("Causes", "Check this computer's date."),
    QT_TRANSLATE_NOOP("Causes", "Check the address; a public network may ask you to log in first."),
    QT_TRANSLATE_NOOP(
        "Causes",
        "The host may leave out a part of its chain; if your network inspects traffic, its certificate must be in the "
        "system's store.",
    ),
    QT_TRANSLATE_NOOP("Causes", "{0} sends to another server ({1}), where the message was not taken."),
    QT_TRANSLATE_NOOP("Causes", "If that is where it belongs, change the address."),
    QT_TRANSLATE_NOOP("Causes", "{0} sends to another page, where the message would not arrive."),
    QT_TRANSLATE_NOOP("Causes", "{0} asked not to be asked for another {1} s."),
    QT_TRANSLATE_NOOP("Causes", "It is asked again after that."),
    QT_TRANSLATE_NOOP("Causes", "{0} sends from a secure to an open address ({1}), which was not followed."),
    QT_TRANSLATE_NOOP("Causes", "{0} is no web address."),
    QT_TRANSLATE_NOOP("Causes", "It must begin with https:// or http://."),
    QT_TRANSLATE_NOOP("Causes", "The answer of {0} is larger than {1} bytes and was dropped."),
    # What a server answered.
    QT_TRANSLATE_NOOP("Causes", "{0} calls the request wrong (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} wants a login (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} refuses this program (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} does not know this address (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} says that this address is gone for good (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} has blocked this network for asking too often (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} was asked too often (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} may not serve this network for legal reasons (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} has a fault of its own (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} cannot reach its own back end (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} is overloaded or under maintenance (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} cannot reach its own back end in time (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "{0} does not answer the request (HTTP {1})."),
    QT_TRANSLATE_NOOP("Causes", "The source may have changed; check its address."),
    QT_TRANSLATE_NOOP("Causes", "It is asked again after the pause it wants."),
    QT_TRANSLATE_NOOP("Causes", "The proxy wants a login (HTTP 407)."),
    QT_TRANSLATE_NOOP("Causes", "Put name and password into the proxy's address (HTTPS_PROXY)."),
    QT_TRANSLATE_NOOP("Causes", "Check the token."),
    QT_TRANSLATE_NOOP("Causes", "Check the key and the address."),
    QT_TRANSLATE_NOOP("Causes", "Check the server and the topic."),
    QT_TRANSLATE_NOOP("Causes", "Check the address."),
    QT_TRANSLATE_NOOP("Causes", "The receiver must take up to 20 KB."),
    # What became of a delivery.
    QT_TRANSLATE_NOOP("Causes", "muted before it could be told"),
    QT_TRANSLATE_NOOP("Causes", "over before it could be told"),
    QT_TRANSLATE_NOOP("Causes", "dealt with before it could be told"),
    QT_TRANSLATE_NOOP("Causes", "the item is gone"),
    QT_TRANSLATE_NOOP("Causes", "the firing is gone"),
    QT_TRANSLATE_NOOP("Causes", "the firings are gone"),
    QT_TRANSLATE_NOOP("Causes", "switched off in the settings"),
    QT_TRANSLATE_NOOP("Causes", "no sound could be played"),
)
_WAITS = str(QT_TRANSLATE_NOOP("Causes", "It asks to wait {0}."))
_ASKS_TO_WAIT = re.compile(r"(?P<fact>.+\(HTTP \d+\)) and asks to wait (?P<span>.+)\.")
_PLACE = re.compile(r"\\\{\d\\\}")
_BETWEEN = re.compile(r"(?<=\.) ")


def cause_words(cause: str) -> str:
    """The cause, or several of them after one another, in the language in force; what is not known stays as it is."""
    whole = _known(cause)
    if whole:
        return whole
    for gap in _BETWEEN.finditer(cause):
        first = _known(cause[: gap.start()])
        if first:
            rest = cause[gap.end() :]
            return _after(first, cause_words(rest))
    return cause


def _known(cause: str) -> str:
    """One sentence; empty where it is none of those above."""
    translate = QCoreApplication.translate
    waits = _ASKS_TO_WAIT.fullmatch(cause)
    if waits is not None and (fact := _known(f"{waits['fact']}.")):
        return _after(fact, fitted(translate(_CONTEXT, _WAITS), waits["span"]))
    for template, form in _forms():
        found = form.fullmatch(cause)
        if found is not None:
            return fitted(translate(_CONTEXT, template), *found.groups())
    return ""


def _after(first: str, rest: str) -> str:
    """Two sentences; full-width marks have their blank in themselves."""
    return fitted("{0} {1}", first, rest)


@functools.cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The sentences as expressions, those that say most first: `{0} failed ({1}).` would take many another."""
    ordered = sorted(map(str, _SENTENCES), key=lambda one: (one.count("{"), -len(one)))
    return tuple((one, re.compile(_PLACE.sub("(.+?)", re.escape(one)), re.DOTALL)) for one in ordered)
