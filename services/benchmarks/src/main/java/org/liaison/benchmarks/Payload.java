package org.liaison.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What each message says: a sample form of the demo, and the attachment that it names, filled up with noise to the
/// size that is measured.
record Payload(MessageKind kind, Bytes form, List<Attachment> attachments) {

    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    Payload {
        attachments = List.copyOf(attachments);
    }

    /// `form` is the name of a resource under `demo/`.
    static Payload of(String form, int bytes) {
        Bytes content = resource("/demo/" + form);
        JsonNode json = JsonMapper.shared().readTree(content.toArray());
        String name = json.path("attachments").path(0).path("file").asString();
        return new Payload(
                new MessageKind(json.path("kind").asString()),
                content,
                List.of(new Attachment(name, "application/pdf", noise(bytes - content.size()))));
    }

    int size() {
        return form.size()
                + attachments.stream().mapToInt(file -> file.content().size()).sum();
    }

    private static Bytes noise(int size) {
        if (size < PDF.length) throw new IllegalArgumentException("a payload is larger than its form");
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy(PDF, 0, content, 0, PDF.length);
        return Bytes.owned(content);
    }

    private static Bytes resource(String path) {
        try (InputStream in = Payload.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("the sample form " + path + " is missing from the program");
            return Bytes.owned(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
