package org.liaison.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.witness.Head;
import org.liaison.auditlog.witness.Memory;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What this gateway remembers of one log: the last head it looked at, and the checkpoints under
/// which it got receipts.
final class LogMemory implements Memory {

    /// One look at a time is enough for what came since the last; a backlog is worked off look
    /// by look.
    private static final int AT_ONCE = 200;

    private final JdbcClient database;
    private final String origin;

    LogMemory(JdbcClient database, String origin) {
        this.database = database;
        this.origin = origin;
    }

    @Override
    public Optional<Head> last() {
        return database.sql("select size, root, note from log_watch where origin = ?")
                .param(origin)
                .query((row, n) -> head(row))
                .optional();
    }

    /// The newest first, so that a log that went back behind it is noticed whatever the backlog.
    @Override
    public List<Head> promised() {
        return database.sql("select size, root, note from checkpoints where origin = ? and not stands"
                        + " order by size desc limit ?")
                .params(origin, AT_ONCE)
                .query((row, n) -> head(row))
                .list();
    }

    @Override
    public void kept(List<Head> promises) {
        Long[] sizes = Rows.column(promises, Head::size, Long[]::new);
        database.sql("update checkpoints set stands = true where origin = ? and size = any(?)")
                .params(origin, sizes)
                .update();
    }

    @Override
    public boolean advance(Optional<Head> from, Head to) {
        if (from.isEmpty())
            return database.sql("insert into log_watch (origin, size, root, note) values (?, ?, ?, ?)"
                                    + " on conflict do nothing")
                            .params(origin, to.size(), root(to), to.note().toArray())
                            .update()
                    == 1;
        return database.sql("update log_watch set size = ?, root = ?, note = ?, cosigned = null"
                                + " where origin = ? and size = ? and root = ?")
                        .params(
                                to.size(),
                                root(to),
                                to.note().toArray(),
                                origin,
                                from.get().size(),
                                root(from.get()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Bytes> cosigned() {
        return database.sql("select cosigned from log_watch where origin = ? and cosigned is not null")
                .param(origin)
                .query((row, n) -> Rows.bytes(row, "cosigned"))
                .optional();
    }

    @Override
    public void keep(Head head, Bytes cosigned) {
        database.sql("update log_watch set cosigned = ? where origin = ? and size = ? and root = ?")
                .params(cosigned.toArray(), origin, head.size(), root(head))
                .update();
    }

    private static byte[] root(Head head) {
        return head.root().value().toArray();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong("size"), new Digest(Rows.bytes(row, "root")), Rows.bytes(row, "note"));
    }
}
