"""How far a statement's confidence can be trusted: `python calibrate.py --data DATA PRED.jsonl`.

PRED.jsonl is what `onrecord read -f jsonl` makes of PolNeAR's dev texts. A statement is right if its content overlaps an annotated
one by half (intersection over union) and its source that one's. Prints, for tenths of the statements by confidence, what
was said and what was right, the expected calibration error (Guo et al. 2017), and the points of a curve from the one to the
other. With `--halves` the curve is made of every second article and judged by the others. With `--write ../models/standard` the
curve goes into that model's heads.json: PRED.jsonl must come from a binary whose own curve is the straight line of `export.py`.
"""

import argparse
import json
import re
from pathlib import Path

HERE = Path(__file__).parent


def spans(parts):
    return {k for s, e in parts for k in range(s, e)}


def read_gold(folder):
    gold = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        doc = re.sub(r"(_[0-9a-f]{4})?\.ann$", "", path.name)
        if doc in gold:
            continue
        marks, found = {}, []
        lines = path.read_text(encoding="utf-8").split("\n")
        for line in lines:
            if re.match(r"T\d+\t", line):
                name, middle, *_ = line.split("\t")
                marks[name] = [tuple(map(int, p.split())) for p in middle.split(" ", 1)[1].split(";")]
        for line in lines:
            if re.match(r"E\d+\t", line):
                roles = {"source": [], "cue": [], "content": []}
                for part in line.rstrip("\r").split("\t")[1].split():
                    role, mark = part.split(":", 1)
                    role = role.lower().rstrip("0123456789")
                    if role in roles and mark in marks:
                        roles[role] += marks[mark]
                if roles["content"]:
                    found.append(roles)
        gold[doc] = found
    return gold


def judged(pred, gold):
    """Of each article the statements' confidences and whether they are right."""
    out = []
    for line in open(pred, encoding="utf-8"):
        d = json.loads(line)
        doc = Path(d["doc"]).name.removesuffix(".txt")
        if doc not in gold:
            continue
        text = d["text"]
        letters = lambda parts: {k for k in spans(parts) if k < len(text) and text[k].isalnum()}
        theirs = [(letters(g["content"]), letters(g["source"])) for g in gold[doc]]
        ours = [(letters(s["content"]), letters(s["source"])) for s in d["statements"]]
        pairs = []
        for i, (p, _) in enumerate(ours):
            for j, (g, _) in enumerate(theirs):
                if both := len(p & g):
                    pairs.append((both / len(p | g), i, j))
        of, used = {}, set()
        for share, i, j in sorted(pairs, reverse=True):
            if share >= 0.5 and i not in of and j not in used:
                of[i] = j
                used.add(j)
        right = lambda i: i in of and (bool(ours[i][1] & theirs[of[i]][1]) or not ours[i][1] and not theirs[of[i]][1])
        out.append([(s["confidence"], right(i)) for i, s in enumerate(d["statements"])])
    return out


def curve(points, bins=10):
    """Means of what was said and of what was right in bins of like size, never falling (pool adjacent violators)."""
    points = sorted(points)
    size = len(points) / bins
    pools = []
    for b in range(bins):
        part = points[int(b * size) : int((b + 1) * size)]
        pools.append([sum(c for c, _ in part), sum(r for _, r in part), len(part)])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] > pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    return [(round(c / n, 3), round(r / n, 3)) for c, r, n in pools]


def on(points, x):
    """The curve at x: straight between points, through (0, 0) and level after the last."""
    before = (0.0, 0.0)
    for point in points:
        if x <= point[0]:
            share = (x - before[0]) / max(1e-9, point[0] - before[0])
            return before[1] + share * (point[1] - before[1])
        before = point
    return before[1]


def error(points, bins=10):
    points = sorted(points)
    size = len(points) / bins
    total = 0.0
    for b in range(bins):
        part = points[int(b * size) : int((b + 1) * size)]
        said, right = (sum(p[k] for p in part) / len(part) for k in (0, 1))
        print(f"  said {said:.3f} right {right:.3f} of {len(part)}")
        total += len(part) * abs(said - right)
    return total / len(points)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder that holds polnear/")
    p.add_argument("--halves", action="store_true")
    p.add_argument("--write", type=Path, help="folder of the model whose curve this is")
    p.add_argument("pred", type=Path)
    args = p.parse_args()
    articles = judged(args.pred, read_gold(args.data / "polnear" / "dev"))
    flat = lambda some: [point for article in some for point in article]
    if args.halves:
        learnt = curve(flat(articles[::2]))
        points = [(on(learnt, c), r) for c, r in flat(articles[1::2])]
    else:
        learnt, points = curve(flat(articles)), flat(articles)
    print(f"expected calibration error {error(points):.3f}, {len(points)} statements")
    print("curve", learnt)
    if args.write:
        path = args.write / "heads.json"
        heads = json.loads(path.read_text(encoding="utf-8")) | {"confidence": learnt}
        path.write_text(json.dumps(heads, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
