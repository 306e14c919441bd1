"""Prepares coreference: `python mentions.py` turns GAP, LitBank and GUM into build/{train,dev}.mentions.jsonl.

Of GUM (in OntoNotes' manner, `ontogum`) only the genres whose texts may be used for what ships. GAP's development part
trains and its validation part measures; so do four fifths of LitBank and the rest, and GUM's train and dev. The work on words is done by
crates/engine/examples/prepare_mentions, so that training sees what the shipped reader sees.
"""

import argparse
import csv
import json
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
GENRES = ("academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage")


def gap(path, part):
    """Names as mentions 1 and 2, the pronoun as mention 0 with the number of the one it means, or 9."""
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            span = lambda k: (int(row[f"{k}-offset"]), int(row[f"{k}-offset"]) + len(row[k]))
            means = 1 if row["A-coref"].upper() == "TRUE" else 2 if row["B-coref"].upper() == "TRUE" else 9
            spans = [span("Pronoun"), span("A"), span("B")]
            mentions = [[*s, c] for s, c in zip(spans, (means, 1, 2))]
            yield {"doc": f"gap/{row['ID']}", "text": row["Text"], "mentions": mentions, "of": 0, "among": [1, 2]}


def text_of(tokens):
    """The tokens as a text, and where each begins and ends in it."""
    text, places, open_mark = "", [], False
    glued = True
    for token in tokens:
        token = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}.get(token, token)
        if token == '"':
            open_mark = not open_mark
            token = "“" if open_mark else "”"
        before = re.fullmatch(r"[.,;:!?)\]”%]|['’](s|S|re|ve|ll|d|m)|n['’]t", token)
        if not glued and not before:
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        glued = token in ("(", "[", "“", "$")
    return text, places


def conll(path, column):
    """One text with its mentions; a line is a token, and `(3`, `3)`, `(3)` open and close mentions of cluster 3."""
    tokens, open_, spans = [], {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) <= max(column):
            continue
        at = len(tokens)
        tokens.append(cells[column[0]])
        for before, cluster, after in re.findall(r"(\(?)(\d+)(\)?)", cells[column[1]]):
            if before:
                open_.setdefault(cluster, []).append(at)
            if after and open_.get(cluster):
                spans.append((open_[cluster].pop(), at, int(cluster)))
    text, places = text_of(tokens)
    return {"text": text, "mentions": [[places[a][0], places[b][1], c] for a, b, c in sorted(spans)]}


def pieces(d, length=6000):
    """Long texts in parts that begin at sentence ends, so that none is held in memory whole."""
    text, start = d["text"], 0
    while start < len(text):
        end = len(text) if len(text) - start < 1.5 * length else text.rfind(". ", start, start + length) + 2
        end = end if end > start + 2 else len(text)
        inside = [[s - start, e - start, c] for s, e, c in d["mentions"] if start <= s and e <= end]
        if inside:
            yield {"doc": f"{d['doc']}/{start}", "text": text[start:end].rstrip() + " ", "mentions": inside}
        start = end


def gum_parts(data):
    """The texts of each part of GUM, by name of the part."""
    listed = re.split(r"^## (\w+)", (data / "gum" / "splits.md").read_text(encoding="utf-8"), flags=re.M)
    return {name: set(re.findall(r"GUM_\w+|GENTLE_\w+", body)) for name, body in zip(listed[1::2], listed[2::2])}


def corpora(data, part):
    yield from gap(data / "gap" / f"gap-{'development' if part == 'train' else 'validation'}.tsv", part)
    for i, path in enumerate(sorted((data / "litbank" / "coref").glob("*.conll"))):
        if (i % 5 == 4) == (part == "dev"):
            yield from pieces({"doc": f"litbank/{path.stem}", **conll(path, (3, 12))})
    split = gum_parts(data)
    held = split["test"] | split.get("test2", set())
    for path in sorted((data / "gum" / "ontogum").glob("GUM_*.conll")):
        if path.stem in held or path.stem.split("_")[1] not in GENRES:
            continue
        if (path.stem in split["dev"]) == (part == "dev"):
            yield from pieces({"doc": f"gum/{path.stem}", **conll(path, (1, 2))})


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="holds gap/, litbank/, gum/")
    p.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of all-MiniLM-L6-v2")
    p.add_argument("--build", type=Path, default=HERE / "build")
    args = p.parse_args()
    args.build.mkdir(parents=True, exist_ok=True)
    command = ["cargo", "run", "--release", "--locked", "--package", "onrecord-engine", "--example", "prepare_mentions"]
    for part in ("train", "dev"):
        plain = args.build / f"{part}.coreference.jsonl"
        with open(plain, "w", encoding="utf-8") as out:
            for d in corpora(args.data, part):
                out.write(json.dumps(d, ensure_ascii=False) + "\n")
        paths = (plain, args.build / f"{part}.mentions.jsonl", args.vocabulary)
        subprocess.run([*command, "--", *(str(path.resolve()) for path in paths)], cwd=HERE.parent, check=True)


if __name__ == "__main__":
    main()
