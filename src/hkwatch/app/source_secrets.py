# SPDX-License-Identifier: MIT
"""The keyring of this system for secrets of sources."""

from hkwatch.notify.secret_store import SecretStore
from hkwatch.services.source_secrets import SourceSecrets


def source_secrets() -> SourceSecrets:
    """Nothing is asked of the keyring before a secret is wanted."""
    return SourceSecrets(SecretStore())
