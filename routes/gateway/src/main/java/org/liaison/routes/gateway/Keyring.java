package org.liaison.routes.gateway;

import java.util.Set;
import org.liaison.message.AuthorityCode;
import org.liaison.seal.Decryptor;
import org.liaison.seal.Signer;

/// The keys of the authorities at this gateway.
public interface Keyring {

    Set<AuthorityCode> authorities();

    /// Throws [IllegalArgumentException] for an authority that is not here: callers ask [#authorities] first.
    Signer signer(AuthorityCode authority);

    Decryptor decryptor(AuthorityCode authority);
}
