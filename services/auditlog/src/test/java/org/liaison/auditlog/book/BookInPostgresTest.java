package org.liaison.auditlog.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.database.Database;
import org.liaison.message.MessageId;

class BookInPostgresTest extends BookContract {

    private static DatabaseServer server;

    private Database database;
    private BookInPostgres book;

    @BeforeAll
    static void startServer(@TempDir Path folder) {
        server = new DatabaseServer(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        database = server.freshDatabase();
        book = reopened();
    }

    @AfterEach
    void close() {
        book.close();
        database.close();
    }

    @Override
    Book emptyBook() {
        return book;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 512, 700})
    void a_restart_finds_everything_and_signs_nothing_anew(int size) {
        book.append(notes("before", size));
        MessageId message = TestLog.message();
        book.append(List.of(TestLog.acceptance(message)));
        Checkpoint head = book.head();
        var checkpoint = book.checkpoint();
        book.close();
        book = reopened();
        assertThat(book.head()).isEqualTo(head);
        assertThat(book.checkpoint()).isEqualTo(checkpoint);
        assertRecorded(book.submissions(List.of(message)).get(message));
        book.append(notes("after", 300));
        book.trace(message).forEach(this::assertRecorded);
        assertThat(examiner.consistent(checkpoint, book.checkpoint(), book.consistency(head.size(), head.size() + 300)))
                .isInstanceOf(org.liaison.auditlog.check.Consistency.Consistent.class);
    }

    @Test
    void the_log_of_another_name_is_refused() {
        book.close();
        LogSigner other = LogSigner.ofKeys("log.other.example", TestLog.pair("Ed25519"), TestLog.pair("ML-DSA-44"));
        assertThatThrownBy(() -> BookInPostgres.open(database.source(), other, TestLog.CLOCK))
                .isInstanceOf(LogUnwritable.class)
                .hasMessageContaining(TestLog.ORIGIN)
                .hasMessageContaining("log.other.example");
        book = reopened();
    }

    @Test
    void nobody_can_change_or_remove_what_is_recorded() {
        book.append(notes("kept", 300));
        for (String table : List.of("log_entry", "log_tile", "log_checkpoint"))
            for (String sql : List.of("DELETE FROM " + table, "TRUNCATE " + table))
                assertThatThrownBy(() -> execute(sql)).hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("UPDATE log_entry SET event = 'OTHER'"))
                .hasMessageContaining("append-only");
    }

    @Test
    void an_entry_changed_behind_our_back_stops_the_log() throws SQLException {
        book.append(notes("kept", 3));
        book.close();
        execute("ALTER TABLE log_entry DISABLE TRIGGER ALL");
        execute("UPDATE log_entry SET entry = convert_to('forged', 'UTF8') WHERE index = 1");
        assertThatThrownBy(this::reopened)
                .isInstanceOf(LogUnwritable.class)
                .hasMessageContaining("entry 1 is not what was written");
    }

    @Test
    void an_entry_forged_with_its_commitment_stops_the_log_too() throws SQLException {
        book.append(notes("kept", 3));
        book.close();
        execute("ALTER TABLE log_entry DISABLE TRIGGER ALL");
        execute("UPDATE log_entry SET entry = convert_to('forged', 'UTF8'),"
                + " commitment = sha256(salt || convert_to('forged', 'UTF8')) WHERE index = 1");
        assertThatThrownBy(this::reopened)
                .isInstanceOf(LogUnwritable.class)
                .hasMessageContaining("another root than the one that was signed");
    }

    @Test
    void a_head_that_was_set_back_stops_the_log() throws SQLException {
        book.append(notes("first", 3));
        Checkpoint earlier = book.head();
        book.append(notes("second", 3));
        book.close();
        execute("UPDATE log_head SET tree_size = 3, root = '\\x"
                + earlier.root().toHex() + "'");
        assertThatThrownBy(this::reopened)
                .isInstanceOf(LogUnwritable.class)
                .hasMessageContaining("head is not the one of the newest checkpoint");
    }

    @Test
    void a_sequencer_that_was_overtaken_writes_and_signs_nothing_more() throws SQLException {
        book.append(notes("mine", 2));
        execute("UPDATE log_head SET epoch = epoch + 1");
        assertThatThrownBy(() -> book.append(notes("late", 1)))
                .isInstanceOf(LogUnwritable.class)
                .hasMessageContaining("taken the audit log over");
        assertThat(book.head().size()).isEqualTo(2);
        assertThat(book.append(notes("after taking over again", 1))).hasSize(1);
        assertThat(book.head().size()).isEqualTo(3);
    }

    @Test
    void a_second_program_cannot_write_the_same_log() {
        assertThatThrownBy(this::reopened).isInstanceOf(LogUnwritable.class);
        assertThat(book.append(notes("undisturbed", 1))).hasSize(1);
    }

    @Test
    void a_connection_that_breaks_is_replaced() throws SQLException {
        MessageId message = TestLog.message();
        book.append(List.of(TestLog.acceptance(message)));
        execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
        assertThatThrownBy(() -> book.append(notes("lost", 1))).isInstanceOf(LogUnwritable.class);
        assertThat(book.append(notes("again", 1))).hasSize(1);
        assertRecorded(book.trace(message).getFirst());
    }

    private BookInPostgres reopened() {
        return BookInPostgres.open(database.source(), TestLog.SIGNER, TestLog.CLOCK);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
