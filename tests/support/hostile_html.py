"""What a student may write to make something run in the pages about their submission; all of it wants to call alert."""

from __future__ import annotations

from nbformat import NotebookNode, v4

MARKDOWN = [
    "<script>alert('script')</script>",
    "<img src=x onerror=\"alert('image')\">",
    "<svg onload=\"alert('svg')\"><script>alert('svg')</script></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert('mutation')>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert('mutation')&gt;\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert('noscript')>\">",
    "<iframe srcdoc=\"<script>parent.alert('frame')</script>\"></iframe>",
    "<object data=\"data:text/html,<script>alert('object')</script>\"></object>",
    "<details open ontoggle=\"alert('toggle')\"><summary>open</summary></details>",
    "<form><input autofocus onfocus=\"alert('focus')\"></form>",
    "<base href='https://elsewhere.example/'><meta http-equiv='refresh' content='0;url=https://elsewhere.example/'>",
    "<link rel='stylesheet' href='https://elsewhere.example/x.css'><img src='https://elsewhere.example/x.png'>",
    "<style>@import 'https://elsewhere.example/x.css'; body { display: none }</style>",
    "<div style=\"background: url('https://elsewhere.example/x.png'); position: fixed; inset: 0\">cover</div>",
    "[link](javascript:alert('link')) <a href=\" javascript:alert('link')\">link</a>",
    r"$\text{<img src=x onerror=alert('formula')>}$ $\href{javascript:alert('formula')}{x}$",
    r"![$\text{ onerror=alert('alt') x=}$](data:image/png;base64,AAAA)",
    "![missing](attachment:missing.png)",
    r"$\def\a{\a\a}\a$",
    "```mermaid\n<img src=x onerror=alert('diagram')>\n```",
    # The fields of the grading view are found by id and class.
    "<div class='nbgrader_cell'><p id='explain' class='score tabbable'>not a field</p></div>",
]

OUTPUTS = """
from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display

display(HTML("<script>alert('html output')</script><b onmouseover=\\"alert('html output')\\">harmless</b>"))
display(HTML("<img src=x onerror=alert('html output')>"), metadata={"text/html": {"isolated": True}})
display(Javascript("alert('javascript output')"))
display(Markdown("<img src=x onerror=alert('markdown output')>"))
display(Latex("<img src=x onerror=alert('latex output')>"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload=\\"alert('svg output')\\"><script>1</script></svg>"))
display({"text/vnd.mermaid": "<img src=x onerror=alert('diagram output')>"}, raw=True)
widget = {"model_id": "</script><script>alert('widget')</script>"}
display({"application/vnd.jupyter.widget-view+json": widget}, raw=True)
display(
    {"image/png": "\\"><script>alert('png')</script>"},
    raw=True,
    metadata={"image/png": {"width": "1 onerror=alert('width')", "alt": "\\"><script>alert('alt')</script>"}},
)
print("<script>alert('stream')</script>")
raise RuntimeError("<script>alert('error')</script>")
"""


def add_hostile_cells(nb: NotebookNode) -> NotebookNode:
    """The notebook with all of it at its end."""
    nb.cells += [v4.new_markdown_cell(text) for text in MARKDOWN]
    nb.cells.append(v4.new_raw_cell("<script>alert('raw')</script>", metadata={"raw_mimetype": "text/html"}))
    tags = ["\"><script>alert('tag')</script>"]
    nb.cells.append(v4.new_code_cell(OUTPUTS, metadata={"tags": tags}))
    return nb
