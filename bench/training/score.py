"""Trains with Postil and with a PyTorch loop on the same files, once for each seed, and prints the mean scores and how far they are apart.

    bench/training/score TRAIN TEST [SEEDS]

Files are CSV with the columns Utterance and Dialogue_Act (the score is accuracy), or CoNLL with a token and its tag in IOB2 (the score is
the F1 of entities). Both learn for the same passes with the same rates from the same weights and head, and both keep their last weights.
"""

import argparse
import json
import pathlib
import random
import statistics
import subprocess
import tempfile

import torch
from peft import LoraConfig, get_peft_model
from seqeval.metrics import f1_score
from transformers import (
    AutoModelForSequenceClassification,
    AutoModelForTokenClassification,
    AutoTokenizer,
    DataCollatorForTokenClassification,
    DataCollatorWithPadding,
    get_linear_schedule_with_warmup,
)

from peer import BATCH, batches, optimiser, rows

WARM_UP = 0.06
LONGEST = 128


def sentences(path):
    """Words and tags."""
    found = [[]]
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line.strip():
            word, tag = line.split("\t") if "\t" in line else line.rsplit(" ", 1)
            found[-1].append((word, tag))
        elif found[-1]:
            found.append([])
    return [tuple(zip(*sentence)) for sentence in found if sentence]


def encoded_texts(tokenizer, path, labels):
    return [
        {**tokenizer(text, truncation=True, max_length=LONGEST), "labels": labels.index(label)} for text, label in rows(path)
    ]


def encoded_words(tokenizer, path, labels):
    """The first token of a word has its tag."""
    items = []
    for words, tags in sentences(path):
        tokens = tokenizer(list(words), is_split_into_words=True, truncation=True, max_length=LONGEST)
        of = tokens.word_ids()
        first = [word is not None and (i == 0 or of[i - 1] != word) for i, word in enumerate(of)]
        items.append({**tokens, "labels": [labels.index(tags[of[i]]) if first[i] else -100 for i in range(len(of))]})
    return items


def answers(model, items, collate):
    """Gold and predicted label numbers of each item, where there is a gold one."""
    model.eval()
    found = []
    with torch.inference_mode():
        for start in range(0, len(items), 64):
            batch = collate([dict(item) for item in items[start : start + 64]])
            gold = batch["labels"]
            predicted = model(**batch).logits.argmax(-1)
            if gold.dim() == 1:
                found += [([g], [p]) for g, p in zip(gold.tolist(), predicted.tolist())]
            else:
                found += [(g[g != -100].tolist(), p[g != -100].tolist()) for g, p in zip(gold, predicted)]
    return found


def peer(options, labels, words, seed):
    torch.manual_seed(seed)
    tokenizer = AutoTokenizer.from_pretrained(options.model)
    encode, kind, collator = (
        (encoded_words, AutoModelForTokenClassification, DataCollatorForTokenClassification)
        if words
        else (encoded_texts, AutoModelForSequenceClassification, DataCollatorWithPadding)
    )
    model = kind.from_pretrained(options.model, num_labels=len(labels), ignore_mismatched_sizes=True)
    torch.nn.init.normal_(model.classifier.weight, std=model.config.initializer_range)
    if options.lora:
        model = get_peft_model(
            model,
            LoraConfig(
                r=8,
                lora_alpha=16,
                lora_dropout=0.1,
                target_modules=["query", "value"],
                modules_to_save=["classifier"] if words else ["classifier", "pooler"],
            ),
        )
    collate = collator(tokenizer)
    items = encode(tokenizer, options.train, labels)
    steps = options.epochs * -(-len(items) // BATCH)
    adam = optimiser(model, options.rate)
    schedule = get_linear_schedule_with_warmup(adam, int(WARM_UP * steps), steps)
    trained = [p for p in model.parameters() if p.requires_grad]
    order = random.Random(seed)
    for _ in range(options.epochs):
        model.train()
        for batch in batches(items, order):
            model(**collate([dict(item) for item in batch])).loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            adam.step()
            schedule.step()
            adam.zero_grad()
    found = answers(model, encode(tokenizer, options.test, labels), collate)
    if words:
        gold, predicted = ([[labels[i] for i in pair[side]] for pair in found] for side in (0, 1))
        return f1_score(gold, predicted)
    return sum(gold == predicted for gold, predicted in found) / len(found)


def postil(options, words, seed):
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder) / "trained"
        command = [options.postil, "train", "--task", "score", "--base", options.model, "--train", options.train]
        command += ["--validation", options.test, "--test", options.test, "--output", str(output)]
        command += ["--epochs", str(options.epochs), "--patience", "100", "--batch", str(BATCH), "--seed", str(seed)]
        command += ["--learning-rate", str(options.rate), "--warm-up", str(WARM_UP), "--schedule", "linear"]
        command += [] if options.lora else ["--full"]
        command += [] if words else ["--text-column", "Utterance", "--label-column", "Dialogue_Act"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        report = json.loads((output / "report.json").read_text(encoding="utf-8"))
    curve = report["training"]["epochs"]
    return curve[-1]["metrics"]["f1" if words else "accuracy"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--postil", required=True, help="the command")
    parser.add_argument("--model", required=True, help="a Hugging Face folder")
    parser.add_argument("--train", required=True)
    parser.add_argument("--test", required=True)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--lora", action="store_true")
    options = parser.parse_args()
    words = not options.train.endswith(".csv")
    tags = (tag for _, own in sentences(options.train) for tag in own) if words else (label for _, label in rows(options.train))
    labels = sorted(set(tags))
    scores = {"postil": [], "pytorch": []}
    for seed in range(1, options.seeds + 1):
        scores["postil"].append(postil(options, words, seed))
        scores["pytorch"].append(peer(options, labels, words, seed))
        print(json.dumps(scores), flush=True)
    means = {name: statistics.mean(of) for name, of in scores.items()}
    print(json.dumps({"means": means, "points apart": 100 * (means["postil"] - means["pytorch"])}))


if __name__ == "__main__":
    main()
