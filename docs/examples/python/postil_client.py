"""Speaks to Postil from Python: sends messages and corrections, reads annotations and receipts.

Plain confluent-kafka; nothing of Postil's is needed. The schemas come from the registry.

    python postil_client.py --bootstrap localhost:9092 --registry http://localhost:8081/apis/ccompat/v7 annotations --count 5
"""

import argparse
import json
import sys
import time
import uuid
from datetime import datetime, timezone

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

LARGEST_REQUEST_BYTES = 16 * 1024 * 1024


def send(arguments, topic, key, value):
    """Writes one record and waits until the broker has it."""
    registry = SchemaRegistryClient({"url": arguments.registry})
    # The subjects are there already (`postil topics create` or `postil local`); a client only looks them up.
    serializer = AvroSerializer(registry, conf={"auto.register.schemas": False, "use.latest.version": True})
    context = SerializationContext(topic, MessageField.VALUE)
    producer = Producer(
        {
            "bootstrap.servers": arguments.bootstrap,
            "enable.idempotence": True,
            "message.max.bytes": LARGEST_REQUEST_BYTES,
            # As the Java clients place keys, so that all producers put a conversation on the same partition.
            "partitioner": "murmur2_random",
        }
    )
    failures = []
    producer.produce(
        topic,
        key=key.encode("utf-8"),
        value=serializer(value, context),
        on_delivery=lambda error, _: failures.append(error) if error else None,
    )
    producer.flush(30)
    if failures or len(producer):
        raise KafkaException(failures[0] if failures else KafkaError(KafkaError._TIMED_OUT))


def read(arguments, topic, accept=lambda record: True):
    """Yields (key, record) of a topic from its beginning, up to --count of those that are accepted."""
    registry = SchemaRegistryClient({"url": arguments.registry})
    deserializer = AvroDeserializer(registry)
    context = SerializationContext(topic, MessageField.VALUE)
    consumer = Consumer(
        {
            "bootstrap.servers": arguments.bootstrap,
            "group.id": arguments.group or f"postil-python-{uuid.uuid4()}",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": arguments.group is not None,
            # Annotations are written in transactions; without this, those of an aborted one would be seen too.
            "isolation.level": "read_committed",
            "fetch.message.max.bytes": LARGEST_REQUEST_BYTES,
        }
    )
    consumer.subscribe([topic])
    deadline = time.monotonic() + arguments.seconds
    found = 0
    try:
        while found < arguments.count and time.monotonic() < deadline:
            message = consumer.poll(0.5)
            if message is None:
                continue
            if message.error():
                raise KafkaException(message.error())
            record = deserializer(message.value(), context)
            if accept(record):
                found += 1
                yield (message.key() or b"").decode("utf-8", "replace"), record
    finally:
        consumer.close()
    if found < arguments.count:
        sys.exit(f"{found} of {arguments.count} within {arguments.seconds:g} s")


def show(record):
    print(json.dumps(record, ensure_ascii=False, default=str), flush=True)


def utter(arguments):
    utterance = {
        "id": str(uuid.uuid4()),
        "conversationId": arguments.conversation,
        "text": arguments.text,
        "textPair": arguments.pair,
        "language": arguments.language,
        "sentAt": datetime.now(timezone.utc),
    }
    send(arguments, arguments.prefix + "utterances", arguments.conversation or utterance["id"], utterance)
    show({"id": utterance["id"]})


def correct(arguments):
    correction = {
        "id": str(uuid.uuid4()),
        "utteranceId": arguments.utterance,
        "task": arguments.task,
        "label": arguments.label,
        "annotator": arguments.annotator,
        "submittedAt": datetime.now(timezone.utc),
    }
    send(arguments, arguments.prefix + "feedback", arguments.utterance, correction)
    show({"id": correction["id"]})


def annotations(arguments):
    wanted = arguments.utterance
    for _, annotation in read(
        arguments, arguments.prefix + "annotations", lambda a: wanted is None or a["utteranceId"] == wanted
    ):
        show(annotation)


def receipts(arguments):
    for _, receipt in read(
        arguments, arguments.prefix + "receipts", lambda r: r["correctionId"] == arguments.correction
    ):
        show(receipt)


def main():
    parser = argparse.ArgumentParser(description="Speaks to Postil from Python.")
    parser.add_argument("--bootstrap", default="localhost:9092")
    parser.add_argument("--registry", default="http://localhost:8081/apis/ccompat/v7")
    parser.add_argument("--prefix", default="postil.")
    commands = parser.add_subparsers(required=True)

    reading = argparse.ArgumentParser(add_help=False)
    reading.add_argument("--count", type=int, default=1, help="how many to wait for (1)")
    reading.add_argument("--seconds", type=float, default=30, help="how long to wait (30)")
    reading.add_argument("--group", help="go on where this consumer group stopped, instead of at the beginning")

    command = commands.add_parser("utter", help="send a message")
    command.add_argument("text")
    command.add_argument("--pair", help="the hypothesis, where the text is a premise")
    command.add_argument("--conversation")
    command.add_argument("--language")
    command.set_defaults(run=utter)

    command = commands.add_parser("annotations", parents=[reading], help="read annotations")
    command.add_argument("--utterance", help="only of this utterance")
    command.set_defaults(run=annotations)

    command = commands.add_parser("correct", help="send a correction")
    command.add_argument("utterance")
    command.add_argument("label")
    command.add_argument("--task", default="dialogue-act")
    command.add_argument("--annotator", default="python")
    command.set_defaults(run=correct)

    command = commands.add_parser("receipts", parents=[reading], help="read what became of a correction")
    command.add_argument("correction")
    command.set_defaults(run=receipts)

    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
