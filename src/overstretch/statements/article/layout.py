"""The shape of a document: interview, transcript, live blog, ...; and the part that each paragraph plays in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from overstretch.statements.article.authors import bios
from overstretch.statements.lexicon import lexicon, table, wordset
from overstretch.statements.mentions.dateline import is_dateline
from overstretch.statements.names.canonical import is_given, places
from overstretch.statements.record import Offsets
from overstretch.statements.text.paragraphs import DOUBLE, Paragraph

_NAME = (
    r"(?:[A-Z][\w.’'-]*|of|the|for|and|de|van|von|der|secretary|spokes(?:person|man|woman)|officer|minister|president"
    r"|chair(?:man|woman)?|correspondent|reporter|speaker)"
)
_STAMP = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?"
_COLON = re.compile(
    rf"(?:{_STAMP}\s*[-–|]?\s*)?(?:\*\*)?(?:Q\d{{1,4}}\.?\s+)?(?:\*\*)?"
    rf"(?P<name>(?:The |THE )?[A-Z][\w.’'-]*(?: {_NAME}| \d{{1,2}}){{0,6}}(?:, [^:\n,]{{2,60}})?)(?:\s?{_STAMP})?"
    r"(?:\s?\((?P<of>[^)\n]{1,60})\)){0,2}\s?(?:\*\*)?:[*†]{0,2}(?=\s|$)\s*"
)
_MARKED = re.compile(
    r"(?:\*\*|__)(?P<name>[^*_:\n]{2,60}?)(?: \((?P<of>[^)\n]{1,60})\))?(?::(?:\*\*|__)|(?:\*\*|__):)\s*"
)
_STOP = re.compile(r"(?P<name>[A-Z][a-z]+\.? [A-Z][A-Z’'-]*[A-Z](?: of [A-Z]\w+)?)(?P<of>)\.\s+(?=[A-Z“\"(\[])")
_LETTER = re.compile(
    r"(?P<name>Question|Answer|[QA])(?P<of>(?!x)x)?\.\s+(?=\S)"
)  # "Q. And then?", "A. It is a signature."
_ALONE = re.compile(  # "Anna Example -- Director", "Anna Example (The Gazette)", "Anna Example 00:14"
    rf"(?P<name>(?:The )?[A-Z][\w.’'-]*(?: {_NAME}){{0,5}})(?P<of>(?!x)x)?(?:\s?(?:--|[–|,])\s[^\n.!?]{{2,60}}"
    rf"|\s?\([^)\n]{{1,60}}\))?(?:\s*{_STAMP})?$"
)
_CHAIRED = re.compile(
    r"(?P<name>[A-Z][^:\n()]{2,60}) \((?P<of>(?:the )?(?:moderator|host|chair|spokes(?:person|man|woman)|press "
    r"officer))\):\s+",
    re.IGNORECASE,
)
_HEADS = (_COLON, _MARKED, _STOP, _CHAIRED, _LETTER)
_THOUGHT = re.compile(
    r"\W*(?:i (?:think|guess|suppose) (?:that )?|(?:so|well|now|okay|look|in that case),? )+", re.IGNORECASE
)
_TIME = re.compile(
    r"\W{0,3}(?:\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?|\d{1,2}\s?(?:min|hour|h"
    r"|m)\w*\s?(?:ago)?)\W{0,3}$",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\W{0,3}\d{1,2}[.:]\d{2}(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,5}))?[*_]{0,3}\s?(?:[-–—:|]\s|\s+(?=[A-Z“‘'\"]))"
)
_BULLET = re.compile(r"\s*(?:[-*•–▪◦●■►▶‣·]|\d{1,2}[.)])\s+\S")
_ROW = re.compile(
    r"(?:[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|and|of|the)){0,4}[\s:]\s*[-–]?[$€£]?\d[\d.,]*"
    r"|[A-Z][^\n:;.]{2,40}:\s*[-–]?\d[\d.,]*(?:\s*[/|;]\s*[-–]?\d[\d.,]*)+)\s?(?:%|per ?cent|bn|m)?$"
)
_ANSWERS = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}),? (?:answers|replies|responds|explains|writes):\s+(?=[A-Z])"
)
_HOUSE = re.compile(
    r"\s*(?:[-*•–▪]\s+)?(?P<name>[A-Z][\w.’'&-]*(?: (?:[Mm]inistry|&|of|for|and|the|[A-Z][\w.’'&-]*)){1,6})"
    r"(?: \((?P<place>[^)\n]{2,30})\))?:\s+(?=[A-Z€$£\d])"
)
_CALLED = re.compile(
    r"(?:\[[^\]\n]{2,40}\]\s*)?(?:(?:Mr|Ms|Mrs|Dr|Monsieur|Madame|Herr|Frau)\.? [A-Z][\w’'-]+"
    r"|(?:Mr\.? |Madam |Madame )?(?:General|Admiral|Secretary|Congress\w+|Senator"
    r"|Minister|Prime Minister|"
    r"President|Chancellor|Ambassador|Chair\w*|Governor|Commissioner|Professor|Speaker)(?: [A-Z][\w’'-]+)?|Madam"
    r"|Sir),\s+(?=\S)"
)
_SPEECH = re.compile(
    r"(?:^|\n)\W*(?:[\w’' -]{0,60}\b)?(?i:speech|remarks|statement|address|keynote|lecture"
    r"|(?:press|news|noon|daily) (?:conference|briefing))\b[^\n:]{0,60}\n*[^\n:]{0,60}?\bby\s+(?:the )?"
    rf"(?P<name>[A-Z][\w.’'-]*(?: {_NAME}){{1,9}})"
)
_COLUMNIST = re.compile(
    r"^\W{0,3}(?:By|BY) [A-Z][^\n]{3,40}\b(?i:columnist|commentator|opinion writer)\b", re.MULTILINE
)
_FIRST = re.compile(r"\b(?:I|my|My|we|We|our|Our)\b")
_PERSONAL = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s|[Yy]ou|[Yy]our)\b")
_VIEWS = re.compile(rf"\bI (?:{'|'.join(sorted(wordset('layout.views')))})\b")
_QUOTED = re.compile(r"[“\"][^”\"\n]*[”\"]?|(?<!\w)[‘'][^\n]{0,600}?[’'](?!\w)")
_SPEECHES = re.compile(r"[“\"][^”\"\n]{8,}[.!?,…][”\"]")
_ASIDE = re.compile(r"(?:\[[^\]\n]*\]|\([^)\n]*\))[.]?$")


def _compiled(pattern: str, head: str) -> re.Pattern[str]:
    return re.compile(head + pattern, 0 if "[A-Z]" in pattern or "YOU" in pattern else re.IGNORECASE)


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[re.Pattern[str]]]:
    data = table("layout.toml")
    lead = data["courtesy"]["lead"]
    return {
        "paper": [_compiled(p, r"\W{0,4}") for p in data["boilerplate"]["line"]],
        "within": [_compiled(p, "") for p in data["boilerplate"]["anywhere"]],
        "courtesy": [_compiled(p.replace("{lead}", lead), r"\W{0,3}") for p in data["courtesy"]["line"]],
        **{key: [re.compile(rf"(?:{p})$", re.IGNORECASE)] for key, p in data["labels"].items()},
    }


def label_is(kind: str, text: str) -> bool:
    """Whether a text begins like the rows of a kind; for kinds of labels, whether it is one of them."""
    plain = text.replace("'", "’")
    return any(pattern.match(plain) for pattern in _rows()[kind])


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence is the paper's own: a byline, a call to subscribe, a note on rights."""
    if len(sentence) > 300:
        return False
    plain = sentence.replace("'", "’")
    return label_is("paper", plain) or any(pattern.search(plain) for pattern in _rows()["within"])


def is_courtesy(sentence: str) -> bool:
    """Whether a spoken sentence only greets, thanks or gives the floor."""
    return label_is("courtesy", sentence) or label_is("courtesy", _THOUGHT.sub("", sentence))


@lru_cache(maxsize=1)
def signs() -> frozenset[str]:
    """Words that make a sentence testable."""
    return frozenset(table("layout.toml")["signs"]["words"].split())


def is_point(text: str, at: int) -> bool:
    """Whether a bullet stands in front of an offset in its line."""
    return _BULLET.match(text, text.rfind("\n", 0, at) + 1, at + 1) is not None


def layout(text: str, paras: list[Paragraph]) -> tuple[str, list[Paragraph]]:
    """The format of a document, and its paragraphs with their parts."""
    lines = [text[text.rfind("\n", 0, p.start) + 1 : p.end].strip() for p in paras]
    paras = _closed([_part(text, para, line) for para, line in zip(paras, lines, strict=True)], text)
    found = _turns(text, paras, lines) or _bold(text, paras, lines) or _plain_questions(text, paras)
    if found is not None:
        return found
    if (delivered := _delivered(text, paras, len(paras))) is not None:
        return "speech", delivered
    if sum(1 for line in lines if _TIME.match(line) or _TIMED.match(line)) >= 3 and len(paras) >= 6:
        return "live blog", [_answering(text, _timed(text, para)) for para in paras]
    if not any(_is_sentence(text[p.start : p.end]) for p in paras if p.part == "text" and p.kind == "body"):
        return ("headlines" if any(len(line.split()) >= 4 for line in lines) else "nothing to read"), paras
    listed = sum(1 for line in lines if _BULLET.match(line))
    if listed >= 4 and listed >= 0.2 * len(paras):
        return "key points", _bios(text, paras)
    return "column" if _personal(text, paras) else "article", _bios(text, paras)


def _timed(text: str, para: Paragraph) -> Paragraph:
    """A post's heading behind its time: the words alone."""
    time = _TIMED.match(text, para.start, para.end)
    return replace(para, start=time.end()) if time and time.end() < para.end else para


def _answering(text: str, para: Paragraph) -> Paragraph:
    """A paragraph behind "Anna Example answers:" is spoken by her, one of "we" behind "**Example Bank:**" and a point
    behind "- Example Bank (Oslo):" by the bank."""
    if para.part != "text":
        return para
    match, lead, point = (p.match(text, para.start, para.end) for p in (_ANSWERS, _MARKED, _HOUSE))
    named = lead is not None and re.fullmatch(r"[A-Z][\w.’'-]*(?: (?:&|of|for|and|the|[A-Z][\w.’'-]*))+", lead["name"])
    if lead is not None and named and re.search(r"\b(?:[Ww]e|[Oo]ur)\b", _QUOTED.sub(" ", text[lead.end() : para.end])):
        match = lead
    if point and (point["place"] or point["name"].split()[-1].lower() in lexicon().organisation):
        match = point
    return replace(para, start=match.end(), part="speech", label=match.span("name")) if match else para


def _bios(text: str, paras: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs that bear their speaker; a line behind the text that says who the author is, is the paper's."""
    told = bios(text, paras)
    told |= {n for n, p in enumerate(paras) if n >= len(paras) - 3 and label_is("opinion", text[p.start : p.end])}
    return [replace(p, part="aside") if n in told else _answering(text, p) for n, p in enumerate(paras)]


def _personal(text: str, paras: list[Paragraph]) -> bool:
    """Whether the author speaks for himself: under "Opinion", as a columnist, in the first person, or with a line on
    who he is; the last two not where he lets others speak all along and gives no views of his own (a long report)."""
    own = [_QUOTED.sub(" ", text[p.start : p.end]).strip() for p in paras if p.part == "text"]
    if _COLUMNIST.search(text[:1000]) is not None or any(label_is("opinion", line) for line in own[:4]):
        return True
    bodies = [text[p.start : p.end] for p in paras if p.part == "text" and p.kind == "body"]
    views = sum(len(_VIEWS.findall(line)) for line in own)
    if views < 2 and sum(_SPEECHES.search(body) is not None for body in bodies) >= max(4, 0.4 * len(bodies)):
        return False
    said = sum(1 for line in own if re.search(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y)\b", line))
    return said >= max(2, 0.3 * len(bodies)) or any(label_is("opinion", line) for line in own[-3:])


def _is_sentence(own: str) -> bool:
    return own.rstrip("\"'”’)»")[-1:] in (".", "!", "?", "…", ":") and len(own.split()) >= 4


def _part(text: str, para: Paragraph, line: str) -> Paragraph:
    """Time marks, remarks in brackets and the paper's own lines are aside; rows of a table are told from headlines."""
    own = text[para.start : para.end]
    if _TIME.match(line) or _ASIDE.match(own) or (len(own) <= 300 and label_is("paper", own)) or is_dateline(line):
        return replace(para, part="aside")
    return replace(para, part="row") if _ROW.match(own) and len(own) < 50 else para


def _closed(paras: list[Paragraph], text: str) -> list[Paragraph]:
    """What stands under "Glossary" and the like is nobody's statement, up to the next heading."""
    result, shut = [], False
    for para in paras:
        if para.kind == "headline":
            shut = label_is("closed", text[para.start : para.end].strip(" :"))
        result.append(replace(para, part="aside") if shut else para)
    return result


def _labels(text: str, paras: list[Paragraph], lines: list[str]) -> dict[int, re.Match[str]]:
    """The labels ("Q:", "AMB. KELLER:", "Mr. HOLM.") in front of paragraphs."""
    found = {}
    for index, (para, line) in enumerate(zip(paras, lines, strict=True)):
        free = para.part == "text" and not _BULLET.match(line)
        matches = filter(None, (p.match(text, para.start, para.end) for p in (_HEADS if free else ())))
        fits = (m for m in matches if len(m["name"].split()) <= 9 and not (label_is("never", m["name"]) or _note(m)))
        title = index == 0 or line.startswith("#")  # "Anna Example: “It is late”" is a headline
        fits = (m for m in fits if not title or text[m.end() : m.end() + 1] not in DOUBLE + "‘'")
        if (match := next(fits, None)) is not None:
            found[index] = match
    return found or _names_alone(text, paras, lines)


def _names_alone(text: str, paras: list[Paragraph], lines: list[str]) -> dict[int, re.Match[str]]:
    """The same on lines of their own in front of running text, where two come again and no hours stand between."""
    found = {}
    for index, (para, after) in enumerate(pairwise(paras)):
        titled = (para.kind, para.part, after.kind) == ("headline", "text", "body")
        match = _ALONE.fullmatch(text, para.start, para.end) if titled and not _BULLET.match(lines[index]) else None
        if match is not None and _calls_somebody(match):
            found[index] = match
    again = [name for name, times in Counter(map(_who, found.values())).items() if times > 1]
    return found if len(again) > 1 and sum(_TIME.match(line) is not None for line in lines) < 3 else {}


def _calls_somebody(match: re.Match[str]) -> bool:
    """Whether a line is a word for one who asks or answers, or a person's name as far as it tells."""
    if any(label_is(kind, match["name"]) for kind in ("asker", "answerer", "chair")):
        return True
    named = " " in match["name"] and match["name"] not in places()
    return named and (match.end() > match.end("name") or is_given(match["name"].split()[0]))


def _turns(text: str, paras: list[Paragraph], lines: list[str]) -> tuple[str, list[Paragraph]] | None:
    labels = _labels(text, paras, lines)
    names = Counter(map(_who, labels.values()))
    asking = {name for name in names if label_is("asker", name)}
    chairs = {name for name in names if label_is("chair", name)}
    chairs |= {_who(m) for m in labels.values() if m["of"] and label_is("chairing", m["of"])}
    bodies = sum(para.part == "text" and para.kind == "body" for para in paras)
    if len(labels) < 3 or len(labels) < 0.3 * bodies or (max(names.values()) < 2 and not asking):
        return None
    chairs |= _giving_the_floor(names, paras, labels, asking | chairs)
    others = [name for name in names if name not in asking | chairs]
    answering = [name for name in others if label_is("answerer", name)]
    others = [name for name in others if name not in answering[1:]]  # "Answer." once, "A." ever after
    whole = [name for name in others if not any(other.endswith(f" {name}") for other in others)]
    if not asking and len(whole) == 2:
        shares = {name: _asks(name, text, paras, labels) for name in whole}
        less, more = sorted(whole[::-1], key=shares.__getitem__)
        asking = {more} if shares[more] >= max(0.3, 2 * shares[less]) else asking
    others = [name for name in whole if name not in asking] if len(whole) == 2 else others
    many = chairs or (len(others) > 1 and len(names) > 2)
    kind = "transcript" if not asking else "press conference" if many else "interview"
    # what stands in front of the first label may be spoken by whom the heading names
    opened = _delivered(text, paras, min(labels)) or paras
    return kind, _spoken(text, opened, labels, asking, chairs)


def _note(label: re.Match[str]) -> bool:
    """Whether a label sets apart what is the house's own: "NOTE TO EDITORS:", "Background:"."""
    return label_is("apart", label["name"])


def _who(label: re.Match[str]) -> str:
    return label["name"].casefold()


def _giving_the_floor(
    names: Counter[str], paras: list[Paragraph], labels: dict[int, re.Match[str]], known: set[str]
) -> set[str]:
    """Spokespersons whose turns are on average less than half as long as those of whom they give the floor to."""
    mean = {
        name: sum(paras[n].end - m.end() for n, m in labels.items() if _who(m) == name) / times
        for name, times in names.items()
    }
    others = [mean[name] for name in names if name not in known and not label_is("floor", name)]
    return {name for name in names if label_is("floor", name) and others and mean[name] < max(others) / 2}


def _delivered(text: str, paras: list[Paragraph], until: int) -> list[Paragraph] | None:
    """The paragraphs, those up to one a speech: a heading says by whom, and they are in the first person without
    quotations."""
    head = _SPEECH.search(text[:600])
    if head is None:
        return None
    own = {n for n, p in enumerate(paras[:until]) if p.kind == "body" and p.part == "text" and p.start > head.end()}
    first = sum(1 for n in own if _FIRST.search(_QUOTED.sub(" ", text[paras[n].start : paras[n].end])))
    if first < 2 or first < 0.3 * len(own):
        return None
    return [replace(p, part="speech", label=head.span("name")) if n in own else p for n, p in enumerate(paras)]


def _asks(name: str, text: str, paras: list[Paragraph], labels: dict[int, re.Match[str]]) -> float:
    """The share of a label's turns that end in a question mark."""
    own = [index for index, match in labels.items() if _who(match) == name]
    return sum(text[: paras[index].end].endswith("?") for index in own) / len(own)


def _spoken(
    text: str, paras: list[Paragraph], labels: dict[int, re.Match[str]], asking: set[str], chairs: set[str]
) -> list[Paragraph]:
    """Paragraphs as turns: a paragraph without a label goes on with the turn before it, or answers it where nothing but
    questions is labelled; in a report that tells what others say, it is the reporter's unless in the first person."""
    result = []
    told = _reported(text, paras, labels)
    bare = all(_who(match) in asking for match in labels.values())
    turn: Paragraph | None = None
    asked: Offsets | None = None
    for index, para in enumerate(paras):
        match = labels.get(index)
        if match is not None:
            part = "question" if _who(match) in asking else "aside" if _who(match) in chairs else "speech"
            held = match["of"] is not None and (part == "question" or _is_office(match))
            label = match.span("of" if held else "name")
            called = _CALLED.match(text, match.end(), para.end) or match
            para = turn = replace(para, start=called.end(), kind="body", part=part, label=label, asked=asked)
        elif (note := _COLON.match(text, para.start, para.end)) is not None and _note(note):
            turn, para = None, replace(para, start=note.end())
        elif label_is("apart", text[para.start : para.end].strip("*_#: ")):
            turn, para = None, replace(para, part="aside")
        elif told and not _PERSONAL.search(_QUOTED.sub(" ", text[para.start : para.end])):
            turn = None
        elif turn is not None and para.part == "text" and para.kind == "body":
            part, said_by = ("speech", None) if bare else (turn.part, turn.label)
            para = replace(para, part=part, label=said_by, asked=asked)
        if para.part == "question" or (para.part == "speech" and text[: para.end].endswith("?")):
            asked = (para.start, para.end)
        result.append(para)
    return [para for para in result if para.end > para.start]


def _reported(text: str, paras: list[Paragraph], labels: dict[int, re.Match[str]]) -> bool:
    """Whether a reporter tells, in front of the first turn, what one of those who speak in turns has said."""
    front = text[: paras[min(labels)].start]
    names = "|".join({re.escape(match["name"].split()[-1]) for match in labels.values()})
    said = f"(?:{'|'.join(sorted(wordset('layout.reported')))})"
    return (
        re.search(rf"\b(?:{names}),? {said}\b|\b{said} (?:[\w’'-]+ ){{0,3}}(?:{names})\b", front, re.IGNORECASE)
        is not None
    )


def _is_office(match: re.Match[str]) -> bool:
    """Whether a label is an office with its holder's name in brackets ("The Minister (Anna Example)")."""
    name = match["name"]
    named = re.fullmatch(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}", match["of"]) is not None
    office = set(name.lower().split()) <= lexicon().titles | {"the", "of", "for", "and"}
    return named and (office or name.startswith("The ")) and label_is("office", name)


def _bold(text: str, paras: list[Paragraph], lines: list[str]) -> tuple[str, list[Paragraph]] | None:
    """An interview whose questions are printed bold: most of what is, else they are headings."""
    bold = {index for index, line in enumerate(lines) if re.match(r"(?:\*\*|__)[^*]{2,600}(?:\*\*|__)$", line)}
    bold = {index for index in bold if not any(line.startswith("#") for line in lines[index + 1 : index + 2])}
    if sum(1 for index in bold if re.search(r"\?\W*$", lines[index])) < max(2, 0.5 * len(bold)):
        return None
    return "interview", _answered(text, paras, bold, marks=2)


def _plain_questions(text: str, paras: list[Paragraph]) -> tuple[str, list[Paragraph]] | None:
    """An interview whose questions are paragraphs of their own, each with an answer in the first person behind it."""
    asked = {index for index, p in enumerate(paras) if p.part == "text" and text[p.start : p.end].endswith("?")}
    asked = {index for index in asked if index + 1 < len(paras) and index + 1 not in asked}
    first = re.compile(r"[^“”\"]*?\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b[^“”\"]*$")
    own = sum(1 for index in asked if first.match(text, paras[index + 1].start, paras[index + 1].end))
    if len(asked) < 3 or own < 0.5 * len(asked) or len(asked) < 0.25 * len(paras):
        return None
    return "interview", _answered(text, paras, asked)


def _answered(text: str, paras: list[Paragraph], asked: set[int], marks: int = 0) -> list[Paragraph]:
    """Questions, without their marks of bold type at both ends, and what stands behind each as its answer."""
    result = []
    last: Offsets | None = None
    for index, para in enumerate(paras):
        if index in asked:
            inside = text[para.start : para.end]
            start = para.start + (marks if inside.startswith(("**", "__")) else 0)
            end = para.end - (marks if inside.endswith(("**", "__")) else 0)
            para = replace(para, start=start, end=end, kind="body", part="question", asked=None)
            last = (start, end)
        elif last is not None and para.part == "text":
            para = replace(para, kind="body", part="speech", asked=last)
        result.append(para)
    return result
