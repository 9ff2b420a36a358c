package org.liaison.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;

/// A form and its kind, from a file.
record Sheaf(MessageKind kind, Bytes bytes) {

    /// What was typed, if it is the id of a message and not the name of a file.
    static Optional<MessageId> message(String typed) {
        try {
            return Optional.of(MessageId.parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Sheaf form(Path file) {
        Bytes bytes = bytes(file);
        try {
            String kind =
                    StrictJson.MAPPER.readTree(bytes.toArray()).path("kind").asString("");
            return new Sheaf(new MessageKind(kind), bytes);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Failed("The file " + file + " is not a form: it is not JSON with a field \"kind\".");
        }
    }

    static Bytes bytes(Path file) {
        try {
            return Bytes.owned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageError("The file cannot be read: " + file);
        }
    }
}
