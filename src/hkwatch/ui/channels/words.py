# SPDX-License-Identifier: MIT
"""What the windows of channels say."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.channels import ChannelKind, ChannelProblem, ChannelSpec, ChannelView, SecretPlace, Subject
from hkwatch.ui.cause_words import cause_words
from hkwatch.ui.formats import short_time


def kind_text(kind: ChannelKind) -> str:
    """`Webhook`, `ntfy`, `Apprise`."""
    translate = QCoreApplication.translate
    return {
        ChannelKind.WEBHOOK: translate("Channels", "Webhook"),
        ChannelKind.NTFY: "ntfy",
        ChannelKind.APPRISE: translate("Channels", "E-mail, Telegram, Slack … (apprise)"),
    }[kind]


def kind_short(kind: ChannelKind) -> str:
    """The same, for a narrow column."""
    return "apprise" if kind is ChannelKind.APPRISE else kind_text(kind)


def kind_help(kind: ChannelKind) -> str:
    """What a kind is, and what it needs."""
    translate = QCoreApplication.translate
    return {
        ChannelKind.WEBHOOK: translate(
            "Channels", "A JSON object is posted to the address. With a key it is signed with HMAC-SHA256."
        ),
        ChannelKind.NTFY: translate(
            "Channels",
            "Notifications on your phone, by ntfy.sh or a server of your own. Whoever knows the topic can read it.",
        ),
        ChannelKind.APPRISE: translate(
            "Channels", "Needs the extra apprise: {0}. Its address holds the password, so it is kept as a secret."
        ).format('pip install "hkwatch[apprise]"'),
    }[kind]


def address_hint(kind: ChannelKind) -> str:
    """How an address looks."""
    return "https://ntfy.sh/your-topic" if kind is ChannelKind.NTFY else "https://example.com/hook"


def secret_text(kind: ChannelKind) -> str:
    """What the secret of a kind is."""
    translate = QCoreApplication.translate
    return {
        ChannelKind.WEBHOOK: translate("Channels", "Signing key"),
        ChannelKind.NTFY: translate("Channels", "Token or user:password"),
        ChannelKind.APPRISE: translate("Channels", "Apprise address"),
    }[kind]


def place_text(place: SecretPlace) -> str:
    """Where a secret is kept."""
    translate = QCoreApplication.translate
    return {
        SecretPlace.NONE: translate("Channels", "None"),
        SecretPlace.KEYRING: translate("Channels", "In the keyring"),
        SecretPlace.ENVIRONMENT: translate("Channels", "In an environment variable"),
    }[place]


def subject_text(subject: Subject) -> str:
    """What a channel takes."""
    translate = QCoreApplication.translate
    return {
        Subject.ITEMS: translate("Channels", "Announcements and news"),
        Subject.ALERTS: translate("Channels", "Price alerts"),
        Subject.DEADLINES: translate("Channels", "Deadlines"),
        Subject.REGISTERS: translate("Channels", "Registers"),
        Subject.WATCH: translate("Channels", "The watch itself"),
    }[subject]


def problem_text(problem: ChannelProblem) -> str:
    """What is wrong and what to do."""
    translate = QCoreApplication.translate
    return {
        ChannelProblem.NO_NAME: translate("Channels", "Give the channel a name."),
        ChannelProblem.NAME_TOO_LONG: translate("Channels", "The name may have 60 characters at most."),
        ChannelProblem.NO_ADDRESS: translate("Channels", "Enter the address."),
        ChannelProblem.NOT_AN_ADDRESS: translate("Channels", "That is no web address; it must begin with https://."),
        ChannelProblem.SECRET_IN_ADDRESS: translate(
            "Channels", "Leave user name and password out of the address; enter them as the secret."
        ),
        ChannelProblem.NOT_SECURE: translate(
            "Channels", "http:// is only for this computer and the local network; use https://."
        ),
        ChannelProblem.NO_TOPIC: translate(
            "Channels", "An ntfy address is server and topic: https://ntfy.sh/your-topic."
        ),
        ChannelProblem.NO_SUBJECT: translate("Channels", "Tick what is to be sent."),
        ChannelProblem.NO_SECRET: translate("Channels", "Enter the apprise address."),
        ChannelProblem.BAD_VARIABLE: translate(
            "Channels", "The variable's name is HKWATCH_SECRET_, then capital letters, digits and _."
        ),
    }[problem]


def state_text(view: ChannelView) -> str:
    """How a channel does, in a word or two."""
    translate = QCoreApplication.translate
    if view.spec.paused:
        return translate("Channels", "Paused")
    if view.is_failing:
        return translate("Channels", "Failing")
    if view.last_ok_at is None:
        return translate("Channels", "Not used yet")
    return translate("Channels", "Working")


def facts_text(view: ChannelView, now: datetime, language: str) -> str:
    """The line under the list: last success, what waits, when it is tried again."""
    translate = QCoreApplication.translate
    never = translate("Channels", "Nothing sent yet")
    parts = [never]
    if view.last_ok_at is not None:
        parts = [translate("Channels", "Last success {0} HKT").format(short_time(view.last_ok_at, now, language))]
    if view.waiting:
        parts.append(translate("Channels", "waiting: {0}").format(view.waiting))
    if view.next_at is not None and not view.spec.paused:
        parts.append(translate("Channels", "next try {0} HKT").format(short_time(view.next_at, now, language)))
    return " · ".join(parts)


def failure_text(view: ChannelView, now: datetime, language: str) -> str:
    """Last error with its time, cause and next step; empty where there is none."""
    if not view.error or view.failed_at is None:
        return ""
    at = short_time(view.failed_at, now, language)
    failed = QCoreApplication.translate("Channels", "Failed {0} HKT: {1} {2}")
    why = cause_words(f"{view.error} {view.next_step}".strip())
    return failed.format(at, why, "").strip()


def takes_text(spec: ChannelSpec) -> str:
    """What a channel takes, joined."""
    if len(spec.subjects) == len(Subject):
        return QCoreApplication.translate("Channels", "Everything")
    return " · ".join(subject_text(subject) for subject in spec.subjects)
