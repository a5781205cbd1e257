"""Links that open the labs without installing anything, for a repository that students may read."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from .settings import Publish

LABS = "release"  # the folder to open


def links(settings: Publish) -> str:
    """Markdown list of links; empty when the course has named no repository."""
    if not settings.repository:
        return ""
    found = [f"- [Binder]({binder(settings)}): a temporary machine; download your notebook before you leave."]
    if settings.hub:
        found.append(f"- [Your JupyterHub]({nbgitpuller(settings)}): fetches the labs, keeps what you have written.")
    return "\n".join(found)


def binder(settings: Publish) -> str:
    """The Binder address of the repository."""
    parts = urlsplit(settings.repository)
    path = parts.path.strip("/").removesuffix(".git")
    branch = quote(settings.branch, safe="")
    if parts.hostname == "github.com" and path.count("/") == 1:
        place = f"gh/{path}/{branch}"
    else:
        place = f"git/{quote(settings.repository, safe='')}/{branch}"
    return f"https://mybinder.org/v2/{place}?urlpath=lab/tree/{LABS}"


def nbgitpuller(settings: Publish) -> str:
    """The address at which the course's hub fetches the repository."""
    folder = urlsplit(settings.repository).path.rstrip("/").rpartition("/")[2].removesuffix(".git")
    target = quote(f"lab/tree/{folder}/{LABS}", safe="")
    repository, branch = quote(settings.repository, safe=""), quote(settings.branch, safe="")
    hub = settings.hub.rstrip("/")
    return f"{hub}/hub/user-redirect/git-pull?repo={repository}&branch={branch}&urlpath={target}"
