package org.liaison.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.desk.forms.Paper.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.Projection;
import org.liaison.casework.Withheld;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// The preview is what is sent.
class PreviewTest {

    private static final Set<String> HEADER = Set.of("kind", "version", "view");

    @Test
    void every_recipient_of_every_kind_is_shown_what_the_cut_leaves_and_nothing_else() {
        for (KindOfMessage kind : FORMS.kinds())
            for (AuthorityKind recipient : kind.recipients()) {
                Bytes form = bytes(kind.code());
                Preview preview = Preview.of(questionnaire(kind.code()), form, recipient, List.of());
                Bytes cut = Projection.project(form, kind.code(), recipient);
                assertThat(preview.form()).as(kind.code() + " to " + recipient).isEqualTo(cut);
                List<String> shown = new ArrayList<>();
                preview.parts().forEach(part -> collect(part, shown));
                List<String> said = new ArrayList<>();
                StrictJson.MAPPER
                        .readTree(cut.toArray())
                        .propertyStream()
                        .filter(field -> !HEADER.contains(field.getKey()))
                        .forEach(field -> collect(field.getValue(), said));
                assertThat(shown).as(kind.code() + " to " + recipient).containsExactlyInAnyOrderElementsOf(said);
            }
    }

    @Test
    void a_police_officer_sees_no_health_and_the_page_says_by_which_rule() {
        Preview preview = Preview.of(questionnaire(REF_REQ), bytes(REF_REQ), AuthorityKind.POLICE, List.of());
        assertThat(preview.form().utf8()).doesNotContain("\"health\"");
        assertThat(preview.withheld()).anySatisfy(kept -> {
            assertThat(kept.topic().words()).isEqualTo("Health");
            assertThat(kept.rule()).isEqualTo(Withheld.Rule.NEVER);
            assertThat(kept.sentence().words())
                    .contains("health, body and mind")
                    .contains("police");
        });
    }

    @Test
    void a_file_of_a_class_that_a_recipient_may_not_see_is_shown_as_kept_back() {
        var form = sample(REF_REQ);
        form.putArray("attachments")
                .addObject()
                .put("file", "x-ray.pdf")
                .put("title", "X-ray")
                .put("dataClass", "HEALTH");
        Bytes bytes = StrictJson.write(form);
        Preview police = Preview.of(questionnaire(REF_REQ), bytes, AuthorityKind.POLICE, List.of("x-ray.pdf"));
        assertThat(police.files()).isEmpty();
        assertThat(police.keptFiles()).containsExactly("x-ray.pdf");
        Document page = Screen.page(
                "desk/form-preview :: preview(${seen}, 'xb.police.border')", Language.EN, Map.of("seen", police));
        assertThat(page.select(".note.warn").text()).contains("x-ray.pdf").contains("does not go to this recipient");
    }

    @Test
    void a_recipient_to_whom_the_kind_does_not_go_has_no_preview() {
        assertThatThrownBy(
                        () -> Preview.of(questionnaire(REF_REQ), bytes(REF_REQ), AuthorityKind.COORDINATOR, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_page_shows_every_part_in_every_language_and_writes_nothing_as_markup() {
        var form = sample(REF_REQ);
        form.put("servicePlan", "<img src=x onerror=alert(1)>");
        for (Language language : Language.values()) {
            Preview preview = Preview.of(
                    questionnaire(REF_REQ, language), StrictJson.write(form), AuthorityKind.SOCIAL, List.of());
            Document page = Screen.page(
                    "desk/form-preview :: preview(${seen}, 'xa.social.welfare')", language, Map.of("seen", preview));
            assertThat(page.text()).contains("<img src=x onerror=alert(1)>").doesNotContain("desk.forms.");
            assertThat(page.select("img")).isEmpty();
            EveryKindTest.wellMade(page);
        }
    }

    private static void collect(Preview.Part part, List<String> shown) {
        part.values()
                .forEach(value ->
                        shown.add(value.code().isEmpty() ? value.words().words() : value.code()));
        part.parts().forEach(inner -> collect(inner, shown));
    }

    private static void collect(JsonNode node, List<String> said) {
        if (node.isContainer()) node.forEach(inner -> collect(inner, said));
        else said.add(node.isBoolean() ? (node.booleanValue() ? "Yes" : "No") : node.asString(""));
    }
}
