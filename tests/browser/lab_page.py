"""JupyterLab in a browser, as a person sees and handles it."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page, expect


def choose(page: Page, menu: str, command: str) -> None:
    """Choose from JupyterLab's menu bar."""
    page.locator("#jp-MainMenu .lm-MenuBar-item", has_text=re.compile(f"^{menu}$")).click()
    page.locator(f'.lm-Menu li[data-command="{command}"]').click()


class LabPage:
    """One JupyterLab in one page. It waits for what a person would wait for, and never for a time."""

    def __init__(self, page: Page, pictures: Path):
        self.page = page
        self._pictures = pictures

    def open(self, url: str, token: str) -> None:
        """Open JupyterLab in a workspace of its own, and wait until it is there."""
        self.page.goto(f"{url}/lab/workspaces/{secrets.token_hex(4)}?token={token}")
        self.page.locator("#jupyterlab-splash").wait_for(state="detached")
        self.page.wait_for_function("() => window.jupyterapp && window.jupyterapp.restored.then(() => true)")
        expect(self.page.locator(".jp-DirListing-item").first).to_be_visible()

    def picture(self, name: str) -> None:
        """Keep a screenshot."""
        self.page.screenshot(path=self._pictures / f"{name}.png")

    def enter_folder(self, name: str) -> None:
        """Double-click a folder in the file browser."""
        self._listed(name).dblclick()
        expect(self.page.locator(".jp-BreadCrumbs-item").last).to_have_text(name)

    def go_to_top_folder(self) -> None:
        """Click the house above the file browser."""
        self.page.locator(".jp-BreadCrumbs-home").click()

    def open_file(self, name: str) -> None:
        """Double-click a file in the file browser."""
        self._listed(name).dblclick()

    def open_as_notebook(self, name: str) -> Notebook:
        """Open a script with the context menu: Open With → Notebook."""
        self._listed(name).click(button="right")
        self.page.locator(".lm-Menu-item", has_text="Open With").hover()
        self.page.locator(".lm-Menu .lm-Menu-itemLabel", has_text=re.compile("^Notebook$")).click()
        return Notebook(self.page)

    def dialog(self, kind: str) -> str:
        """Read and close one of nbgrader's dialogs."""
        dialog = self.page.locator(f".jp-Dialog.nbgrader-{kind}Dialog")
        text = dialog.locator(".jp-Dialog-content").inner_text()
        dialog.locator("button.jp-mod-accept").click()
        dialog.wait_for(state="detached")
        return text

    def _listed(self, name: str) -> Locator:
        return self.page.locator(".jp-DirListing-item", has=self.page.get_by_text(name, exact=True))


class Notebook:
    """The notebook in front."""

    def __init__(self, page: Page):
        self.page = page
        self.panel = page.locator(".jp-NotebookPanel:visible")
        self.cells = self.panel.locator(".jp-Notebook .jp-Cell")
        self.cells.first.wait_for()

    def wait_for_kernel(self) -> None:
        """Until the status bar says that the kernel waits for work; the toolbar says so too early."""
        expect(self.page.locator("#jp-bottom-panel")).to_contain_text("| Idle")

    def cell(self, text: str) -> Locator:
        """The first cell with a text."""
        return self.cells.filter(has_text=text).first

    def write(self, cell: Locator, text: str) -> None:
        """Replace what stands in a cell; a text must be shown rendered."""
        if "jp-MarkdownCell" in cell.get_attribute("class"):
            cell.locator(".jp-MarkdownOutput").dblclick()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)  # one event: typing would meet automatic indents and brackets
        lines = self.panel.locator(".cm-focused .cm-line")  # the cell may have been found by what it said before
        expect(lines).to_have_count(text.count("\n") + 1)

    def add_cell(self, text: str) -> None:
        """Write a new cell below the last one."""
        count = self.cells.count()
        self.cells.last.click()
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("b")
        expect(self.cells).to_have_count(count + 1)
        self.write(self.cells.last, text)

    def run(self, cell: Locator) -> None:
        """Run one cell and wait for its end."""
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+Enter")
        expect(cell.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"))

    def run_all(self) -> None:
        """Choose Run → Run All Cells and wait for the end."""
        choose(self.page, "Run", "runmenu:run-all")
        code = self.panel.locator(".jp-Notebook .jp-CodeCell:not(:has(.cm-placeholder))")
        expect(code.locator(".jp-InputPrompt", has_text=re.compile(r"\[\d+\]:"))).to_have_count(code.count())
        self.wait_for_kernel()

    def save(self) -> None:
        """Press Ctrl-S and wait until nothing is unsaved."""
        self.page.keyboard.press("ControlOrMeta+s")
        expect(self.page.locator("#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current.jp-mod-dirty")).to_have_count(0)

    def validate(self) -> None:
        """Press nbgrader's button Validate."""
        self.panel.locator("jp-button.validate-button").click()


class AssignmentList:
    """nbgrader's list of assignments, in a tab of JupyterLab."""

    def __init__(self, lab: LabPage):
        self.page = lab.page
        choose(self.page, "Nbgrader", "nbgrader:open-assignment-list")
        self.page.locator("#nbgrader-assignment-list").wait_for()

    def rows(self, state: str, count: int) -> Locator:
        """The assignments that are released, fetched or submitted, as soon as there are so many."""
        rows = self.page.locator(f"#{state}_assignments_list > .list_item")
        self.page.locator(f"#{state}_assignments_list_loading").wait_for(state="hidden")
        expect(rows).to_have_count(count)
        return rows

    def refresh(self) -> None:
        """Ask again what there is."""
        self.page.locator("#refresh_assignments_list").click()

    def open_notebook(self, name: str) -> Notebook:
        """Unfold the fetched assignment and open one of its notebooks."""
        self.page.locator("#fetched_assignments_list a.assignment-notebooks-link").click()
        link = self.page.locator("#fetched_assignments_list .collapse.in .item_name a")
        link.filter(has_text=re.compile(f"^{name}$")).click()
        return Notebook(self.page)


class FormgraderPage:
    """nbgrader's formgrader, in a tab of JupyterLab."""

    def __init__(self, lab: LabPage):
        self.page = lab.page
        choose(self.page, "Nbgrader", "nbgrader:open-formgrader")
        self.frame: FrameLocator = self.page.frame_locator("#formgrader iframe")
        self._wait_for_table()

    def row(self, cell: str, text: str) -> Locator:
        """The row of the table whose cell of a class has a text."""
        cells = self.frame.locator(f"td.{cell}", has_text=re.compile(f"^{re.escape(text)}$"))
        return self.frame.locator("#main-table tr", has=cells)

    def press(self, row: Locator, button: str, answer: str = "success") -> str:
        """Press a button of a row; what the dialog says that it brings."""
        row.locator(f"td.{button} a").click()
        dialog = self.frame.locator("#success-modal, #error-modal")
        text = dialog.locator(".modal-body").inner_text()
        assert dialog.get_attribute("id") == f"{answer}-modal", text
        dialog.locator(".modal-footer button").click()
        dialog.wait_for(state="detached")
        return text

    def follow(self, link: Locator) -> None:
        """Follow a link to a page with a table."""
        self._leave_by(link)
        self._wait_for_table()

    def open_submission(self, link: Locator) -> None:
        """Follow a link to the grading view; its fields are typable earlier, and emptied when the marks arrive."""
        self._leave_by(link)
        self._wait_for(
            "() => typeof formgrader !== 'undefined' && formgrader.loaded"
            " && formgrader.grades.loaded && formgrader.comments.loaded && MathJax.loaded"
        )

    def fill_in(self, field: Locator, text: str) -> None:
        """Fill in a field of the grading view, and leave it, which saves it."""
        with self.page.expect_response(lambda response: response.request.method == "PUT") as saved:
            field.fill(text)
            field.blur()
        assert saved.value.ok, saved.value.status

    def _leave_by(self, link: Locator) -> None:
        frame = self._document()
        with self.page.expect_event("framenavigated", lambda navigated: navigated == frame):
            link.click()

    def _wait_for_table(self) -> None:
        self._wait_for("() => typeof models !== 'undefined' && models && models.loaded === true")

    def _wait_for(self, condition: str) -> None:
        self._document().wait_for_function(condition)

    def _document(self):
        self.frame.locator("body").wait_for()
        return self.page.locator("#formgrader iframe").element_handle().content_frame()
