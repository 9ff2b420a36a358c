package org.liaison.directory.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;

/// What a list makes of a directory.
public sealed interface Merge {

    /// The next directory, unsigned. `added` and `changed` name authorities; those that the list does not have stay as
    /// they are.
    record Draft(Directory directory, List<AuthorityCode> added, List<AuthorityCode> changed) implements Merge {}

    /// Nothing is taken from a list with a fault in it.
    record Refused(List<Complaint> complaints) implements Merge {}

    /// Number and validity of the directory to be.
    record Terms(long number, Instant issued, Instant expires) {}

    /// A row whose code the directory knows changes what its columns say and leaves the rest; one with a new code needs
    /// every column that an authority cannot be without.
    /// `next` is what is the same for all: number, and from when to when it holds.
    static Merge into(Directory base, ListingFile format, String text, Terms next) {
        return switch (format.read(text)) {
            case Contents.Illegible(List<Complaint> complaints) -> new Refused(complaints);
            case Contents.Legible(List<Row> rows) -> into(base, rows, next);
        };
    }

    private static Merge into(Directory base, List<Row> rows, Terms next) {
        Map<AuthorityCode, Authority> all = new TreeMap<>();
        base.authorities().forEach(authority -> all.put(authority.code(), authority));
        Map<String, Long> lines = new HashMap<>();
        List<Complaint> complaints = new ArrayList<>();
        List<AuthorityCode> added = new ArrayList<>();
        List<AuthorityCode> changed = new ArrayList<>();
        for (Row row : rows) {
            Long earlier = lines.putIfAbsent(row.text(Column.CODE), row.line());
            if (earlier != null && !row.text(Column.CODE).isEmpty())
                complaints.add(new Complaint(
                        row.line(), Column.CODE.heading(), "line " + earlier + " is about the same authority"));
            Optional<Authority> before = known(base, row);
            Cells cells = new Cells(before.map(Rows::of).map(row::over).orElse(row));
            Optional<Authority> after = new AuthorityReading(cells).read();
            complaints.addAll(cells.complaints());
            after.ifPresent(authority -> {
                if (before.isEmpty()) added.add(authority.code());
                else if (!before.get().equals(authority)) changed.add(authority.code());
                all.put(authority.code(), authority);
            });
        }
        return complaints.isEmpty() ? draft(next, all, added, changed) : new Refused(complaints);
    }

    private static Optional<Authority> known(Directory base, Row row) {
        return base.authorities().stream()
                .filter(authority -> authority.code().toString().equals(row.text(Column.CODE)))
                .findFirst();
    }

    private static Merge draft(
            Terms next, Map<AuthorityCode, Authority> all, List<AuthorityCode> added, List<AuthorityCode> changed) {
        try {
            Directory directory =
                    new Directory(next.number(), next.issued(), next.expires(), List.copyOf(all.values()));
            return new Draft(directory, List.copyOf(added), List.copyOf(changed));
        } catch (IllegalArgumentException e) {
            return new Refused(List.of(new Complaint(0, "", String.valueOf(e.getMessage()))));
        }
    }
}
