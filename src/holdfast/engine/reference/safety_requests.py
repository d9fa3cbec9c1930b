"""What a child may say when asking to be safe.

Words are matched to raise the question, never to answer it or to lower anything: a person reads them. Words that deny it
("not scared any more") are set aside first.
"""

import re

BEING = r"(go|going|come|be|being|live|living|stay|staying|return)"
HOME = rf"{BEING} ?(back )?(to )?(at )?(home|there|house|with (him|her|them|mum|dad))"
FAMILY = r"(my |her |his |their )?(aunt|auntie|nan|nana|gran|grandma|uncle|friend|foster)"
ASKING = r"(can|could|let|please|wants?|wish(es)?)"
PARENT = r"(mum|mam|mummy|dad|daddy|mother|father|parents?|them|both)"
DEATH = r"(dead|die|dying|killed?|hang(ing|ed)?|overdos\w+)"
LITTLE_ONES = r"(brothers?|sisters?|baby|kids|little ones)"

MOVED = rf"(go|be|put|taken?|get|live|move|us|me|them|{LITTLE_ONES})"

PLEAS = (
    (
        "asks to be looked after elsewhere",
        rf"\b{MOVED}\b.{{0,40}}\b(in|into) care\b",
    ),
    ("asks to be looked after elsewhere", r"\bfoster (care|home|carer|family)\b"),
    ("asks to be looked after elsewhere", rf"\b{ASKING}\b.{{0,25}}\b(live|move in) (at|with) {FAMILY}\b"),
    ("asks to be looked after elsewhere", r"\b(somewhere|anywhere) else to (live|stay)\b"),
    ("does not want to go home", rf"(\bnot|n't|\bnever|\bhates?|\bscared|\bafraid|\bfrightened) (\w+ ){{0,3}}{HOME}"),
    ("does not want to go home", rf"\brather\b.{{0,40}}\bthan (\w+ ){{0,3}}{HOME}"),
    ("does not want to go home", rf"\b(wants?|wanting|wish(es)?|like) to (stay|live|be) (at|with) {FAMILY}"),
    ("does not want to go home", r"\bran away\b|\brun(ning)? away\b|\bwants? to (leave|get out)\b"),
    ("says they are not safe", r"(\bnot|n't|\bnever) (feel |feeling |been )?safe\b|\bunsafe\b"),
    ("says they are afraid", r"\b(scared|frightened|afraid|terrified)\b"),
    ("fears for a parent's life", rf"\b{PARENT}\b.{{0,60}}\b{DEATH}\b|\b{DEATH}\b.{{0,40}}\b{PARENT}\b"),
    ("says brothers or sisters are not safe", rf"\btak(e|en|ing)\b.{{0,40}}\b{LITTLE_ONES}\b.{{0,40}}\b(care|away)\b"),
)
_FEAR = r"(scared|frightened|afraid|unsafe|terrified)"
DENIALS = re.compile(rf"(\bnot|n't|\bnever|\bno longer) (really |at all |feel |feeling |so |very )*{_FEAR}\b", re.IGNORECASE)


_PATTERNS = tuple((meaning, re.compile(pattern, re.IGNORECASE)) for meaning, pattern in PLEAS)
# Whether there is any plea is asked of every record of a child's words, which one is said only of those in which there is.
_ANY = re.compile("|".join(f"(?:{pattern})" for _, pattern in PLEAS), re.IGNORECASE)


def plea(words: str) -> str | None:
    """What these words may be asking for, as a phrase; ``None`` where nothing in them does."""
    said = _said(words)
    return next((meaning for meaning, pattern in _PATTERNS if pattern.search(said)), None)


def asks_for_safety(words: str) -> bool:
    """Whether they may be asking for anything of the kind."""
    return _ANY.search(_said(words)) is not None


def _said(words: str) -> str:
    # Denials go first: "not scared any more" has the word in it, and says the contrary.
    return DENIALS.sub(" ", words.replace("\u2019", "'"))
