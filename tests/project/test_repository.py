"""Files about the repository itself agree with the project."""

import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent


def test_the_citation_has_the_required_keys_and_the_version_of_the_project():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["cff-version"] == "1.2.0"
    assert citation["message"]
    assert citation["title"]
    assert [author["name"] for author in citation["authors"]] == ["Deep Learning Labs contributors"]
    assert citation["version"] == project["version"]


def test_every_hook_finds_its_program_in_the_environment():
    repos = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    entries = [hook["entry"] for repo in repos for hook in repo["hooks"] if hook["language"] == "system"]
    assert entries
    for entry in entries:
        program = entry.split()[0]
        assert program.startswith(".venv/bin/")
        assert (PROGRAMS / Path(program).name).is_file(), f"{program} is in no dependency group"


def test_pytest_leaves_no_folder_of_tests_out(request):
    tests = ROOT / "tests"
    folders = {part for path in tests.rglob("test_*.py") for part in path.relative_to(tests).parts[:-1]}
    ignored = request.config.getini("norecursedirs")
    assert "build" in folders
    assert [folder for folder in folders if any(fnmatch(folder, pattern) for pattern in ignored)] == []
