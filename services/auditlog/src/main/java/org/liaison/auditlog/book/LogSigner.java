package org.liaison.auditlog.book;

import java.security.KeyPair;
import org.liaison.message.Bytes;

/// Signs the log's checkpoints. Whoever controls it can show different logs to different people, until they
/// compare.
public interface LogSigner {

    /// The log's name: the first line of each checkpoint and the key name of each signature.
    String origin();

    /// The signed note (C2SP signed-note) over the text of a checkpoint.
    Bytes sign(Bytes noteText);

    /// A signer with two keys: an Ed25519 line for every reader of signed notes, and an ML-DSA-44 line that a
    /// quantum computer cannot forge.
    static LogSigner ofKeys(String origin, KeyPair ed25519, KeyPair mlDsa) {
        return new KeyPairSigner(origin, ed25519, mlDsa);
    }
}
