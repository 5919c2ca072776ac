package io.postil.trainer.intake;

import io.postil.schemas.Example;
import io.postil.schemas.Receipt;

/** What the intake tells the world. */
sealed interface Outcome {

    /** Of the record that is written. */
    String key();

    /** An example to write, new or in the place of one. */
    record Learned(Example example) implements Outcome {
        @Override
        public String key() {
            return ExampleKey.of(example.getUtteranceId(), example.getTask());
        }
    }

    /** A key that an example is sealed with. */
    record Kept(FreshKey fresh) implements Outcome {
        @Override
        public String key() {
            return fresh.key().id();
        }
    }

    /** A correction's fate. */
    record Told(Receipt receipt) implements Outcome {
        @Override
        public String key() {
            return receipt.getCorrectionId();
        }
    }
}
