package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.privacy.Finder;
import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.Masked;
import io.postil.privacy.Masker;
import io.postil.privacy.MaskingException;
import io.postil.privacy.policy.FieldPolicy;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.policy.PolicyFile;
import io.postil.privacy.rules.Rules;
import io.postil.privacy.seal.MemoryConversationKeys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsTest {
    private static final Finder NO_MODEL = text -> List.of();

    private final Masker masker = new Masker(Rules.standard());
    private final MemoryConversationKeys keys = new MemoryConversationKeys();
    private final MemoryInProcess memory = new MemoryInProcess();

    @ParameterizedTest
    @CsvSource({
        "tag, \\[PHONE]",
        "counter, \\[PHONE_1]",
        "redact, ''",
        "'{operator: mask, keepLast: 2}', \\*\\* \\*\\* \\*\\* \\*\\* 34",
        "hash, '\\[PHONE:[0-9a-f]{16}]'",
        "encrypt, '\\[PHONE:[A-Za-z0-9_-]{40,}]'",
        "encrypt-deterministic, '\\[PHONE:[A-Za-z0-9_-]{40,}]'",
        "fpe, '\\d\\d \\d\\d \\d\\d \\d\\d \\d\\d'",
        "surrogate, '\\d\\d \\d\\d \\d\\d \\d\\d \\d\\d'",
        "keep, 06 39 98 12 34",
    })
    void shouldReplaceAsThePolicySays(String operator, String expected) {
        var masked = mask("others: " + operator, "a", "call 06 39 98 12 34");

        assertThat(masked.text()).matches("call " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "encrypt-deterministic", "fpe", "surrogate"})
    void shouldGiveOneValueOnePseudonymWithinAConversationAndNoneAcross(String operator) {
        var one = mask("others: " + operator, "a", "06 39 98 12 34").text();
        var again = mask("others: " + operator, "a", "06 39 98 12 34").text();
        var elsewhere = mask("others: " + operator, "b", "06 39 98 12 34").text();

        assertThat(again).isEqualTo(one);
        assertThat(elsewhere).isNotEqualTo(one);
    }

    @Test
    void shouldCountEachValueOnceWithinAConversation() {
        mask("others: counter", "a", "ada@example.com and bob@example.org");

        var later = mask("others: counter", "a", "BOB@example.org, eve@example.net, ada@example.com");

        assertThat(later.text()).isEqualTo("[EMAIL_2], [EMAIL_3], [EMAIL_1]");
        assertThat(mask("others: counter", "b", "eve@example.net").text()).isEqualTo("[EMAIL_1]");
    }

    @Test
    void shouldNotOpenWhatAForgottenConversationHid() {
        var conversations = conversations("others: encrypt");
        var masked = masker.mask("ada@example.com", List.of(), conversations.of("a"));

        keys.forget("a");

        assertThatThrownBy(() -> conversations.unmasker("a").unmask(masked.text(), Unmasker.places(masked)))
                .isInstanceOf(UnmaskingException.class)
                .hasMessageContaining("no key");
        keys.of("a");
        assertThatThrownBy(() -> conversations.unmasker("a").unmask(masked.text(), Unmasker.places(masked)))
                .isInstanceOf(UnmaskingException.class)
                .hasMessageContaining("EMAIL does not open");
    }

    @Test
    void shouldRefuseATypeThatThePolicyMisses() {
        assertThatThrownBy(() -> mask("types: {EMAIL: tag}", "a", "call 06 39 98 12 34"))
                .isInstanceOf(MaskingException.class)
                .hasMessage("the policy has no entry for PHONE");
    }

    @Test
    void shouldNotTurnBackWhatIsNotReversible() {
        var conversations = conversations("others: hash");
        var masked = masker.mask("ada@example.com", List.of(), conversations.of("a"));

        assertThatThrownBy(() -> conversations.unmasker("a").unmask(masked.text(), Unmasker.places(masked)))
                .isInstanceOf(UnmaskingException.class)
                .hasMessage("a EMAIL was replaced by hash, which cannot be reversed");
    }

    @Test
    void shouldFindANameWhereverItStandsAgain() {
        var text = "Élodie Morvan called. elodie is back, MORVAN too; melodie is not.";

        var masked = masker.mask(
                text, List.of(person(0, 13)), conversations("others: tag").of("a"));

        assertThat(masked.text()).isEqualTo("[PERSON] called. [PERSON] is back, [PERSON] too; melodie is not.");
        assertThat(masked.spans().get(1).finding())
                .extracting(Finding::by, Finding::why)
                .containsExactly("repeat", "found elsewhere in the text");
    }

    @Test
    void shouldFindANameAgainLaterInTheConversationAlone() {
        var conversations = conversations("others: counter");
        var first = conversations.of("a");
        masker.mask("Élvyre Morvan called", List.of(person(0, 13)), first);
        first.remember();

        assertThat(masker.mask("is elvyre morvan there", List.of(), conversations.of("a"))
                        .text())
                .isEqualTo("is [PERSON_1] there");
        assertThat(masker.mask("is elvyre there", List.of(), conversations.of("b"))
                        .text())
                .isEqualTo("is elvyre there");
    }

    @Test
    void shouldNotTakeAWordForANameThatItAlsoIs() {
        var text = "Will Turner will come, Will said";

        var masked = masker.mask(
                text, List.of(person(0, 11)), conversations("others: tag").of("a"));

        assertThat(masked.text()).isEqualTo("[PERSON] will come, [PERSON] said");
    }

    @Test
    void shouldKeepWhatIsAllowedAndMaskWhatIsDenied() {
        var policy = """
                others: tag
                allow: [help@example.com]
                deny: [{text: Blue Heron, type: PROJECT}]
                """;

        var masked = mask(policy, "a", "HELP@example.com knows blue heron, ada@example.com does not");

        assertThat(masked.text()).isEqualTo("HELP@example.com knows [PROJECT], [EMAIL] does not");
    }

    @Test
    void shouldDropWhatIsBelowTheThresholdUnlessAWordSpeaksForIt() {
        var policy = "{others: tag, repeats: false, types: {PERSON: {operator: tag, threshold: 0.5}}}";
        var weak = List.of(
                new Finding("PERSON", 3, 6, 0.4, Source.MODEL, "m"),
                new Finding("PERSON", 14, 17, 0.4, Source.MODEL, "m"));

        var masked =
                masker.mask("Mr Nox and the Nox", weak, conversations(policy).of("a"));

        assertThat(masked.text()).isEqualTo("[TITLE] [PERSON] and the Nox");
    }

    @Test
    void shouldTreatFieldsAsThePolicySays() {
        var policy = PolicyFile.parse("others: tag", "test");
        var conversation = new Conversations(policy, keys, memory).of("a");

        assertThat(conversation.field(new FieldPolicy.Drop(), "x", masker, NO_MODEL))
                .isEmpty();
        assertThat(conversation.field(new FieldPolicy.Keep(), "web", masker, NO_MODEL))
                .contains("web");
        assertThat(conversation.field(new FieldPolicy.Find(), "to ada@example.com", masker, NO_MODEL))
                .contains("to [EMAIL]");
        assertThat(conversation.field(
                        new FieldPolicy.Whole("PERSON", new io.postil.privacy.policy.Operator.Tag()),
                        "Ada",
                        masker,
                        NO_MODEL))
                .contains("[PERSON]");
    }

    @Test
    void shouldAskTheModelAboutFieldsToo() {
        var conversation = conversations("others: tag").of("a");

        var field = conversation.field(new FieldPolicy.Find(), "for Zorblatt", masker, text -> List.of(person(4, 12)));

        assertThat(field).contains("for [PERSON]");
    }

    @Test
    void shouldNeitherKeepAKeyNorRememberWhatIsOfNoConversation() {
        var conversations = conversations("others: hash");

        var one = masker.mask("06 39 98 12 34", List.of(), conversations.alone());
        var other = masker.mask("06 39 98 12 34", List.of(), conversations.alone());

        assertThat(one.text()).matches("\\[PHONE:[0-9a-f]{16}]").isNotEqualTo(other.text());
        assertThat(keys.find("")).isEmpty();
    }

    @Test
    void shouldTurnWholeFieldsBack() {
        var policy = PolicyFile.parse("others: tag\nfields: {speaker: encrypt}", "test");
        var masked = new Conversations(policy, keys, memory)
                .of("a")
                .field(policy.speaker(), "Zorblatt", masker, NO_MODEL)
                .orElseThrow();

        var unmasker = Conversations.unmasker(policy, keys.of("a"));

        assertThat(masked).doesNotContain("Zorblatt");
        assertThat(unmasker.field(policy.speaker(), masked)).isEqualTo("Zorblatt");
        assertThat(policy.isReversible()).isTrue();
    }

    @Test
    void shouldRememberMarksAndNoText() {
        var conversation = conversations("others: tag").of("a");
        masker.mask("Zorblatt called", List.of(person(0, 8)), conversation);
        conversation.remember();

        assertThat(memory.recall("a").toString())
                .doesNotContainIgnoringCase("zorblatt")
                .contains("PERSON");
    }

    @Test
    void shouldSayWhoFoundAValueAndWhereItStandsAgain() {
        var conversation = conversations("others: tag").of("a");

        var masked = masker.mask("Zorblatt called zorblatt", List.of(person(0, 8)), conversation);

        assertThat(masked.spans()).extracting(span -> span.finding().by()).containsExactly("model-1", "repeat");
    }

    @ParameterizedTest
    @CsvSource({
        "tracking: 8841 2207 45, tracking: 8841 2207 45",
        "Suivi no. ZX 8841 2207 45, Suivi no. ZX 8841 2207 45",
        "my order on 8841 2207 45, my order on [PHONE]",
        "of the order: me 8841 2207 45, of the order: me [PHONE]",
    })
    void shouldNotTakeANumberOfAThingForAPhone(String text, String expected) {
        var finding = new Finding("PHONE", text.indexOf('8'), text.length(), 0.9, Source.MODEL, "model-1");

        var masked =
                masker.mask(text, List.of(finding), conversations("others: tag").of("a"));

        assertThat(masked.text()).isEqualTo(expected);
    }

    private Masked mask(String policy, String conversation, String text) {
        var treatment = conversations(policy).of(conversation);
        var masked = masker.mask(text, List.of(), treatment);
        treatment.remember();
        return masked;
    }

    private Conversations conversations(String yaml) {
        Policy policy = PolicyFile.parse(yaml, "test");
        return new Conversations(policy, keys, memory);
    }

    private static Finding person(int start, int end) {
        return new Finding("PERSON", start, end, 0.9, Source.MODEL, "model-1");
    }
}
