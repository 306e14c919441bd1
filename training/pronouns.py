"""Trains whom a pronoun means, on what pronouns_data.py wrote: `python pronouns.py` writes build/NAME.pt.

The network reads a passage in which the pronoun and the names are marked at the input, and weighs each name, and "none of
them" at the pronoun. A large one (`--large`) learns what is known; several may say of many more passages, with other names in
them, whom the pronoun means (`--ask`); a small one learns that (`--asked`), which teaches what ships (pronouns_above.py).
Prints F1 on GAP's validation part as in Webster et al. 2018 (arXiv:1810.05201), with its two names marked ("two") and with all
names found ("all").
"""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import mpnet
import running
from average import Mean
from data import CLS, MASK, SEP
from pronouns_data import CAPITAL, CORPORA, LOWER, MOST, STOP
from tagger import HEADS, INNER, WIDTH, Layer, Tagger, sizes
from wordpiece import WordPiece

HERE = Path(__file__).parent
SIDES, HIDDEN = 5, 192
TEXT, PRONOUN, NAME, REST = 1, 2, 3, 4  # sides: text, the pronoun, a name's first piece and its others; 0 for [CLS] and [SEP]
LONGEST = 192
REPEATED, ASKED = 1, 2  # kinds of sites: repeated names, and what GAP asks; 0 for the pronouns between
FAMILY = 2
COUPLES = (
    "he she|him her|his her|himself herself|man woman|men women|boy girl|boys girls|father mother|fathers mothers|son daughter|sons daughters"
    "|brother sister|brothers sisters|husband wife|husbands wives|uncle aunt|nephew niece|mr mrs|sir madam|king queen|prince princess|actor actress"
    "|grandfather grandmother|grandson granddaughter|boyfriend girlfriend|gentleman lady|businessman businesswoman|congressman congresswoman"
    "|spokesman spokeswoman|chairman chairwoman|male female|waiter waitress|duke duchess|lord lady|stepfather stepmother|widower widow|bachelor spinster"
)


class Pronouns(nn.Module):
    """The same encoder as the tagger's, with a side for each piece at its input and a score for each name."""

    width = WIDTH

    def __init__(self, layers=6, inner=INNER, heads=HEADS, drop=0.1):
        super().__init__()
        self.drop = drop
        self.make_encoder(layers, inner, heads)
        self.side = nn.Embedding(SIDES, self.width)
        nn.init.zeros_(self.side.weight)
        self.of_pronoun, self.of_name, self.of_both, self.of_none = (nn.Linear(self.width, HIDDEN) for _ in range(4))
        self.score, self.score_none = nn.Linear(HIDDEN, 1), nn.Linear(HIDDEN, 1)

    def make_encoder(self, layers, inner, heads):
        base = Tagger(0.0, 0)
        self.words, self.norm = base.words, base.norm
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(LONGEST, WIDTH)
        self.layers = nn.ModuleList(Layer(inner, heads) for _ in range(layers))

    def encode(self, b):
        x = self.words(b["ids"]) + self.positions.weight[: b["ids"].shape[1]] + self.side(b["side"])
        x = F.dropout(self.norm(x), 0.1, self.training)
        mask = b["mask"][:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask, self.drop)
        return x

    def forward(self, b):
        return self.answer(F.dropout(self.encode(b), 0.1, self.training), b)

    def answer(self, x, b):
        """Log probabilities: column 0 for none of the names, then one for each."""
        it = (x * (b["side"] == PRONOUN).unsqueeze(-1)).sum(1)
        seen = F.gelu(self.of_pronoun(it)[:, None] + self.of_name(x) + self.of_both(it[:, None] * x))
        scores = self.score(seen).squeeze(-1).float().masked_fill(b["side"] != NAME, -1e9)
        scores = torch.cat((self.score_none(F.gelu(self.of_none(it))).float(), scores), 1).softmax(-1)
        of = F.pad(b["who"], (1, 0))  # a name is as likely as its mentions together
        return scores.new_zeros(len(of), MOST + 1).scatter_add(1, of, scores).add(1e-7).log()

    @torch.no_grad()
    def begin(self, state, layers):
        """Takes over a tagger's weights; a layer that comes a second time does next to nothing at first."""
        for name in ("words.weight", "norm.weight", "norm.bias"):
            self.get_parameter(name).copy_(state[name])
        self.positions.weight.copy_(state["positions.weight"][:LONGEST])
        for i, number in enumerate(layers):
            part = {name.removeprefix(f"layers.{number}."): w for name, w in state.items() if name.startswith(f"layers.{number}.")}
            self.layers[i].load_state_dict(part)
            if i and layers[i - 1] == number:
                for name in ("out", "down"):
                    getattr(self.layers[i], name).weight.zero_()
                    getattr(self.layers[i], name).bias.zero_()
                self.layers[i].norm1.load_state_dict(self.layers[i].norm2.state_dict())


class LargePronouns(Pronouns):
    """A teacher: the same on MPNet."""

    width = mpnet.WIDTH

    def make_encoder(self, *_):
        self.encoder = mpnet.Mpnet(self.drop)
        for part in (self.encoder.words, self.encoder.near):
            part.requires_grad_(False)

    def encode(self, b):
        return self.encoder(b["ids"], b["mask"], self.side(b["side"]), CLS, SEP)


def load(path):
    """A trained model of any size."""
    state = torch.load(path, map_location="cpu")
    model = LargePronouns() if mpnet.is_in(state) else Pronouns(**sizes(state))
    model.load_state_dict(state)
    return model


class Passages:
    """What pronouns_data.py found, and passages of it with marks, in which names and genders may be others."""

    def __init__(self, path, wordpiece, before=(70, 150), after=(5, 60)):
        self.before, self.after = before, after  # how many pieces around the pronoun are read, at least and at most
        self.has = {name: array for name, array in np.load(path).items()}
        self.sites = self.has["sites"].tolist()
        self.begin_names, self.begin_words = (self.has[name][:, 0].copy() for name in ("names", "words"))
        self.pools = []
        for name in ("male", "female", "family"):
            ends = self.has[f"{name}_ends"]
            self.pools.append([self.has[name][a:b].tolist() for a, b in zip(ends, ends[1:])])
        of = wordpiece.ids
        self.him, self.his, self.her = of["him"], of["his"], of["her"]
        self.plain = {i for word, i in of.items() if len(word) > 1 and word.isalpha()} - {
            of[w] for w in "and or but to in on at for with by from of as that when while before after because if so not a the into out up".split()
        }
        self.other = {}
        for couple in COUPLES.split("|"):
            m, f = (of.get(word) for word in couple.split())
            if m and f:
                self.other.setdefault(m, f)
                self.other.setdefault(f, m)

    def known(self, number):
        return self.sites[number][4] != -1

    def make(self, number, dice, two=False, changed=True):
        """Ids, sides, whose name begins at each piece, which answers are right (none of them, where that is not known), and what the
        tagger sees of each piece."""
        start, end, put, _, right, *pair, _, kind = self.sites[number]
        pieces, texts, names = self.has["pieces"], self.has["texts"], self.has["names"]
        text = np.searchsorted(texts, start, "right") - 1
        room = LONGEST - 2
        first, last = int(texts[text]), int(texts[text + 1])
        here = names[slice(*np.searchsorted(self.begin_names, (first, last)))]
        here = here[(here[:, 0] >= end) | (here[:, 1] <= start)].tolist()  # a site is not a name any more
        need = [start, end]
        if kind == ASKED:
            asked = [[n for n in here if n[2] == entity] for entity in pair]
            need += [p for few in asked if few for n in few[:1] for p in n[:2]]
        before, after = (dice.randint(*self.before), dice.randint(*self.after)) if changed else (room, 60)
        low, high = max(min(need), start - 150), min(max(need), end + 60)
        high = min(last, max(high, end + after), max(high, low + room))
        low = max(first, min(low, start - before), high - room)
        here = [n for n in here if n[0] >= low and n[1] <= high]
        among = self.among(here, start, right, pair, kind, two, dice)
        ids, side, who = pieces[low:high].tolist(), [TEXT] * (high - low), [0] * (high - low)
        seen = self.has["seen"][low:high].tolist()
        for s, e, entity in here:
            if entity in among:
                side[s - low : e - low] = [NAME] + [REST] * (e - s - 1)
                who[s - low] = 1 + among.index(entity)
        swapped = changed and dice.random() < 0.35
        side[start - low] = PRONOUN
        if put:
            ids[start - low] = put
            quoted, _, first = seen[start - low]
            begins = first == 2 or start > low and seen[start - low - 1][1] == STOP
            seen[start - low] = [quoted, CAPITAL if begins else LOWER, first]
        if swapped:
            ids = [self.opposite(ids, i) for i in range(len(ids))]
        edits = self.renamed(low, high, start, end, swapped, dice) if changed else []
        edits += [(start + 1, end, [])] if end > start + 1 else []
        for s, e, new in sorted(edits, reverse=True):
            a, b = s - low, e - low
            then = NAME if side[a] == NAME else REST if side[a] == REST else TEXT
            side[a:b] = [then] + [REST if then != TEXT else TEXT] * (len(new) - 1) if new else []
            who[a:b] = [who[a]] + [0] * (len(new) - 1) if new else []
            ids[a:b] = new
            seen[a:b] = [seen[a]] * len(new)
        at = side.index(PRONOUN)
        cut = max(0, min(len(ids) - room, at - 40))  # names may have grown
        ids, side, who, seen = ([*row[cut : cut + room]] for row in (ids, side, who, seen))
        answers = [0] * (MOST + 1)
        if right != -1:
            there = set(who)
            if right in among and 1 + among.index(right) in there:
                answers[1 + among.index(right)] = 1
            else:
                answers[0] = 1
                if kind == ASKED and right == -2:  # it may be any but the two
                    answers[1:] = [int(k < len(among) and among[k] not in pair) for k in range(MOST)]
        edge = [0, 0, 0]
        return [CLS, *ids, SEP], [0, *side, 0], [0, *who, 0], answers, [edge, *seen, edge]

    def among(self, here, start, right, pair, kind, two, dice):
        """Which entities are marked: all, or two of them."""
        near = list(dict.fromkeys(n[2] for n in sorted(here, key=lambda n: abs(n[0] - start))))
        if kind == ASKED:
            near = pair + [entity for entity in near if entity not in pair]
            return pair if two else near[:MOST]
        near = near[:MOST]
        if two and len(near) > 2:
            some = dice.sample(near, 2)
            if right in near and right not in some and dice.random() < 0.85:
                some[0] = right
            return some
        return near

    def opposite(self, ids, i):
        """A word for the other gender's; "her" is what it owns or what is done to it, by the word after it."""
        if ids[i] == self.her:
            return self.his if i + 1 < len(ids) and ids[i + 1] in self.plain else self.him
        return self.other.get(ids[i], ids[i])

    def renamed(self, low, high, start, end, swapped, dice):
        """Pieces to put for those of names: others everywhere, or those of the passage exchanged."""
        words, kinds = self.has["words"], self.has["kinds"]
        here = words[slice(*np.searchsorted(self.begin_words, (low, high)))].tolist()
        here = [(s, e, key) for s, e, key in here if e <= high and (s >= end or e <= start)]
        way = dice.random()
        if not here or way < 0.25 and not swapped:
            return []
        new = {}
        if way > 0.85 and not swapped:
            for kind in range(3):
                said = {key: self.has["pieces"][s:e].tolist() for s, e, key in here if kinds[key] == kind}
                new |= dict(zip(said, dice.sample(list(said.values()), len(said))))
        for _, _, key in here:
            if key not in new:
                kind = int(kinds[key])
                if swapped and kind == FAMILY and way < 0.4:
                    continue
                new[key] = dice.choice(self.pools[1 - kind if swapped and kind != FAMILY else kind])
        return [(s, e, new[key]) for s, e, key in here if key in new]


def batch(rows):
    """Passages side by side, padded with zeros."""
    length = (max(len(r[0]) for r in rows) + 7) // 8 * 8
    ids, side, who = (np.zeros((len(rows), length), dtype=np.int64) for _ in range(3))
    for i, row in enumerate(rows):
        for grid, values in zip((ids, side, who), row):
            grid[i, : len(values)] = values
    b = {"ids": ids, "side": side, "who": who, "mask": ids > 0, "right": np.array([r[3] for r in rows], dtype=bool)}
    return {name: torch.from_numpy(array) for name, array in b.items()}


def to(b, device):
    return {name: array.to(device, non_blocking=True) for name, array in b.items()}


def batches(rows, size, dice, lengths):
    """Numbers of rows of like length side by side, in random order."""
    order, out = list(rows), []
    dice.shuffle(order)
    for i in range(0, len(order), 16 * size):
        some = sorted(order[i : i + 16 * size], key=lambda k: lengths[k])
        out += [some[k : k + size] for k in range(0, len(some), size)]
    dice.shuffle(out)
    return out


def of_labels(logs, right):
    """How unlikely the right answers are, where they are known."""
    raised = torch.logsumexp(logs.masked_fill(~right, -1e9), -1)
    known = right.any(-1)
    return -(raised * known).sum() / known.sum().clamp(min=1)


def times(site, args):
    """How often an epoch of a teacher has a site."""
    return {ASKED: 2, REPEATED: args.repeated}.get(site[8], 1)


def lessons(passages, args, dice):
    """An epoch of a teacher's batches: what is known, with other names each time."""
    chosen = []
    for number, site in enumerate(passages.sites):
        if passages.known(number):
            often = times(site, args)
            chosen += [number] * (int(often) + (dice.random() < often % 1))
    dice.shuffle(chosen)
    size = 16 * args.batch
    for i in range(0, len(chosen), size):
        make = lambda n: passages.make(n, dice, dice.random() < (0.6 if passages.sites[n][8] == ASKED else 0.3))
        rows = [make(n) for n in chosen[i : i + size]]
        for few in batches(range(len(rows)), args.batch, dice, [len(r[0]) for r in rows]):
            yield batch([rows[k] for k in few])


@torch.no_grad()
def ask(teachers, passages, args, device, dice):
    """What the teachers say of many passages: the mean of their probabilities. GAP's texts come oftener than others."""
    teachers = [teacher.to(device).eval() for teacher in teachers]
    if args.half and device == "cuda":
        teachers = [teacher.bfloat16() for teacher in teachers]
    weights = [4 if site[8] == ASKED else 2 if CORPORA[site[7]] == "gap" else 1 for site in passages.sites]
    numbers, begun = dice.choices(range(len(weights)), weights, k=args.ask), time.time()
    ids, side, who = (np.zeros((args.ask, LONGEST), dtype=kind) for kind in (np.int16, np.uint8, np.uint8))
    right, lengths, said = np.zeros((args.ask, MOST + 1), dtype=bool), np.zeros(args.ask, dtype=np.int64), []
    done, size = 0, 16 * args.batch
    while done < args.ask and time.time() - begun < 60 * args.minutes:
        rows = [passages.make(n, dice, dice.random() < (0.6 if passages.sites[n][8] == ASKED else 0.3)) for n in numbers[done : done + size]]
        rows.sort(key=lambda row: len(row[0]))
        said = [part.cpu() if i == len(said) - 1 else part for i, part in enumerate(said)]  # else it runs ahead of the clock
        answers = []
        for i in range(0, len(rows), args.batch):
            b = to(batch(rows[i : i + args.batch]), device)
            answers.append(sum(teacher(b).exp() for teacher in teachers) / len(teachers))
        said.append(torch.cat(answers).half())
        for k, row in enumerate(rows, done):
            lengths[k] = len(row[0])
            ids[k, : lengths[k]], side[k, : lengths[k]], who[k, : lengths[k]] = row[:3]
            right[k] = row[3]
        done += len(rows)
        print(f"asked {done}/{args.ask} in {time.time() - begun:.0f} s", flush=True)
    arrays = {"ids": ids, "side": side, "who": who, "right": right, "lengths": lengths}
    kept = {name: torch.from_numpy(array[:done].copy()) for name, array in arrays.items()} | {"said": torch.cat([part.cpu() for part in said])}
    torch.save(kept, args.build / f"{args.name}.pt")


def answers(asked, args, device, dice):
    """An epoch of a pupil's batches; all passages lie where it reckons."""
    lengths = asked["lengths"]
    for few in batches(range(len(lengths)), args.batch, dice, lengths):
        width = (max(lengths[k] for k in few) + 7) // 8 * 8
        rows = torch.tensor(few).to(device)
        b = {name: asked[name][rows, :width].long() for name in ("ids", "side", "who")}
        b |= {"mask": b["ids"] > 0, "right": asked["right"][rows], "said": asked["said"][rows].float()}
        hidden = (torch.rand(b["ids"].shape, device=device) < args.hidden) & (b["ids"] > 999) & (b["side"] == TEXT)
        b["ids"].masked_fill_(hidden, MASK)
        yield b


@torch.no_grad()
def evaluate(model, held, device, half, size=128):
    """F1 of GAP's decisions, for he, she and both, with two names marked and with all."""
    model.eval()
    out, side_by_side = {}, getattr(model, "batch", batch)
    for way in ("two", "all"):
        counts = np.zeros((2, 3))
        rows = [held.make(n, None, way == "two", False) for n in range(len(held.sites))]
        best = []
        for i in range(0, len(rows), size):
            with half():
                logs = model(to(side_by_side(rows[i : i + size]), device))
            best += logs.argmax(-1).tolist()
        for (*_, gender, right, a, b, _, _), said in zip(held.sites, best):
            chosen, gold = {1: a, 2: b}.get(said), right if right >= 0 else None
            counts[gender] += (chosen is not None and chosen == gold, chosen is not None, gold is not None)
        f1 = lambda row: round(float(200 * row[0] / max(1, row[1] + row[2])), 1)
        out[way] = {"he": f1(counts[0]), "she": f1(counts[1]), "both": f1(counts.sum(0))}
    return out


@torch.no_grad()
def rounded(model):
    """The model as it would ship: products with weights of 7 bits per output channel, as weights.py rounds them."""
    model = copy.deepcopy(model)
    for module in model.layers.modules():
        if isinstance(module, nn.Linear):
            scale = module.weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 63
            module.weight.copy_((module.weight / scale).round().clamp(-63, 63) * scale)
    return model


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2: vocab.txt")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="pronouns")
    p.add_argument("--large", type=Path, help="model.safetensors of all-mpnet-base-v2: train a teacher on it")
    p.add_argument("--teachers", nargs="+", help="trained ones (build/NAME.pt) to ask; what they say is kept in build/NAME.pt")
    p.add_argument("--ask", type=int, default=200_000, help="of how many passages they are asked")
    p.add_argument("--asked", help="what teachers said (build/NAME.pt): train a small one on it")
    p.add_argument("--begin", type=Path, help="the tagger (build/NAME.pt) with whose weights the small one begins")
    p.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2, 3, 4, 5], help="which of its layers; one may come twice")
    p.add_argument("--gold", type=float, default=0.2, help="weight of the labels beside the teachers")
    p.add_argument("--repeated", type=float, default=0.2, help="how often an epoch of a teacher has each repeated name")
    p.add_argument("--hidden", type=float, default=0.03, help="share of word pieces hidden from the small one")
    p.add_argument("--epochs", type=float, default=8)
    p.add_argument("--batch", type=int, default=64)
    p.add_argument("--rate", type=float, default=4e-5)
    p.add_argument("--head-rate", type=float, default=5e-4)
    p.add_argument("--drop", type=float, default=0.1, help="dropout within the layers")
    p.add_argument("--average", type=float, default=0.99, help="decay of the running mean of the weights")
    running.add_options(p)
    args = p.parse_args()
    dice, device = running.start(args)
    half = lambda: torch.autocast(device, torch.bfloat16, enabled=args.half)
    pieces = WordPiece(args.base / "vocab.txt")
    held = Passages(args.build / "gap.npz", pieces)
    if args.teachers or args.large:
        passages = Passages(args.build / "pronouns.npz", pieces)
    if args.teachers:
        ask([load(args.build / f"{name}.pt") for name in args.teachers], passages, args, device, dice)
        return
    if args.large:
        model = LargePronouns(drop=args.drop)
        model.encoder.load_pretrained(args.large)
        epoch = lambda: (to(b, device) for b in lessons(passages, args, dice))
        steps = sum(times(site, args) for n, site in enumerate(passages.sites) if passages.known(n)) / args.batch
    else:
        state = torch.load(args.begin, map_location="cpu")
        model = Pronouns(**sizes(state) | {"layers": len(args.layers)}, drop=args.drop)
        model.begin(state, args.layers)
        asked = torch.load(args.build / f"{args.asked}.pt")
        asked = {name: array if name == "lengths" else array.to(device) for name, array in asked.items()}
        asked["lengths"] = asked["lengths"].tolist()
        epoch = lambda: answers(asked, args, device, dice)
        steps = len(asked["lengths"]) / args.batch
    model.to(device)
    named = [(n, w) for n, w in model.named_parameters() if w.requires_grad]
    optimizer = running.adam(running.groups(named, ("side.", "of_", "score"), args.rate, args.head_rate))
    clock = running.Clock(optimizer, args.epochs * steps, args.minutes, rise=0.06)
    mean, step, seen, shown = Mean(model, args.average), 0, torch.zeros((), device=device), 0
    while clock.done(step) < 1:
        for b in epoch():
            if clock.done(step) >= 1:
                break
            model.train()
            optimizer.zero_grad(set_to_none=True)
            with half():
                logs = model(b)
            loss = of_labels(logs, b["right"])
            if args.asked:
                loss = args.gold * loss + F.kl_div(logs, b["said"], reduction="batchmean")
            loss.backward()
            torch.nn.utils.clip_grad_norm_([w for _, w in named], 1.0)
            optimizer.step()
            clock.schedule.step()
            mean.follow()
            seen += loss.detach()
            step += 1
            if step % 10 == 0:  # the processor must not run ahead of the clock
                total = seen.item()
                if step % 50 == 0:
                    print(f"step {step}/{args.epochs * steps:.0f} loss {(total - shown) / 50:.4f} {clock.seconds() / step:.3f} s/step", flush=True)
                    shown = total
        torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
        print(f"after {clock.seconds():.0f} s, {step} steps:", json.dumps(evaluate(mean.mean, held, device, half)), flush=True)
    if not args.large:
        print("with 7 bits:", json.dumps(evaluate(rounded(mean.mean), held, device, half)), flush=True)


if __name__ == "__main__":
    main()
