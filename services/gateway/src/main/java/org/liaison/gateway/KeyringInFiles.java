package org.liaison.gateway;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liaison.message.AuthorityCode;
import org.liaison.routes.gateway.Keyring;
import org.liaison.seal.Decryptor;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Signer;

/// The keys of this gateway's authorities, one PKCS#12 file each, opened once at start: a missing key
/// is noticed then, not when an officer presses send.
final class KeyringInFiles implements Keyring {

    private final Map<AuthorityCode, Holding> holdings = new TreeMap<>();

    private record Holding(Signer signer, Decryptor decryptor) {}

    KeyringInFiles(Collection<GatewaySettings.Seat> seats) {
        for (GatewaySettings.Seat seat : seats) {
            KeyFile file =
                    KeyFile.open(seat.keys().file(), Password.read(seat.keys().passwordFile()));
            holdings.put(seat.authority(), new Holding(file.signer(), file.decryptor()));
        }
    }

    @Override
    public Set<AuthorityCode> authorities() {
        return Set.copyOf(holdings.keySet());
    }

    @Override
    public Signer signer(AuthorityCode authority) {
        return holding(authority).signer();
    }

    @Override
    public Decryptor decryptor(AuthorityCode authority) {
        return holding(authority).decryptor();
    }

    private Holding holding(AuthorityCode authority) {
        Holding holding = holdings.get(authority);
        if (holding == null) throw new IllegalArgumentException(authority + " is not at this gateway");
        return holding;
    }
}
