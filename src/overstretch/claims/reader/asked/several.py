"""Several claims in one sentence: each is read by itself with the others blanked, so that offsets stay those of the
text."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import pairwise

from overstretch.claims.reader.asked.further import parted, with_further
from overstretch.claims.reader.asked.lists import Share, compared, listed, named_alone
from overstretch.claims.reader.bearing import bears
from overstretch.claims.reader.bearing.clause_words import FINITE_VERB
from overstretch.claims.reader.clauses import clauses
from overstretch.claims.reader.draft import Unread, drafted
from overstretch.claims.reader.made import BESIDE, Reader, blanked
from overstretch.claims.reader.moments import moments
from overstretch.claims.reader.stance import NOT
from overstretch.questions.check import checked
from overstretch.questions.data import MIRRORED, SPANS, And, Compare, Not, Or, Question, When
from overstretch.questions.data import moments as moments_of
from overstretch.questions.text import parse, write
from overstretch.statements.record import Proposition, Read

_FINITE = (
    r"(?:will|would|could|may|might|is|are|was|were|has|have|had|won't|isn't|aren't|can|cannot|went|goes|should|must|"
    r"expects?|plans?|aims?|did|does|do|puts?|sees?|rose|fell|grew|spent|came|reached|stood|finds?|"
    r"closed|ended|posted|recorded|avoided|escaped)"
)
_BARE = (
    r"(?:stay|remain|keep|reach|rise|fall|climb|drop|hit|come|go|be|then|run|post|have|book|record|spend|devote|owe|"
    r"carry|see|grow|shrink|end|chalk up|rack up|suffer|field|incur|register|show|put)"
)
_MEANWHILE = (
    r"(?:in the same breath|at the same time|also|then|still|simultaneously|meanwhile|in the process|nonetheless|"
    r"nevertheless|yet|all the same|even so|by the same token|in the same year|on top of that|in parallel)"
)
_CUT = re.compile(
    r";\s|[.!?][\"']?\s+(?=[A-Z\"])|(?<!none)(?<!nobody)(?<!no one),?\s+(?:and|but|while|whereas|"
    rf"yet)\s+(?!(?:[\w'-]+ ){{1,3}}(?:put|taken|added) together|an? (?:half|quarter|third|fifth|tenth|bit)\b)(?=(?:[\w'-]+ ){{0,7}}?{_FINITE}\b|{_BARE}\b)|"
    rf"\s+and\s+(?:{_MEANWHILE},? )?(?={_BARE} [^,;]{{0,50}}?\d)|,?\s+even (?:as|while)\s+(?=[^,;]*\d)",
    re.I,
)
_NO_CLAIM = re.compile(
    r"it (?:says what ought|voices a wish|only names|names no quantity|seems to be irony|is a question|gives no "
    r"figure|is about something else)"
)
_TENSED = re.compile(
    r"n't\b|\b(?:will|would|could|may|might|can|to|was|were|had|stood|came|rose|fell|grew|reached|spent|did)\b", re.I
)
FURTHER = "a further claim, not read"
_LINK = re.compile(
    rf"^\W*(?:even as|even while|(?:and|but|while|whereas|yet)\b(?:\s+{_MEANWHILE},?(?= {_BARE} ))?)\b", re.I
)
_NAMES = re.compile(
    r"\b(?:(?P<word>neither|both|either) +)?(?:the )?(?P<first>[A-Z][\w.'-]+(?: [A-Z][\w'-]+)?)(?P<more>(?:, (?:the "
    r")?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)*),? (?P<join>nor|and|or) (?:the )?(?P<last>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\b"
)
_EITHER = re.compile(
    r"\b(?P<word>either|both) (?P<a>(?:[\w'-]+ ){2,12}?)(?P<join>or|and) (?P<b>.{8,}?)(?=[,.;]|$)", re.I
)


def readings(text: str, before: str, said: date, one: Reader) -> list[Proposition]:
    """The propositions of a sentence: of the whole where it is one claim, else of each of its claims. Raises Unread
    where there is none."""
    text = named_alone(text)
    with suppress(Unread):
        if len(found := _of_a_list(compared(text, before), one)) > 1:
            return found
    try:
        if (alike := _joint(before, one, _echoed(text, said))) is not None:
            return [alike]
        return with_further(one(text, before), text, before, said, one)
    except Unread as reason:
        with suppress(Unread):
            return _said_again(text, before, said, one)
        with suppress(Unread):
            return parted(text, before, said, one)
        with suppress(Unread):
            if found := _of_a_list(listed(text, before, said), one):
                return found
        joined = _joint(before, one, _names(text, said), _either(text))
        if joined is not None:
            return [joined]
        with suppress(Unread):
            if halves := _in_two(text, said):
                return [made for half in halves for made in with_further(one(half, before), half, before, said, one)]
        found, left = [], []
        for share in _sentences(text, before, said):
            if _below(share.text, text):
                raise reason
            try:
                found += _each(share, said, one)
            except Unread as unread:
                if not found and (bears(share.text) or not _NO_CLAIM.match(str(unread))):
                    raise reason from None
                left.append(Read(part=FURTHER, text=share.text.strip()))
        if not found or (left and any(_undated(p) for p in found) and any(moments(r.text, said) for r in left)):
            raise reason  # the date may be that of both
        first = found[0].model_copy(update={"set_aside": [*found[0].set_aside, *left]})
        return list({p.key(): p for p in (first, *found[1:])}.values())


_AGAIN = re.compile(  # the figure that stands before: "won't be there either", "come back under it"
    r"(?:,|;|\band\b|\bbut\b)[^,;]{4,60}?\b(?:(?P<there>there)|(?:above|below|over|under|beyond|past|at)(?P<it> "
    r"(?:it|that(?: (?:level|mark|threshold|figure))?)))(?=[.,;]|\W*$| (?:either|too|as well|in|by|before|until|"
    r"through|again)\b)",
    re.I,
)


def _said_again(text: str, before: str, said: date, one: Reader) -> list[Proposition]:
    """The claims of a sentence with the one figure that it goes back to said again in its place. Raises Unread where
    there is none."""
    m = _AGAIN.search(text)
    figures = drafted(text[: m.start()], said).figures if m else []
    if m is None or len(figures) != 1:
        raise Unread("it goes back to no figure")
    at = "there" if m["there"] else "it"
    told = f"{text[: m.start(at)]}{'at' if m['there'] else ''} {figures[0].text}{text[m.end(at) :]}"
    first, *others = readings(told, before, said, one)
    levels = {
        (q.left.series, q.left.change, q.right)
        if isinstance(q, Compare) and q.left.when.relation not in SPANS
        else None
        for q in (_affirmed(parse(p.question)) for p in (first, *others))
    }
    if not others or len(levels) > 1 or None in levels:
        raise Unread("it goes back to another figure")
    beside = [Read(part=BESIDE, text=" ".join(text[m.start() : m.end()].split()))]
    return [first, *(p.model_copy(update={"read": beside, "set_aside": []}) for p in others)]


def _affirmed(question: Question) -> Question:
    return question.of if isinstance(question, Not) else question


def _of_a_list(shares: list[Share], one: Reader) -> list[Proposition]:
    """The claims of a list, each bounded as the first is where nothing bounds it otherwise. Raises Unread where one is
    not read."""
    found: list[Proposition] = []
    for share in shares:
        try:
            made = one(share.text, share.before)
            question, first = parse(made.question), parse((found or [made])[0].question)
            if isinstance(question, Compare) and isinstance(first, Compare):
                question = replace(question, op=first.op) if share.alike else question
                _bounded_too(question, first, share)
        except Unread:
            if not found or share.amount is None or not (share.alike or share.bound):
                raise
            made, question = found[0], _at_another_time(parse(found[0].question), *share.amount, share.bound)
        found.append(made.model_copy(update={"question": write(checked(question))}))
    return list({p.key(): p for p in found}.values())


def _bounded_too(question: Compare, first: Compare, share: Share) -> None:
    """'Germany will spend less than 3%, France 2%': whether the bound of the first is that of the second. Raises
    Unread."""
    if question.left.who != first.left.who and question.op != first.op and not (share.alike or share.bound):
        raise Unread("it does not say whether its first bound is that of the others too")


def _at_another_time(question: Question, when: When, amount: float, bound: str) -> Question:
    """The same quantity at another moment. Raises Unread for any question but of a level."""
    if not isinstance(question, Compare) or question.left.change or not isinstance(question.right, float):
        raise Unread("could not place its figures")
    turned = MIRRORED if question.right < 0 else {}
    right = amount if question.right > 0 else -amount
    op = turned.get(bound, bound) or question.op
    return replace(question, left=replace(question.left, when=when), op=op, right=right)


def _each(share: Share, said: date, one: Reader) -> list[Proposition]:
    """The claims of a share: one, or one for each of its figures with its moment. Raises Unread where it is neither."""
    try:
        return with_further(one(share.text, share.before), share.text, share.before, said, one)
    except Unread as unread:
        with suppress(Unread):
            if found := _of_a_list(listed(share.text, share.before, said), one):
                return found
        raise unread


_BELOW = re.compile(r"^\W*(?:(?:and|but|while|yet) )?(?:(?P<that>that|nor)|what|how|whether|why|who)\b", re.I)


_DENIED = re.compile(
    rf"{NOT.pattern}|\b(?:nobody|no one|few|none|hardly any\w*|doubts?|denie[sd]|deny|unlikely)\b", re.I
)


def _below(share: str, text: str) -> bool:
    """Whether a share is a clause that another verb holds: one that asks, or goes on with what is denied."""
    m = _BELOW.match(share)
    held = len(share) - len(share.lstrip())
    return m is not None and held > 0 and (m["that"] is None or _DENIED.search(text[:held]) is not None)


def _undated(made: Proposition) -> bool:
    return any(w.default for w in moments_of(parse(made.question)))


def _joint(before: str, one: Reader, *ways: tuple[list[str], str] | None) -> Proposition | None:
    """'Neither A nor B', 'A and B', 'either X or Y': one question of both or of either."""
    for made in ways:
        if made is None:
            continue
        texts, word = made
        try:
            found = [one(t, before) for t in texts]
        except Unread:
            continue
        questions: list[Question] = [parse(p.question) for p in found]
        if len({write(q) for q in questions}) < len(questions) or len(set(map(_names_no_day, questions))) > 1:
            continue
        joined = Or(tuple(questions)) if word == "or" else And(tuple(questions))
        return found[0].model_copy(
            update={"question": write(checked(joined)), "read": [r for p in found for r in p.read]}
        )
    return None


def _names_no_day(question: Question) -> bool:
    """Whether no moment is stated: beside one that is, it may be the same."""
    return all(w.default or w.relation == "latest" for w in moments_of(question))


def _names(text: str, said: date) -> tuple[list[str], str] | None:
    """A text for each of several parties that share one verb."""
    m = _NAMES.search(text)
    if not m or re.search(r"\b(?:together|combined|between them|jointly|average)\b", text, re.I):
        return None
    draft = drafted(text, said)
    spots = [(p.start, p.end) for p in draft.parties_of("party") if m.start() <= p.start and p.end <= m.end() + 2]
    wanted = 2 + m["more"].count(",")
    if (
        len(spots) != wanted
        or (any(f.kind == "money" for f in draft.figures) and not _EACH.search(text, m.end()))
        or re.search(r"\b(?:than|as (?:much|high)|that|those) (?:as |of )?(?:the )?$", text[: spots[0][0]], re.I)
    ):
        return None
    if m["join"] == "or" and re.search(r"\b(?:not|never|n't)\b", text):
        return None
    start, end = spots[0][0], spots[-1][1]
    if re.search(r"\b(?:only|just|alone)\W*$", text[:start], re.I) or re.match(
        r"\W*(?:alone|only)\b", text[end:], re.I
    ):
        return None  # the others are meant not to
    apart = [e.span() for e in _EACH.finditer(text, end)]
    texts = [blanked(text, (start, a), (b, end), *apart) for a, b in spots]
    than = re.search(r"\bthan\W*$", text[: m.start()], re.I)  # more than either: than both
    if (m["word"] or "").lower() in ("both", "either"):
        texts = [blanked(t, (m.start(), m.start() + len(m["word"]))) for t in texts]
    return texts, "or" if m["join"] == "or" and not than else "and"


_EACH = re.compile(r"(?:(?<=will )|(?<=would )|(?<=could )|(?<=may )|(?<=might )|(?<=have ))each(?= [a-z])", re.I)


def _either(text: str) -> tuple[list[str], str] | None:
    """'Either the war is over or he is gone': a text for each side."""
    m = _EITHER.search(text)
    if (
        not m
        or (m["word"].lower() == "either") != (m["join"].lower() == "or")
        or NOT.search(text)
        or re.search(r"\bthan\W*$", text[: m.start()], re.I)
    ):
        return None
    word = (m.start(), m.start("a"))
    return [blanked(text, word, (m.start("join"), m.end("b"))), blanked(text, word, (m.start("a"), m.start("b")))], m[
        "join"
    ].lower()


_NAME = r"(?:the )?(?-i:[A-Z])[\w.'-]*\w(?: (?-i:[A-Z])[\w'-]+)?"
_AUX = r"(?:will|would|could|may|might|did|does|do|is|are|was|were|has|have|had)"
_ECHO = re.compile(  # "..., and so will Italy", "as did Latvia", "and Belgium will too", ", Slovenia will miss it,"
    rf"(?:,|;| -)?(?: and| but)? (?:so|as|(?P<nor>neither|nor)) (?P<aux>{_AUX}) (?P<who>{_NAME}(?:(?:, |"
    rf" and |, and ){_NAME})*)"
    rf"(?=[,.;]|\W*$)|,? and (?P<too>{_NAME}) (?P<help>{_AUX}) (?:too|as well|likewise|do the same)(?=[,.;]|\W*$)|"
    rf", (?:and )?(?P<one>{_NAME}) (?P<verb>(?:will|would|could) \w+) it(?=,)",
    re.I,
)
_HELD = re.compile(rf"\b(?:{_AUX}|shall|should|must|can)\b", re.I)


_TWO = re.compile(  # of a headline: "Rome lingers at 1.6pc while Vilnius heads for 5.5pc"
    r"^\W*(?:(?:Nato|NATO|EU|Europe|Defen[cs]e): )?(?P<one>(?:\.(?=\d)|[^.,;:?])*\d(?:\.(?=\d)|"
    r"[^.,;:?])*?)(?<!much)(?<!many)"
    r"(?<!high)(?<!low)(?<!large)(?<!big)(?<!same) (?:as|while|even as) (?P<other>[A-Z](?:\.(?=\d)|"
    r"[^.,;:?])*\d(?:\.(?=\d)|"
    r"[^.,;:?])*)\W*$"
)


def _in_two(text: str, said: date) -> list[str]:
    """The halves of a sentence that puts two parties side by side, each with its figure."""
    m = _TWO.match(text)
    if m is None:
        return []
    halves = [blanked(text, (0, m.start(half)), (m.end(half), len(text))) for half in ("one", "other")]
    drafts = [drafted(half, said) for half in halves]
    named = [{p.value for p in draft.parties if p.kind == "party"} for draft in drafts]
    alone = all(len(own) == 1 and len(draft.figures) == 1 for own, draft in zip(named, drafts, strict=True))
    return halves if alone and named[0] != named[1] else []


def _echoed(text: str, said: date) -> tuple[list[str], str] | None:
    """'Spain will miss 3.5% in 2035, and so will Italy': a text for each party, with the verb of the first."""
    echoes = list(_ECHO.finditer(text))
    if not echoes:
        return None
    main, behind = text[: echoes[0].start()], drafted(blanked(text, (0, echoes[-1].end())), said)
    own = [p for p in drafted(main, said).parties if p.kind == "party"]
    bare = blanked(text, *(m.span() for m in echoes))
    if len(own) != 1 or behind.moments or behind.figures or behind.parties:
        return None
    texts = [bare]
    for m in echoes:
        verb, denied = (m["verb"] or m["aux"] or m["help"]).lower(), m["nor"] is not None
        plain_past = verb in ("did", "does", "do") and _HELD.search(main) is None
        if denied != (NOT.search(main) is not None) or not (plain_past or re.search(rf"\b{verb}\b", main, re.I)):
            return None
        a, b = m.span(next(name for name in ("who", "too", "one") if m[name]))
        named = [p for p in drafted(text, said).parties if a <= p.start < b]
        if any(p.kind != "party" for p in named) or _JOINED.sub(
            "", blanked(text, *((p.start, p.end) for p in named))[a:b]
        ):
            return None
        for p in named:
            texts.append(blanked(bare, (own[0].start, own[0].end))[: p.start] + text[p.start : p.end] + bare[p.end :])
    return texts, "and"


_JOINED = re.compile(r"\b(?:and|the)\b|[\s,]|'s?\b")


def _sentences(text: str, before: str, said: date) -> list[Share]:
    """A share for each clause with a verb of its own; none where a condition stands in the first, which may hold for
    all."""
    cuts = [0, *(m.start() for m in _CUT.finditer(text)), len(text)]
    if len(cuts) < 3 or not (
        re.search(rf"\b{_FINITE}\b", text[: cuts[1]], re.I) or FINITE_VERB.search(_WHOSE.sub("", text[: cuts[1]]))
    ):
        return []
    if re.match(rf"\s+and\s+(?:{_MEANWHILE},? )?{_BARE}\b", text[cuts[1] :], re.I) and NOT.search(text[: cuts[1]]):
        return []  # "will not spend 2% and run a deficit": it may deny both
    first = clauses(text[: cuts[1]])
    if first.of("condition") or _DENIED.search(first.stance):  # which may hold for all
        return []
    shares = []
    for a, b in pairwise(cuts):
        part = text[a:b]
        link = _LINK.match(part)
        start = a + (link.end() if link else 0)
        shares.append(Share(_timed(text, start, b, said, _subject(text, cuts[1], start)), f"{before} {text[:a]}"))
    return shares


_WHOSE = re.compile(  # no verb: "Germany's spending on pensions and defence will"
    r"'s\b(?! (?:going|doing|running|heading|getting|at|not|now|already|set|likely|bound|been|still|on|in|"
    r"about|the|an?|"
    r"just|only|no|over|under|above|below|up|down|due|near|close|around)\b| \d)",
    re.I,
)


def _subject(text: str, first: int, start: int) -> int:
    """How far the subject (and auxiliary) of the first clause reaches, where a later clause begins with its verb; else
    0."""
    if not start or re.search(r"[.!?;][\"']?\s", text[:start]):
        return 0
    later = re.match(rf"\s*(?P<own>{_FINITE}\b)?(?P<bare>{_BARE}\b)?", text[start:], re.I)
    verb = re.search(rf"\b{_FINITE}\b", text[:first], re.I)
    if verb is None or later is None or not (later["own"] or later["bare"]):
        return 0
    return verb.end() if later["bare"] else verb.start()


def _timed(text: str, start: int, end: int, said: date, subject: int) -> str:
    """The share of a claim with the subject it goes on with, and with the moment of the clause before it where it gives
    a figure and none of its own."""
    own = drafted(blanked(text, (subject, start), (end, len(text))), said)
    earlier = drafted(re.sub(r",(?=\s)", " ", text[:start]), said).moments
    present = not subject and not _TENSED.search(own.text)
    if (
        present
        or own.moments
        or not own.figures
        or len(earlier) != 1
        or re.search(r"[.!?][\"']?\s", text[earlier[0].end : start])
    ):
        return own.text
    return blanked(
        text, (subject, max(subject, earlier[0].start)), (max(subject, earlier[0].end), start), (end, len(text))
    )
