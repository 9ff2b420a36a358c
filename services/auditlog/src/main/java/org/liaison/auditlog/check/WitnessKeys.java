package org.liaison.auditlog.check;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liaison.message.Country;

/// The public keys of a log's witnesses, as published in `witnesses.vkeys` (C2SP
/// tlog-cosignature, type 0x04), one a line; there may be none. Empty lines and lines that begin
/// with `#` are skipped.
///
/// A witness is called by the code of its gateway, and the State that it speaks for is the end
/// of that code: `gateway-xa` is XA's. The message that a witness signs does not hold its name,
/// so a key under two names would be counted for two: it is refused.
public final class WitnessKeys {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,36}-(?<state>[a-z]{2})");

    private final List<VerifierKey> keys;

    private WitnessKeys(List<VerifierKey> keys) {
        this.keys = List.copyOf(keys);
    }

    public static WitnessKeys parse(String lines) {
        List<VerifierKey> keys = new ArrayList<>();
        Map<PublicKey, String> bearers = new HashMap<>();
        for (String line : lines.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            VerifierKey key = VerifierKey.parse(line);
            if (key.type() != VerifierKey.Type.COSIGNATURE)
                throw new IllegalArgumentException("the key of the witness " + key.name() + " is not of type 4");
            stateOf(key.name());
            String bearer = bearers.putIfAbsent(key.key(), key.name());
            if (bearer != null && !bearer.equals(key.name()))
                throw new IllegalArgumentException(
                        "the witnesses " + bearer + " and " + key.name() + " have the same key");
            keys.add(key);
        }
        return new WitnessKeys(keys);
    }

    /// The State whose witness bears this name.
    public static Country stateOf(String witness) {
        Matcher name = NAME.matcher(witness);
        if (!name.matches())
            throw new IllegalArgumentException(
                    "a witness is called by the code of a gateway that ends in its State, not '" + witness + "'");
        return new Country(name.group("state").toUpperCase(Locale.ROOT));
    }

    /// The names of those who may witness, in order.
    public Set<String> names() {
        return keys.stream().map(VerifierKey::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /// How many States have a witness.
    public long states() {
        return names().stream().map(WitnessKeys::stateOf).distinct().count();
    }

    /// Whether this line is one of them.
    public boolean contains(String line) {
        return keys.contains(VerifierKey.parse(line));
    }

    List<VerifierKey> keys() {
        return keys;
    }
}
