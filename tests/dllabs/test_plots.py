"""Figures as a browser gets them: real PNG files in HTML, with their alt text."""

import base64
import io
from html.parser import HTMLParser
from itertools import pairwise

import numpy as np
import pytest
from dllabs import plots, surfaces
from dllabs.stats import mean_interval
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from matplotlib import pyplot as plt
from PIL import Image
from traitlets.config import Config

ALT = 'The "loss" falls & <b>stays</b> there: it\'s below 0.1 after 5 steps.'


class ImageTag(HTMLParser):
    """The attributes of the only tag in a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)
        ((name, self.attributes),) = self.tags
        assert name == "img"

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


class Shown:
    """What one call displayed: the picture and its alt text."""

    def __init__(self, output):
        attributes = ImageTag(output.data["text/html"]).attributes
        kind, encoded = attributes["src"].split(",")
        assert kind == "data:image/png;base64"
        self.alt = attributes["alt"]
        self.png = base64.b64decode(encoded)
        self.image = Image.open(io.BytesIO(self.png))

    def frames(self):
        """(frames, height, width, 3) colours, the default image first."""
        for position in range(self.image.n_frames):
            self.image.seek(position)
            yield np.asarray(self.image.convert("RGB"), dtype=int)


@pytest.fixture
def shown():
    """Call a function and return the one thing that it displayed in a notebook."""
    InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))

    def call(function, *arguments, **keywords):
        with capture_output() as captured:
            function(*arguments, **keywords)
        (output,) = captured.outputs
        return Shown(output)

    yield call
    InteractiveShell.clear_instance()


@pytest.fixture
def dot():
    """A figure with a dot, and a function that moves it from left to right."""
    figure, axes = plt.subplots(figsize=(2, 1.5))
    axes.set(xlim=(0, 1), ylim=(0, 1))
    (line,) = axes.plot([0], [0.5], "o", color="#0072B2", markersize=12)
    yield figure, line, lambda share: line.set_data([0.1 + 0.8 * share], [0.5])
    plt.close(figure)


def test_show_displays_a_png_with_its_alt_text_and_closes_the_figure(shown):
    figure, axes = plt.subplots(figsize=(3, 2), dpi=90)
    axes.plot([1, 2, 3])
    picture = shown(plots.show, figure, ALT)
    assert picture.image.format == "PNG"
    assert picture.image.size == (270, 180)
    assert len(np.unique(picture.image.convert("L"))) > 2
    assert picture.alt == ALT
    assert plt.get_fignums() == []


def test_an_animation_has_its_frames_and_the_last_one_is_what_others_see(shown, dot):
    figure, line, move = dot
    animation = shown(plots.animate, figure, [line], move, ALT, frames=5)
    assert animation.image.format == "PNG"
    assert animation.image.is_animated
    default, *frames = animation.frames()
    assert len(frames) == 5
    assert all((before != after).any() for before, after in pairwise(frames))
    np.testing.assert_array_equal(default, frames[-1])
    assert animation.alt == ALT
    assert plt.get_fignums() == []


def test_an_animation_moves_from_start_to_end(shown, dot):
    figure, line, move = dot
    _, first, *_, last = shown(plots.animate, figure, [line], move, ALT, frames=4).frames()
    left = slice(0, first.shape[1] // 2)
    blue = lambda frame: (frame[:, :, 2] - frame[:, :, 0] > 100).sum()
    assert blue(first[:, left]) > 50 > 5 > blue(last[:, left])
    assert blue(last) > 50


def test_an_animation_rests_on_its_last_frame_and_repeats(shown, dot):
    figure, line, move = dot
    image = shown(plots.animate, figure, [line], move, ALT, frames=3).image
    assert image.info["loop"] == 0
    durations = []
    for position in range(1, image.n_frames):
        image.seek(position)
        durations.append(image.info["duration"])
    assert durations == [100, 100, 2000]


def test_animate_returns_its_size_in_bytes(shown, dot):
    figure, line, move = dot
    sizes = []
    animation = shown(lambda: sizes.append(plots.animate(figure, [line], move, ALT, frames=3)))
    assert sizes == [len(animation.png)]


def test_trajectories_draw_every_path_in_its_colour(shown):
    paths = {"one": np.linspace([-4, 0.4], [1, 0.4], 60), "two": np.linspace([-4, -0.4], [1, -0.4], 20)}
    animation = shown(plots.trajectories, surfaces.ravine, paths, ALT)
    assert animation.image.n_frames == 1 + plots.FRAMES
    assert animation.alt == ALT
    default = next(animation.frames())
    for colour in ([0x00, 0x72, 0xB2], [0xD5, 0x5E, 0x00]):
        assert (np.abs(default - colour).max(axis=2) < 30).sum() > 100
    assert len(animation.png) < 100_000


def test_bands_draw_the_mean_and_its_interval():
    _, axes = plt.subplots()
    x, values = np.arange(4), np.random.default_rng(0).normal(size=(6, 4))
    line = plots.bands(axes, x, values, "loss", linestyle=":")
    mean, low, high = mean_interval(values)
    np.testing.assert_allclose(line.get_ydata(), mean)
    assert (line.get_label(), line.get_linestyle()) == ("loss", ":")
    (band,) = axes.collections
    vertices = band.get_paths()[0].vertices
    for edge in (low, high):
        for point in zip(x, edge, strict=True):
            assert np.isclose(vertices, point).all(axis=1).any()
    plt.close()
