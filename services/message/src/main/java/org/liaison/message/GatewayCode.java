package org.liaison.message;

import java.util.regex.Pattern;

/// Names a gateway: the program at a national site, for example `gateway-xa`.
public record GatewayCode(String value) implements Comparable<GatewayCode> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public GatewayCode {
        if (!SHAPE.matcher(value).matches())
            throw new IllegalArgumentException(
                    "a gateway's code has 1 to 40 small letters, digits and inner hyphens, not '" + value + "'");
    }

    @Override
    public int compareTo(GatewayCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
