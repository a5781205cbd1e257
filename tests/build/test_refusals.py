"""Each rule of the build against one tiny bad variant of a good lab: the expected cell and reason."""

from __future__ import annotations

import pytest
from lines_course import LAB, labgrader, rewrite

WHOLE_LAB = "the whole lab"
LINE_ID, TEST_ID = '"grade_id": "line"', '"grade_id": "test_line"'
SCORE = "[1.0, 3.0, 5.0])\n### END HIDDEN TESTS\ncheck.score()\n"
SOLUTION = """\
    ### BEGIN SOLUTION
    scaled_input = slope * x
    return scaled_input + offset
    ### END SOLUTION
"""
DEMO = 'grid = np.linspace(0, 1, 5)\nprint("a demo", grid.sum())'

BAD_SOURCES = {
    "duplicate grade id": ('"grade_id": "checks"', '"grade_id": "setup"', "setup", "more than one cell"),
    "missing grade id": ('"grade_id": "checks", ', "", "“Lines”, 'class Check:'", "no grade id"),
    "empty grade id": ('"grade_id": "checks"', '"grade_id": ""', "“Lines”, 'class Check:'", "no grade id"),
    "metadata no JSON": (TEST_ID, '"grade_id": test_line', "'check = Check(line, points=4)'", "cannot be read"),
    "metadata nbgrader refuses": ('"points": 4', '"points": "four"', "test_line", "does not accept"),
    "old schema": ('"points": 4, "schema_version": 3', '"points": 4, "schema_version": 1', "test_line", "schema"),
    "test cell without exercise": (LINE_ID, '"grade_id": "curve"', "test_line", "has no exercise"),
    "exercise without test cell": (LINE_ID, '"grade_id": "curve"', "curve", "'test_curve'"),
    "test cell of another name": (TEST_ID, '"grade_id": "line_test"', "line_test", "test_<exercise>"),
    "no hidden tests": (
        "### BEGIN HIDDEN TESTS\ncheck.expect(lambda: quiz[",
        "check.expect(lambda: quiz[",
        "test_quiz",
        "no hidden tests",
    ),
    "empty hidden tests": (
        'check.expect(lambda: quiz["through zero"] is True, True)\n',
        "",
        "test_quiz",
        "no hidden tests",
    ),
    "points differ": ("points=4", "points=5", "test_line", "says 5 points and its metadata 4"),
    "points not literal": ("points=4", "points=2 + 2", "test_line", "literal number"),
    "no Check": ("check = Check(line, points=4)", "check = make(line)", "test_line", "exactly once"),
    "score and semicolon": (SCORE, SCORE.replace("score()", "score();  # quiet"), "test_line", "must be the score"),
    "score printed": (SCORE, SCORE.replace("check.score()", "print(check.score())"), "test_line", "must be the score"),
    "score assigned": (
        SCORE,
        SCORE.replace("check.score()", "score = check.score()"),
        "test_line",
        "must be the score",
    ),
    "something after the score": (SCORE, SCORE + "line\n", "test_line", "must be the score"),
    "score hidden": (
        SCORE,
        "[1.0, 3.0, 5.0])\ncheck.score()\n### END HIDDEN TESTS\n",
        "test_line",
        "inside the hidden tests",
    ),
    "region never closed": ("    ### END SOLUTION\n", "", "line", "BEGIN SOLUTION is never closed"),
    "region never opened": ("    ### BEGIN SOLUTION\n", "", "line", "END SOLUTION closes nothing"),
    "regions nested": ("    return scaled", "    ### BEGIN SOLUTION\n    return scaled", "line", "do not nest"),
    "solution marker in a test cell": (
        SCORE,
        SCORE.replace("check.score", "### BEGIN SOLUTION\n### END SOLUTION\ncheck.score"),
        "test_line",
        "a solution cell",
    ),
    "hidden tests in a solution cell": (
        "    return scaled",
        "    ### BEGIN HIDDEN TESTS\n    ### END HIDDEN TESTS\n    return scaled",
        "line",
        "a test cell",
    ),
    "marker in prose": (
        "# A small lab",
        "# ### BEGIN SOLUTION\n# ### END SOLUTION\n# A small lab",
        "'# Lines'",
        "a solution cell",
    ),
    "code that is not Python": (DEMO, "grid = (", "“Exercise 1: a line”, 'grid = ('", "line 1 is not Python"),
    "no parameters": ('tags=["parameters"]', 'tags=["params"]', WHOLE_LAB, "no cell tagged"),
    "two parameters cells": (
        'tags=["demo"]',
        'tags=["demo", "parameters"]',
        "'grid = np.linspace(0, 1, 5)'",
        "second cell",
    ),
    "computed parameter": ("SEED = 0", "SEED = 1 + len(PROFILE)", "'PROFILE = \"quick\"'", "only assign literals"),
    "import among the parameters": ("SEED = 0", "import numpy", "'PROFILE = \"quick\"'", "only assign literals"),
    "mark needs a demo's name": ("line(np.arange(3),", "line(grid,", "test_line", "'grid', which the demo"),
    "helper needs a demo's name": ("return float(", "return grid and float(", "checks", "alone binds"),
    "demo rebinds a name": ("grid = np", "np.random.seed(0)\nline = np", "test_line", "'line', which the demo"),
    "demo rebinds by a loop": ("grid = np", "for Check in range(2):\n    pass\ngrid = np", "test_line", "rebinds"),
    "text jupytext would change": (
        "a picture alone.\n# ### END SOLUTION\n",
        "a picture alone.\n# ### END SOLUTION\n\n# %% [markdown]\nx = '''\n# %%\n",
        "\"x = '''\"",
        "not survive",
    ),
    "no version": ("  labgrader:\n#     version: 1.0.0", "  other: 1", WHOLE_LAB, "no version"),
    "no proper version": ("version: 1.0.0", "version: first", WHOLE_LAB, "no version"),
}

LOOK_ALIKES = [
    "### BEGIN SOLUTON",
    "## begin solution",
    "# BEGIN SOLUTION",
    "###BEGIN SOLUTION",
    "### BEGIN SOLUTION:",
    "### BEGIN  SOLUTION",
    "### BEGIN_SOLUTION",
    "### BEGINSOLUTION",
    "### Begin Solution",
    "### BGEIN SOLUTION",
    "### START SOLUTION",
    "### SOLUTION BEGIN",
    "### BEGIN S\N{CYRILLIC CAPITAL LETTER O}LUTION",
    "# BEGIN HIDDEN TEST",
    "### END HIDDEN TESTS!",
    "### BEGIN HIDEN TESTS",
    "#### END HIDDEN_TESTS",
    "x = 1  ### BEGIN SOLUTION",
    "x = 1  # end hidden tests",
    'print("BEGIN SOLUTION")',
]

HARMLESS = [
    "# the solution begins at theta = 0",
    "# hidden tests compare with Keras",
    "begin, solution = 0, 1",
    "# solution",
    "# at the end, the solution is the sum of all steps",
]

BAD_RELEASES = {
    "solution at module level": (
        'quiz = {"steeper": None, "through zero": None}\n',
        "",
        "quiz",
        "raises on Run All",
    ),
    "no region at all": (
        SOLUTION,
        "    return slope * x + offset\n",
        "line",
        "raises on Run All",
    ),
    "stub in a class body": (
        'def line(x, slope, offset=0.0):\n    """Points on a line."""\n' + SOLUTION,
        "class line:\n    ### BEGIN SOLUTION\n    attribute = 1\n    ### END SOLUTION\n",
        "line",
        "raises on Run All",
    ),
    "marker indented deeper than its block": (
        SOLUTION,
        SOLUTION.replace("    ###", "        ###"),
        "line",
        "not Python",
    ),
    "marker indented unlike its block": (
        SOLUTION,
        SOLUTION.replace("    ### BEGIN", "### BEGIN"),
        "line",
        "raises on Run All",
    ),
    "name only a solution binds": (
        "    ### END SOLUTION\n",
        "    ### END SOLUTION\n\n\n### BEGIN SOLUTION\nslopes = [1.0]\n### END SOLUTION\n"
        "# %% [markdown]\n# Next\n\n# %%\nlen(slopes)\n",
        "'len(slopes)'",
        "'slopes', which only a solution binds",
    ),
}


def refusals_of(course) -> list[str]:
    """The lines in which a build explains itself."""
    result = labgrader(course, "build", "--check")
    assert result.exit_code == 1
    assert "Nothing was built" in result.stderr
    return result.stderr.splitlines()


def assert_refused(course, cell: str, reason: str) -> None:
    refusals = refusals_of(course)
    assert [line for line in refusals if f"{cell}: " in line and reason in line], refusals


def test_the_good_lab_is_not_refused(course):
    assert "Nothing was built" not in labgrader(course, "build", "--check").stderr


@pytest.mark.parametrize(("old", "new", "cell", "reason"), BAD_SOURCES.values(), ids=BAD_SOURCES)
def test_a_bad_source_is_refused(course, old, new, cell, reason):
    rewrite(course.script(LAB), old, new)
    assert_refused(course, cell, reason)


@pytest.mark.parametrize("line", LOOK_ALIKES)
def test_what_looks_like_a_marker_is_refused(course, line):
    rewrite(course.script(LAB), DEMO, f"{DEMO}\n{line}")
    assert_refused(course, "'grid = np.linspace(0, 1, 5)'", "looks like a marker")


def test_what_looks_like_a_marker_is_refused_in_prose(course):
    rewrite(course.script(LAB), "# Why is a line", "# ### BEGIN SOLUTOIN\n# Why is a line")
    assert_refused(course, "'## Question 3'", "looks like a marker")


def test_words_of_markers_in_a_sentence_are_harmless(course):
    rewrite(course.script(LAB), DEMO, "\n".join([DEMO, *HARMLESS]))
    assert "Nothing was built" not in labgrader(course, "build", "--check").stderr


@pytest.mark.parametrize(("old", "new", "cell", "reason"), BAD_RELEASES.values(), ids=BAD_RELEASES)
def test_a_bad_release_is_refused(course, old, new, cell, reason):
    rewrite(course.script(LAB), old, new)
    assert_refused(course, cell, reason)


def test_a_hidden_line_in_the_release_is_refused_however_it_got_there(course):
    rewrite(course.config_file, "    ClearHiddenTests,\n    ClearMark", "    ClearMark")
    assert_refused(course, "test_line", "stands in the release")


def test_a_hidden_line_in_a_file_beside_the_release_is_refused(course):
    copies_the_script = f"""
def copy_the_script(assignment, **_):
    import shutil
    shutil.copy({str(course.script(LAB))!r}, f"release/{{assignment}}/lines.py")

c.GenerateAssignment.post_convert_hook = copy_the_script
"""
    with course.config_file.open("a") as config:
        config.write(copies_the_script)
    assert_refused(course, "line", "'scaled_input = slope * x' stands in the release")


def test_jupytext_metadata_in_the_release_is_refused(course):
    adds_metadata = """
from nbgrader.preprocessors import NbGraderPreprocessor

class AddJupytext(NbGraderPreprocessor):
    def preprocess(self, nb, resources):
        nb.metadata["jupytext"] = {"formats": "ipynb,py:percent"}
        return nb, resources

c.GenerateAssignment.preprocessors.append(AddJupytext)
"""
    with course.config_file.open("a") as config:
        config.write(adds_metadata)
    assert_refused(course, WHOLE_LAB, "jupytext metadata")


def test_a_solution_of_more_than_two_mib_is_refused(course):
    rewrite(course.script(LAB), DEMO, 'for _ in range(30_000):\n    print("x" * 99)')
    result = labgrader(course, "build")
    assert result.exit_code == 1
    assert f"{LAB} · {WHOLE_LAB}: its solution weighs 3.2 MiB" in result.stderr
    assert not course.solutions.exists()


def test_all_refusals_of_all_labs_are_printed_at_once(built):
    rewrite(built.script(LAB), "points=4", "points=5")
    rewrite(built.script(LAB), "version: 1.0.0", "other: 1")
    rewrite(built.script("02_other"), "SEED = 0", "SEED = print()")
    refusals = "\n".join(refusals_of(built))
    for expected in (f"{LAB} · test_line", f"{LAB} · {WHOLE_LAB}", "02_other · “Other lines”"):
        assert expected in refusals
