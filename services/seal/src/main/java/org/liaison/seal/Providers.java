package org.liaison.seal;

import java.security.Provider;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// The one place that chooses who computes. Bouncy Castle for everything it alone can do; Conscrypt, where its native
/// library loads, for signatures and AES-GCM, several times faster; the JDK for digests.
final class Providers {

    private static final Provider BOUNCY_CASTLE = registered();
    private static final Provider DIGESTS = present("SUN");
    private static final Provider FAST = conscryptOr(BOUNCY_CASTLE);
    private static final Provider CONTENT = conscryptOr(present("SunJCE"));

    private Providers() {}

    static Provider bouncyCastle() {
        return BOUNCY_CASTLE;
    }

    static Provider digests() {
        return DIGESTS;
    }

    static Provider signatures() {
        return FAST;
    }

    static Provider contentEncryption() {
        return CONTENT;
    }

    /// Composite keys work only when Bouncy Castle is installed for the whole program; last, so that nothing else
    /// changes.
    private static synchronized Provider registered() {
        Provider present = Security.getProvider(BouncyCastleProvider.PROVIDER_NAME);
        if (present != null) return present;
        Provider bouncyCastle = new BouncyCastleProvider();
        Security.addProvider(bouncyCastle);
        return bouncyCastle;
    }

    private static Provider present(String name) {
        Provider provider = Security.getProvider(name);
        if (provider == null) throw new IllegalStateException("this Java platform lacks the provider " + name);
        return provider;
    }

    /// By name, because Conscrypt is optional at run time and absent at compile time.
    private static Provider conscryptOr(Provider fallback) {
        if (Boolean.getBoolean("liaison.seal.pure-java")) return fallback;
        try {
            return Class.forName("org.conscrypt.OpenSSLProvider")
                    .asSubclass(Provider.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return fallback;
        }
    }
}
