package org.liaison.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret that opens a key file. It prints as nothing.
public final class Password {

    private static final int RANDOM_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String secret;

    private Password(String secret) {
        this.secret = secret;
    }

    public static Password read(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) throw new KeyUnreachable("the password file " + file + " is empty");
            return new Password(secret);
        } catch (IOException e) {
            throw new KeyUnreachable("cannot read the password file " + file, e);
        }
    }

    /// 192 random bits: no key file is ever protected by a password that somebody chose.
    public static Password generate() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    public void write(Path file) {
        PrivateFile.write(file, (secret + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    public char[] chars() {
        return secret.toCharArray();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
