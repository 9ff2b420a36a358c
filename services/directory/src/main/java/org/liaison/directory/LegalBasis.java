package org.liaison.directory;

import java.util.Optional;
import java.util.regex.Pattern;

/// The treaty or law on which authorities write to each other, by its code:
///
/// - `UNTOC+TIP` the UN Convention against Transnational Organized Crime with its Trafficking in Persons Protocol
/// - `CoE197` the Council of Europe Convention on Action against Trafficking in Human Beings
/// - `ETS30`, `ETS30+AP1`, `ETS30+AP2`, `ETS30+AP1+AP2` the European Convention on Mutual Assistance and its protocols
/// - `BILATERAL:<id>` a treaty between two States, by the id they gave it
/// - `EIO` the European Investigation Order (Directive 2014/41/EU)
/// - `FREEZE1805` freezing and confiscation orders (Regulation (EU) 2018/1805)
/// - `RECIPROCITY` an assurance to do the same in return
public record LegalBasis(String code) implements Comparable<LegalBasis> {

    private static final Pattern SHAPE = Pattern.compile("UNTOC\\+TIP|CoE197|ETS30(\\+AP1)?(\\+AP2)?"
            + "|BILATERAL:[A-Z0-9][A-Z0-9.-]{0,63}|EIO|FREEZE1805|RECIPROCITY");

    public LegalBasis {
        if (!SHAPE.matcher(code).matches())
            throw new IllegalArgumentException("a legal basis is UNTOC+TIP, CoE197, ETS30 (+AP1, +AP2), BILATERAL:id,"
                    + " EIO, FREEZE1805 or RECIPROCITY");
    }

    /// The legal basis that somebody names; empty when it is none. What is wrong with it is for others to say.
    public static Optional<LegalBasis> named(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LegalBasis(text)) : Optional.empty();
    }

    @Override
    public int compareTo(LegalBasis other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
