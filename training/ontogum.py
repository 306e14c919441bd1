"""Scores coreference in news: `python ontogum.py` reads OntoGUM (Zhu et al. 2021, arXiv:2106.00933) and prints CoNLL's F1.

The texts are the news of GUM but for its test part; nothing that ships has learnt coreference from them. The figure is the mean F1
of MUC, B³ and CEAF-φ4 (Pradhan et al. 2012) over mentions that have another. A mention of ours is that of the gold with the same last
word, the shortest if there are several, since we print names without their articles and appositions; else it is one too many.
The program knows only who speaks and names of actors, so most of the gold's chains ("the village … it") are out of its reach: with
`--speakers` only the gold's chains count of which it has a mention, which shows how well it follows those it follows. Beside it
stands a rule: capitalised names with the same last word are one, a pronoun is the nearest name before it.
"""

import argparse
import json
import re
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from litbank import SMALL
from mentions import conll, gum_parts

HERE = Path(__file__).parent
PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself|they|them|their)\b", re.I)


def news(data):
    held = set().union(*(names for part, names in gum_parts(data).items() if part.startswith("test")))
    for path in sorted((data / "gum" / "ontogum").glob("GUM_news_*.conll")):
        if path.stem not in held:
            yield path.stem, conll(path, (1, 2))


def by_rule(text):
    """Chains as lists of spans."""
    chains, last = {}, ""
    names = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*", text)]
    found = [(a, b, name.split()[-1]) for a, b, name in names if name not in SMALL]
    found += [(m.start(), m.end(), "") for m in PRONOUN.finditer(text)]
    for a, b, key in sorted(found):
        last = key or last
        if last:
            chains.setdefault(last, []).append((a, b))
    return list(chains.values())


def matched(chains, mentions):
    """The chains in the gold's mentions where one ends with the same word, those of one mention left out."""
    ends = {}
    for a, b, _ in sorted(mentions, key=lambda m: m[0] - m[1]):
        ends[b] = (a, b)
    out = [{ends.get(b, (a, b)) for a, b in chain} for chain in chains]
    return [chain for chain in out if len(chain) > 1]


def muc(of, by):
    where = {m: i for i, chain in enumerate(by) for m in chain}
    parts = lambda chain: len({where.get(m, ("alone", m)) for m in chain})
    return sum(len(c) - parts(c) for c in of), sum(len(c) - 1 for c in of)


def b_cubed(of, by):
    where = {m: chain for chain in by for m in chain}
    return sum(len(c & where.get(m, set())) / len(c) for c in of for m in c), sum(map(len, of))


def ceaf(of, by):
    if not of or not by:
        return 0.0, len(of)
    like = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in by] for a in of])
    return like[linear_sum_assignment(-like)].sum(), len(of)


def scores(documents):
    """F1 of the three measures over all documents, and their mean."""
    out = []
    for measure in (muc, b_cubed, ceaf):
        recall = np.sum([measure(gold, said) for gold, said in documents], axis=0)
        precision = np.sum([measure(said, gold) for gold, said in documents], axis=0)
        r, p = recall[0] / max(1, recall[1]), precision[0] / max(1, precision[1])
        out.append(200 * r * p / max(1e-9, r + p))
    return [*out, sum(out) / 3]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder that holds gum/ (%(default)s)")
    p.add_argument("--onrecord", type=Path, default=HERE.parent / "target" / "release" / "onrecord", help="(%(default)s)")
    p.add_argument("--speakers", action="store_true", help="only chains of which the program has a mention")
    args = p.parse_args()
    texts = dict(news(args.data))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / f"{name}.txt").write_text(text["text"], encoding="utf-8")
        command = [args.onrecord, "who", "--each", "-f", "jsonl", folder]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours = {Path(a["doc"]).stem: [[tuple(m["span"]) for m in actor["mentions"]] for actor in a["actors"]] for a in map(json.loads, told.splitlines())}
    rows = {"onrecord": [], "rule": []}
    for name, text in texts.items():
        chains = {}
        for a, b, chain in text["mentions"]:
            chains.setdefault(chain, set()).add((a, b))
        gold = [chain for chain in chains.values() if len(chain) > 1]
        said = {"onrecord": matched(ours[name], text["mentions"]), "rule": matched(by_rule(text["text"]), text["mentions"])}
        known = {m for chain in said["onrecord"] for m in chain}
        for row, chains in said.items():
            kept = [chain for chain in gold if chain & known] if args.speakers else gold
            there = {m for chain in kept for m in chain}
            rows[row].append((kept, [chain for chain in chains if not args.speakers or chain & there]))
    print(f"{len(texts)} texts, {sum(len(gold) for gold, _ in rows['rule'])} chains")
    for row, documents in rows.items():
        print(f"{row:10} MUC {{:.1f}}  B3 {{:.1f}}  CEAF {{:.1f}}  CoNLL {{:.1f}}".format(*scores(documents)))


if __name__ == "__main__":
    main()
