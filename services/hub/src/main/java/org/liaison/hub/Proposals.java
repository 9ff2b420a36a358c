package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Quarantine.Effect;
import org.liaison.console.port.Quarantine.Proposal;

/// What waits for a second person.
final class Proposals {

    private final DataSource database;

    Proposals(DataSource database) {
        this.database = database;
    }

    List<Proposal> open(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(
                        "select id, effect, messages, person, reason, asked_at, until from hub_proposals"
                                + " where until > ? order by asked_at")) {
            question.setTimestamp(1, Timestamp.from(now));
            return read(question);
        } catch (SQLException e) {
            throw new CountsUnreadable("What waits for a second person cannot be read.", e);
        }
    }

    void keep(Proposal proposal) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into hub_proposals (id, effect, messages, person, reason, asked_at, until)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, proposal.id());
            insert.setString(2, proposal.effect().name());
            insert.setArray(
                    3, connection.createArrayOf("text", proposal.messages().toArray()));
            insert.setString(4, proposal.by().name());
            insert.setString(5, proposal.why().text());
            insert.setTimestamp(6, Timestamp.from(proposal.at()));
            insert.setTimestamp(7, Timestamp.from(proposal.until()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new CountsUnreadable("What was asked for cannot be kept.", e);
        }
    }

    /// Takes it away once `first` is done, so that nobody else can: of two who confirm at once, one
    /// gets it and the other waits meanwhile. Where `first` fails it stays, as it does where this
    /// process dies in between.
    <T> Optional<T> take(UUID id, Function<Proposal, T> first) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from hub_proposals where id = ? returning id, effect,"
                            + " messages, person, reason, asked_at, until")) {
                delete.setObject(1, id);
                Optional<T> done = read(delete).stream().findFirst().map(first);
                connection.commit();
                return done;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new CountsUnreadable("What was asked for cannot be taken up.", e);
        }
    }

    private static List<Proposal> read(PreparedStatement question) throws SQLException {
        List<Proposal> proposals = new ArrayList<>();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next())
                proposals.add(new Proposal(
                        rows.getObject(1, UUID.class),
                        Effect.valueOf(rows.getString(2)),
                        Set.of((String[]) rows.getArray(3).getArray()),
                        new Operator(rows.getString(4)),
                        new Grounds(rows.getString(5)),
                        rows.getTimestamp(6).toInstant(),
                        rows.getTimestamp(7).toInstant()));
        }
        return proposals;
    }
}
