"""Which module-level names a cell binds and which it needs, found without running it."""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from IPython.core.inputtransformer2 import TransformerManager

# What every kernel provides before the first cell.
PROVIDED = frozenset(dir(builtins)) | {"In", "Out", "_", "__", "___", "display", "exit", "get_ipython", "quit"}

STAR = "*"


@dataclass(frozen=True)
class Names:
    """The module-level names of a cell; `STAR` among `binds` stands for a star import."""

    binds: frozenset[str]
    needs: frozenset[str]


def names_of(source: str) -> Names:
    """The names a cell binds, and those it needs from other cells.

    A name that the cell itself binds before it uses it is not needed. The body of a function is taken to run after
    the cell, so any binding in the cell serves it. Raises SyntaxError for a cell that does not parse.
    """
    flow = Flow()
    flow.visit(parse(source))
    needs = flow.needs | (flow.later - flow.binds)
    return Names(frozenset(flow.binds), frozenset(needs - PROVIDED))


def parse(source: str) -> ast.Module:
    """The syntax tree of a cell, whose magics IPython turns into function calls first; raises SyntaxError."""
    return ast.parse(TransformerManager().transform_cell(source))


class Flow(ast.NodeVisitor):
    """Visits the syntax tree of a cell in execution order."""

    def __init__(self) -> None:
        self.binds: set[str] = set()
        self.needs: set[str] = set()
        self.later: set[str] = set()  # what functions need when they are called
        self.hidden: set[str] = set()  # loop variables of the enclosing comprehensions

    def use(self, name: str) -> None:
        if name not in self.binds | self.hidden:
            self.needs.add(name)

    def _bind(self, name: str | None) -> None:
        if name is not None:
            self.binds.add(name)

    def visit_in_order(self, *nodes: ast.AST | Sequence[ast.AST] | None) -> None:
        for node in nodes:
            if isinstance(node, ast.AST):
                self.visit(node)
            elif node is not None:
                self.visit_in_order(*node)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self.binds.add(node.id)
        else:
            self.use(node.id)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit_in_order(node.value, node.targets)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit_in_order(node.annotation, node.value)
        if node.value is not None:
            self.visit(node.target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self.use(node.target.id)
        self.visit_in_order(node.value, node.target)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit_in_order(node.value, node.target)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit_in_order(node.iter, node.target, node.body, node.orelse)

    visit_AsyncFor = visit_For

    def visit_alias(self, node: ast.alias) -> None:
        self.binds.add((node.asname or node.name).split(".")[0])

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        self.visit_in_order(node.type)
        self._bind(node.name)
        self.visit_in_order(node.body)

    def visit_MatchAs(self, node: ast.MatchAs | ast.MatchStar) -> None:
        self.generic_visit(node)
        self._bind(node.name)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        self.generic_visit(node)
        self._bind(node.rest)

    def visit_comprehension_expression(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    ) -> None:
        first = node.generators[0].iter  # evaluated outside
        self.visit(first)
        outside = self.hidden
        targets = (name for generator in node.generators for name in ast.walk(generator.target))
        self.hidden = outside | {name.id for name in targets if isinstance(name, ast.Name)}
        for generator in node.generators:
            self.visit_in_order(None if generator.iter is first else generator.iter, generator.ifs)
        self.visit_in_order(*(getattr(node, field, None) for field in ("key", "value", "elt")))
        self.hidden = outside

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_expression

    def visit_scope(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef) -> None:
        """Visit a function or class, whose globals are those in the compiler's symbol tables."""
        outer = symtable.symtable(ast.unparse(node), "cell", "exec")
        for symbol in outer.get_symbols():
            if symbol.is_referenced() and not symbol.is_assigned():
                self.use(symbol.get_name())
        for table, runs_now in inner_tables(outer):
            used = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
            if runs_now:
                for name in used:
                    self.use(name)
            self.later |= used - self.hidden
            self.binds |= {s.get_name() for s in table.get_symbols() if s.is_declared_global() and s.is_assigned()}
        if not isinstance(node, ast.Lambda):
            self.binds.add(node.name)

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_scope


def inner_tables(table: symtable.SymbolTable) -> Iterator[tuple[symtable.SymbolTable, bool]]:
    """All scopes inside a scope, and whether they run at once as class bodies do."""
    for child in table.get_children():
        runs_now = child.get_type() == "class"
        yield child, runs_now
        for inner, inner_runs_now in inner_tables(child):
            yield inner, runs_now and inner_runs_now
