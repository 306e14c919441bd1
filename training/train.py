"""Trains the tagger: `python train.py` reads build/{train,dev}.words.jsonl and writes build/NAME.pt.

Prints exact F1 of source, cue and content fragments on dev after each epoch (by words, greedy tags): a guide. The
figures that count come from the shipped binary.
"""

import argparse
import random
from pathlib import Path

import torch
import torch.nn.functional as F

import coreference
import data
import running
import syntax
from average import Mean
from tagger import LargeTagger, Tagger

HERE = Path(__file__).parent
NEW = ("quoted.", "shape.", "start.", "tag.", "who.", "ranker.")  # what the base encoder has not


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--base", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2; of all-mpnet-base-v2 with --large")
    p.add_argument("--large", action="store_true", help="train a teacher")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="tagger")
    p.add_argument("--resume", type=Path, help="weights to go on from (build/NAME.pt) instead of the base encoder's")
    p.add_argument("--epochs", type=float, default=5)
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--window", type=int, default=256)
    p.add_argument("--rate", type=float, default=1.5e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--straight", type=float, default=0.08, help="share of articles given straight quotation marks")
    p.add_argument("--unmarked", type=float, default=0.03, help="share of articles that lose their quotation marks")
    p.add_argument("--mentions", type=float, default=0, help="weight of the coreference loss, needs mentions.py; 0: without")
    p.add_argument("--masked", type=float, default=0, help="share of word pieces hidden in training")
    p.add_argument("--treebanks", type=Path, help="folder of the treebanks; needs --vocabulary")
    p.add_argument("--vocabulary", type=Path, help="vocab.txt of all-MiniLM-L6-v2")
    p.add_argument("--syntax-epochs", type=float, default=4, help="passes through the treebanks before the tags are learnt")
    p.add_argument("--syntax-rate", type=float, default=2e-4)
    p.add_argument("--syntax-every", type=int, default=8, help="then a batch of the treebanks after so many of articles")
    p.add_argument("--layer-decay", type=float, default=1, help="the rate of each layer, as a share of the next layer's")
    p.add_argument("--average", type=float, default=0, help="keep a running mean of the weights with this decay")
    p.add_argument("--drop", type=float, default=0.05, help="dropout within the layers")
    p.add_argument("--kept", type=int, default=3, help="the lowest layers of a teacher, which are not trained")
    running.add_options(p)
    args = p.parse_args()
    dice, device = running.start(args)

    train, dev = (data.read(args.build / f"{s}.words.jsonl") for s in ("train", "dev"))
    model = (LargeTagger if args.large else Tagger)(args.drop)
    model.load_pretrained(args.base)
    if args.large:
        for layer in model.encoder.layers[: args.kept]:
            layer.requires_grad_(False)
    if args.resume:
        model.load_state_dict(torch.load(args.resume, map_location="cpu"), strict=False)
    model.to(device)
    pairs = {s: coreference.read(args.build / f"{s}.mentions.jsonl") for s in ("train", "dev")} if args.mentions else {}
    named = [(n, w) for n, w in model.named_parameters() if w.requires_grad]
    parser, treebank = None, None
    if args.treebanks:
        treebank = syntax.Treebank(args.treebanks, args.vocabulary)
        parser = syntax.Parser(model.tag.in_features, len(treebank.relations), len(treebank.kinds)).to(device)
        syntax.study(model, parser, treebank, args, dice, device)
        torch.save(model.state_dict(), args.build / f"{args.name}.syntax.pt")

    layers = len(model.encoder.layers if args.large else model.layers)

    def height(name):
        name = name.removeprefix("encoder.")
        return layers - int(name.split(".")[1]) if name.startswith("layers.") else layers + 1

    groups = [{"params": [w], "lr": args.head_rate if n.startswith(NEW) else args.rate * args.layer_decay ** (height(n) - 1)} for n, w in named]
    if parser:
        groups.append({"params": list(parser.parameters()), "lr": args.head_rate})
    mean = Mean(model, args.average) if args.average else None
    optimizer = running.adam(groups)
    steps = int(args.epochs * len(epoch(train, args, random.Random(args.seed))))
    clock = running.Clock(optimizer, steps, args.minutes, rise=0.08)
    step, total, who, whos = 0, 0.0, 0.0, 0
    lessons = []
    while clock.done(step) < 1:
        batches = epoch(train, args, dice)
        # Each batch of texts with coreference comes beside one of articles, evenly through the epoch.
        texts = coreference.batches(pairs["train"], dice) if pairs else []
        for number, windows in enumerate(batches):
            if clock.done(step) >= 1:
                break
            model.train()
            b = {k: v.to(device) for k, v in data.batch(windows).items()}
            data.hide(b, args.masked)
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast(device, torch.bfloat16, enabled=args.half):
                tags = model(b).flatten(0, 1)
            loss = F.cross_entropy(tags.float(), b["tags"].flatten(), ignore_index=-100)
            loss.backward()
            due = range(number * len(texts) // len(batches), (number + 1) * len(texts) // len(batches))
            for k in due:
                with torch.autocast(device, torch.bfloat16, enabled=args.half):
                    also = coreference.loss(model, texts[k], device)
                (args.mentions * also).backward()
                who, whos = who + also.item(), whos + 1
            if parser and number % args.syntax_every == 0:
                lessons = lessons or treebank.batches(args.batch, args.window - 2, dice)
                lesson = {k: v.to(device) for k, v in lessons.pop().items()}
                with torch.autocast(device, torch.bfloat16, enabled=args.half):
                    also = syntax.loss(model, parser, lesson)
                (0.3 * also).backward()
            torch.nn.utils.clip_grad_norm_([w for _, w in named], 1.0)
            optimizer.step()
            clock.schedule.step()
            if mean:
                mean.follow()
            step, total = step + 1, total + loss.detach()
            if step % 25 == 0:
                each = clock.seconds() / step
                print(f"step {step}/{steps} loss {float(total) / 25:.4f} {who / max(1, whos):.4f} {each:.3f} s/step", flush=True)
                total, who, whos = 0.0, 0.0, 0
        torch.save(model.state_dict(), args.build / f"{args.name}.pt")
        if mean:
            torch.save(mean.mean.state_dict(), args.build / f"{args.name}.mean.pt")
        print(f"after {clock.seconds():.0f} s:", evaluate(mean.mean if mean else model, dev, args.window, device), flush=True)
        if pairs:
            print(coreference.evaluate(model, pairs["dev"], device), flush=True)


def epoch(train, args, dice):
    """All windows of the corpus in batches of like length, in random order."""
    windows = []
    for article in train:
        roll = dice.random()
        if roll < args.straight:
            article = data.straightened(article)
        elif roll < args.straight + args.unmarked:
            article = data.unmarked(article)
        windows += data.training_windows(article, args.window - 2, dice)
    dice.shuffle(windows)
    batches = []
    for i in range(0, len(windows), args.batch * 20):
        chunk = sorted(windows[i : i + args.batch * 20], key=lambda w: w[0].sums[w[2]] - w[0].sums[w[1]])
        batches += [chunk[k : k + args.batch] for k in range(0, len(chunk), args.batch)]
    dice.shuffle(batches)
    return batches


@torch.no_grad()
def evaluate(model, articles, window, device):
    model.eval()
    windows = [w for a in articles for w in data.reading_windows(a, window - 2)]
    windows.sort(key=lambda w: w[2] - w[1])
    tags = {id(a): [0] * len(a.pieces) for a in articles}
    for i in range(0, len(windows), 32):
        part = windows[i : i + 32]
        best = model({k: v.to(device) for k, v in data.batch(part).items()}).argmax(-1).cpu()
        for row, (a, start, end) in enumerate(part):
            tags[id(a)][start:end] = best[row, : end - start].tolist()
    out = {}
    for k, role in enumerate(("source", "cue", "content")):
        pairs = [({f for f in spans(tags[id(a)]) if f[2] == k}, {f for f in spans(a.tags) if f[2] == k}) for a in articles]
        right, said, there = (sum(map(len, x)) for x in ((p & g for p, g in pairs), (p for p, _ in pairs), (g for _, g in pairs)))
        out[role] = round(200 * right / max(1, said + there), 2)
    return out


def spans(tags):
    out = []
    for i, tag in enumerate(tags):
        if tag == 0:
            continue
        role = (int(tag) - 1) // 2
        if tag % 2 == 0 and out and out[-1][1] == i and out[-1][2] == role:
            out[-1][1] = i + 1
        else:
            out.append([i, i + 1, role])
    return {tuple(s) for s in out}


if __name__ == "__main__":
    main()
