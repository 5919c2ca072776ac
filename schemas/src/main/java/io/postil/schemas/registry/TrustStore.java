package io.postil.schemas.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificates that a registry is trusted by, instead of those of the JDK.
 *
 * @param password may be left out where the file's integrity is not checked
 * @param type JKS or PKCS12
 */
public record TrustStore(Path location, Optional<String> password, String type) {

    private static final Set<String> TYPES = Set.of("JKS", "PKCS12");

    public TrustStore {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException(
                    RegistrySettings.TRUST_STORE_TYPE + ": " + type + " (expected JKS or PKCS12)");
        }
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if the file is not there, is of another type, or the password does not open it
     */
    SSLContext context() {
        try (InputStream in = Files.newInputStream(location)) {
            KeyStore store = KeyStore.getInstance(type);
            store.load(in, password.map(String::toCharArray).orElse(null));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    RegistrySettings.TRUST_STORE + ": " + location + " cannot be read as " + type + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return type + " " + location;
    }
}
