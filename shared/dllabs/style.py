"""Colours and defaults of all figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

# The palette of Okabe and Ito (2008), distinguishable with the common forms of colour blindness. Its black is reserved
# for reference lines.
BLUE, ORANGE, GREEN, PINK, SKY, RED, YELLOW = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#F0E442",
)
COLOURS = [BLUE, RED, GREEN, PINK, ORANGE, SKY]
LINE_STYLES = ["-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1))]

STYLE: dict[RcKeyType, Any] = {
    "axes.grid": True,
    "axes.prop_cycle": f"cycler('color', {COLOURS}) + cycler('linestyle', {LINE_STYLES})",
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.constrained_layout.use": True,
    "figure.dpi": 90,
    "figure.figsize": (6.4, 3.6),
    "font.size": 10,
    "grid.alpha": 0.3,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
}
