package org.liaison.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The example messages printed in `PROTOCOL.md`: each stands in a fence after a line `<!-- example: name -->`.
final class ProtocolExamples {

    private static final Path PROTOCOL = Path.of("PROTOCOL.md");

    private ProtocolExamples() {}

    static String text() {
        try {
            return Files.readString(PROTOCOL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The example as one line of JSON, the way it travels.
    static Bytes of(String name) {
        Matcher fence = Pattern.compile("<!-- example: " + name + " -->\\s*```json\\n(.*?)```", Pattern.DOTALL)
                .matcher(text());
        if (!fence.find()) throw new IllegalStateException("PROTOCOL.md has no example " + name);
        return Bytes.owned(StrictJson.MAPPER.writeValueAsBytes(StrictJson.MAPPER.readTree(fence.group(1))));
    }
}
