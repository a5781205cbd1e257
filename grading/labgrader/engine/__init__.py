"""The grading engine: sanitize with nbgrader's preprocessors → execute, in parallel → record, one writer."""
