package org.liaison.gateway;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// A name for a file on any disk, from a name that somebody far away chose.
final class SafeName {

    private static final int LONGEST = 120;
    /// Names that Windows gives to devices.
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

    private SafeName() {}

    /// Letters, digits, `.`, `-` and `_` of any script stay; everything else becomes `_`. Never empty,
    /// never hidden, never longer than 120 characters, with the ending kept.
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}.\\-_]", "_")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[.\\-]+", "_");
        int dot = plain.lastIndexOf('.');
        String ending = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
        String stem = plain.substring(0, plain.length() - ending.length());
        if (stem.length() + ending.length() > LONGEST) stem = stem.substring(0, LONGEST - ending.length());
        if (stem.isEmpty() || DEVICES.contains(stem.toLowerCase(Locale.ROOT))) stem = stem + "_";
        return (stem + ending).replaceAll("\\.$", "_");
    }
}
