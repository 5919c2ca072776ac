package io.postil.privacy.rules;

import io.postil.privacy.Types;

/** Addresses of coins: Base58Check (Bitcoin, Litecoin, Dogecoin, Tron), Bech32 and Bech32m (BIP 173, BIP 350), Ethereum's. */
final class CryptoRule implements Rule {
    private static final int LONGEST = 110;
    private static final int ETHEREUM = 42;

    @Override
    public String name() {
        return "crypto";
    }

    @Override
    public String type() {
        return Types.CRYPTO;
    }

    @Override
    public String about() {
        return "addresses of coins in Base58Check or Bech32 with their checksum, and Ethereum's";
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        reading.tokens().forEach((start, end) -> {
            if (end - start <= LONGEST && isAddress(text.substring(start, end))) {
                found.at(start, end, 0.95);
            }
        });
    }

    private static boolean isAddress(String token) {
        return isEthereum(token) || Bech32.isValid(token) || Base58Check.isValid(token);
    }

    private static boolean isEthereum(String token) {
        return token.length() == ETHEREUM
                && token.startsWith("0x")
                && token.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
