package org.liaison.gateway;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.liaison.auditlog.check.Attestation.Vouch;
import org.liaison.auditlog.check.Cosignature;
import org.liaison.message.Bytes;

/// Cosignatures taken apart, as files that `openssl` reads.
final class WitnessFiles {

    private static final String FOLDER = "witnesses/";

    private final Map<String, Bytes> files;
    private final SortedMap<String, String> lines = new TreeMap<>();

    /// What is added goes into `files`.
    WitnessFiles(Map<String, Bytes> files) {
        this.files = files;
    }

    void add(Vouch vouch) {
        Cosignature line = vouch.line();
        String name = FOLDER + line.witness() + "-" + vouch.treeSize();
        files.put(name + ".pem", Bytes.ofUtf8(Pem.of("PUBLIC KEY", line.key().getEncoded())));
        files.put(name + ".txt", line.message());
        files.put(name + ".sig", line.signature());
        lines.put(
                name,
                "openssl pkeyutl -verify -rawin -pubin -inkey %1$s.pem -sigfile %1$s.sig -in %1$s.txt".formatted(name));
    }

    /// One for each cosignature.
    Iterable<String> lines() {
        return lines.values();
    }
}
