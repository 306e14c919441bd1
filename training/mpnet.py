"""MPNet (Song et al. 2020, arXiv:2004.09297), 12 layers of 768, as a teacher of what a small encoder cannot learn by itself.

It reads the same word pieces as all-MiniLM-L6-v2; its vocabulary has four pieces of its own before them.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors import safe_open

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 768, 12, 12, 3072, 30527, 514
BEGIN, END, SHIFT = 0, 2, 4  # its ids of what BERT calls [CLS] and [SEP], and how far all others are shifted
FIRST = 2  # positions are counted from here
BUCKETS, FARTHEST = 32, 128


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-5), nn.LayerNorm(WIDTH, 1e-5)

    def forward(self, x, near, drop):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=near.to(q.dtype))
        x = self.norm1(x + F.dropout(self.out(seen.transpose(1, 2).reshape(b, n, WIDTH)), drop, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Mpnet(nn.Module):
    """A vector for each piece of a batch of BERT's ids."""

    def __init__(self, drop=0.1):
        super().__init__()
        self.drop = drop
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-5)
        self.near = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids, mask, more, cls, sep):
        n = ids.shape[1]
        own = torch.where(ids == cls, BEGIN, torch.where(ids == sep, END, ids + SHIFT))
        x = self.words(own) + self.positions.weight[FIRST : FIRST + n] + more
        x = F.dropout(self.norm(x), 0.1, self.training)
        near = self.near(buckets(n, ids.device)).permute(2, 0, 1)[None]
        near = near.masked_fill(~mask[:, None, None, :], -1e9)
        for layer in self.layers:
            x = layer(x, near, self.drop)
        return x

    def load_pretrained(self, path):
        """Takes over the weights in the layout of Hugging Face's MPNetModel; its words and its lowest layers stay as they are."""
        with safe_open(path, "pt") as f, torch.no_grad():
            get = f.get_tensor
            copy = lambda module, k: [getattr(module, w).copy_(get(f"{k}.{w}")) for w in ("weight", "bias")]
            self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
            self.positions.weight.copy_(get("embeddings.position_embeddings.weight"))
            self.near.weight.copy_(get("encoder.relative_attention_bias.weight"))
            copy(self.norm, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for w in ("weight", "bias"):
                    getattr(layer.qkv, w).copy_(torch.cat([get(f"{p}attention.attn.{x}.{w}") for x in "qkv"]))
                copy(layer.out, p + "attention.attn.o")
                copy(layer.norm1, p + "attention.LayerNorm")
                copy(layer.up, p + "intermediate.dense")
                copy(layer.down, p + "output.dense")
                copy(layer.norm2, p + "output.LayerNorm")


def is_in(state):
    """Whether trained weights are those of a teacher: MPNet is then its `encoder`."""
    return any(name.startswith("encoder.") for name in state)


def buckets(n, device):
    """Which bucket the distance of each piece to each other falls into: near ones singly, far ones together."""
    at = torch.arange(n, device=device)
    behind = at[:, None] - at[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = behind.abs()
    logs = exact + (torch.log(far.float().clamp(min=1) / exact) / torch.log(torch.tensor(FARTHEST / exact)) * (half - exact)).long()
    return (behind < 0) * half + torch.where(far < exact, far, logs.clamp(max=half - 1))
