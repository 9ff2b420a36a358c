package org.liaison.auditlog.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.auditlog.book.TestLog.CLOCK;
import static org.liaison.auditlog.book.TestLog.NOW;
import static org.liaison.auditlog.book.TestLog.SIGNER;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.WitnessBook.Signed;
import org.liaison.database.Database;

class WitnessBookTest {

    private static final String LINE_OF_XA = "\u2014 gateway-xa AAAA\n";
    private static final String LINE_OF_XB = "\u2014 gateway-xb BBBB\n";

    private static DatabaseServer server;

    private Database database;
    private BookInPostgres log;
    private WitnessBook witnesses;

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
        log = BookInPostgres.open(database.source(), SIGNER, CLOCK);
        witnesses = new WitnessBook(database.source());
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void a_checkpoint_is_shown_with_the_lines_of_those_who_cosigned_it() {
        log.append(List.of(TestLog.note("one")));
        witnesses.keep(new Signed("gateway-xa", 1, NOW, LINE_OF_XA));
        witnesses.keep(new Signed("gateway-xb", 1, NOW, LINE_OF_XB));
        assertThat(witnesses.cosigned(log.checkpoint()).utf8())
                .isEqualTo(log.checkpoint().utf8() + LINE_OF_XA + LINE_OF_XB);
        log.append(List.of(TestLog.note("two")));
        assertThat(witnesses.cosigned(log.checkpoint())).isEqualTo(log.checkpoint());
    }

    @Test
    void the_larger_tree_replaces_the_smaller_and_never_the_other_way() {
        assertThat(witnesses.keep(new Signed("gateway-xa", 5, NOW, LINE_OF_XA))).isTrue();
        assertThat(witnesses.keep(new Signed("gateway-xa", 4, NOW.plusSeconds(1), LINE_OF_XB)))
                .isFalse();
        assertThat(witnesses.keep(new Signed("gateway-xa", 5, NOW.plusSeconds(1), LINE_OF_XB)))
                .isFalse();
        assertThat(witnesses.newest()).containsExactly(new Signed("gateway-xa", 5, NOW, LINE_OF_XA));
        assertThat(witnesses.keep(new Signed("gateway-xa", 6, NOW, LINE_OF_XA))).isTrue();
    }

    @Test
    void a_restart_forgets_no_witness() {
        Signed signed = new Signed("gateway-xa", 5, NOW, LINE_OF_XA);
        witnesses.keep(signed);
        assertThat(new WitnessBook(database.source()).newest()).containsExactly(signed);
    }

    @Test
    void witnesses_that_stand_at_different_sizes_are_all_shown_the_largest_first() {
        log.append(List.of(TestLog.note("one")));
        log.append(List.of(TestLog.note("two")));
        witnesses.keep(new Signed("gateway-xa", 1, NOW, LINE_OF_XA));
        witnesses.keep(new Signed("gateway-xb", 2, NOW, LINE_OF_XB));
        assertThat(witnesses.cosigned(log))
                .containsExactly(
                        witnesses.cosigned(log.checkpoint()),
                        witnesses.cosigned(log.checkpointAt(1).orElseThrow()));
    }
}
