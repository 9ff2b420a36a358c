package org.liaison.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a configuration must hold.
final class Given {

    private Given() {}

    /// Names and values in turn: every value must be there.
    static void all(String prefix, @Nullable Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2)
            if (namesAndValues[i + 1] == null)
                throw new IllegalArgumentException(prefix + namesAndValues[i] + " is required");
    }

    /// Spring passes null for an optional key that is absent.
    @SuppressWarnings("NullableOptional")
    static <T> Optional<T> orEmpty(@Nullable Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    static void port(String name, int port) {
        if (port < 0 || port > 65535) throw new IllegalArgumentException(name + " is 0 to 65535, not " + port);
    }

    /// What stands in a small file that only its owner should read.
    static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }
}
