package org.liaison.message;

import java.util.regex.Pattern;

/// Names a case: `<ISO 3166 alpha-2>-<family>-<year>-<sequence>`, for example `XC-REF-2026-000017`. Never carries a
/// person's data.
public record CaseId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}-[A-Z]{3}-[0-9]{4}-[0-9]{6,10}");

    public CaseId {
        if (!SHAPE.matcher(value).matches())
            throw new IllegalArgumentException("a case id looks like XC-REF-2026-000017, not '" + value + "'");
    }

    public static CaseId of(Country country, String family, int year, long sequence) {
        return new CaseId("%s-%s-%04d-%06d".formatted(country.code(), family, year, sequence));
    }

    public Country country() {
        return new Country(value.substring(0, 2));
    }

    /// The family of messages the case belongs to: `REF`, `MLA`, ...
    public String family() {
        return value.substring(3, 6);
    }

    @Override
    public String toString() {
        return value;
    }
}
