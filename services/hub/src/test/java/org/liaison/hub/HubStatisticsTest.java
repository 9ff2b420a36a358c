package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInPostgres;
import org.liaison.console.port.Deadlines;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Country;
import org.liaison.message.Entry;
import org.liaison.message.ErdsEvent;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.message.Suite;
import org.liaison.seal.Strength;
import org.liaison.statistics.Answer;
import org.liaison.statistics.Cover;
import org.liaison.statistics.Gate;
import org.liaison.statistics.Period;
import org.liaison.statistics.Population;
import org.liaison.statistics.Query;
import org.liaison.statistics.Release;
import org.liaison.statistics.Table;
import org.liaison.statistics.Terms;
import org.liaison.statistics.Variable;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The hub counts what stands in its log, raw for its operators and through the gate for everybody else.
class HubStatisticsTest {

    private static final Instant JANUARY = Instant.parse("2026-01-10T10:00:00Z");
    private static final Instant SEPTEMBER = Instant.parse("2026-09-10T10:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2026-10-01T00:00:00Z");
    private static final AuthorityCode SHELTER_XB = AuthorityCode.parse("xb.social.shelter");
    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final YearMonth LAST = YearMonth.of(2026, 6);

    @TempDir
    static Path folder;

    static Town town;
    static Database database;
    static BookInPostgres book;
    static MessageFacts facts;
    static Gate gate;

    @BeforeAll
    static void record() {
        town = Town.found(folder);
        database = Database.open(
                DatabaseSettings.embedded(folder.resolve("database")),
                "classpath:org/liaison/auditlog/schema",
                "classpath:org/liaison/hub/schema");
        HubSettings.KeyAt key =
                new HubSettings.KeyAt(town.key("log"), town.key("log").resolveSibling("log.password"));
        book = BookInPostgres.open(
                database.source(),
                LogKeyFile.signer(key, LogKeyFile.publicKeys(folder.resolve("pki/trust"))),
                Clock.systemUTC());
        facts = new MessageFacts(new LoggedEntries(database.source()));
        gate = new Gate(Evidence.HUB, Terms.STANDARD, new HubLedger(database.source(), facts), Cover.secret());
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            Slip slip = slip(i % 15 + 1, Town.SHELTER_XA, JANUARY.plusSeconds(i));
            entries.add(submission(slip, Optional.empty()));
            entries.add(handover(slip, JANUARY.plusSeconds(i + 20)));
        }
        for (int i = 1; i <= 40; i++)
            entries.add(submission(slip(100 + i % 3, SHELTER_XB, JANUARY.plusSeconds(i)), Optional.empty()));
        entries.add(submission(slip(200, SHELTER_XB, JANUARY), Optional.of(Reason.KIND_NOT_PERMITTED)));
        for (int days : List.of(2, 9, 0)) {
            Slip request =
                    slip(300 + days, Town.SHELTER_XA, SEPTEMBER, Optional.of(SEPTEMBER.plus(Duration.ofDays(5))));
            entries.add(submission(request, Optional.empty()));
            if (days > 0)
                entries.add(submission(answer(request, SEPTEMBER.plus(Duration.ofDays(days))), Optional.empty()));
        }
        book.append(entries);
    }

    @AfterAll
    static void close() {
        book.close();
        database.close();
    }

    @Test
    void operators_see_every_corridor_as_it_is() {
        Map<String, Object> raw = MessageFacts.counts(facts.of(FIRST, FIRST));
        assertThat(raw)
                .containsEntry("messages", 71)
                .containsEntry("corridors", Map.of("XC-XA", 30L, "XC-XB", 41L))
                .containsEntry("timeToHandover", Map.of("WITHIN_1_MINUTE", 30L))
                .containsEntry("answer", Map.of("ACCEPTED", 70L, "KIND_NOT_PERMITTED", 1L));
        assertThat(facts.of(FIRST.plusMonths(1), LAST)).isEmpty();
    }

    /// Forty messages went from XC to XB, but of three cases only.
    @Test
    void a_corridor_of_few_cases_is_not_released_however_many_messages_they_have() {
        Release release = release(Variable.SENT_FROM, Variable.SENT_TO);
        assertThat(release.total()).isEqualTo(70);
        Table corridors = release.tables().getFirst();
        assertThat(corridors.cells()).allMatch(cell -> cell.count() % 10 == 0);
        assertThat(corridors.cells()).extracting(Table.Cell::codes).doesNotContain(List.of("XC", "XB"));
        assertThat(release.toJson().utf8()).doesNotContain("\"XB\"").doesNotContain("KIND_NOT_PERMITTED");
        assertThat(release(Variable.SENT_FROM, Variable.SENT_TO).toJson()).isEqualTo(release.toJson());
    }

    /// Three messages wait for an answer: one gets it in time, one late, one never.
    @Test
    void what_is_due_and_what_was_missed_is_known_from_slips_alone() {
        Map<String, Object> deadlines = times().deadlines(null);
        assertThat(deadlines)
                .containsEntry("corridors", Map.of("XC-XA", Map.of("inTime", 1L, "late", 1L, "missed", 1L)));
        assertThat(deadlines.get("missed"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("caseId", "XC-REF-2026-000300")
                        .containsEntry("by", Town.SHELTER_XA.toString())
                        .containsKey("due"));
    }

    /// What is asked again is asked of a table: an entry that was read does not have to be there.
    @Test
    void what_is_due_is_asked_without_reading_the_log_again() {
        Deadlines.Due before = times().of(90);
        assertThat(before.corridors()).containsExactly(new Deadlines.Count("XC-XA", 0, 1, 1, 1));
        DueTable blind = new DueTable(database.source(), new LoggedEntries(new PGSimpleDataSource()));
        assertThat(new DueTimes(blind, () -> AUTUMN).of(90)).isEqualTo(before);
        assertThat(times().of(1).corridors()).isEmpty();
    }

    private static DueTimes times() {
        return new DueTimes(new DueTable(database.source(), new LoggedEntries(database.source())), () -> AUTUMN);
    }

    @Test
    void the_counts_are_at_the_management_port_and_nowhere_else() throws Exception {
        Path other = folder.resolve("running");
        java.nio.file.Files.createDirectories(other);
        Town running = Town.found(other);
        try (HubProgram.Running hub = HubProgram.start(running.hubConfiguration(), HubProgram.Logging.LEFT_ALONE)) {
            String path = "/actuator/statistics";
            HttpResponse<String> raw = get(hub.managementPort(), path + "?month=2026-01");
            assertThat(raw.statusCode()).isEqualTo(200);
            assertThat(JsonMapper.shared().readTree(raw.body()).path("messages").asInt(-1))
                    .isZero();
            assertThat(get(hub.webPort(), path).statusCode()).isEqualTo(404);
            assertThat(get(hub.managementPort(), path + "?month=January").statusCode())
                    .isEqualTo(422);

            HttpResponse<String> early = post(hub.managementPort(), path, "2090-01", "2090-06");
            assertThat(early.statusCode()).isEqualTo(422);
            assertThat(early.body()).contains("can be closed from 2090-09-29");
            HttpResponse<String> old = post(hub.managementPort(), path, "2025-01", "2025-06");
            assertThat(old.statusCode()).isEqualTo(200);
            JsonNode release = JsonMapper.shared().readTree(old.body());
            assertThat(release.path("source").asString()).isEqualTo("hub");
            assertThat(release.path("total").asInt(-1)).isZero();
        }
    }

    private static Release release(Variable... by) {
        Answer answer = gate.release(new Query(Population.MESSAGE, new Period(FIRST, LAST), List.of(by)), AUTUMN);
        assertThat(answer).isInstanceOf(Answer.Released.class);
        return ((Answer.Released) answer).release();
    }

    private static Slip slip(int number, AuthorityCode to, Instant at) {
        return slip(number, to, at, Optional.empty());
    }

    private static Slip answer(Slip request, Instant at) {
        return new Slip(
                MessageId.next(at),
                request.caseId(),
                Town.REFERRAL,
                request.to().getFirst(),
                List.of(request.from()),
                Priority.ROUTINE,
                Optional.empty(),
                List.of(),
                Suite.HYBRID_2026,
                at,
                at.plus(Duration.ofDays(7)),
                CONTENT.size(),
                CONTENT.sha256());
    }

    private static Slip slip(int number, AuthorityCode to, Instant at, Optional<Instant> due) {
        return new Slip(
                MessageId.next(at),
                CaseId.of(new Country("XC"), "REF", 2026, number),
                Town.REFERRAL,
                Town.WELFARE_XC,
                List.of(to),
                Priority.ROUTINE,
                due,
                List.of(),
                Suite.HYBRID_2026,
                at,
                at.plus(Duration.ofDays(7)),
                CONTENT.size(),
                CONTENT.sha256());
    }

    private static Entry submission(Slip slip, Optional<Reason> refusal) {
        Bytes signed = town.signer(Town.WELFARE_XC.toString()).sign(slip.toJson(), Strength.ECDSA, town.founded);
        Evidence evidence = evidence(
                refusal.isPresent() ? ErdsEvent.SUBMISSION_REJECTION : ErdsEvent.SUBMISSION_ACCEPTANCE,
                slip,
                Evidence.HUB,
                refusal.map(reason -> List.of(new EventReason(reason, ""))).orElse(List.of()));
        return new Entry(
                refusal.isPresent() ? Entry.Event.SUBMISSION_REJECTION : Entry.Event.SUBMISSION_ACCEPTANCE,
                slip.created(),
                Optional.of(slip.id()),
                Optional.of(signed),
                Optional.of(signed("hub-evidence", evidence)),
                "");
    }

    private static Entry handover(Slip slip, Instant at) {
        Evidence evidence = evidence(ErdsEvent.CONTENT_HANDOVER, slip, Town.SHELTER_XA.toString(), List.of());
        return new Entry(
                Entry.Event.RECIPIENT_EVIDENCE,
                at,
                Optional.of(slip.id()),
                Optional.empty(),
                Optional.of(signed(Town.SHELTER_XA.toString(), evidence)),
                "");
    }

    private static Bytes signed(String name, Evidence evidence) {
        return town.signer(name).sign(evidence.toJson(), Strength.ECDSA, town.founded);
    }

    private static Evidence evidence(ErdsEvent event, Slip slip, String issuer, List<EventReason> reasons) {
        return new Evidence(
                EvidenceId.next(slip.created()),
                event,
                slip.created(),
                issuer,
                slip.from(),
                slip.to(),
                Optional.of(1),
                slip.id(),
                slip.contentDigest(),
                Optional.empty(),
                reasons);
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    private static HttpResponse<String> post(int port, String path, String from, String to) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
