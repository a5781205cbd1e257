{%- extends 'nbgrader/manage_submissions.tpl' -%}

{%- block messages -%}
{{ super() | replace('nbgrader autograde', 'labgrader grade') }}
{%- endblock -%}
