package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Head;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The families of encoders, by what transformers calls them, and one of our own. */
enum Family {
    BERT("bert", "Bert", keys -> new BertKeys(keys).bert()),
    ROBERTA("roberta", "Roberta", keys -> new BertKeys(keys).roberta()),
    CAMEMBERT("camembert", "Camembert", keys -> new BertKeys(keys).roberta()),
    XLM_ROBERTA("xlm-roberta", "XLMRoberta", keys -> new BertKeys(keys).roberta()),
    DISTILBERT("distilbert", "DistilBert", keys -> new BertKeys(keys).distilBert()),
    DEBERTA_V2("deberta-v2", "DebertaV2", keys -> new DebertaKeys(keys).read()),
    MODERNBERT("modernbert", "ModernBert", keys -> new ModernBertKeys(keys).read()),
    STATIC("postil-static", "PostilStatic", keys -> new StaticKeys(keys).read());

    /** Ends of the names of classes without a head for classifying. */
    private static final List<String> BARE = List.of("Model", "ForMaskedLM", "ForPreTraining");

    private final String modelType;
    private final String className;

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    private final Function<ConfigKeys, Encoder> reader;

    Family(String modelType, String className, Function<ConfigKeys, Encoder> reader) {
        this.modelType = modelType;
        this.className = className;
        this.reader = reader;
    }

    /** The family of a configuration that has been read. */
    static Family of(ObjectNode json) {
        return of(new ConfigKeys(Path.of("config.json"), json));
    }

    static Family of(ConfigKeys config) {
        String type = config.text("model_type", "");
        return Arrays.stream(values())
                .filter(family -> family.modelType.equals(type))
                .findFirst()
                .orElseThrow(() -> config.unsupported(
                        "model_type",
                        String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(family -> family.modelType)
                                        .toList())));
    }

    Encoder encoder(ConfigKeys config) {
        return reader.apply(config);
    }

    /** The class that has this head. */
    String architecture(Head head) {
        return className + (head == Head.SEQUENCE ? "ForSequenceClassification" : "ForTokenClassification");
    }

    /** The head of the class that {@code architectures} names; none where it names none. */
    Optional<Head> head(ConfigKeys config) {
        List<String> names = config.texts("architectures");
        if (names.isEmpty() || (names.size() == 1 && BARE.stream().anyMatch(end -> names.contains(className + end)))) {
            return Optional.empty();
        }
        return Arrays.stream(Head.values())
                .filter(head -> names.equals(List.of(architecture(head))))
                .findFirst()
                .or(() -> {
                    throw config.unsupported(
                            "architectures",
                            "one of " + architecture(Head.SEQUENCE) + ", " + architecture(Head.TOKENS) + " and "
                                    + className + "Model");
                });
    }
}
