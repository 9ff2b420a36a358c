package org.liaison.gateway;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liaison.auditlog.check.Cosignature;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.auditlog.check.Witnessing;
import org.liaison.message.Bytes;
import org.liaison.message.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who witnessed what of the audit log, as far as this gateway found it itself.
final class Witnesses {

    private final JdbcClient database;
    private final String origin;
    private final Terms terms;

    /// Whether anybody looks at all, and of how many States witnesses must have cosigned.
    record Terms(boolean looking, int states) {}

    Witnesses(JdbcClient database, String origin, Terms terms) {
        this.database = database;
        this.origin = origin;
        this.terms = terms;
    }

    /// A witness's newest cosigned checkpoint.
    record Seen(String witness, long size, Instant at, Bytes note) {

        String state() {
            return WitnessKeys.stateOf(witness).code();
        }
    }

    /// Keeps what each witness cosigned, of a checkpoint that the log was found to have grown
    /// out of.
    void note(Witnessing.Cosigned cosigned, Bytes note) {
        for (Cosignature by : cosigned.by())
            database.sql("insert into log_witnesses (origin, witness, size, cosigned_at, note) values (?, ?, ?, ?, ?)"
                            + " on conflict (origin, witness) do update set size = excluded.size,"
                            + " cosigned_at = excluded.cosigned_at, note = excluded.note"
                            + " where log_witnesses.size < excluded.size")
                    .params(origin, by.witness(), cosigned.size(), Rows.time(by.at()), note.toArray())
                    .update();
    }

    List<Seen> seen() {
        return database.sql("select witness, size, cosigned_at, note from log_witnesses where origin = ?"
                        + " order by size, witness")
                .param(origin)
                .query((row, n) -> new Seen(
                        row.getString("witness"),
                        row.getLong("size"),
                        Rows.instant(row, "cosigned_at"),
                        Rows.bytes(row, "note")))
                .list();
    }

    /// How many entries witnesses of enough States have followed.
    long reach() {
        SortedMap<String, Long> furthest = new TreeMap<>();
        for (Seen one : seen()) furthest.merge(one.state(), one.size(), Math::max);
        return furthest.values().stream()
                .sorted(Comparator.reverseOrder())
                .skip(terms.states() - 1L)
                .findFirst()
                .orElse(0L);
    }

    /// Who vouches for an entry, and for which States; for none while these are too few.
    record Vouching(SortedSet<String> states, List<Seen> by) {}

    /// Those who vouch for the entry that this receipt opens: their trees hold it, and the tree of
    /// the receipt is the beginning, or the continuation, of each of theirs. Absent where this
    /// gateway does not read the published log.
    Optional<Vouching> of(Wire.Receipt receipt) {
        if (!terms.looking()) return Optional.empty();
        List<Seen> by = by(receipt);
        SortedSet<String> states = by.stream().map(Seen::state).collect(Collectors.toCollection(TreeSet::new));
        return Optional.of(new Vouching(states.size() < terms.states() ? new TreeSet<>() : states, by));
    }

    private List<Seen> by(Wire.Receipt receipt) {
        if (!stands(receipt)) return List.of();
        return seen().stream()
                .filter(one -> receipt.proof().index() < one.size())
                .toList();
    }

    private boolean stands(Wire.Receipt receipt) {
        return database.sql("select stands from checkpoints where origin = ? and size = ?")
                .params(origin, receipt.proof().treeSize())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
