package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.hub.Town.GATEWAY_XA;
import static org.liaison.hub.Town.GATEWAY_XC;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.book.WitnessBook;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.auditlog.check.Witnessing.Cosigned;
import org.liaison.auditlog.witness.MemoryForgetful;
import org.liaison.auditlog.witness.Witness;
import org.liaison.auditlog.witness.WitnessKey;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.hub.WitnessDesk.Taking;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.GatewayCode;
import org.liaison.seal.KeyFile;

/// What a hub takes from those who say that they witnessed its log.
class WitnessDeskTest {

    private static final Instant NOW = Instant.now();

    private static Town town;
    private static Database database;
    private static LogKeys logKeys;
    private static WitnessKeys witnessKeys;
    private static LogSigner signer;

    private final Book book = new BookInMemory(signer);
    private final WitnessExaminer examiner = new WitnessExaminer(logKeys, witnessKeys);
    private WitnessDesk desk;

    @BeforeAll
    static void found(@TempDir Path folder) {
        town = Town.found(folder.resolve("town"));
        database = Database.open(
                DatabaseSettings.embedded(folder.resolve("data")), "classpath:org/liaison/auditlog/schema");
        logKeys = LogKeyFile.publicKeys(town.pki.trust());
        witnessKeys = LogKeyFile.witnesses(town.pki.trust());
        signer = LogKeyFile.signer(
                new HubSettings.KeyAt(town.key("log"), town.folder.resolve("keys/log.password")), logKeys);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void open() {
        append(book, 3);
        desk = new WitnessDesk(book, new WitnessBook(database.source()), examiner, Clock.systemUTC());
    }

    @AfterEach
    void forget() throws Exception {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from log_witness");
        }
    }

    @Test
    void what_two_witnesses_cosigned_is_shown_with_the_checkpoint() {
        assertThat(desk.take(GATEWAY_XA, cosigned(GATEWAY_XA, book, NOW))).isEqualTo(new Taking.Taken(3));
        assertThat(desk.take(GATEWAY_XC, cosigned(GATEWAY_XC, book, NOW))).isEqualTo(new Taking.Taken(3));
        assertThat(examined(desk.checkpoint()).states()).hasSize(2);
        append(book, 1);
        assertThat(examined(desk.checkpoint()).by()).isEmpty();
        assertThat(desk.cosigned())
                .singleElement()
                .satisfies(note -> assertThat(examined(note).size()).isEqualTo(3));
    }

    @Test
    void a_line_is_taken_from_its_witness_only() {
        assertRefused(GATEWAY_XC, cosigned(GATEWAY_XA, book, NOW), "does not bear a cosignature of the witness");
        assertRefused(GATEWAY_XA, book.checkpoint(), "does not bear a cosignature of the witness");
    }

    @Test
    void a_smaller_tree_sent_again_changes_nothing() {
        Bytes early = cosigned(GATEWAY_XA, book, NOW);
        append(book, 2);
        Bytes late = cosigned(GATEWAY_XA, book, NOW);
        desk.take(GATEWAY_XA, late);
        assertThat(desk.take(GATEWAY_XA, early)).isEqualTo(new Taking.Known());
        assertThat(desk.take(GATEWAY_XA, late)).isEqualTo(new Taking.Known());
        assertThat(desk.newest("gateway-xa").orElseThrow().size()).isEqualTo(5);
    }

    @Test
    void a_forged_line_and_a_time_in_the_future_are_refused() {
        String note = cosigned(GATEWAY_XA, book, NOW).utf8();
        String forged = note.substring(0, note.length() - 9) + "AAAA" + note.substring(note.length() - 5);
        assertRefused(GATEWAY_XA, Bytes.ofUtf8(forged), "is not that witness's signature");
        Instant ahead = NOW.plus(WitnessExaminer.SKEW).plusSeconds(60);
        assertRefused(GATEWAY_XA, cosigned(GATEWAY_XA, book, ahead), "lies in the future");
        assertRefused(GATEWAY_XA, Bytes.ofUtf8("hello"), "not a checkpoint");
    }

    /// So a hub that was set back hears of it with the next report of any witness.
    @Test
    void a_checkpoint_by_our_keys_that_is_not_in_our_log_is_a_dispute() {
        BookInMemory elsewhere = new BookInMemory(signer);
        append(elsewhere, 3);
        assertThat(desk.take(GATEWAY_XA, cosigned(GATEWAY_XA, elsewhere, NOW))).isEqualTo(new Taking.Disputed(3));
        append(elsewhere, 9);
        assertThat(desk.take(GATEWAY_XA, cosigned(GATEWAY_XA, elsewhere, NOW))).isEqualTo(new Taking.Disputed(12));
        assertThat(desk.disputes("gateway-xa")).isTrue();
        assertThat(desk.cosigned()).isEmpty();
        desk.take(GATEWAY_XA, cosigned(GATEWAY_XA, book, NOW));
        assertThat(desk.disputes("gateway-xa")).isFalse();
    }

    private void assertRefused(GatewayCode from, Bytes note, String why) {
        assertThat(desk.take(from, note))
                .isInstanceOfSatisfying(
                        Taking.Refused.class,
                        refused -> assertThat(refused.sentence()).contains(why));
        assertThat(desk.cosigned()).isEmpty();
    }

    private Cosigned examined(Bytes note) {
        return (Cosigned) examiner.examine(note, NOW);
    }

    /// As a gateway does it.
    private static Bytes cosigned(GatewayCode gateway, Book shown, Instant at) {
        KeyFile.Entry entry = KeyFile.open(town.key(gateway + "-witness"), town.password(gateway + "-witness"))
                .entry("ed25519");
        WitnessKey key = WitnessKey.of(
                gateway.value(), new KeyPair(entry.chain().getFirst().getPublicKey(), entry.key()), witnessKeys);
        Witness witness = new Witness(logKeys, new MemoryForgetful());
        try {
            witness.look(
                    new Witness.Published() {
                        @Override
                        public Bytes checkpoint() {
                            return shown.checkpoint();
                        }

                        @Override
                        public List<Digest> path(long from, long to) {
                            return shown.consistency(from, to);
                        }
                    },
                    at);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return witness.cosign(key, at).orElseThrow();
    }

    private static void append(Book book, int entries) {
        for (int i = 0; i < entries; i++)
            book.append(List.of(Entry.ofNote(Entry.Event.OPERATOR_ACTION, NOW, "an entry")));
    }
}
