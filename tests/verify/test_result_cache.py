"""The cache of the tests themselves: whatever decides a result is in its key, and no failure is kept."""

from __future__ import annotations

import dataclasses
import shutil

import pytest
from banked_course import SQUARE
from labgrader.verify import mutant_findings
from nbformat import v4
from result_cache import EXECUTING_LABS, EXECUTING_TRIALS, ExecutionCache, Installation, ResultCache, TrialCache
from tiny_course import JUPYTER, REPOSITORY

# Parts of an installation that decide every result.
COMMON = ("dllabs/checks.py", "a renamed file", "uv.lock", "Python", "the kernel", "a variable")
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


@pytest.fixture
def installation(tmp_path):
    """A copy of what is installed, whose files a test may change."""
    shutil.copytree(REPOSITORY / "grading" / "labgrader", tmp_path / "labgrader")
    shutil.copytree(REPOSITORY / "shared" / "dllabs", tmp_path / "dllabs")
    shutil.copy(REPOSITORY / "uv.lock", tmp_path)
    return Installation(
        (), labgrader=tmp_path / "labgrader", dllabs=tmp_path / "dllabs", lock_file=tmp_path / "uv.lock"
    )


@pytest.fixture
def results(tmp_path):
    return ResultCache(tmp_path / "results", ignored=False)


def with_another(installation, what, folder):
    """The installation after a change to one of its parts."""
    if what == "Python":
        return dataclasses.replace(installation, python="3.99")
    if what == "the kernel":
        return dataclasses.replace(installation, kernel={"env": {"KERAS_BACKEND": "other"}})
    if what == "a renamed file":
        (folder / "dllabs" / "stats.py").rename(folder / "dllabs" / "statt.py")
        return dataclasses.replace(installation)
    if what == "a variable":
        return dataclasses.replace(installation, variables={"TF_ENABLE_ONEDNN_OPTS": "2"})
    with (folder / what).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    return dataclasses.replace(installation)


class TestTrials:
    @pytest.fixture
    def tried(self, banked, installation, results):
        """A function that verifies the tiny course and gives the exercises of which trials were made, and the gaps."""
        installation = dataclasses.replace(installation, executing=EXECUTING_TRIALS)

        def verify(installation=installation, **options):
            told = []
            store = TrialCache(results, installation)
            gaps = banked.gaps(store=store, on_progress=lambda *progress: told.append(progress), **options)
            return len(told), gaps

        verify.installation = installation
        assert verify() == (3, [])  # a batch for each exercise
        assert verify() == (0, [])
        return verify

    @pytest.mark.parametrize("what", ["labgrader/sandbox/shell.py", "labgrader/verify/proof.py", *COMMON])
    def test_another_installation(self, tried, tmp_path, what):
        assert tried(with_another(tried.installation, what, tmp_path)) == (3, [])

    def test_a_module_that_only_judges_changes_nothing(self, tried, tmp_path):
        assert tried(with_another(tried.installation, "labgrader/engine/verdict.py", tmp_path)) == (0, [])

    def test_another_lab(self, tried, banked):
        banked.edit("setup", "import numpy as np", "import numpy as np\nunused = 1")
        assert tried() == (3, [])

    def test_another_test_cell(self, tried, banked):
        banked.edit("test_thrice", "thrice(2) == 6", "thrice(2) == 6, 'three times two'")
        assert tried() == (1, [])

    def test_another_file_beside_the_notebook(self, tried, banked):
        (banked.course.root / "source" / "01_tiny" / "data.csv").write_text("1\n")
        assert tried() == (3, [])

    def test_another_answer(self, tried, banked):
        banked.write("square", "right_0", SQUARE.format("np.square(x)"))
        assert tried() == (1, [])

    def test_verdicts_are_reached_anew(self, tried, banked):
        (banked.folder / "square" / "wrong_double.py").rename(banked.folder / "square" / "right_double.py")
        number, gaps = tried()
        assert number == 0
        assert any("right_double must earn every point" in gap for gap in gaps)

    def test_an_exercise_with_a_gap_is_tried_again(self, tried, banked):
        banked.write("square", "right_wrong", SQUARE.format("x"))
        first = tried()
        assert first[0] == 1
        assert len(first[1]) == 1
        assert tried() == first

    def test_a_trial_that_ran_out_of_time_is_tried_again(self, tried, banked, monkeypatch):
        monkeypatch.setattr(mutant_findings, "SHORTEST_SECONDS", 0.5)
        banked.edit("thrice", "return 3 * x", "while x < 0:\n        x = -x\n    return 3 * x")
        trials, _ = tried(mutants=True)
        assert trials > 1
        again, _ = tried(mutants=True)
        assert 0 < again < trials


class TestExecutions:
    @pytest.fixture(autouse=True)
    def _plain_kernel(self, monkeypatch):
        monkeypatch.setenv("JUPYTER_PATH", str(JUPYTER))

    @pytest.fixture
    def executions(self, results, installation):
        return ExecutionCache(results, dataclasses.replace(installation, executing=EXECUTING_LABS))

    @pytest.fixture
    def nb(self, tmp_path):
        """A notebook that leaves a mark wherever it is executed."""
        source = f"import tempfile\nopen(tempfile.mkstemp(dir={str(tmp_path)!r}, prefix='ran-')[1])\n'done'"
        return v4.new_notebook(cells=[v4.new_code_cell(source)], metadata={"kernelspec": KERNEL})

    def test_the_same_notebook_is_executed_once(self, executions, nb, tmp_path):
        first, second = executions.execute(nb), executions.execute(nb)
        assert len(list(tmp_path.glob("ran-*"))) == 1
        assert first.notebook == second.notebook
        assert [cell.label for cell in first.cells] == [cell.label for cell in second.cells]

    @pytest.mark.parametrize("what", ["labgrader/run/execute.py", "labgrader/kernels/template.py", *COMMON])
    def test_another_installation(self, executions, nb, tmp_path, what):
        executions.execute(nb)
        other = with_another(executions.installation, what, tmp_path)
        dataclasses.replace(executions, installation=other).execute(nb)
        assert len(list(tmp_path.glob("ran-*"))) == 2

    def test_another_notebook(self, executions, nb, tmp_path):
        executions.execute(nb)
        nb.cells[0].source += "  # changed"
        executions.execute(nb)
        assert len(list(tmp_path.glob("ran-*"))) == 2

    def test_a_failure_is_not_stored(self, executions, nb, tmp_path):
        nb.cells[0].source += "\n1 / 0"
        assert executions.execute(nb).failure
        assert executions.execute(nb).failure
        assert len(list(tmp_path.glob("ran-*"))) == 2

    def test_what_a_failing_test_forgets_is_executed_again(self, executions, nb, tmp_path):
        executions.execute(nb)
        executions.forget(nb)
        executions.execute(nb)
        assert len(list(tmp_path.glob("ran-*"))) == 2

    def test_a_full_test_run_ignores_the_cache(self, executions, nb, tmp_path):
        executions.execute(nb)
        ignoring = dataclasses.replace(executions, results=dataclasses.replace(executions.results, ignored=True))
        ignoring.execute(nb)
        assert len(list(tmp_path.glob("ran-*"))) == 2
