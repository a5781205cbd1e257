"""`labgrader publish` records what students have been given, and refuses to give them something else as the same."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from labgrader.build.released import release_hash
from labgrader.errors import LabgraderError
from labgrader.publish import bundle
from labgrader.publish.bundle import make_bundle, publish
from student_lab import LAB, ORIGINAL

EDITED = ORIGINAL.replace("# Double every number.", "# Double each number.")
ENTRY = re.compile(r' \{"lab": "(\S+)", "version": "(\S+)", "hash": "([0-9a-f]{16})", "date": "(\S+)"\},?')
VALID = {"lab": LAB, "version": "1.0.0", "hash": "0123456789abcdef", "date": "2026-01-01"}
MALFORMED = {
    "cut off": (json.dumps([VALID])[:-9], "Expecting|Unterminated|delimiter"),
    "a merge conflict": (f"[\n<<<<<<< HEAD\n {json.dumps(VALID)}\n]", "Expecting value"),
    "no UTF-8": (b"[\xff]", "codec can't decode"),
    "no list": (json.dumps({"labs": VALID}), "must be a list"),
    "no entries": (json.dumps([LAB]), "must have exactly"),
    "a field too few": (json.dumps([{k: v for k, v in VALID.items() if k != "date"}]), "must have exactly"),
    "a field too many": (json.dumps([VALID | {"by": "ann"}]), "must have exactly"),
    "a version of another type": (json.dumps([VALID | {"version": 1.0}]), "invalid version"),
    "no version": (json.dumps([VALID | {"version": "one"}]), "invalid version"),
    "no hash": (json.dumps([VALID | {"hash": ""}]), "invalid hash"),
    "no date": (json.dumps([VALID | {"date": None}]), "invalid date"),
    "a version twice": (json.dumps([VALID, VALID | {"date": "2026-02-02"}]), f"{LAB} 1.0.0 has 2 entries"),
}


@pytest.fixture
def published(practice, tmp_path):
    """The course, and its first version in a bundle."""
    publish(practice.course, (), tmp_path / "first")
    return practice


def entries(practice) -> list[tuple[str, ...]]:
    """Lab, version, hash and date in each line of the record."""
    first, *lines, last = practice.record.read_text().splitlines()
    assert (first, last) == ("[", "]")
    return [ENTRY.fullmatch(line).groups() for line in lines]


def test_publishing_records_what_is_packed_and_says_so(practice):
    before = datetime.date.today()
    result = practice.labgrader("publish")
    assert result.exit_code == 0, result.stderr
    assert f"released.json has changed, commit it: {LAB} 1.0.0 added." in result.stderr
    ((lab, version, _, date),) = entries(practice)  # not 02_private, which is not packed
    assert (lab, version) == (LAB, "1.0.0")
    assert before <= datetime.date.fromisoformat(date) <= datetime.date.today()
    json.loads(practice.record.read_text())


def test_publishing_again_changes_nothing(published):
    earlier = re.sub(r'"date": "[^"]+"', '"date": "2020-02-20"', published.record.read_text())
    published.record.write_text(earlier)
    result = published.labgrader("publish")
    assert result.exit_code == 0, result.stderr
    assert published.record.read_text() == earlier
    assert "released.json" not in result.stderr


def test_each_new_version_gets_an_entry_and_the_old_ones_stay(published, tmp_path):
    (first,) = entries(published)
    for version in ("1.9.0", "1.10.0"):
        published.has(EDITED, version)
        publish(published.course, (), tmp_path / version)
    assert entries(published)[0] == first
    assert [version for _, version, _, _ in entries(published)] == ["1.0.0", "1.9.0", "1.10.0"]


def test_a_change_under_a_published_version_is_refused(published):
    before = published.record.read_bytes()
    published.has(EDITED, "1.0.0")
    result = published.labgrader("publish")
    assert result.exit_code == 1
    assert re.fullmatch(
        rf"Nothing was published, because\n  {LAB}: it differs from version 1\.0\.0 as published on [\d-]+ "
        rf"\(released\.json\); raise `version` in the header of labs/{LAB}/practice\.py above 1\.0\.0 "
        rf"and run `labgrader build {LAB}`\.\n",
        result.stderr,
    )
    assert published.record.read_bytes() == before
    assert not (published.root / "dist").exists()


def test_an_edit_of_the_released_notebook_alone_is_refused_too(published, tmp_path):
    path = published.root / "release" / LAB / "practice.ipynb"
    path.write_text(path.read_text().replace("Double every number.", "Double each number."))
    with pytest.raises(LabgraderError, match=r"differs from version 1\.0\.0"):
        publish(published.course, (), tmp_path)


def test_a_version_below_the_newest_is_refused_unless_it_is_the_published_one(published, tmp_path):
    published.has(EDITED, "1.1.0")
    publish(published.course, (), tmp_path / "1.1.0")
    published.has(EDITED, "1.0.0")
    with pytest.raises(LabgraderError, match=r"differs from version 1\.0\.0 .* above 1\.1\.0 and"):
        publish(published.course, (), tmp_path)
    published.has(EDITED, "1.0.9")
    with pytest.raises(LabgraderError, match=r"version 1\.0\.9 is lower than 1\.1\.0, published on"):
        publish(published.course, (), tmp_path)
    published.has(ORIGINAL, "1.0.0")
    assert publish(published.course, (), tmp_path)[2] == []


def test_nothing_is_recorded_unless_the_bundle_was_written(practice):
    (practice.root / "student" / "gradebook.db").touch()
    assert "Nothing was published" in practice.labgrader("publish").stderr
    (practice.root / "student" / "gradebook.db").unlink()
    (practice.root / "dist").mkdir()
    (practice.root / "dist" / "practice_course-2.1.0.zip").write_text("another bundle")
    assert "raise the version" in practice.labgrader("publish").stderr
    assert not practice.record.exists()


def test_a_record_that_cannot_be_written_is_said(practice, tmp_path, monkeypatch):
    def write_all_but_the_record(path, content):
        if path == practice.record:
            raise PermissionError(13, "Permission denied")
        path.write_bytes(content)

    monkeypatch.setattr(bundle, "write_whole", write_all_but_the_record)
    with pytest.raises(LabgraderError, match=r"zip was written, but .*released\.json could not be \(Permission denied"):
        publish(practice.course, (), tmp_path)


def test_the_bundle_does_not_depend_on_the_record(practice):
    without = make_bundle(practice.course).archive()
    assert practice.labgrader("publish").exit_code == 0
    practice.record.write_text(practice.record.read_text().replace('"date": "20', '"date": "19'))
    assert practice.labgrader("publish").exit_code == 0
    assert (practice.root / "dist" / "practice_course-2.1.0.zip").read_bytes() == without
    assert b"released.json" not in without


@pytest.mark.parametrize(("content", "reason"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_record_is_said(practice, tmp_path, content, reason):
    practice.record.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(LabgraderError, match=rf"released\.json is not a valid record \(.*({reason}).*\); correct it"):
        publish(practice.course, (), tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_lab_whose_version_the_manifest_does_not_tell_is_refused(practice):
    manifest = practice.root / "release" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"version": "1.0.0"', '"version": "1.0.1"'))
    with pytest.raises(LabgraderError, match=f"does not have the version of {LAB}: run `labgrader build {LAB}`"):
        make_bundle(practice.course)
    manifest.unlink()
    with pytest.raises(LabgraderError, match=f"does not have the version of {LAB}: run `labgrader build {LAB}`"):
        make_bundle(practice.course)


@pytest.mark.parametrize("text", ["[]", '{"labs": []}', f'{{"labs": {{"{LAB}": {{}}}}}}'])
def test_a_malformed_manifest_is_said(practice, text):
    (practice.root / "release" / "manifest.json").write_text(text)
    with pytest.raises(LabgraderError, match=r"manifest\.json is not a list of labs"):
        make_bundle(practice.course)


def notebook_bytes(**metadata) -> bytes:
    cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Größe\n", "½"]}
    return json.dumps({"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


def test_a_hash_is_the_same_on_every_machine():
    """These values may never change: the entries of every course would be void."""
    nb = notebook_bytes(labgrader={"version": "1.0.0", "content_hash": "0123"})
    assert release_hash({"x.ipynb": nb}) == "636961cd435bead6"
    assert release_hash({"x.ipynb": nb, "data/x.csv": b"1,2\n"}) == "e6abeac0bfd56d43"


def test_the_hash_covers_what_students_get_and_no_more():
    files = {"x.ipynb": notebook_bytes(labgrader={"version": "1.0.0", "content_hash": "0123"}), "x.csv": b"1\n"}
    same = {
        "another order": dict(reversed(files.items())),
        "another layout": files | {"x.ipynb": json.dumps(json.loads(files["x.ipynb"]), indent=1).encode()},
        "Windows line ends": files
        | {"x.ipynb": json.dumps(json.loads(files["x.ipynb"]), indent=1).replace("\n", "\r\n").encode()},
        "another solution": files | {"x.ipynb": files["x.ipynb"].replace(b"0123", b"4567")},
    }
    others = {
        "text": files | {"x.ipynb": files["x.ipynb"].replace(b"# Gr", b"## Gr")},
        "metadata": files | {"x.ipynb": files["x.ipynb"].replace(b"1.0.0", b"1.0.1")},
        "a file": files | {"x.csv": b"2\n"},
        "a name": {"x.ipynb": files["x.ipynb"], "y.csv": b"1\n"},
        "a file more": files | {"y.csv": b"1\n"},
        "a file fewer": {"x.ipynb": files["x.ipynb"]},
    }
    assert {name for name, one in same.items() if release_hash(one) != release_hash(files)} == set()
    assert {name for name, one in others.items() if release_hash(one) == release_hash(files)} == set()
