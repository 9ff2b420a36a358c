package org.liaison.message;

import java.util.Set;

/// A file that travels with a form. The name is for people to read, as it is written: it is never
/// a path, and nothing in it turns the order of what is shown (Unicode UAX 9; `U+202E` makes a
/// program look like a document).
public record Attachment(String name, String mediaType, Bytes content) {

    /// They join letters in Arabic and Indic scripts and show nothing else.
    private static final Set<Integer> JOINERS = Set.of(0x200c, 0x200d);

    public Attachment {
        if (name.isBlank() || name.length() > 200)
            throw new IllegalArgumentException("an attachment's name has 1 to 200 characters");
        if (name.startsWith(".") || !name.codePoints().allMatch(Attachment::isShown))
            throw new IllegalArgumentException(
                    "an attachment's name is a file name, without folders or characters that cannot be seen");
        if (!mediaType.matches("[a-z]+/[a-z0-9.+-]+"))
            throw new IllegalArgumentException("an attachment's media type looks like application/pdf");
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> JOINERS.contains(c);
            default -> c != '/' && c != '\\';
        };
    }
}
