"""Syntax as a lesson for the tagger: each word's head, relation and part of speech, from two treebanks.

Where a content ends is a question of syntax, of which an encoder made for the meaning of sentences has forgotten much.
Heads are chosen among all words of the window by a product of two small vectors (Dozat and Manning 2017,
arXiv:1611.01734, without the biaffine layer). The three classifiers are dropped when training is over.
"""

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import running
from nouns import LEFT_OUT, TREEBANKS
from wordpiece import WordPiece

SIZE, RELATION, UNKNOWN = 128, 96, 100


class Parser(nn.Module):
    def __init__(self, width, relations, kinds):
        super().__init__()
        self.word, self.head = nn.Linear(width, SIZE), nn.Linear(width, SIZE)
        self.child, self.parent = nn.Linear(width, RELATION), nn.Linear(width, RELATION)
        self.relation, self.kind = nn.Linear(RELATION, relations), nn.Linear(width, kinds)

    def forward(self, x, b):
        """Log probabilities of each word's head, of its relation to the right one, and of its part of speech."""
        heads = self.word(x) @ self.head(x).transpose(1, 2) / SIZE**0.5
        heads = heads.masked_fill(~b["there"][:, None, :], -1e4)
        to = self.parent(x).gather(1, b["heads"].clamp(min=0)[:, :, None].expand(-1, -1, RELATION))
        return heads, self.relation(F.gelu(self.child(x) + to)), self.kind(x)


class Treebank:
    def __init__(self, folder, vocabulary, part="train", like=None):
        pieces, self.documents = WordPiece(vocabulary), []
        self.fixed = like is not None
        self.relations, self.kinds = (like.relations, like.kinds) if like else ({}, {})
        sentence, left_out = [], False
        for name in TREEBANKS:
            name = name if part == "train" else name.replace("train.REBUILT", part)
            for line in open(folder / name, encoding="utf-8"):
                if line.startswith("# newdoc"):
                    left_out = any(genre in line for genre in LEFT_OUT)
                    if not left_out:
                        self.documents.append([])
                fields = line.rstrip("\n").split("\t")
                if len(fields) > 7 and fields[0].isdigit():
                    sentence.append((pieces.encode(fields[1]) or [UNKNOWN], int(fields[6]) - 1, fields[7].split(":")[0], fields[3]))
                elif not line.strip() and sentence:
                    if not left_out:
                        self.documents[-1].append(self.numbered(sentence))
                    sentence = []

    def numbered(self, sentence):
        # What training never saw is not asked for.
        number = lambda known, key: known.get(key, -100) if self.fixed else known.setdefault(key, len(known))
        return [(p, h if h >= 0 else i, number(self.relations, r), number(self.kinds, k)) for i, (p, h, r, k) in enumerate(sentence)]

    def batches(self, size, room, dice):
        """Windows of whole sentences in batches, each beginning elsewhere in its document every time."""
        windows = []
        for document in self.documents:
            current, length, most = [], 0, dice.randint(room // 3, room)
            for sentence in document:
                pieces = sum(len(w[0]) for w in sentence)
                if pieces > room:
                    continue
                if length + pieces > most:
                    windows.append(current)
                    current, length, most = [], 0, room
                start = len(current)
                current += [(p, start + h, r, k) for p, h, r, k in sentence]
                length += pieces
            windows.append(current)
        windows = [w for w in windows if len(w) > 3]
        dice.shuffle(windows)
        windows.sort(key=lambda w: sum(len(p) for p, *_ in w) // 24)
        out = [windows[i : i + size] for i in range(0, len(windows), size)]
        dice.shuffle(out)
        return [batch(b) for b in out]


def batch(windows):
    words = max(map(len, windows))
    length = max(sum(len(p) for p, *_ in w) for w in windows) + 2
    grid = lambda width, fill=0: np.full((len(windows), width), fill, dtype=np.int64)
    ids, at = grid(length), grid(words)
    heads, relations, kinds = grid(words, -100), grid(words, -100), grid(words, -100)
    mask, there = np.zeros((len(windows), length), bool), np.zeros((len(windows), words), bool)
    for row, window in enumerate(windows):
        flat, n = [data.CLS], len(window)
        for i, (p, *_) in enumerate(window):
            at[row, i] = len(flat)
            flat += p
        flat.append(data.SEP)
        ids[row, : len(flat)], mask[row, : len(flat)], there[row, :n] = flat, True, True
        heads[row, :n], relations[row, :n], kinds[row, :n] = zip(*((h, r, k) for _, h, r, k in window))
    zero = grid(length)
    fields = dict(ids=ids, quoted=zero, shape=zero, start=zero, at=at, mask=mask, heads=heads, relations=relations, kinds=kinds, there=there)
    return {k: torch.from_numpy(v) for k, v in fields.items()}


def loss(model, parser, b):
    heads, relations, kinds = parser(model.encode(b), b)
    each = zip((heads, relations, kinds), (b["heads"], b["relations"], b["kinds"]))
    return sum(F.cross_entropy(x.float().flatten(0, 1), y.flatten(), ignore_index=-100) for x, y in each)


def study(model, parser, treebank, args, dice, device):
    """The treebanks alone, before the tags."""
    groups = [
        {"params": [w for w in model.parameters() if w.requires_grad], "lr": args.syntax_rate},
        {"params": list(parser.parameters()), "lr": args.head_rate},
    ]
    optimizer = running.adam(groups)
    batches = treebank.batches(args.batch, args.window - 2, dice)
    steps, step, total = int(args.syntax_epochs * len(batches)), 0, 0.0
    clock = running.Clock(optimizer, steps, 1e9, rise=0.1)
    while step < steps:
        for b in batches[: steps - step]:
            model.train()
            b = {k: v.to(device) for k, v in b.items()}
            data.hide(b, args.masked)
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast(device, torch.bfloat16, enabled=args.half):
                wrong = loss(model, parser, b)
            wrong.backward()
            torch.nn.utils.clip_grad_norm_([w for g in groups for w in g["params"]], 1.0)
            optimizer.step()
            clock.schedule.step()
            step, total = step + 1, total + wrong.item()
            if step % 25 == 0:
                print(f"syntax {step}/{steps} loss {total / 25:.4f} {clock.seconds() / step:.2f} s/step", flush=True)
                total = 0.0
        batches = treebank.batches(args.batch, args.window - 2, dice)
    unseen = Treebank(args.treebanks, args.vocabulary, "dev", treebank).batches(args.batch, args.window - 2, dice)
    print("heads, heads with relations:", evaluate(model, parser, unseen, device), flush=True)


@torch.no_grad()
def evaluate(model, parser, batches, device):
    """Shares of right heads (unlabelled attachment) and relations, in per cent."""
    model.eval()
    parser.eval()
    right, n = np.zeros(2), 0
    for b in batches:
        b = {k: v.to(device) for k, v in b.items()}
        heads, relations, _ = parser(model.encode(b), b)
        at = b["heads"].clamp(min=0)
        good = (heads.argmax(-1) == at) & b["there"]
        right += (good.sum().item(), (good & (relations.argmax(-1) == b["relations"])).sum().item())
        n += b["there"].sum().item()
    model.train()
    parser.train()
    return [round(100 * float(x) / n, 1) for x in right]
