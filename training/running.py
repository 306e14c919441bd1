"""What every training run can be told, and how its rate goes: up at first, then down to nothing at the end."""

import random
import time

import torch


def add_options(p, minutes=1e9):
    p.add_argument("--minutes", type=float, default=minutes, help="stop by then; the rate falls to zero in time")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--half", action="store_true", help="reckon in bfloat16: twice as fast where the processor has it")
    p.add_argument("--threads", type=int, default=2)


def start(args):
    """Seeds and threads as asked for; the dice, and where to reckon."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    torch.set_float32_matmul_precision("high")
    torch.backends.cuda.enable_cudnn_sdp(False)  # it would plan anew for each width of batch
    return random.Random(args.seed), "cuda" if torch.cuda.is_available() else "cpu"


def groups(named, new, rate, head_rate):
    """The weights that the base encoder brings along, and those whose names begin as `new`, each with its rate."""
    part = lambda of_new, lr: {"params": [w for n, w in named if n.startswith(new) == of_new], "lr": lr}
    return [part(False, rate), part(True, head_rate)]


def adam(groups):
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def step(loss, named, optimizer, clock, mean):
    """Learns from one batch: `named` are the weights, `mean` their running mean."""
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_([w for _, w in named], 1.0)
    optimizer.step()
    clock.schedule.step()
    mean.follow()


class Clock:
    def __init__(self, optimizer, steps, minutes, rise):
        """The rate rises for the share `rise` of the steps; the run ends after its steps or its minutes, what comes first."""
        self.steps, self.minutes, self.begun = steps, minutes, time.time()
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min((step + 1) / (rise * steps), max(0.0, (1 - self.done(step)) / (1 - rise)))
        )

    def seconds(self):
        return time.time() - self.begun

    def done(self, step):
        """How much of the run lies behind: 1 at its end."""
        return max(step / self.steps, self.seconds() / 60 / self.minutes)
