"""The request handler of the Validate button, in place of nbgrader's own; see `dllabs.validate_button`."""

from __future__ import annotations

import asyncio
import html
import json
from pathlib import Path
from typing import Any

from nbgrader.server_extensions.validate_assignment.handlers import ValidateAssignmentHandler
from tornado import web

from dllabs.student.check import check
from dllabs.student.errors import UsageError


class ValidateHandler(ValidateAssignmentHandler):
    """Answers in nbgrader's format: `{"success": true, "value": {"failed": […]}}`, the value empty if all passes."""

    @web.authenticated
    async def post(self) -> None:
        """Check the notebook named in the request, without blocking the server."""
        path = self.get_argument("path", None) or (self.get_json_body() or {}).get("path", "")
        answer = await asyncio.get_running_loop().run_in_executor(None, self.validate_notebook, path)
        await self.finish(json.dumps(answer))

    def validate_notebook(self, path: str) -> dict[str, Any]:
        """Check the notebook at a path relative to the server's root; other courses' notebooks go to nbgrader.

        Raises HTTPError 403 for a path outside the root.
        """
        root = Path(self.root_dir).resolve()
        notebook = (root / path).resolve()
        if not notebook.is_relative_to(root):
            raise web.HTTPError(403, f"{path} lies outside of the server's folder.")
        try:
            verdict = check(notebook)
        except UsageError:
            answer: dict[str, Any] = super().validate_notebook(path)  # type: ignore[no-untyped-call]  # nbgrader's
            return answer
        failed = [
            {"source": finding.where, "error": html.escape(finding.what), "raw_error": finding.what}
            for finding in verdict.findings
        ]
        return {"success": True, "value": {"failed": failed} if failed else {}}
