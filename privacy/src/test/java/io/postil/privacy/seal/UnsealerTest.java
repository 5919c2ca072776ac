package io.postil.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.privacy.seal.SealException.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnsealerTest {
    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] CONTEXT = {9};

    private final KeyRing master = KeyRing.ephemeral();
    private final Map<String, WrappedKey> kept = new HashMap<>();
    private final Unsealer unsealer = new Unsealer(master, id -> Optional.ofNullable(kept.get(id)));

    @Test
    void shouldOpenWhatTheMasterKeySealed() {
        assertThat(unsealer.open(new Sealer(master).seal(PLAIN, CONTEXT), CONTEXT))
                .isEqualTo(PLAIN);
    }

    @Test
    void shouldOpenWhatAConversationsKeySealedByTheNameOfItAlone() {
        var key = keep("c-1");

        assertThat(unsealer.open(key.sealer().seal(PLAIN, CONTEXT), CONTEXT)).isEqualTo(PLAIN);
        assertThat(unsealer.key(key.id()).derive("x", 32)).isEqualTo(key.derive("x", 32));
    }

    @Test
    void shouldSayThatAKeyIsForgotten() {
        var key = keep("c-1");
        var sealed = key.sealer().seal(PLAIN, CONTEXT);
        kept.clear();

        assertThatThrownBy(() -> unsealer.open(sealed, CONTEXT))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FORGOTTEN))
                .hasMessageContaining(key.id());
    }

    @Test
    void shouldNotTakeAMissingMasterKeyForAForgottenOne() {
        var sealed = new Sealer(KeyRing.parse("old: " + "A".repeat(43) + "=", "test")).seal(PLAIN, CONTEXT);

        assertThatThrownBy(() -> unsealer.open(sealed, CONTEXT))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_KEY));
    }

    @Test
    void shouldNotTakeOneConversationsKeyForAnothers() {
        var key = ConversationKey.create();
        kept.put(key.id(), new WrappedKey(WrappedKeys.nameOf("c-2"), wrapped("c-1", key)));

        assertThatThrownBy(() -> unsealer.open(key.sealer().seal(PLAIN, CONTEXT), CONTEXT))
                .isInstanceOf(SealException.class);
    }

    @Test
    void shouldRefuseAMasterKeyNamedLikeAConversations() {
        var line = ConversationKey.create().id() + ": " + "A".repeat(43) + "=";

        assertThatThrownBy(() -> KeyRing.parse(line, "keys.file"))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("line 1");
    }

    private ConversationKey keep(String conversation) {
        var key = ConversationKey.create();
        kept.put(key.id(), new WrappedKey(WrappedKeys.nameOf(conversation), wrapped(conversation, key)));
        return key;
    }

    private byte[] wrapped(String conversation, ConversationKey key) {
        return new WrappedKeys(master).wrap(WrappedKeys.nameOf(conversation), key);
    }
}
