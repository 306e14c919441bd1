"""What rounding costs: `python rounded.py --name tagger` tags dev with the float weights of build/NAME.pt and with the shipped
8-bit graph in ONNX Runtime (package `onnxruntime`), and prints exact F1 of source, cue and content fragments of both.

By words and greedy tags, as in `train.py`: both ways are the same but for the weights and the products of whole numbers.
"""

import argparse
from pathlib import Path

import torch

import data
from tagger import load
from train import evaluate

HERE = Path(__file__).parent


class Shipped:
    """The graph, one window after the other."""

    def __init__(self, path):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 2
        self.session = onnxruntime.InferenceSession(str(path), options)

    def eval(self):
        return self

    def __call__(self, b):
        out = torch.zeros(*b["at"].shape, len(data.TAGS))
        for row in range(len(out)):
            n, words = int(b["mask"][row].sum()), int(b["words"][row])
            given = {k: b[k][row, :n].int().numpy() for k in ("ids", "quoted", "shape", "start")}
            given |= {"places": torch.arange(n).int().numpy(), "at": b["at"][row, :words].int().numpy()}
            out[row, :words] = torch.from_numpy(self.session.run(["tags"], given)[0])
        return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="pupil", help="the float weights, build/NAME.pt (%(default)s)")
    p.add_argument("--shipped", type=Path, default=HERE.parent / "models" / "standard" / "encoder.onnx")
    p.add_argument("--window", type=int, default=256)
    args = p.parse_args()
    dev = data.read(args.build / "dev.words.jsonl")
    model = load(args.build / f"{args.name}.pt")
    for what, model in (("float", model), ("8 bits", Shipped(args.shipped))):
        print(f"{what:7}", evaluate(model, dev, args.window, "cpu"), flush=True)


if __name__ == "__main__":
    main()
