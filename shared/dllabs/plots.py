"""Figures of the labs: shown with alt text, in colours that everybody can tell apart."""

import base64
import html
import io

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML, display
from PIL import Image

from dllabs.stats import mean_interval
from dllabs.style import STYLE

plt.rcParams.update(STYLE)

FRAMES = 40
FRAME_MILLISECONDS = 100
LAST_FRAME_MILLISECONDS = 2000


def show(figure, alt):
    """Display a figure once, with `alt` for those who cannot see it, and close it.

    The image travels as HTML because JupyterLab drops the alt text of a plain PNG output.
    """
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    plt.close(figure)
    _display(picture.getvalue(), alt)


def animate(figure, moving, draw_frame, alt, frames=FRAMES):
    """Display a figure as an animated PNG, which also plays in feedback pages, where JavaScript does not.

    moving: the artists that change; everything else is drawn once. draw_frame(share) sets them for a share of the
    way, from 0 to 1. Returns the number of bytes of the animation.
    """
    for artist in moving:
        artist.set_animated(True)
    canvas = figure.canvas
    canvas.draw()
    background = canvas.copy_from_bbox(figure.bbox)
    pictures = []
    for share in np.linspace(0, 1, frames):
        canvas.restore_region(background)
        draw_frame(share)
        for artist in moving:
            artist.axes.draw_artist(artist)
        pictures.append(Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB"))
    plt.close(figure)
    animation = _animated_png(pictures)
    _display(animation, alt)
    return len(animation)


def trajectories(surface, paths, alt):
    """Animate optimizers on a surface of two parameters.

    surface: one of `dllabs.surfaces`. paths: {name: array (steps + 1, 2)}, all drawn with the same share of their
    steps. alt: what happens, in words.
    """
    figure, axes = plt.subplots(figsize=(6.4, 3.4))
    _draw_contours(axes, surface)
    lines = [axes.plot([], [], label=name, marker="o", markevery=[-1], markersize=5)[0] for name in paths]
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=len(paths))

    def draw_frame(share):
        for line, path in zip(lines, paths.values(), strict=True):
            line.set_data(*np.asarray(path)[: 1 + round(share * (len(path) - 1))].T)

    return animate(figure, lines, draw_frame, alt)


def bands(axes, x, values, label, **style):
    """Draw the mean over seeds as a line and its 95 % interval as a band.

    x: (n,). values: (seeds, n).
    """
    mean, low, high = mean_interval(values)
    (line,) = axes.plot(x, mean, label=label, **style)
    axes.fill_between(x, low, high, color=line.get_color(), alpha=0.2, linewidth=0)
    return line


def _draw_contours(axes, surface):
    x, y = np.meshgrid(np.linspace(*surface.x_range, 200), np.linspace(*surface.y_range, 150))
    heights = surface.value(np.array([x, y]))
    levels = np.quantile(heights, np.linspace(0, 1, 18) ** 1.3)
    axes.contour(x, y, heights, levels=levels, colors="0.75", linewidths=0.7, linestyles="solid")
    if surface.minimum is not None:
        axes.plot(*surface.minimum, marker="*", color="black", markersize=11, linestyle="none")
    axes.set(title=surface.name, xlabel="$\\theta_1$", ylabel="$\\theta_2$", xlim=surface.x_range, ylim=surface.y_range)
    axes.grid(False)


def _animated_png(pictures):
    """Frames with one shared palette, so that they compress to little; viewers that don't animate show the last."""
    palette = pictures[-1].quantize(64)
    frames = [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures]
    times = [FRAME_MILLISECONDS] * (len(frames) - 1) + [LAST_FRAME_MILLISECONDS]
    animation = io.BytesIO()
    frames[-1].save(
        animation, format="PNG", save_all=True, append_images=frames, default_image=True, duration=times, loop=0
    )
    return animation.getvalue()


def _display(png, alt):
    source = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    display(HTML(f'<img style="max-width: 100%" alt="{html.escape(alt)}" src="{source}">', metadata={"alt": alt}))
