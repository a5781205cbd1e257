"""What answers nbgrader's Validate button in place of nbgrader's own handler; see `dllabs.validate_button`."""

import asyncio
import html
import json
from pathlib import Path

from nbgrader.server_extensions.validate_assignment.handlers import ValidateAssignmentHandler
from tornado import web

from dllabs.student.check import check
from dllabs.student.errors import UsageError


class ValidateHandler(ValidateAssignmentHandler):
    """Answers as nbgrader does: `{"success": true, "value": {"failed": […]}}`, an empty value when all is well."""

    @web.authenticated
    async def post(self):
        """Check the notebook that the request names, while the server goes on with its work."""
        path = self.get_argument("path", None) or (self.get_json_body() or {}).get("path", "")
        answer = await asyncio.get_running_loop().run_in_executor(None, self.validate_notebook, path)
        await self.finish(json.dumps(answer))

    def validate_notebook(self, path):
        """The verdict on the notebook at a path below the server's root."""
        root = Path(self.root_dir).resolve()
        notebook = (root / path).resolve()
        if not notebook.is_relative_to(root):
            raise web.HTTPError(403, f"{path} lies outside of the server's folder.")
        try:
            verdict = check(notebook)
        except UsageError:
            return super().validate_notebook(path)
        failed = [
            {"source": finding.where, "error": html.escape(finding.what), "raw_error": finding.what}
            for finding in verdict.findings
        ]
        return {"success": True, "value": {"failed": failed} if failed else {}}
