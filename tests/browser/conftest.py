"""An instructor's and a student's JupyterLab, an exchange folder between them, and a Chromium in front of both."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jupytext
import pytest
from lab_page import LabPage
from lab_server import LabServer
from playwright.sync_api import Browser, expect, sync_playwright
from tiny_course import JUPYTER, LAB, TinyCourse

REPOSITORY = Path(__file__).parents[2]
FILES = Path(__file__).parent / "course_files"
STUDENT = "alice"
SECONDS = 90  # a busy machine may take so long for one step


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser that the system has."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        message = "no Chromium: install it to run the browser tests (Debian: apt install chromium)"
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[Browser]:
    """Chromium without a window; while it is there, this process has an event loop that runs."""
    options = ["--no-sandbox"] if os.geteuid() == 0 else []  # its own sandbox does not work for root
    expect.set_options(timeout=SECONDS * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*options, "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@dataclass
class Desk:
    """A browser window of one person's, and what must not happen in it."""

    browser: Browser
    pictures: Path

    @contextlib.contextmanager
    def window(self) -> Iterator[LabPage]:
        """Open a window; at the end nothing has run that a student wrote, and nothing was loaded from elsewhere."""
        context = self.browser.new_context(viewport={"width": 1400, "height": 900})
        context.set_default_timeout(SECONDS * 1000)
        from_elsewhere, alerts = [], []

        def refuse(route):
            from_elsewhere.append(route.request.url)
            route.abort()

        def dismiss(dialog):
            alerts.append(dialog.message)
            dialog.dismiss()

        context.route(lambda url: url.startswith("http") and not url.startswith("http://127.0.0.1:"), refuse)
        page = context.new_page()
        page.on("dialog", dismiss)
        lab = LabPage(page, self.pictures)
        try:
            yield lab
        except BaseException:
            lab.picture("failed")
            raise
        finally:
            context.close()
        assert not alerts, "a student's script ran"
        assert not from_elsewhere, "a page needs the network"


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> Path:
    """Where screenshots go."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def desk(browser, pictures) -> Desk:
    """A place to open windows."""
    return Desk(browser, pictures)


@dataclass
class Place:
    """A course, its exchange folder, and the servers of the people who use it."""

    course: TinyCourse
    exchange: Path
    instructor: LabServer
    student: LabServer
    student_id: str = STUDENT

    def another_instructor(self, home: Path, wrapper: list[str]) -> LabServer:
        """The instructor's server, started in another way."""
        return _instructors(home, self.course, self.exchange, wrapper)


@pytest.fixture(scope="module")
def place(chromium, tmp_path_factory) -> Iterator[Place]:
    """Both servers, started; the course is released to nobody yet."""
    folder = tmp_path_factory.mktemp("place")
    exchange = folder / "exchange"
    exchange.mkdir(mode=0o777)
    course = make_course(folder / "course")
    work = folder / "work"
    work.mkdir()
    shutil.copytree(REPOSITORY / "release" / "02_optimizers", work / "02_optimizers")  # as `make lab` does
    instructor = _instructors(folder / "instructor", course, exchange, [])
    config = f"c.Exchange.root = {str(exchange)!r}\nc.CourseDirectory.student_id = {STUDENT!r}\n"
    student = LabServer(folder / "student", work, config, {})
    with instructor.running(), student.running():
        yield Place(course, exchange, instructor, student)


@pytest.fixture
def built_course(place) -> TinyCourse:
    """The course, built; the journey through it has done that if it came first."""
    if not (place.course.root / "release" / LAB).exists():
        built = place.course.labgrader("build")
        assert built.returncode == 0, built.stderr
    return place.course


def make_course(root: Path) -> TinyCourse:
    """A course as its author has it who has built nothing yet; it follows all rules of a build."""
    shutil.copytree(FILES, root)
    for name in ("nbgrader_config.py", "jupytext.toml"):
        shutil.copy(REPOSITORY / name, root)
    course = TinyCourse(root)
    course.write_source(jupytext.read(root / "labs" / LAB / "tiny.py"))
    return course


def _instructors(home: Path, course: TinyCourse, exchange: Path, wrapper: list[str]) -> LabServer:
    # One user of the operating system plays both roles, so that a submission is not its student's.
    config = f"c.Exchange.root = {str(exchange)!r}\nc.ExchangeCollect.check_owner = False\n"
    return LabServer(home, course.root, config, {"JUPYTER_PATH": str(JUPYTER)}, wrapper)
