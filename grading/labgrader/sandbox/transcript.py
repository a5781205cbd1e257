"""What one cell publishes, kept as the outputs a notebook stores, up to a limit in bytes."""

from __future__ import annotations

import json
from typing import Any

from jupyter_client.session import json_packer

from ..job import Output
from .protocol import OUTPUT_FIELDS

# The size of an output without its text.
OUTPUT_OVERHEAD = 100


class OutputLimitExceeded(BaseException):
    """A cell published more than its limit; an `except Exception` in the cell does not catch this."""


class Transcript:
    """The outputs of the current cell; consecutive pieces of one stream are one output, as front ends show them."""

    def __init__(self) -> None:
        self.begin(0)

    def begin(self, budget: int) -> None:
        """Forget the previous cell, and accept up to `budget` bytes from the next one."""
        self.outputs: list[Output] = []
        self.is_full = False
        self._budget = budget
        self._room = budget
        self._clears_before_next = False
        self._displays: dict[str, list[Output]] = {}

    def take(self, kind: str, content: dict[str, Any]) -> None:
        """Record a kernel message, as nbclient does; messages other than outputs are ignored.

        Raises OutputLimitExceeded, from the message that exceeds the limit until the next cell begins.
        """
        content = json.loads(json_packer(content))  # what a client would receive
        display_id = (content.get("transient") or {}).get("display_id")
        if kind == "clear_output":
            self._clear(content.get("wait", False))
        elif kind == "update_display_data":
            self._update(display_id, content)
        elif kind == "error":
            self._add(kind, self._shortened(content))
        elif kind in ("stream", "display_data", "execute_result"):
            self._pay_for(content["text"] if kind == "stream" else content["data"])
            self._update(display_id, content)
            self._add(kind, content, display_id)

    def _add(self, kind: str, content: dict[str, Any], display_id: str | None = None) -> None:
        if self._clears_before_next:
            self._clear(wait=False)
        last = self.outputs[-1] if self.outputs else {}
        if kind == "stream" and last.get("name") == content["name"] and last["output_type"] == "stream":
            last["text"] += content["text"]
            return
        output = {"output_type": kind, **{name: content[name] for name in OUTPUT_FIELDS[kind]}}
        self.outputs.append(output)
        if display_id:
            self._displays.setdefault(display_id, []).append(output)

    def _update(self, display_id: str | None, content: dict[str, Any]) -> None:
        """Replace the content of this cell's displays with this id; outputs of earlier cells do not change."""
        for output in self._displays.get(display_id, ()) if display_id else ():
            self._pay_for(content["data"])
            output["data"], output["metadata"] = content["data"], content["metadata"]

    def _clear(self, wait: bool) -> None:
        self._clears_before_next = wait
        if not wait:
            self.outputs.clear()
            self._displays.clear()

    def _pay_for(self, data: str | dict[str, Any]) -> None:
        self._room -= len(json.dumps(data)) + OUTPUT_OVERHEAD
        if self._room < 0:
            self.is_full = True
        if self.is_full:
            raise OutputLimitExceeded(f"a cell may publish {self._budget} bytes, this one published more")

    def _shortened(self, error: dict[str, Any]) -> dict[str, Any]:
        """The content of an error, which is always recorded, shortened to fit the limit."""
        room = max(self._room, 4096)
        if len(json.dumps(error)) <= room:
            return error
        self.is_full = True
        return {"ename": error["ename"][:200], "evalue": error["evalue"][: room // 12], "traceback": []}
