"""One run of a peer: fine-tunes a checkpoint on a CSV with Utterance and Dialogue_Act columns and prints its rate as JSON.

The kinds are those that people use: Hugging Face's Trainer as it comes (with and without peft), and a plain PyTorch loop over
batches of similar length, written for speed.
"""

import argparse
import csv
import json
import random
import tempfile
import time

import torch
from peft import LoraConfig, get_peft_model
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    Trainer,
    TrainerCallback,
    TrainingArguments,
)

BATCH = 16
BATCHES_SORTED_TOGETHER = 50


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [(row["Utterance"], row["Dialogue_Act"]) for row in csv.DictReader(file)]


def model_for(folder, labels, lora):
    model = AutoModelForSequenceClassification.from_pretrained(folder, num_labels=len(labels))
    if not lora:
        return model
    config = LoraConfig(r=8, target_modules=["query", "value"], task_type="SEQ_CLS")
    return get_peft_model(model, config)


class Clock(TrainerCallback):
    """Starts after the warm-up steps."""

    def __init__(self, warm_up):
        self.warm_up = warm_up
        self.start = self.end = 0.0

    def on_step_end(self, args, state, control, **_):
        if state.global_step == self.warm_up:
            self.start = time.perf_counter()
        self.end = time.perf_counter()


def trainer(options, examples, labels):
    tokenizer = AutoTokenizer.from_pretrained(options.model)
    items = [
        {**tokenizer(text, truncation=True, max_length=128), "labels": labels.index(label)} for text, label in examples
    ]
    clock = Clock(options.warm_up)
    with tempfile.TemporaryDirectory() as folder:
        Trainer(
            model=model_for(options.model, labels, options.lora),
            args=TrainingArguments(
                output_dir=folder,
                per_device_train_batch_size=BATCH,
                max_steps=options.warm_up + options.steps,
                report_to=[],
                save_strategy="no",
                disable_tqdm=True,
                use_cpu=True,
                seed=options.seed,
            ),
            train_dataset=items,
            data_collator=DataCollatorWithPadding(tokenizer),
            callbacks=[clock],
        ).train()
    return options.steps * BATCH / (clock.end - clock.start)


def batches(items, shuffle):
    """Shuffled, sorted by length within stretches, cut, shuffled again."""
    order = list(items)
    shuffle.shuffle(order)
    cut = []
    for start in range(0, len(order), BATCH * BATCHES_SORTED_TOGETHER):
        stretch = sorted(order[start : start + BATCH * BATCHES_SORTED_TOGETHER], key=lambda item: len(item["input_ids"]))
        cut += [stretch[i : i + BATCH] for i in range(0, len(stretch), BATCH)]
    shuffle.shuffle(cut)
    return cut


def optimiser(model, rate):
    decayed = [p for p in model.parameters() if p.requires_grad and p.dim() > 1]
    spared = [p for p in model.parameters() if p.requires_grad and p.dim() < 2]
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": spared, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate)


def loop(options, examples, labels):
    tokenizer = AutoTokenizer.from_pretrained(options.model)
    items = [
        {**tokenizer(text, truncation=True, max_length=128), "labels": labels.index(label)} for text, label in examples
    ]
    collate = DataCollatorWithPadding(tokenizer)
    model = model_for(options.model, labels, options.lora)
    model.train()
    adam = optimiser(model, 1e-3 if options.lora else 1e-4)
    trained = [p for p in model.parameters() if p.requires_grad]
    full = [batch for batch in batches(items, random.Random(options.seed)) if len(batch) == BATCH]
    chosen = full[: options.warm_up + options.steps]
    start = 0.0
    for number, batch in enumerate(chosen):
        if number == options.warm_up:
            start = time.perf_counter()
        loss = model(**collate(batch)).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        adam.step()
        adam.zero_grad()
    return (len(chosen) - options.warm_up) * BATCH / (time.perf_counter() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=["trainer", "loop"], required=True)
    parser.add_argument("--lora", action="store_true")
    parser.add_argument("--model", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--warm-up", type=int, default=8)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    examples = rows(options.data)
    labels = sorted({label for _, label in examples})
    rate = (trainer if options.kind == "trainer" else loop)(options, examples, labels)
    print(json.dumps({"examples_per_second": rate, "threads": torch.get_num_threads(), "torch": torch.__version__}))


if __name__ == "__main__":
    main()
