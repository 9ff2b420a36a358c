package org.liaison.seal;

import org.liaison.message.Suite;

/// Which signatures a seal must carry. The examiner demands exactly these: a seal with one taken away or one added is
/// refused, so nobody can bring a hybrid letter down to its weaker half.
public enum Strength {
    /// ECDSA P-256. Slips and evidence: the log's own post-quantum signature protects them for the years to come.
    ECDSA,
    /// ECDSA P-256 and ML-DSA-65, both mandatory. Letters in the hybrid suite, directory and rulebook.
    ECDSA_AND_ML_DSA;

    public static Strength of(Suite suite) {
        return switch (suite) {
            case HYBRID_2026 -> ECDSA_AND_ML_DSA;
            case CLASSIC_2026 -> ECDSA;
        };
    }
}
