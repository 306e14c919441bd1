"""Statements toward issues and toward people, from five open corpora, as pairs of word pieces.

A pair is an issue (a topic, a proposition, or a person's mention) and a text. Labels: 0 oppose, 1 support, 2 neutral;
toward a person: 0 criticises, 1 praises, 2 neutral.
"""

import argparse
import csv
import hashlib
import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import torch

from wordpiece import WordPiece

CLS, SEP = 101, 102
ISSUE, TEXT, MENTION = 1, 2, 3  # sides: what a piece is part of; 0 for [CLS] and [SEP]
csv.field_size_limit(1 << 30)


@dataclass
class Pair:
    task: str  # vast, claims, perspectives, arguments: toward an issue; news: toward a person
    issue: list[int]
    text: list[int]
    label: int
    mention: tuple[int, int] = (0, 0)  # where in the text the person is mentioned, in pieces
    printed: dict | None = None  # issue, text and mention (in characters) as they stand in the corpus


def pair(task: str, pieces: WordPiece, issue: str, text: str, label: int) -> Pair:
    printed = {"issue": issue, "text": text, "mention": None}
    return Pair(task, pieces.encode(issue), pieces.encode(text), label, printed=printed)


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
            out[part].append(pair("vast", pieces, wording(r), r["post"], int(r["label"])))
    return out


def claims(data: Path, pieces: WordPiece):
    out = {"train": [], "test": []}
    for r in csv.DictReader(open(data / "ibm_claim_stance/claim_stance_repaired.csv", encoding="utf-8")):
        label = int(r["claims.stance"] == "PRO")
        out[r["split"]].append(pair("claims", pieces, r["topicText"], r["claims.claimCorrectedText"], label))
    return out


def perspectives(data: Path, pieces: WordPiece):
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


HELD = {"vast": "dev", "claims": "test", "perspectives": "test", "arguments": "dev", "news": "test"}  # never trained on
CORPORA = {"vast": vast, "claims": claims, "perspectives": perspectives, "arguments": arguments, "news": news}


def batch(pairs: list[Pair], longest: int) -> dict[str, torch.Tensor]:
    rows = [sides(p, longest) for p in pairs]
    length = (max(len(ids) for ids, _ in rows) + 7) // 8 * 8
    ids, side = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(2))
    mask = torch.zeros(len(rows), length, dtype=torch.bool)
    for i, (row, of) in enumerate(rows):
        n = len(row)
        ids[i, :n], side[i, :n], mask[i, :n] = torch.tensor(row), torch.tensor(of), True
    return {"ids": ids, "side": side, "mask": mask}


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

    def told(self, p: Pair, dice: random.Random) -> Pair:
        """The pair as a reporter would tell it; denied, it takes the other side."""
        if dice.random() < 0.25:
            return Pair(p.task, p.issue, self.around(dice.choice(self.FLIPPED), p.text, dice), 1 - p.label)
        return Pair(p.task, p.issue, self.around(dice.choice(self.SAME), p.text, dice), p.label)

    def toward(self, issue: list[int], dice: random.Random) -> Pair:
        """Somebody for, against or on an issue, told in a sentence."""
        label = dice.choice((0, 0, 1, 1, 2))
        frame = dice.choice((self.AGAINST, self.FOR, self.NEITHER)[label])
        return Pair("vast", issue, self.around(frame, issue, dice), label)


def epoch(pairs: list[Pair], dice: random.Random, unrelated: float, frames: Frames, told: float) -> list[Pair]:
    """Three quarters of VAST's pairs, whose texts come back with many topics, and all others; some told as news; some
    with the issue of another pair, which is neutral."""
    out = []
    for p in pairs:
        if p.task == "vast":
            if dice.random() < 0.12:
                out.append(frames.toward(p.issue, dice))
            if dice.random() < 0.25:
                continue
        elif p.task != "news" and dice.random() < unrelated:
            other = dice.choice(pairs)
            if other.task != "news" and other.issue != p.issue:
                p = Pair("vast", other.issue, p.text, 2)
        elif p.task != "news" and dice.random() < told:
            p = frames.told(p, dice)
        out.append(p)
    return out


def main():
    """Writes the held-out pairs as printed, for crates/extract/examples/stance_figures.rs."""
    p = argparse.ArgumentParser(description=main.__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=Path(__file__).parent.parent.parent / "shared" / "data")
    p.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of all-MiniLM-L6-v2")
    p.add_argument("--out", type=Path, default=Path(__file__).parent / "build/stance.held.jsonl")
    args = p.parse_args()
    pieces = WordPiece(args.vocabulary)
    with open(args.out, "w", encoding="utf-8") as out:
        for name, read in CORPORA.items():
            for held in read(args.data, pieces)[HELD[name]]:
                out.write(json.dumps({"task": held.task, "label": held.label, **held.printed}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
