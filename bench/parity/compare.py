"""Compares what Postil answers with the expected.json of each case in a folder, as cases.py makes them.

    python compare.py FOLDER [--postil ../../postil]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BOUND = 1e-4


def raw(postil, model, inputs):
    """The answers of `postil predict --raw`."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(item) + "\n" for item in inputs)
        file.flush()
        done = subprocess.run([postil, "predict", "--raw", "--model", model, "--input", file.name],
                              capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{model}: {done.stderr.strip().splitlines()[-1]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def deviation(found, expected):
    """The largest difference of logits; infinite where tokens or spans are others."""
    if found["input_ids"] != expected["input_ids"] or found["spans"] != expected["spans"]:
        return float("inf")
    return max((abs(a - b) for ours, theirs in zip(found["logits"], expected["logits"]) for a, b in zip(ours, theirs)),
               default=0.0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--postil", default=str(ROOT / "postil"))
    options = parser.parse_args()
    worst = {}
    for case in sorted(file.parent for file in options.folder.glob("*/expected.json")):
        expected = json.loads((case / "expected.json").read_text())
        expected = expected["texts"] + expected["pairs"]
        inputs = [{key: item[key] for key in ("text", "text_pair") if key in item} for item in expected]
        largest = max(map(deviation, raw(options.postil, case, inputs), expected))
        print(f"{largest:9.1e}  {case.name}", flush=True)
        family = case.name.split("-sequence")[0].split("-token")[0]
        worst[family] = max(worst.get(family, 0.0), largest)
    print(json.dumps({"bound": BOUND, "largest": worst}))
    sys.exit(any(value > BOUND for value in worst.values()))


if __name__ == "__main__":
    main()
