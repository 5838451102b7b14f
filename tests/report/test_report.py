"""The HTML report: complete, offline, escaped, and honest about what it lacks."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
import sample

from overstretch.errors import InputError
from overstretch.facts.links import link
from overstretch.report import behind, card_html, claim_cards, report_html, wording, write_report

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Collects elements, attributes and the text of a page; fails on unbalanced tags."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


def test_page_is_well_formed_and_ids_are_unique(page):
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {a["href"][1:] for t, a in page.tags if t == "a" and (a.get("href") or "").startswith("#")}
    assert targets <= set(ids)


def test_nothing_is_loaded_from_elsewhere_and_no_script_runs(page, html):
    assert not [t for t, _ in page.tags if t in {"script", "link", "img", "iframe", "object", "form"}]
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert "style" not in attributes, tag
        assert "src" not in attributes
        assert re.match(r"#|https?://", attributes.get("href") or "#"), attributes
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
    assert "url(" not in style and "@import" not in style


def test_content_policy_names_the_style_sheet_by_its_digest(page, html):
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(
        a["content"] for t, a in page.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_article_text_is_escaped(page, html):
    assert "<script>" not in html and "<b>gazette" not in html and "<i>costs" not in html
    assert " ".join(sample.HOSTILE.split()) in page.text


def test_every_statement_is_shown_or_counted(page):
    for statement in sample.STATEMENTS:
        assert " ".join(statement.content.split()) in page.text
    assert "1 repeated sentence counted once" in page.text


def test_every_verdict_has_a_card_with_its_figures(page):
    cards = [a for t, a in page.tags if t == "article"]
    assert len(cards) == len(sample.VERDICTS)
    for words in (
        "under one in 100",
        "Effect of the cause: +0.1 points of probability (−0.2 to +0.3)",
        "0 events in 1,432 member-years",
        "Default: by the end of 2035",
        "said after the cut-off 2025-07-03: s1",
        "speed at which the gap to the pledge closes of at least 0.16",
        "1.4% for 2025; nothing is settled by it",
    ):
        assert words in page.text, words


def card_text(number: int) -> str:
    """The text of one sample card."""
    made = claim_cards(sample.STATEMENTS, sample.VERDICTS, sample.DOCUMENTS)
    return Page(str(card_html(made[number]))).text


def test_every_word_stands_with_its_number(page):
    for number, verdict in enumerate(sample.VERDICTS):
        text = card_text(number)
        word, odds, spread = wording.likelihood(verdict) or ("", "", "")
        if verdict.state == "open":
            assert f"{wording.mark(verdict).sign} {word[:1].upper()}{word[1:]} {odds}" in text
        if verdict.settled:
            assert (
                f"{wording.mark(verdict).sign} {verdict.word[:1].upper()}{verdict.word[1:]} "
                f"{wording.settled_by(verdict.settled)}: {verdict.settled.figure}" in text
            )
        if verdict.settled and odds:
            assert f"On 3 July 2025: {word}, {odds} ({spread})" in text
    for name in wording.LIKELIHOOD_SIGNS:
        told = page.text.partition("How to read an answer")[0].partition("Figures to")[2]  # the title counts words
        for found in re.finditer(rf"(?<!\w ){name}(.{{0,12}})", told, re.I):
            assert re.match(r"[,:]? ?(about|under|over|\d|\w+ in)", found[1]), found[0]


def test_what_is_known_comes_before_everything():
    text = card_text(3)
    assert "✕ False by an estimate: 2.00% of GDP for 2025 On 3 July 2025: likely, 83 in 100" in text
    assert (
        text.index("Spain's core defence spending")
        < text.index("False")
        < text.index("close to used up")
        < text.index("Question asked")
    )
    assert "≈ Too close to call by an estimate that the party itself reports: 2.00% of GDP for 2025" in card_text(4)


def test_a_card_holds_its_claim_and_answer_together():
    text = card_text(1)
    assert (
        text.index(sample.VERDICTS[1].claim)
        < text.index("Extremely unlikely")
        < text.index("5% of its output")
        < text.index("Question asked")
    )


def test_a_number_is_no_finer_than_its_record_allows():
    text = card_text(0)
    assert "○ Exceptionally unlikely under one in 100" in text and "Sampling error" not in text
    assert text.count("0.4%") == text.count("0.4% (0 events")  # the base rate is counted, and has its decimals


def test_a_likelihood_says_what_it_is_of_where_a_cause_is_claimed():
    text = card_text(0)
    event = (
        "The alliance is dissolved (treaty ended, or half of the members gone) by the end of 2035, where "
        "every ally keeps the pledge:"
    )
    assert (
        text.index("raises the chance that the alliance")
        < text.index("Effect of the cause")
        < text.index(event)
        < text.index("Exceptionally unlikely")
    )
    assert "by the end of 2026:" not in card_text(5)


def test_usual_readings_head_the_card_and_others_follow():
    text = card_text(5)
    assert (
        text.index("42 in 100")
        < text.index("two falling quarters in a row, seasonally adjusted: likely, 78 in 100")
        < text.index("Question asked")
    )
    assert text.index("The question asked otherwise") < text.index("A fall of 5% 0.2%")


def test_what_is_not_answered_says_why():
    text = card_text(6)
    assert "– Not answered Understood; no attack is simulated; capability alone is." in text
    assert "Left out of the question: “about to” (no part of the claim)" in text


def test_words_read_are_marked_and_stay_escaped(html):
    assert 'is about to <mark title="event: attack_on_nato">attack</mark> &lt;u&gt;an ally' in html


def test_a_refused_statement_names_the_nearest_question(page):
    assert (
        "Nearest question that could be asked: Is Spain's core defence spending in 2029 at least 3.5% of "
        "GDP? core_share(ESP, 2029) >= 3.5" in page.text
    )


def test_the_old_words_are_gone(html):
    own = html.partition('id="sources"')[0]
    assert not re.search(
        r"\b(supported|contradicted|undecided|void|verdict)\b",
        own.partition("</style>")[0] + own.partition('id="laws"')[0].partition("<main>")[2],
    )


def test_no_interval_of_width_zero_is_printed(page):
    assert not re.search(r"\((\d+) to \1\)|([\d.]+%) \(\2\)", page.text)


def test_no_sentence_of_its_own_says_will(page):
    text = page.text.partition("Figures that this run read")[0]  # the titles of sources are others' words
    text, _, laws = text.partition(
        "Equations and priors behind"
    )  # there political will, the noun, is a symbol of its own
    assert not re.search(
        r"\b(will|shall) (not |never )?(be|have|fall|rise|end|stay|reach|come|go|make|take)\b|won't", laws
    )
    for statement in sample.STATEMENTS:
        text = text.replace(statement.content, "")
    found = re.search(r"(?<!political )\b(will|won't|shall)\b", text, re.I)
    assert not found, text[found.start() - 40 : found.end() + 40]


def test_every_ally_is_in_the_table_and_iceland_is_not_applicable(page):
    assert "Iceland not applicable: no armed forces" in page.text
    assert "Türkiye" in page.text and "North Macedonia" in page.text


def test_every_table_has_headers_and_every_figure_a_text(page, html):
    tables = re.findall(r"<table.*?</table>", html, re.S)
    assert len(tables) > 8
    for table in tables:
        assert 'scope="col"' in table or 'scope="row"' in table
    pictures = [a for _, a in page.tags if a.get("role") == "img"]
    assert len(pictures) > 50
    assert all(a.get("aria-label") for a in pictures)


def test_every_figure_that_the_run_read_is_named_with_its_age_and_address(page, inputs):
    links = {a["href"] for tag, a in page.tags if tag == "a" and "href" in a}
    for one in inputs:
        assert one.name in page.text and one.figure in page.text and one.published in page.text
        assert not link(one.address) or link(one.address) in links


def test_no_number_is_printed_as_nan_or_none(page):
    assert not re.search(r"\b(nan|None|inf)\b", page.text)


def test_how_to_reproduce_names_all_settings(page):
    assert "overstretch check gazette.txt courier.txt empty.txt --futures 512 --seed 7 --as-of 2025-07-03" in page.text


def test_a_run_without_a_mechanism_says_so(futures, known):
    page = report_html(
        statements=sample.STATEMENTS,
        verdicts=sample.VERDICTS,
        documents=sample.DOCUMENTS,
        futures=futures,
        facts=known,
        run=sample.RUN | {"off": ["review", "strain_cut"]},
    )
    assert "; without review, strain_cut" in page and "--off review --off strain_cut" in page


def test_a_card_leads_to_equations_priors_figures_and_switches(page):
    ids = {a["id"] for _, a in page.tags if "id" in a}
    links = [a["href"] for t, a in page.tags if t == "a"]
    assert "#law-alliance" in links and "#prior-exit_rate" in links and "#figure-count_nato_exits" in links
    assert "--off alliance_strain" in page.text
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    assert "0 events in 1,432 member-years" in page.text


def test_every_section_of_charts_names_its_laws(page):
    sheets = {a["id"] for _, a in page.tags if a.get("id", "").startswith("law-")}
    links = [a["href"][1:] for t, a in page.tags if t == "a" and "href" in a]
    for names in behind.SECTIONS.values():
        for row in behind.law_links(names):
            assert row.words in page.text and (row.anchor not in sheets or row.anchor in links)


def test_same_input_gives_the_same_page(futures, known, inputs, html):
    again = report_html(
        statements=sample.STATEMENTS,
        verdicts=sample.VERDICTS,
        documents=sample.DOCUMENTS,
        futures=futures,
        facts=known,
        run=sample.RUN,
        inputs=inputs,
    )
    assert again == html


def test_report_without_testable_statement_says_so(tmp_path, futures, known):
    path = tmp_path / "report.html"
    write_report(
        path,
        statements=sample.STATEMENTS[8:10],
        verdicts=[],
        documents=sample.DOCUMENTS,
        futures=futures,
        facts=known,
        run=sample.RUN,
    )
    page = Page(path.read_text(encoding="utf-8"))
    assert "No claim could be tested. Figures to" in page.text
    assert "an evaluation without a measurable content" in page.text


def test_record_of_the_run_must_be_complete(futures, known):
    run = {key: value for key, value in sample.RUN.items() if key != "seed"}
    with pytest.raises(InputError, match="lacks seed"):
        report_html(statements=[], verdicts=[], documents=[], futures=futures, facts=known, run=run)


def test_verdict_of_an_unknown_statement_is_an_error(futures, known):
    with pytest.raises(ValueError, match="were not read: s1, s2"):
        report_html(
            statements=[], verdicts=sample.VERDICTS[:1], documents=[], futures=futures, facts=known, run=sample.RUN
        )


def test_a_card_says_where_the_accounts_differ():
    first, second = sample.STATEMENTS[0], sample.STATEMENTS[1]
    pair = [
        first.model_copy(update={"same_as": ["s2"], "modality": "will"}),
        second.model_copy(update={"speaker": first.speaker.model_copy(update={"mention": "<b>Example</b>"})}),
    ]
    (card,) = claim_cards(pair, sample.VERDICTS[:1], sample.DOCUMENTS)
    assert [d.aspect for d in card.differences] == ["modality", "speaker"]
    shown = str(card_html(card))
    assert (
        "Where the accounts differ" in shown
        and "Modality: will" in shown
        and "a hedge stands in some accounts only" in shown
        and "courier.txt" in shown
    )
    assert "<b>Example" not in shown
    (alike,) = claim_cards([pair[0], pair[0].model_copy(update={"id": "s2", "same_as": ["s1"]})], sample.VERDICTS[:1])
    assert "Where the accounts differ" not in str(card_html(alike))
