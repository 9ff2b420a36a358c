package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.GATEWAY_XA;
import static org.liaison.gateway.Network.GATEWAY_XC;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.check.Contradiction;
import org.liaison.auditlog.check.CosignedPath;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.Witnessing.Cosigned;
import org.liaison.auditlog.witness.Memory;
import org.liaison.auditlog.witness.MemoryForgetful;
import org.liaison.auditlog.witness.Witness;
import org.liaison.auditlog.witness.WitnessKey;
import org.liaison.certs.Profile;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.GatewayCode;
import org.liaison.message.Wire;
import org.liaison.message.report.ChangedLog;
import org.liaison.seal.KeyFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A gateway that looks at a log: real database, real HTTP, a log with real keys that can be
/// another one tomorrow.
class LogPatrolTest {

    private static final Duration NEVER_BY_ITSELF = Duration.ZERO;
    private static final Clock CLOCK = Clock.systemUTC();

    private static Database database;

    private final Network network = Network.get();
    private final String origin = network.logKeys().origin();
    private final BookInMemory book = new BookInMemory(network.logSigner());
    private final JdbcClient sql = JdbcClient.create(database.source());
    private final ChangedLogs changed = new ChangedLogs(sql, network.logKeys());
    private final SetAsideInPostgres setAside = new SetAsideInPostgres(sql, CLOCK);
    private final Checkpoints checkpoints = new Checkpoints(sql, setAside, changed);
    private final Counts counts = new Counts(sql, checkpoints);
    private final WitnessExaminer examiner = new WitnessExaminer(network.logKeys(), network.witnessKeys());
    private final Witnesses witnesses = new Witnesses(sql, origin, new Witnesses.Terms(true, 2));
    private final LogDoubts doubts = new LogDoubts(new LogDoubts.Terms(true, true, Duration.ZERO), CLOCK);
    private LogOnTheWeb web;
    private LogPatrol patrol;

    @BeforeAll
    static void openDatabase(@TempDir Path folder) {
        database = Database.open(DatabaseSettings.embedded(folder), "classpath:org/liaison/gateway/schema");
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void publish() throws IOException {
        web = new LogOnTheWeb(book);
        patrol = patrol(GATEWAY_XA);
    }

    @AfterEach
    void forget() {
        web.close();
        for (String table : List.of("checkpoints", "log_watch", "log_witnesses", "log_changed", "set_aside"))
            sql.sql("delete from " + table).update();
    }

    @Test
    void a_log_that_grew_is_cosigned_at_each_look() {
        append(3);
        assertCosigned(3);
        append(400);
        assertCosigned(403);
        assertThat(counts.incidents()).isZero();
    }

    @Test
    void after_a_restart_the_log_must_still_stand_by_what_was_seen_before() throws IOException {
        append(3);
        patrol.look();
        web.show(another(5));
        LogPatrol afterRestart = patrol(GATEWAY_XA);
        afterRestart.look();
        assertThat(afterRestart.standing().incident()).isTrue();
    }

    @Test
    void a_log_that_was_rewritten_is_never_cosigned_and_both_checkpoints_are_kept() {
        append(3);
        patrol.look();
        Bytes before = patrol.cosigned().orElseThrow();
        BookInMemory rewritten = another(9);
        web.show(rewritten);

        patrol.look();
        patrol.look();

        assertThat(patrol.cosigned()).contains(before);
        assertThat(patrol.standing().incident()).isTrue();
        assertThat(patrol.standing().trouble())
                .hasValueSatisfying(said -> assertThat(said).contains("was changed"));
        assertThat(counts.incidents()).as("said once").isEqualTo(1);
        byte[] evidence = sql.sql("select frame from set_aside")
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(Bytes.owned(evidence).utf8())
                .contains(book.checkpoint().utf8())
                .contains(rewritten.checkpoint().utf8());

        web.show(book);
        patrol.look();
        assertThat(patrol.standing().good()).as("the true log goes on").isTrue();
    }

    @Test
    void a_log_that_went_back_is_an_incident() {
        append(3);
        BookInMemory early = new BookInMemory(network.logSigner());
        append(1);
        patrol.look();
        web.show(early);
        patrol.look();
        assertThat(patrol.standing().incident()).isTrue();
        assertThat(counts.incidents()).isEqualTo(1);
    }

    @Test
    void a_log_that_does_not_hold_what_our_receipts_promise_is_an_incident() {
        append(3);
        patrol.look();
        receive(another(2).append(List.of(note())).getFirst());
        append(1);
        patrol.look();
        assertThat(patrol.standing().incident()).isTrue();
        assertThat(examined(patrol.cosigned().orElseThrow()).size())
                .as("not cosigned")
                .isEqualTo(3);
    }

    @Test
    void a_hub_that_is_away_is_no_incident_and_nothing_is_lost() {
        append(3);
        web.close();
        patrol.look();
        assertThat(patrol.standing().good()).isFalse();
        assertThat(patrol.standing().incident()).isFalse();
        assertThat(patrol.cosigned()).isEmpty();
    }

    @Test
    void an_entry_is_witnessed_when_the_witnesses_of_two_States_have_seen_it() {
        Wire.Receipt receipt = book.append(List.of(note())).getFirst();
        receive(receipt);
        patrol.look();
        assertThat(states(receipt)).as("by nobody that we know of").isEmpty();

        web.cosigned.add(patrol.cosigned().orElseThrow());
        patrol.look();
        assertThat(states(receipt)).as("by one State").isEmpty();

        append(300);
        LogPatrol ofXc = patrol(GATEWAY_XC, new MemoryForgetful());
        ofXc.look();
        web.cosigned.add(ofXc.cosigned().orElseThrow());
        patrol.look();
        assertThat(states(receipt)).containsExactly("XA", "XC");
        Wire.Receipt later = book.append(List.of(note())).getFirst();
        receive(later);
        patrol.look();
        assertThat(states(later)).as("behind what they saw").isEmpty();
    }

    @Test
    void a_receipt_that_the_log_was_not_held_against_yet_is_not_witnessed() {
        append(3);
        patrol.look();
        LogPatrol ofXc = patrol(GATEWAY_XC, new MemoryForgetful());
        ofXc.look();
        web.cosigned.add(patrol.cosigned().orElseThrow());
        web.cosigned.add(ofXc.cosigned().orElseThrow());
        patrol.look();
        Wire.Receipt forged = another(0).append(List.of(note())).getFirst();
        receive(forged);
        assertThat(states(forged)).isEmpty();
        patrol.look();
        assertThat(states(forged)).isEmpty();
        assertThat(patrol.standing().incident()).isTrue();
    }

    @Test
    void witnesses_who_were_shown_another_log_are_an_incident() {
        append(3);
        patrol.look();
        BookInMemory other = another(2);
        web.show(other);
        LogPatrol ofXc = patrol(GATEWAY_XC, new MemoryForgetful());
        ofXc.look();
        web.cosigned.add(ofXc.cosigned().orElseThrow());
        web.show(book);
        append(1);
        patrol.look();
        assertThat(patrol.standing().incident()).isTrue();
        assertThat(examined(patrol.cosigned().orElseThrow()).size())
                .as("not cosigned")
                .isEqualTo(3);
    }

    /// The larger tree proves how it began, also where the smaller is a subtree of it.
    @ParameterizedTest
    @CsvSource({"1, 2", "3, 9", "4, 9", "7, 7", "255, 300", "256, 300"})
    void a_rewritten_log_is_proved_by_the_two_checkpoints_and_the_proof_is_kept(int held, int shown) {
        append(held);
        patrol.look();
        web.show(another(shown));
        patrol.look();
        ChangedLog proof = changed.current().orElseThrow();
        assertThat(Contradiction.of(proof, network.logKeys())).isEqualTo(new Contradiction.Proven(held, shown));
        web.show(book);
        append(1);
        patrol.look();
        assertThat(patrol.standing().incident()).as("two histories never mend").isTrue();
        assertThat(patrol.standing().good()).as("what grew is cosigned").isTrue();
        assertThat(new ChangedLogs(sql, network.logKeys()).current())
                .as("after a restart")
                .contains(proof);
    }

    @Test
    void a_log_that_went_back_is_said_without_proof_for_as_long_as_it_is_seen() {
        append(5);
        patrol.look();
        web.show(another(3));
        patrol.look();
        assertThat(Contradiction.of(changed.current().orElseThrow(), network.logKeys()))
                .as("it could be an old copy")
                .isEqualTo(new Contradiction.Unproven(Contradiction.Why.NO_PROOF));
        web.show(book);
        patrol.look();
        assertThat(changed.current()).isEmpty();
        assertThat(patrol.standing().incident()).isFalse();
    }

    @Test
    void two_receipts_under_two_roots_of_one_size_prove_the_fork() {
        receive(book.append(List.of(note())).getFirst());
        receive(another(0).append(List.of(note())).getFirst());
        assertThat(Contradiction.of(changed.current().orElseThrow(), network.logKeys()))
                .isEqualTo(new Contradiction.Proven(1, 1));
        assertThat(counts.incidents()).isEqualTo(1);
    }

    /// One key, two trees, each shown to one gateway, and both cosign in good faith: as soon as
    /// one sees what the other cosigned, both checkpoints are the proof for everybody.
    @Test
    void a_fork_shown_to_two_gateways_is_found_and_proved_and_the_others_learn_it() {
        append(3);
        patrol.look();
        BookInMemory fork = another(5);
        web.show(fork);
        LogPatrol ofXc = patrol(GATEWAY_XC, new MemoryForgetful());
        ofXc.look();
        assertThat(ofXc.standing().incident()).as("nothing to see by itself").isFalse();
        web.cosigned.add(ofXc.cosigned().orElseThrow());
        web.show(book);
        append(5);

        patrol.look();

        assertThat(patrol.standing().incident()).isTrue();
        ChangedLog proof = changed.current().orElseThrow();
        assertThat(Contradiction.of(proof, network.logKeys())).isEqualTo(new Contradiction.Proven(5, 8));
        assertThat(proof.held()).isEqualTo(fork.checkpoint().utf8());
        assertThat(proof.shown()).isEqualTo(book.checkpoint().utf8());

        sql.sql("delete from log_changed").update();
        web.cosigned.clear();
        web.show(fork);
        LogPatrol elsewhere = patrol(GATEWAY_XC, new MemoryForgetful(), new ChangedLogs(sql, network.logKeys()));
        elsewhere.look();
        assertThat(elsewhere.standing().incident()).isFalse();
        web.disputes.add(new ChangedLog(Instant.now(), proof.held(), proof.shown(), List.of()));
        elsewhere.look();
        assertThat(elsewhere.standing().incident()).as("said, and not proved").isFalse();
        web.disputes.add(proof);
        elsewhere.look();
        assertThat(elsewhere.standing().incident()).isTrue();
        assertThat(elsewhere.standing().trouble())
                .hasValueSatisfying(said -> assertThat(said).contains("two histories"));
    }

    @Test
    void an_export_gets_the_newest_tree_of_each_witness_that_holds_the_entry() {
        append(2);
        Wire.Receipt receipt = book.append(List.of(note())).getFirst();
        patrol.look();
        append(300);
        LogPatrol ofXc = patrol(GATEWAY_XC, new MemoryForgetful());
        ofXc.look();
        web.cosigned.add(ofXc.cosigned().orElseThrow());
        patrol.look();
        append(3);
        patrol.look();
        Wire.Receipt later = book.append(List.of(note())).getFirst();

        CosignedPaths paths = new CosignedPaths(web.published(), witnesses, examiner);
        CosignedPaths.Look look = paths.look(Instant.now());
        CosignedPaths.Found found = look.of(receipt);
        assertThat(found.paths()).extracting(CosignedPath::treeSize).containsExactly(306L, 303L);
        assertThat(found.by()).extracting(one -> one.line().witness()).containsExactly("gateway-xa", "gateway-xc");
        assertThat(look.of(later).paths()).as("nobody has seen it yet").isEmpty();
        assertThat(look.isComplete()).isTrue();

        web.close();
        CosignedPaths.Look withoutLog = paths.look(Instant.now());
        assertThat(withoutLog.of(receipt).paths()).isEmpty();
        assertThat(withoutLog.isComplete()).isFalse();
    }

    private void assertCosigned(long size) {
        patrol.look();
        assertThat(patrol.standing().good()).isTrue();
        Cosigned cosigned = examined(patrol.cosigned().orElseThrow());
        assertThat(cosigned.size()).isEqualTo(size);
        assertThat(cosigned.by())
                .singleElement()
                .satisfies(one -> assertThat(one.witness()).isEqualTo("gateway-xa"));
    }

    private Cosigned examined(Bytes note) {
        return (Cosigned) examiner.examine(note, Instant.now());
    }

    private SortedSet<String> states(Wire.Receipt receipt) {
        return witnesses.of(receipt).orElseThrow().states();
    }

    /// As the reception of a receipt does: its checkpoint is verified, then noted.
    private void receive(Wire.Receipt receipt) {
        Proof.Recorded recorded = (Proof.Recorded) new LogExaminer(network.logKeys()).examine(receipt);
        checkpoints.note(recorded.treeSize(), recorded.root(), receipt.proof().checkpoint(), Instant.now());
    }

    private void append(int entries) {
        for (int i = 0; i < entries; i++) book.append(List.of(note()));
    }

    private BookInMemory another(int entries) {
        BookInMemory another = new BookInMemory(network.logSigner());
        for (int i = 0; i < entries; i++) another.append(List.of(note()));
        return another;
    }

    private static Entry note() {
        return Entry.ofNote(Entry.Event.OPERATOR_ACTION, Instant.now(), "an entry");
    }

    private LogPatrol patrol(GatewayCode gateway) {
        return patrol(gateway, new LogMemory(sql, origin));
    }

    private LogPatrol patrol(GatewayCode gateway, Memory memory) {
        return patrol(gateway, memory, changed);
    }

    private LogPatrol patrol(GatewayCode gateway, Memory memory, ChangedLogs told) {
        KeyFile.Entry entry = network.keys(Profile.WITNESS, gateway.value()).entry("ed25519");
        KeyPair pair = new KeyPair(entry.chain().getFirst().getPublicKey(), entry.key());
        WitnessKey key = WitnessKey.of(gateway.value(), pair, network.witnessKeys());
        return new LogPatrol(
                web.published(),
                new LogPatrol.Watch(
                        new Witness(network.logKeys(), memory), Optional.of(key), examiner, witnesses, told, doubts),
                setAside,
                CLOCK,
                NEVER_BY_ITSELF);
    }
}
