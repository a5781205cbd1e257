"""What a reader of the solution and a student with the untouched release see after Run All."""

import re

import pytest
from executions import release_of, solution_of, untouched_of
from labgrader import notebook

IMAGE = re.compile(r"<img [^>]*>")


def outputs(nb, kind):
    return [
        output for cell in nb.cells if cell.cell_type == "code" for output in cell.outputs if output.output_type in kind
    ]


def printed(nb):
    return "".join(output.text for output in outputs(nb, {"stream"}))


def test_run_all_on_the_release_goes_through(untouched):
    assert untouched.failure is None


def test_demos_of_the_release_say_what_they_wait_for(lab, untouched):
    demos_that_wait = sum("needs(" in cell.source for cell in release_of(lab).cells if notebook.has_tag(cell, "demo"))
    assert printed(untouched.notebook).count("This demo needs your") == demos_that_wait > 0


def test_every_check_of_the_release_says_what_to_do(untouched):
    reports = [
        output.data["text/plain"]
        for output in outputs(untouched.notebook, {"display_data"})
        if "checks passed" in output.data.get("text/plain", "")
    ]
    assert reports
    for report in reports:
        assert "not written yet" in report or "yet for question" in report, report


@pytest.mark.parametrize("executed", [solution_of, untouched_of])
def test_nothing_is_written_to_stderr(lab, executed):
    streams = outputs(executed(lab).notebook, {"stream"})
    assert [output.text for output in streams if output.name == "stderr"] == []


def test_every_claim_is_shown(solution):
    text = printed(solution.notebook)
    assert "✓" in text
    assert "✗" not in text


def test_every_figure_has_alt_text(solution):
    displayed = outputs(solution.notebook, {"display_data", "execute_result"})
    images = [image for output in displayed for image in IMAGE.findall(output.data.get("text/html", ""))]
    assert images
    assert all(len(re.search(r'alt="([^"]*)"', image)[1]) > 20 for image in images)
    assert not any(key.startswith("image/") for output in displayed for key in output.data)
