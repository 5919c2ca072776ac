"""Trains with Postil and with its peers, one after the other, several rounds in one run, and prints the ratios.

    bench/training/run CSV [ROUNDS]

Each run is a process of its own. A ratio is Postil's rate over the peer's within one round; what is printed is the median and the range
over the rounds.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
PEERS = ["trainer", "loop"]

# What ./postil sets for its processes; the peers run as they come.
ENVIRONMENT = os.environ | {"MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "1073741824"}


def run(command, environment=None):
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}")
    rate = json.loads(done.stdout.strip().splitlines()[-1])["examples_per_second"]
    print(f"{rate:7.1f} {' '.join(command[-12:])}", file=sys.stderr)
    return rate


def postil(options, lora, seed):
    numbers = [str(options.warm_up), str(options.steps), str(seed), str(options.threads)]
    kind = "lora" if lora else "full"
    return run(
        ["java", "-Xmx3g", "-cp", options.classpath, "io.postil.bench.TrainingRate", options.model, options.data, kind]
        + numbers,
        ENVIRONMENT,
    )


def peer(options, kind, lora, seed):
    command = [sys.executable, str(HERE / "peer.py"), "--kind", kind, "--model", options.model, "--data", options.data]
    steps = options.trainer_steps if kind == "trainer" else options.steps
    command += ["--warm-up", str(options.warm_up), "--steps", str(steps), "--seed", str(seed)]
    return run(command + (["--lora"] if lora else []))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True, help="a Hugging Face folder")
    parser.add_argument("--data", required=True, help="CSV with the columns Utterance and Dialogue_Act")
    parser.add_argument("--classpath", required=True, help="of Postil")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--warm-up", type=int, default=6)
    parser.add_argument("--steps", type=int, default=80)
    parser.add_argument("--trainer-steps", type=int, default=30, help="of Trainer, whose batches differ little")
    parser.add_argument("--threads", type=int, default=2, help="Postil's native threads; the peers take all cores")
    parser.add_argument("--kinds", default="lora,full")
    options = parser.parse_args()
    kinds = options.kinds.split(",")
    rates = {}
    for seed in range(1, options.rounds + 1):
        for kind in kinds:
            rates.setdefault(f"postil {kind}", []).append(postil(options, kind == "lora", seed))
            for name in PEERS:
                rates.setdefault(f"{name} {kind}", []).append(peer(options, name, kind == "lora", seed))
    ratios = {}
    for kind in kinds:
        for name in PEERS:
            of = [mine / other for mine, other in zip(rates[f"postil {kind}"], rates[f"{name} {kind}"])]
            ratios[f"{kind}: postil / {name}"] = {
                "median": round(statistics.median(of), 2),
                "range": [round(min(of), 2), round(max(of), 2)],
            }
    print(json.dumps({"examples_per_second": rates, "ratios": ratios}, indent=2))


if __name__ == "__main__":
    main()
