"""The words by which sentences about an author are told."""

from __future__ import annotations

import re

_PART = r"[^\W\d_a-z][\w.'’-]*"
_NAME = rf"{_PART}(?: (?:{_PART}|van|von|de|der|den|da|di|del|la|le|el|bin|al)){{1,4}}"
_WORK = """
reporter editor writer journalist correspondent columnist contributor author blogger producer freelancer photographer
critic anchor broadcaster professor lecturer fellow researcher analyst novelist historian strategist consultant founder
redakteur redakteurin journalist journalistin autor autorin korrespondent korrespondentin volontär volontärin
schriftsteller schriftstellerin professorin kolumnist kolumnistin publizist publizistin
journaliste rédacteur rédactrice chroniqueur periodista redactor redactora columnista corresponsal escritor escritora
jornalista repórter colunista escritora giornalista redattore redattrice dziennikarz dziennikarka publicysta redaktor
журналист корреспондент обозреватель редактор публицист журналіст редактор redactrice schrijver journaliste
journalisten skribent forfatter toimittaja gazeteci muhabir yazar redaktorka novinář novinářka reportér reportérka
novinar novinarka urednik urednica újságíró szerkesztő jurnalist jurnalistă
"""
FULL_NAME = re.compile(rf"^{_NAME}")
ROLE = re.compile(rf"(?<![^\W_])(?:{'|'.join(_WORK.split())})(?![^\W_])", re.IGNORECASE)
# "Periodista. Escribe sobre ...", "Es redactora de ..."; not "Editor's note", "Author unknown".
TRADE = re.compile(
    r"(?i)^(?:(?:es|é|è|ist|jest) )?(?:(?:an?|eine?|una?|um|uma|une) )?(?:freelance |freier? |senior )?"
    rf"(?:{'|'.join(_WORK.split())})"
    r"(?:[.,;]| (?:and|und|y|e|et|i|of|at|for|in|bei|beim|im|für|de|del|da|do|di|en|para|per|pour|freelance|"
    r"[^\W\d_]+ní)(?![^\W_]))"
)
PRONOUN = re.compile(r"^(?:He|She|They|His|Her|Their|Er|Sie|Elle|Il|Ella|Ela|Lei)\b")
PRESS = re.compile(
    r"(?i)^.{3,60}? (?:is|covers|writes|reports|ist|schreibt|berichtet|est|es|é|è|jest)\b.{0,80}?"
    r"\b(?:reporter|editor|writer|journalist|correspondent|columnist|freelance|redakteur|redakteurin|journalistin"
    r"|korrespondent|korrespondentin|journaliste|periodista|redactora?|jornalista|repórter|giornalista|dziennikar(?:z|ka))\b"
)
_VERB = (
    r"(?:is|was|has|covers|writes|reports|joined|works|lives|leads|edits|teaches|serves|holds|are|ist|war|arbeitet|"
    r"schreibt|lebt|leitet|studierte|est|es|é|è|jest|pisze|[-–—:]|är|er|on)"
)
BIO = re.compile(
    rf"^(?:{_NAME}|He|She|They|Er|Sie|Elle|Il|The (?:author|writer)),? (?:\([^)]{{0,40}}\),? )?{_VERB}\s.{{0,160}}?"
    rf"(?<![^\W_])(?i:{'|'.join(_WORK.split())}|journalism|jahrgang \d{{4}})(?![^\W_])"
)
CONTACT = re.compile(
    r"\S+@\S+\.\w{2,}|(?<!\w)@\w{3,}|(?i:\bon (?:twitter|x|bluesky|instagram|mastodon|linkedin)\b)|(?i:\be-?mail\b)"
)
STORY = re.compile(r"[\"“”„«»]|\b(?:said|says|told|sagte|sagt|dit|dijo|disse|powiedział|сказал)\b")
