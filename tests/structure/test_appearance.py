"""Colours and sizes handed down through markup, and the contrast they come to."""

from __future__ import annotations

import pytest

from tonelint.matching.appearance import Appearance, appearances, contrast


def link(page: str) -> Appearance:
    """How the first link of a page looks."""
    at = page.index("<a")
    return appearances(page, {at})[at]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [((0, 0, 0), (255, 255, 255), 21.0), ((119, 119, 119), (255, 255, 255), 4.48), ((8, 8, 8), (8, 8, 8), 1.0)],
)
def test_contrast_is_the_ratio_of_the_web_guidelines(
    one: tuple[int, ...], other: tuple[int, ...], ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)  # type: ignore[arg-type]
    assert contrast(one, other) == contrast(other, one)  # type: ignore[arg-type]


@pytest.mark.parametrize("colour", ["#fff", "#ffffff", "white", "rgb(255,255,255)", "RGB(255, 255, 255)", "#FFFFFFFF"])
def test_a_colour_may_be_written_in_many_ways(colour: str) -> None:
    look = link(f'<a style="color:{colour};background-color:#000">x</a>')
    assert look.colour == (255, 255, 255)
    assert look.contrast == pytest.approx(21.0, abs=0.01)


def test_a_background_is_handed_down_and_a_link_has_a_colour_of_its_own() -> None:
    page = '<table bgcolor="#102030"><tr><td style="color:#ffffff"><p>x <a href="/">y</a></p></td></tr></table>'
    look = link(page)
    assert look.background == (16, 32, 48)
    assert look.colour == (0, 0, 238)


def test_what_was_closed_hands_nothing_down() -> None:
    page = '<div style="background:#000;font-size:4px">x</div><a style="color:#fff">y</a>'
    look = link(page)
    assert look.background == (255, 255, 255)
    assert look.font == 16.0


def test_a_picture_or_a_gradient_is_a_background_that_nobody_knows() -> None:
    for painted in ("background:url(a.png)", "background:linear-gradient(#fff,#000)", "background-image:url(a.png)"):
        assert link(f'<div style="{painted}"><a style="color:#fff">y</a></div>').contrast is None


def test_opacity_lowers_the_contrast() -> None:
    solid, faint = link('<a style="color:#000">y</a>'), link('<p style="opacity:.1"><a style="color:#000">y</a></p>')
    assert solid.contrast == pytest.approx(21.0, abs=0.01)
    assert faint.contrast is not None
    assert faint.contrast < 1.5


def test_a_template_tag_in_a_style_breaks_nothing() -> None:
    look = link(
        '<div style="color:{{ brand }};font-size:9px">{% if a < b %}<a style="color:#777777">y</a>{% endif %}</div>'
    )
    assert look.colour == (119, 119, 119)
    assert look.font == 9.0
