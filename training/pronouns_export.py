"""Writes the model of pronouns that ships: `python pronouns_export.py` turns build/NAME.pt into ../models/pronouns/encoder.onnx."""

import argparse
from pathlib import Path

import torch

import weights
from pronouns import LONGEST

HERE = Path(__file__).parent


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="pronouns")
    p.add_argument("--out", type=Path, default=HERE.parent / "models" / "pronouns")
    args = p.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.build / f"{args.name}.pt", map_location="cpu")
    heads = ["of_pronoun", "of_name", "of_both", "of_none", "score", "score_none"]
    weights.save(weights.constants(state, LONGEST, ["side"], heads), args.out / "encoder.onnx")


if __name__ == "__main__":
    main()
