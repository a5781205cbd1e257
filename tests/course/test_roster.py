"""`labgrader roster`: lists of participants as systems export them and as people write them."""

from __future__ import annotations

import pytest
from nbgrader.api import Gradebook

FILES = {
    "one's own": ("student_id,first_name,last_name,email\nada,Ada,King,ada@example.org\n", "ada", ""),
    "Moodle's participants, from Excel": (
        "\ufeffFirst name;Last name;Username;Email address\r\nAda;King;ada;ada@example.org\r\n",
        "ada",
        "",
    ),
    "Moodle's gradebook": (
        'First name,Last name,"ID number",Institution,Department,"Email address","Course total (Real)"\n'
        "Ada,King,,,,ada@example.org,9\n",
        "ada@example.org",
        "",
    ),
    "Canvas' gradebook": (
        "Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (77)\n"
        "    Points Possible,,,,,9\n"
        '"King, Ada",31,900,ada,DL,7\n'
        '"Student, Test",99,,0ffab,DL,\n',
        "ada",
        "31",
    ),
}


def students(course) -> dict[str, tuple]:
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        return {one.id: (one.first_name, one.last_name, one.email, one.lms_user_id) for one in gradebook.students}


@pytest.mark.parametrize(("text", "user_name", "number"), FILES.values(), ids=FILES)
def test_exports_of_all_kinds_are_understood(course, labgrader, tmp_path, text, user_name, number):
    (tmp_path / "list.csv").write_text(text, encoding="utf-8", newline="")
    done = labgrader("roster", tmp_path / "list.csv")
    assert done.exit_code == 0, done.output
    assert "1 added, 0 updated, 0 unchanged" in done.stdout
    first, last, email, lms_user_id = students(course)[user_name]
    assert (first, last, lms_user_id or "") == ("Ada", "King", number)
    assert email in ("ada@example.org", None)
    assert students(course).keys() == {user_name}


def test_a_second_list_updates_and_removes_nobody(course, labgrader, tmp_path, enter):
    enter(ada={"first_name": "Ada", "email": "old@example.org"}, bob={"first_name": "Bob"})
    path = tmp_path / "list.csv"
    path.write_text("username,first name,surname,e-mail\nada,Ada,King,\neve,Eve,Roe,eve@example.org\n")
    done = labgrader("roster", path)
    assert "1 added, 1 updated, 0 unchanged; the user names are those of the column 'username'." in done.stdout
    assert "In the gradebook and not in the file, left there with their marks: bob." in done.stdout
    assert students(course) == {
        "ada": ("Ada", "King", "old@example.org", None),
        "bob": ("Bob", None, None, None),
        "eve": ("Eve", "Roe", "eve@example.org", None),
    }
    assert "0 added, 0 updated, 2 unchanged" in labgrader("roster", path).stdout
    assert len(list((course.root / ".labgrader" / "backups").iterdir())) == 2


BROKEN = {
    "no user names": ("first name,last name\nAda,King\n", "has no column of user names"),
    "empty": ("\n", "is empty"),
    "nobody": ("username\n", "names nobody"),
    "twice": ("username\nada\neve\nada\n", "line 2: ada stands in 2 lines"),
    "a path": ("username\n../ada\n", "line 2: '../ada' cannot be a user name"),
    "a gap": ("username,first name\nada,Ada\n,Eve\n", "line 3, names nobody"),
    "not text": ("username\nZoë\n".encode("latin-1"), "is not readable as UTF-8 text"),
}


@pytest.mark.parametrize(("content", "sentence"), BROKEN.values(), ids=BROKEN)
def test_a_list_that_is_wrong_changes_nothing(course, labgrader, tmp_path, content, sentence):
    (tmp_path / "list.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    done = labgrader("roster", tmp_path / "list.csv")
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert students(course) == {}
