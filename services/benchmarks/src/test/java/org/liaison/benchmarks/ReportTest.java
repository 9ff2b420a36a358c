package org.liaison.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final int WIDTH = 80;

    @Test
    void the_table_fits_into_80_columns_and_ends_with_the_verdict() {
        String table = table(Samples.results(0));
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(WIDTH));
        assertThat(table.lines().toList().getLast()).isEqualTo("bench: done in 120 s, nothing lost");
    }

    @Test
    void a_lost_message_shows_in_the_last_line() {
        assertThat(table(Samples.results(1)).lines().toList().getLast()).endsWith("NOT SOUND");
    }

    @Test
    void the_json_document_holds_every_path_with_its_median_round() {
        JsonNode json = JsonMapper.shared().readTree(ResultsJson.of(Samples.results(0)));
        assertThat(json.path("sound").asBoolean()).isTrue();
        JsonNode hub = json.path("paths").path(1);
        assertThat(hub.path("path").asString()).isEqualTo("hub");
        assertThat(hub.path("messages").asInt()).isEqualTo(2000);
        assertThat(hub.path("messagesPerSecond").asDouble()).isEqualTo(2000 / 2.4);
        assertThat(hub.path("cpuSecondsPerMessage")
                        .path("hub")
                        .path("postgresql")
                        .asDouble())
                .isEqualTo(0.5 / 2000);
        assertThat(hub.path("rounds")).hasSize(2);
        assertThat(json.path("tallies").path(0).path("lost").asInt()).isZero();
    }

    private static String table(Results results) {
        StringWriter text = new StringWriter();
        new Table(results, new PrintWriter(text)).print();
        return text.toString();
    }
}
