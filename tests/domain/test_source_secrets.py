# SPDX-License-Identifier: MIT
"""Secrets in the options of a source: what stands in the file holds none of them, and nothing is lost by it."""

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.ids import SourceId
from hkwatch.domain.own_source import SourceOptions
from hkwatch.domain.source_secrets import DOTS, all_references, resolved, shown, taken_out, unshown

SOURCE = SourceId("a")
_WORDS = st.text("abcXYZ019%-_!", min_size=1, max_size=12)
_PROXIES = st.one_of(
    st.just(""),
    st.just("direct"),
    st.builds("http://{}:1".format, _WORDS),
    st.builds("http://{}:{}@proxy.example.test:8080".format, _WORDS, _WORDS),
    st.builds("socks5://{}@proxy.example.test".format, _WORDS),
)
_HEADERS = st.dictionaries(st.sampled_from(["Cookie", "X-Api-Key", "Accept-Language", "Authorization"]), _WORDS)


@given(_PROXIES, _HEADERS)
def test_a_reference_put_back_is_what_was_taken_out(proxy: str, headers: dict[str, str]) -> None:
    options = SourceOptions(proxy=proxy, headers=tuple(headers.items()))
    kept, secrets = taken_out(SOURCE, options)
    assert resolved(kept.proxy, secrets) == proxy
    assert [(name, resolved(value, secrets)) for name, value in kept.headers] == list(headers.items())
    assert all_references(kept) == secrets.keys()
    # What is kept already is not taken for a secret itself.
    assert taken_out(SOURCE, kept) == (kept, {})


def test_a_password_a_token_and_a_cookie_are_secrets_and_a_language_is_none() -> None:
    headers = (("Authorization", "Bearer abc"), ("cookie", "s=1"), ("X-Auth-Token", "t"), ("Accept-Language", "zh-HK"))
    kept, secrets = taken_out(SOURCE, SourceOptions(proxy="http://me:pa55@proxy.example.test:1", headers=headers))
    assert set(secrets.values()) == {"pa55", "Bearer abc", "s=1", "t"}
    assert kept.proxy == "http://me:{keyring:source.a.proxy}@proxy.example.test:1"
    assert kept.headers[-1] == ("Accept-Language", "zh-HK")


@given(_PROXIES)
def test_what_a_window_shows_holds_no_secret_and_leads_back(proxy: str) -> None:
    kept, _ = taken_out(SOURCE, SourceOptions(proxy=proxy))
    for text in (proxy, kept.proxy):
        assert unshown(shown(text), text) == text
    assert "keyring" not in shown(kept.proxy)
    assert ("@" in proxy) == (DOTS in shown(proxy))


def test_the_host_may_be_changed_without_entering_the_password_again() -> None:
    kept, _ = taken_out(SOURCE, SourceOptions(proxy="http://me:pa55@old.example.test:1"))
    typed = shown(kept.proxy).replace("old", "new")
    assert unshown(typed, kept.proxy) == "http://me:{keyring:source.a.proxy}@new.example.test:1"
