"""Two-sided: the untouched release earns nothing, the solution everything, whatever the seed and without demos."""

import pytest
from executions import on_one_core, source_of, without_demos
from labgrader import notebook
from labgrader.run.execute import execute
from nbgrader.utils import determine_grade

SEEDS_IN_FULL = 20


def marks(nb):
    """nbgrader's own verdict on every autograded cell: {grade id: (points earned, points)}."""
    return {notebook.grade_id(cell): determine_grade(cell) for cell in nb.cells if notebook.is_test(cell)}


def full_marks(nb):
    return {grade_id: (points, points) for grade_id, (_, points) in marks(nb).items()}


def test_the_solution_earns_every_point(solution):
    assert solution.failure is None
    assert marks(solution.notebook) == full_marks(solution.notebook) != {}


def test_the_untouched_release_earns_nothing(untouched):
    assert marks(untouched.notebook).keys()
    assert all(earned == 0 for earned, _ in marks(untouched.notebook).values())


# Without demos and under two seeds, the answer bank tries the solution too: exercise by exercise.
@pytest.mark.full
@pytest.mark.parametrize("seed", range(1, SEEDS_IN_FULL))
def test_full_marks_with_another_seed_and_without_demos(lab, seed):
    with on_one_core():
        execution = execute(without_demos(source_of(lab)), {"SEED": seed})
    assert execution.failure is None
    assert marks(execution.notebook) == full_marks(execution.notebook)
