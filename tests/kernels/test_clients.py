"""The programs people use get warm kernels without knowing it."""

import json
import os
import secrets
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import nbformat
import papermill
import psutil
import pytest
from nbclient import NotebookClient
from waiting import until

CELL = "import os, tensorflow as tf; print(os.getppid(), int(tf.reduce_sum(tf.ones(3))))"


@pytest.fixture
def notebook(shared_place):
    """A notebook that prints its kernel's parent and the result of an operation."""
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    nb.metadata["kernelspec"] = {"name": "tensorflow", "display_name": "TensorFlow", "language": "python"}
    return nb


@pytest.fixture
def template_says(shared_place, start):
    """What the cell prints in a fork of the template."""
    start("tensorflow")
    return f"{shared_place.template().pid} 3"


def printed(nb):
    return nb.cells[0].outputs[0].text.strip()


def test_papermill(notebook, template_says, tmp_path):
    nbformat.write(notebook, tmp_path / "in.ipynb")
    assert printed(papermill.execute_notebook(tmp_path / "in.ipynb", None, progress_bar=False)) == template_says


def test_nbclient_with_several_kernels_at_once(notebook, template_says):
    with ThreadPoolExecutor(3) as pool:
        executed = list(pool.map(lambda _: NotebookClient(notebook.copy()).execute(), range(3)))
    assert [printed(nb) for nb in executed] == [template_says] * 3


def test_nbval(notebook, template_says, tmp_path):
    notebook.cells[0].execution_count = 1
    notebook.cells[0].outputs = [nbformat.v4.new_output("stream", name="stdout", text=f"{template_says}\n")]
    nbformat.write(notebook, tmp_path / "checked.ipynb")
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "-p", "no:cacheprovider", "checked.ipynb"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout


@pytest.fixture
def server(shared_place, tmp_path):
    """A Jupyter server, as JupyterLab is one: a function that asks its API."""
    token = secrets.token_hex(8)
    command = [sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser", "--port=0"]
    command += [f"--ServerApp.root_dir={tmp_path}", f"--IdentityProvider.token={token}"]
    with (tmp_path / "log").open("w") as log:
        process = psutil.Popen(command, stderr=log, env={**os.environ, "JUPYTER_RUNTIME_DIR": str(tmp_path)})
    assert until(lambda: list(tmp_path.glob("jpserver-*.json")), seconds=30), (tmp_path / "log").read_text()
    (about,) = tmp_path.glob("jpserver-*.json")
    url = json.loads(about.read_text())["url"]

    def ask(method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{url}api/{path}", data, {"Authorization": f"token {token}"}, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    ask.process = process
    yield ask
    if process.is_running():
        process.kill()
    process.wait()


def kernels(template):
    return {child.pid for child in template.children() if child.status() != psutil.STATUS_ZOMBIE}


def test_a_jupyter_server(server, shared_place, template_says, tmp_path):
    template = shared_place.template()
    before = kernels(template)

    started = server("POST", "kernels", {"name": "tensorflow", "path": ""})
    (pid,) = kernels(template) - before
    assert psutil.Process(pid).cwd() == str(tmp_path)

    server("POST", f"kernels/{started['id']}/interrupt")
    server("POST", f"kernels/{started['id']}/restart")
    (restarted,) = kernels(template) - before
    assert restarted != pid

    server("DELETE", f"kernels/{started['id']}")
    assert until(lambda: kernels(template) == before)

    server("POST", "kernels", {"name": "tensorflow"})
    (pid,) = kernels(template) - before
    psutil.Process(pid).kill()  # the server starts a kernel that died again
    assert until(lambda: kernels(template) - before - {pid}, seconds=30)

    server.process.kill()
    assert until(lambda: kernels(template) == before, seconds=5)
