"""The JSON interface for people: every route with its fields and a line to try, made from the OpenAPI description."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI
from markupsafe import Markup
from nicegui import ui

from overstretch.app.pages import frame

LEAD = "The same functions as the pages, under the same limits. The machine-readable description is at /openapi.json."
TRIED: dict[str, dict[str, Any]] = {
    "/api/explain": {"text": "Germany will spend 3.5% of GDP on defence by 2029"},
    "/api/ask": {"question": "core_share(DEU, 2029) >= 3.5", "futures": 2048},
    "/api/answer": {"name": "pledge", "ally": ["DEU"], "year": 2035},
    "/api/check": {
        "text": "The minister said that Germany will spend 3.5% of GDP on defence by 2029.",
        "futures": 2048,
    },
    "/api/ledger": {"kind": "Russia", "count": 10},
}
HEAD = Markup(
    '<thead><tr><th scope="col">Field</th><th scope="col">Takes</th><th scope="col">Default</th></tr></thead>'
)


def add_page(app: FastAPI) -> None:
    """Register the page."""

    @ui.page("/api", title="For programs · Overstretch")
    def show() -> None:
        request = ui.context.client.request
        base = str(request.base_url).rstrip("/") if request is not None else ""
        with frame.page("For programs", LEAD):
            ui.link("openapi.json", "/openapi.json")
            schema = app.openapi()
            for path, method, about in routes(schema):
                with ui.element("div").classes("ov"):
                    frame.text("h2", f"{method.upper()} {path}")
                    frame.text("p", f"{about['summary']}. {about.get('description', '')}")
                    ui.html(str(fields(schema, about)), sanitize=False).classes("scroll")
                    frame.text(
                        "p",
                        "Answers: "
                        + "; ".join(f"{code} {one['description']}" for code, one in about["responses"].items()),
                    )
                frame.code(line(base, path, method))


def routes(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and description of each route."""
    for path, methods in schema["paths"].items():
        for method, about in methods.items():
            yield path, method, about


def fields(schema: dict[str, Any], about: dict[str, Any]) -> Markup:
    """A table of what a route takes."""
    body = about.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    model = schema["components"]["schemas"].get(body.get("$ref", "").rpartition("/")[2], {})
    rows = [(name, one, name in model.get("required", ())) for name, one in model.get("properties", {}).items()]
    rows += [(one["name"], one["schema"], one["required"]) for one in about.get("parameters", ())]
    made = Markup("").join(
        Markup('<tr><th scope="row"><code>{}</code></th><td>{}</td><td>{}</td></tr>').format(
            name,
            ". ".join(filter(None, (kinds(one), one.get("description", "").rstrip(".")))),
            "required" if needed else shown(one.get("default")),
        )
        for name, one, needed in rows
    )
    return Markup("<table>{}<tbody>{}</tbody></table>").format(HEAD, made) if rows else Markup("")


def kinds(one: dict[str, Any]) -> str:
    """The JSON types that a field takes."""
    several = one.get("anyOf", [one])
    named = (
        f"list of {kinds(each['items'])}" if each.get("type") == "array" else each.get("type", "") for each in several
    )
    return " or ".join(kind for kind in named if kind != "null")


def shown(value: Any) -> str:
    return "" if value is None else json.dumps(value)


def line(base: str, path: str, method: str) -> str:
    """A command line that tries the route."""
    tried = TRIED.get(path)
    if method == "get":
        return f"curl '{base}{path}{'?' + urlencode(tried) if tried else ''}'"
    return f"curl -X POST {base}{path} -H 'Content-Type: application/json' -d '{json.dumps(tried)}'"
