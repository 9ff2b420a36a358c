package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.TrustStore;

/// The public keys that a reader believes, from a trust folder: roots and issuers with their
/// revocation lists, the log's keys, its witnesses'.
record BelievedKeys(LogKeys log, WitnessExaminer witnesses, SealExaminer seals) {

    static BelievedKeys in(Path trust) {
        LogKeys log = logKeys(trust);
        Path witnesses = trust.resolve("witnesses.vkeys");
        return new BelievedKeys(
                log,
                new WitnessExaminer(log, WitnessKeys.parse(Files.exists(witnesses) ? read(witnesses) : "")),
                new SealExaminer(TrustStore.load(trust), Duration.ZERO));
    }

    static LogKeys logKeys(Path trust) {
        return LogKeys.parse(read(trust.resolve("log.vkey")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Failed("The public keys in " + file + " cannot be read.");
        }
    }
}
