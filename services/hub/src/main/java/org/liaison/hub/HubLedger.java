package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.liaison.message.Bytes;
import org.liaison.statistics.Batch;
import org.liaison.statistics.CodedFact;
import org.liaison.statistics.Ledger;
import org.liaison.statistics.Population;

/// The hub's closed periods. Its facts are the log's entries, which nobody can destroy; what was closed is remembered
/// instead, and never counted again.
final class HubLedger implements Ledger {

    /// Before there was a hub.
    private static final YearMonth BEGINNING = YearMonth.of(2000, 1);

    private final DataSource database;
    private final MessageFacts facts;

    HubLedger(DataSource database, MessageFacts facts) {
        this.database = database;
        this.facts = facts;
    }

    @Override
    public <T> T alone(Population population, Function<Page, T> work) {
        if (population != Population.MESSAGE)
            throw new IllegalArgumentException("the hub counts messages, and cannot see anything else");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('statistics', 0))")) {
                lock.execute();
                T result = work.apply(new OnePage(connection));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static CountsUnreadable unreadable(SQLException cause) {
        return new CountsUnreadable("The closed periods of the statistics cannot be read or written.", cause);
    }

    private final class OnePage implements Page {

        private final Connection connection;

        OnePage(Connection connection) {
            this.connection = connection;
        }

        @Override
        public List<Batch> closed() {
            List<Batch> closed = new ArrayList<>();
            try (PreparedStatement question = connection.prepareStatement(
                            "select groups from hub_statistics_periods order by from_month");
                    ResultSet rows = question.executeQuery()) {
                while (rows.next()) closed.add(Batch.read(Bytes.ofUtf8(rows.getString(1))));
                return closed;
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }

        /// What came after the last period that had groups.
        @Override
        public List<CodedFact> waiting(YearMonth through) {
            YearMonth from = closed().stream()
                    .filter(Batch::hasGroups)
                    .map(batch -> batch.period().to().plusMonths(1))
                    .max(YearMonth::compareTo)
                    .orElse(BEGINNING);
            return facts.of(from, through);
        }

        @Override
        public void close(Batch batch) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into hub_statistics_periods (from_month, to_month, closed_at, groups)"
                            + " values (?, ?, ?, ?)")) {
                insert.setString(1, batch.period().from().toString());
                insert.setString(2, batch.period().to().toString());
                insert.setTimestamp(3, Timestamp.from(batch.closed()));
                insert.setString(4, batch.toJson().utf8());
                insert.executeUpdate();
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }
}
