"""Statements toward issues and toward people, from five open corpora and our own debates, as pairs of word pieces.

A pair is an issue (a topic, a proposition, or a person's mention) and a text. Labels: 0 oppose, 1 support, 2 neutral;
toward a person: 0 criticises, 1 praises, 2 neutral.
"""

import argparse
import csv
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from wordpiece import WordPiece

CLS, SEP = 101, 102
ISSUE, TEXT, MENTION = 1, 2, 3  # sides: what a piece is part of; 0 for [CLS] and [SEP]
LONGEST = 192  # pieces of a pair, as the program reads them
THREE, TWO, PERSON = 0, 1, 2  # kinds of pairs: toward an issue, where neutral may be chosen and where not; toward a person
KINDS = {"claims": TWO, "perspectives": TWO, "arguments": TWO, "news": PERSON, "mentioned": PERSON}
csv.field_size_limit(1 << 30)


@dataclass
class Pair:
    task: str  # vast, claims, perspectives, arguments, debates, motions: toward an issue; news: toward a person; untold, mentioned: for a teacher alone
    issue: list[int]
    text: list[int]
    label: int
    mention: tuple[int, int] = (0, 0)  # where in the text the person is mentioned, in pieces
    printed: dict | None = None  # issue, text and mention (in characters) as they stand in the corpus
    wordings: tuple = ()  # the issue in other words, each with whether who is for the issue is for it
    on: int | None = None  # whether the text is on the issue at all, where that is known


def pair(task: str, pieces: WordPiece, issue: str, text: str, label: int, on: int | None = 1) -> Pair:
    printed = {"issue": issue, "text": text, "mention": None}
    return Pair(task, pieces.encode(issue), pieces.encode(text), label, printed=printed, on=on)


def bucket(key: str, of: int) -> int:
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % of


def vast(data: Path, pieces: WordPiece):
    """Held out as dev: the posts of an eighth of the debates, with those of their topics that are rare elsewhere;
    training sees neither these posts nor these topics."""
    rows = list(csv.DictReader(open(data / "vast/vast_train.slim.csv", encoding="utf-8")))
    # Type 4 are posts with the topic of another, on which they are neutral: it stands in `topic_str` alone, reduced to lemmas.
    wordings = defaultdict(Counter)
    for r in rows:
        if r["type_idx"] != "4":
            wordings[r["topic_str"]][r["new_topic"]] += 1
    wording = lambda r: wordings[r["topic_str"]].most_common(1)[0][0] if r["type_idx"] == "4" else r["new_topic"]
    posts = {r["post"] for r in rows if bucket(r["ori_topic"].lower(), 8) == 0}
    elsewhere = Counter(r["topic_str"] for r in rows if r["post"] not in posts)
    topics = {r["topic_str"] for r in rows if r["post"] in posts and elsewhere[r["topic_str"]] <= 4}
    out = {"train": [], "dev": []}
    for r in rows:
        part = {(True, True): "dev", (False, False): "train"}.get((r["post"] in posts, r["topic_str"] in topics))
        if part:
            on = {"4": 0}.get(r["type_idx"], None if r["label"] == "2" else 1)
            out[part].append(pair("vast", pieces, wording(r), r["post"], int(r["label"]), on))
    return out


def claims(data: Path, pieces: WordPiece):
    """Of each topic the corpus also says what it is for or against."""
    out = {"train": [], "test": []}
    for r in csv.DictReader(open(data / "ibm_claim_stance/claim_stance_repaired.csv", encoding="utf-8")):
        label = int(r["claims.stance"] == "PRO")
        made = pair("claims", pieces, r["topicText"], r["claims.claimCorrectedText"], label)
        along, target = r["topicSentiment"] == "1", r["topicTarget"]
        made.wordings = ((target, along), (f"This house supports {target}", along), (f"This house is against {target}", not along))
        out[r["split"]].append(made)
    return out


def perspectives(data: Path, pieces: WordPiece):
    """Its test has two claims that its training part has under other numbers; there they are left out."""
    folder = data / "perspectrum/data/dataset"
    load = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
    pool = {p["pId"]: p["text"] for p in load("perspective_pool_v1.0.json")}
    split = load("dataset_split_v1.0.json")
    out = {"train": [], "dev": [], "test": []}
    for claim in load("perspectrum_with_answers_v1.0.json"):
        for cluster in claim["perspectives"]:
            if cluster["stance_label_3"] not in ("SUPPORT", "UNDERMINE"):
                continue
            for p in cluster["pids"]:
                label = int(cluster["stance_label_3"] == "SUPPORT")
                out[split[str(claim["cId"])]].append(pair("perspectives", pieces, claim["text"], pool[p], label))
    tested = {tuple(p.issue) for p in out["test"]}
    out["train"] = [p for p in out["train"] if tuple(p.issue) not in tested]
    return out


def arguments(data: Path, pieces: WordPiece):
    out = {}
    for part in ("train", "dev"):
        rows = csv.DictReader(open(data / f"argkp2021/kpm_data/arguments_{part}.csv", encoding="utf-8"))
        out[part] = [pair("arguments", pieces, r["topic"], r["argument"], int(r["stance"] == "1")) for r in rows]
    return out


def news(data: Path, pieces: WordPiece):
    out = {}
    for part, name in (("train", "train"), ("test", "devtest_mt")):
        out[part] = []
        for line in open(data / f"newsmtsc/{name}.jsonl", encoding="utf-8"):
            d = json.loads(line)
            sentence = d["sentence_normalized"]
            for t in d["targets"]:
                before, mention = pieces.encode(sentence[: t["from"]]), pieces.encode(sentence[t["from"] : t["to"]])
                text = before + mention + pieces.encode(sentence[t["to"] :])
                label = {2: 0, 6: 1, 4: 2}[int(t["polarity"])]
                printed = {"issue": t["mention"], "text": sentence, "mention": [t["from"], t["to"]]}
                place = (len(before), len(before) + len(mention))
                out[part].append(Pair("news", mention, text, label, place, printed))
    return out


@dataclass
class Debate:
    """An issue of debates/: its wordings with the side that support of each is on (1, -1), and what is said."""

    wordings: list[tuple[str, int]]
    said: list[tuple[str, str]]  # mark (+ - = /) and text

    @staticmethod
    def read(path: Path) -> list["Debate"]:
        out = []
        for line in open(path, encoding="utf-8"):
            mark, _, rest = line.strip().partition(" ")
            if mark == "#":
                label, sign, proposition, opposite = (part.strip() for part in rest.split("|"))
                wordings = [(proposition, 1), (opposite, -1)]
                if sign != "0":
                    wordings.append((label, 1 if sign == "+" else -1))
                out.append(Debate(wordings, []))
            elif mark:
                out[-1].said.append((mark, rest))
        return out

    def pair(self, task: str, pieces: WordPiece, wording: tuple[str, int], said: tuple[str, str]) -> Pair:
        (issue, side), (mark, text) = wording, said
        label = {"+": int(side > 0), "-": int(side < 0)}.get(mark, 2)
        return pair(task, pieces, issue, text, label, int(mark != "/"))


def debates(_: Path, pieces: WordPiece):
    """Our own: every statement with each wording of its issue and with one of another issue of its file, which it is not on.
    Every eighth issue is held out."""
    out = {"train": [], "dev": []}
    for path in sorted((Path(__file__).parent / "debates").glob("*.txt")):
        all_of = Debate.read(path)
        task = "motions" if path.stem == "motions" else "debates"
        for place, debate in enumerate(all_of):
            part = "dev" if place % 8 == 4 else "train"
            others = [d for k, d in enumerate(all_of) if k != place and (k % 8 == 4) == (part == "dev")]
            for number, said in enumerate(debate.said):
                out[part] += [debate.pair(task, pieces, wording, said) for wording in debate.wordings]
                other = others[(7 * place + 5 * number) % len(others)]
                out[part].append(debate.pair(task, pieces, other.wordings[number % 2], ("/", said[1])))
    return out


HELD = {"debates": "dev", "vast": "dev", "claims": "test", "perspectives": "test", "arguments": "dev", "news": "test"}  # never trained on
CORPORA = {"debates": debates, "vast": vast, "claims": claims, "perspectives": perspectives, "arguments": arguments, "news": news}


def asked(train: list[Pair], build: Path, pieces: WordPiece, dice: random.Random, draws: int = 4) -> list[Pair]:
    """What a teacher is asked about, each pair once: those of several epochs, statements set against each other, sentences
    of VAST's posts, whoever else is named in NewsMTSC's sentences, and what the program asks when it reads."""
    frames = Frames(pieces)
    out = []
    for _ in range(draws):
        out += epoch(train, dice, unrelated=0.12, frames=frames, told=0.4, claims=3, reworded=0.4, vast=1)
    for _ in range(2):
        out += between(train, dice)
    out += sentences(train, pieces, dice) + untold(train, build, pieces, dice)
    for text in sorted({p.printed["text"] for p in train if p.task == "news"}):
        out += [mentioned(pieces, text, *name) for name in dice.sample(names(text), min(2, len(names(text))))]
    return list({(p.task in ("news", "mentioned"), tuple(p.issue), tuple(p.text), p.mention): p for p in reversed(out)}.values())


def untold(train: list[Pair], build: Path, pieces: WordPiece, dice: random.Random) -> list[Pair]:
    """What the program asks when it reads (build/train.read.jsonl): every statement with the issues of its article, with two
    of a codebook (the corpora's own) with which it shares a word, and two of the actors and two of the names that it mentions."""
    codebook = sorted({tuple(p.issue) for p in train if p.task != "news"})
    having = defaultdict(list)
    for issue in codebook:
        for piece in set(issue):
            having[piece].append(issue)
    having = {piece: issues for piece, issues in having.items() if len(issues) <= 60}  # a word of more is no word of an issue
    out = []
    for line in open(build / "train.read.jsonl", encoding="utf-8"):
        article = json.loads(line)
        labels = [pieces.encode(issue["label"]) for issue in article["issues"]]
        mentions = [tuple(span) for actor in article["actors"] for span in actor["mentions"]]
        for statement in article["statements"]:
            spans = [*statement["source"], *statement["cue"], *statement["content"]]
            start, end = min(s for s, _ in spans), max(e for _, e in spans)
            if end - start > 600:
                continue
            text = pieces.encode(article["text"][start:end])
            near = sorted({issue for piece in set(text) for issue in having.get(piece, ())})
            issues = dice.sample(labels, min(4, len(labels))) + [list(issue) for issue in dice.sample(near, min(2, len(near)))]
            out += [Pair("untold", issue, text, -1) for issue in issues]
            text = article["text"][start:end]
            inside = [(a - start, b - start) for a, b in mentions if any(s <= a and b <= e for s, e in statement["content"])]
            for known in (inside, names(text)):
                out += [mentioned(pieces, text, *place) for place in dice.sample(known, min(2, len(known)))]
    return out


def names(text: str) -> list[tuple[int, int]]:
    """Where somebody or something is named: capitals that begin no sentence."""
    return [m.span() for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*", text)]


def mentioned(pieces: WordPiece, text: str, start: int, end: int) -> Pair:
    before, mention = pieces.encode(text[:start]), pieces.encode(text[start:end])
    whole = before + mention + pieces.encode(text[end:])
    return Pair("mentioned", mention, whole, -1, (len(before), len(before) + len(mention)))


def between(pairs: list[Pair], dice: random.Random) -> list[Pair]:
    """Short texts on one issue, each with what another says as its issue."""
    on = defaultdict(set)
    for p in pairs:
        if p.task not in ("vast", "news") and p.on != 0:
            on[tuple(p.issue)].add(tuple(p.text))
    out = []
    for texts in on.values():
        texts = sorted(texts)
        for text in texts:
            if len(texts) > 1:
                about = dice.choice([other for other in texts if other != text])
                out.append(Pair("untold", list(about), list(text), -1))
    return out


def sentences(pairs: list[Pair], pieces: WordPiece, dice: random.Random) -> list[Pair]:
    """Of each of VAST's posts two sentences, with its topic."""
    out = []
    for p in pairs:
        if p.task == "vast":
            told = [s for s in re.split(r"(?<=[.!?])\s+", p.printed["text"]) if 40 <= len(s) <= 300]
            out += [Pair("untold", p.issue, pieces.encode(s), -1) for s in dice.sample(told, min(2, len(told)))]
    return out


def arrays(pairs: list[Pair], longest: int) -> dict[str, np.ndarray]:
    """Pairs as arrays: the pieces of all and their sides one after the other, and of each pair its length, kind, label (-1: none) and
    whether it is on the issue (-1: unknown)."""
    rows = [sides(p, longest) for p in pairs]
    flat = lambda parts, kind: np.array([value for part in parts for value in part], dtype=kind)
    return {
        "ids": flat((ids for ids, _ in rows), np.uint16),
        "side": flat((of for _, of in rows), np.uint8),
        "length": np.array([len(ids) for ids, _ in rows], dtype=np.uint16),
        "kind": np.array([KINDS.get(p.task, THREE) for p in pairs], dtype=np.int8),
        "label": np.array([p.label for p in pairs], dtype=np.int8),
        "on": np.array([-1 if p.on is None else p.on for p in pairs], dtype=np.int8),
    }


class Rows:
    """Such arrays where the model reckons: a batch is cut out there, all its rows at once."""

    def __init__(self, arrays: dict[str, np.ndarray], device: str):
        put = lambda array: torch.from_numpy(array).to(device)
        self.lengths = arrays["length"].astype(np.int64)
        self.ids, self.side = (put(arrays[name].astype(np.int32)) for name in ("ids", "side"))
        self.begin, self.length = put(np.cumsum(self.lengths) - self.lengths), put(self.lengths)
        self.known = {name: put(arrays[name].astype(np.int64)) for name in ("kind", "label", "on")}

    def __len__(self):
        return len(self.lengths)

    def batch(self, which: torch.Tensor, width: int) -> dict[str, torch.Tensor]:
        at = torch.arange(width, device=which.device)
        mask = at < self.length[which][:, None]
        places = torch.where(mask, self.begin[which][:, None] + at, 0)
        ids, side = (torch.where(mask, flat[places], 0).long() for flat in (self.ids, self.side))
        return {"ids": ids, "side": side, "mask": mask, **{name: of[which] for name, of in self.known.items()}}

    def batches(self, pieces: int, dice: random.Random) -> list[tuple[torch.Tensor, int]]:
        """Which rows go together, of like length, and the width of these; in random order."""
        order = np.random.default_rng(dice.getrandbits(32)).permutation(len(self))
        widths = (self.lengths + 7) // 8 * 8
        some = max(1, int(12 * pieces / widths.mean()))  # a dozen batches are made of rows near each other
        order = order[np.lexsort((widths[order], np.arange(len(self)) // some))]
        order, widths = torch.from_numpy(order).to(self.ids.device), widths[order].tolist()
        out, first = [], 0
        for i, width in enumerate(widths):
            if i > first and (width < widths[i - 1] or (i + 1 - first) * width > pieces):
                out.append((order[first:i], widths[i - 1]))
                first = i
        out.append((order[first:], widths[-1]))
        dice.shuffle(out)
        return out


def sides(p: Pair, longest: int):
    """`[CLS] issue [SEP] text [SEP]`; a text alone, without an issue, is `[CLS] text [SEP]`."""
    issue = p.issue[:48]
    room = longest - len(issue) - 3
    text, (start, end) = p.text, p.mention
    begin = max(0, min(start - room // 2, len(text) - room))
    text = text[begin : begin + room]
    of = [MENTION if start <= begin + k < end else TEXT for k in range(len(text))]
    head = [CLS, *issue, SEP] if issue else [CLS]
    head_of = [0, *[ISSUE] * len(issue), 0] if issue else [0]
    return [*head, *text, SEP], [*head_of, *of, 0]


def negated(issue: str) -> str | None:
    """The proposition's contrary, where a word shows how to say it."""
    for a, b in ((" should not ", " should "), (" must not ", " must "), (" would never ", " would "), ("This house supports ", "This house opposes ")):
        for one, two in ((a, b), (b, a)):
            if one.lower() in issue.lower():
                place = issue.lower().index(one.lower())
                return issue[:place] + two + issue[place + len(one) :]
    verb = re.search(r" (would|will|can|could|is|are|was|were|has|have)(?= )", issue)
    if not verb or re.search(r"\b(not|never|no)\b", issue):
        return None
    return f"{issue[: verb.end()]} not{issue[verb.end() :]}"


class Frames:
    """The manner of news: what somebody said is told by a reporter, who may tell that it was denied."""

    SAME = (
        "{s} said that {t}", "{s} said “{t}”", "“{t},” said {s}", "according to {s}, {t}", "{s} argued that {t}",
        "{s} warned that {t}", "{s} insisted that {t}", "“{t},” {s} told reporters", "{s} believes {t}", "{s} added: “{t}”",
    )
    FLIPPED = (
        "{s} denied that {t}", "{s} rejected the idea that {t}", "{s} dismissed claims that {t}", "{s} disputed that {t}",
        "{s} does not believe that {t}", "{s} said it was not true that {t}",
    )
    AGAINST = (
        "{s} criticised {t}", "{s} was critical of {t}", "{s} condemned {t}", "{s} opposed {t}", "{s} spoke out against {t}",
        "{s} called for an end to {t}", "{s} voted against {t}", "{s} rejected {t}", "{s} described {t} as “a mistake”",
        "{s} dismissed {t} as “fiction”", "{s} accused the government of hiding behind {t}", "{s} ruled out {t}",
    )
    FOR = (
        "{s} welcomed {t}", "{s} backed {t}", "{s} praised {t}", "{s} called for {t}", "{s} defended {t}", "{s} endorsed {t}",
        "{s} urged support for {t}", "{s} voted for {t}", "{s} described {t} as “a step forward”", "{s} promised {t}",
        "{s} said {t} must stay",
    )
    NEITHER = (
        "{s} declined to comment on {t}", "{s} was asked about {t}", "{s} will meet next week to discuss {t}",
        "{s} said the debate on {t} would go on", "{s} did not mention {t}", "{s} wrote a report about {t}",
    )
    SPEAKERS = (
        "he", "she", "the minister", "the mayor", "a spokesman", "the foreign minister", "mr. smith", "the union", "critics",
        "the company", "the president", "officials", "the committee", "residents", "ms. novak", "the opposition leader",
    )

    def __init__(self, pieces: WordPiece):
        self.pieces = pieces

    def around(self, frame: str, text: list[int], dice: random.Random) -> list[int]:
        before, after = frame.replace("{s}", dice.choice(self.SPEAKERS)).split("{t}")
        return [*self.pieces.encode(before), *text, *self.pieces.encode(after)]

    def reworded(self, p: Pair, dice: random.Random) -> Pair:
        """The pair with its issue in other words, or its contrary, so that what is learnt is how the two go together."""
        wordings = list(p.wordings)
        if p.task == "vast":
            topic = p.printed["issue"]
            wordings = [(f"support for {topic}", True), (f"opposition to {topic}", False), (f"This house is against {topic}", False)]
        elif contrary := negated(p.printed["issue"]):
            wordings.append((contrary, False))
        if not wordings:
            return p
        issue, along = dice.choice(wordings)
        label = p.label if along or p.label == 2 else 1 - p.label
        return replace(p, issue=self.pieces.encode(issue), label=label)

    def told(self, p: Pair, dice: random.Random) -> Pair:
        """The pair as a reporter would tell it; denied, it takes the other side."""
        if dice.random() < 0.25:
            return Pair(p.task, p.issue, self.around(dice.choice(self.FLIPPED), p.text, dice), 1 - p.label, on=1)
        return Pair(p.task, p.issue, self.around(dice.choice(self.SAME), p.text, dice), p.label, on=1)

    def toward(self, issue: list[int], dice: random.Random) -> Pair:
        """Somebody for, against or on an issue, told in a sentence."""
        label = dice.choice((0, 0, 1, 1, 2))
        frame = dice.choice((self.AGAINST, self.FOR, self.NEITHER)[label])
        return Pair("vast", issue, self.around(frame, issue, dice), label, on=1)


def epoch(pairs: list[Pair], dice: random.Random, unrelated: float, frames: Frames, told: float, claims: int, reworded: float, vast: float) -> list[Pair]:
    """A share of VAST's pairs, half of ArgKP's, claims so many times, and all others;
    some told as news; some with the issue in other words; some with the issue of another pair, which is neutral; now and then the issue itself, said or denied."""
    out = []
    for p in pairs + (claims - 1) * [p for p in pairs if p.task == "claims"]:
        if p.task not in ("vast", "news") and len(p.issue) >= 5 and dice.random() < 0.06:
            out.append(frames.told(Pair(p.task, p.issue, p.issue, 1), dice))
        if p.task in ("debates", "motions"):
            told_too = p.task == "motions" and p.label < 2 and dice.random() < told
            out.append(frames.told(p, dice) if told_too else p)
            continue
        if p.task == "arguments" and dice.random() < 0.5:
            continue
        if p.task == "vast" and dice.random() >= vast:
            continue
        if p.task != "news" and dice.random() < (reworded / 3 if p.task == "vast" else reworded):
            out.append(frames.reworded(p, dice))
            continue
        if p.task == "vast":
            if dice.random() < 0.12:
                out.append(frames.toward(p.issue, dice))
        elif p.task != "news" and dice.random() < unrelated:
            other = dice.choice(pairs)
            if other.task != "news" and other.issue != p.issue:
                p = Pair("vast", other.issue, p.text, 2, on=0)
        elif p.task != "news" and dice.random() < told:
            p = frames.told(p, dice)
        out.append(p)
    return out


def main():
    """Writes the held-out pairs as printed, for crates/extract/examples/stance_figures.rs, or what a teacher is asked about."""
    p = argparse.ArgumentParser(description=main.__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=Path(__file__).parent.parent.parent / "shared" / "data")
    p.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of all-MiniLM-L6-v2")
    p.add_argument("--build", type=Path, default=Path(__file__).parent / "build")
    p.add_argument("--ask", action="store_true", help="write BUILD/stance.pairs.npz for a teacher, not BUILD/stance.held.jsonl")
    args = p.parse_args()
    pieces = WordPiece(args.vocabulary)
    if args.ask:
        train = [p for read in CORPORA.values() for p in read(args.data, pieces)["train"]]
        pairs = asked(train, args.build, pieces, random.Random(0))
        np.savez(args.build / "stance.pairs.npz", **arrays(pairs, LONGEST))
        print(Counter(p.task for p in pairs), len(pairs))
        return
    with open(args.build / "stance.held.jsonl", "w", encoding="utf-8") as out:
        for name, read in CORPORA.items():
            for held in read(args.data, pieces)[HELD[name]]:
                row = {"task": held.task, "label": held.label, "on": held.on, **held.printed}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
