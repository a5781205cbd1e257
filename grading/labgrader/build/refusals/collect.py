"""All problems of a lab at once, so that its author need not fix them one build at a time."""

from __future__ import annotations

from pathlib import Path

from ... import notebook
from ..lab import Lab, Refusal
from ..released import Record
from .code import cells_that_do_not_parse, lossy_script, marks_that_depend_on_demos, parameters_cell
from .exercises import (
    exercises_without_test,
    points_that_differ,
    tests_without_exercise,
    tests_without_hidden_tests,
    tests_without_score,
)
from .markers import misplaced_markers, misspelt_markers, unbalanced_markers
from .metadata import duplicate_grade_ids, missing_grade_ids, missing_version, unreadable_metadata
from .release import (
    changed_without_new_version,
    jupytext_metadata,
    leaked_lines,
    names_only_a_solution_binds,
    release_cells_that_do_not_parse,
    stubs_that_stop_run_all,
)


def source_refusals(lab: Lab) -> list[Refusal]:
    """The problems of a lab before anything is generated."""
    metadata = [*unreadable_metadata(lab), *missing_grade_ids(lab), *duplicate_grade_ids(lab)]
    if metadata:
        return metadata  # every other rule reads the metadata
    unparsable = list(cells_that_do_not_parse(lab))
    broken = [*unbalanced_markers(lab), *misspelt_markers(lab), *misplaced_markers(lab)]
    structure = [*exercises_without_test(lab), *tests_without_exercise(lab), *parameters_cell(lab)]
    if unparsable:
        return [*unparsable, *broken, *missing_version(lab)]  # the rest reads the code
    return [
        *structure,
        *broken,
        *tests_without_hidden_tests(lab),
        *points_that_differ(lab),
        *tests_without_score(lab),
        *marks_that_depend_on_demos(lab),
        *missing_version(lab),
        *lossy_script(lab),
    ]


def release_refusals(lab: Lab, folder: Path, record: Record) -> list[Refusal]:
    """The problems of a lab's generated release; `record` holds what has been published."""
    release = notebook.read(folder / lab.notebook_file.name)
    return [
        *leaked_lines(lab, folder),
        *release_cells_that_do_not_parse(lab, release),
        *stubs_that_stop_run_all(lab, release),
        *names_only_a_solution_binds(lab, release),
        *jupytext_metadata(lab, release),
        *changed_without_new_version(lab, folder, record),
    ]
