"""nbgrader's settings for students: start JupyterLab in the folder of this file, and they hold."""

c = get_config()  # noqa: F821  (nbgrader defines it)

# Validate stops a cell after 30 seconds by default; grading allows two minutes, and so does `python -m dllabs check`.
c.Execute.timeout = 120
c.Execute.interrupt_on_timeout = True
