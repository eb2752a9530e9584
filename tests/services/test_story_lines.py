# SPDX-License-Identifier: MIT
import json

from domain.story_texts import reader
from hkwatch.services.story_lines import story_stream


def _line(ident: str, title: str, published: str | None, source: str) -> str:
    return json.dumps({"id": ident, "title": title, "published": published, "source": source, "summary": ""})


def test_every_line_is_answered_in_its_place_and_the_story_bears_its_first_items_id() -> None:
    title = "Regulator grants licence to Example Custody for stablecoin reserves"
    lines = [
        _line("late", title, "2026-03-02T09:00:00Z", "b"),
        "",
        "{broken",
        _line("first", title, "2026-03-02T08:00:00Z", "a"),
        _line("other", "港鐵宣布調整票價", "2026-03-02T08:30:00Z", "a"),
    ]
    answers = [json.loads(line) for line in story_stream(lines, reader())]
    assert answers[0] == {"id": "late", "story": "first"}
    assert "error" in answers[1]
    assert answers[2] == {"id": "first", "story": "first"}
    assert answers[3] == {"id": "other", "story": "other"}
