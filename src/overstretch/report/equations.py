"""Equations written as plain Unicode text (docstrings of the laws) → MathML, which browsers draw without scripts.

Grammar: relations of sums of products; `·` and `×` multiply, `/` makes a fraction of the factors beside it, `^` an exponent,
`_` and ₀₁₋ₜ subscripts, `√` a root, `(…)⁺` a positive part; `ln`, `exp`, `min`, `max` are functions; words of two letters and more
are named quantities, several in a row one quantity ("primary balance").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

FUNCTIONS = ("ln", "exp", "log", "min", "max")
FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₋₊ₜ", "0123456789−+t", strict=True))
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789−+", strict=True))
RELATIONS = "=<>≤≥≈≠"
MOST_WORDS = 7
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<code>`[^`]*`)"
    r"|(?P<number>\d+(?:[.,]\d+)*%?)"
    rf"|(?P<fraction>[{''.join(FRACTIONS)}])"
    r"|(?P<lowered>[₀-₉₋₊ₜ]+)"
    r"|(?P<raised>[⁰¹²³⁴-⁹⁻⁺]+)"
    r"|(?P<word>[A-Za-z]{2,}(?:[-'’][A-Za-z]{2,}|['’]s\b)*)"
    r"|(?P<letter>[^\W\d_][\u0300-\u036f]*)"
    r"|(?P<prime>['′])"
    r"|(?P<sign>.)",
    re.DOTALL,
)


class Token(NamedTuple):
    """A piece of text: its kind, the text, where it starts and ends."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Equation:
    """An equation or expression found in a text: where it stands, its MathML body, its single-letter symbols."""

    start: int
    end: int
    body: str
    relation: bool
    symbols: frozenset[str]


class _NoMath(Exception):
    """The tokens at this place are prose."""


def mathml(body: str, display: bool = False) -> str:
    """A whole <math> element on one line."""
    return f'<math display="block">{body}</math>' if display else f"<math>{body}</math>"


def symbol(text: str) -> str:
    """One symbol, such as 'p̂' or 'm⁰', as MathML. Raises ValueError for what is none."""
    reader = _Reader(tokens(text))
    try:
        body = reader.factor()
    except _NoMath:
        body = ""
    if not body or reader.place < len(reader.tokens):
        raise ValueError(f"not a symbol: {text!r}")
    return body


def tokens(text: str) -> list[Token]:
    """The text cut into words, letters, numbers and signs, nothing left out."""
    return [Token(str(m.lastgroup), m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def find(text: str) -> list[Equation]:
    """Every equation (with a relation) and every expression that multiplies, divides or raises, in order."""
    pieces, found, place = tokens(text), [], 0
    while place < len(pieces):
        equation, after = _read(pieces, place)
        if equation:
            found.append(equation)
        place = after
    return found


def _read(pieces: list[Token], place: int) -> tuple[Equation | None, int]:
    """The equation that starts at a token, and where to go on."""
    first = pieces[place]
    joined = place > 0 and pieces[place - 1].kind not in ("space",) and pieces[place - 1].text not in "(["
    if first.kind in ("space", "code", "prime", "lowered", "raised") or joined:
        return None, place + 1
    reader = _Reader(pieces, place)
    try:
        body = reader.relation()
    except _NoMath:
        return None, place + 1
    text = pieces[place : reader.place]
    composed = reader.composed or (reader.divided and reader.symbols)
    if not (reader.related or composed) or (first.kind == "word" and not _opens(pieces, place)):
        return None, place + 1
    return (
        Equation(first.start, text[-1].end, body, reader.related, frozenset(reader.symbols)),
        reader.place,
    )


def _opens(pieces: list[Token], place: int) -> bool:
    """Whether a clause starts here: a quantity of words may begin an equation only there."""
    before = [t for t in pieces[:place] if t.kind != "space"]
    return not before or before[-1].text in ".,:;("


class _Reader:
    """Recursive descent over tokens; each method returns MathML and moves on, or raises _NoMath."""

    def __init__(self, pieces: list[Token], place: int = 0) -> None:
        self.tokens, self.place = pieces, place
        self.related = self.composed = self.divided = False
        self.symbols: set[str] = set()

    def peek(self, skip: bool = True) -> Token | None:
        at = self._after_space() if skip else self.place
        return self.tokens[at] if at < len(self.tokens) else None

    def take(self, signs: str, skip: bool = True) -> str | None:
        """The next token's text if it is one of these signs."""
        token = self.peek(skip)
        if token is None or token.kind != "sign" or token.text not in signs:
            return None
        self.place = (self._after_space() if skip else self.place) + 1
        return token.text

    def _after_space(self) -> int:
        at = self.place
        while at < len(self.tokens) and self.tokens[at].kind == "space":
            at += 1
        return at

    def relation(self) -> str:
        out = self.sum()
        while True:
            mark = self.place
            sign = self.take(RELATIONS)
            if sign is None:
                return out
            try:
                right = self.sum()
            except _NoMath:
                self.place = mark
                return out
            self.related = True
            out += _operator(sign) + right

    def sum(self) -> str:
        out = _operator(sign, prefix=True) if (sign := self.take("−+")) else ""
        out += self.product()
        while True:
            mark = self.place
            sign = self.take("+−")
            if sign is None:
                return out
            try:
                right = self.product()
            except _NoMath:
                self.place = mark
                return out
            out += _operator(sign) + right

    def product(self) -> str:
        out = [self.factor()]
        while True:
            mark = self.place
            sign = self.take("·×/")
            if sign is None:
                if not self._joins():
                    return "".join(out)
                sign = ""
            try:
                right = self.factor()
            except _NoMath:
                self.place = mark
                return "".join(out)
            self.composed = self.composed or sign in ("·", "×")
            self.divided = self.divided or sign == "/"
            if sign == "/":
                out[-1] = f"<mfrac>{_row(_bare(out[-1]))}{_row(_bare(right))}</mfrac>"
            elif sign == "×":
                out += [_operator("×"), right]
            else:
                out += ['<mspace width="0.12em"/>' if sign else "", right]

    def _joins(self) -> bool:
        """Multiplication without a sign: 's(1 − x)', 'wP'."""
        token = self.peek(skip=False)
        return token is not None and (token.kind == "letter" or token.text in "([√")

    def factor(self) -> str:
        """An atom with its primes, subscripts and exponents."""
        if (token := self.peek()) and token.text in "ΔΣ":
            return self._prefixed()
        base = self.atom()
        below, above = "", ""
        while (token := self.peek(skip=False)) is not None:
            if token.kind == "prime":
                above += "<mo>′</mo>"
            elif token.kind == "lowered":
                below += _digits(token.text, LOWERED)
            elif token.kind == "raised":
                above += _digits(token.text, RAISED)
            elif token.text == "_" and (name := self._name_below()):
                below += name
                continue
            elif token.text == "^":
                self.place += 1
                above += _flat(_bare(self.atom()))
                self.composed = True
                continue
            else:
                break
            self.composed = self.composed or token.text == "⁺"
            self.place += 1
        return _scripts(base, below, above)

    def _name_below(self) -> str:
        following = self.tokens[self.place + 1 : self.place + 2]
        if not following or following[0].kind not in ("word", "letter", "number"):
            return ""
        self.place += 2
        return f"<mi>{following[0].text}</mi>"

    def _prefixed(self) -> str:
        """Δ and Σ before what they act on; with an accent they are symbols of their own."""
        self.place = self._after_space()
        sign = self.tokens[self.place].text
        self.place += 1
        following = self.peek(skip=False)
        if following is None or following.kind == "space":
            raise _NoMath
        return f"<mo>{sign}</mo>" + self.factor()

    def atom(self) -> str:
        self.place = self._after_space()
        token = self.peek()
        if token is None or token.kind in ("code", "lowered", "raised", "prime"):
            raise _NoMath
        if token.kind == "sign":
            return self._group(token)
        self.place += 1
        if token.kind == "number":
            return f"<mn>{token.text}</mn>"
        if token.kind == "fraction":
            over, under = FRACTIONS[token.text].split("/")
            return f"<mfrac><mn>{over}</mn><mn>{under}</mn></mfrac>"
        if token.kind == "letter":
            self.symbols.add(token.text)
            return _letter(token.text)
        return self._function(token.text) if token.text in FUNCTIONS else self._words(token)

    def _group(self, token: Token) -> str:
        """A bracket with what it holds, or a root."""
        if self.take("√"):
            self.composed = True
            return f"<msqrt>{_bare(self.atom())}</msqrt>"
        if token.text not in "([":
            raise _NoMath
        self.place += 1
        inside = self.relation()
        while self.take(","):
            inside += "<mo>,</mo>" + self.relation()
        closing = ")" if token.text == "(" else "]"
        if not self.take(closing):
            raise _NoMath
        return f"<mrow><mo>{token.text}</mo>{inside}<mo>{closing}</mo></mrow>"

    def _function(self, name: str) -> str:
        """ln x, ln(x), max(a, b)."""
        following = self.peek()
        if following is None or (following.kind == "sign" and following.text not in "([√"):
            raise _NoMath
        spaced = self.peek(skip=False)
        argument = self.factor()
        gap = '<mspace width="0.17em"/>' if spaced and spaced.kind == "space" else ""
        return f"<mrow><mi>{name}</mi><mo>&#8289;</mo>{gap}{argument}</mrow>"

    def _words(self, first: Token) -> str:
        """A named quantity of one or several words, as long as it ends where an operator or the clause does."""
        words, mark = [first.text], self.place
        while True:
            token = self.peek()
            if token is None or token.kind not in ("word", "letter") or self.peek(skip=False).kind != "space":  # type: ignore[union-attr]
                break
            if token.text in FUNCTIONS or (token.kind == "letter" and token.text != "a") or len(words) == MOST_WORDS:
                break
            words.append(token.text)
            self.place = self._after_space() + 1
        if len(words) > 1 and not self._closes():
            self.place, words = mark, words[:1]
        text = "\u00a0".join(words)
        return f"<mi>{text}</mi>" if len(words) == 1 else f"<mtext>{text}</mtext>"

    def _closes(self) -> bool:
        token = self.peek()
        return token is None or (token.kind == "sign" and token.text in "=+−·×/^)].,;:" + RELATIONS)


def _letter(text: str) -> str:
    """A single letter, its accents set above it."""
    parts = unicodedata.normalize("NFD", text)
    body = f"<mi>{parts[0]}</mi>"
    for accent in parts[1:]:
        sign = {"\u0302": "^", "\u0304": "¯", "\u0303": "~", "\u0305": "¯"}.get(accent)
        body = f'<mover accent="true">{body}<mo>{sign}</mo></mover>' if sign else f"<mi>{text}</mi>"
    return body


def _digits(text: str, table: dict[str, str]) -> str:
    plain = "".join(table[c] for c in text)
    parts = re.findall(r"\d+|\D", plain)
    return "".join(
        f"<mn>{p}</mn>" if p.isdigit() else f"<mi>{p}</mi>" if p.isalpha() else f"<mo>{p}</mo>" for p in parts
    )


def _scripts(base: str, below: str, above: str) -> str:
    if below and above:
        return f"<msubsup>{base}{_row(below)}{_row(above)}</msubsup>"
    if below:
        return f"<msub>{base}{_row(below)}</msub>"
    return f"<msup>{base}{_row(above)}</msup>" if above else base


def _flat(body: str) -> str:
    """Fractions of numbers in an exponent on one line, where stacked ones would be too small to read."""
    return re.sub(r"<mfrac><mn>(\d+)</mn><mn>(\d+)</mn></mfrac>", r"<mn>\1</mn><mo>/</mo><mn>\2</mn>", body)


def _operator(sign: str, prefix: bool = False) -> str:
    text = {"<": "&lt;", ">": "&gt;"}.get(sign, sign)
    return f'<mo form="prefix">{text}</mo>' if prefix else f"<mo>{text}</mo>"


def _row(body: str) -> str:
    return f"<mrow>{body}</mrow>"


def _bare(body: str) -> str:
    """Without the brackets that a fraction, root or exponent makes needless."""
    opened = re.fullmatch(r"<mrow><mo>\(</mo>(.*)<mo>\)</mo></mrow>", body, re.DOTALL)
    return _row(opened[1]) if opened else body
