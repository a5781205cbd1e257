"""The table of `labgrader verify` for the documentation."""

from __future__ import annotations

from jinja2 import Environment

from .findings import Findings
from .report import counts, headings

TEMPLATE = """\
<table class="verify">
  <caption>Graders against answers</caption>
  <thead>
    <tr>{% for heading in headings %}<th scope="col">{{ heading }}</th>{% endfor %}</tr>
  </thead>
  {% for lab, rows in labs %}
  <tbody>
    <tr><th scope="rowgroup" colspan="{{ headings | length }}">{{ lab }}</th></tr>
    {% for one in rows %}
    <tr><th scope="row">{{ one.exercise }}</th>{% for count in counts(one) %}<td>{{ count }}</td>{% endfor %}</tr>
    {% endfor %}
  </tbody>
  {% endfor %}
</table>
"""


def html_table(findings: list[Findings]) -> str:
    """One table with a group of rows for each lab."""
    labs = {one.lab: [other for other in findings if other.lab == one.lab] for one in findings}
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(TEMPLATE)
    return template.render(headings=("exercise", *headings(findings)), labs=labs.items(), counts=counts)
