package dev.koshin.http;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: those that the JDK believes, and those of a bundle in PEM. */
final class Trust {
    private Trust() {}

    /** Without TLS and without a bundle, the JDK's 150 certificates are not even read, which spares 50 ms. */
    static Effect<SSLContext> context(URI base, Optional<Path> bundle) {
        try {
            if (bundle.isPresent()) {
                return with(bundle.get());
            }
            return new Effect.Done<>("http".equalsIgnoreCase(base.getScheme()) ? nobody() : SSLContext.getDefault());
        } catch (GeneralSecurityException | IOException e) {
            String where = bundle.map(Path::toString).orElse("");
            return new Effect.Refused<>(
                    Problem.of(Reason.GITLAB_UNTRUSTED, where, e.getClass().getSimpleName()));
        }
    }

    private static SSLContext nobody() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[0], null);
        return context;
    }

    private static Effect<SSLContext> with(Path bundle) throws GeneralSecurityException, IOException {
        List<Certificate> trusted = new ArrayList<>(read(bundle));
        if (trusted.isEmpty()) {
            return new Effect.Refused<>(Problem.of(Reason.GITLAB_UNTRUSTED, bundle.toString(), "no certificate"));
        }
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                trusted.addAll(Arrays.asList(x509.getAcceptedIssuers()));
            }
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(store(trusted)), null);
        return new Effect.Done<>(context);
    }

    private static List<Certificate> read(Path bundle) throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(bundle)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(pem));
        }
    }

    private static KeyStore store(List<Certificate> trusted) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), trusted.get(i));
        }
        return store;
    }

    /** Without a store: the JDK's. */
    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
