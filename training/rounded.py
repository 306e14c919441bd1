"""What rounding costs: `python rounded.py --name settling` tags dev with the float weights of build/NAME.pt and with the shipped
8-bit ones in the program's own engine (which cargo builds), and prints exact F1 of source, cue and content fragments of both.

By words and greedy tags, as in `train.py`: both ways are the same but for the weights and the products of whole numbers. The fast
encoder has no word vectors of its own and cannot be asked this way.
"""

import argparse
import json
import subprocess
from pathlib import Path

import torch
import torch.nn.functional as F

import data
from tagger import load
from train import evaluate

HERE = Path(__file__).parent


class Shipped:
    """The engine, one window after the other."""

    def __init__(self, path):
        command = ["cargo", "run", "--release", "--quiet", "-p", "onrecord-extract", "--example", "tag_windows", "--", path.resolve()]
        self.engine = subprocess.Popen(command, cwd=HERE.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def eval(self):
        return self

    def __call__(self, b):
        out = torch.zeros(*b["at"].shape, len(data.TAGS))
        for row in range(len(out)):
            n, words = int(b["mask"][row].sum()), int(b["words"][row])
            features = [b[k][row, :n].tolist() for k in ("quoted", "shape", "start")]
            given = {"ids": b["ids"][row, :n].tolist(), "features": features, "at": b["at"][row, :words].tolist()}
            print(json.dumps(given), file=self.engine.stdin, flush=True)
            tags = torch.tensor(json.loads(self.engine.stdout.readline()))
            out[row, :words] = F.one_hot(tags, len(data.TAGS))
        return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="settling", help="the float weights, build/NAME.pt (%(default)s)")
    p.add_argument("--shipped", type=Path, default=HERE.parent / "models" / "standard" / "encoder.onnx")
    p.add_argument("--window", type=int, default=256)
    args = p.parse_args()
    dev = data.read(args.build / "dev.words.jsonl")
    model = load(args.build / f"{args.name}.pt")
    for what, model in (("float", model), ("8 bits", Shipped(args.shipped))):
        print(f"{what:7}", evaluate(model, dev, args.window, "cpu"), flush=True)


if __name__ == "__main__":
    main()
