"""Usual wordings of what happens, by verbs, nouns and idioms, and of what stays as it is. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

READ = {  # the war, a truce
    "Russia's war on Ukraine will have ended": "happens(war_end, UKR, by 2033-12)",
    "The Ukraine conflict will have been resolved": "happens(war_end, UKR, by 2033-12)",
    "Kyiv and Moscow will strike a peace deal": "happens(war_end, UKR, by 2033-12)",
    "A comprehensive peace accord between Kyiv and Moscow will be in force": "happens(war_end, UKR, by 2033-12)",
    "Russia and Ukraine will no longer be at war": "happens(war_end, UKR, by 2033-12)",
    "There will be no end to the war in Ukraine": "not happens(war_end, UKR, by 2033-12)",
    "Russia and Ukraine will declare a ceasefire": "happens(ceasefire, UKR, by 2033-12)",
    "Russia and Ukraine will cease hostilities": "happens(ceasefire, UKR, by 2033-12)",
    "Germany will lurch into recession": "happens(recession, DEU, by 2033-12)",
    "Germany will stay out of recession": "not happens(recession, DEU, by 2033-12)",
}
READ |= {  # the alliance
    "Hungary will secede from NATO": "happens(ally_exit, HUN, by 2033-12)",
    "Hungary will relinquish its NATO membership": "happens(ally_exit, HUN, by 2033-12)",
    "Hungary will hand in notice of withdrawal from the North Atlantic Treaty": "happens(ally_exit[notice], HUN, by 2033-12)",
    "Hungary will no longer be a NATO member": "happens(ally_exit, HUN, by 2033-12)",
    "Hungary will still belong to NATO": "not happens(ally_exit, HUN, by 2033-12)",
    "There will be no NATO any more": "happens(alliance_dissolution, by 2033-12)",
    "NATO will be a thing of the past": "happens(alliance_dissolution, by 2033-12)",
    "NATO will remain in existence": "not happens(alliance_dissolution, by 2033-12)",
    "Article 5 will no longer be credible": "happens(article5_doubt, by 2033-12)",
    "The Article 5 guarantee will be in doubt": "happens(article5_doubt, by 2033-12)",
    "Nobody will trust Article 5": "happens(article5_doubt, by 2033-12)",
    "Article 5 will stay credible": "not happens(article5_doubt, by 2033-12)",
    "Article 5 will be beyond question": "not happens(article5_doubt, by 2033-12)",
    "The US presence in Europe will shrink": "happens(us_drawdown, by 2033-12)",
    "The Pentagon will downsize its forces in Europe": "happens(us_drawdown, by 2033-12)",
    "The United States will leave its forces in Europe as they are": "not happens(us_drawdown, by 2033-12)",
    "Russia will wage war on Latvia": "happens(attack_on_nato, LVA, by 2033-12)",
    "There will be a war between Russia and NATO": "happens(attack_on_nato, by 2033-12)",
    "Russia will stop short of attacking NATO": "not happens(attack_on_nato, by 2033-12)",
}
READ |= {  # Russia
    "Russia will have regained its fighting strength": "happens(forces_rebuilt, RUS, by 2033-12)",
    "The rebuilding of Russia's army will be complete": "happens(forces_rebuilt, RUS, by 2033-12)",
    "Russia will be incapable of attacking NATO": "not happens(forces_rebuilt, RUS, by 2033-12)",
    "Russia will be in no state to attack NATO": "not happens(forces_rebuilt, RUS, by 2033-12)",
    "Russia will lack the means to attack NATO": "not happens(forces_rebuilt, RUS, by 2033-12)",
    "Putin's rule will be over": "happens(leader_exit, RUS, by 2033-12)",
    "Putin will be forced to resign": "happens(leader_exit[forced], RUS, by 2033-12)",
    "Putin will die of natural causes": "happens(leader_exit[natural], RUS, by 2033-12)",
    "Zelensky will be voted out of office": "happens(leader_exit[regular], UKR, by 2033-12)",
    "There will be regime change in Russia": "happens(regime_end, RUS, by 2033-12)",
    "Putin's regime will be overthrown": "happens(regime_end, RUS, by 2033-12)",
    "Russia will turn into a failed state": "happens(state_collapse, RUS, by 2033-12)",
    "Russia will be no more": "happens(state_collapse, RUS, by 2033-12)",
    "Russia will hold together": "not happens(state_collapse, RUS, by 2033-12)",
    "No money will be left in Russia's wealth fund": "happens(fund_exhausted, RUS, by 2033-12)",
    "Russia's wealth fund will be depleted": "happens(fund_exhausted, RUS, by 2033-12)",
    "Russia will be running out of economic levers": "happens(tools_near_limits, RUS, by 2033-12)",
    "Russia will have hardly any economic tools left": "happens(tools_near_limits, RUS, by 2033-12)",
    "Russia will have plenty of economic tools left": "not happens(tools_near_limits, RUS, by 2033-12)",
    "Italy will turn its back on the 5% pledge": "happens(pledge_abandoned, ITA, by 2033-12)",
    "Italy will go back on the 5% pledge": "happens(pledge_abandoned, ITA, by 2033-12)",
    "Italy will uphold the 5% pledge": "not happens(pledge_abandoned, ITA, by 2033-12)",
}
READ |= {  # nouns and idioms of the same
    "Moscow's war against Ukraine will have come to an end": "happens(war_end, UKR, by 2033-12)",
    "The war in Ukraine will be brought to a close": "happens(war_end, UKR, by 2033-12)",
    "Hostilities between Russia and Ukraine will be suspended": "happens(ceasefire, UKR, by 2033-12)",
    "Peace will have been restored in Ukraine": "happens(war_end, UKR, by 2033-12)",
    "Italy will withdraw from the North Atlantic Treaty": "happens(ally_exit, ITA, by 2033-12)",
    "The allies will no longer be able to count on Article 5": "happens(article5_doubt, by 2033-12)",
    "Grave doubts will have emerged about NATO's Article 5 pledge": "happens(article5_doubt, by 2033-12)",
    "Confidence in Article 5 will collapse": "happens(article5_doubt, by 2033-12)",
    "Allies will still be able to rely on Article 5": "not happens(article5_doubt, by 2033-12)",
    "Russia will act militarily against Latvia": "happens(attack_on_nato, LVA, by 2033-12)",
    "Russia will turn its army on Lithuania": "happens(attack_on_nato, LTU, by 2033-12)",
    "Italy will back out of the 5% NATO commitment": "happens(pledge_abandoned, ITA, by 2033-12)",
    "Italy will drop its 5% of GDP defence spending pledge": "happens(pledge_abandoned, ITA, by 2033-12)",
}
STAYS = {
    "Putin will carry on as president through the end of 2033": "not happens(leader_exit, RUS, by 2033-12)",
    "Putin will keep serving as president through 2033": "not happens(leader_exit, RUS, by 2033-12)",
    "Russia's wealth fund will last past the end of 2028": "not happens(fund_exhausted, RUS, by 2028-12)",
    "The war in Ukraine will drag on beyond the end of 2028": "not happens(war_end, UKR, by 2028-12)",
}
IN_ITS_YEAR = {  # the alliance's target in the year of its review
    "The allies will toughen the 5% goal": "tighten",
    "NATO will lift its 5% spending target": "tighten",
    "NATO's target of 5% of GDP will be raised": "tighten",
    "NATO will trim its 5% spending target": "ease",
    "The defence spending target of 5% will be lowered": "ease",
    "NATO will amend its five percent goal": "any",
    "NATO's 5% goal will be left unchanged": "hold",
    "The allies will leave the 5% goal as it is": "hold",
}
REVIEWED = {
    "NATO will scale back its 5% goal": "ease",
    "NATO will postpone the deadline for its 5% goal": "ease",
    "The 5% goal will be raised": "tighten",
    "NATO will broaden what counts towards its 5% goal": "rescope",
    "NATO will rework its 5% goal": "any",
    "The 5% goal will stay as it is": "hold",
}
REFUSED = (
    "The conflict in Sudan will be resolved by the end of 2033.",
    "The conflict of interest will be resolved by the end of 2033.",
    "Hungary will give notice to leave the EU by the end of 2033.",
    "Hungary will leave NATO headquarters by the end of 2033.",
    "Hungary will remain in NATO talks through 2033.",
    "Ukraine will not be in NATO by the end of 2033.",
    "There will be no NATO summit by the end of 2033.",
    "NATO's war games will be over by the end of 2033.",
    "Russia will wage war on Georgia by the end of 2033.",
    "NATO will be at war with Russia by the end of 2033.",
    "The United States will remove troops from Syria by the end of 2033.",
    "Russia will be unable to pay its debts by the end of 2033.",
    "Russia will still be rebuilding its army at the end of 2033.",
    "Putin will quit smoking by the end of 2033.",
    "There will be regime change in Iran by the end of 2033.",
    "The collapse of Russia's oil exports will come by the end of 2033.",
    "Not a rouble will be left in the road fund by the end of 2033.",
    "Russia will have few tanks left by the end of 2033.",
    "Italy will break the climate promise by the end of 2033.",
    "Italy will abandon NATO standards by the end of 2033.",
    "NATO will modify its logo at the 2029 review.",
    "NATO will raise its staffing target at the 2029 review.",
    "NATO will raise its staffing target in 2029.",
    "NATO will lower its emissions target at the 2029 review.",
    "NATO will raise its 5% target in 2031.",
    "Spain will lower its 5% target in 2029.",
    "The central bank will lower its 5% target in 2029.",
    "NATO will raise its target to 6% at the 2029 review.",
    "NATO will raise its commitment to spend 5% of GDP on defence in 2029.",
    "Italy will back out of its climate commitment by the end of 2033.",
    "Italy will ditch the pension pledge by the end of 2033.",
    "Italy will renege on its tax promise by the end of 2033.",
    "Italy will withdraw from the treaty on conventional forces by the end of 2033.",
    "Article 5 of the EU treaty will be in doubt by the end of 2033.",
    "Serious doubts will have arisen about NATO's spending plans by the end of 2033.",
    "Italy will no longer be able to rely on Russian gas by the end of 2033.",
    "Russia will act against inflation by the end of 2033.",
    "NATO will take military action against Russia by the end of 2033.",
    "Putin will stay on as party leader through 2033.",
    "The war of words between Russia and Ukraine will end by the end of 2033.",
)


@pytest.mark.parametrize("words", READ)
def test_what_happens_is_read_in_its_usual_wordings(words: str) -> None:
    assert asked(f"{words} by the end of 2033.") == [READ[words]]


@pytest.mark.parametrize("words", STAYS)
def test_what_stays_until_then_has_not_ended(words: str) -> None:
    assert asked(f"{words}.") == [STAYS[words]]


@pytest.mark.parametrize("words", IN_ITS_YEAR)
def test_the_target_is_changed_in_the_year_of_its_review(words: str) -> None:
    how = IN_ITS_YEAR[words]
    own = "" if how == "any" else f"[{how}]"
    assert asked(f"{words} in 2029.") == [f"happens(target_changed{own}, 2029)"]


@pytest.mark.parametrize("words", REVIEWED)
def test_what_becomes_of_the_target_is_read_with_its_way(words: str) -> None:
    how = REVIEWED[words]
    own = "" if how == "any" else f"[{how}]"
    assert asked(f"{words} at the 2029 review.") == [f"happens(target_changed{own}, 2029)"]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_only_sounds_like_it_is_refused(sentence: str) -> None:
    assert asked(sentence) == []
