package org.liaison.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.liaison.console.port.Certificates;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Unproven;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that runs out: roots, issuers and revocation lists from the trust folder, the hub's
/// own keys, the encryption certificates in the directory, and the signing certificates as they
/// last came with a slip or evidence, for the directory lists their digests only. Looked up again
/// every ten minutes; to these come those that gateways report of themselves.
final class CertificateCalendar implements Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateCalendar.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int ENTRIES = 2_000;

    private final HubSettings settings;
    private final Supplier<Optional<Directory>> directory;
    private final LastEntries entries;
    private final Supplier<List<Expiry>> reported;
    private final InstantSource clock;
    private List<Expiry> last = List.of();
    private Instant looked = Instant.EPOCH;

    /// The newest entries of the log, for their certificates.
    interface LastEntries {
        List<Entry> newest(int many);
    }

    CertificateCalendar(
            HubSettings settings,
            Supplier<Optional<Directory>> directory,
            LastEntries entries,
            Supplier<List<Expiry>> reported,
            InstantSource clock) {
        this.settings = settings;
        this.directory = directory;
        this.entries = entries;
        this.reported = reported;
        this.clock = clock;
    }

    @Override
    public List<Expiry> all() {
        List<Expiry> all = new ArrayList<>(lookedUp());
        all.addAll(reported.get());
        all.sort(Comparator.comparing(Expiry::until).thenComparing(Expiry::holder));
        return all;
    }

    private synchronized List<Expiry> lookedUp() {
        Instant now = clock.instant();
        if (looked.plus(FRESH).isAfter(now)) return last;
        List<Expiry> all = new ArrayList<>();
        all.addAll(inFolder("roots", What.ROOT));
        all.addAll(inFolder("issuers", What.ISSUER));
        all.addAll(lists());
        all.addAll(own());
        directory.get().ifPresent(known -> {
            known.authorities().forEach(authority -> all.add(encryption(authority)));
            all.addAll(signing(known));
        });
        last = List.copyOf(all);
        looked = now;
        return last;
    }

    private List<Expiry> inFolder(String name, What what) {
        List<Expiry> found = new ArrayList<>();
        for (Path file : files(name))
            for (X509Certificate certificate : org.liaison.seal.Certificates.readPem(file))
                found.add(expiry(what, certificate.getSubjectX500Principal().getName(), certificate));
        return found;
    }

    /// Of each issuer the list that lasts longest.
    private List<Expiry> lists() {
        Map<String, Expiry> newest = new TreeMap<>();
        for (Path file : files("crl")) {
            try (InputStream in = Files.newInputStream(file)) {
                X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
                if (list.getNextUpdate() == null) continue;
                String issuer = list.getIssuerX500Principal().getName();
                newest.merge(
                        issuer,
                        new Expiry(
                                What.REVOCATION_LIST,
                                issuer,
                                file.getFileName().toString(),
                                list.getThisUpdate().toInstant(),
                                list.getNextUpdate().toInstant()),
                        (one, other) -> one.until().isBefore(other.until()) ? other : one);
            } catch (IOException | GeneralSecurityException e) {
                LOG.warn("{} is no revocation list that can be shown: {}", file, e.toString());
            }
        }
        return List.copyOf(newest.values());
    }

    private List<Expiry> own() {
        List<Expiry> own = new ArrayList<>();
        for (HubSettings.KeyAt at : List.of(
                settings.keys().evidence(),
                settings.keys().tls(),
                settings.log().key())) {
            KeyFile file = KeyFile.open(at.file(), Password.read(at.passwordFile()));
            for (String alias : List.of("sign", "sign-pq", "tls", "ed25519", "ml-dsa"))
                file.certificate(alias)
                        .ifPresent(certificate -> own.add(
                                expiry(What.HUB_KEY, at.file().getFileName() + " (" + alias + ")", certificate)));
        }
        return own;
    }

    private static Expiry encryption(Authority authority) {
        return expiry(
                What.ENCRYPTION,
                authority.code().toString(),
                org.liaison.seal.Certificates.read(authority.encryptionCertificate()));
    }

    private List<Expiry> signing(Directory known) {
        Map<Digest, String> holders = new HashMap<>();
        for (Authority authority : known.authorities())
            authority
                    .signingCertificates()
                    .forEach(digest -> holders.put(digest, authority.code().toString()));
        List<Expiry> found = new ArrayList<>();
        Set<Digest> seen = new HashSet<>();
        for (Entry entry : entries.newest(ENTRIES)) {
            Optional<Bytes> signed = entry.slip().isPresent() ? entry.slip() : entry.evidence();
            if (signed.isEmpty()) continue;
            for (X509Certificate certificate : Unproven.certificates(signed.get())) {
                Digest digest = org.liaison.seal.Certificates.digest(certificate);
                String holder = holders.get(digest);
                if (holder != null && seen.add(digest)) found.add(expiry(What.SIGNING, holder, certificate));
            }
        }
        return found;
    }

    private static Expiry expiry(What what, String holder, X509Certificate certificate) {
        return new Expiry(
                what,
                holder,
                certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private List<Path> files(String folder) {
        List<Path> files = new ArrayList<>();
        Path in = settings.trust().resolve(folder);
        if (!Files.isDirectory(in)) return files;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(in, "*.{pem,crl}")) {
            found.forEach(files::add);
        } catch (IOException e) {
            LOG.warn("{} cannot be listed: {}", in, e.toString());
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }
}
