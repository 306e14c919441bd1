"""Means of weights: a running one while a model is trained (Polyak and Juditsky 1992), and one of several trained models.

`python average.py build/A.pt build/B.pt --out build/C.pt`: where one went on from the other, the mean is often better than both
(Wortsman et al. 2022, arXiv:2203.05482). What only some have is the mean of these.
"""

import argparse
import copy
from pathlib import Path

import torch


class Mean:
    def __init__(self, model, decay):
        self.model, self.mean, self.decay, self.steps = model, copy.deepcopy(model), decay, 0

    @torch.no_grad()
    def follow(self):
        """Takes in the weights of one more step; the first ones soon count for nothing."""
        self.steps += 1
        share = 1 - min(self.decay, self.steps / (self.steps + 9))
        torch._foreach_lerp_(list(self.mean.parameters()), list(self.model.parameters()), share)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("models", type=Path, nargs="+")
    p.add_argument("--out", type=Path, required=True)
    args = p.parse_args()
    states = [torch.load(path, map_location="cpu") for path in args.models]
    names = {name: None for state in states for name in state}
    have = lambda name: [state[name] for state in states if name in state]
    torch.save({name: sum(have(name)) / len(have(name)) for name in names}, args.out)


if __name__ == "__main__":
    main()
