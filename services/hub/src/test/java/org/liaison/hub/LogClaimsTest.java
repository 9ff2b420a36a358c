package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.liaison.hub.Town.GATEWAY_XA;
import static org.liaison.hub.Town.GATEWAY_XC;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.book.WitnessBook;
import org.liaison.auditlog.check.Contradiction;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.console.port.LogBook.Claim;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.Entry;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.message.report.ChangedLog;
import org.liaison.message.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a hub makes of a gateway that says it saw a changed log.
class LogClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static Database database;
    private static LogKeys keys;
    private static LogSigner signer;

    private Instant time = NOW;
    private LogClaims claims;

    @BeforeAll
    static void found(@TempDir Path folder) {
        Town town = Town.found(folder.resolve("town"));
        database = Database.open(
                DatabaseSettings.embedded(folder.resolve("data")),
                "classpath:org/liaison/auditlog/schema",
                "classpath:org/liaison/hub/schema");
        keys = LogKeyFile.publicKeys(town.pki.trust());
        signer = LogKeyFile.signer(
                new HubSettings.KeyAt(town.key("log"), town.folder.resolve("keys/log.password")), keys);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void open() {
        claims = new LogClaims(database.source(), keys, () -> time);
    }

    @AfterEach
    void forget() throws Exception {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from hub_log_claims");
        }
    }

    @Test
    void a_proof_is_kept_and_published_whatever_the_gateway_says_later_and_after_a_restart() {
        ChangedLog proof = new ChangedLog(NOW, note(3), note(3), List.of());
        claims.take(report(GATEWAY_XA, Optional.of(proof)));
        claims.take(report(GATEWAY_XA, Optional.of(wolf("another"))));
        claims.take(report(GATEWAY_XA, Optional.empty()));
        assertThat(claims.all()).singleElement().satisfies(claim -> {
            assertThat(claim.gateway()).isEqualTo("gateway-xa");
            assertThat(claim.proven()).isTrue();
            assertThat(claim.said()).isFalse();
            assertThat(claim.stands()).isTrue();
            assertThat(claim.held()).isEqualTo(proof.held());
        });
        LogClaims afterRestart = new LogClaims(database.source(), keys, () -> time);
        assertThat(afterRestart.proofs()).containsOnlyKeys("gateway-xa").containsValue(proof);
        assertThat(published(afterRestart)).containsExactly(proof);
    }

    @Test
    void whoever_cries_wolf_is_shown_as_one_without_proof_while_it_cries_and_is_not_published() {
        claims.take(report(GATEWAY_XC, Optional.of(wolf("wolf"))));
        assertThat(claims.all()).singleElement().satisfies(claim -> {
            assertThat(claim.proven()).isFalse();
            assertThat(claim.stands()).isTrue();
            assertThat(claim.held()).isEqualTo("wolf");
        });
        assertThat(published(claims)).isEmpty();
        claims.take(report(GATEWAY_XC, Optional.empty()));
        assertThat(claims.all())
                .singleElement()
                .satisfies(claim -> assertThat(claim.stands()).isFalse());
    }

    @Test
    void whoever_says_something_else_each_time_fills_one_row_and_no_more_than_one_a_minute() {
        claims.take(report(GATEWAY_XC, Optional.of(wolf("first"))));
        claims.take(report(GATEWAY_XC, Optional.of(wolf("second"))));
        assertThat(claims.all()).extracting(Claim::held).containsExactly("first");
        time = NOW.plus(Duration.ofMinutes(2));
        claims.take(report(GATEWAY_XC, Optional.of(wolf("third"))));
        assertThat(claims.all()).extracting(Claim::held).containsExactly("third");
        assertThat(new LogClaims(database.source(), keys, () -> time).all())
                .extracting(Claim::held)
                .containsExactly("third");
    }

    @Test
    void a_claim_becomes_a_proof_and_two_gateways_are_told_apart() {
        claims.take(report(GATEWAY_XA, Optional.of(new ChangedLog(NOW, note(5), note(3), List.of()))));
        assertThat(claims.all()).extracting(Claim::proven).containsExactly(false);
        time = NOW.plus(Duration.ofMinutes(2));
        claims.take(report(GATEWAY_XA, Optional.of(new ChangedLog(NOW, note(5), note(5), List.of()))));
        claims.take(report(GATEWAY_XC, Optional.of(wolf("wolf"))));
        assertThat(claims.all())
                .extracting(Claim::gateway, Claim::proven)
                .containsExactly(tuple("gateway-xa", true), tuple("gateway-xc", false));
    }

    /// As everybody reads it.
    private static List<ChangedLog> published(LogClaims claims) {
        BookInMemory book = new BookInMemory(signer);
        WitnessDesk witnesses = new WitnessDesk(
                book, new WitnessBook(database.source()), new WitnessExaminer(keys, WitnessKeys.parse("")), () -> NOW);
        byte[] body = new LogPages(book, witnesses, claims).disputes().getBody();
        JsonNode json = StrictJson.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
        return json.path("disputes").values().stream()
                .map(one -> StrictJson.read(
                        StrictJson.write((ObjectNode) one.path("changedLog")), "a dispute", ChangedLog::of))
                .map(read -> ((Reading.Clear<ChangedLog>) read).value())
                .peek(one -> assertThat(Contradiction.of(one, keys)).isInstanceOf(Contradiction.Proven.class))
                .toList();
    }

    private static ChangedLog wolf(String word) {
        return new ChangedLog(NOW, word, "anything", List.of());
    }

    /// A checkpoint of this log's keys, of a log of its own.
    private static String note(int entries) {
        return note(signer, entries);
    }

    static String note(LogSigner signer, int entries) {
        BookInMemory book = new BookInMemory(signer);
        for (int i = 0; i < entries; i++)
            book.append(List.of(Entry.ofNote(Entry.Event.OPERATOR_ACTION, NOW, "an entry")));
        return book.checkpoint().utf8();
    }

    static Report report(GatewayCode gateway, Optional<ChangedLog> changed) {
        Report usual = ReportsTest.report(gateway, NOW);
        return new Report(
                usual.gateway(),
                usual.program(),
                usual.clock(),
                usual.routes(),
                usual.outbox(),
                usual.mailboxes(),
                usual.machine(),
                usual.inForce(),
                Optional.empty(),
                changed);
    }
}
