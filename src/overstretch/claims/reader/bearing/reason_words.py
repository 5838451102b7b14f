"""The words that open a reason, or what a claim holds in spite of: one list for all that set a reason aside or look for a
cause."""

CHIEFLY = (  # what may stand before such a word
    r"(?:(?:not least|partly|largely|mainly|chiefly|mostly|primarily|simply|precisely|only|just|if only|in part|"
    r"above all|even|all|much|still|particularly|especially|presumably|perhaps|again) )?"
)
OWED = (  # to what a claim is owed, a cause among them
    r"(?:because of|(?:thanks|owing|due) (?:(?:in (?:large |great |no small )?(?:part|measure)|largely|mainly|partly|"
    r"mostly|chiefly) )?to|courtesy of|on account of|on the (?:back|strength) of|by (?:dint|virtue|reason) of)"
)
IN_VIEW = (  # in view of what, and no cause that moves a figure
    r"(?:in (?:view|recognition|(?:the )?light) of|in (?:response|reaction|deference|answer) to|for (?:want|lack|fear) "
    r"of|under pressure from|at the (?:urging|behest|insistence|request|prompting) of)"
)
IN_SPITE = (
    r"(?:despite|in spite of|notwithstanding|in defiance of|in the teeth of|heedless of|undeterred by|unmoved by)"
)
FOR_ALL = r"for all(?= (?:the|its|his|her|their)\b)"  # "for all its troubles"
THOUGH = r"(?:(?:even )?though|although)"
WHATEVER = r"(?:whatever|no matter (?:what|how|who|which))"
MEASURED = (  # behind an "as" that gives no reason: "as much", "as planned"
    r"much|many|high|low|well|an?|of|early|soon|late|far|long|big|large|small|little|few|deep|part|fast|planned|"
    r"promised|"
    r"agreed|expected"
)
AS = rf"(?:(?<! early )(?<! soon )(?<! late )as(?! (?:{MEASURED}|it|they|things)\b))"
