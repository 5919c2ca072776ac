package io.postil.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.CheckpointException;
import io.postil.model.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the configurations of the families ask for, beside BERT's. */
final class FamilyConfigTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "deberta-v2 # 'conv_kernel_size':2 # conv_kernel_size: 2 is not supported (expected an odd number)",
                "deberta-v2 # 'conv_kernel_size':3,'conv_act':'xielu' # conv_act: xielu is not supported",
                "deberta-v2 # 'pos_att_type':'c2p|p2p' # pos_att_type: c2p|p2p is not supported (expected c2p or none or p2c)",
                "deberta-v2 # 'pos_att_type':['p2p'] # pos_att_type: [\"p2p\"] is not supported",
                "deberta-v2 # 'norm_rel_ebd':'batch_norm' # norm_rel_ebd: batch_norm is not supported",
                "deberta-v2 # 'pooler_hidden_size':7 # pooler_hidden_size: 7 is not supported (expected 1536)",
                "deberta-v2 # 'position_buckets':1 # position_buckets: 1 is not supported (expected -1 for none, or from 2)",
                "deberta-v2 # 'share_att_key':'yes' # share_att_key: \"yes\", expected true or false",
                "modernbert # 'classifier_pooling':'max' # classifier_pooling: max is not supported (expected cls or mean)",
                "modernbert # 'layer_types':['full_attention'] # layer_types",
                "modernbert # 'rope_scaling':{'factor':2} # rope_scaling",
                "modernbert # 'rope_parameters':{'full_attention':{'rope_type':'yarn'}} # rope_type: yarn is not supported",
                "modernbert # 'rope_parameters':{'rope_theta':5} # rope_parameters",
                "distilbert # 'activation':'xielu' # activation: xielu is not supported",
                "distilbert # 'n_heads':7 # n_heads: 7 is not supported",
                "roberta # 'pad_token_id':null # pad_token_id: null is not supported",
                "roberta # 'max_position_embeddings':2 # max_position_embeddings: 2 is not supported",
                "xlm-roberta # 'position_embedding_type':'relative_key' # position_embedding_type: relative_key is not supported",
                "camembert # 'is_decoder':true # is_decoder: true is not supported"
            })
    void shouldRefuseByNameWhatItDoesNotDo(String family, String keys, String reason) {
        assertThatThrownBy(() -> read(family, "," + keys))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roberta | SEQUENCE | RobertaForSequenceClassification | classifier.out_proj.bias",
                "camembert | TOKENS | CamembertForTokenClassification | classifier.bias",
                "xlm-roberta | TOKENS | XLMRobertaForTokenClassification | classifier.bias",
                "distilbert | SEQUENCE | DistilBertForSequenceClassification | pre_classifier.bias",
                "deberta-v2 | SEQUENCE | DebertaV2ForSequenceClassification | pooler.dense.bias",
                "modernbert | TOKENS | ModernBertForTokenClassification | head.norm.weight"
            })
    void shouldCallHeadsAsTransformersDoes(String family, Head head, String architecture, String tensor)
            throws IOException {
        ModelConfig config = read(family, "").with(head, List.of("a", "b"));

        assertThat(config.json().path("architectures").path(0).asText()).isEqualTo(architecture);
        assertThat(config.slots().stream().map(slot -> config.encoder().fullName(slot.name())))
                .contains(tensor);
    }

    @Test
    void shouldReadOldAndNewNamesOfRotations() throws IOException {
        ModernBertEncoder old = (ModernBertEncoder)
                read("modernbert", ",'global_rope_theta':5,'local_rope_theta':7,'global_attn_every_n_layers':2")
                        .encoder();
        ModernBertEncoder today = (ModernBertEncoder) read(
                        "modernbert",
                        ",'rope_parameters':{'full_attention':{'rope_theta':5},'sliding_attention':{'rope_theta':7}}")
                .encoder();

        assertThat(old.rotation()).isEqualTo(today.rotation()).isEqualTo(new ModernBertEncoder.Rotation(5, 7));
        assertThat(old.localLayers()).startsWith(false, true, false, true);
        assertThat(today.localLayers()).startsWith(false, true, true, false);
    }

    private ModelConfig read(String family, String keys) throws IOException {
        String json = "{'model_type':'" + family + "'" + keys + "}";
        return ConfigFile.read(Files.writeString(folder.resolve("config.json"), json.replace('\'', '"')));
    }
}
