"""Figures of the labs: shown with alt text, in colours that are distinguishable with colour blindness."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML, display
from numpy.typing import ArrayLike
from PIL import Image

from dllabs.arrays import FloatArray
from dllabs.stats import mean_interval
from dllabs.style import STYLE

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.transforms import BboxBase

    from dllabs.surfaces import Surface

plt.rcParams.update(STYLE)

FRAMES = 40
FRAME_MILLISECONDS = 100
LAST_FRAME_MILLISECONDS = 2000


class _AggCanvas(Protocol):
    """The methods of Matplotlib's `FigureCanvasAgg`, which has no annotations, that `animate` needs."""

    def draw(self) -> None: ...
    def copy_from_bbox(self, bbox: BboxBase) -> object: ...
    def restore_region(self, region: object) -> None: ...
    def buffer_rgba(self) -> memoryview: ...


def show(figure: Figure, alt: str) -> None:
    """Display a figure once, with `alt` as its text alternative, and close it.

    The image is embedded in HTML because JupyterLab drops the alt text of a plain PNG output.
    """
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    plt.close(figure)
    _display(picture.getvalue(), alt)


def animate(
    figure: Figure,
    moving: Collection[Artist],
    draw_frame: Callable[[float], object],
    alt: str,
    frames: int = FRAMES,
) -> int:
    """Display a figure as an animated PNG, which needs no JavaScript and so also plays in feedback pages.

    moving: the artists that change; everything else is drawn once. draw_frame(share) updates them for a time from
    0 (start) to 1 (end). alt: text alternative. frames: their number.

    Closes the figure. Returns the size of the animation in bytes.
    """
    for artist in moving:
        artist.set_animated(True)
    canvas = cast("_AggCanvas", figure.canvas)
    canvas.draw()
    background = canvas.copy_from_bbox(figure.bbox)
    pictures = []
    for share in np.linspace(0, 1, frames):
        canvas.restore_region(background)
        draw_frame(share)
        for artist in moving:
            figure.draw_artist(artist)
        pictures.append(Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB"))
    plt.close(figure)
    animation = _animated_png(pictures)
    _display(animation, alt)
    return len(animation)


def trajectories(surface: Surface, paths: Mapping[str, FloatArray], alt: str) -> int:
    """Animate optimizers on a surface of two parameters.

    surface: one of `dllabs.surfaces`. paths: {name: array (steps + 1, 2)}; at any time each is drawn up to the same
    share of its steps. alt: text alternative.

    Returns the size of the animation in bytes.
    """
    figure, axes = plt.subplots(figsize=(6.4, 3.4))
    _draw_contours(axes, surface)
    lines = [axes.plot([], [], label=name, marker="o", markevery=[-1], markersize=5)[0] for name in paths]
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=len(paths))

    def draw_frame(share: float) -> None:
        for line, path in zip(lines, paths.values(), strict=True):
            line.set_data(*np.asarray(path)[: 1 + round(share * (len(path) - 1))].T)

    return animate(figure, lines, draw_frame, alt)


def bands(axes: Axes, x: ArrayLike, values: ArrayLike, label: str, **style: Any) -> Line2D:
    """Draw the mean over seeds as a line and its 95 % confidence interval (`mean_interval`) as a band.

    x: (n,). values: (seeds, n), seeds >= 2. label: for the legend. style: passed to `Axes.plot`.

    Returns the line. Raises ValueError for fewer than two seeds.
    """
    mean, low, high = mean_interval(values)
    (line,) = axes.plot(x, mean, label=label, **style)
    axes.fill_between(x, low, high, color=line.get_color(), alpha=0.2, linewidth=0)
    return line


def _draw_contours(axes: Axes, surface: Surface) -> None:
    x, y = np.meshgrid(np.linspace(*surface.x_range, 200), np.linspace(*surface.y_range, 150))
    heights = surface.value(np.array([x, y]))
    levels = np.quantile(heights, np.linspace(0, 1, 18) ** 1.3)
    axes.contour(x, y, heights, levels=levels, colors="0.75", linewidths=0.7, linestyles="solid")
    if surface.minimum is not None:
        axes.plot(*surface.minimum, marker="*", color="black", markersize=11, linestyle="none")
    axes.set(title=surface.name, xlabel="$\\theta_1$", ylabel="$\\theta_2$", xlim=surface.x_range, ylim=surface.y_range)
    axes.grid(False)


def _animated_png(pictures: Sequence[Image.Image]) -> bytes:
    """An animation whose frames share a palette, to keep it small; viewers without animation show the last frame."""
    palette = pictures[-1].quantize(64)
    frames = [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures]
    times = [FRAME_MILLISECONDS] * (len(frames) - 1) + [LAST_FRAME_MILLISECONDS]
    animation = io.BytesIO()
    frames[-1].save(
        animation, format="PNG", save_all=True, append_images=frames, default_image=True, duration=times, loop=0
    )
    return animation.getvalue()


def _display(png: bytes, alt: str) -> None:
    source = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    image = f'<img style="max-width: 100%" alt="{html.escape(alt)}" src="{source}">'
    display(HTML(image, metadata={"alt": alt}))
