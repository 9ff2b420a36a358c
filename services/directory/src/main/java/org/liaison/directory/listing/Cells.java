package org.liaison.directory.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The cells of one row as they are read: each that cannot be is a complaint at its column, and
/// reading goes on, so that whoever made the list sees all that is wrong with it at once.
final class Cells {

    private final Row row;
    private final List<Complaint> complaints = new ArrayList<>();

    Cells(Row row) {
        this.row = row;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    String text(Column column) {
        return row.text(column);
    }

    /// A text of which the type that takes it says whether it is right.
    String text(Column column, Function<String, ?> trial) {
        if (!row.text(column).isEmpty()) parse(column, row.text(column), trial);
        return row.text(column);
    }

    /// A cell that must not be empty.
    <T> @Nullable T read(Column column, Function<String, T> reading) {
        if (row.text(column).isEmpty()) {
            complain(column, "this must not be empty");
            return null;
        }
        return parse(column, row.text(column), reading);
    }

    <T> Optional<T> optional(Column column, Function<String, T> reading) {
        return row.text(column).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(parse(column, row.text(column), reading));
    }

    <T> List<T> list(Column column, Function<String, T> reading) {
        List<T> values = new ArrayList<>();
        for (String text : row.list(column)) {
            @Nullable T value = parse(column, text, reading);
            if (value != null) values.add(value);
        }
        return values;
    }

    <T> Set<T> set(Column column, Function<String, T> reading) {
        List<T> values = list(column, reading);
        Set<T> set = new HashSet<>(values);
        if (set.size() != values.size()) complain(column, "something is listed twice");
        return set;
    }

    /// What several cells make together; what is still wrong then is wrong at `column`.
    <T> @Nullable T whole(Column column, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            complain(column, String.valueOf(e.getMessage()));
            return null;
        }
    }

    void complain(Column column, String sentence) {
        complaints.add(new Complaint(row.line(), column.heading(), sentence));
    }

    private <T> @Nullable T parse(Column column, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (RuntimeException e) {
            complain(column, sentence(column, e));
            return null;
        }
    }

    /// Where the type's own sentence would quote the cell, or be none.
    private static String sentence(Column column, RuntimeException e) {
        return switch (column) {
            case CODE -> "an authority's code looks like xa.police.antitrafficking";
            case GATEWAY -> "a gateway's code has small letters, digits and inner hyphens, such as gateway-xa";
            case ACCEPTS -> "a kind of message looks like MLA-REQ";
            case MAX_CONTENT_BYTES -> "this is a whole number of bytes";
            case SUITE -> "a suite is hybrid-2026 or classic-2026";
            case SIGNING_CERTIFICATES -> "a digest is 64 small hexadecimal digits";
            case ENCRYPTION_CERTIFICATE -> "this is a certificate in DER, written in base64";
            default -> String.valueOf(e.getMessage());
        };
    }

    static <E extends Enum<E>> Function<String, E> constant(E[] all) {
        return name -> {
            for (E one : all) if (one.name().equals(name)) return one;
            throw new IllegalArgumentException("this is one of "
                    + String.join(", ", List.of(all).stream().map(Enum::name).toList()));
        };
    }

    static Boolean yes(String text) {
        if (text.equals(Rows.YES)) return true;
        if (text.equals(Rows.NO)) return false;
        throw new IllegalArgumentException("this is yes or no");
    }
}
