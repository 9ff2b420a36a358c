package org.liaison.message;

import java.util.Locale;
import java.util.regex.Pattern;

/// An ISO 3166-1 alpha-2 code, upper case.
public record Country(String code) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}");

    public Country {
        if (!SHAPE.matcher(code).matches())
            throw new IllegalArgumentException(
                    "a country is two capital letters (ISO 3166-1 alpha-2), not '" + code + "'");
    }

    String lower() {
        return code.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return code;
    }
}
