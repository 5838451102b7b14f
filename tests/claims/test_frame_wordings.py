"""How a claim is held by the words around it, who says it, and openings that say nothing of it. Own sentences."""

from __future__ import annotations

import pytest
from tests.claims.test_turned import asked

DENIED = {  # denied by whom it is told
    "The Kremlin has dismissed talk of a recession in Russia in 2028.": "not happens(recession, RUS, 2028)",
    "The economy minister rejects the idea that Italy will fall into recession in 2028.": "not happens(recession, ITA, 2028)",
    "Reports that Italy's deficit will exceed 4% of GDP in 2028 are wide of the mark.": "not balance(ITA, 2028) < -4",
    "Suggestions that Germany will miss 3.5% of GDP on defence in 2029 were dismissed by the chancellor.": "not core_share(DEU, 2029) < 3.5",
    "The Treasury has poured cold water on forecasts that Britain will spend more than 4% of GDP on defence in 2031.": "not core_share(GBR, 2031) > 4",
    "The central bank played down the risk of a recession in Russia in 2028.": "not happens(recession, RUS, 2028)",
    "Moscow brushed aside warnings that its deficit will exceed 6 trillion roubles in 2027.": "not balance(RUS, 2027, RUB) < -6e12",
    "Rome denies it will spend less than 2% of GDP on defence in 2028.": "not core_share(ITA, 2028) < 2",
    "The minister dismissed concerns that Italy's debt would exceed 150% of GDP in 2028 as alarmist.": "not debt_ratio(ITA, 2028) > 150",
    "The Bank of Italy does not share the view that Italy will fall into recession in 2028.": "not happens(recession, ITA, 2028)",
    "There is no truth in reports that Norway will leave NATO by 2031.": "not happens(ally_exit, NOR, by 2031-12)",
}

HELD = {  # likely, possible or not
    "It's a near certainty that Italy's debt will exceed 150% of GDP in 2028.": "debt_ratio(ITA, 2028) > 150",
    "It is widely expected that Italy's debt will exceed 150% of GDP in 2028.": "debt_ratio(ITA, 2028) > 150",
    "It is most improbable that Italy's debt will exceed 150% of GDP in 2028.": "not debt_ratio(ITA, 2028) > 150",
    "It's an even bet that Finland avoids a recession in 2028.": "not happens(recession, FIN, 2028)",
    "The consensus among analysts is that Italy's debt will exceed 150% of GDP in 2028.": "debt_ratio(ITA, 2028) > 150",
    "Our base case is growth of 1% in Italy in 2028.": "growth(ITA, 2028) about 1",
    "Word in Brussels is that Belgium will spend less than 2% of GDP on defence in 2029.": "core_share(BEL, 2029) < 2",
    "Everything points to Finland avoiding a recession in 2028.": "not happens(recession, FIN, 2028)",
    "Markets are pricing in a Russian key rate below 10% in December 2027.": "policy_rate(RUS, 2027-12) < 10",
    "Traders are betting against a Russian key rate below 10% in December 2027.": "not policy_rate(RUS, 2027-12) < 10",
    "I can't see Spain spending more than 2.5% of GDP on defence in 2029.": "not core_share(ESP, 2029) > 2.5",
    "Don't bet on Russia's inflation falling below 4% by the end of 2028.": "not inflation(RUS, by 2028-12) < 4",
    "I'd be amazed to see Norway in recession in 2028.": "not happens(recession, NOR, 2028)",
    "It would take a brave forecaster to bet on Russian inflation below 4% in December 2027.": (
        "not inflation(RUS, 2027-12) < 4"
    ),
    "Never bet against Poland spending 5% of GDP on defence in 2028.": "core_share(POL, 2028) >= 5",
    "Expect a recession in Russia in 2028.": "happens(recession, RUS, 2028)",
    "We rule out a recession in Italy in 2028.": "not happens(recession, ITA, 2028)",
    "A truce in Ukraine by the end of 2027 looks increasingly unlikely.": "not happens(ceasefire, UKR, by 2027-12)",
    "A recession in Italy in 2028 is on the cards.": "happens(recession, ITA, 2028)",
    "A recession in Italy is inevitable in 2028.": "happens(recession, ITA, 2028)",
    "A recession in Italy in 2028 is a real possibility.": "happens(recession, ITA, 2028)",
    "The chance that Russia will attack Latvia by 2029 is small.": "not happens(attack_on_nato, LVA, by 2029-12)",
    "Nobody in Moscow would be shocked by a Russian deficit of 3% of GDP in 2027.": "balance(RUS, 2027) about -3",
    "I wouldn't be surprised by a Russian key rate below 10% in December 2027.": "policy_rate(RUS, 2027-12) < 10",
    "Norway means to spend more than 3% of GDP on defence in 2029.": "core_share(NOR, 2029) > 3",
    "Norway is unwilling to spend more than 4% of GDP on defence in 2029.": "not core_share(NOR, 2029) > 4",
    "Norway's debt is virtually certain to exceed 40% of GDP in 2028.": "debt_ratio(NOR, 2028) > 40",
    "Norway will almost certainly spend more than 3% of GDP on defence in 2028.": "core_share(NOR, 2028) > 3",
}

TOLD = {  # who says it, and what says nothing
    "Norway will spend 4% of GDP on defence in 2028, reckons a pundit whose forecasts have seldom come true.": "core_share(NOR, 2028) >= 4",
    "Hungary will leave NATO by 2030, insists an exile who has been mistaken before.": "happens(ally_exit, HUN, by 2030-12)",
    "Foreign investors were told to count on zero growth in Russia in 2027.": "growth(RUS, 2027) about 0",
    "By the ministry's lights Russia's key rate will be down to 12% by autumn.": "policy_rate(RUS, by 2026-11) <= 12",
    "Neither feast nor famine: Italy's economy will grow by 1% in 2027.": "growth(ITA, 2027) about 1",
    "Sources close to the German chancellery say the deficit will exceed 4% of GDP in 2028.": "balance(DEU, 2028) < -4",
    "Economists at the World Bank have Ukraine's economy growing by more than 4% in 2028.": "growth(UKR, 2028) > 4",
    "Italy, by the estimate of the Bank of Italy, will spend at least 2.5% of GDP on defence in 2030.": "core_share(ITA, 2030) >= 2.5",
    "Oslo says it will spend at least 3.5% of GDP on defence in 2029.": "core_share(NOR, 2029) >= 3.5",
    "In a further blow to Rome, Italy's deficit will exceed 5% of GDP in 2027.": "balance(ITA, 2027) < -5",
    "To Washington's dismay, Italy will spend less than 2% of GDP on defence in 2028.": "core_share(ITA, 2028) < 2",
    "As laid out in the defence review, Italy will spend at least 2.5% of GDP on defence in 2030.": "core_share(ITA, 2030) >= 2.5",
    "Good news for Kyiv: Ukraine's economy will grow by more than 4% in 2028.": "growth(UKR, 2028) > 4",
    "The euro zone's third-largest economy, Italy, will grow by less than 1% in 2028.": "growth(ITA, 2028) < 1",
    "Cash-strapped Italy will spend less than 2% of GDP on defence in 2028.": "core_share(ITA, 2028) < 2",
    "Russia will fall into recession in 2028, but only if Urals averages less than $40 a barrel in 2027.": "happens(recession, RUS, 2028) given oil_price(RUS, 2027) < 40",
}

ODDS = {  # how likely, in adverbs, chances and what is on its way
    "Finland's debt is more likely than not to exceed 90% of GDP in 2028.": "debt_ratio(FIN, 2028) > 90",
    "It is only a matter of time before Finland falls into recession in 2028.": "happens(recession, FIN, 2028)",
    "Denmark is highly likely to spend more than 3% of GDP on defence in 2029.": "core_share(DNK, 2029) > 3",
    "Denmark might very well spend more than 3% of GDP on defence in 2029.": "core_share(DNK, 2029) > 3",
    "Denmark is well on its way to spending more than 3% of GDP on defence in 2029.": "core_share(DNK, 2029) > 3",
    "Denmark will more than likely spend more than 3% of GDP on defence in 2029.": "core_share(DNK, 2029) > 3",
    "A truce in Ukraine by the end of 2028 is a realistic prospect.": "happens(ceasefire, UKR, by 2028-12)",
    "A truce in Ukraine by the end of 2028 is just around the corner.": "happens(ceasefire, UKR, by 2028-12)",
    "A recession in Finland in 2028 can no longer be averted.": "happens(recession, FIN, 2028)",
    "You can bank on Denmark spending more than 3% of GDP on defence in 2029.": "core_share(DNK, 2029) > 3",
    "Few would dispute that Finland's debt will exceed 90% of GDP in 2028.": "debt_ratio(FIN, 2028) > 90",
    "The treasurer has no doubt that Finland's debt will exceed 90% of GDP in 2028.": "debt_ratio(FIN, 2028) > 90",
}

NO_ODDS = {  # and how unlikely
    "Finland has next to no chance of spending more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "Finland has no hope of spending more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "Finland is too indebted to spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "Finland has neither the means nor the will to spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "Finland is miles away from spending more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "Finland refuses to spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "Finland will under no circumstances spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "It is highly doubtful whether Finland will spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "It is a mistake to think that Finland will spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "I don't believe for a moment that Finland will spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "Very few officials believe that Finland will spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "Hardly anybody thinks that Finland will spend more than 4% of GDP on defence in 2028, and neither do I.": "not core_share(FIN, 2028) > 4",
    "The odds are stacked against Finland spending more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "There is little evidence that Finland will spend more than 4% of GDP on defence in 2028.": "not core_share(FIN, 2028) > 4",
    "A truce in Ukraine by the end of 2028 is anything but likely.": "not happens(ceasefire, UKR, by 2028-12)",
    "A truce in Ukraine by the end of 2028 is out of reach.": "not happens(ceasefire, UKR, by 2028-12)",
    "A recession in Finland in 2028 will be averted.": "not happens(recession, FIN, 2028)",
}

SAYS_NOTHING = {  # openings and asides
    "In this context, it should be noted that Latvia's debt will exceed 50% of GDP in 2028.": "debt_ratio(LVA, 2028) > 50",
    "The trouble is that Latvia's debt will exceed 50% of GDP in 2028.": "debt_ratio(LVA, 2028) > 50",
    "What nobody says out loud is that Latvia's debt will exceed 50% of GDP in 2028.": "debt_ratio(LVA, 2028) > 50",
    "Let's not kid ourselves: Latvia's debt will exceed 50% of GDP in 2028.": "debt_ratio(LVA, 2028) > 50",
    "Plagued by strikes, Latvia will fall into recession in 2028.": "happens(recession, LVA, 2028)",
    "Contrary to popular belief, Latvia's debt will exceed 50% of GDP in 2028.": "debt_ratio(LVA, 2028) > 50",
    "Latvia's debt, most of it owed to foreigners, will exceed 50% of GDP in 2028.": "debt_ratio(LVA, 2028) > 50",
    "Latvia's debt, a sombre footnote to the budget reveals, will exceed 50% of GDP in 2028.": "debt_ratio(LVA, 2028) > 50",
    "Latvia will, come what may, spend at least 4% of GDP on defence in 2029.": "core_share(LVA, 2029) >= 4",
    "Lads, Latvia's in recession in 2028, full stop, end of.": "happens(recession, LVA, 2028)",
    "Latvia's debt will exceed 50% of GDP in 2028, or so the treasury says.": "debt_ratio(LVA, 2028) > 50",
    "Latvia's debt will exceed 50% of GDP in 2028, if the ministry is to be believed.": "debt_ratio(LVA, 2028) > 50",
    "Latvia's debt will exceed 50% of GDP in 2028, the minister said, replying to a question.": "debt_ratio(LVA, 2028) > 50",
    "Insiders let slip that Latvia's debt will exceed 50% of GDP in 2028.": "debt_ratio(LVA, 2028) > 50",
}

READ = DENIED | HELD | TOLD | ODDS | NO_ODDS | SAYS_NOTHING

REFUSED = [  # denied denials, other scenarios, conditions, a part of them
    "The minister does not deny that Germany will fall into recession in 2027.",
    "The minister refused to reject claims that Germany will fall into recession in 2027.",
    "The chancellor has not dismissed talk of a recession in Germany in 2027.",
    "Few economists dismiss talk of a recession in Germany in 2027.",
    "A recession in Italy in 2028 is not inevitable.",
    "Our worst case is that Italy's debt will exceed 150% of GDP in 2028.",
    "Our risk scenario is that Italy's debt will exceed 150% of GDP in 2028.",
    "The hope is that Italy's debt will not exceed 150% of GDP in 2028.",
    "Our base case was that Italy would fall into recession in 2028.",
    "In an oil shock, Russia's deficit will exceed 8 trillion roubles in 2027.",
    "In the ministry's optimistic forecast, Italy's debt will fall below 130% of GDP in 2029.",
    "Bad news for Moscow if true: Urals will average less than $50 in 2027.",
    "The prospect of a recession in Russia in 2027 is receding.",
    "Talk of a recession in Russia in 2028 is growing.",
    "Markets no longer price in a key rate below 10% in December 2027.",
    "The ministry rejected the plan that Italy spend 3% of GDP on defence in 2028.",
    "Wealthy northern Italy will fall into recession in 2028.",
    "It is no longer only a matter of time before Finland falls into recession in 2028.",
    "Finland's debt will exceed 90% of GDP in 2028, or so they hope.",
    "What worries me is whether Finland will spend 3% of GDP on defence in 2028.",
    "It should be noted that Finland should spend 4% of GDP on defence in 2028.",
    "It would be wrong to spend 4% of GDP on defence in 2028.",
    "The minister is wrong to say that Finland will not spend 3% of GDP on defence in 2028.",
    "Finland refuses to say whether it will spend 4% of GDP on defence in 2028.",
    "Finland is no longer confident of spending 4% of GDP on defence in 2028.",
    "A truce in Ukraine by the end of 2028 is becoming more likely.",
    "A truce in Ukraine by the end of 2028 would suit everybody.",
    "A recession in Finland in 2028 must be avoided.",
    "Hungary will leave NATO by 2030, insists an exile who was joking.",
    "Hungary will leave NATO by 2030, insists an exile who has been wrong about it.",
    "Foreign investors were told not to count on growth of 1% in Russia in 2027.",
    "German investors were told to count on growth of 1% in 2027.",
    "Everybody in Moscow would be shocked by a Russian deficit of 3% of GDP in 2027.",
    "Nobody in Moscow was shocked by a Russian deficit of 3% of GDP in 2025.",
    "Spurred by rearmament, the Russian economy will grow by more than 2% in 2028.",
]


@pytest.mark.parametrize("sentence", READ)
def test_a_claim_is_read_as_it_is_held(sentence):
    assert asked(sentence) == [READ[sentence]]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_is_held_otherwise_is_refused(sentence):
    assert asked(sentence) == []
