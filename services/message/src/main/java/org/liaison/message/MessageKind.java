package org.liaison.message;

import java.util.regex.Pattern;

/// The code of a kind of message, for example `MLA-REQ` or `REF-DEC`. Which codes exist is casework's to say.
public record MessageKind(String code) implements Comparable<MessageKind> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,4}(-[A-Z0-9]{1,12}){1,3}");

    public MessageKind {
        if (!SHAPE.matcher(code).matches())
            throw new IllegalArgumentException("a kind of message looks like MLA-REQ, not '" + code + "'");
    }

    @Override
    public int compareTo(MessageKind other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
