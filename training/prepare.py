"""Prepares the corpus: `python prepare.py` turns PolNeAR into build/{train,dev}.words.jsonl and .links.N.bin.

The work is done by crates/engine/examples/prepare_training.rs, so that training sees what the shipped reader sees.
"""

import argparse
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder that holds polnear/")
    p.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of all-MiniLM-L6-v2")
    p.add_argument("--build", type=Path, default=HERE / "build")
    args = p.parse_args()
    args.build.mkdir(parents=True, exist_ok=True)
    command = ["cargo", "run", "--release", "--locked", "--package", "onrecord-engine", "--example", "prepare_training"]
    for part in ("train", "dev"):
        paths = (args.data / "polnear" / part, args.build / part, args.vocabulary)
        subprocess.run([*command, "--", *(str(path.resolve()) for path in paths)], cwd=HERE.parent, check=True)


if __name__ == "__main__":
    main()
