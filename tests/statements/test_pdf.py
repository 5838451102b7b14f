"""PDF files, written here byte by byte: text to statements, and clear words for those that cannot be read."""

from __future__ import annotations

import io

import pytest

from overstretch.errors import InputError
from overstretch.statements import read
from overstretch.statements.sources.formats import from_pdf

LINES = [
    "Minister sees no cuts",
    "",
    "Anna Nowak, the finance minister, said on Tuesday that the country would",
    "raise its defence spending to 4% of GDP by 2030. She warned that a delay",
    "of the programme would cost the taxpayers more than two billion euros.",
    "",
    'The general staff was less sure. "We have the money but not the sol-',
    'diers," its spokesman Jan Kowalski told reporters in the capital.',
]


def pdf(lines: list[str], title: str = "Budget news") -> bytes:
    """A small PDF of one page with a text layer, its cross-reference table included."""
    shown = " T* ".join(
        "(" + line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ") Tj" for line in lines
    )
    stream = f"BT /F1 11 Tf 14 TL 50 750 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 "
        b"R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) >>" % title.encode(),
    ]
    body, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(body)


def locked(password: str, owner: str | None = None) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(LINES))))
    writer.encrypt(password, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_statements_are_read_from_a_pdf(tmp_path):
    path = tmp_path / "article.pdf"
    path.write_bytes(pdf(LINES))
    reading = read([path])
    (document,) = reading.documents
    assert document.title == "Budget news" and document.skipped is None
    found = [(s.form, s.speaker.canonical, s.content) for s in reading.statements if s.speaker]
    assert found == [
        ("indirect", "Anna Nowak", "the country would raise its defence spending to 4% of GDP by 2030"),
        ("indirect", "Anna Nowak", "a delay of the programme would cost the taxpayers more than two billion euros"),
        ("direct", "Jan Kowalski", "We have the money but not the soldiers"),
    ]
    for s in reading.statements:
        assert s.content == " ".join(" ".join(document.text[a:b].split()) for a, b in s.spans)


def test_a_pdf_that_only_its_owner_may_change_is_read():
    assert "Anna Nowak" in from_pdf(locked("", "owner"), "a.pdf").text


def test_a_locked_pdf_is_named_as_such():
    with pytest.raises(InputError, match=r"a\.pdf: the PDF is locked with a password"):
        from_pdf(locked("secret"), "a.pdf")


@pytest.mark.parametrize("cut", [40, 300, 700])
def test_a_cut_off_pdf_is_refused_or_read_but_never_crashes(cut):
    try:
        text = from_pdf(pdf(LINES)[:cut], "a.pdf").text
    except InputError as error:
        assert "cannot be read" in str(error) or "holds no text" in str(error)
    else:
        assert "Nowak" in text


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"%PDF-1.4\n" + b"\0" * 5_000, b"%PDF-1.4\ntrailer << /Root 1 0 R >>\n%%EOF"]
)
def test_a_broken_pdf_is_refused(data):
    with pytest.raises(InputError, match="cannot be read"):
        from_pdf(data, "a.pdf")


def test_a_scan_without_text_is_refused():
    with pytest.raises(InputError, match="holds no text"):
        from_pdf(pdf([]), "a.pdf")


def test_pages_that_point_at_themselves_end():
    looped = pdf(LINES).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [2 0 R] /Count 1")
    with pytest.raises(InputError, match=r"cannot be read|holds no text"):
        from_pdf(looped, "a.pdf")
