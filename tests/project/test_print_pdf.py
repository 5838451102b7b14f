"""A report as PDF: refused before anything is read where no browser is there, printed within two pages where one is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from overstretch import pdf
from overstretch.cli.show import check_printing
from overstretch.errors import InputError


@pytest.fixture
def page(tmp_path: Path) -> Path:
    made = tmp_path / "report.html"
    made.write_text("<!doctype html><title>T</title><p>One line.</p>", encoding="utf-8")
    return made


def _program(folder: Path, body: str) -> str:
    made = folder / "browser"
    made.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    made.chmod(0o755)
    return str(made)


def test_without_a_browser_it_says_what_is_needed(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "PLACES", ())
    monkeypatch.delenv(pdf.NAMED, raising=False)
    with pytest.raises(InputError, match="needs a Chromium, Chrome or Edge"):
        check_printing(tmp_path / "out", tmp_path / "r.pdf")
    monkeypatch.setenv(pdf.NAMED, "no-such-program")
    with pytest.raises(InputError, match="no such program"):
        pdf.browser()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("out", "name", "words"),
    [(None, "r.pdf", "give --out"), ("out", "r.txt", "ending must be .pdf"), ("out", "none/r.pdf", "no such folder")],
)
def test_what_cannot_be_printed_is_refused(monkeypatch, tmp_path, out, name, words):
    monkeypatch.setenv(pdf.NAMED, _program(tmp_path, "exit 0"))
    with pytest.raises(InputError, match=words):
        check_printing(out and tmp_path / out, tmp_path / name)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the browser")
@pytest.mark.parametrize("body", ["echo it broke >&2; exit 3", "exit 0"])
def test_a_browser_that_prints_nothing_leaves_nothing(monkeypatch, tmp_path, page, body):
    monkeypatch.setenv(pdf.NAMED, _program(tmp_path, body))
    with pytest.raises(InputError, match="did not print"):
        pdf.print_pdf(page, tmp_path / "r.pdf")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["browser", "report.html"]


@pytest.mark.browser
def test_a_page_is_printed(tmp_path, page):
    if shutil.which("chromium") is None:
        pytest.skip("no chromium here")
    from pypdf import PdfReader

    pdf.print_pdf(page, tmp_path / "r.pdf")
    (printed,) = PdfReader(tmp_path / "r.pdf").pages
    assert "One line." in printed.extract_text()
