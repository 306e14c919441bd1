"""Scores who speaks in fiction: `python litbank.py` reads LitBank's quotations (Sims and Bamman 2020, arXiv:2004.13980).

The texts are laid out as pages, read by the release binary, and each quotation gets the speaker of the statement that covers the
most of it. The figure is B³ (Bagga and Baldwin 1998) over quotations: those put together against those of one speaker, a
quotation without an answer alone. LitBank's speakers have no places in the text, so answers are not compared by name.
Nothing that ships has learnt from its quotations. Beside it stands a rule: the name nearest to the quotation in its
paragraph, else who spoke two turns before.
"""

import argparse
import json
import re
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from mentions import text_of

HERE = Path(__file__).parent
SMALL = set("The A An He She It They We I You And But Then When If In On At To No Yes Oh So This That There What Mr. Mrs. Miss Dr. Chapter".split())


class Book:
    def __init__(self, path):
        self.name = path.stem
        lines = [line.split() for line in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()]
        self.text, starts, ends, open_ = "", [], [], False
        for tokens in lines:
            if self.text:  # whoever begins to speak begins a paragraph, as books print it
                self.text += "\n\n" if not open_ and tokens and tokens[0] in "“\"'‘—" else " "
            text, places = text_of(tokens)
            starts.append([len(self.text) + a for a, _ in places])
            ends.append([len(self.text) + b for _, b in places])
            self.text += text
            for token in tokens:
                open_ = {"“": True, "”": False}.get(token, open_)
        self.quotes, quotes = [], {}
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, number, *rest = line.split("\t")
            if kind == "QUOTE":
                first, a, last, b = map(int, rest[:4])
                quotes[number] = (starts[first][a], ends[last][b])
            elif kind == "ATTRIB":
                self.quotes.append((*quotes[number], rest[0]))
        self.quotes.sort()


def by_rule(book):
    """The name nearest to each quotation in its paragraph, else the speaker two quotations back."""
    quoted = [False] * (len(book.text) + 1)
    for start, end, _ in book.quotes:
        quoted[start:end] = [True] * (end - start)
    out = []
    for start, end, _ in book.quotes:
        first, last = book.text.rfind("\n", 0, start) + 1, book.text.find("\n", end)
        names = []
        for m in re.finditer(r"[A-Z][\w.]+", book.text[first : last if last >= 0 else None]):
            at = first + m.start()
            if not quoted[at] and m.group() not in SMALL:
                names.append((at - end if at >= end else start - at, m.group()))
        back = out[-2] if len(out) > 1 else None
        out.append(min(names)[1] if names else back)
    return out


def by_us(book, article):
    out = []
    for start, end, _ in book.quotes:
        best, most = None, 0
        for s in article["statements"]:
            covered = sum(max(0, min(end, b) - max(start, a)) for a, b in s["content"])
            if covered > most:
                best, most = s, covered
        actors = best["actors"] if best else []
        out.append(tuple(actors) if actors else None)
    return out


def b_cubed(said, gold):
    """Precision and recall; what nobody answered is a cluster of its own."""
    said = [("open", i) if s is None else s for i, s in enumerate(said)]
    both, left, right = Counter(zip(said, gold)), Counter(said), Counter(gold)
    n = max(1, len(gold))
    return sum(both[s, g] / left[s] for s, g in zip(said, gold)) / n, sum(both[s, g] / right[g] for s, g in zip(said, gold)) / n


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder that holds litbank/ (%(default)s)")
    p.add_argument("--onrecord", type=Path, default=HERE.parent / "target" / "release" / "onrecord", help="(%(default)s)")
    args = p.parse_args()
    books = [Book(path) for path in sorted((args.data / "litbank" / "quotations").glob("*.ann"))]
    books = [book for book in books if book.quotes]
    with tempfile.TemporaryDirectory() as folder:
        for book in books:
            (Path(folder) / f"{book.name}.txt").write_text(book.text, encoding="utf-8")
        told = subprocess.run([args.onrecord, "read", "-f", "jsonl", folder], capture_output=True, text=True, check=True).stdout
    articles = {Path(a["doc"]).stem: a for a in map(json.loads, told.splitlines()) if "doc" in a and "statements" in a}
    for name, answers in (
        ("onrecord", {b.name: by_us(b, articles[b.name]) for b in books}),
        ("nearest name", {b.name: by_rule(b) for b in books}),
    ):
        said = [(b.name, s) if s is not None else None for b in books for s in answers[b.name]]
        gold = [(b.name, g) for b in books for _, _, g in b.quotes]
        precision, recall = b_cubed(said, gold)
        answered = sum(s is not None for s in said)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:14} B3 {100 * f1:.1f} (precision {100 * precision:.1f}, recall {100 * recall:.1f}), {answered} of {len(gold)} answered")


if __name__ == "__main__":
    main()
