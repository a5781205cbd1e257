"""The kernelspec `python3` of the environment."""

import json
import os

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from labgrader.cli import app
from labgrader.kernels import kernelspec
from typer.testing import CliRunner


@pytest.fixture
def prefix(tmp_path, monkeypatch):
    """An environment's folder, and nothing of this machine's kernelspecs beside it."""
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    monkeypatch.setattr("labgrader.kernels.kernelspec.install.__defaults__", (str(tmp_path),))
    return tmp_path


def installed(prefix):
    return json.loads((prefix / "share/jupyter/kernels/python3/kernel.json").read_text())


def test_the_projects_kernel_is_warm():
    spec = KernelSpecManager().get_kernel_spec("python3")
    assert spec.metadata["kernel_provisioner"]["provisioner_name"] == "labgrader-warm"
    assert {"tensorflow", "keras"} <= set(kernelspec.modules_of(spec))


def test_the_command_names_modules_and_variables(prefix):
    result = CliRunner().invoke(app, ["install-kernel", "numpy", "keras", "--env", "KERAS_BACKEND=jax"])
    assert result.exit_code == 0, result.output
    spec = installed(prefix)
    assert spec["metadata"]["kernel_provisioner"]["config"] == {"modules": ["numpy", "keras"]}
    assert spec["env"] == {"KERAS_BACKEND": "jax"}
    assert spec["argv"] == ["python", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    assert spec["display_name"] == "Python 3 (ipykernel)"


def test_a_variable_without_a_name_is_wrong_usage(prefix):
    assert CliRunner().invoke(app, ["install-kernel", "--env", "=1"]).exit_code == 2


def test_the_installers_cache_is_not_written_to(prefix, tmp_path):
    cached = tmp_path / "cached.json"
    cached.write_text("{}")
    folder = prefix / "share/jupyter/kernels/python3"
    folder.mkdir(parents=True)
    os.link(cached, folder / "kernel.json")
    kernelspec.install(["numpy"], {}, str(prefix))
    assert cached.read_text() == "{}"
    assert installed(prefix)["metadata"]["kernel_provisioner"]


def test_a_folder_that_cannot_be_written_is_named(prefix):
    (prefix / "share").write_text("not a folder")
    result = CliRunner().invoke(app, ["install-kernel"])
    assert result.exit_code == 1
    assert f"The kernel cannot be installed in {prefix}" in result.output
