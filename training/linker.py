"""Trains the linker: `python linker.py` reads build/{train,dev}.links.N.bin and writes build/linker.pt.

For each kind of link a small network scores the candidates of a fragment and "none"; what is raised is the summed
probability of all right ones. Prints the share of right choices on dev.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn

HERE = Path(__file__).parent
ROWS, FEATURES = 8, 57
LINKS = ["content-cue", "cue-source", "content-source"]


def network():
    return nn.Sequential(
        nn.Linear(FEATURES, 48), nn.ReLU(), nn.Dropout(0.1), nn.Linear(48, 24), nn.ReLU(), nn.Linear(24, 1)
    )


def read(path: Path):
    record = np.dtype([("rows", "u1"), ("right", "u1"), ("x", "<f4", (ROWS, FEATURES))])
    data = np.fromfile(path, dtype=record)
    there = np.arange(ROWS)[None] < data["rows"][:, None]
    right = (data["right"][:, None] >> np.arange(ROWS)[None] & 1).astype(bool)
    return torch.from_numpy(data["x"].copy()), torch.from_numpy(there), torch.from_numpy(right)


def log_probability(model, x, there):
    return model(x).squeeze(-1).masked_fill(~there, -1e9).log_softmax(-1)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--batch", type=int, default=256)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--threads", type=int, default=2)
    args = p.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    states = []
    for number, name in enumerate(LINKS):
        x, there, right = read(args.build / f"train.links.{number}.bin")
        model = network()
        optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=1e-3)
        steps = args.epochs * -(-len(x) // args.batch)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(1 - s / steps, 1e-3))
        for _ in range(args.epochs):
            for rows in torch.randperm(len(x)).split(args.batch):
                scores = log_probability(model, x[rows], there[rows])
                loss = -torch.logsumexp(scores.masked_fill(~right[rows], -1e9), -1).mean()
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                schedule.step()
        model.eval()
        with torch.no_grad():
            x, there, right = read(args.build / f"dev.links.{number}.bin")
            best = log_probability(model, x, there).argmax(-1)
            share = right[torch.arange(len(x)), best].float().mean().item()
        print(f"{name}: {len(x)} choices on dev, {100 * share:.2f} % right", flush=True)
        states.append(model.state_dict())
    torch.save(states, args.build / "linker.pt")


if __name__ == "__main__":
    main()
