package org.liaison.rehearsal.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;

/// A draft as `multipart/form-data` (RFC 7578).
final class Multipart {

    private final String boundary = "liaison-" + UUID.randomUUID();
    private final List<byte[]> parts = new ArrayList<>();

    static Multipart of(Draft draft) {
        Multipart body = new Multipart();
        body.file("form", "form.json", "application/json", draft.form());
        body.field("as", draft.as().toString());
        for (AuthorityCode recipient : draft.to()) body.field("to", recipient.toString());
        draft.caseId().ifPresent(id -> body.field("case", id.toString()));
        body.field("priority", draft.priority().name());
        draft.due().ifPresent(due -> body.field("due", due.toString()));
        draft.handling().forEach(code -> body.field("handling", code.name()));
        for (Attachment file : draft.attachments())
            body.file("attachments", file.name(), file.mediaType(), file.content());
        body.text("--" + body.boundary + "--\r\n");
        return body;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        return BodyPublishers.ofByteArrays(parts);
    }

    private void field(String name, String value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private void file(String name, String fileName, String mediaType, Bytes content) {
        String safeName = fileName.replace("\\", "\\\\").replace("\"", "%22");
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + safeName
                + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n");
        parts.add(content.toArray());
        text("\r\n");
    }

    private void text(String text) {
        parts.add(text.getBytes(StandardCharsets.UTF_8));
    }
}
