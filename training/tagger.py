"""The tagger: MiniLM-L6 (Wang et al. 2020, arXiv:2002.10957) with word features at its input and a tag for each word."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors import safe_open

import mpnet
from coreference import SIZE, Ranker
from data import CLS, SEP, TAGS

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
HEAD = WIDTH // HEADS  # the width of a head
QUOTED, SHAPE, START = 8, 9, 3  # how many values each feature has, 0 for pieces that are no word's


class Layer(nn.Module):
    def __init__(self, inner=INNER, heads=HEADS):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD)
        self.out = nn.Linear(heads * HEAD, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, mask, drop):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + F.dropout(self.out(seen.transpose(1, 2).reshape(b, n, self.heads * HEAD)), drop, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Tagger(nn.Module):
    def __init__(self, drop=0.05, layers=LAYERS, inner=INNER, heads=HEADS):
        super().__init__()
        self.drop = drop
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.quoted, self.shape, self.start = (nn.Embedding(n, WIDTH) for n in (QUOTED, SHAPE, START))
        for feature in (self.quoted, self.shape, self.start):
            nn.init.zeros_(feature.weight)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(inner, heads) for _ in range(layers))
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.who = nn.Linear(WIDTH, SIZE)
        self.ranker = Ranker()

    def encode(self, b):
        """A vector for each word: that of its first piece."""
        n = b["ids"].shape[1]
        x = self.words(b["ids"]) + self.positions.weight[:n]
        x = x + self.quoted(b["quoted"]) + self.shape(b["shape"]) + self.start(b["start"])
        x = F.dropout(self.norm(x), 0.1, self.training)
        mask = None if bool(b["mask"].all()) else b["mask"][:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask, self.drop)
        x = x.gather(1, b["at"][:, :, None].expand(-1, -1, WIDTH))
        return F.dropout(x, 0.1, self.training)

    def forward(self, b):
        return self.tag(self.encode(b))

    def load_pretrained(self, path):
        """Takes over the weights of all-MiniLM-L6-v2 in the layout of Hugging Face's BertModel."""
        with safe_open(path, "pt") as f, torch.no_grad():
            get = lambda k: f.get_tensor(k if k in f.keys() else "bert." + k)
            copy = lambda module, k: [getattr(module, w).copy_(get(f"{k}.{w}")) for w in ("weight", "bias")]
            self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
            kind = get("embeddings.token_type_embeddings.weight")[0]
            self.positions.weight.copy_(get("embeddings.position_embeddings.weight") + kind)
            copy(self.norm, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for w in ("weight", "bias"):
                    parts = [get(f"{p}attention.self.{x}.{w}") for x in ("query", "key", "value")]
                    getattr(layer.qkv, w).copy_(torch.cat(parts))
                copy(layer.out, p + "attention.output.dense")
                copy(layer.norm1, p + "attention.output.LayerNorm")
                copy(layer.up, p + "intermediate.dense")
                copy(layer.down, p + "output.dense")
                copy(layer.norm2, p + "output.LayerNorm")
        self.words.weight.requires_grad_(False)


class LargeTagger(nn.Module):
    """A teacher: the same features and tags on MPNet."""

    def __init__(self, drop=0.1):
        super().__init__()
        self.encoder = mpnet.Mpnet(drop)
        self.quoted, self.shape, self.start = (nn.Embedding(n, mpnet.WIDTH) for n in (QUOTED, SHAPE, START))
        for feature in (self.quoted, self.shape, self.start):
            nn.init.zeros_(feature.weight)
        self.tag = nn.Linear(mpnet.WIDTH, len(TAGS))

    def encode(self, b):
        seen = self.quoted(b["quoted"]) + self.shape(b["shape"]) + self.start(b["start"])
        x = self.encoder(b["ids"], b["mask"], seen, CLS, SEP)
        x = x.gather(1, b["at"][:, :, None].expand(-1, -1, mpnet.WIDTH))
        return F.dropout(x, 0.1, self.training)

    def forward(self, b):
        return self.tag(self.encode(b))

    def load_pretrained(self, path):
        """Its words and what nearness counts stay as they are: trained, that last keeps PyTorch from its fast attention."""
        self.encoder.load_pretrained(path)
        for part in (self.encoder.words, self.encoder.near):
            part.requires_grad_(False)


def sizes(state):
    """How many layers a small encoder's weights are of, how wide within, and of how many heads."""
    layers = sum(name.endswith(".up.weight") for name in state)
    return {"layers": layers, "inner": len(state["layers.0.up.weight"]), "heads": len(state["layers.0.qkv.weight"]) // 3 // HEAD}


def load(path):
    """A trained tagger of any size."""
    state = torch.load(path, map_location="cpu")
    model = LargeTagger() if mpnet.is_in(state) else Tagger(**sizes(state))
    model.load_state_dict(state, strict=False)
    return model
