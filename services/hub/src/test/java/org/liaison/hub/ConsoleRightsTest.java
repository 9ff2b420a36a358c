package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liaison.database.Database;

/// Who may what at the console, by forms and by programs.
class ConsoleRightsTest extends ConsoleCrew {

    private static final List<String> VIEWS = List.of(
            "traffic",
            "series",
            "routes",
            "gateways",
            "mailboxes",
            "quarantine",
            "certificates",
            "snapshots",
            "log",
            "changes",
            "deadlines",
            "events",
            "alerts");

    ConsoleRightsTest(Crew crew) {
        super(crew);
    }

    @Test
    void an_auditor_reads_everything_and_changes_nothing() throws Exception {
        for (String view : VIEWS) {
            Said said = get(crew.cleos, "/" + view);
            assertThat(said.status()).as(view + said.json()).isEqualTo(200);
            assertThat(said.json().has(view)).as(view).isTrue();
        }
        for (String[] action : actions()) {
            Said refused = post(crew.cleos, action[0], action[1]);
            assertThat(refused.status()).as(action[0]).isEqualTo(403);
            assertThat(refused.detail()).contains("to act OFFICER or SUPERVISOR");
        }
        assertThat(get(crew.cleos, "/quarantine/preview?effect=RELEASE&id=x").status())
                .isEqualTo(403);
        for (String[] form : forms())
            assertThat(cleo.submit("/account", form[0], java.util.Arrays.copyOfRange(form, 1, form.length))
                            .statusCode())
                    .as(form[0])
                    .isEqualTo(404);
        assertThat(cleo.get("/quarantine").body()
                        + cleo.get("/alerts").body()
                        + cleo.get("/log").body())
                .doesNotContain("action=\"/quarantine/confirm", "action=\"/alerts", "action=\"/log");
    }

    @Test
    void an_administrator_who_is_nothing_else_sees_nothing() throws Exception {
        for (String view : VIEWS)
            assertThat(get(crew.dans, "/" + view).status()).as(view).isEqualTo(403);
        for (String[] action : actions())
            assertThat(post(crew.dans, action[0], action[1]).status())
                    .as(action[0])
                    .isEqualTo(403);
        for (String page : List.of("/home", "/quarantine", "/alerts", "/routes", "/log"))
            assertThat(dan.get(page).statusCode()).as(page).isEqualTo(404);
    }

    @Test
    void a_form_without_its_token_does_nothing() throws Exception {
        List<String> before = notes();
        for (String[] form : forms())
            assertThat(ada.post(form[0], "", java.util.Arrays.copyOfRange(form, 1, form.length))
                            .statusCode())
                    .as(form[0])
                    .isEqualTo(403);
        assertThat(notes()).isEqualTo(before);
    }

    @Test
    void a_session_opens_nothing_to_programs_and_wrong_tokens_are_told_why() throws Exception {
        assertThat(ada.get("/api/v1/routes").statusCode()).isEqualTo(401);
        assertThat(ada.submit("/log", "/api/v1/log/verify").statusCode()).isEqualTo(401);
        assertThat(get("liaison_nobody", "/routes").detail()).startsWith("This token is not known here.");
        String spent = ben.accessToken("spent");
        sql("update signin_tokens set expires = now() - interval '1 second' where label = 'spent'");
        assertThat(get(spent, "/routes").detail()).startsWith("The time of this token is over.");
        String revoked = ben.accessToken("revoked");
        sql("update signin_tokens set revoked = now() where label = 'revoked'");
        assertThat(post(revoked, "/log/verify", "").detail()).startsWith("This token was revoked.");
        assertThat(get(crew.bens, "/routes").status()).isEqualTo(200);
    }

    private static List<String[]> actions() {
        String why = "{\"why\":\"" + WHY + "\"}";
        return List.of(
                new String[] {"/routes/" + NOBODYS_ROUTE + "/pause", "{\"minutes\":5,\"why\":\"" + WHY + "\"}"},
                new String[] {"/routes/" + NOBODYS_ROUTE + "/resume", why},
                new String[] {"/gateways/gateway-xa/test", ""},
                new String[] {"/quarantine", "{\"effect\":\"DISCARD\",\"ids\":[\"1\"],\"why\":\"" + WHY + "\"}"},
                new String[] {"/quarantine/proposals/00000000-0000-0000-0000-000000000000/confirm", ""},
                new String[] {"/quarantine/proposals/00000000-0000-0000-0000-000000000000/decline", why},
                new String[] {"/alerts/acknowledge", "{\"cause\":\"x\"}"},
                new String[] {"/alerts/test", ""},
                new String[] {"/log/verify", ""},
                new String[] {"/diagnostics", ""});
    }

    private static List<String[]> forms() {
        String nobody = "00000000-0000-0000-0000-000000000000";
        return List.of(
                new String[] {"/routes/pause", "route", NOBODYS_ROUTE, "minutes", "5", "why", WHY},
                new String[] {"/routes/resume", "route", NOBODYS_ROUTE, "why", WHY},
                new String[] {"/routes/test", "gateway", "gateway-xa"},
                new String[] {"/quarantine", "effect", "DISCARD", "id", "1", "why", WHY},
                new String[] {"/quarantine/confirm", "proposal", nobody},
                new String[] {"/quarantine/decline", "proposal", nobody, "why", WHY},
                new String[] {"/alerts/acknowledge", "cause", "x"},
                new String[] {"/alerts/test"},
                new String[] {"/log/verify"},
                new String[] {"/diagnostics"});
    }

    private void sql(String statement) throws Exception {
        try (var connection = hub.part(Database.class).source().getConnection();
                var update = connection.createStatement()) {
            assertThat(update.executeUpdate(statement)).isOne();
        }
    }
}
