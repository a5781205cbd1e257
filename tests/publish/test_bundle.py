"""`labgrader publish`: what is in the student bundle, and that it is the same wherever it is packed."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile

import pytest
from labgrader.course import Course
from labgrader.errors import LabgraderError
from labgrader.publish.bundle import make_bundle, publish
from student_lab import LAB
from tiny_course import PROGRAMS, REPOSITORY


def test_the_command_writes_a_versioned_zip(practice):
    command = [PROGRAMS / "labgrader", "--course", practice.root, "publish"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    archive = practice.root / "dist" / "practice_course-2.1.0.zip"
    assert result.stdout.strip() == str(archive)
    names = zipfile.ZipFile(archive).namelist()
    assert all(name.startswith("practice_course-2.1.0/") for name in names)


def test_what_is_in_it(practice):
    files = make_bundle(practice.course).files
    outside = {path for path in files if not path.startswith("shared/")}
    assert outside == {
        "LICENSE",
        "README.md",
        "environment.yml",
        "nbgrader_config.py",
        f"release/{LAB}/practice.ipynb",
        "release/manifest.json",
        "requirements.txt",
    }
    assert {"shared/pyproject.toml", "shared/dllabs/__main__.py", "shared/dllabs/student/check.py"} <= files.keys()
    assert not [path for path in files if "__pycache__" in path or ".egg-info" in path]
    assert list(json.loads(files["release/manifest.json"])["labs"]) == [LAB]


def test_the_same_bytes_from_another_place_at_another_time(practice, tmp_path):
    shutil.copytree(practice.root, tmp_path / "elsewhere")
    for path in (tmp_path / "elsewhere").rglob("*"):
        os.utime(path, (0, 1e9))
        path.chmod(0o755)
    (tmp_path / "elsewhere" / "shared" / "__pycache__").mkdir(exist_ok=True)
    (tmp_path / "elsewhere" / "shared" / "__pycache__" / "x.pyc").touch()
    here, there = (make_bundle(course).archive() for course in (practice.course, Course(tmp_path / "elsewhere")))
    assert here == there
    entries = zipfile.ZipFile(io.BytesIO(here)).infolist()
    assert {(entry.date_time, entry.external_attr) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16)}


def test_one_version_has_one_content(practice, tmp_path):
    path = publish(practice.course, (), tmp_path)[0]
    publish(practice.course, (), tmp_path)
    before = path.read_bytes()
    (practice.root / "LICENSE").write_text("Mine.")
    with pytest.raises(LabgraderError, match="raise the version"):
        publish(practice.course, (), tmp_path)
    assert path.read_bytes() == before
    practice.configure("c.Publish.version = '2.1.1'")
    assert publish(practice.course, (), tmp_path)[0].name == "practice_course-2.1.1.zip"


def test_the_readme_names_labs_and_files(practice):
    text = practice.file("README.md")
    assert "version 2.1.0" in text
    assert f"| `{LAB}/practice.ipynb` | Practice | 1.0.0 | 11 + 1 bonus |" in text
    assert "Unpack `practice_course-2.1.0.zip`" in text
    assert "$" not in text


def test_no_link_is_printed_unless_the_course_names_its_repository(practice):
    text = practice.file("README.md")
    assert "http" not in text
    practice.configure("c.Publish.repository = 'https://github.com/someone/labs.git'")
    text = practice.file("README.md")
    assert "(https://mybinder.org/v2/gh/someone/labs/main?urlpath=lab/tree/release)" in text
    assert "git-pull" not in text
    practice.configure("c.Publish.hub = 'https://hub.example.org/'")
    assert (
        "(https://hub.example.org/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fsomeone%2Flabs.git"
        "&branch=main&urlpath=lab%2Ftree%2Flabs%2Frelease)"
    ) in practice.file("README.md")


def test_binder_opens_other_hosts_too(practice):
    practice.configure("c.Publish.repository = 'https://git.example.org/a/b/labs'")
    practice.configure("c.Publish.branch = 'spring/27'")
    assert "v2/git/https%3A%2F%2Fgit.example.org%2Fa%2Fb%2Flabs/spring%2F27?urlpath" in practice.file("README.md")


@pytest.mark.parametrize("address", ["git@github.com:someone/labs.git", "https://user:secret@example.org/labs", "labs"])
def test_an_address_that_is_no_plain_https_is_refused(practice, address):
    practice.configure(f"c.Publish.repository = {address!r}")
    with pytest.raises(LabgraderError, match=r"c\.Publish\.repository"):
        make_bundle(practice.course)


def test_a_misspelt_setting_is_refused(practice):
    practice.configure("c.Publish.repo = 'https://example.org/labs'")
    with pytest.raises(LabgraderError, match=r"c\.Publish\.repo, which does not exist; there are .*repository"):
        make_bundle(practice.course)


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("pyproject.toml", "The bundle has no version"),
        ("requirements.txt", "neither uv.lock nor requirements.txt"),
        ("shared/pyproject.toml", "There is no package"),
        ("student/README.md", "write what students read first"),
        (f"release/{LAB}/practice.ipynb", "There is no notebook"),
    ],
)
def test_what_is_missing_is_said(practice, missing, says):
    (practice.root / missing).unlink()
    with pytest.raises(LabgraderError, match=says):
        make_bundle(practice.course)


def test_a_version_that_is_no_text_is_said(practice):
    (practice.root / "pyproject.toml").write_text("[project]\nversion = 2")
    with pytest.raises(LabgraderError, match="The bundle has no version"):
        make_bundle(practice.course)


def test_a_wrong_placeholder_is_said(practice):
    (practice.root / "student" / "README.md").write_text("Version $verison")
    with pytest.raises(LabgraderError, match="unknown placeholder"):
        make_bundle(practice.course)


@pytest.fixture(scope="module")
def real_bundle():
    return make_bundle(Course(REPOSITORY))


def test_the_real_course_can_be_published(real_bundle):
    assert real_bundle.labs == Course(REPOSITORY).gradable_labs()
    assert sum(map(len, real_bundle.files.values())) < 5 * 2**20


def test_students_install_locked_versions_and_no_grader(real_bundle):
    lines = real_bundle.files["requirements.txt"].decode().splitlines()
    names = {line.partition("==")[0] for line in lines}
    assert {"tensorflow", "keras", "jupyterlab", "nbgrader", "nbclient", "keras-tuner"} <= names
    assert not {"labgrader", "papermill", "distributed", "pytest"} & names
    assert all("==" in line for line in lines)
