package org.liaison.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;

/// The keys that sign checkpoints, held against the public keys that everybody checks them with.
final class LogKeyFile {

    private LogKeyFile() {}

    static LogKeys publicKeys(Path trust) {
        Path file = trust.resolve("log.vkey");
        try {
            return LogKeys.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log's public keys from " + file, e);
        }
    }

    /// A trust folder without witnesses is one of a network that has none.
    static WitnessKeys witnesses(Path trust) {
        Path file = trust.resolve("witnesses.vkeys");
        try {
            return WitnessKeys.parse(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the witnesses' public keys from " + file, e);
        }
    }

    /// The log's name is the one under which its public keys are known.
    static LogSigner signer(HubSettings.KeyAt at, LogKeys known) {
        KeyFile file = KeyFile.open(at.file(), Password.read(at.passwordFile()));
        return LogSigner.ofKeys(known.origin(), pair(file, "ed25519"), pair(file, "ml-dsa"));
    }

    private static KeyPair pair(KeyFile file, String alias) {
        KeyFile.Entry entry = file.entry(alias);
        return new KeyPair(entry.chain().getFirst().getPublicKey(), entry.key());
    }
}
