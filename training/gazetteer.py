"""Builds the gazetteer: `python gazetteer.py` turns the open tables into ../models/world/{people.bin,countries.txt}.

Python's standard library does. The same tables give the same bytes. crates/extract/src/world/table.rs describes
people.bin and reads it; models/world/README.md names the sources and their licences.
"""

import argparse
import csv
import re
import struct
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
BLOCK = 16
ALIAS = "\x1f"
# The table of office-holders names its jurisdictions in words of its own.
JURISDICTIONS = {
    "the United States of America": "US", "the United Kingdom": "GB", "The Philippines": "PH", "Scotland": "GB-SCT",
    "Turkey": "TR", "South Korea": "KR", "North Korea": "KP", "Russia": "RU", "Taiwan": "TW", "Iran": "IR",
}
# Those of the table of leaders that the country table calls otherwise.
LEADERS = {
    "Q148": "CN", "Q30": "US", "Q145": "GB", "Q219060": "PS", "Q1246": "XK", "Q55": "NL", "Q35": "DK", "Q756617": "DK",
    "Q1030": "NA",
}
ORGANISATIONS = {"UN", "EU", "NATO", "IMF", "WB", "ECB", "IAEA", "WHO", "WTO"}
# Numbers from here on are of people whose item no table gives.
WITHOUT_ITEM = 0xF0000000
SURNAME_FIRST = {"CN", "KR", "KP", "TW", "VN", "KH", "HK", "SG"}
ORDINAL = re.compile(
    r"^[Mm]ember of the (?:\d+(?:st|nd|rd|th)|(?:Twen|Thir|For)?\w*(?:teenth|ieth|fth|lfth|eventh|first|second|third))\s+"
)
LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n",
    "ə": "a",
})
APART = "'’‘ʻʼ`´ʹʺ"
SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
STATES = dict(pair.split("=") for pair in """AL=Alabama AK=Alaska AZ=Arizona AR=Arkansas CA=California CO=Colorado
CT=Connecticut DE=Delaware FL=Florida GA=Georgia HI=Hawaii ID=Idaho IL=Illinois IN=Indiana IA=Iowa KS=Kansas KY=Kentucky
LA=Louisiana ME=Maine MD=Maryland MA=Massachusetts MI=Michigan MN=Minnesota MS=Mississippi MO=Missouri MT=Montana
NE=Nebraska NV=Nevada NH=New_Hampshire NJ=New_Jersey NM=New_Mexico NY=New_York NC=North_Carolina ND=North_Dakota OH=Ohio
OK=Oklahoma OR=Oregon PA=Pennsylvania RI=Rhode_Island SC=South_Carolina SD=South_Dakota TN=Tennessee TX=Texas UT=Utah
VT=Vermont VA=Virginia WA=Washington WV=West_Virginia WI=Wisconsin WY=Wyoming DC=District_of_Columbia PR=Puerto_Rico
GU=Guam VI=Virgin_Islands AS=American_Samoa MP=Northern_Mariana_Islands""".split())


def key(name: str) -> list[str]:
    """The words of a name without case, accents, punctuation, inner initials and suffixes; as world/key.rs has it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.category(c).startswith("M"))
    plain = plain.lower().translate(LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.category(c).startswith("M"))
    plain = "".join("" if c in APART else c if c.isalnum() else " " for c in plain)
    words = plain.split()
    while len(words) > 2 and words[-1] in SUFFIXES:
        words.pop()
    joined: list[str] = []
    for n, word in enumerate(words):
        if len(word) == 1 and n and len(words[n - 1]) == 1:
            joined[-1] += word
        else:
            joined.append(word)
    return [w for n, w in enumerate(joined) if len(w) > 1 or n in (0, len(joined) - 1)]


def fnv(text: str) -> int:
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def keys(name: str, surname_first: bool) -> set[str]:
    """What a name is found by: the whole, first and last word, the last two, and the surname alone."""
    words = key(name)
    found = {" ".join(words), words[-1]} if words else set()
    if len(words) > 2:
        found |= {f"{words[0]} {words[-1]}", " ".join(words[-2:])}
    if words and surname_first:
        found.add(words[0])
    return found


def date(text: str) -> int:
    """YYYY, YYYY-MM or YYYY-MM-DD as year since 1700, month and day, 9, 4 and 5 bits wide; 0 is unknown."""
    parts = [int(part) for part in re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text).groups(default=0)] \
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) else [0, 0, 0]
    year, month, day = parts
    return (year - 1700) << 9 | month << 5 | day if 1700 < year < 2200 else 0


class People:
    """Everybody by Wikidata number: names, and the terms by jurisdiction and position."""

    def __init__(self):
        self.names = defaultdict(list)
        self.terms = defaultdict(lambda: defaultdict(list))
        self.horizon = {}
        self.seen = defaultdict(set)

    def add(self, qid: int, name: str, jurisdiction: str, position: str, start: str, end: str):
        name = " ".join(name.split())
        if name not in self.names[qid]:
            self.names[qid].append(name)
        start, end = date(start), date(end)
        if end and start > end:
            return
        self.terms[qid][jurisdiction, position].append((start, end))

    def close(self, qid: int, jurisdiction: str, position: str, start: str, end: str):
        """Terms that a table leaves open, and of which the end is known now: of that office, or begun with it and called much like it."""
        words = {word for word in key(position) if len(word) > 6} - {"minister", "secretary", "president"}
        begun, end = date(start), date(end)
        for (code, label), terms in self.terms[qid].items() if end else ():
            like = code == jurisdiction and words & set(key(label))
            same = (code, label) == (jurisdiction, position)
            ends = lambda term: not term[1] and (same and term[0] < end or like and abs(months(term[0]) - months(begun)) <= 2)
            terms[:] = [(term[0], end) if ends(term) else term for term in terms]

    def held(self, jurisdiction: str, position: str, name: str, start: str) -> set[int]:
        """Who came to an office of one holder about that day, under a name that has a word in common or begins like it."""
        words = key(name)
        alike = lambda other: set(words) & set(key(other)) or words[-1][:3] == key(other)[-1][:3]
        return {
            qid for qid, positions in self.terms.items() if qid < WITHOUT_ITEM
            for begun, _ in positions.get((jurisdiction, position), ())
            if abs(months(begun) - months(date(start))) <= 2 and any(alike(other) for other in self.names[qid])
        }

    def see(self, jurisdiction: str, text: str):
        """The newest date in a table tells until when its open ends may be believed."""
        if "1900" < text[:4] < "2023":
            self.horizon[jurisdiction] = max(self.horizon.get(jurisdiction, 0), date(text))


def months(packed: int) -> int:
    return (packed >> 9) * 12 + (packed >> 5 & 15)


def merged(terms: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Terms that touch (within two months, or a week where the days are known) or overlap become one."""
    days = lambda packed: months(packed) * 30 + (packed & 31)
    touch = lambda end, start: days(start) - days(end) <= (7 if end & 31 and start & 31 else 62)
    out: list[tuple[int, int]] = []
    for start, end in sorted(set(terms)):
        if out and start and (not out[-1][1] or touch(out[-1][1], start)):
            last = out[-1]
            out[-1] = (last[0], 0 if not last[1] or not end else max(last[1], end))
        else:
            out.append((start, end))
    return out


def office_holders(path: Path, codes: dict, people: People):
    with open(path / "officeholders" / "officeholders_eps.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            position, where = row["position"].strip(), row["jurisdiction"]
            code = JURISDICTIONS.get(where) or codes.get(where)
            if where == "world":
                code = "UN" if "United Nations" in position and not position.startswith("Permanent") else "XX"
            if ORDINAL.match(position):
                position = ORDINAL.sub("Member of the ", position)
            if code == "US" and row["table"] == "legislators":
                position = {"United States representative": "Representative", "United States senator": "Senator"}.get(
                    position, position)
            people.add(int(row["wikidata"][1:]), row["person"], code, position, row["start"], row["end"])
            for text in (row["start"], row["end"]):
                people.see(code, text)


def leaders(path: Path, codes: dict, people: People, better: set):
    """Heads of state and government of the countries that the first table leaves out, years only; of those in `better` nothing
    but who they are."""
    covered = set(people.horizon)
    with open(path / "world_leaders_2021" / "data" / "wikidata.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = LEADERS.get(row["countryid"]) or codes.get(row["countryid"]) or codes.get(row["country"])
            if not code or code in covered or not re.fullmatch(r"Q\d+", row["officeholder"]):
                continue
            if code in better:
                qid, name = int(row["officeholder"][1:]), row["officeholderLabel"]
                people.seen[qid].add(code)
                people.names[qid] += [name] if name not in people.names[qid] else []
                continue
            people.add(int(row["officeholder"][1:]), row["officeholderLabel"], code, row["positionLabel"],
                       row["start_year"], row["end_year"])
            people.see(code, "2022-09-30")


def more_leaders(path: Path, people: People):
    """leaders.psv: leaders and ministers of the countries that the first table leaves out, and of a few organisations, and for its own
    countries who came after it. Who of them another table has, by name, is one with that; the others have no item."""
    rows = [line.split("|") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    covered = set(people.horizon) - ORGANISATIONS
    for code in {row[0] for row in rows if row[1]} - covered:
        people.horizon[code] = max(people.horizon.get(code, 0), date("2024-12-31"))
    bearers = defaultdict(set)
    for qid, names in people.names.items():
        for name in names:
            bearers[" ".join(key(name))].add(qid)
    numbers = {}
    for code, position, name, others, item, start, end in rows:
        if not name:
            for terms in people.terms.values():
                terms.pop((code, position), None)
            continue
        if name == "*":
            people.horizon[code, position] = date(end)
            continue
        if not position:
            # Only other spellings of somebody whom the tables know.
            for qid in sorted(bearers[" ".join(key(name))]):
                if any(j == code for j, _ in people.terms[qid]):
                    people.names[qid] += [other for other in others.split(";") if other not in people.names[qid]]
            continue
        found = bearers[" ".join(key(name))]
        here = {qid for qid in found if code in people.seen[qid] or any(j == code for j, _ in people.terms[qid])}
        # Who goes to an organisation is known from home.
        found = here or (found if code in ORGANISATIONS and len(found) == 1 else set())
        if code in covered and not found:
            found = people.held(code, position, name, start)
        new = numbers.setdefault((code if code not in ORGANISATIONS else "", " ".join(key(name))), WITHOUT_ITEM + len(numbers))
        number = int(item[1:]) if item else newest(found, people, code, default=new)
        if end == "-":
            people.terms[number].pop((code, position), None)
            continue
        if code in covered:
            people.close(number, code, position, start, end)
        people.add(number, name, code, position, start, end)
        names = people.names[number]
        # The papers leave out what nobody calls them by: "Matamela Cyril Ramaphosa".
        if set(key(name)) < set(key(names[0])):
            names.remove(name)
            names.insert(0, name)
        names += [other for other in others.split(";") if other and other not in names]


def newest(found: set, people: People, code: str, default: int) -> int:
    """Of namesakes, the one who came to an office there last."""
    last = lambda qid: max((start for (j, _), terms in people.terms[qid].items() if j == code for start, _ in terms), default=0)
    return min(found, key=lambda qid: (-last(qid), qid), default=default)


def congress(path: Path, people: People):
    """Congress as it sits, and recent presidents: a reader for just the layout of these two files."""
    for name in ("legislators-current.yaml", "executive.yaml"):
        text = (path / "congress" / name).read_text(encoding="utf-8")
        for entry in re.split(r"(?m)^- id:$", text)[1:]:
            field = lambda label: (re.search(rf"(?m)^    {label}: (.+)$", entry) or [None, ""])[1].strip("'\"")
            if not field("wikidata"):
                continue
            qid = int(field("wikidata")[1:])
            first, last = field("first"), field("last")
            names = [field("official_full") or f"{first} {last}", f"{first} {last}"]
            names += [f"{field('nickname')} {last}"] if field("nickname") else []
            known = people.names[qid]
            # These files know better when the terms ended.
            for position in ("Representative", "Senator", "President", "Vice President"):
                people.terms[qid].pop(("US", position), None)
            for term in re.split(r"(?m)^  - type: ", entry.split("\n  terms:\n", 1)[1])[1:]:
                value = lambda label: (re.search(rf"(?m)^    {label}: (.+)$", term) or [None, ""])[1].strip("'\"")
                kind, state = term.split("\n", 1)[0], STATES.get(value("state"), "").replace("_", " ")
                position = {"rep": f"Representative for {state}", "sen": f"Senator for {state}", "prez": "President",
                            "viceprez": "Vice President"}[kind]
                # A term to come ends as it should; "President" by then knows nothing of how it does.
                people.add(qid, (known or names)[0], "US", position, value("start"), value("end"))
            for alias in names:
                if key(alias) not in [key(name) for name in known]:
                    known.append(alias)


def countries(path: Path):
    """Rows of code, Wikidata id, name, other names, words for its people, capital, metonyms; and codes by name and id."""
    ours = {}
    for line in (HERE / "places.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, *fields = line.split("|")
            ours[code] = [[p.strip() for p in f.split(",") if p.strip()] for f in (fields + ["", "", ""])[:3]]
    rows, codes = {}, {}
    with open(path / "country_codes" / "data" / "country-codes.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["ISO3166-1-Alpha-2"]
            qid = row["wikidata_id"].rsplit("/", 1)[-1] or {"NA": "Q1030"}.get(code, "")
            # Of the Kingdom, which the table means, the newspapers speak as of the country.
            qid = {"NL": "Q55", "DK": "Q35"}.get(code, qid)
            names = [row["CLDR display name"].replace("&", "and"), row["official_name_en"], row["UNTERM English Short"]]
            names += [row["UNTERM English Formal"].removeprefix("the ")]
            names = [re.sub(r"\s*\(.*\)|\s*\*+", "", name).replace("St. ", "Saint ") for name in names if name]
            rows[code] = (qid, names, row["Capital"])
    rows |= {"XK": ("Q1246", [], "Pristina"), "EU": ("Q458", [], ""), "UN": ("Q1065", [], ""),
             "NATO": ("Q7184", [], ""), "IMF": ("Q7804", [], ""), "WB": ("Q7164", [], ""), "ECB": ("Q8901", [], ""),
             "IAEA": ("Q41984", [], ""), "WTO": ("Q7825", [], ""), "WHO": ("Q7817", [], ""),
             "GB-SCT": ("Q22", [], "")}
    if not set(ours) <= set(rows):
        raise SystemExit(f"places.txt: no country has the code {sorted(set(ours) - set(rows))}")
    capitals = {"KZ": "Astana", "IL": "Jerusalem", "UA": "Kyiv, Kiev", "PS": "Ramallah", "CO": "Bogota", "IN": "New Delhi, Delhi"}
    table = []
    for code, (qid, names, capital) in sorted(rows.items()):
        people, other, metonyms = ours.get(code, [[], [], []])
        if other and other[0].endswith("!"):
            names = [other[0][:-1], *(n for n in names if len(n) > 2)]
        names = list(dict.fromkeys([*names, *(o.rstrip("!") for o in other)]))
        if len(names[0]) <= 2:
            names.append(names.pop(0))
        capital = capitals.get(code, capital)
        codes |= {name: code for name in names} | {qid: code}
        lists = [", ".join(v) for v in (names, people, [capital] if capital else [], metonyms)]
        table.append("|".join([code, qid, *lists]))
    return table, codes


def pack(people: People) -> bytes:
    jurisdictions = sorted({j for terms in people.terms.values() for j, _ in terms})
    positions = sorted({p for terms in people.terms.values() for p in terms})
    number = {p: n for n, p in enumerate(positions)}
    order = sorted(people.names, key=lambda qid: (" ".join(key(people.names[qid][0])), qid))
    blocks, starts, last, found, holders = bytearray(), [], b"", set(), defaultdict(set)
    for n, qid in enumerate(order):
        if n % BLOCK == 0:
            starts.append(len(blocks))
            last = b""
        name = ALIAS.join(people.names[qid]).encode()
        shared = next((i for i, (a, b) in enumerate(zip(last, name)) if a != b), min(len(last), len(name)))
        last = name
        terms = sorted((number[p], *term) for p, all in people.terms[qid].items() for term in merged(all))[:255]
        blocks += struct.pack("<BB", shared, len(name) - shared) + name[shared:]
        blocks += struct.pack("<IB", qid, len(terms))
        for position, start, end in terms:
            blocks += struct.pack("<H", position) + start.to_bytes(3, "little") + end.to_bytes(3, "little")
            holders[position].add(n)
        first = any(j in SURNAME_FIRST for j, _ in people.terms[qid])
        for alias in people.names[qid]:
            found |= {(fnv(k), n) for k in keys(alias, first)}
    found = sorted(found)
    pool, table, lists = bytearray(), bytearray(), bytearray()
    for jurisdiction, label in positions:
        text = label.encode()
        until = people.horizon.get((jurisdiction, label), people.horizon.get(jurisdiction, 0))
        table += struct.pack("<IHHII", len(pool), len(text), jurisdictions.index(jurisdiction), len(lists) // 3, until)
        pool += text
        # Members of a parliament are many; nobody is found by that alone.
        if len(bearers := sorted(holders[number[jurisdiction, label]])) <= 100:
            lists += b"".join(b.to_bytes(3, "little") for b in bearers)
    table += struct.pack("<IHHII", len(pool), 0, 0, len(lists) // 3, 0)
    places = bytearray()
    for jurisdiction in jurisdictions:
        first = next(n for n, (j, _) in enumerate(positions) if j == jurisdiction)
        places += struct.pack("<8sHH", jurisdiction.encode(), first, 0)
    places += struct.pack("<8sHH", b"", len(positions), 0)
    sections = [
        struct.pack(f"<{len(starts) + 1}I", *starts, len(blocks)),
        bytes(blocks),
        struct.pack(f"<{len(found)}I", *(h for h, _ in found)),
        b"".join(n.to_bytes(3, "little") for _, n in found),
        bytes(table),
        bytes(pool),
        bytes(lists),
        bytes(places),
    ]
    head = b"ONRWLD02" + struct.pack("<I", len(order)) + struct.pack("<8I", *(len(s) for s in sections))
    for name, section in zip("starts people hashes bearers positions labels holders places".split(), sections):
        print(f"{name:10} {len(section):>9}")
    print(f"{len(order)} people, {len(found)} keys, {len(positions)} positions, {len(jurisdictions)} jurisdictions")
    return head + b"".join(sections)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder that holds gazetteers/")
    p.add_argument("--out", type=Path, default=HERE.parent / "models" / "world")
    args = p.parse_args()
    path = args.data / "gazetteers"
    table, codes = countries(path)
    people = People()
    office_holders(path, codes, people)
    lines = (HERE / "leaders.psv").read_text(encoding="utf-8").splitlines()
    leaders(path, codes, people, {row[0] for row in map(lambda line: line.split("|"), lines) if len(row) > 1 and row[1]})
    congress(path, people)
    more_leaders(HERE / "leaders.psv", people)
    for qid in [qid for qid in people.names if not people.terms[qid]]:
        del people.names[qid]
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "countries.txt").write_text("\n".join(table) + "\n", encoding="utf-8")
    data = pack(people)
    (args.out / "people.bin").write_bytes(data)
    print(f"{len(data)} bytes")


if __name__ == "__main__":
    main()
