"""The chat page: plain files, served from this folder's `page/`."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

_PAGE = Path(__file__).parent / "page"
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
# Nothing from outside: the page works without a network and shows only what is in here.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: blob:; media-src 'self'; base-uri 'none'; form-action 'none'"
)


async def page(request: web.Request) -> web.StreamResponse:
    name = request.match_info.get("name") or "index.html"
    path = _PAGE / name
    if path.suffix not in _TYPES or path.parent != _PAGE or not path.is_file():
        raise web.HTTPNotFound
    headers = {
        "Content-Type": f"{_TYPES[path.suffix]}; charset=utf-8",
        "Cache-Control": "no-cache",
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(body=path.read_bytes(), headers=headers)


def add_routes(app: web.Application) -> None:
    app.router.add_get("/", page)
    app.router.add_get("/page/{name:[a-z0-9-]+\\.[a-z]+}", page)
