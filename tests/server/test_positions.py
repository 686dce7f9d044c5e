"""Positions in UTF-16 and edits between texts: properties that hold for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonelint.server.changes import changes
from tonelint.server.positions import Utf16

TEXT = st.text(alphabet=st.sampled_from("aб 😀\n\U0001f1f7é́!"), max_size=40)


@given(TEXT, st.data())
def test_a_position_in_utf_16_cuts_the_text_at_the_same_place(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    units = Utf16(text).units(at)
    assert text.encode("utf-16-le")[: 2 * units].decode("utf-16-le") == text[:at]
    assert Utf16(text).points(units) == at


@given(TEXT, TEXT)
def test_edits_applied_to_the_old_text_give_the_new_one(old: str, new: str) -> None:
    text = old
    for change in reversed(changes(old, new)):
        assert old[change.start : change.end] == change.old
        text = text[: change.start] + change.new + text[change.end :]
    assert text == new
