package org.liaison.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.routes.gateway.Keyring;
import org.liaison.seal.Certificates;

/// Whether the directory agrees with who sits here. Where it does not, others seal to a key that is
/// not ours, or the hub refuses what we send; the operator should hear of it before an officer
/// does.
final class Seating {

    private Seating() {}

    /// One sentence per disagreement; none when all is well.
    static List<String> complaints(Keyring keyring, Directory directory, GatewayCode gateway) {
        List<String> complaints = new ArrayList<>();
        for (AuthorityCode seat : keyring.authorities()) {
            Optional<Authority> listed = directory.authority(seat);
            if (listed.isEmpty()) {
                complaints.add("The directory does not list " + seat + ".");
                continue;
            }
            if (!listed.get().gateway().equals(gateway))
                complaints.add(
                        "The directory places " + seat + " at " + listed.get().gateway() + ", not here.");
            if (!Certificates.encoded(keyring.decryptor(seat).certificate())
                    .equals(listed.get().encryptionCertificate()))
                complaints.add(
                        "The directory lists another encryption certificate for " + seat + " than the one here.");
            if (!listed.get()
                    .signingCertificates()
                    .contains(Certificates.digest(keyring.signer(seat).certificate())))
                complaints.add("The directory does not list the signing certificate of " + seat + " that is here.");
        }
        return complaints;
    }
}
