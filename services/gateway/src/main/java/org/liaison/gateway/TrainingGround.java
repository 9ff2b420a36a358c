package org.liaison.gateway;

import java.util.regex.Pattern;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;

/// Where training may happen: only where nobody is real. ISO 3166-1 leaves AA, QM to QZ, XA to
/// XZ and ZZ to its users; no State has them.
final class TrainingGround {

    private static final Pattern NO_STATES = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");

    private TrainingGround() {}

    /// Throws [GatewayUnfit] if a gateway for training could write to somebody real.
    static void check(Directory directory) {
        for (Authority authority : directory.authorities())
            if (!isNobodyReal(authority.code()))
                throw new GatewayUnfit("gateway.desk.training is set, but the directory names " + authority.code()
                        + ", which is no fictional authority. Training needs a directory of fictional countries.");
    }

    static boolean isNobodyReal(AuthorityCode authority) {
        return NO_STATES.matcher(authority.country().code()).matches();
    }
}
