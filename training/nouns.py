"""Writes the lists of common words: `python nouns.py` counts words in two treebanks and writes nouns.txt and others.txt.

A line is a lower-case word that is a common noun in most places where the treebanks have it, with its lemma where that
differs ("talks talk"); others.txt has the words that are something else more often; an n says that
one may be used as a noun, as verbs are. Words that stand for people, times and measures are kept: what is at issue is told elsewhere.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
TREEBANKS = ("en_ewt-ud-train.REBUILT.conllu", "en_gum-ud-train.REBUILT.conllu")
LEFT_OUT = ("GUM_letter", "GUM_essay", "GUM_fiction", "GUM_podcast", "GUM_whow", "GUM_reddit")  # by their licences


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    p.add_argument("--out", type=Path, default=HERE.parent / "models/words")
    args = p.parse_args()
    kinds, lemmas, left_out = defaultdict(Counter), defaultdict(Counter), False
    for name in TREEBANKS:
        for line in open(args.data / "ud" / name, encoding="utf-8"):
            if line.startswith("# newdoc"):
                left_out = any(genre in line for genre in LEFT_OUT)
            fields = line.rstrip("\n").split("\t")
            if left_out or len(fields) < 4 or not fields[0].isdigit():
                continue
            word = fields[1]
            # A capital within a sentence marks a name, whatever the tag.
            if word.isalpha() and word.isascii() and len(word) > 2 and fields[3] != "PROPN":
                kinds[word.lower()][fields[3]] += 1
                if fields[3] == "NOUN":
                    lemmas[word.lower()][fields[2].lower()] += 1
    lines, others = [], []
    for word, counts in sorted(kinds.items()):
        if 2 * counts["NOUN"] > sum(counts.values()):
            lemma = lemmas[word].most_common(1)[0][0]
            lines.append(word if lemma == word or not lemma.isalpha() else f"{word} {lemma}")
        else:
            may_be = counts.most_common(1)[0][0] == "VERB" or 5 * counts["NOUN"] > sum(counts.values())
            others.append(f"{word} n" if may_be else word)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "nouns.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (args.out / "others.txt").write_text("\n".join(others) + "\n", encoding="utf-8")
    print(f"{len(lines)} nouns, {len(others)} others")


if __name__ == "__main__":
    main()
