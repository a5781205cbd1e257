"""`labgrader collect`: the zips that Moodle and Canvas offer, and zips that are up to no good."""

from __future__ import annotations

import os
import stat
import time
import zipfile

import pytest
from tiny_course import LAB

ADA, EVE = (
    ("ada", {"first_name": "Ada", "last_name": "King", "lms_user_id": "31"}),
    ("eve", {"first_name": "Eve", "last_name": "O'Hara-Roe"}),
)
EARLY, LATER = (2026, 3, 1, 10, 0, 0), (2026, 3, 2, 10, 0, 0)


@pytest.fixture(autouse=True)
def students(enter):
    enter(**dict([ADA, EVE]))


@pytest.fixture
def zipped(tmp_path):
    """Make a zip of files: name → content, or (content, when)."""

    def make(files: dict[str, str | tuple], name="download.zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for file, content in files.items():
                content, when = content if isinstance(content, tuple) else (content, EARLY)
                archive.writestr(zipfile.ZipInfo(file, when), content)
        return tmp_path / name

    return make


def submitted(course) -> dict[str, str]:
    """The content of every file below submitted/, by its path there."""
    folder = course.root / "submitted"
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


# Moodle's number of eve in this assignment happens to be Canvas' number of ada.
MOODLE = {
    "Ada King_501_assignsubmission_file_/tiny.ipynb": "ada's",
    "Ada King_501_assignsubmission_file_/group.csv": "student\nbob\n",
    "Group 7-Eve O'Hara-Roe_31_assignsubmission_file_tiny.ipynb": "eve's",
}
CANVAS = {
    "kingada_31_9001_tiny.ipynb": "ada's first",
    "kingada_LATE_31_9010_tiny-1.ipynb": "ada's",
    "kingada_31_9002_group.csv": "student\nbob\n",
    "ohararoeeve_32_8000_tiny (2).ipynb": "eve's",
}
PLACED = {f"ada/{LAB}/tiny.ipynb": "ada's", f"ada/{LAB}/group.csv": "student\nbob\n", f"eve/{LAB}/tiny.ipynb": "eve's"}


@pytest.mark.parametrize(("lms", "files"), [("moodle", MOODLE), ("canvas", CANVAS)])
def test_everybodys_last_attempt_is_put_where_the_course_expects_it(course, labgrader, zipped, lms, files):
    done = labgrader("collect", zipped(files), LAB, "--from", lms)
    assert done.exit_code == 0, done.output
    assert submitted(course) == PLACED
    assert "2 submissions, 2 new" in done.stdout
    assert ("Late, says Canvas: ada." in done.stdout) == (lms == "canvas")
    again = labgrader("collect", zipped(files), LAB, "--from", lms)
    assert "2 submissions, 2 unchanged" in again.stdout
    assert submitted(course) == PLACED


def test_what_was_collected_can_be_graded(course, labgrader, zipped):
    notebook = (course.root / "release" / LAB / "tiny.ipynb").read_text()
    assert (
        labgrader(
            "collect", zipped({"Ada King_1_assignsubmission_file_/tiny.ipynb": notebook}), LAB, "--from", "moodle"
        ).exit_code
        == 0
    )
    graded = labgrader("grade", "--no-sandbox")
    assert graded.exit_code == 0, graded.output
    assert course.grades("ada")["test_half"] == 0


def test_a_newer_submission_stays_and_an_older_one_is_replaced(course, labgrader, zipped):
    first = zipped({"kingada_31_1_tiny.ipynb": ("second day", LATER)})
    assert labgrader("collect", first, LAB, "--from", "canvas").exit_code == 0
    older = zipped({"kingada_31_9_tiny.ipynb": ("first day", EARLY)}, "older.zip")
    done = labgrader("collect", older, LAB, "--from", "canvas")
    assert "Kept, because newer than the zip: ada." in done.stdout
    assert submitted(course)[f"ada/{LAB}/tiny.ipynb"] == "second day"
    (course.root / "submitted" / "ada" / LAB / "timestamp.txt").write_text("2026-01-01 12:00:00 UTC")
    done = labgrader("collect", older, LAB, "--from", "canvas")
    assert "1 replaced" in done.stdout
    assert submitted(course) == {f"ada/{LAB}/tiny.ipynb": "first day"}, "the old time does not hold for the new file"
    os.utime(course.root / "submitted" / "ada" / LAB / "tiny.ipynb", (time.time(), time.time()))
    assert "1 kept" in labgrader("collect", first, LAB, "--from", "canvas").stdout, "somebody has mended it by hand"


def test_what_has_no_place_is_named_and_the_rest_is_placed(course, labgrader, zipped, enter):
    enter(ada2={"first_name": "Ada", "last_name": "Lovelace"}, ada3={"first_name": "ada", "last_name": "lovelace"})
    files = MOODLE | {
        "Bob Nobody_7_assignsubmission_file_/tiny.ipynb": "?",
        "Ada Lovelace_8_assignsubmission_file_/tiny.ipynb": "?",
        "Eve O'Hara-Roe_502_assignsubmission_file_/other.ipynb": "?",
        "Eve O'Hara-Roe_502_assignsubmission_file_/slides.pdf": "?",
        "tiny.ipynb": "?",
    }
    done = labgrader("collect", zipped(files), LAB, "--from", "moodle")
    assert done.exit_code == 1
    said = " ".join(done.stdout.split())
    for reason in (
        "no student in the gradebook has this name",
        "several students have this name: ada2, ada3",
        "the lab has no such file, only tiny.ipynb",
        "neither a notebook nor group.csv",
        "its name is not one of this system's downloads",
    ):
        assert all(word in said for word in reason.split()), reason
    assert "4 of the files above have no place" in done.stderr
    assert submitted(course) == PLACED


def test_a_course_can_say_how_its_files_are_named(course, labgrader, zipped):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(
            '\nc.MoodleFileNames.named_regexp = r"(?P<student_id>\\d+)/(?P<full_name>[^/]+)/(?P<file_id>.+)"\n'
        )
    done = labgrader("collect", zipped({"7/Ada King/tiny.ipynb": "ada's"}), LAB, "--from", "moodle")
    assert done.exit_code == 0, done.output
    assert submitted(course) == {f"ada/{LAB}/tiny.ipynb": "ada's"}


HOSTILE = {
    "climbs out": "Ada King_1_assignsubmission_file_/../../../../escaped.ipynb",
    "absolute": "/tmp/Ada King_1_assignsubmission_file_/escaped.ipynb",
    "backslashes": "Ada King_1_assignsubmission_file_\\..\\..\\escaped.ipynb",
    "a student called up": ".._31_9001_tiny.ipynb",
    "a time of one's own": "Ada King_1_assignsubmission_file_/timestamp.txt",
}


@pytest.mark.parametrize("lms", ["moodle", "canvas"])
@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_no_name_in_a_zip_leads_anywhere(course, labgrader, zipped, lms, name):
    ours = [course.root / "submitted", course.root / ".labgrader"]
    elsewhere = lambda: {path for path in course.root.parent.rglob("*") if not {path, *path.parents} & set(ours)}
    archive = zipped({name: "evil"})
    before = elsewhere()
    labgrader("collect", archive, LAB, "--from", lms)
    assert elsewhere() == before
    assert set(submitted(course)) <= {f"ada/{LAB}/tiny.ipynb"}


def test_links_encrypted_damaged_and_huge_files_are_named(course, labgrader, zipped, tmp_path):
    name = "Ada King_1_assignsubmission_file_/tiny.ipynb"
    link = zipfile.ZipInfo(name, EARLY)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    damaged = zipped({name: "x" * 1000}, "damaged.zip")
    damaged.write_bytes(damaged.read_bytes().replace(b"x" * 1000, b"x" * 999 + b"y"))
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nc.CourseDirectory.max_file_size = 1\n")
    huge = zipped({name: "x" * 2000}, "huge.zip")
    for archive, reason in ((tmp_path / "link.zip", "a link or a device"), (damaged, "damaged"), (huge, "larger than")):
        done = labgrader("collect", archive, LAB, "--from", "moodle")
        assert done.exit_code == 1
        assert reason in " ".join(done.stdout.split())
    assert submitted(course) == {}


def test_what_cannot_be_collected_is_one_sentence(course, labgrader, zipped, tmp_path):
    (tmp_path / "page.zip").write_text("<html>")
    for archive, sentence in (
        (tmp_path / "page.zip", "is not a readable zip"),
        (tmp_path / "none.zip", "There is no file"),
    ):
        done = labgrader("collect", archive, LAB, "--from", "moodle")
        assert done.exit_code == 1
        assert sentence in done.stderr
        assert done.stderr.count("\n") == 1
    assert labgrader("collect", zipped(MOODLE), LAB, "--from", "blackboard").exit_code == 2
    (course.root / "gradebook.db").unlink()
    done = labgrader("collect", zipped(MOODLE), LAB, "--from", "moodle")
    assert "import the participants first with `labgrader roster FILE.csv`" in done.stderr
