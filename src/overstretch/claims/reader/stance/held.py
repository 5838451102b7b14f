"""Words of a report that hold its claim otherwise than as true: "rarely expect", "no longer denies", "laugh at the idea
that"; what is held so is refused, where the stance is not read by itself."""

from __future__ import annotations

import re

from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.clauses import claim_words as cw
from overstretch.claims.reader.draft import unplaced
from overstretch.claims.reader.framings import aside, beside, by_row
from overstretch.claims.reader.framings.predicates import plainly
from overstretch.claims.reader.vocabulary import find, plain
from overstretch.statements.record import Statement

SHORT = 4  # words in front of "that"
_SAYING = (
    r"(?:insist|warn|suggest|argue|maintain|impl|sa[iy]|claim|state|assert|announce|predict|promise|pledge|"
    r"confirm|tell|"
    r"told|guarantee|convince)\w*"
)
_DENYING = r"(?:den(?:y|ies|ied|ying)|doubt\w*|disput\w+|exclud\w+|rul(?:e|es|ed|ing) out|contest\w*)"
_HOLDERS = (
    r"(?:economists?|analysts?|experts?|forecasters?|observers?|critics|officials|ministers|generals|diplomats|traders|"
    r"bankers|pollsters|institutes?|banks?|historians?|strategists?)"
)
_OTHERWISE = re.compile(  # in whatever a report says
    r"\b(?:rarely|seldom|barely|scarcely|hardly ever|hard to|difficult to|tough to|less (?:sure|"
    r"certain|confident)|no longer (?:pric|fear|see|expect|predict|forecast|anticipat|project|reckon|think|"
    r"foresee|warn|bet|assum)\w*|no longer (?:sure|certain|confident|shares?|says?|claims?|insists?|argues?|believes?)|"
    r"(?:once|formerly|previously|originally|at first|last year|a year ago) (?:expect|predict|forecast|believ|thought|"
    r"saw|fear|warn|promis)\w*|(?:yet|still) to (?=\w)(?!come\b|be\b)|g[ai]ve[ns]? up|giving up|stop(?:s|ped|"
    r"ping)? short|reluctan\w+|"
    r"hesita\w+|unwilling|loath|refus\w+|declin(?:e[sd]?|ing)(?= to)|fail\w*|forgot\w*|lying|"
    r"half (?:of )?(?:the |all )?"
    rf"{_HOLDERS}|(?:fewer|less|more) than half of (?:the |all )?"
    rf"{_HOLDERS}|fewer (?={_HOLDERS})|not (?:all|every|each|many))\b|"
    r"(?:\b(?:not|never|hardly|scarcely|far from|no longer|anything but|less|un)|n't)\b[^.,;]{0,14}\b(?:convinced|"
    r"persuaded)\b|\bunconvinced\b|"
    rf"\b(?:no longer|stop(?:s|ped|ping)?|ceased? to|neither)\b[^.,;]{{0,20}}\b{_DENYING}\b|"
    r"\b(?:critici[sz]|laugh|scoff|mock|ridicul|attack|discuss|debat|question|challeng|examin|weigh|toy|flirt|play"
    r")\w*\b[^.,;]{0,20}\b(?:the|that|this|any) (?:idea|forecast|claim|view|notion|prediction|suggestion|assertion|"
    r"assumption|argument|thesis|thought|scenario)s?\b",
    re.I,
)
_NOT_SAID = re.compile(rf"\b(?:did|does|do|has|have|had)(?: not|n't)\b[^.,;]{{0,14}}?\b{_SAYING}\b", re.I)
_DENIES = re.compile(
    r"n't\b(?! tell (?:you|us))|\b(?:not|never|nobody|no one|none|few|neither)\b(?! (?:only|surprisingly|least))", re.I
)

_REPORTS = (
    r"(?:reports?|claims?|forecasts?|predictions?|projections?|estimates?|views?|rumou?rs?|statements?|"
    r"remarks?|comments?|suggestions?|"
    r"warnings?|assertions?|announcements?|assessments?|speculation|talk|pledges?|promises?|vows?|plans?)"
)
_DONE_TO = re.compile(  # what somebody does about what is said: "corrected reports that", "was silent on"
    r"\b(?P<what>(?!(?:the|an?|its|his|her|their|and|or|of|according|is|are|amid|despite|after|before|by|with|there|"
    r"(?:confirm|repeat|reiterat|renew|reaffirm|defend|publish|issu|cit|back(?!track|pedal|(?:s|ed|"
    r"ing) (?:away|off|down|out|from))|shar|endors|voic|support|quot|releas|present|"
    r"accept|agree|echo|bolster|corroborat|maintain|restat|affirm|underlin|underscor|stress|emphasi|insist|join|add|"
    r"mak|den(?:y|ies)|reject|dismiss|disput|refut|rebut|contradict|rul|exclud|stick|sticks|lend|bas|believ|"
    r"read|see|heard|hear|"
    r"welcom|carr|credit|trust|hold|agre)\w*|made|denied|stands?|stood|stuck|g[ai]ve[sn]?|read|held)\b)[\w']+ed|"
    r"(?:silent|quiet|mum|vague|evasive|coy|tight-lipped|relaxed|sceptical|skeptical|cautious|wary|angry|furious|calm)|"
    r"(?!(?:confirm|repeat|reiterat|renew|reaffirm|defend|publish|issu|cit|back(?!track|pedal|(?:s|ed|"
    r"ing) (?:away|off|down|out|from))|shar|endors|insist|accord|bas|agre|report|claim|"
    r"forecast|predict|project|estimat|warn|announc|stand|stood|stick|stuck|hold)\w*)[\w']+(?= (?:himself|"
    r"herself|itself|themselves|back|down|away)\b))"
    r"(?: (?:on|of|to|from|about|with|at|back|over|down|away|up|off|out|himself|herself|itself|themselves|by))*"
    r" (?:(?:the|all|any|earlier|recent|press|media|its|his|her|their|those|these|such|own|previous|foreign|newspaper|"
    rf"latest|last|first|central|official|public|growth|[\w-]+'s) )*{_REPORTS}(?: that|:|,)?\W*$",
    re.I,
)

PART_OF_THEM = re.compile(  # who plans or says is not all of them: "Eight allies plan to"
    r"\b(?!(?:the|united|nato|nato's|alliance|alliance's|european|allied|western|baltic|nordic|eu|all|its|"
    r"our|their|and|of|other|america's)\b)[\w'-]+ "
    r"(?:(?:nato|european|baltic|nordic|eu|other|of the|of its) )*(?:allies|members|member states|states|countries|"
    r"capitals)\b (?:[\w']+ ){0,4}?(?:plan|intend|expect|pledg|promis|commit|aim|sa[iy]|told|tell|vow|agree|forecast|"
    r"predict)\w*\b[^.,;:]{0,30}$",
    re.I,
)


def comes_about(claim: str) -> bool:
    """Whether its "should" says what is expected: not of what is decided upon ("defence spending should rise")."""
    comes = cw.COMES.search(claim)
    decided = comes is not None and cw.DECIDED_UPON.search(comes.group()) and find(claim, "concept", ("MIL",))
    return comes is not None and not decided


def held_otherwise(found: Clauses) -> None:
    """Raises Unread where a report that was set aside turns what it tells; a stance that was read by itself is none."""
    for piece in found.of("report"):
        words = cw.OF_ITS_SOURCE.sub(" ", found.words(piece))
        if piece.word == "stance" or (piece.word == "frame" and not _OTHERWISE.search(words)):
            continue
        if m := _OTHERWISE.search(words) or _NOT_SAID.search(words) or _DONE_TO.search(words):
            raise unplaced(m)
        if piece.word in ("heading", "leading") and (m := _DENIES.search(words)):
            raise unplaced(m)


def said_otherwise(lead: str, content: str) -> str | None:
    """The words in front of a content that hold it otherwise; None where none do. What denies a belief is read as a
    denial."""
    noun, _, told = content.partition(" that ")  # "the idea that ..."
    m = _OTHERWISE.search(f"{lead}{noun}" if told and len(noun.split()) < SHORT else lead) or _NOT_SAID.search(lead)
    m = m or _DONE_TO.search(lead)
    return m.group().strip() if m else None


HELD_ON = re.compile(
    r"\W*(?:(?:if|unless|provid(?:ed|ing)|assuming|supposing|should|barring|only if|as long as|so long as|"
    r"in case|in the event|absent|"
    r"in the absence|failing|on (?:the )?(?:condition|assumption)|given (?=an?\b|no\b|oil\b|urals\b))\b.+,|"
    r"(?:let's |let us )?(?:say|suppose|imagine|"
    r"assume|picture)\b.+[,:;])",
    re.I,
)
HELD_ON_TOO = re.compile(
    r"[\s,;–—-]*(?:(?:but|and) )?(?:only )?(?:if|unless|provided|assuming|as long as|so long as|barring|"
    r"on condition)\b",
    re.I,
)
SUPPOSES = re.compile(  # "Suppose a truce is reached by then. | Then growth will ..."
    r"(?:^|[.?!\"]\s+)(?:(?:let's|let us|just|now|but|and|so),? )*(?:say|suppose|imagine|assume|picture)(?: that)?,? "
    r"(?:an?|the|no|all|every|there|they|it|oil|urals|peace|[A-Z]\w+)\b[^.?!]*[.!:;]\s*$",
    re.I,
)


def with_what_is_supposed(statement: Statement, whole: str) -> Statement:
    """With the supposition that stands before it in its own sentence: "Say a truce is reached by then: growth will ..."."""
    first, last = (statement.spans[0][0], statement.spans[-1][1]) if statement.spans else (0, 0)
    said = SUPPOSES.search(plain(whole[:first]))
    if said is None or not said.group().rstrip().endswith((":", ";")) or whole[first:last] != statement.content:
        return statement
    start = said.start() + len(said.group()) - len(said.group().lstrip(' .?!"'))
    end = max(last, statement.sentence[1]) if statement.sentence else last
    return statement.model_copy(
        update={"content": whole[start:last], "spans": [(start, last)], "sentence": (start, end)}
    )


def with_its_frame(statement: Statement, whole: str) -> Statement:
    """With what stands before its content where that is no speaker, but holds it: "Few would dispute that", "It is a
    lie that", "Norway has no hope of"."""
    if statement.sentence is None or not statement.spans:
        return statement
    start, end = statement.sentence
    statement = _as_it_holds(statement, whole)
    first, last = statement.spans[0][0], statement.spans[-1][1]
    if not 0 <= start < first < last <= end <= len(whole) or not _is_framed(plain(whole[start:end]), first - start):
        return statement
    own = {"content": whole[start:end], "spans": [(start, end)], "force": "assert", "cue": None}
    return statement.model_copy(update=own)


def _as_it_holds(statement: Statement, whole: str) -> Statement:
    """Without what the words around a claim only seem to say of it: a doubt that is denied, a duty to note it."""
    if len(statement.spans) > 1 and beside(plain(whole[slice(*statement.spans[-1])])):
        kept = statement.spans[:-1]
        statement = statement.model_copy(update={"content": " ".join(whole[a:b] for a, b in kept), "spans": kept})
    text = plain(statement.content)
    start = aside(text)
    held = by_row(text[start:])
    if held and statement.modality == "should" and not _OUGHT.search(text, start + held.end):
        return statement.model_copy(update={"modality": "will" if " will " in text else "is"})
    lead = plain(whole[statement.sentence[0] : statement.spans[0][0]]) if statement.sentence else ""
    doubtless = statement.force == "deny" and _NO_DOUBT.search(lead)
    return statement.model_copy(update={"force": "assert"}) if doubtless else statement


_OUGHT = re.compile(r"\b(?:should|must|ought|has to|have to|needs? to)\b", re.I)
_NO_DOUBT = re.compile(
    r"\b(?:has|have|had) (?:\w+ )?(?:no|little|not the slightest) (?:\w+ )?doubts?(?: at all| whatsoever)? that\W*$"
)


def _is_framed(sentence: str, lead: int) -> bool:
    held, put = by_row(sentence), plainly(sentence)
    if held is not None and abs(held.end - lead) <= 1 and (held.stance or _FEW.match(sentence)):
        return True
    return any(lead <= m.end() <= lead + SHORTER and put[: m.end()] != sentence[: m.end()] for m in _PUT.finditer(put))


_FEW = re.compile(r"\W*(?:very )?few\b", re.I)
_PUT = re.compile(r"\s{2,}(?:will|could|won't|plans? to reach) ")
SHORTER = 5  # characters by which an infinitive is shorter than the gerund that it is put for
