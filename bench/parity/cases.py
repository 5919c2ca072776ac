"""Makes checkpoints of every family with random sizes, options and weights, and what transformers and peft answer for them.

    python cases.py FOLDER [--seed 1] [--each 6]
"""

import argparse
import json
import random
import shutil
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, TaskType, get_peft_model
from safetensors.torch import load_file, save_file
from transformers import (AutoModel, AutoModelForMaskedLM, AutoModelForSequenceClassification,
                          AutoModelForTokenClassification, AutoTokenizer, BertConfig, CamembertConfig, DebertaV2Config,
                          DistilBertConfig, ModernBertConfig, RobertaConfig, XLMRobertaConfig, logging)

import tokenizers_at_hand as at_hand

HEADS = {"sequence": AutoModelForSequenceClassification, "token": AutoModelForTokenClassification}
ACTIVATIONS = ["gelu", "gelu_new", "gelu_pytorch_tanh", "gelu_fast", "gelu_10", "quick_gelu", "relu", "relu2", "relu6",
               "silu", "swish", "mish", "tanh", "sigmoid", "leaky_relu", "linear", "hardswish", "laplace",
               "sqrtsoftplus", "gelu_accurate", "gelu_python", "gelu_python_tanh"]
TEXTS = ["", " ", "a", "OK", "The train to the harbour leaves at seven.", "Où est la clé ? 🌧", "👩‍👧 東京は雨 الطقس 𝔘𝔫𝔦",
         "e\u0301te\u0301 ﬁn İstanbul \u200f\ufffd", "Rain again, rain again. " * 30, "x" * 90, "<mask> [SEP] <pad> [MASK]",
         "line\nbreak\tand  two  spaces ", "null\0byte", "It wasn't paid; Büro-Mappe 12345, l'école"]
PAIRS = [("The train leaves.", "Le train part."), ("", "a"), ("a", ""), ("Rain again. " * 30, "Oui 🎉."),
         ("Oui.", "Rain again. " * 30), ("Rain again. " * 25, "le dossier bleu " * 25)]


def sizes(dice):
    heads = dice.choice([1, 2, 3, 4])
    return heads, heads * dice.choice([4, 6, 8, 16]), dice.choice([1, 2, 3]), dice.choice([5, 16, 33, 48])


def bert_like(config_class):
    def make(dice, vocabulary, longest):
        heads, hidden, layers, wide = sizes(dice)
        roberta = config_class is not BertConfig
        return config_class(
            vocab_size=vocabulary, hidden_size=hidden, num_attention_heads=heads, num_hidden_layers=layers,
            intermediate_size=wide, hidden_act=dice.choice(ACTIVATIONS), layer_norm_eps=dice.choice([1e-12, 1e-5, 1e-2]),
            max_position_embeddings=longest + (2 if roberta else dice.choice([0, 7])),
            type_vocab_size=dice.choice([1, 2]) if roberta else dice.choice([2, 3]), pad_token_id=1 if roberta else 0,
            bos_token_id=0, eos_token_id=2, classifier_dropout=dice.choice([None, 0.3]))
    return make


def distilbert(dice, vocabulary, longest):
    heads, hidden, layers, wide = sizes(dice)
    return DistilBertConfig(
        vocab_size=vocabulary, dim=hidden, n_heads=heads, n_layers=layers, hidden_dim=wide,
        activation=dice.choice(ACTIVATIONS), max_position_embeddings=longest, pad_token_id=0,
        sinusoidal_pos_embds=dice.random() < 0.3)


def deberta(dice, vocabulary, longest):
    heads, hidden, layers, wide = sizes(dice)
    more = {}
    if dice.random() < 0.5:
        more.update(conv_kernel_size=dice.choice([1, 3, 5]), conv_act=dice.choice(["tanh", "gelu", "sigmoid"]),
                    conv_groups=dice.choice([1, heads]))
    if dice.random() < 0.3:
        more["embedding_size"] = hidden + dice.choice([-2, 4])
    if dice.random() < 0.5:
        more["norm_rel_ebd"] = dice.choice(["none", "layer_norm", "layer_norm|none"])
    if dice.random() < 0.3:
        more["cls_dropout"] = 0.2
    return DebertaV2Config(
        vocab_size=vocabulary, hidden_size=hidden, num_attention_heads=heads, num_hidden_layers=layers,
        intermediate_size=wide, hidden_act=dice.choice(ACTIVATIONS), layer_norm_eps=dice.choice([1e-7, 1e-3]),
        max_position_embeddings=longest, type_vocab_size=dice.choice([0, 0, 2] if longest > 50 else [0, 0, 1]),
        pad_token_id=0, relative_attention=dice.random() < 0.85, position_buckets=dice.choice([-1, 4, 8, 16, 32, 7]),
        max_relative_positions=dice.choice([-1, -1, 40, 12]), share_att_key=dice.random() < 0.5,
        pos_att_type=dice.choice([["c2p", "p2c"], ["p2c", "c2p"], "c2p|p2c", ["c2p"], ["p2c"], [], None]),
        position_biased_input=dice.random() < 0.4, pooler_hidden_act=dice.choice(["gelu", "tanh", "relu"]), **more)


def modernbert(dice, vocabulary, longest):
    heads, hidden, layers, wide = sizes(dice)
    layers += 1
    more = dice.choice([
        {"global_attn_every_n_layers": dice.choice([1, 2, 3])},
        {"global_attn_every_n_layers": 2, "global_rope_theta": 500.0, "local_rope_theta": 77.0},
        {"layer_types": [dice.choice(["full_attention", "sliding_attention"]) for _ in range(layers)],
         "rope_parameters": {"full_attention": {"rope_type": "default", "rope_theta": 1234.5},
                             "sliding_attention": {"rope_type": "default", "rope_theta": 9876.5}}}])
    return ModernBertConfig(
        vocab_size=vocabulary, hidden_size=hidden, num_attention_heads=heads, num_hidden_layers=layers,
        intermediate_size=wide, hidden_activation=dice.choice(ACTIVATIONS),
        classifier_activation=dice.choice(["gelu", "silu", "relu"]), norm_eps=dice.choice([1e-5, 1e-3]),
        max_position_embeddings=longest, pad_token_id=0, bos_token_id=1, eos_token_id=2, cls_token_id=1,
        sep_token_id=2, local_attention=dice.choice([4, 9, 16, 128]), classifier_pooling=dice.choice(["cls", "mean"]),
        **{key: dice.random() < 0.4 for key in ("attention_bias", "mlp_bias", "norm_bias", "classifier_bias")}, **more)


FAMILIES = {"bert": bert_like(BertConfig), "roberta": bert_like(RobertaConfig), "camembert": bert_like(CamembertConfig),
            "xlm-roberta": bert_like(XLMRobertaConfig), "distilbert": distilbert, "deberta-v2": deberta,
            "modernbert": modernbert}
TARGETS = {"distilbert": ["q_lin", "v_lin", "lin1"], "deberta-v2": ["query_proj", "value_proj", "dense"],
           "modernbert": ["Wqkv", "Wo"]}


def tokenizer(family, dice, folder, longest):
    size = dice.choice([300, 380])
    if family == "roberta":
        made = at_hand.byte_level(at_hand.ROBERTA, size)
    elif family in ("camembert", "xlm-roberta"):
        made = at_hand.unigram(at_hand.ROBERTA, size)
    elif family == "deberta-v2":
        made = at_hand.unigram(at_hand.BERT, size)
    elif family == "modernbert":
        made = at_hand.byte_level(at_hand.BERT, size)
    else:
        made = at_hand.wordpiece(dice.random() < 0.5, size)
    types = family == "bert" or (family == "deberta-v2" and longest > 50)
    names = ["input_ids", "token_type_ids", "attention_mask"] if types else ["input_ids", "attention_mask"]
    side = "left" if longest == 24 else "right"
    return at_hand.saved(made, folder, longest, model_input_names=names, truncation_side=side)


def shake(model):
    """Random weights that make a difference everywhere, biases and norms too."""
    for name, values in model.named_parameters():
        norm = values.dim() == 1 and name.endswith("weight")
        values.data = torch.randn_like(values) * (0.1 if norm else 0.25) + (1.0 if norm else 0.0)


def adapted(model, dice, kind, family, folder):
    """An adapter with random options, in place of the folder, whose base moves into base/."""
    base = folder / "base"
    shutil.copytree(folder, folder.parent / "moving")
    shutil.rmtree(folder)
    folder.mkdir()
    shutil.move(folder.parent / "moving", base)
    targets = TARGETS.get(family, ["query", "value", "dense"])
    more = dice.choice([
        {"target_modules": targets[:2]}, {"target_modules": targets[:2], "use_rslora": True},
        {"target_modules": targets, "exclude_modules": [targets[-1]]} if family != "modernbert"
        else {"target_modules": targets, "exclude_modules": ["mlp.Wo"]},
        {"target_modules": r".*\.(" + "|".join(targets[:2]) + ")"}, {"target_modules": "all-linear" if family != "distilbert" and kind == "sequence" else targets},
        {"target_modules": targets[:2], "layers_to_transform": [0]},
        {"target_modules": targets[:2], "rank_pattern": {targets[0]: 3}, "alpha_pattern": {targets[1]: 5},
         "use_rslora": dice.random() < 0.5}])
    lora = LoraConfig(task_type=TaskType.SEQ_CLS if kind == "sequence" else TaskType.TOKEN_CLS,
                      r=dice.choice([1, 2, 8]), lora_alpha=dice.choice([4, 32]), lora_dropout=0.1, **more)
    model.name_or_path = "base"
    peft = get_peft_model(model, lora)
    for name, values in peft.named_parameters():
        if values.requires_grad:
            values.data = torch.randn_like(values) * 0.25
    peft.peft_config["default"].base_model_name_or_path = "base"
    peft.save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(base / name, folder)


def rewrite(folder, change):
    file = folder / "model.safetensors"
    save_file(change(load_file(file)), file, metadata={"format": "pt"})


def variant(name, model, dice, kind, family, folder):
    """One of the ways in which checkpoints lie on disk."""
    if name in ("f16", "bf16"):
        model.to(torch.float16 if name == "f16" else torch.bfloat16).save_pretrained(folder)
    elif name == "shards":
        model.save_pretrained(folder, max_shard_size="6KB")
    else:
        model.save_pretrained(folder)
    if name == "no-prefix":
        prefix = model.base_model_prefix + "."
        rewrite(folder, lambda tensors: {key.removeprefix(prefix): value for key, value in tensors.items()})
    if name == "adapter":
        adapted(model, dice, kind, family, folder)


def units(text, span):
    return [len(text[:end].encode("utf-16-le")) // 2 for end in span]


def answer(model, tokenize, longest, text, pair=None):
    arguments = [text] if pair is None else [text, pair]
    found = tokenize(*arguments, truncation=True, max_length=longest, return_offsets_mapping=True, return_tensors="pt")
    offsets, sides = found.pop("offset_mapping")[0].tolist(), found.sequence_ids(0)
    with torch.no_grad():
        logits = model(**found).logits[0]
    spans = [None if side is None else units(arguments[side], span) for side, span in zip(sides, offsets)]
    rows = logits if logits.dim() == 2 else logits.unsqueeze(0)
    return {"text": text, **({} if pair is None else {"text_pair": pair}), "input_ids": found["input_ids"][0].tolist(),
            "spans": spans, "logits": rows.tolist()}


def opened(folder, kind):
    if (folder / "adapter_config.json").exists():
        return PeftModel.from_pretrained(HEADS[kind].from_pretrained(folder / "base", dtype=torch.float32), folder)
    return HEADS[kind].from_pretrained(folder, dtype=torch.float32)


def make(folder, family, number, seed):
    dice = random.Random(f"{seed} {family} {number}")
    torch.manual_seed(dice.randrange(1 << 30))
    longest = dice.choice([24, 40, 64, 100])
    kind = dice.choice(sorted(HEADS))
    name = ["plain", "f16", "bf16", "shards", "no-prefix", "adapter"][number % 6]
    case = folder / f"{family}-{kind}-{number}-{name}"
    vocabulary = tokenizer(family, dice, case, longest)
    config = FAMILIES[family](dice, vocabulary, longest)
    config.id2label = {i: f"label-{i}" for i in range(dice.choice([2, 3, 7]))}
    config.label2id = {label: i for i, label in config.id2label.items()}
    model = HEADS[kind].from_config(config).eval()
    shake(model)
    variant(name, model, dice, kind, family, case)
    model = opened(case, kind).eval()
    tokenize = AutoTokenizer.from_pretrained(case)
    expected = {"texts": [answer(model, tokenize, longest, text) for text in TEXTS],
                "pairs": [answer(model, tokenize, longest, *pair) for pair in PAIRS]}
    (case / "expected.json").write_text(json.dumps(expected, ensure_ascii=False))
    return case


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=6, help="cases of each family")
    parser.add_argument("--family", choices=sorted(FAMILIES))
    options = parser.parse_args()
    torch.set_num_threads(1)
    logging.disable_progress_bar()
    for family in [options.family] if options.family else FAMILIES:
        for number in range(options.each):
            print(make(options.folder, family, number, options.seed).name, flush=True)


if __name__ == "__main__":
    main()
