"""Which names a cell binds and which it needs."""

from __future__ import annotations

import pytest
from labgrader.build.names import STAR, names_of

CASES = [
    ("x = x + 1", "x", "x"),
    ("x += y", "x", "x y"),
    ("x: int", "", ""),
    ("x: Type = 1", "x", "Type"),
    ("a, (b, *c) = d", "a b c", "d"),
    ("a.b = c[d] = 1", "", "a c d"),
    ("del x", "", "x"),
    ("import os.path, numpy as np\nfrom m import a as b", "os np b", ""),
    ("from m import *", STAR, ""),
    ("print(len(x), display(In))", "", "x"),
    ("for i in range(n):\n    s += i", "i s", "n s"),
    ("while (line := read()):\n    pass\nelse:\n    line", "line", "read"),
    ("with open(p) as f, needs(g):\n    text = f.read()\ntext", "f text", "p g needs"),
    ("try:\n    import a\nexcept Missing as e:\n    a = e", "a e", "Missing"),
    ("match v:\n    case {'k': q, **r}: q\n    case [x, *y] if z: y", "q r x y", "v z"),
    ("y = [i for i in x if i > z]", "y", "x z"),
    ("y = {k: i for i, k in x for i in i}", "y", "x"),
    ("x = [x for x in x]", "x", "x"),
    ("y = [last := i for i in x]", "y last", "x"),
    ("f'{a:{b}}'", "", "a b"),
    # The body of a function runs later: any binding in the cell will do.
    ("def f(a, b=q):\n    c = a\n    return c + g + h\ng = 1", "f g", "q h"),
    ("def f(n):\n    return f(n - 1)", "f", ""),
    ("f = lambda a: a + g", "f", "g"),
    ("def f():\n    global total\n    total = 1", "f total", ""),
    ("def f():\n    x = 1\n    def g():\n        return x + y\n    return g", "f", "y"),
    ("@deco\ndef f(x: Type) -> Other: ...", "f", "deco Type Other"),
    # The body of a class runs at once.
    ("class A(B):\n    k = v\n    def m(self):\n        return k + w\nv = 1", "A v", "B v k w"),
    ("class A:\n    x = 1\n    y = x", "A", ""),
    # IPython's own language.
    ("%matplotlib inline\n!ls $folder\nfiles = !ls\nx?\ny", "files", "y"),
    ("%%time\nx = y", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("source", "binds", "needs"), CASES)
def test_names(source, binds, needs):
    names = names_of(source)
    assert (set(names.binds), set(names.needs)) == (set(binds.split()), set(needs.split()))


def test_a_cell_that_is_not_python_is_a_syntax_error():
    with pytest.raises(SyntaxError):
        names_of("x = (")
