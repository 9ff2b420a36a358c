package org.liaison.gateway;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.casework.course.Meaning;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;

/// How our values are written into columns and read back.
final class Rows {

    private Rows() {}

    static Timestamp time(Instant instant) {
        return Timestamp.from(instant);
    }

    static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    /// One value of each, to go into a statement as an array: a batch is one statement, not one for each row.
    static <T, V> V[] column(Collection<T> rows, Function<? super T, ? extends V> value, IntFunction<V[]> array) {
        V[] column = array.apply(rows.size());
        int n = 0;
        for (T row : rows) column[n++] = value.apply(row);
        return column;
    }

    /// As [#column], null where there is no value.
    static <T, V> @Nullable V[] optionalColumn(
            Collection<T> rows, Function<? super T, Optional<V>> value, IntFunction<@Nullable V[]> array) {
        @Nullable V[] column = array.apply(rows.size());
        int n = 0;
        for (T row : rows) column[n++] = value.apply(row).orElse(null);
        return column;
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /// The marks of a message, one `name=value` each.
    static String[] marks(Meaning meaning) {
        return meaning.marks().entrySet().stream()
                .map(mark -> mark.getKey() + "=" + mark.getValue())
                .toArray(String[]::new);
    }

    static Map<String, String> marks(Array array) throws SQLException {
        return texts(array).stream()
                .map(mark -> mark.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    static List<AuthorityCode> authorities(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(AuthorityCode::parse)
                .toList();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    static Bytes bytes(ResultSet row, String column) throws SQLException {
        return Bytes.owned(row.getBytes(column));
    }

    static Optional<Bytes> optionalBytes(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Bytes::owned);
    }
}
