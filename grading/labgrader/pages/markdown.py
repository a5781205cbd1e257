"""Markdown as sanitized HTML, with its formulas as MathML."""

from __future__ import annotations

import html
import re
import secrets
from typing import TypeAlias

from bs4 import BeautifulSoup
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath

from .clean import clean
from .formulas import formula

# The attachments of a cell: base64 text by MIME type, by file name.
Attachments: TypeAlias = dict[str, dict[str, str]]


def markdown_to_html(source: str, attachments: Attachments | None = None) -> str:
    """Render Markdown; everything is sanitized except the formulas, which are generated here."""
    renderer = _Renderer(attachments)
    soup = BeautifulSoup(clean(MarkdownWithMath(renderer=renderer).render(source)), "html.parser")
    for text in soup.find_all(string=renderer.mark):
        shown = renderer.mark.sub(renderer.as_html, html.escape(text, quote=False))
        text.replace_with(BeautifulSoup(shown, "html.parser"))
    for image in soup("img"):  # a formula in the description of an image stays LaTeX
        image.attrs = {name: renderer.mark.sub(renderer.as_latex, str(value)) for name, value in image.attrs.items()}
    return str(soup)


class _Renderer(IPythonRenderer):
    """Replaces each formula with a mark, so that sanitizing can be strict about everything else."""

    def __init__(self, attachments: Attachments | None):
        super().__init__(escape=False, attachments=attachments, exclude_anchor_links=True)
        secret = secrets.token_hex(8)  # so that a mark cannot be forged
        self.mark = re.compile(rf"formula{secret}x(\d+)x")
        self._mark = f"formula{secret}x{{}}x"
        self._formulas: list[tuple[str, bool]] = []

    def as_html(self, mark: re.Match[str]) -> str:
        """The formula of a mark."""
        latex, block = self._formulas[int(mark[1])]
        return formula(latex, block=block)

    def as_latex(self, mark: re.Match[str]) -> str:
        """The formula of a mark as it was written."""
        return self._formulas[int(mark[1])][0]

    def _keep(self, latex: str, *, block: bool) -> str:
        self._formulas.append((latex, block))
        return self._mark.format(len(self._formulas) - 1)

    def block_math(self, body: str) -> str:
        """A formula on separate lines."""
        return self._keep(body, block=True)

    def inline_math(self, body: str) -> str:
        """A formula in a line of text."""
        return self._keep(body, block=False)

    def latex_environment(self, name: str, body: str) -> str:
        """An environment such as align."""
        return self._keep(f"\\begin{{{name}}}{body}\\end{{{name}}}", block=True)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """An image; its description alone when the notebook lacks it."""
        try:
            return super().image(text, url, title)
        except InvalidNotebook:
            return html.escape(text)
