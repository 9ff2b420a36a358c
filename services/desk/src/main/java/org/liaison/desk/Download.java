package org.liaison.desk;

import java.nio.charset.StandardCharsets;
import org.liaison.message.Bytes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A file that a person saves; the browser never shows it.
final class Download {

    private Download() {}

    static ResponseEntity<byte[]> of(MediaType type, String name, Bytes content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.toArray());
    }
}
