"""A running mean of a model's weights while it is trained: better than where the training stands (Polyak and Juditsky 1992)."""

import copy

import torch


class Mean:
    def __init__(self, model, decay):
        self.model, self.mean, self.decay, self.steps = model, copy.deepcopy(model), decay, 0

    @torch.no_grad()
    def follow(self):
        """Takes in the weights of one more step; the first ones soon count for nothing."""
        self.steps += 1
        share = 1 - min(self.decay, self.steps / (self.steps + 9))
        for kept, now in zip(self.mean.parameters(), self.model.parameters()):
            kept.lerp_(now, share)
