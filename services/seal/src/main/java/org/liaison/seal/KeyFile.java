package org.liaison.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of one holder in one PKCS#12 file. Aliases: `sign` (ECDSA P-256), `sign-pq` (ML-DSA-65), `encrypt`
/// (composite ML-KEM-768 with ECDH P-256, or EC P-256 for the classic suite), `tls`.
///
/// Who reads this file and its password can sign as its holder and read what is sent to it.
public final class KeyFile {

    static final String SIGN = "sign";
    static final String SIGN_PQ = "sign-pq";
    static final String ENCRYPT = "encrypt";

    private final Path file;
    private final Map<String, Entry> entries;

    private KeyFile(Path file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /// One private key with its certificate first, then the issuer's.
    public record Entry(String alias, PrivateKey key, List<X509Certificate> chain) {

        public Entry {
            chain = List.copyOf(chain);
            if (chain.isEmpty()) throw new IllegalArgumentException("a key comes with its certificate");
        }

        X509Certificate certificate() {
            return chain.getFirst();
        }

        @Override
        public String toString() {
            return alias + " [REDACTED]";
        }
    }

    public static KeyFile open(Path p12, Password password) {
        try (InputStream in = Files.newInputStream(p12)) {
            // Bouncy Castle's, because the JDK's own cannot read composite and ML-DSA keys.
            KeyStore store = KeyStore.getInstance("PKCS12", Providers.bouncyCastle());
            store.load(in, password.chars());
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (String alias : java.util.Collections.list(store.aliases()))
                if (store.isKeyEntry(alias)) entries.put(alias, entry(store, alias, password));
            return new KeyFile(p12, Map.copyOf(entries));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyUnreachable("cannot open the key file " + p12 + ": check the file and its password", e);
        }
    }

    /// Writes a key file that only its owner can read.
    public static void save(Path p12, Password password, List<Entry> entries) {
        PrivateFile.write(p12, Pkcs12Writer.write(entries, password));
    }

    public Signer signer() {
        return new FileSigner(entry(SIGN), Optional.ofNullable(entries.get(SIGN_PQ)));
    }

    public Decryptor decryptor() {
        return new FileDecryptor(entry(ENCRYPT));
    }

    /// The certificate under `alias`, without its key.
    public Optional<X509Certificate> certificate(String alias) {
        return Optional.ofNullable(entries.get(alias)).map(Entry::certificate);
    }

    /// The key and its certificates under `alias`; [KeyUnreachable] if the file has none.
    public Entry entry(String alias) {
        Entry entry = entries.get(alias);
        if (entry == null) throw new KeyUnreachable("the key file " + file + " holds no key '" + alias + "'");
        return entry;
    }

    @Override
    public String toString() {
        return "KeyFile " + file + " [REDACTED]";
    }

    private static Entry entry(KeyStore store, String alias, Password password) throws GeneralSecurityException {
        PrivateKey key = (PrivateKey) store.getKey(alias, password.chars());
        Certificate[] chain = store.getCertificateChain(alias);
        return new Entry(
                alias,
                key,
                java.util.Arrays.stream(chain).map(X509Certificate.class::cast).toList());
    }
}
