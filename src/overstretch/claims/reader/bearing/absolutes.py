"""Conditions that no word puts, in front of a claim."""

SIGNED = (  # "A truce in Ukraine once in place,", "Peace signed,", "The war over,"
    r"(?=(?:(?:an?|the|any) )?(?:[\w-]+ )?(?:ceasefire|truce|armistice|peace(?: (?:deal|settlement|treaty|accord))?|"
    r"settlement|war|fighting)(?: (?:in|with|on|over) (?:ukraine|the ukraine|kyiv|moscow|russia))? (?:once|when|if|"
    r"finally|"
    r"at last|safely) (?:it is )?(?:in (?:place|force|effect|hand)|signed|agreed|reached|concluded|struck|sealed|"
    r"over|ended|"
    r"done|secured|declared|finished|settled|won|brokered)\W*$|(?:a )?(?:peace|truce|ceasefire|oil|moscow|washington|"
    r"war|the "
    r"(?:war|truce|kremlin|oil price)) (?:permitting|willing|allowing)\W*$)[a-z]+"
)
