"""British spellings read as the American ones: a question about "labor" finds "labour".

These rules hold for all inflections of a word alike; what follows none is in data/irregular.toml.
"""

from corpus.lazy_patterns import lazily

_ED = "ed|ings?|ers?"
# Three letters before it: "four" and "rise" are spelt so everywhere.
_OUR = lazily(rf"(?<=[a-z]{{3}})our(?=(?:s|{_ED}|ites?|abl[ey]|al|ally|ful|less|ism|hoods?)?$)")
_ISE = lazily(
    # These have an s on both sides of the ocean.
    r"^(?!(?:adv|advert|appr|appra|chast|circumc|comprom|compr|conc|dem|desp|dev|disenfranch|disgu"
    r"|enfranch|enterpr|exc|exerc|expert|franch|improv|inc|merchand|parad|prec|prem|prom|repr|rev"
    r"|superv|surm|surpr|telev|treat|unw)is)"
    rf"([a-z]{{3,}})is(?=(?:es?|{_ED}|ations?|ational|able)$)"
)
_YSE = lazily(rf"(?<=[a-z]{{2}}ly)s(?=(?:e|{_ED})$)")  # "analyses" is a plural too
_DOUBLED = lazily(
    r"^((?:barre|beve|cance|channe|chise|counse|dia|due|ename|equa|fue|funne|grove|labe|leve|libe|marve"
    r"|mode|pane|peda|quarre|reve|riva|shove|signa|swive|tota|trave|tunne|unrave)l)l"
    rf"(?=(?:{_ED}|ors?)$)"
)
_DIGRAPH = lazily(
    "haem|aem(?=i[ac])|paed|gynaec|anaesth|^caesar(?=[ei]an)|aetiolog|faec|archaeo|mediaev"
    "|oestr|^oesoph|^foet|oedem|rrhoe"
)


def american(word: str) -> str:
    """The American spelling of a folded English word; the word where it has no other."""
    word = _OUR.sub("or", word)
    word = _YSE.sub("z", _ISE.sub(r"\1iz", word))
    word = _DOUBLED.sub(r"\1", word)
    word = _DIGRAPH.sub(lambda found: found[0].replace("ae", "e").replace("oe", "e"), word)
    return word.replace("sulph", "sulf")
