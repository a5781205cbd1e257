"""`python -m dllabs doctor` on this machine, and on one where packages are missing."""

import json
import os
from pathlib import Path

import dllabs
import numpy as np
import pytest
from dllabs import doctor

SITE_PACKAGES = Path(np.__file__).parents[1]


def test_json_is_for_programs_and_a_good_machine_exits_with_0(python):
    result = python("-m", "dllabs", "doctor", "--json")
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stderr == ""
    findings = {finding["topic"]: finding for finding in json.loads(result.stdout)}
    assert {"Python", "tensorflow", "devices", "kernel", "digits", "MNIST", "disk"} <= findings.keys()
    assert findings["numpy"] == {"topic": "numpy", "found": np.__version__, "ok": True, "advice": ""}


def test_the_report_is_for_people(capsys):
    assert doctor.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("✓ ", "  ")) for line in lines)
    assert any(line.split() == ["✓", "numpy", np.__version__] for line in lines)


@pytest.fixture
def machine_without(tmp_path, python):
    """Run the doctor where everything of this environment is installed but these packages."""

    def examine(*missing):
        for entry in SITE_PACKAGES.iterdir():
            if not entry.name.startswith(missing):
                (tmp_path / entry.name).symlink_to(entry)
        path = os.pathsep.join([str(tmp_path), str(Path(dllabs.__file__).parents[1])])
        return python("-S", "-m", "dllabs", "doctor", env=os.environ | {"PYTHONPATH": path})

    return examine


def test_missing_packages_are_marked_and_the_exit_status_is_1(machine_without):
    result = machine_without("tensorflow", "sklearn", "scikit_learn")
    assert result.returncode == 1, result.stderr
    wrong = {line.split()[1]: line for line in result.stdout.splitlines() if line.startswith("✗")}
    assert {"tensorflow", "scikit-learn", "devices", "digits"} <= wrong.keys()
    assert wrong["tensorflow"].endswith("not installed")
    assert "numpy" not in wrong
    assert "Install the course's environment again" in result.stdout


def test_wrong_usage_exits_with_2(python):
    assert python("-m", "dllabs", "docter").returncode == 2


def test_mnist_in_the_folder_is_found(tmp_path, monkeypatch):
    (tmp_path / "mnist.npz").touch()
    monkeypatch.setenv("DLLABS_DATA", str(tmp_path))
    findings = {finding.topic: finding for finding in doctor.examine()}
    assert findings["MNIST"].found == "mnist.npz in the folder of DLLABS_DATA"
