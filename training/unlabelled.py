"""Articles without annotation, for a teacher to tag: `python unlabelled.py` writes build/unlabelled.words.jsonl.

The articles are those of WCXB's development part in which somebody seems to be quoted. The work on words is done by
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
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder that holds wcxb_dev/")
    p.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of all-MiniLM-L6-v2")
    p.add_argument("--build", type=Path, default=HERE / "build")
    args = p.parse_args()
    plain = args.build / "unlabelled"
    shutil.rmtree(plain, ignore_errors=True)
    plain.mkdir(parents=True)
    for path in sorted((args.data / "wcxb_dev" / "ground-truth").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        text = page["ground_truth"].get("main_content") or ""
        if page["_internal"]["page_type"]["primary"] != "article" or len(REPORTS.findall(text)) < 3:
            continue
        (plain / f"{path.stem}.txt").write_text(text[:40_000], encoding="utf-8")
        (plain / f"{path.stem}.ann").write_text("", encoding="utf-8")
    command = ["cargo", "run", "--release", "--locked", "--package", "onrecord-engine", "--example", "prepare_training"]
    paths = (plain, args.build / "unlabelled", args.vocabulary)
    subprocess.run([*command, "--", *(str(path.resolve()) for path in paths)], cwd=HERE.parent, check=True)
    for links in args.build.glob("unlabelled.links.*"):
        links.unlink()


if __name__ == "__main__":
    main()
