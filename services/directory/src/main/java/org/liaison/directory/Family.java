package org.liaison.directory;

import java.util.regex.Pattern;
import org.liaison.message.MessageKind;

/// The kinds of message that serve one purpose, by the letters before the first hyphen: `MLA` of `MLA-REQ`.
public record Family(String code) implements Comparable<Family> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,4}");

    public Family {
        if (!SHAPE.matcher(code).matches())
            throw new IllegalArgumentException("a family of messages is 2 to 4 capital letters such as MLA or REF");
    }

    public static Family of(MessageKind kind) {
        return new Family(kind.code().substring(0, kind.code().indexOf('-')));
    }

    @Override
    public int compareTo(Family other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
