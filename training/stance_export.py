"""Writes the stance model that ships: `python stance_export.py` turns build/NAME.pt into ../models/stance/encoder.onnx."""

import argparse
from pathlib import Path

import torch

import weights

HERE = Path(__file__).parent


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="stance")
    p.add_argument("--positions", type=int, default=192)
    p.add_argument("--out", type=Path, default=HERE.parent / "models" / "stance")
    args = p.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.build / f"{args.name}.pt", map_location="cpu")
    # The program wants both stages: a model trained with `--early`.
    heads = ["toward_issue", "toward_person", "early_issue", "early_person"]
    arrays = weights.constants(state, args.positions, ["side"], heads)
    arrays["early"] = state["early"].numpy().reshape(1)
    weights.save(arrays, args.out / "encoder.onnx")


if __name__ == "__main__":
    main()
