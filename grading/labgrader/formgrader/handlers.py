"""The requests that labgrader answers instead of nbgrader."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from nbgrader.server_extensions.formgrader import handlers
from nbgrader.server_extensions.formgrader.base import BaseApiHandler, check_notebook_dir, check_xsrf
from nbgrader.utils import temp_attrs
from tornado import web

from ..course import notebook_name
from . import commands

# One command at a time: a second click waits until the first is done.
_turn = asyncio.Lock()


def guarded(method: Callable[..., Awaitable[None] | None]) -> Callable[..., Awaitable[None] | None]:
    """A request method with the checks of nbgrader's own: login, XSRF token, a usable course folder."""
    checked: Callable[..., Any] = check_xsrf(check_notebook_dir(method))
    return web.authenticated(checked)


class AutogradeHandler(BaseApiHandler):
    """The button Autograde, which in nbgrader runs students' code as the user who clicked it."""

    @guarded
    async def post(self, lab: str, student: str) -> None:
        """Grade a submission in the sandbox."""
        async with _turn:
            said = await commands.grade(Path(self.coursedir.root), lab, student)
        self.write(json.dumps(said))


class GenerateHandler(BaseApiHandler):
    """The button Generate, which in nbgrader makes a release that no build has checked."""

    @guarded
    async def post(self, lab: str) -> None:
        """Build a lab if its script has changed, and register it in the gradebook.

        nbgrader generates a lab that has no script.
        """
        root = Path(self.coursedir.root)
        if not (root / "labs" / lab / f"{notebook_name(lab)}.py").is_file():
            self.write(json.dumps(self.api.generate_assignment(lab)))
            return
        async with _turn:
            built = await commands.build_if_out_of_date(root, lab)
        self.write(json.dumps(self._registered(lab, built["log"]) if built["success"] else built))

    def _registered(self, lab: str, log: str) -> Mapping[str, object]:
        """nbgrader's answer after registering the lab in the gradebook; the release it makes too is discarded."""
        with tempfile.TemporaryDirectory() as folder:
            nowhere = str(Path(folder).resolve())
            with temp_attrs(self.coursedir, release_directory=nowhere):
                made: Mapping[str, object] = self.api.generate_assignment(lab)
        return {"success": True, "log": log} if made["success"] else made


class SubmissionHandler(handlers.SubmissionHandler):
    """The grading view with current marks, which labgrader writes in another process."""

    @guarded
    def get(self, submission_id: str) -> None:
        """Show a submission."""
        self.gradebook.db.expire_all()
        super().get(submission_id)


HANDLERS = [
    (r"/formgrader/api/submission/([^/]+)/([^/]+)/autograde", AutogradeHandler),
    (r"/formgrader/api/assignment/([^/]+)/assign", GenerateHandler),
    (r"/formgrader/submissions/([^/]+)/?", SubmissionHandler),
]
