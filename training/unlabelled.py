"""Articles without annotation, for a teacher to tag: `python unlabelled.py` writes build/unlabelled.words.jsonl.

The articles are those of WCXB's development part in which somebody may be quoted, and what NewsMTSC's training part has
of its articles: single sentences, here in their order, a paragraph each, some 25 of them in one file. The work on words is done by
crates/engine/examples/prepare_training.rs, so that training sees what the shipped reader sees.
"""

import argparse
import json
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
REPORTS = re.compile(r"\b(said|says|told|added|according to|announced|claims?|argued|believes?|wrote|explained)\b", re.I)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder that holds wcxb_dev/ and newsmtsc/")
    p.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of all-MiniLM-L6-v2")
    p.add_argument("--build", type=Path, default=HERE / "build")
    args = p.parse_args()
    plain = args.build / "unlabelled"
    shutil.rmtree(plain, ignore_errors=True)
    plain.mkdir(parents=True)
    for path in sorted((args.data / "wcxb_dev" / "ground-truth").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        text = page["ground_truth"].get("main_content") or ""
        if page["_internal"]["page_type"]["primary"] != "article" or not REPORTS.search(text):
            continue
        (plain / f"{path.stem}.txt").write_text(text[:40_000], encoding="utf-8")
        (plain / f"{path.stem}.ann").write_text("", encoding="utf-8")
    for number, sentences in enumerate(sentences_of_news(args.data / "newsmtsc" / "train.jsonl")):
        (plain / f"news-{number}.txt").write_text("\n\n".join(sentences), encoding="utf-8")
        (plain / f"news-{number}.ann").write_text("", encoding="utf-8")
    command = ["cargo", "run", "--release", "--locked", "--package", "onrecord-engine", "--example", "prepare_training"]
    paths = (plain, args.build / "unlabelled", args.vocabulary)
    subprocess.run([*command, "--", *(str(path.resolve()) for path in paths)], cwd=HERE.parent, check=True)
    for links in args.build.glob("unlabelled.links.*"):
        links.unlink()


def sentences_of_news(path, most=25):
    """Lists of sentences, those of one article together."""
    articles = {}
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        site, *number = d["primary_gid"].split("_")[:4]  # such as allsides_1000_401_25, of which 25 is the sentence
        articles.setdefault((site, *number[:2]), {})[int(number[2])] = d["sentence_normalized"]
    out = [[]]
    for article in articles.values():
        if len(out[-1]) >= most:
            out.append([])
        out[-1] += [sentence for _, sentence in sorted(article.items())]
    return out


if __name__ == "__main__":
    main()
