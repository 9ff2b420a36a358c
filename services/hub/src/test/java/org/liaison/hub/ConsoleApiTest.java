package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;
import org.liaison.console.port.LogBook;
import tools.jackson.databind.JsonNode;

/// What a program with a token does at the console, and what it is told where it cannot be understood.
class ConsoleApiTest extends ConsoleCrew {

    ConsoleApiTest(Crew crew) {
        super(crew);
    }

    @Test
    void an_alert_is_taken_over_by_name_by_form_and_by_program() throws Exception {
        AlertRows alerts = hub.part(AlertRows.class);
        Found clock = new Found(Rule.CLOCK, List.of("HUB", "7"));
        Found disk = new Found(Rule.DISK, List.of("a folder", "3"));
        alerts.seen(clock, Instant.now());
        alerts.seen(disk, Instant.now());
        assertThat(ada.get("/alerts").body()).contains("action=\"/alerts/acknowledge\"");
        ada.submit("/alerts", "/alerts/acknowledge", "cause", clock.cause());
        assertThat(ada.get("/alerts").body()).contains("ada looks after it");
        assertThat(post(crew.bens, "/alerts/acknowledge", "{\"cause\":\"" + disk.cause() + "\"}")
                        .json()
                        .path("done")
                        .asString())
                .isEqualTo("ben looks after it.");
        JsonNode open = get(crew.cleos, "/alerts").json().path("alerts");
        assertThat(open.findValuesAsString("by")).contains("ada", "ben");
        assertThat(open.findValuesAsString("sentence")).contains("The hub’s clock is off by 7 seconds.");
        assertThat(ben.get("/alerts?lang=ru").body()).contains("Часы узла расходятся на 7 секунд.");
        assertThat(ben.get("/home?lang=en").body()).contains("The hub’s clock is off by 7 seconds.");
        assertThat(post(crew.bens, "/alerts/acknowledge", "{\"cause\":\"nothing\"}")
                        .status())
                .isEqualTo(409);
        ada.submit("/alerts", "/alerts/acknowledge", "cause", "nothing");
        assertThat(ada.get("/alerts").body()).contains("No open alert has this cause; it may have cleared already.");
        assertThat(notes())
                .contains(
                        "Look after the alert " + clock.cause() + "; by ada",
                        "Look after the alert " + disk.cause() + "; by ben")
                .noneMatch(note -> note.contains("alert nothing"));
        ada.submit("/alerts", "/alerts/test");
        assertThat(ada.get("/alerts").body()).contains("webhook at 127.0.0.1: taken over");
        assertThat(post(crew.adas, "/alerts/test", "")
                        .json()
                        .path("tested")
                        .get(0)
                        .asString())
                .isEqualTo("webhook at 127.0.0.1: taken over");
        assertThat(crew.told)
                .filteredOn(text -> text.contains("This is a test."))
                .hasSize(2);
        assertThat(notes())
                .filteredOn("Send a test of the alerts; by ada"::equals)
                .hasSize(2);
    }

    @Test
    void a_program_pauses_resumes_and_has_the_log_read_as_a_form_would() throws Exception {
        String path = "/routes/" + NOBODYS_ROUTE;
        Said paused = post(crew.adas, path + "/pause", "{\"minutes\":5,\"why\":\"the disk is changed\"}");
        assertThat(paused.status()).as(paused.detail()).isEqualTo(200);
        assertThat(changeAt(paused.json().path("entry").asLong()).note())
                .startsWith("Pause " + NOBODYS_ROUTE + " until ")
                .endsWith("; by ada; because: the disk is changed");
        assertThat(cleo.get("/routes").body()).contains("is paused until").contains("by ada.");
        assertThat(post(crew.bens, path + "/resume", "{\"why\":\"the disk is there\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post(crew.bens, path + "/resume", "{\"why\":\"the disk is there\"}")
                        .detail())
                .isEqualTo("The route " + NOBODYS_ROUTE + " is not paused.");
        Said verify = post(crew.adas, "/log/verify", "");
        assertThat(changeAt(verify.json().path("entry").asLong()).note())
                .isEqualTo("Read the whole log and compute its root anew; by ada");
        OperationsTest.await(() -> hub.views().log().examination().orElseThrow() instanceof LogBook.Examination.Whole);
        assertThat(get(crew.cleos, "/log").json().path("log").path("stage").asString())
                .isEqualTo("WHOLE");
    }

    @Test
    void what_cannot_be_understood_is_said_in_a_sentence() throws Exception {
        String pause = "/routes/" + NOBODYS_ROUTE + "/pause";
        assertThat(post(crew.adas, pause, "{\"minutes\":5,\"why\":\"no\"}").detail())
                .startsWith("Give a reason");
        assertThat(post(crew.adas, pause, "{\"minutes\":5}").detail())
                .isEqualTo("The request lacks the text field 'why'");
        assertThat(post(crew.adas, pause, "{\"minutes\":1441,\"why\":\"" + WHY + "\"}")
                        .detail())
                .isEqualTo("A pause lasts 1 to 1440 minutes.");
        assertThat(post(crew.adas, pause, "{\"minutes\":5,\"why\":\"" + WHY + "\",\"by\":\"ben\"}")
                        .detail())
                .isEqualTo("The request has a field too many");
        assertThat(post(crew.adas, pause, "not json").detail()).isEqualTo("The request is not well-formed JSON");
        assertThat(post(crew.adas, pause, "{\"why\":\"" + "x".repeat(70_000) + "\"}")
                        .detail())
                .isEqualTo("A request has at most 65536 bytes.");
        assertThat(post(crew.adas, "/routes/hub-desk/pause", "{\"minutes\":5,\"why\":\"" + WHY + "\"}")
                        .detail())
                .startsWith("The route hub-desk cannot be paused.");
        assertThat(post(crew.adas, "/quarantine", "{\"effect\":\"EAT\",\"ids\":[\"1\"],\"why\":\"" + WHY + "\"}")
                        .detail())
                .isEqualTo("The request: 'effect' cannot be read");
        assertThat(get(crew.adas, "/trace?message=x").detail()).isEqualTo("This is not the id of a message.");
        assertThat(get(crew.adas, "/trace").detail()).isEqualTo("The parameter 'message' is missing.");
        assertThat(get(crew.adas, "/series?span=CENTURY").detail()).contains("[HOUR, DAY, MONTH]");
        assertThat(get(crew.adas, "/series?corridor=anywhere").detail()).isEqualTo("a corridor is written like XC-XA");
        for (String path : List.of("/secrets", "/routes/x", "/log/verify", "/"))
            assertThat(get(crew.adas, path).status()).as(path).isEqualTo(404);
        assertThat(notes()).noneMatch(note -> note.contains("hub-desk"));
    }
}
