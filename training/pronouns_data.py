"""Prepares pronouns and the names that they may mean: `python pronouns_data.py` writes build/pronouns.npz and build/gap.npz.

A site is a pronoun, or a repeated name that a passage can have a pronoun for (Kocijan et al. 2019, arXiv:1908.08025). Whom it
means is known in GAP's development part, in LitBank and GUM, and of repeated names; a teacher says it of the rest. Names are
capitalised words that begin with a given name or stand after a title, and what repeats a part of them.
GAP's validation part, which measures, goes to gap.npz.
"""

import argparse
import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

import mentions
from unlabelled import sentences_of_news
from wordpiece import WordPiece

HERE = Path(__file__).parent
CORPORA = ["gap", "litbank", "gum", "polnear", "wcxb", "news", "pages", "ewt", "wikigold", "re3d"]
MALE, FEMALE, FAMILY = 0, 1, 2  # what a word of a name is; of an entity, FAMILY says that nothing is known
PRONOUNS = {"he": MALE, "him": MALE, "his": MALE, "himself": MALE, "she": FEMALE, "her": FEMALE, "hers": FEMALE, "herself": FEMALE}
TITLES = {"mr": MALE, "sir": MALE, "lord": MALE, "king": MALE, "prince": MALE, "uncle": MALE, "mrs": FEMALE, "ms": FEMALE, "miss": FEMALE}
TITLES |= {"lady": FEMALE, "queen": FEMALE, "princess": FEMALE, "aunt": FEMALE}
TITLES |= dict.fromkeys("dr prof sen rep gov gen col capt lt sgt senator president representative governor judge justice".split(), FAMILY)
TITLES |= dict.fromkeys("professor captain colonel general detective mayor chancellor minister secretary congressman".split(), FAMILY)
PARTS = {"de", "van", "von", "der", "den", "bin", "al", "el", "da", "di", "du", "la", "le"}
OTHERS = set(
    "university college school street avenue road county city state states award awards prize house party court church hospital center centre"
    " institute foundation company corporation inc park river lake island airport station show news times post journal press group act bay"
    " january february march april may june july august september october november december monday tuesday wednesday thursday friday"
    " saturday sunday north south east west new united national international american british french german league justice danish".split()
)
PLACES = set(
    "paris florence austin virginia georgia carolina washington lincoln jordan chad israel sydney london dallas houston madison jackson"
    " cleveland columbia asia india china america africa christian muslim english england ireland france germany brooklyn savannah charlotte"
    " phoenix dakota montana alexandria lancaster durham chester kent kingston melbourne victoria jersey".split()
)
BEFORE_HIM = set("of to with by for from against about after before between like than on at over and into".split())
BEFORE_HE = set("and but that when as because while if where then although though since before after until which whom who what how why".split())
ROOM = 150  # how many pieces a name may be away to count
MOST = 14  # names in a passage
STOP, LOWER, CAPITAL = 2, 5, 7  # shapes of words: a sentence's end, small letters, one capital before them


def features(text, places):
    """What the tagger sees of each word beside its letters (crates/extract/src/words.rs): how it stands to quotation marks, from 1, but for
    single marks and quotations within others; its shape; and 2 for the first word of a paragraph, else 1."""
    out, inside, opened = [], False, 0
    unclosed = lambda: [(3 if q == 2 else q, *rest) for q, *rest in out[opened:]]
    for i, (a, b) in enumerate(places):
        word, first = text[a:b], i == 0 or "\n" in text[places[i - 1][1] : a]
        if first and inside:
            out[opened:], inside = unclosed(), False
        opens, closes = not inside and word in "“\"", inside and word in "”\""
        out.append((4 if opens else 5 if closes else 2 if inside else 1, shape(word), 1 + first))
        inside = opens or inside and not closes
        opened = len(out) if opens else opened
    return out[:opened] + unclosed() if inside else out


def shape(word):
    if word[0].isnumeric():
        return 1
    if not word[0].isalnum():
        return STOP if word[0] in ".!?…" else 3 if word[0] in ",;:" else 4
    lower = lambda s: not any(c.isupper() for c in s)
    if lower(word):
        return LOWER
    return CAPITAL if word[0].isupper() and lower(word[1:]) else 8 if any(c.islower() for c in word) else 6


class Words:
    """A text as words with their places and pieces."""

    def __init__(self, text, wordpiece):
        self.text, self.places, self.pieces, start = text, [], [], None
        for at, c in enumerate(text + " "):
            sign = unicodedata.category(c)[0] in "PS"
            if c.isspace() or sign:
                if start is not None:
                    self.places.append((start, at))
                start = None
                if sign:
                    self.places.append((at, at + 1))
            elif start is None:
                start = at
        self.words = [text[a:b] for a, b in self.places]
        self.pieces = [wordpiece.encode(word) for word in self.words]
        self.sums = np.concatenate([[0], np.cumsum([len(p) for p in self.pieces])])
        self.seen = features(text, self.places)
        self.begins = {a: i for i, (a, _) in enumerate(self.places)}
        self.ends = {b: i + 1 for i, (_, b) in enumerate(self.places)}

    def span(self, start, end):
        """The words of a span of characters, if it begins and ends as words do."""
        return (self.begins[start], self.ends[end]) if start in self.begins and end in self.ends else None

    def cover(self, start, end):
        """The words that a span of characters touches."""
        touched = [i for i, (a, b) in enumerate(self.places) if a < end and start < b]
        return touched[0], touched[-1] + 1

    def glued(self, i):
        return i > 0 and self.places[i][0] == self.places[i - 1][1]


class Names:
    def __init__(self, data, texts):
        self.gender, self.often = {}, {}
        with open(data / "gazetteers/globalnamedata/assets/ukprocessed.csv", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                m, f, name = float(row["count.male"]), float(row["count.female"]), row["Name"].lower()
                if m + f >= 15 and len(name) > 2:
                    self.gender[name], self.often[name] = int(f > m), m + f
        with open(data / "gazetteers/congress/legislators-historical.csv", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                for name in (row["first_name"].lower(), row["nickname"].lower()):
                    if name.isalpha() and len(name) > 2:
                        self.gender.setdefault(name, int(row["gender"] == "F"))
        self.gender |= {"bernie": MALE, "barack": MALE, "hillary": FEMALE, "kellyanne": FEMALE, "melania": FEMALE, "ivanka": FEMALE, "reince": MALE}
        for name in OTHERS:
            self.gender.pop(name, None)
        self.low, self.high = Counter(), Counter()
        for text in texts:
            for word in re.findall(r"[^\W\d_]+", text):
                (self.high if word[0].isupper() else self.low)[word.lower()] += 1

    def proper(self, word):
        word = word.lower()
        return self.high[word] > 2 * self.low[word]

    def runs(self, w):
        """Runs of capitalised words, each with the title before it."""
        i, n = 0, len(w.words)
        capital = lambda k: k < n and w.words[k][0].isupper() and not w.words[k].isupper()
        initial = lambda k: k + 1 < n and len(w.words[k]) == 1 and w.words[k].isupper() and w.words[k + 1] == "." and w.glued(k + 1)
        while i < n:
            if not capital(i) or not (self.proper(w.words[i]) or w.words[i].lower() in self.gender):
                i += 1
                continue
            end = i + 1
            while end < n:
                if capital(end):
                    end += 1
                elif initial(end) and capital(end + 2):
                    end += 3
                elif w.words[end] in "-'’" and w.glued(end) and w.glued(end + 1 if end + 1 < n else 0) and capital(end + 1):
                    end += 2
                elif w.words[end].lower() in PARTS and w.words[end].islower() and capital(end + 1):
                    end += 2
                else:
                    break
            title = None
            while i < end and w.words[i].lower() in TITLES:
                title = w.words[i].lower()
                i += 1
            before = w.words[i - 2] if i > 1 and w.words[i - 1] == "." else w.words[i - 1] if i else ""
            if title is None and before.lower() in TITLES and before[0].isupper():
                title = before.lower()
            if i < end:
                yield i, end, title
            i = max(i + 1, end)

    def find(self, w, forced=()):
        """Names of people in a text: [first word, end, entity], and each entity's gender. `forced` ones are certain, each another's."""
        runs, names, entities, genders = [], [], [], []  # an entity's words
        for start, end, title in self.runs(w):
            if not any(start < e and s < end for s, e in forced):
                runs.append((start, end, title))
        runs += [(s, e, None) for s, e in forced]
        known = set()
        content = lambda s, e: [x.lower() for x in w.words[s:e] if len(x) > 1]
        for start, end, title in runs:
            said = content(start, end) or [""]
            person = title or (start, end) in forced or len(said) in (2, 3, 4) and said[0] in self.gender
            if person and not any(x in OTHERS for x in said):
                known.update(said[-1:] + [x for x in said[:1] if x in self.gender])
        whose = {}
        for start, end, title in sorted(runs):
            said = content(start, end) or [""]
            sure = (start, end) in forced
            alone = len(said) == 1 and said[0] in self.gender and said[0] not in PLACES and self.proper(said[0])
            full = len(said) in (2, 3, 4) and said[0] in self.gender
            if not sure and (not said[0] or any(x in OTHERS for x in said) or not (title or alone or full or len(said) == 1 and said[0] in known)):
                continue
            gender = TITLES.get(title, FAMILY) if title else FAMILY
            given = said[0] in self.gender and (len(said) > 1 or said[0] in PLACES or alone)
            gender = self.gender[said[0]] if given and gender == FAMILY else gender
            mine, text = set(said) - {""}, " ".join(said)
            longer = lambda k: not forced and entities[k] <= mine  # in a biography, the longer name is often a relative's
            fits = lambda k: (mine <= entities[k] or longer(k)) and (gender == genders[k] or FAMILY in (gender, genders[k]))
            same = next((k for k in reversed(range(len(entities))) if fits(k)), None) if mine else None
            if sure:  # the same name again is the same person, but two names that are asked about are two people
                same = whose[text] if text in whose else None if same in whose.values() else same
            elif text in whose:
                same = whose[text]
            if same is None:
                same = len(entities)
                entities.append(set())
                genders.append(FAMILY)
            entities[same] |= mine
            genders[same] = gender if genders[same] == FAMILY else genders[same]
            if sure:
                whose[text] = same
            names.append([start, end, same])
        return names, genders


class Store:
    """Texts as arrays: pieces, names, words of names, sites."""

    def __init__(self, known, wordpiece):
        self.known, self.wordpiece = known, wordpiece
        self.pieces, self.names, self.words, self.sites, self.keys, self.seen = [], [], [], [], {}, []
        self.counts, self.families = defaultdict(Counter), Counter()
        self.size = self.entity = 0

    def add(self, corpus, text, gold=None, gap=None, repeated=True):
        """`gold`: spans of mentions with the entity of each; `gap`: the pronoun's span, those of two names and which of them is meant."""
        w = Words(text, self.wordpiece)
        if not w.words:
            return
        asked = [w.cover(*span) for span in gap["names"]] if gap else []
        names, genders = self.known.find(w, asked)
        pair = [next(e for s, end, e in names if (s, end) == span) for span in asked]
        told = {}
        if gold is not None:
            told = {span: c for s, e, c in gold if (span := w.span(s, e))}
            whole = lambda s, e: min(((b - a, c) for (a, b), c in told.items() if b == e and s - 3 <= a <= s), default=(0, None))[1]
            clusters = [whole(s, e) for s, e, _ in names]
            numbers, olds = {}, [entity for _, _, entity in names]
            for name, cluster in zip(names, clusters):  # an entity is a cluster, or what is in none and looks the same
                name[2] = numbers.setdefault(("c", cluster) if cluster is not None else ("e", name[2]), len(numbers))
            of_cluster = {key[1]: number for key, number in numbers.items() if key[0] == "c"}
            plain, genders = genders, [FAMILY] * len(numbers)
            for (s, e, number), before in zip(names, olds):
                genders[number] = plain[before] if genders[number] == FAMILY else genders[number]
        sums, sites = w.sums, []
        at = lambda word: int(sums[word])
        near = lambda word: {e for s, _, e in names if -ROOM < at(s) - at(word) < 30}
        asked_at = w.cover(*gap["pronoun"])[0] if gap else None
        for i, word in enumerate(w.words):
            if word.lower() not in PRONOUNS or i != asked_at and (word.isupper() or len(near(i)) < 2):
                continue
            right, kind = -1, "pronouns"  # -1: not known, -2: none of them
            if i == asked_at:
                right, kind = (pair[gap["right"]] if gap["right"] is not None else -2), "asked"
            elif gold is not None:
                right = of_cluster.get(told.get((i, i + 1)), -2)
            sites.append((i, i + 1, 0, PRONOUNS[word.lower()], right, kind))
        if repeated:
            seen = {}
            for s, e, entity in names:
                known = genders[entity] != FAMILY
                if known and entity in seen and at(s) - at(seen[entity]) < 120 and len(near(s)) > 1:
                    sites.append((s, e, *self.pronoun(w, s, e, genders[entity]), entity, "repeated"))
                seen[entity] = s
        if not sites:
            return
        keep = [(max(0, at(s) - 180), at(e) + 80) for s, e, *_ in sites]
        self.append(corpus, w, names, genders, sites, pair, keep)

    def pronoun(self, w, start, end, gender):
        """The pronoun for a name by the words around it, and its gender."""
        before = w.words[start - 1].lower() if start else "."
        after = w.words[end].lower() if end < len(w.words) else "."
        owns = after in "'’" and end + 1 < len(w.words) and w.words[end + 1] == "s"
        if owns or after in "'’":
            return self.wordpiece.ids[("his", "her")[gender]] + (100_000 if owns else 50_000), gender
        verb = re.fullmatch(r"\w+ed|\w{2,}s|was|had|said|did|would|could|can|will|may|might|then|also|who|told|went|came|took|made|got", after)
        subject = before in BEFORE_HE and before not in BEFORE_HIM or before in ".,;:”\"“—" or verb
        return self.wordpiece.ids[(("him", "her"), ("he", "she"))[bool(subject)][gender]], gender

    def append(self, corpus, w, names, genders, sites, pair, keep):
        """Takes in what is near a site, as one text."""
        number, sums = CORPORA.index(corpus), w.sums
        inside = np.zeros(int(sums[-1]) + 1, dtype=bool)
        for a, b in keep:
            inside[a:b] = True
        words = [i for i in range(len(w.words)) if inside[int(sums[i])] or inside[max(0, int(sums[i + 1]) - 1)]]
        place, flat = {}, []
        for i in words:
            place[i] = self.size + len(flat)
            flat += w.pieces[i]
            self.seen += [w.seen[i]] * len(w.pieces[i])
        after = lambda i: place[i - 1] + len(w.pieces[i - 1])
        for s, e, entity in names:
            if s in place and e - 1 in place:
                self.names.append((place[s], after(e), self.entity + entity))
                for k in range(s, e):
                    word = w.words[k].lower()
                    if len(word) < 2 or word in PARTS:
                        continue
                    given = k == s and word in self.known.gender and (e - s > 1 or self.known.proper(word))
                    key = self.keys.setdefault((len(self.pieces), word), [len(self.keys), FAMILY])
                    if given and key[1] == FAMILY:
                        key[1] = self.known.gender[word] if e - s == 1 or genders[entity] == FAMILY else genders[entity]
                    elif k > s and k == e - 1:
                        self.families[word] += 1
                    self.words.append((place[k], after(k + 1), key[0]))
        whose = lambda entity: entity if entity < 0 else self.entity + entity
        for s, e, put, gender, right, kind in sites:
            end = after(e)
            if put >= 50_000:  # the sign of possession goes, too
                extra = 2 if put >= 100_000 else 1
                end, put = after(min(e + extra, max(place) + 1)) if e + extra - 1 in place else end, put % 50_000
            two = [whose(x) for x in pair] if kind == "asked" else [-1, -1]
            self.sites.append((place[s], end, put, gender, whose(right), *two, number, ("pronouns", "repeated", "asked").index(kind)))
            self.counts[corpus][kind] += 1
        self.counts[corpus]["texts"] += 1
        self.pieces.append(flat)
        self.size += len(flat)
        self.entity += len(genders)

    def save(self, path, pools):
        flat = np.array([i for text in self.pieces for i in text], dtype=np.uint16)
        texts = np.cumsum([0] + [len(text) for text in self.pieces])
        kinds = np.array([kind for _, kind in self.keys.values()], dtype=np.uint8)
        table = lambda rows, width: np.array(sorted(rows), dtype=np.int32).reshape(-1, width)
        ragged = {}
        for name, pool in zip(("male", "female", "family"), pools):
            ragged |= {name: np.array([i for p in pool for i in p], dtype=np.uint16), f"{name}_ends": np.cumsum([0] + [len(p) for p in pool])}
        seen = np.array(self.seen, dtype=np.uint8)
        np.savez(path, pieces=flat, seen=seen, texts=texts, names=table(self.names, 3), words=table(self.words, 3), kinds=kinds, sites=table(self.sites, 9), **ragged)


def texts(data):
    """The texts of each corpus without labels."""
    for path in sorted((data / "polnear/train/text").glob("*.txt")):
        yield "polnear", path.read_text(encoding="utf-8")
    for path in sorted((data / "wcxb_dev/ground-truth").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        if page["_internal"]["page_type"]["primary"] == "article":
            yield "wcxb", (page["ground_truth"].get("main_content") or "")[:40_000]
    for sentences in sentences_of_news(data / "newsmtsc/train.jsonl", 1):
        yield "news", " ".join(sentences)
    for path in sorted((data / "readability_pages/test/test-pages").glob("*/expected.html")):
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>|&\w+;", " ", path.read_text(encoding="utf-8")))
        if len(re.findall(r"\b(the|and|of)\b", text)) > len(text) / 120:  # English
            yield "pages", text[:40_000]
    parts = (data / "ud/en_ewt-ud-train.REBUILT.conllu").read_text(encoding="utf-8").split("# newdoc id = ")
    for part in parts:
        yield "ewt", " ".join(re.findall(r"^# text = (.*)", part, flags=re.M))
    for path in sorted((data / "wikigold/data/wikigold/CONLL-format/data").glob("*")):
        for part in path.read_text(encoding="utf-8").split("-DOCSTART-"):
            yield "wikigold", mentions.text_of([line.split()[0] for line in part.splitlines() if len(line.split()) == 2])[0]
    for path in sorted((data / "re3d").glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield "re3d", json.loads(line)["text"] if line.strip() else ""


def gap_row(d):
    (ps, pe, means), *names = d["mentions"]
    return {"pronoun": (ps, pe), "names": [tuple(n[:2]) for n in names], "right": means - 1 if means < 9 else None}


def pools(known, store, pieces):
    """Names to put for names, as pieces: of men, of women, of families."""
    common = sorted(known.often, key=known.often.get, reverse=True)
    usable = lambda name: name.isalpha() and len(pieces.encode(name)) < 4 and name not in PLACES and known.low[name] < 20
    given = [[n for n in common if n in known.gender and known.gender[n] == g and usable(n)][:1500] for g in (MALE, FEMALE)]
    family = [n for n, _ in store.families.most_common() if usable(n) and n not in known.gender][:6000]
    return [[pieces.encode(n) for n in pool] for pool in (*given, family)]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    p.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of all-MiniLM-L6-v2")
    p.add_argument("--build", type=Path, default=HERE / "build")
    args = p.parse_args()
    pieces = WordPiece(args.vocabulary)
    labelled = list(mentions.corpora(args.data, "train"))
    plain = list(texts(args.data))
    known = Names(args.data, [d["text"] for d in labelled] + [text for _, text in plain])
    store, held = Store(known, pieces), Store(known, pieces)
    for d in labelled:
        if "among" in d:
            store.add("gap", d["text"], gap=gap_row(d))
        else:
            store.add(d["doc"].split("/")[0], d["text"], gold=d["mentions"])
    for corpus, text in plain:
        store.add(corpus, text)
    for d in mentions.corpora(args.data, "dev"):
        if "among" in d:
            held.add("gap", d["text"], gap=gap_row(d), repeated=False)
    held.sites = [site for site in held.sites if site[8] == 2]
    named = pools(known, store, pieces)
    args.build.mkdir(parents=True, exist_ok=True)
    store.save(args.build / "pronouns.npz", named)
    held.save(args.build / "gap.npz", [[], [], []])
    for corpus, counts in store.counts.items():
        print(corpus, dict(counts))
    print(f"{store.size} pieces, {len(store.sites)} sites, {[len(pool) for pool in named]} names; held out: {dict(held.counts['gap'])}")


if __name__ == "__main__":
    main()
