# SPDX-License-Identifier: MIT
"""The options of one source: told when they are right, refused in place when they are not."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from source_rows import health, row

from hkwatch.domain.own_source import NO_OPTIONS, NotifyFrom, SourceOptions
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.options import SourceOptionsForm
from hkwatch.ui.web import proxy_problem


@pytest.fixture
def form(marks: Marks, qtbot: QtBot) -> SourceOptionsForm:
    made = SourceOptionsForm(marks, "en")
    qtbot.addWidget(made)
    made.show_source(health("a"), row("a"))
    made.resize(700, 120)
    made.show()
    return made


def leave(form: SourceOptionsForm) -> None:
    form.interval.editingFinished.emit()


@pytest.mark.parametrize(
    ("text", "minutes"), [("60", 60.0), (" 2.5 ", 2.5), ("2,5", 2.5), ("1", 1.0), ("10080", 10_080.0)]
)
def test_an_interval_within_its_limits_is_told(
    form: SourceOptionsForm, qtbot: QtBot, text: str, minutes: float
) -> None:
    form.interval.setText(text)
    with qtbot.waitSignal(form.changed) as told:
        leave(form)
    assert told.args == [SourceOptions(interval_min=minutes)]


@pytest.mark.parametrize("text", ["0.5", "10081", "soon", "-3", "nan", "inf"])
def test_a_wrong_interval_is_refused_under_its_field(form: SourceOptionsForm, qtbot: QtBot, text: str) -> None:
    form.interval.setText(text)
    with qtbot.assertNotEmitted(form.changed):
        leave(form)
    note = form.fields["interval"].note
    assert note.isVisible()
    assert note.text()
    assert form.interval.property("wrong") is True
    assert form.interval.accessibleDescription() == note.text()


def test_an_empty_interval_is_the_catalogues(form: SourceOptionsForm, qtbot: QtBot) -> None:
    form.show_source(health("a", options=SourceOptions(interval_min=60)), row("a"))
    assert form.interval.text() == "60"
    form.interval.clear()
    with qtbot.waitSignal(form.changed) as told:
        leave(form)
    assert told.args == [NO_OPTIONS]
    assert form.interval.placeholderText() == "As the catalogue says"


@pytest.mark.parametrize(
    "text", ["", "direct", "http://proxy.test:8080", "https://proxy.test", "socks5://127.0.0.1:1080"]
)
def test_proxies_that_can_be_used(text: str) -> None:
    assert proxy_problem(text) == ""


@pytest.mark.parametrize("text", ["proxy.test:8080", "ftp://proxy.test", "http://", "javascript:alert(1)", "a b"])
def test_proxies_that_cannot(text: str) -> None:
    assert proxy_problem(text)


def test_a_wrong_proxy_holds_everything_back(form: SourceOptionsForm, qtbot: QtBot) -> None:
    form.proxy.setText("ftp://proxy.test")
    form.interval.setText("60")
    with qtbot.assertNotEmitted(form.changed):
        leave(form)
    assert form.fields["proxy"].note.text() == "Only http, https and socks5 are possible."


def test_language_and_notices_are_told_at_once(form: SourceOptionsForm, qtbot: QtBot) -> None:
    form.lang.setCurrentIndex(form.lang.findData("zh-Hant"))
    with qtbot.waitSignal(form.changed) as told:
        form.lang.activated.emit(form.lang.currentIndex())
    assert told.args == [SourceOptions(lang="zh-Hant")]
    form.notify.setCurrentIndex(form.notify.findData("nothing"))
    with qtbot.waitSignal(form.changed) as told:
        form.notify.activated.emit(form.notify.currentIndex())
    assert told.args == [SourceOptions(lang="zh-Hant", notify=NotifyFrom.NOTHING)]


def test_what_is_being_typed_survives_news_of_the_source(form: SourceOptionsForm) -> None:
    form.interval.setText("4")
    form.show_source(health("a", new_today=3), row("a"))
    assert form.interval.text() == "4"
    form.show_source(health("b"), row("b"))
    assert form.interval.text() == ""


def test_everything_can_be_taken_back_at_once(form: SourceOptionsForm, qtbot: QtBot) -> None:
    assert form.reset.isHidden()
    set_by_user = SourceOptions(60, "en", NotifyFrom.ALL, "direct")
    form.show_source(replace(health("a"), options=set_by_user), row("a"))
    assert not form.reset.isHidden()
    with qtbot.waitSignal(form.changed) as told:
        form.reset.click()
    assert told.args == [NO_OPTIONS]


def test_an_unchanged_form_tells_nothing(form: SourceOptionsForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed):
        leave(form)


def test_words_of_another_language_keep_what_is_chosen(form: SourceOptionsForm) -> None:
    form.notify.setCurrentIndex(form.notify.findData("critical"))
    form.set_language("zh-Hant")
    assert form.notify.currentData() == "critical"


def test_a_secret_is_dots_and_stays_what_it_is_while_another_part_changes(
    form: SourceOptionsForm, qtbot: QtBot
) -> None:
    kept = SourceOptions(
        proxy="http://me:{keyring:source.a.proxy}@old.example.test:1",
        headers=(("Cookie", "{keyring:source.a.header.cookie}"), ("Accept-Language", "zh-HK")),
    )
    form.show_source(health("a", options=kept), row("a"))
    assert form.proxy.text() == "http://me:••••@old.example.test:1"
    assert form.headers.toPlainText() == "Cookie: ••••\nAccept-Language: zh-HK"
    assert form.headers.isVisible()
    form.proxy.setText(form.proxy.text().replace("old", "new"))
    with qtbot.waitSignal(form.changed) as told:
        form.proxy.editingFinished.emit()
    assert told.args == [replace(kept, proxy=kept.proxy.replace("old", "new"))]


def test_headers_are_wanted_first_and_a_wrong_line_is_not_told(form: SourceOptionsForm, qtbot: QtBot) -> None:
    assert not form.headers.isVisible()
    form.more.click()
    assert form.headers.isVisible()
    form.headers.setPlainText("no header")
    with qtbot.assertNotEmitted(form.changed):
        form.in_file.click()
    assert "Name: value" in form.more_fields["headers"].note.text()
    form.headers.setPlainText("X-Token: abc")
    form.user_agent.setText("office/1")
    with qtbot.waitSignal(form.changed) as told:
        form.user_agent.editingFinished.emit()
    assert told.args == [SourceOptions(user_agent="office/1", headers=(("X-Token", "abc"),), secrets_in_file=True)]
