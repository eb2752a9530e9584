# SPDX-License-Identifier: MIT
"""One message through one channel: finds the secret, builds what the kind wants, and says exactly why it did not arrive."""

from collections.abc import Callable

from hkwatch.domain.channels import ChannelKind, ChannelSpec, Message, SecretPlace, service_of
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import NotifyError, SourceError
from hkwatch.notify.apprise_out import AppriseOut
from hkwatch.notify.ntfy import ntfy_post
from hkwatch.notify.secret_store import SecretStore
from hkwatch.notify.webhook import webhook_post
from hkwatch.services.poller import Fetch
from hkwatch.services.records import NETWORK_KEYS
from hkwatch.sources.telling import telling

_HIDDEN = "…"
_UNREACHED = NETWORK_KEYS | {"apprise-timeout", "apprise-unanswered"}


class ChannelError(NotifyError):
    """A message did not arrive. `retry_after_s` is the server's wish, None without one."""

    @property
    def is_network(self) -> bool:
        """Whether nobody answered, for which this computer's network may be to blame."""
        return self.key in _UNREACHED

    def __init__(self, key: str, detail: str, next_step: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(key, detail, next_step)
        self.retry_after_s = retry_after_s


class ChannelSender:
    """Holds nothing but the ways to reach a channel."""

    def __init__(
        self,
        clock: Clock,
        fetch: Fetch,
        secrets: SecretStore,
        apprise: AppriseOut,
        note: Callable[[str], None] = lambda _name: None,
    ) -> None:
        """`note` hears of each message that does not go through `fetch`, which counts its own: the service's name, since the
        host in an apprise address may be a secret.
        """
        self._clock, self._fetch, self._apprise, self._note = clock, fetch, apprise, note
        self.secrets = secrets

    async def send(self, spec: ChannelSpec, uid: str, message: Message) -> None:
        """Send, or raise ChannelError. `uid` is the name of the channel's secret."""
        secret = ""
        try:
            secret = await self._secret(spec, uid)
            if spec.kind is ChannelKind.APPRISE:
                self._note(f"apprise {service_of(secret)}".rstrip())
                await self._apprise.send(secret, message)
                return
            post = (
                webhook_post(spec.address, message, secret, self._clock.now())
                if spec.kind is ChannelKind.WEBHOOK
                else ntfy_post(spec.address, message, secret)
            )
            await self._fetch.fetch(telling(post.url, post.body, dict(post.headers)))
        except SourceError as error:
            # A server may repeat in its answer what it was asked with.
            detail = _without(secret, error.detail)
            wish = getattr(error, "retry_after_s", None)
            raise ChannelError(error.key, detail, _step(error.key, spec, error.next_step), wish) from None
        except ChannelError:
            raise
        except NotifyError as error:
            raise ChannelError(error.key, _without(secret, error.detail), error.next_step) from None

    async def _secret(self, spec: ChannelSpec, uid: str) -> str:
        match spec.secret:
            case SecretPlace.KEYRING:
                return await self.secrets.get(uid)
            case SecretPlace.ENVIRONMENT:
                return self.secrets.variable(spec.variable)
            case SecretPlace.NONE:
                return ""


def _without(secret: str, text: str) -> str:
    parts = [secret, *secret.split(":")] if secret else []
    for part in parts:
        if len(part) >= 4:
            text = text.replace(part, _HIDDEN)
    return text


def _step(key: str, spec: ChannelSpec, otherwise: str) -> str:
    """What to do, where the client's advice is about sources."""
    is_ntfy = spec.kind is ChannelKind.NTFY
    match key:
        case "http-401" | "http-403":
            return "Check the token." if is_ntfy else "Check the key and the address."
        case "http-404" | "http-410":
            return "Check the server and the topic." if is_ntfy else "Check the address."
        case "http-413":
            return "The receiver must take up to 20 KB."
        case _:
            return otherwise
