"""Opens the archive that `postil export` writes with torch.jit.load, compares its logits, and times it.

    python jit_load.py MODEL [--postil ../../postil] [--batch 64] [--tokens 24]

On a machine that has PyTorch and no Java, give the archive and nothing else: python jit_load.py --archive MODEL.pt
"""

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path

import torch

from compare import BOUND, ROOT, raw

TEXTS = ["The train leaves at seven.", "Où est la clé ?", "Rain again 🌧, and the harbour is closed."]


def export(postil, model, folder):
    file = Path(folder) / "model.pt"
    subprocess.run([postil, "export", "--model", model, "--output", file], check=True)
    return file


def agreement(archive, postil, model):
    """The largest difference of logits between Postil and the archive in PyTorch."""
    largest = 0.0
    for found in raw(postil, model, [{"text": text} for text in TEXTS]):
        ids = torch.tensor(found["input_ids"])
        with torch.no_grad():
            logits = archive(torch.stack([ids, torch.zeros_like(ids), torch.ones_like(ids)]).unsqueeze(1))[0]
        largest = max(largest, (logits.reshape(-1) - torch.tensor(found["logits"]).reshape(-1)).abs().max().item())
    return largest


def texts_a_second(archive, batch, tokens, device):
    longs = torch.ones(3, batch, tokens, dtype=torch.long, device=device)
    longs[0] = torch.arange(5, 5 + tokens, device=device) % 100 + 5
    longs[1] = 0
    with torch.no_grad():
        for _ in range(3):
            archive(longs)
        rounds, begun = 0, time.perf_counter()
        while rounds < 5 or time.perf_counter() - begun < 3:
            archive(longs)
            rounds += 1
        if device == "cuda":
            torch.cuda.synchronize()
    return rounds * batch / (time.perf_counter() - begun)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?")
    parser.add_argument("--archive", help="an archive that is there already; it is not compared")
    parser.add_argument("--postil", default=str(ROOT / "postil"))
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--tokens", type=int, default=24)
    options = parser.parse_args()
    torch._C._jit_set_profiling_executor(False)
    report = {"torch": torch.__version__, "threads": torch.get_num_threads(), "texts_per_second": {}}
    with tempfile.TemporaryDirectory() as folder:
        file = options.archive or export(options.postil, options.model, folder)
        if not options.archive:
            report["largest_difference"] = agreement(torch.jit.load(file), options.postil, options.model)
        for device in ["cpu", "cuda"] if torch.cuda.is_available() else ["cpu"]:
            for name in ("float32", "bfloat16", "float16"):
                archive = torch.jit.load(file, map_location=device).to(getattr(torch, name))
                rate = texts_a_second(archive, options.batch, options.tokens, device)
                report["texts_per_second"][f"{device} {name}"] = round(rate, 1)
    print(json.dumps(report, indent=1))
    if report.get("largest_difference", 0) > BOUND:
        raise SystemExit(f"logits differ by more than {BOUND}")


if __name__ == "__main__":
    main()
