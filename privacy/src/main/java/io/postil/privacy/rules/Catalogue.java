package io.postil.privacy.rules;

import java.util.ArrayList;
import java.util.List;

/** All rules there are, in the order of the reference page. */
final class Catalogue {
    private Catalogue() {}

    static List<Rule> all() {
        var rules = new ArrayList<Rule>();
        rules.addAll(List.of(
                new EmailRule(),
                new SpelledEmailRule(),
                new PhoneRule(),
                Cards.rule(),
                Cards.listed(),
                new IbanRule()));
        rules.addAll(List.of(
                new IpRule(),
                new MacRule(),
                UrlRule.any(),
                UrlRule.withPassword(),
                new DomainRule(),
                new AddressRule(),
                new CornerRule(),
                new PostcodeRule(),
                new VietnameseAddressRule(),
                new TitleRule(),
                new GivenNameRule(),
                new InitialRule(),
                new VietnameseNameRule(),
                new OrganizationRule(),
                new InstitutionRule(),
                new HandleRule(),
                new PlaceRule()));
        rules.addAll(LedNames.rules());
        rules.addAll(SpelledNumberRule.rules());
        rules.addAll(LetteredNumberRule.rules());
        rules.addAll(
                List.of(DateRule.any(), DateRule.ofBirth(), new CoordinatesRule(), new CryptoRule(), new SecretRule()));
        rules.addAll(NationalNumbers.rules());
        rules.addAll(NationalCodes.rules());
        rules.addAll(CompanyNumbers.rules());
        rules.addAll(Labelled.rules());
        rules.addAll(LabelledNumbers.rules());
        rules.addAll(LabelledSecrets.rules());
        return rules;
    }
}
