"""Shows that what `postil train` saves, transformers and peft open unchanged, and answer the same.

For each family a tiny base is made, trained for one epoch in full and with LoRA, saved by Postil, opened by the real libraries, and
compared on logits.

    python trained.py FOLDER [--postil ../../postil] [--family bert]
"""

import argparse
import csv
import json
import random
import subprocess
import sys
from pathlib import Path

import torch
from peft import PeftModel
from transformers import (AutoModel, AutoModelForSequenceClassification, AutoModelForTokenClassification, AutoTokenizer,
                          logging)

import cases
from compare import BOUND, ROOT, deviation, raw

WORDS = "train harbour folder clé dossier Zug rain perro blue seven 🌧 東京".split()


def data(folder, kind, dice):
    if kind == "sequence":
        file = folder / "data.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            rows = csv.writer(out)
            rows.writerow(["text", "label", "conversation"])
            for i in range(60):
                label = dice.choice(["ask", "inform"])
                rows.writerow([" ".join(dice.choices(WORDS, k=5)) + (" ?" if label == "ask" else " ."), label, f"c{i}"])
    else:
        file = folder / "data.conll"
        sentences = ([(word, "B-THING" if word == "harbour" else "O") for word in dice.choices(WORDS, k=6)]
                     for _ in range(60))
        file.write_text("\n\n".join("\n".join(" ".join(token) for token in one) for one in sentences) + "\n")
    return file


def base(folder, family, dice):
    """A tiny encoder without a head, as it is saved from pre-training."""
    longest = 40
    vocabulary = cases.tokenizer(family, dice, folder, longest)
    model = AutoModel.from_config(cases.FAMILIES[family](dice, vocabulary, longest))
    cases.shake(model)
    model.save_pretrained(folder)
    return folder


def opened(folder, start, kind):
    head = {"sequence": AutoModelForSequenceClassification, "token": AutoModelForTokenClassification}[kind]
    if not (folder / "adapter_config.json").exists():
        return head.from_pretrained(folder, dtype=torch.float32)
    labels = json.loads((folder / "config.json").read_text())["id2label"]
    return PeftModel.from_pretrained(head.from_pretrained(start, num_labels=len(labels), dtype=torch.float32), folder)


def train(postil, start, kind, full, folder):
    command = [postil, "train", "--base", start, "--task", "tiny", "--data", data(folder, kind, random.Random(3)),
               "--output", folder / "out", "--epochs", "1", "--learning-rate", "1e-2", *(["--full"] if full else [])]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{folder}: {done.stderr.strip().splitlines()[-1]}")
    return folder / "out"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--postil", default=str(ROOT / "postil"))
    parser.add_argument("--family", choices=sorted(cases.FAMILIES))
    options = parser.parse_args()
    logging.disable_progress_bar()
    worst = 0.0
    for family in [options.family] if options.family else cases.FAMILIES:
        dice = random.Random(family)
        torch.manual_seed(7)
        start = base(options.folder / family / "base", family, dice).absolute()
        for kind in sorted(cases.HEADS):
            for full in (True, False):
                folder = options.folder / family / f"{kind}-{'full' if full else 'lora'}"
                folder.mkdir()
                trained = train(options.postil, start, kind, full, folder)
                model, tokenize = opened(trained, start, kind).eval(), AutoTokenizer.from_pretrained(trained)
                texts = [text for text in cases.TEXTS if text]
                expected = [cases.answer(model, tokenize, 40, text) for text in texts]
                largest = max(map(deviation, raw(options.postil, trained, [{"text": text} for text in texts]), expected))
                print(f"{largest:9.1e}  {family} {folder.name}", flush=True)
                worst = max(worst, largest)
    print(json.dumps({"bound": BOUND, "largest": worst}))
    sys.exit(worst > BOUND)


if __name__ == "__main__":
    main()
