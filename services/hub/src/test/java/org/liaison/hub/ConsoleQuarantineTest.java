package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What lies in quarantine is released, returned or discarded, by forms and by programs, by one person or by two.
class ConsoleQuarantineTest extends ConsoleCrew {

    ConsoleQuarantineTest(Crew crew) {
        super(crew);
    }

    @Test
    void one_message_is_released_by_its_form_and_the_log_names_who_did_it_and_why() throws Exception {
        String id = crew.lying().getFirst();
        assertThat(ada.get("/quarantine/preview?effect=RELEASE&id=" + id).body())
                .contains("1 handed in again at intake.gateway-xc")
                .doesNotContain("A second person has to confirm");
        ada.submit("/quarantine", "/quarantine", "effect", "RELEASE", "id", id, "why", "no");
        assertThat(ada.get("/quarantine").body()).contains("Give a reason");
        assertThat(crew.lying()).contains(id);
        ada.submit("/quarantine", "/quarantine", "effect", "RELEASE", "id", id, "why", WHY);
        assertThat(ada.get("/quarantine").body()).contains("1 of 1 messages were handed in again.", "Log entry");
        assertThat(crew.lying()).doesNotContain(id);
        assertThat(notes()).contains("Release 1 from quarantine: " + id + "; by ada; because: " + WHY);
        ada.submit("/quarantine", "/quarantine", "effect", "RELEASE", "id", id, "why", WHY);
        assertThat(ada.get("/quarantine").body()).contains("1 of these messages no longer lies in quarantine");
    }

    @Test
    void what_needs_a_second_person_is_not_confirmed_by_the_first() throws Exception {
        String id = crew.lying().get(1);
        ada.submit("/quarantine", "/quarantine", "effect", "DISCARD", "id", id, "why", WHY);
        String proposal = proposalOf(id);
        assertThat(ada.get("/quarantine").body()).doesNotContain("action=\"/quarantine/confirm\"");
        ada.submit("/quarantine", "/quarantine/confirm", "proposal", proposal);
        assertThat(ada.get("/quarantine").body()).contains("Another person than ada must confirm this.");
        Said byProgram = post(crew.adas, "/quarantine/proposals/" + proposal + "/confirm", "");
        assertThat(byProgram.status()).isEqualTo(409);
        assertThat(byProgram.detail()).isEqualTo("Another person than ada must confirm this.");
        assertThat(crew.lying()).contains(id);
        assertThat(ben.get("/quarantine").body()).contains("action=\"/quarantine/confirm\"");
        ben.submit("/quarantine", "/quarantine/confirm", "proposal", proposal);
        assertThat(crew.lying()).doesNotContain(id);
        assertThat(notes())
                .anyMatch(note -> note.startsWith("Confirmed what ada asked for") && note.contains("by ben"));
    }

    @Test
    void what_was_asked_for_by_a_program_is_turned_down_by_a_form() throws Exception {
        String id = crew.lying().getLast();
        Said asked = post(
                crew.adas, "/quarantine", "{\"effect\":\"DISCARD\",\"ids\":[\"" + id + "\"],\"why\":\"" + WHY + "\"}");
        assertThat(asked.status()).isEqualTo(202);
        String proposal = asked.json().path("proposal").asString();
        assertThat(proposal).isEqualTo(proposalOf(id));
        ben.submit("/quarantine", "/quarantine/decline", "proposal", proposal, "why", "no");
        assertThat(ben.get("/quarantine").body()).contains("Give a reason");
        ben.submit("/quarantine", "/quarantine/decline", "proposal", proposal, "why", "it may be needed");
        assertThat(ben.get("/quarantine").body()).contains("It will not be done.");
        assertThat(crew.lying()).contains(id);
        assertThat(post(crew.bens, "/quarantine/proposals/" + proposal + "/confirm", "")
                        .detail())
                .startsWith("This no longer waits for anybody");
    }

    @Test
    void a_program_previews_and_returns_what_lies_in_quarantine() throws Exception {
        String id = crew.lying().get(2);
        Said preview = get(crew.bens, "/quarantine/preview?effect=RETURN&id=" + id);
        assertThat(preview.json().path("preview").path("sentences").get(0).asString())
                .isEqualTo("1 returned to gateway-xc and forgotten");
        Said done = post(
                crew.bens, "/quarantine", "{\"effect\":\"RETURN\",\"ids\":[\"" + id + "\"],\"why\":\"" + WHY + "\"}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("done").asString()).isEqualTo("1 of 1 messages were returned.");
        assertThat(changeAt(done.json().path("entry").asLong()).note())
                .isEqualTo("Return 1 from quarantine: " + id + "; by ben; because: " + WHY);
    }

    private String proposalOf(String message) {
        return hub.views().quarantine().proposals().stream()
                .filter(one -> one.messages().contains(message))
                .map(one -> one.id().toString())
                .findFirst()
                .orElseThrow();
    }
}
