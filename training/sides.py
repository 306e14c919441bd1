"""Trains who is for and who against what a report is about: `python sides.py` reads reports/*.txt and writes build/NAME.pt.

The shipped stance model goes on with whole reports: it reads the headline, in which the name of what is at issue is marked, and the sentences after it, and tells
of each sentence whether its speaker is for that, against it, or neither; so it knows what "the move" is and what the others said. Now and then it sees the name
without its headline, a sentence alone, or sentences in another order. Prints figures on every eighth report, held out.
"""

import argparse
import itertools
import random
import re
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import reports
import running
import stance
import weights
from average import Mean
from data import CLS, MASK, SEP
from reports import MEASURE, NEITHER
from stance_data import ISSUE, TEXT
from wordpiece import WordPiece

HERE = Path(__file__).parent
MOST = 256  # pieces of a headline and sentences


class Sides(stance.Stance):
    """The encoder of stances, with an answer for each sentence after the layers `after`; the last of them ships."""

    def __init__(self, after):
        super().__init__()
        self.after = 0
        self.stages = after
        self.answers = nn.ModuleList(nn.Linear(2 * self.width, 3) for _ in after)

    def forward(self, b):
        """For each stage the logits of each sentence."""
        n = b["ids"].shape[1]
        x = self.words(b["ids"]) + self.positions.weight[:n] + self.side(b["side"])
        x = F.dropout(self.norm(x), 0.1, self.training)
        mask, out = b["mask"][:, None, None, :], []
        for number, layer in enumerate(self.layers[: max(self.stages)], 1):
            x = layer(x, mask, self.drop)
            if number in self.stages:
                issue = self.mean(x, b["side"] == ISSUE)
                sentence = torch.einsum("bsn,bnw->bsw", b["of"].to(x.dtype), x)
                pair = torch.cat((issue[:, None].expand(-1, sentence.shape[1], -1), sentence), -1)
                out.append(self.answers[self.stages.index(number)](F.dropout(pair, 0.1, self.training)))
        return out


class Rows:
    def __init__(self, pieces, foreign=(), most=0):
        """`foreign` are sentences of any reports, which say nothing of the one that they are put into, at most so many."""
        self.pieces, self.foreign, self.most = pieces, foreign, most

    def report(self, parts, dice=None, shown="report"):
        """Ids, sides, of each sentence its pieces, and the labels; `None` where nothing is at issue."""
        # Sides are toward the first issue.
        named = next(((n, start, end) for n, part in enumerate(parts) for start, end, kind, issue in part.names if kind == MEASURE and issue == 0), None)
        if not named:
            return None
        of, start, end = named
        bare = re.sub(r"^(the|a|an) ", "", parts[of].text[start:end], flags=re.I)
        sentences = list(enumerate(parts))[1:]
        if dice:
            chance = dice.random()
            shown = "report" if chance < 0.7 else "name" if chance < 0.85 else "alone"
            sentences = [s for s in sentences if dice.random() > 0.2 or s[0] == of] or sentences
            if dice.random() < 0.5:
                first, rest = sentences[:1], sentences[1:]
                sentences = first + dice.sample(rest, len(rest))
            if shown == "alone":
                sentences = [dice.choice(sentences)]
            for _ in range(min(self.most, dice.choice((0, 0, 0, 1, 1, 2, 4)))):
                sentences.insert(dice.randint(0, len(sentences)), (-1, dice.choice(self.foreign)))
        ids, sides, places, labels = [CLS], [0], [], []

        def add(text, side, marked=None):
            for word in reports.WORD.finditer(text):
                own = self.pieces.encode(word[0])
                ids.extend(own)
                sides.extend([ISSUE if marked and marked[0] <= word.start() < marked[1] else side] * len(own))

        def close():
            ids.append(SEP)
            sides.append(0)

        if shown == "report":
            add(parts[0].text, 0, (start, end) if of == 0 else None)
        else:
            add(bare, ISSUE)
        close()
        for number, part in sentences:
            before = len(ids)
            add(part.text, TEXT, (start, end) if number == of and shown == "report" else None)
            if len(ids) >= MOST:
                del ids[before:], sides[before:]
                break
            if len(ids) > before:
                places.append((before, len(ids)))
                labels.append(NEITHER if number < 0 else part.sides.get(0, NEITHER))
            close()
        return (ids, sides, places, labels) if labels and ISSUE in sides else None

    def batch(self, rows, masked=0.0):
        n, m = max(len(row[0]) for row in rows), max(len(row[2]) for row in rows)
        ids, side = np.zeros((len(rows), n), np.int64), np.zeros((len(rows), n), np.int64)
        mask, of = np.zeros((len(rows), n), bool), np.zeros((len(rows), m, n), np.float32)
        labels = np.full((len(rows), m), -100, np.int64)
        for i, (own, sides, places, told) in enumerate(rows):
            ids[i, : len(own)], side[i, : len(own)], mask[i, : len(own)] = own, sides, True
            labels[i, : len(told)] = told
            for k, (start, end) in enumerate(places):
                of[i, k, start:end] = 1 / (end - start)
        b = {"ids": ids, "side": side, "mask": mask, "of": of, "labels": labels}
        b = {name: torch.from_numpy(array) for name, array in b.items()}
        b["ids"].masked_fill_((torch.rand(ids.shape) < masked) & (b["ids"] > 999), MASK)
        return b


@torch.no_grad()
def measure(model, rows, held, shown, half):
    """Of each stage the share of right answers, and of sides told so sure the number and the share of right ones."""
    model.eval()
    made = [row for row in (rows.report(parts, None, shown) for parts in held) if row]
    said = [[] for _ in model.stages]
    gold = []
    for i in range(0, len(made), 24):
        b = rows.batch(made[i : i + 24])
        told = b["labels"] >= 0
        gold.append(b["labels"][told])
        with half():
            for stage, logits in zip(said, model(b)):
                stage.append(logits.float().softmax(-1)[told])
    gold = torch.cat(gold)
    out = []
    for after, stage in zip(model.stages, said):
        odds = torch.cat(stage)
        line = f"{after}: {100 * (odds.argmax(-1) == gold).float().mean():.1f}"
        for sure in (0.7, 0.8, 0.9):
            told = odds[:, :2].max(-1).values >= sure
            right = (odds[:, :2].argmax(-1) == gold) & told
            line += f"  {sure} {int(told.sum())} {100 * right.sum() / max(1, int(told.sum())):.1f}"
        out.append(line)
    model.train()
    return f"{shown} of {int((gold < 2).sum())} sides in {len(gold)} sentences | " + " | ".join(out)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--reports", type=Path, default=HERE / "reports")
    p.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2: vocab.txt and model.safetensors")
    p.add_argument("--begin", type=Path, default=HERE.parent / "models" / "stance" / "encoder.onnx", help="weights to begin with, as stance.py's --resume")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="sides")
    p.add_argument("--after", type=int, nargs="+", default=[4, 6], help="layers after which it answers")
    p.add_argument("--epochs", type=float, default=6)
    p.add_argument("--batch", type=int, default=12)
    p.add_argument("--rate", type=float, default=1.2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--masked", type=float, default=0.04)
    p.add_argument("--foreign", type=int, default=4, help="at most so many sentences of other reports among a report's, which take no side on it")
    p.add_argument("--every", type=int, default=2)
    p.add_argument("--export", action="store_true", help="only quantise build/NAME.pt, which ships as ../models/issues/sides.onnx")
    running.add_options(p)
    args = p.parse_args()
    if args.export:
        export(torch.load(args.build / f"{args.name}.pt", map_location="cpu"), args.after)
        return
    dice, device = running.start(args)
    half = lambda: torch.autocast(device, torch.bfloat16, enabled=args.half)
    train, held = reports.parted(args.reports)
    rows = Rows(WordPiece(args.base / "vocab.txt"), [part for parts in train for part in parts[1:]], args.foreign)
    train = [parts for parts in train if rows.report(parts)]
    print(f"{len(train)} reports on something, {len(held)} held out", flush=True)
    model = Sides(args.after)
    state = stance.trained(args.begin, args.base)
    model.load_state_dict(state, strict=False)
    with torch.no_grad():
        for answer in model.answers if "answers.0.weight" not in state else ():
            answer.weight.copy_(model.toward_issue.weight)
            answer.bias.copy_(model.toward_issue.bias)
    named = [(n, w) for n, w in model.named_parameters() if w.requires_grad and not n.startswith(("toward_", "on_issue"))]
    optimizer = running.adam(running.groups(named, "answers.", args.rate, args.head_rate))
    total = args.epochs * -(-len(train) // args.batch)
    clock, mean, step = running.Clock(optimizer, total, args.minutes, rise=0.08), Mean(model, 0.995), 0
    model.train()
    print(measure(model, rows, held, "name", half), flush=True)
    for epoch in itertools.count(1):
        made = [row for row in (rows.report(parts, dice) for parts in train) if row]
        made.sort(key=lambda row: len(row[0]) + dice.random() * 30)
        batches = [made[i : i + args.batch] for i in range(0, len(made), args.batch)]
        dice.shuffle(batches)
        losses = []
        for batch in batches:
            if clock.done(step) >= 1:
                break
            b = rows.batch(batch, args.masked)
            with half():
                answers = model(b)
            parts = [F.cross_entropy(logits.float().flatten(0, 1), b["labels"].flatten(), ignore_index=-100) for logits in answers]
            running.step(parts[-1] + 0.4 * sum(parts[:-1]), named, optimizer, clock, mean)
            step += 1
            losses.append(parts[-1].item())
        over = clock.done(step) >= 1
        print(f"epoch {epoch} loss {np.mean(losses):.3f} {clock.seconds():.0f} s", flush=True)
        if over or epoch % args.every == 0:
            torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
            for shown in ("report", "name"):
                print("  ", measure(mean.mean, rows, held, shown, half), flush=True)
        if over:
            break


def export(state, after):
    """What the last stage needs."""
    last = {name.replace(f"answers.{len(after) - 1}.", "toward_issue."): values for name, values in state.items() if not name.startswith("toward_")}
    too_many = [name for name in last if name.startswith("layers.") and int(name.split(".")[1]) >= after[-1]]
    for name in too_many:
        del last[name]
    weights.save(weights.constants(last, MOST, ["side"], ["toward_issue"]), HERE.parent / "models" / "issues" / "sides.onnx")


if __name__ == "__main__":
    main()
