"""The outputs that must never change are those of the committed solution, by nbval's own comparison.

`pytest --nbval-lax solutions/<lab>/<name>.ipynb` makes the same comparison with an execution of its own.
"""

from executions import COURSE, committed_solution_of
from labgrader import notebook
from nbval.plugin import IPyNbCell, IPyNbFile

DETERMINISTIC = "nbval-check-output"
OPTIONS = {"skip": False, "check": True, "check_exception": False}


def is_compared(cell):
    return notebook.is_test(cell) or notebook.has_tag(cell, DETERMINISTIC)


def test_deterministic_outputs_are_those_of_the_solution(lab, solution, request):
    (path,) = (COURSE.solutions / lab).glob("*.ipynb")
    file = IPyNbFile.from_parent(request.session, path=path)
    committed = committed_solution_of(lab).cells
    executed = solution.notebook.cells
    assert [cell.source for cell in executed] == [cell.source for cell in committed]
    demos = 0
    for number, (new, old) in enumerate(zip(executed, committed, strict=True)):
        if is_compared(old):
            demos += not notebook.is_test(old)
            cell = IPyNbCell.from_parent(file, name=f"cell {number}", cell_num=number, cell=old, options=OPTIONS)
            assert cell.compare_outputs(new.outputs, old.outputs), "\n".join(cell.comparison_traceback)
    assert demos, "no demo is marked as deterministic"
