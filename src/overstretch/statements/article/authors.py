"""Who wrote a column, and the line behind it that tells of him; bodies of their own kind in an article ("the
institute"), and the one whose brief or report it is."""

from __future__ import annotations

import re
from itertools import pairwise

from overstretch.statements.lexicon import lexicon, rows
from overstretch.statements.mentions.dateline import is_dateline
from overstretch.statements.names.canonical import is_given
from overstretch.statements.record import Offsets, Speaker
from overstretch.statements.text.paragraphs import Paragraph

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_NAME = rf"{_WORD}(?: (?:[A-Z]\.|Ó|{_WORD}|de|van|von|der|di|al)){{1,3}}"
_CREDIT = (
    r"\W{0,3}(?:(?:[Ww]ords|[Tt]ext|[Rr]eport\w*|[Ii]nterview|[Ss]tory|[Pp]hotographs?|[Pp]ictures?) by|By|BY|[Tt]ext:)"
)
_BYLINE = re.compile(rf"^{_CREDIT}\s+(?P<name>{_NAME})(?=\s*(?:$|[,|–—]| in [A-Z]))", re.MULTILINE)
_ALONE = re.compile(rf"(?P<mark>\*{{1,3}}|_{{1,2}})?(?P<name>{_NAME})(?(mark)(?:, [a-z][^*_\n]{{2,50}})?(?P=mark))")
_WRITES = re.compile(rf"[*_]{{1,3}}(?P<name>{_NAME}) (?:writes|reports|here):?[*_]{{1,3}}")
_TOLD_OF = re.compile(rf"\W{{0,3}}(?P<name>{_NAME})(?:, [^,\n]{{3,60}},|,)? (?:[a-z]+s|served|reported|grew)\b")
_WRITER = re.compile(r"(?:\w+ ){0,3}(?:columnist|commentator|contributor|opinion writer)", re.IGNORECASE)
_IS_WRITER = re.compile(
    rf"\W{{0,3}}(?P<name>{_NAME}) is (?:an? |the )?(?:[\w-]+ ){{0,4}}"
    r"(?:fellow|columnist|researcher|professor|lecturer|writer|commentator)\b[^.!?\n]{0,120}\.?"
)
_LINES, _TAIL = 8, 6


def author_of(text: str, paras: list[Paragraph]) -> Speaker | None:
    """The one author whom the byline names, or a line of its own in front and the line behind the text; else None."""
    first = paras[min(_LINES, len(paras)) - 1].end if paras else 0
    named = list(_BYLINE.finditer(text, 0, first))
    if len(named) == 1:
        return _speaker(named[0]["name"], named[0].span("name"))
    lines = (_signing(text, own, after) for own, after in pairwise(paras[:_LINES]) if not named)
    signing = [line for line in lines if line is not None]
    if len(signing) == 1:
        return _speaker(signing[0]["name"], signing[0].span("name"))
    told_first = [found for p in paras[:_LINES] if (found := _IS_WRITER.fullmatch(text, p.start, p.end))]
    if len(told_first) == 1 and not named:
        return _speaker(told_first[0]["name"], told_first[0].span("name"))
    with_role = [found for p in paras[:_LINES] if (found := _WITH_ROLE.fullmatch(text, p.start, p.end))]
    if len(with_role) == 1 and not named:
        return _speaker(with_role[0]["name"], with_role[0].span("name"))
    for para in paras[-_TAIL:] if not named else ():
        told = _TOLD_OF.match(text, para.start, para.end)
        alone = re.search(rf"^\W*{re.escape(told.group('name'))}\W*$", text[:first], re.MULTILINE) if told else None
        if told is not None and alone is not None:
            return _speaker(told["name"], told.span("name"))
    return None


def _opens(text: str, para: Paragraph) -> bool:
    """Whether a paragraph is running text, with sentences in it."""
    return para.kind == "body" and len(re.findall(r"[.!?] [A-Z]", text[para.start : para.end])) >= 2


def _signing(text: str, own: Paragraph, after: Paragraph) -> re.Match[str] | None:
    """A line that is a name alone in front of "Columnist" or, marked or with a known given name, of the date or the
    text."""
    line, behind = _ALONE.fullmatch(text, own.start, own.end), text[after.start : after.end]
    if line is None or _WRITER.fullmatch(behind) is not None:
        return line
    fits = is_dateline(behind) or _opens(text, after)
    return line if fits and (line["mark"] or is_given(line["name"].split()[0])) else None


def signed(text: str, paras: list[Paragraph]) -> dict[int, Speaker]:
    """By the indices of their paragraphs, who wrote the posts of a live blog under whose hour a name stands alone in bold
    type or italics, or in front of their own words ("*Anna Example writes:* ...")."""
    found: dict[int, Speaker] = {}
    author: Speaker | None = None
    for n, para in enumerate(paras):
        name = _ALONE.fullmatch(text, para.start, para.end) if para.kind == "headline" else None
        if (own := _WRITES.match(text, para.start, para.end)) is not None:
            found[n] = _speaker(own["name"], own.span("name"))
        elif para.part == "aside":
            author = None
        elif name is not None and name["mark"] and any(p.part == "aside" for p in paras[max(0, n - 2) : n]):
            author = _speaker(name["name"], name.span("name"))
        elif author is not None:
            found[n] = author
    return found


def bios(text: str, paras: list[Paragraph]) -> set[int]:
    """The indices of the last paragraphs that tell who somebody is whom a line in front names alone or in a byline."""
    head = text[: paras[min(_LINES, len(paras)) - 1].end] if paras else ""
    found = set()
    for n in range(max(0, len(paras) - _TAIL), len(paras)):
        told = _TOLD_OF.match(text, paras[n].start, paras[n].end)
        name = re.escape(told["name"]) if told is not None else None
        line = rf"^(?:{_CREDIT}\s+|\W*)(?:{_NAME}(?:,| and) )*{name}\W*(?:$|\||in [A-Z]|and [A-Z])"
        if name and re.search(line, head, re.MULTILINE | re.IGNORECASE):
            found.add(n)
    return found


def _speaker(name: str, span: Offsets) -> Speaker:
    return Speaker(mention=name, canonical=name.title() if name.isupper() else name, span=span)


_PART = r"[A-Z][\w’'-]+"
_KIND = (
    r"(?P<kind>Institute|Institution|Observatory|Foundation|Centre|Center|Council|Academy|Consultancy|Watch|Monitor"
    r"|Court|Tribunal|Agency|Bureau|Chamber|Fund|Commission|Authority|Forum|Office)"
)
_FOR = (
    rf"(?:{_PART} ){{0,3}}{_KIND.replace('kind', 'first')} (?:of|for|on) (?:the )?{_PART}(?: (?:and )?{_PART}){{0,3}}"
)
_BODY = re.compile(rf"(?<![\w’-])(?:{_FOR}|(?:{_PART} ){{1,4}}{_KIND}\b)")
_SHORT = re.compile(
    rf"(?!The )(?P<name>{_PART}(?: (?:(?:of|for|on|and|the) )*{_PART})+) \((?P<short>[A-Z][A-Za-z-]{{0,4}}[A-Z])\)"
)
_KNOWN_AS = re.compile(
    rf"(?!The )(?P<name>{_PART}(?: (?:(?:of|for|on|and|the) )*{_PART})*(?:[’']s? [a-z]+)?),? (?:better )?known as "
    rf"(?P<short>[A-Z]\w+)\b(?! [A-Z])"
)
_BY = re.compile(r"\b(?:report|study|paper|brief|briefing|analysis|survey|note|assessment) (?:by|from|of) (?:the )?$")
_ITS = re.compile(  # a heading: "The Centre for Example Studies' assessment of the budget:"
    r"[’']s? (?:\w+ ){0,2}(?:assessment|analysis|outlook|forecast|review|survey|brief|note|findings)\b[^.\n]{0,80}$",
    re.MULTILINE,
)
_BRIEF = re.compile(
    r"\b(?:policy|research|issue|discussion|working|outlook|country|market|economic|daily|weekly|monthly|"
    r"quarterly|energy|budget|defen[cs]e) (?:brief|paper|note)\b|\bbrief(?:ing)? (?:paper )?(?:no\.? ?)?\d"
    r"|^\W*(?:executive )?summary of (?:a|the) (?:report|study|paper)\b",
    re.IGNORECASE | re.MULTILINE,
)
_DISOWNS = re.compile(
    r"\btakes? no (?:\w+ )?(?:positions?|views?)\b|\b(?:views|opinions|conclusions)\b[^.\n]{0,60}\bare (?:\w+ )?those of "
    r"the authors?\b|\bnot (?:necessarily )?(?:represent|reflect) (?:those|the (?:official )?(?:views|position|opinion))",
    re.IGNORECASE,
)
_HEAD = 800
_PIECE = re.compile(r"[^\s|·•*–—][^|·•*–—\n]*[^\s|·•*–—]")  # of a line that is parted by bars, dots or dashes
_SMALL = re.compile(r"(?<= )(?:Of|For|On|And|The)\b")
_WITH_ROLE = re.compile(
    rf"\W{{0,3}}(?P<name>{_NAME}), (?:[\w-]+ ){{0,3}}(?:fellow|analyst|economist|researcher|professor|director|adviser|"
    r"expert)\b[^.!?\n]{0,90}\W*"
)


def bodies_named(text: str) -> dict[str, str]:
    """By the noun of its kind ("institute") the one body of that kind that a text names."""
    found: dict[str, set[str]] = {}
    for match in _BODY.finditer(text):
        kind = (match["kind"] or match["first"]).lower()
        found.setdefault(kind, set()).add(re.sub(r"^(?:The |\w+[’']s |[\w-]+-based )", "", match.group()))
    return {kind: next(iter(names)) for kind, names in found.items() if len(names) == 1}


def abbreviated(text: str) -> dict[str, str]:
    """What bodies are called for short, with their names: as everybody knows them, as a text spells them elsewhere, and
    in front of brackets ("the Budget Observatory (BO)")."""
    found = ((match["short"], _own(match["name"], match["short"])) for match in _SHORT.finditer(text))
    told = {short: name for short, name in found if is_body(name) or _initials(name, short)}
    bare = ((short, _spelled(short).search(text)) for short in set(re.findall(r"\b[A-Z]{3,6}\b", text)))
    spelled = {short: match.group() for short, match in bare if match is not None and is_body(match.group())}
    known = {match["short"]: match["name"] for match in _KNOWN_AS.finditer(text) if is_body(match["name"])}
    return {row["short"]: row["name"] for row in rows("bodies.csv")} | spelled | known | told


def _spelled(short: str) -> re.Pattern[str]:
    """A name in words with capitals that an abbreviation may stand for."""
    return re.compile(r"\b" + r" (?:(?:of|for|on|and|the) )*".join(rf"{letter}[a-z]+" for letter in short) + r"\b")


def _own(words: str, short: str) -> str:
    """Of the words in front of the brackets those that are abbreviated ("Anna Example of the Budget Observatory
    (BO)")."""
    each = words.split()
    ends = (each[n:] for n in range(len(each) - 1, 0, -1))
    return next((" ".join(end) for end in ends if "".join(w[0] for w in end if w[0].isupper()) == short), words)


def is_body(name: str) -> bool:
    """Whether the head of a name says that it is a body's ("Ministry of Trade", "Example Bank")."""
    head = re.split(r" (?:of|for|on) ", name)[0].split()[-1].lower()
    return {head, head.removesuffix("s")} & lexicon().organisation != set()


def _initials(name: str, short: str) -> bool:
    """Whether the letters of an abbreviation begin words of a name, in their order."""
    first = iter(word[0] for word in name.split() if word[0].isupper())
    return all(letter in first for letter in short)


def publisher_of(text: str) -> Speaker | None:
    """The one body whose report or brief a text is said to be in front, unless a line says that it is not its view;
    else None."""
    if _DISOWNS.search(text) is not None:
        return None
    head = text[:_HEAD]
    titled = [m for m in _BODY.finditer(head) if _ITS.match(head, m.end()) and not head[: m.start()].strip("The \n")]
    if _BRIEF.search(head) is None and not titled:
        return None
    found = titled or [m for m in _BODY.finditer(head) if _BY.search(head[: m.start()])]
    if not found:
        found = [m for line in re.finditer(r"^.+$", head, re.MULTILINE) for m in _alone(text, line)]
    names = {re.sub(r"^The ", "", m.group()) for m in found}
    if len(names) != 1:
        return None
    return Speaker(mention=found[0].group(), canonical=next(iter(names)), span=found[0].span())


def _alone(text: str, line: re.Match[str]) -> list[re.Match[str]]:
    """A piece of a line that is the name of a body and nothing else, whatever its capitals: "THE INSTITUTE | NOTE"."""
    found = []
    for piece in _PIECE.finditer(line.group()):
        words = piece.group()
        words = _SMALL.sub(lambda m: m.group().lower(), words.title()) if words.isupper() else words
        own = text[: line.start() + piece.start()] + words
        found += [match] if (match := _BODY.fullmatch(own, line.start() + piece.start())) else []
    return found
