"""Our reports: what each names as at issue, and who takes which side on it. The format of reports/*.txt is in reports/README.md."""

import re
from dataclasses import dataclass, field

OPENS, CLOSES = "[{<", "]}>"
KINDS = NONE, MEASURE, TOPIC, REFERENCE = range(4)  # of a word: in no name, in that of what one can be for or against, of what else is at issue, of neither ("the move")
WORD = re.compile(r"[^\W_]+|[^\w\s]|_")  # as `plain_words` cuts them
AGAINST, FOR, NEITHER = range(3)


@dataclass
class Part:
    """A headline, or what one statement says: its names as start and end in characters, kind and issue, and the side that it takes on each issue."""

    text: str = ""
    names: list[tuple[int, int, int, int]] = field(default_factory=list)
    sides: dict[int, int] = field(default_factory=dict)


def parted(folder):
    """The reports, each a headline and what follows: those to learn from, and every eighth, held out."""
    out = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            headline, *lines = block.strip().splitlines()
            out.append([parse("= " + headline), *map(parse, lines)])
    return [parts for i, parts in enumerate(out) if i % 8 != 4], out[4::8]


def parse(line):
    """A line: "-2 Boats had lain idle for 90 days under [2:quotas], Malk complained"."""
    told, _, line = line.partition(" ")
    part, opened = Part(), None
    for sign, issue in re.findall(r"([+-])([23]?)", told):
        part.sides[int(issue or 1) - 1] = FOR if sign == "+" else AGAINST
    for piece in re.split(r"([\[{<](?:[23]:)?|[\]}>])", line):
        if piece[:1] and piece[0] in OPENS:
            opened = len(part.text), 1 + OPENS.index(piece[0]), int(piece[1:2] or 1) - 1
        elif piece[:1] and piece[0] in CLOSES:
            start, kind, issue = opened
            part.names.append((start, len(part.text), kind, issue))
        else:
            part.text += piece
    return part


def text_of(parts, dice=None):
    """One text, with the kinds of its names in characters; with dice the headline's capitals are at random, and parts may be missing or share a paragraph."""
    head, body = parts[0], parts[1:]
    caps = None
    if dice:
        chance = dice.random()
        if chance < 0.12:
            body = []
        elif chance < 0.2:
            head = None
        elif chance < 0.35:
            body = body[: dice.randint(1, 2)]
        caps = dice.choices([None, titled, str.upper], [0.6, 0.34, 0.06])[0]
    text, kinds = "", []
    for part in [head, *body] if head else body:
        if text:
            text += " " if dice and part is not body[0] and dice.random() < 0.25 else "\n\n"
        told = caps(part.text) if part is head and caps else part.text
        told = told if len(told) == len(part.text) else part.text
        kinds += [(len(text) + start, len(text) + end, kind) for start, end, kind, _ in part.names]
        text += told
    return text, kinds


def titled(text):
    return re.sub(r"[^\W\d_]{4,}", lambda m: m[0][0].upper() + m[0][1:], text)
