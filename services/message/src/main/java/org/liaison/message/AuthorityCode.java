package org.liaison.message;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names an authority: country, kind and name, written `xa.police.antitrafficking`.
public record AuthorityCode(Country country, AuthorityKind kind, String name) implements Comparable<AuthorityCode> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public AuthorityCode {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException(
                    "an authority's name has 1 to 40 small letters, digits and inner hyphens, not '" + name + "'");
    }

    public static AuthorityCode parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3)
            throw new IllegalArgumentException("an authority is written xa.police.name, not '" + text + "'");
        if (!parts[0].equals(parts[0].toLowerCase(Locale.ROOT)))
            throw new IllegalArgumentException("an authority is written in small letters, not '" + text + "'");
        return new AuthorityCode(
                new Country(parts[0].toUpperCase(Locale.ROOT)), AuthorityKind.ofCode(parts[1]), parts[2]);
    }

    @Override
    public int compareTo(AuthorityCode other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return country.lower() + "." + kind.code() + "." + name;
    }
}
