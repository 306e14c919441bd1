"""Teaches the tagger to be done early with words that it is sure of: `python settling.py` writes build/NAME.pt.

After some of its layers a head says what each word is; a word of which it is sure is settled: the pieces of the others still
look at its own, but these change no more, which spares most of the work (Li et al. 2021, arXiv:2105.13878). The layers on which
other models stand stay as they are; those above begin as a tagger's and learn what it said with all of its own, and the annotation.
How sure a head must be changes from batch to batch, so that any limit may be taken afterwards.
"""

import argparse
import random
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import running
from average import Mean
from distill import corpora
from data import TAGS
from tagger import WIDTH, Tagger, load, sizes
from train import epoch, evaluate

HERE = Path(__file__).parent
NEVER = 2.0  # no probability is as much


class Settling(Tagger):
    """A tagger with a head after some of its layers; `sure` is how sure each must be."""

    def __init__(self, drop, after, kept, **size):
        super().__init__(drop, **size)
        self.after, self.kept, self.sure = after, kept, [NEVER] * len(after)
        self.early = nn.ModuleDict({str(number): nn.Linear(WIDTH, len(TAGS)) for number in after})

    def stages(self, b):
        """For each head what it says of each word (log probabilities), and which words it is asked about; the last head is `tag`."""
        n = b["ids"].shape[1]
        there = torch.arange(b["at"].shape[1], device=b["at"].device)[None] < b["words"][:, None]
        word = torch.zeros(b["ids"].shape, dtype=torch.long, device=b["ids"].device)
        word = word.scatter_add(1, b["at"], there.long()).cumsum(1) - 1  # of which word each piece is; the edges are none's
        of_none = (word < 0) | (b["ids"] == data.SEP) | ~b["mask"]
        x = self.words(b["ids"]) + self.positions.weight[:n]
        x = self.norm(x + self.quoted(b["quoted"]) + self.shape(b["shape"]) + self.start(b["start"]))
        mask, open_, pieces, out = b["mask"][:, None, None, :], there, None, []
        for number, layer in enumerate(self.layers, 1):
            y = layer(x, mask, self.drop if number > self.kept else 0.0)
            x = y if pieces is None else torch.where(pieces[:, :, None], y.to(x.dtype), x)
            if number == self.kept:
                x = x.detach()
            if number in self.after or number == len(self.layers):
                last = number == len(self.layers)
                head = self.tag if last else self.early[str(number)]
                state = x.gather(1, b["at"][:, :, None].expand(-1, -1, WIDTH))
                said = head(F.dropout(state, 0.1, self.training)).float().log_softmax(-1)
                out.append((said, open_))
                sure = NEVER if last else self.sure[self.after.index(number)]
                if sure < NEVER:
                    open_ = open_ & (said.detach().amax(-1).exp() < sure)
                    pieces = open_.gather(1, word.clamp(min=0)) & ~of_none
        return out

    def forward(self, b):
        """What is said of each word by the head that settles it."""
        out = None
        for said, open_ in self.stages(b):
            out = said if out is None else torch.where(open_[:, :, None], said, out)
        return out


@torch.no_grad()
def begin(model, larger):
    """Takes over a tagger: its first layers, and its head after the last of them and early on."""
    state = {n: w for n, w in larger.state_dict().items() if not n.startswith("layers.") or int(n.split(".")[1]) < len(model.layers)}
    model.load_state_dict(state, strict=False)
    for head in model.early.values():
        head.load_state_dict(larger.tag.state_dict())
    fixed = [model.words, model.positions, model.quoted, model.shape, model.start, model.norm, *model.layers[: model.kept], model.who, model.ranker]
    if model.kept == len(model.layers):  # only the early heads learn
        fixed.append(model.tag)
    for part in fixed:
        part.requires_grad_(False)


@torch.no_grad()
def shares(model, articles, window, device):
    """Which share of the words each head but the first is asked about."""
    model.eval()
    windows = [w for a in articles for w in data.reading_windows(a, window - 2)]
    counts = torch.zeros(len(model.after) + 1)
    for i in range(0, len(windows), 32):
        b = {k: v.to(device) for k, v in data.batch(windows[i : i + 32]).items()}
        counts += torch.tensor([float(open_.sum()) for _, open_ in model.stages(b)])
    return [round(float(c), 3) for c in counts / counts[0]]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--teacher", default="pupil", help="whose answers `distill.py --ask` keeps, and with whose weights it begins")
    p.add_argument("--begin", help="goes on from these weights of its own")
    p.add_argument("--name", default="settling")
    p.add_argument("--layers", type=int, default=5)
    p.add_argument("--kept", type=int, default=2, help="the lowest layers, which stay as they are")
    p.add_argument("--after", type=int, nargs="+", default=[2, 3, 4], help="layers after which a head settles words")
    p.add_argument("--sure", type=float, nargs="+", default=[0.97, 0.95, 0.93], help="how sure each must be, for the figures")
    p.add_argument("--epochs", type=float, default=3)
    p.add_argument("--gold", type=float, default=0.2, help="weight of the annotation beside the teacher")
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--window", type=int, default=256)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--drop", type=float, default=0.05)
    p.add_argument("--masked", type=float, default=0.03)
    p.add_argument("--straight", type=float, default=0.08)
    p.add_argument("--unmarked", type=float, default=0.03)
    p.add_argument("--average", type=float, default=0.997)
    p.add_argument("--every", type=int, default=400, help="steps between two looks at dev")
    running.add_options(p)
    args = p.parse_args()
    dice, device = running.start(args)
    kept = args.build / f"{args.teacher}.soft.pt"
    if not kept.exists():
        p.error(f"{kept} is not there: ask with distill.py --teacher {args.teacher} --ask")
    train, more, dev = corpora(args.build, kept)
    larger = load(args.build / f"{args.teacher}.pt")
    model = Settling(args.drop, args.after, args.kept, **sizes(larger.state_dict()) | {"layers": args.layers})
    begin(model, larger)
    if args.begin:
        model.load_state_dict(torch.load(args.build / f"{args.begin}.pt", map_location="cpu"))
    model.to(device)
    named = [(n, w) for n, w in model.named_parameters() if w.requires_grad]
    optimizer = running.adam(running.groups(named, ("tag.", "early."), args.rate, args.head_rate))
    steps, step, sums = int(args.epochs * len(epoch(train + more, args, random.Random(0)))), 0, torch.zeros(len(args.after) + 2)
    clock, mean = running.Clock(optimizer, steps, args.minutes, rise=0.05), Mean(model, args.average)
    shares_of_loss = [0.5] * len(args.after) + [1.0]

    def look():
        mean.mean.sure = [NEVER] * len(args.after)
        print(f"after {clock.seconds():.0f} s: all layers", evaluate(mean.mean, dev, args.window, device), flush=True)
        mean.mean.sure = args.sure
        print("  settling", evaluate(mean.mean, dev, args.window, device), "open", shares(mean.mean, dev, args.window, device), flush=True)

    batches = []
    while clock.done(step) < 1:
        batches = batches or epoch(train + more, args, dice)
        model.train()
        b = {k: v.to(device) for k, v in data.batch(batches.pop()).items()}
        data.hide(b, args.masked)
        model.sure = [dice.choice([NEVER, 0.98, 0.95, 0.92, 0.88])] * len(args.after)
        with torch.autocast(device, torch.bfloat16, enabled=args.half):
            stages = model.stages(b)
        loss, count = 0.0, b["words"].sum()
        for number, ((said, open_), weight) in enumerate(zip(stages, shares_of_loss)):
            told = (F.kl_div(said, b["soft"], reduction="none", log_target=True).sum(-1) * open_).sum() / count
            tags = torch.where(open_, b["tags"], -100)
            wrong = F.nll_loss(said.flatten(0, 1), tags.flatten(), ignore_index=-100, reduction="sum") / count
            loss = loss + weight * (told + args.gold * wrong)
            sums[number] += told.item()
        running.step(loss, named, optimizer, clock, mean)
        step += 1
        if step % 50 == 0:
            print(f"step {step}/{steps}", *(f"{x:.4f}" for x in sums / 50), f"{clock.seconds() / step:.2f} s/step", flush=True)
            sums[:] = 0
        if step % args.every == 0 or clock.done(step) >= 1:
            torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
            look()


if __name__ == "__main__":
    main()
