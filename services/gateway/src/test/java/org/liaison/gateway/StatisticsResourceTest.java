package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.gateway.Office.Reply;
import tools.jackson.databind.JsonNode;

/// The statistics of a gateway that runs; its hub is away, which counting does not need.
class StatisticsResourceTest {

    private static final int THIS_YEAR = Year.now(ZoneOffset.UTC).getValue();

    @TempDir
    static Path folder;

    static GatewayProgram.Running gateway;
    static Office office;

    @BeforeAll
    static void start() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        gateway = GatewayProgram.start(Site.configuration(
                Network.get(), Network.GATEWAY_XC, folder, nobody, "  statistics: {k: 12, settling: 30}\n"));
        office = new Office(gateway.url(), gateway.firstToken().orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (gateway != null) gateway.close();
    }

    @Test
    void adults_who_refused_are_counted_and_released_only_when_there_are_enough() {
        for (int i = 0; i < 15; i++)
            assertThat(refuse("2", "XA", String.valueOf(THIS_YEAR - 2)).status())
                    .isEqualTo(400);
        for (int i = 0; i < 15; i++)
            assertThat(refuse("2", "XA", String.valueOf(THIS_YEAR)).status()).isEqualTo(204);
        Reply early = release("of=refusal&from=%d-01&to=%d-12".formatted(THIS_YEAR, THIS_YEAR));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().path("type").asString()).isEqualTo("urn:liaison:problem:not-released");
        assertThat(early.json().path("detail").asString()).contains("can be closed from");
    }

    @Test
    void a_period_without_enough_cases_is_closed_and_shows_nothing() {
        YearMonth last = YearMonth.of(THIS_YEAR - 2, 6);
        Reply reply = release("from=%s&to=%s&by=sex,ageBroad".formatted(last.minusMonths(5), last));
        assertThat(reply.status()).as(new String(reply.body())).isEqualTo(200);
        JsonNode release = reply.json();
        assertThat(release.path("source").asString()).isEqualTo("gateway-xc");
        assertThat(release.path("k").asInt()).isEqualTo(12);
        assertThat(release.path("total").asInt(-1)).isZero();
        JsonNode overview = office.get("/statistics").json();
        assertThat(overview.at("/populations/0/closed/0").asString()).isEqualTo(last.minusMonths(5) + " to " + last);
        assertThat(overview.toString()).doesNotContain("message");
    }

    @Test
    void what_cannot_be_asked_is_said_in_a_sentence() {
        assertThat(detail(release("from=2026-1&to=2026-06"))).contains("a month is written like 2026-01");
        assertThat(detail(release("from=2024-06&to=2024-01"))).contains("a period ends after it begins");
        assertThat(detail(release("from=2024-01&to=2024-06&by=name"))).contains("'name' is not counted for referral");
        assertThat(detail(release("of=message&from=2024-01&to=2024-06"))).contains("counted by the hub");
        assertThat(detail(refuse("F", "XA", String.valueOf(THIS_YEAR)))).contains("sex is 0 (not known)");
    }

    private static String detail(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        return reply.json().path("detail").asString();
    }

    private static Reply release(String query) {
        return office.post("/statistics/releases?" + query);
    }

    private static Reply refuse(String sex, String citizenship, String year) {
        return office.post("/statistics/refusals?sex=%s&citizenship=%s&year=%s".formatted(sex, citizenship, year));
    }
}
