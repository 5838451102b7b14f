"""Wordings that are put as others before a claim is read, as long as they were: "inflation taken out" is after
inflation."""

from __future__ import annotations

import calendar
import re
from functools import cache, partial

from overstretch import shipped
from overstretch.claims.reader.clauses.claim_words import LESS_INFLATION
from overstretch.claims.reader.figures.print_words import in_plain_print, the_one_meant, what_came_about
from overstretch.claims.reader.figures.range_words import plain_ranges
from overstretch.claims.reader.figures.sizes import plain_sizes
from overstretch.claims.reader.framings.predicates import plainly
from overstretch.claims.reader.moments.earliest import not_before
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.parties.names import undescribed
from overstretch.claims.reader.restated.moved import ABOUT, NUMBER, plain_moves
from overstretch.claims.reader.restated.wholes import as_wholes
from overstretch.claims.reader.series.tier_names import plain_tiers
from overstretch.claims.reader.vocabulary import inflected

_LESS_INFLATION = re.compile(
    rf"(?P<lead>^\W*|,? (?:and |but )?)\b(?:{LESS_INFLATION.pattern})(?: of (?:it|account))?,?", re.I
)
_TOGETHER = re.compile(
    r",(?P<words> (?:all )?(?:taken|put) together),(?= than\b)|^(?P<first>(?:all )?(?:taken|put) together|combined|"
    r"together|collectively|jointly|between them),",
    re.I,
)


_IN_MONEY = re.compile(  # "measured in euros, spending will ...": in that money, at its own prices
    r"^(?P<lead>\W*)(?P<words>(?:(?:measured|expressed|counted|reckoned|calculated|stated) )?in (?:euros?|dollars?|"
    r"pounds?|zlotys?|ro?ubles?|sterling|krona|kronor|kroner|forints?)(?: terms)?),",
    re.I,
)
_SHARE_ASIDE = re.compile(
    r",(?P<words> (?:measured )?as a (?:share|percentage|proportion|part) of (?:gdp|output|national income)),(?= "
    r"(?:will|would|is|was|could|may|has)\b)",
    re.I,
)


_IN_THE_RED_BY = re.compile(  # a level, no change
    rf"(?P<red>\b(?:under ?water|in the hole|in (?:the )?minus|overdrawn|out of pocket|adrift|in(?:to)? the red|in "
    rf"deficit|beyond (?:its|their) means|short|overspen(?:ds?|t)(?: (?:its|their|our|the) (?:income|revenues?|"
    rf"receipts|means|takings|tax take|tax revenue))?)) (?:by|to the tune of)(?= (?:(?:{ABOUT}|as much as|equivalent "
    rf"of) )*(?:[$€£]|\d(?!\d{{3}}\b)))",
    re.I,
)
_ON_THE_YEAR_IN = re.compile(  # "smaller than the year before in 2027"
    r"\bthan (?P<than>(?:in )?(?:the year before|a year (?:earlier|before)|(?:in )?the previous year)) "
    r"(?P<year>in (?:19|20)\d\d)\b",
    re.I,
)
_HOW_DONE = re.compile(r"(?<=\bof )(?:militarily|openly|directly|deliberately) (?P<doing>[a-z]+ing)\b")
_MOST_LIKELY = re.compile(  # "will almost certainly"
    r"(?<=\bwill )(?:almost|virtually|practically|nearly|most|very|quite|all but) (?=(?:certainly|likely|"
    r"probably|surely|assuredly)\b)",
    re.I,
)


_OPENS = r"(?P<lead>^\W*|[,;:-] (?:and |but |or )?|\b(?:that|and|but) )"
_WORLD = r"(?:in|under|on) (?:an?|the|any|our|its|their|this|that) (?:[\w-]+ ){0,2}?(?:scenario|world|situation|future|setting|simulation|case|variant|assumption)"
_CONDITIONS = (  # ways to put a condition, each as its plain word
    (
        re.compile(
            rf"{_OPENS}(?:when and if|as and when|when,? or if,?|if or when|if,? and when,?|if ever|if indeed|if at "
            rf"all)(?= \w)",
            re.I,
        ),
        "if",
    ),
    (re.compile(r"(?P<lead>[ ,])(?:if and when|when and if|as and when|if ever)(?= \w)", re.I), "if"),
    (re.compile(r"(?P<lead>^\W*|[ ,])(?:unless and until|until and unless)(?= \w)", re.I), "unless"),
    (re.compile(rf"{_OPENS}(?:{_WORLD}) without(?= (?:an?|the)\b)", re.I), "without"),
    (
        re.compile(rf"{_OPENS}(?:if and only if|if,? but only if,?|only in (?:case|the event that))(?= \w)", re.I),
        "only if",
    ),
    (re.compile(rf"{_OPENS}(?:{_WORLD}) (?:where|in which|that has|which has|under which)(?= \w)", re.I), "if"),
    (
        re.compile(rf"{_OPENS}(?:{_WORLD}) (?:with|of|featuring|built on)(?= (?:oil|urals|crude|an?|no|the)\b)", re.I),
        "with",
    ),
    (
        re.compile(
            r"(?P<lead>[,;-] ?)(?:at least|at any rate|or at least|in any case|that is(?: to say)?|always|"
            r"but then only|albeit only|"
            r"though only|and then only|and only|but only),? (?:if|assuming(?: that)?|provided(?: that)?)(?= \w)",
            re.I,
        ),
        "if",
    ),
)


_WITHOUT = re.compile(  # "without the arms race, growth would be higher": but for it
    r"(?:^\W*|[ ,])(?P<word>without)(?= (?P<cause>(?:[\w'-]+ ){0,4}?(?:arms race|re-?armament|build-?up|(?:defen[cs]e|"
    r"military|arms) (?:spending|effort|outlays|burden|drive)))\b)",
    re.I,
)
_WOULD_BE = re.compile(
    r"\b(?:would|'d) (?:\w+ly )?(?:be|grow|have been|rise|fall|run|stay|see|have)\b[^;]{0,40}\b(?:(?:high|low|fast|"
    r"slow|strong|weak|small|bigg|larg|great)er|more|less)\b",
    re.I,
)


_SPELT_PLEDGE = re.compile(  # "drop its pledge to spend 5% of GDP on defence": its 5% pledge
    r"(?P<verb>\b(?:abandon|drop|scrap|ditch|shelv|renounc|break|broke|tear|tore|giv|walk|back|reneg|go|went|row|"
    r"wriggl|pull|retreat|bin|bur(?:y|ie)|disown|repudiat|revok|withdraw|resil|stick|stuck|stand|stood|"
    r"uph[eo]ld)(?:\w{1,4})?(?: up| away| back| out)?(?: on| of| from| to| by)? (?:its|the|their|nato's)) "
    r"(?P<noun>pledge|commitment|promise|goal|target) (?:to|of) (?:spend|devot|put|invest|rais|lift|increas|reach|"
    r"bring|hit|tak|get|boost)(?:e|t?ing)?\b(?:(?! 20\d\d)[^,;.]){0,40}? ?\b(?P<n>(?:5|3\.5)(?:%| per ?cent)|(?:five|"
    r"three and a half) per ?cent)(?: of (?:its |their )?(?:gdp|output|national income))?(?: (?:on|to|for|into) (?:its "
    r"|the |their )?(?:defen[cs]e|military|army|armed forces))?(?! (?:by|in|from|before|until|no later) "
    r")",  # the year would be the pledge's
    re.I,
)
_FOR_ARMS = re.compile(r"\b(?:defen[cs]e|military|army|armed forces)\b", re.I)


def _named_pledge(m: re.Match[str]) -> str:
    lead = m["verb"].ljust(m.start("n") - m.start())  # the figure stays where it is
    room = len(m.group()) - len(lead) - len(m["n"])
    named = f"{lead}{m['n']} {'pledge' if room > len('pledge') else 'goal'}"
    fits = len(named) <= len(m.group()) and _FOR_ARMS.search(m.group())
    return named.ljust(len(m.group())) if fits else m.group()


def _but_for(text: str) -> str:
    m = _WITHOUT.search(text)
    return f"{text[: m.start('word')]}But for{text[m.end('word') :]}" if m and _WOULD_BE.search(text) else text


def _as_the_word(m: re.Match[str], word: str) -> str:
    lead = m["lead"]
    return lead + word.rjust(len(m.group()) - len(lead))


def restated(text: str) -> str:
    """The text with each such wording put as the other."""
    text = plain_tiers(as_wholes(the_one_meant(not_before(text))))
    text = _IN_THE_RED_BY.sub(lambda m: m["red"].ljust(len(m.group())), text)
    text = _ON_THE_YEAR_IN.sub(lambda m: f"{m['year']} than {m['than']}", text)
    text = _HOW_DONE.sub(lambda m: m["doing"].ljust(len(m.group())), text)
    text = _NIL.sub(lambda m: "0%".ljust(len(m.group())), in_plain_print(text))
    text = plain_ranges(plainly(_MOST_LIKELY.sub(lambda m: " " * len(m.group()), text)))
    text = undescribed(_LESS_INFLATION.sub(_after_inflation, text))
    text = _IN_MONEY.sub(lambda m: f"{m['lead']}{m['words']} ", text)
    text = _SHARE_ASIDE.sub(lambda m: f" {m['words']} ", text)
    text = _SPELT_PLEDGE.sub(_named_pledge, _but_for(text))
    for words, word in _CONDITIONS:
        text = words.sub(partial(_as_the_word, word=word), text)
    text = plain_verbs(text)
    text = _BY_WHOSE.sub(lambda m: " " * len(m.group()), _QUOTED_BY.sub(lambda m: " " * len(m.group()), text))
    text = _BETWEEN_MONTHS.sub(r"   from \g<first>  to \g<last>", text)
    text = _OF_A_YEAR.sub(_than_in, text)
    text = _LEFT_AT.sub(lambda m: m["at"].rjust(len(m.group())), text)
    return _TOGETHER.sub(lambda m: f" {m['words']} " if m["words"] else f"{m['first']} ", text)


_WHEN = r"(?:(?:by )?when(?: it (?:will|would|is to) (?:get|be|arrive) there)?|(?:an?|any|the) (?:date|year|deadline|timetable))"
_IT = r"(?:it|he|she|they|(?-i:[A-Z])\w+|the [a-z]+)"
_UNDATED = re.compile(  # that no date is given yet says nothing of what is pledged
    rf"(?<!never )\b(?P<pledge>(?:plans? to reach|commit|pledg|promis|vow|undert|sworn)\w*\b.*?)[,;]? (?:(?:but|though|"
    rf"although|yet|and) )?(?:(?:{_IT} )?(?:has|have) (?:not|never|yet to)(?: yet| so far)? (?:said?|say|named?|give|"
    rf"given|set|fix|fixed|specify|specified) {_WHEN}|what {_IT} (?:has|have) not (?:done|said) is (?:(?:to )?(?:say|"
    rf"name|give|set) )?{_WHEN}|leaving (?:the (?:date|year|deadline) open|open (?:by )?when)|no (?:date|year|deadline|"
    rf"timetable) (?:has been|was|is|had been) (?:set|named|given|fixed|agreed)|(?:by )?when,? {_IT} (?:does|did) not "
    rf"say|{_IT} (?:does|did) not say (?:by )?when)(?: yet| so far| for it)?(?=\W*$)",
    re.I,
)


def _unless_denied(m: re.Match[str]) -> str:
    denied = re.search(r"\b(?:not|never|no|nobody|none|neither|cannot)\b|n't\b", m.string[: m.start()], re.I)
    return m.group() if denied else " " * len(m.group())


def _so_much(m: re.Match[str]) -> str:
    """Without whose figure it is, where that is a party's."""
    whose = parties(m["who"])
    named = len(whose) == 1 and whose[0].kind == "party" and whose[0].end - whose[0].start == len(m["who"])
    return m["verb"].ljust(len(m.group())) if named else m.group()


def plain_verbs(text: str) -> str:
    """The text with each verb that says no more than a plain one put as that, as long as it was."""
    text = _UNCEREMONIOUSLY.sub(_unless_denied, text)
    text = _UNDATED.sub(lambda m: m["pledge"].ljust(len(m.group())), text)
    text = plain_sizes(plain_moves(_ANOTHERS.sub(_so_much, what_came_about(text))))
    for words, plain in _verbs():
        text = words.sub(partial(_plainly, by=plain), text)
    return text


_HEDGE = rf"(?:(?:an? [a-z]+(?:-[a-z]+)?(?= [$€£₽]?(?:\d|half\b))|{ABOUT}|fewer) )*"
_ARMS = (
    r"(?:(?:its|the|their|our|national) )?(?:own )?(?:defen[cs]e|arm(?:s|y|ies|ed (?:forces|services))\b|militar(?:y|"
    r"ies)|fighting forces|soldiers|troops|rearmament)"
)
_MONEY = rf"{_HEDGE}(?:US\$|[$€£₽]|[A-Z]{{3}} )?(?:\d|an?\b|half\b)(?:[^,;.]|\.(?=\d)){{0,40}}?"
_AHEAD = {
    "figure": rf"(?= {_HEDGE}{NUMBER})",
    "sum": rf"(?= {_HEDGE}{NUMBER})(?![^,;]*\b(?:points?|to|on(?:to)? (?:the|its|\w+'s))\b)",
    "share": rf"(?= {_HEDGE}(?:{NUMBER}[\w. ]{{0,20}}?(?:%|per ?cent|pc\b|"
    rf"pct\b)?(?: or \w+)? of (?:\w+ )?(?:its |the )?"
    r"(?:[\w']+ )?(?:gdp|gross domestic|output|national income)|\d[\d.]* times (?:its )?gdp|\d[\d.]*(?:%| per ?cent)"
    r"(?! of)))",
    "rate": rf"(?= (?:by )?(?:another |a further )?{_HEDGE}{NUMBER}[\w. ]{{0,16}}?(?:%|per ?cent|points?|"
    rf"pp\b|pct\b)(?! of))",
    "moved": r"\b",
    "wider": rf"(?= (?:(?:far|even|much|well|still) )?(?:wid|bigg|larg|deep|great|high)er than {_HEDGE}{NUMBER})",
    "balance": r"(?= (?:an? |its |the |their |only |public |gross |government |budget |state |economic |"
    r"real |annual |inflation |"
    r"\d[\d.]*(?:%| per ?cent)(?: of gdp)? |modest |large |record |small |sizeable |hefty |huge )*(?:deficit|surplus|"
    r"shortfall|debt|inflation|unemployment|growth)\b)",
    "soldiers": rf"(?= {_HEDGE}(?:\d|half\b|an? (?:quarter|army|force)\b)[\w., ]{{0,24}}?(?:troops|soldiers|"
    rf"men|personnel|servicemen|"
    r"people|army|force))",
    "more soldiers": r"(?= (?:an? |another |some |about |at least |up to |a further |an extra |"
    r"an additional )*\d[\d,]*(?: thousand)? "
    r"(?:more |extra |additional |new |fresh )?(?:troops|soldiers|men|personnel|servicemen)\b)",
    "money": rf"(?= {_HEDGE}(?:US\$|[$€£₽])?\d[\d.,]* ?(?:%|per ?cent|bn|tn|trn|billion|trillion|million))",
    "men": (
        rf"(?= {_HEDGE}(?:\d{{2,3}},\d{{3}}|[\d.]+ (?:million|thousand))\b(?! (?:billion|trillion|bn|tn|euros?|"
        rf"dollars?|pounds?|ro?ubles?|zlotys?|barrels?|tonnes?|a )))"
    ),
    "into arms": rf"(?= {_MONEY}(?:in)?to {_ARMS})",
    "for arms": rf"(?= {_MONEY}(?:for|on) {_ARMS})",
    "to arms": rf"(?= {_MONEY}(?:to|towards?) {_ARMS})",
    "an outlay": r"(?= an? (?:[a-z-]+ )?(?:military|defen[cs]e|army|arms) (?:outlay|bill|budget|spending|envelope|"
    r"burden|effort|"
    r"appropriation|allocation|vote|allotment|provision|expenditure|spend|share|tab)s? of )",
    "arms": rf"(?= {_ARMS})",
    "to the dollar": rf"(?= {_HEDGE}{NUMBER}[\d.,-]*(?: and a half)? (?:ro?ubles? )?(?:to|per|against|for) (?:the |"
    rf"an? |one |each )?"
    r"(?:us |american )?(?:dollar|greenback|buck)\b)",
    "a barrel": rf"(?= (?:a (?:price|mean|average) of |an average of )?{_HEDGE}{NUMBER}[\d.,-]*(?: (?:and|"
    rf"to) \$?\d+)?(?: (?:us |american )?dollars?)? (?:a|per|the|each) barrel\b)",
    "the year at": rf"(?= (?:(?:19|20)\d\d|(?:the|this|next|last) (?:year|decade|month|quarter)|"
    rf"december)(?: \w+)? (?:at|on|with|around|near) "
    rf"{_HEDGE}{NUMBER})",
    "from to": r"(?= (?:[\w'-]+ ){1,5}?from [^,;]{1,40}? to \W?\d)",
    "a rate": r"(?= (?:its|the) (?:[\w-]+ ){0,2}rates? (?:steady |unchanged |on hold )?at \d)",
}
_ANOTHERS = re.compile(  # "will match Norway's 3.3 per cent": so much
    r"(?<=\b)(?P<verb>(?:match|equal|rival|emulat|overtak|surpass|exceed|beat|top|reach|get to|draw level with)(?:e|es|"
    r"s|ed|ing|en)?) (?P<who>(?:the )?(?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])\w+)?(?:'s?)?) (?=\d[\d.]*(?:%| per ?cent)(?: of "
    r"(?:its |their )?gdp)?(?:$|[,.;]| (?:in|by|before|this|next|until|on|for|as|at|within|during|any)\b))",
    re.I,
)
_UNCEREMONIOUSLY = re.compile(
    r" without (?:(?:any|much|further|the slightest|great|a great deal of) )?(?:ceremony|fuss|fanfare|fail|ado|noise|"
    r"debate|regrets?|hesitation|anybody noticing|anyone noticing|a (?:murmur|whimper|fight|tear|fuss))\b",
    re.I,
)
_QUOTED_BY = re.compile(  # by whom somebody's words were passed on: "the minister said, quoted by TASS"
    r",? (?:as )?(?:quoted|cited|relayed) (?:by|in) (?:the )?(?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+)?(?=\W*$)",
    re.I,
)
_NIL = re.compile(r"(?<![\w-])(?<!net )zero(?= (?:real |economic )?(?:growth|inflation)\b)", re.I)
_BY_WHOSE = re.compile(  # whose figure it is: "by the ministry's lights"
    r"(?<![\w-])by (?:its|his|her|their|our|my|the (?-i:[a-z-]+)(?:'s|s')) (?:own )?(?:lights|reckoning|telling|"
    r"arithmetic|sums)\b,?",
    re.I,
)
_MONTHS = "|".join(calendar.month_name[1:])
_BETWEEN_MONTHS = re.compile(  # of different years: from the one to the other
    rf"\bbetween (?P<first>(?:{_MONTHS}) (?:19|20)\d\d) and (?P<last>(?:{_MONTHS}) (?:19|20)\d\d)\b", re.I
)
_LEFT_AT = re.compile(  # "was left unchanged at"
    rf"(?<=\b(?:was|are|ere|een|has|had|ept|eld|\sbe|\sis|\sas) )(?:(?:left|maintained|fixed|frozen|retained|parked|"
    rf"anchored|confirmed|measured|reported|placed|kept|held|stable|unchanged|steady|flat|constant|pegged|pinned|glued|"
    rf"nailed|rooted|moored|locked|clamped|camped|lodged|stranded|stuck) ){{1,2}}(?P<at>at){_AHEAD['figure']}",
    re.I,
)


@cache
def _verbs() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Each row as the pattern of its verbs, and the plain verb by their first word; "has" for what follows it."""
    rows = shipped.patterns("claims/reader/restated", "restated.toml")["row"]
    return tuple(
        _row(row["verbs"].split("|"), [w.replace("_", " ") for w in row["as"].split()], row["ahead"]) for row in rows
    )


def _row(verbs: list[str], plain: list[str], ahead: str) -> tuple[re.Pattern[str], dict[str, str]]:
    to, he, past, has = plain
    ways, by = [], {"has": has, "past": past}
    for phrase in sorted(verbs, key=len, reverse=True):
        first, _, rest = phrase.partition(" ")
        forms = [form for form in inflected(first) if not form.endswith("ing") and form != "am"]
        rest_of = " " + rest.replace("/", "|") if rest else ""
        ways.append(rf"(?:{'|'.join(map(re.escape, forms))}){rest_of}")
        if first != "be":  # "will be changing hands at"
            going = "|".join(map(re.escape, (form for form in inflected(first) if form.endswith("ing"))))
            ways.append(rf"be (?:{going}){rest_of}")
            by.setdefault("be", to)
        by |= dict.fromkeys(forms, past) | {first: to}
        by |= {form: he for form in forms if form in ("is", "are", "has") or (form.endswith("s") and form != "was")}
    held = rf"(?P<held>\b(?:has|have|had) (?:\w+ly |also |now )?)?\b(?P<verb>{'|'.join(ways)}){_AHEAD[ahead]}"
    return re.compile(held, re.I), by


_MODAL = re.compile(r"\b(?:will|would|could|may|might|can|shall|to|'ll) (?:\w+ly )?$", re.I)
_OF_A_YEAR = re.compile(  # "three times its 2021 level", "40% above the 2021 figure", "from its 2025 pace"
    r"\b(?P<link>times|twice|double|triple|treble|half|fold|above|below|from|than|over|on|compared (?:with|to)|against|"
    r"relative to|versus) (?:(?:its|the|their) (?P<year>(?:19|20)\d\d) (?:levels?|figures?|amount|value|total|size|"
    r"pace|rate|outlays?|sum|mark)\b|the (?:level|figure|amount|value|size) (?:of|in) (?P<of>(?:19|20)\d\d)\b)",
    re.I,
)


def _than_in(m: re.Match[str]) -> str:
    """As long as it was: "three times that of 2021", "40% higher than in 2021", "from 2025"."""
    link, year = m["link"].lower(), m["year"] or m["of"]
    bare = not re.search(r"\d(?:%| per ?cent)? $|\b(?:third|quarter|fifth|tenth|half) $", m.string[: m.start()])
    if link in ("above", "below"):
        words = f"{'higher' if link == 'above' else 'lower'} than"
    elif " " in link or link in ("from", "than", "over", "on", "against", "versus"):
        words = m["link"]
    else:
        words = f"{m['link']} that of"
    pad = len(m.group()) - len(words)
    return m.group() if pad <= len(year) or (bare and link in ("above", "below")) else words + year.rjust(pad)


def _plainly(m: re.Match[str], by: dict[str, str]) -> str:
    """The plain verb in the place of another, as long as it was; a longer one does not take it. None opens a sentence
    ("Stuck at 1.8%, ..."), and what "should run at" a figure is expected."""
    verb, ahead = m["verb"], m.string[: m.start()].rstrip()
    if not ahead or ahead.endswith(" should"):
        return m.group()
    first = verb.split()[0].lower()
    past = first in ("put", "shed") and not _MODAL.search(m.string[: m.start("verb")])
    plain = by["has"] if m["held"] else by["past"] if past else by[first]
    return m.group() if len(plain) > len(verb) else (m["held"] or "") + plain.rjust(len(verb))


def _after_inflation(m: re.Match[str]) -> str:
    words = " after" if m["lead"][-1:] == " " else "after"
    return words.ljust(len(m.group()) - len("inflation")) + "inflation"
