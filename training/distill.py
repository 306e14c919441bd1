"""Teaches a small tagger what the large one says: `python distill.py` writes build/NAME.pt (Hinton et al. 2015).

The teacher tags PolNeAR's training part and the articles of unlabelled.py once; the small one, whose layers begin as some of
another's, learns its probabilities for each word, and the annotation where there is one.
"""

import argparse
import itertools
import random
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import data
import running
from average import Mean
from tagger import HEAD, Tagger, load
from train import NEW, epoch, evaluate

HERE = Path(__file__).parent


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--teacher", nargs="+", default=["tagger"], help="one or several: the mean of what they say")
    p.add_argument("--name", default="fast")
    p.add_argument("--begin", help="the tagger with whose weights the small one begins (the first teacher)")
    p.add_argument("--layers", type=int, nargs="+", default=[0, 1], help="which of its layers")
    p.add_argument("--inner", type=int, default=512, help="width between the two products of a feed-forward layer")
    p.add_argument("--heads", type=int, default=12, help="heads of a layer")
    p.add_argument("--epochs", type=float, default=15)
    p.add_argument("--gold", type=float, default=0.3, help="weight of the annotation beside the teacher")
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--window", type=int, default=256)
    p.add_argument("--rate", type=float, default=5e-4)
    p.add_argument("--head-rate", type=float, help="of what no encoder brings along; by default as --rate")
    p.add_argument("--drop", type=float, default=0.0, help="dropout within the layers")
    p.add_argument("--masked", type=float, default=0.0, help="share of word pieces hidden in training")
    p.add_argument("--straight", type=float, default=0.08)
    p.add_argument("--unmarked", type=float, default=0.03)
    p.add_argument("--every", type=int, default=1, help="epochs between two looks at dev")
    p.add_argument("--ask", action="store_true", help="only ask the teachers, whose answers are kept in build/TEACHERS.soft.pt")
    running.add_options(p)
    args = p.parse_args()
    dice, device = running.start(args)
    kept = args.build / f"{'+'.join(args.teacher)}.soft.pt"
    train, more, dev = corpora(args.build, kept)
    if not kept.exists():
        teachers = [load(args.build / f"{name}.pt").to(device).eval() for name in args.teacher]
        tell([teacher.bfloat16() if args.half else teacher for teacher in teachers], train + more, args, device)
        torch.save({a.doc: a.soft.astype(np.float16) for a in train + more}, kept)
    if args.ask:
        return
    model = Tagger(args.drop, len(args.layers), args.inner, args.heads)
    model.words.weight.requires_grad_(False)
    begin(model, load(args.build / f"{args.begin or args.teacher[0]}.pt"), args.layers)
    model.to(device)
    named = [(n, w) for n, w in model.named_parameters() if w.requires_grad]
    groups = running.groups(named, NEW, args.rate, args.head_rate or args.rate)
    optimizer = running.adam(groups)
    steps, step, total = int(args.epochs * len(epoch(train + more, args, random.Random(0)))), 0, 0.0
    clock = running.Clock(optimizer, steps, args.minutes, rise=0.05)
    mean = Mean(model, 0.998)
    for number in itertools.count(1):
        for windows in epoch(train + more, args, dice):
            if clock.done(step) >= 1:
                break
            model.train()
            b = {k: v.to(device) for k, v in data.batch(windows).items()}
            data.hide(b, args.masked)
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast(device, torch.bfloat16, enabled=args.half):
                tags = model(b).float()
            there = torch.arange(tags.shape[1], device=device)[None] < b["words"][:, None]
            told = F.kl_div(tags.log_softmax(-1), b["soft"], reduction="none", log_target=True).sum(-1)
            told = (told * there).sum() / there.sum()
            annotated = (b["tags"] >= 0).sum()
            wrong = F.cross_entropy(tags.flatten(0, 1), b["tags"].flatten(), ignore_index=-100, reduction="sum") / annotated.clamp(min=1)
            (told + args.gold * wrong).backward()
            torch.nn.utils.clip_grad_norm_([w for _, w in named], 1.0)
            optimizer.step()
            clock.schedule.step()
            mean.follow()
            step, total = step + 1, total + told.detach()
            if step % 100 == 0:
                print(f"step {step}/{steps} told {float(total) / 100:.4f} {clock.seconds() / step:.3f} s/step", flush=True)
                total = 0.0
        over = clock.done(step) >= 1
        if over or number % args.every == 0:
            torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
            print(f"after {clock.seconds():.0f} s:", evaluate(mean.mean, dev, args.window, device), flush=True)
        if over:
            break


def corpora(build, kept):
    """The training articles, those without annotation, and dev; what teachers say of the first two, if it is kept there."""
    train, more, dev = (data.read(build / f"{s}.words.jsonl") for s in ("train", "unlabelled", "dev"))
    for a in more:
        a.tags[:] = -100
    if kept.exists():
        soft = torch.load(kept, weights_only=False)
        for a in train + more:
            a.soft = soft[a.doc].astype(np.float32)
    return train, more, dev


@torch.no_grad()
def tell(teachers, articles, args, device):
    """What the teachers say of each word."""
    for a in articles:
        a.soft = np.zeros((len(a.pieces), len(data.TAGS)), dtype=np.float32)
    windows = [w for a in articles for w in data.reading_windows(a, args.window - 2)]
    windows.sort(key=lambda w: w[2] - w[1])
    for i in range(0, len(windows), 32):
        part = windows[i : i + 32]
        b = {k: v.to(device) for k, v in data.batch(part).items()}
        said = [teacher(b).float().softmax(-1) for teacher in teachers]
        said = (sum(said) / len(said)).clamp(min=1e-6).log().cpu().numpy()
        for row, (a, start, end) in enumerate(part):
            a.soft[start:end] = said[row, : end - start]


@torch.no_grad()
def begin(model, larger, layers, parts=("words", "positions", "quoted", "shape", "start", "norm", "tag")):
    """Takes over parts of another model, and some of its layers (of heads and of the inner width the strongest)."""
    for part in parts:
        getattr(model, part).load_state_dict(getattr(larger, part).state_dict())
    for to, number in zip(model.layers, layers):
        of = larger.layers[number]
        for part in ("norm1", "norm2"):
            getattr(to, part).load_state_dict(getattr(of, part).state_dict())
        columns = torch.arange(of.heads * HEAD).view(of.heads, HEAD)
        values = of.qkv.weight.view(3, of.heads, HEAD, -1)[2]
        said = torch.stack([(of.out.weight[:, c] @ v).norm() for c, v in zip(columns, values)])
        kept = columns[said.topk(to.heads).indices.sort().values].flatten()
        joint = torch.cat([kept + part * of.heads * HEAD for part in range(3)])
        to.qkv.weight.copy_(of.qkv.weight[joint])
        to.qkv.bias.copy_(of.qkv.bias[joint])
        to.out.weight.copy_(of.out.weight[:, kept])
        to.out.bias.copy_(of.out.bias)
        strength = of.up.weight.norm(dim=1) * of.down.weight.norm(dim=0)
        chosen = strength.topk(to.up.out_features).indices
        to.up.weight.copy_(of.up.weight[chosen])
        to.up.bias.copy_(of.up.bias[chosen])
        to.down.weight.copy_(of.down.weight[:, chosen])
        to.down.bias.copy_(of.down.bias)


if __name__ == "__main__":
    main()
