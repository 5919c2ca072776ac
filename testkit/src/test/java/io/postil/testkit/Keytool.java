package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate for localhost and stores that trust it, made with the JDK's keytool in a folder. */
final class Keytool {

    static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path keys;

    Keytool(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.keys = folder.resolve("keys.p12");
        run(
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-alias",
                "registry",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2");
        run("-exportcert", "-keystore", keys.toString(), "-alias", "registry", "-file", certificate());
    }

    /** A store of the type that trusts the certificate. */
    Path trustStore(String type) throws IOException, InterruptedException {
        Path store = folder.resolve("trust." + type);
        run(
                "-importcert",
                "-noprompt",
                "-keystore",
                store.toString(),
                "-storetype",
                type,
                "-alias",
                "registry",
                "-file",
                certificate());
        return store;
    }

    /** What a server shows the certificate with. */
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private String certificate() {
        return folder.resolve("registry.cer").toString();
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
