package org.liaison.message;

/// A file that travels with a form. The name is for people to read; it is never a path.
public record Attachment(String name, String mediaType, Bytes content) {

    public Attachment {
        if (name.isBlank() || name.length() > 200)
            throw new IllegalArgumentException("an attachment's name has 1 to 200 characters");
        if (name.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '/' || c == '\\') || name.startsWith("."))
            throw new IllegalArgumentException(
                    "an attachment's name is a file name, without folders or control characters");
        if (!mediaType.matches("[a-z]+/[a-z0-9.+-]+"))
            throw new IllegalArgumentException("an attachment's media type looks like application/pdf");
    }
}
