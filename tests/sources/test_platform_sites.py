# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from hkwatch.app.paths import resources
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.site_match import own
from hkwatch.sources.platform_sites import FILE, load_sites
from hkwatch.sources.register_history import load_history

SHIPPED = resources() / "registers"


def test_each_shipped_site_has_one_owner_whose_number_is_known() -> None:
    platforms = load_sites(SHIPPED / FILE)
    sites = [site for one in platforms for site in one.sites]
    assert len(sites) == len(set(sites))
    assert not [site for site in sites if own(site, [other for other in sites if other != site])]
    assert {one.ce for one in platforms if one.ce} <= {fact.ce for fact in load_history(SHIPPED / "vatp-history.toml")}


@pytest.mark.parametrize("site", ["www.example.test", "https://example.test", "Example.test", "example"])
def test_what_is_no_bare_domain_is_refused_with_its_name(tmp_path: Path, site: str) -> None:
    (tmp_path / FILE).write_text(f'[[platform]]\nplatform = "Example"\nsites = ["{site}"]\n', "utf-8")
    with pytest.raises(SettingsError, match="no domain") as error:
        load_sites(tmp_path / FILE)
    assert site in error.value.detail
