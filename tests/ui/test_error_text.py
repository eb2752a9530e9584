# SPDX-License-Identifier: MIT
"""A Chinese window tells causes and next steps in Chinese, whichever way an error took to it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from hkwatch.app.paths import resources
from hkwatch.domain.errors import StoreError
from hkwatch.ui.error_text import error_text, said, told
from hkwatch.ui.translator import FileTranslator


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translator = FileTranslator(resources(), "zh-Hant")
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_an_error_is_english_in_an_english_window(qapp: QApplication) -> None:
    assert told("www.sfc.hk refuses the connection.", "", "refused") == "www.sfc.hk refuses the connection."


@pytest.mark.usefixtures("chinese")
def test_a_failing_source_says_cause_and_step_in_chinese() -> None:
    assert error_text("www.sfc.hk does not know this address (HTTP 404).", "http-404") == (
        "www.sfc.hk 沒有這個網址（HTTP 404）。"
    )
    assert error_text("Check the address of this source.") == "請檢查此來源的網址。"


@pytest.mark.usefixtures("chinese")
def test_a_refused_command_comes_in_one_line_without_its_key() -> None:
    done = "No page of sfc-vatp waits to be accepted. It is compared as usual."
    assert error_text(done) == "sfc-vatp 沒有等待接納的頁面。照常比較。"


@pytest.mark.usefixtures("chinese")
def test_an_exception_is_told_by_its_key_and_keeps_what_the_system_said() -> None:
    error = StoreError("disk", "/data/hkwatch.db: disk I/O error.", "Check the folder's permissions.")
    assert said(error) == "磁碟讀寫失敗。/data/hkwatch.db: disk I/O error. 請檢查資料夾的權限。"
    assert said(OSError("No space left")) == "No space left"


@pytest.mark.usefixtures("chinese")
def test_what_a_stranger_wrote_stands_in_it_unchanged() -> None:
    name = "《測試》 {0} %n ‮.test"
    assert error_text(f"{name} sent an empty answer.") == f"{name} 送來空白的回應。"
