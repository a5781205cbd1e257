"""What `python -m dllabs check` says of a real lab, judged on the executions this folder makes anyway."""

import copy

from dllabs.student.check import judge
from dllabs.student.execute import Execution
from dllabs.student.release import recorded
from executions import release_of, source_of
from labgrader import notebook
from labgrader.answers import apply_answers, solved_answers


def test_an_untouched_lab_is_a_list_of_open_questions(lab, untouched):
    release = release_of(lab)
    verdict = judge(release, recorded(release), Execution(untouched.notebook, 0.0), lab)
    wanted = [one.name for one in recorded(release).exercises if not one.graded.bonus]
    assert [(finding.where, finding.what) for finding in verdict.findings] == [
        (name, "not answered yet") for name in wanted
    ]


def test_a_solved_lab_lacks_only_the_written_answers(lab, solution):
    release = release_of(lab)
    mine = apply_answers(release, solved_answers(source_of(lab)))
    executed = copy.deepcopy(mine)
    for cell, ran in zip(executed.cells, solution.notebook.cells, strict=True):
        assert notebook.grade_id(cell) == notebook.grade_id(ran)
        if cell.cell_type == "code":
            cell.outputs = ran.outputs
    verdict = judge(mine, recorded(release), Execution(executed, 0.0), lab)
    written = [one.name for one in verdict.exercises if one.by_person and not one.bonus]
    assert [(finding.where, finding.what) for finding in verdict.findings] == [
        (name, "not answered yet") for name in written
    ]
    assert all(one.earned == one.points for one in verdict.exercises if not one.by_person)
