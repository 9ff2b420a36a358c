package org.liaison.certs;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.regex.Pattern;

/// The serial number of a certificate, written in hexadecimal as other tools print it.
public record Serial(BigInteger value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Fa-f]{1,40}");
    private static final int RANDOM_BITS = 120;

    public Serial {
        if (value.signum() <= 0) throw new IllegalArgumentException("a serial number is greater than zero");
    }

    public static Serial of(X509Certificate certificate) {
        return new Serial(certificate.getSerialNumber());
    }

    public static Serial parse(String text) {
        String digits = text.replace(":", "");
        if (!SHAPE.matcher(digits).matches())
            throw new IllegalArgumentException("a serial number is hexadecimal, not '" + text + "'");
        return new Serial(new BigInteger(digits, 16));
    }

    /// Unpredictable, so that nobody can prepare a colliding certificate; the top bit keeps all of one length.
    static Serial random() {
        return new Serial(new BigInteger(RANDOM_BITS, new SecureRandom()).setBit(RANDOM_BITS));
    }

    @Override
    public String toString() {
        String digits = value.toString(16);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }
}
