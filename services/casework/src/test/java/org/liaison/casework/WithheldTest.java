package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Samples.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import tools.jackson.databind.JsonNode;

/// The report of what stays behind is the other half of what goes.
class WithheldTest {

    private static final Bytes REFERRAL = file("referral.json");

    @Test
    void every_value_either_goes_or_is_reported() {
        for (KindOfMessage kind : FORMS.kinds()) {
            if (!kind.code().code().startsWith("REF-REQ")) continue;
            for (AuthorityKind recipient : kind.recipients()) {
                List<String> all = new ArrayList<>();
                leaves(json(REFERRAL), "", all);
                List<String> seen = new ArrayList<>();
                leaves(json(Projection.project(REFERRAL, kind.code(), recipient)), "", seen);
                seen.removeIf(pointer -> pointer.equals("/view") || pointer.equals("/nonPunishment"));
                List<Withheld> withheld = Projection.withheld(REFERRAL, kind.code(), recipient);
                long left = all.stream()
                        .filter(leaf -> withheld.stream()
                                .anyMatch(one -> leaf.equals(one.pointer()) || leaf.startsWith(one.pointer() + "/")))
                        .count();
                assertThat(left + seen.size()).as(recipient.code()).isEqualTo(all.size());
            }
        }
    }

    @Test
    void the_report_names_the_rule() {
        Map<String, Withheld.Rule> rules = new TreeMap<>();
        Projection.withheld(REFERRAL, REF_REQ, AuthorityKind.POLICE)
                .forEach(one -> rules.put(one.dataClass(), one.rule()));
        assertThat(rules)
                .containsEntry("HEALTH", Withheld.Rule.NEVER)
                .containsEntry("IDENTITY", Withheld.Rule.NOT_IN_VIEW);
        Bytes narrow = changed("referral.json", form -> put(form, "/consent/scope", List.of("IDENTITY")));
        assertThat(Projection.withheld(narrow, REF_REQ, AuthorityKind.SOCIAL))
                .filteredOn(one -> one.dataClass().equals("HEALTH"))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.rule()).isEqualTo(Withheld.Rule.NOT_AGREED);
                    assertThat(one.sentence()).contains("health, body and mind").contains("consent");
                });
    }

    @Test
    void a_field_that_no_schema_knows_stays_behind_and_is_reported() {
        Bytes odd = with("referral.json", "/shoeSize", 38);
        assertThat(Projection.withheld(odd, REF_REQ, AuthorityKind.SOCIAL)).anySatisfy(one -> {
            assertThat(one.pointer()).isEqualTo("/shoeSize");
            assertThat(one.rule()).isEqualTo(Withheld.Rule.NO_CLASS);
            assertThat(one.sentence()).doesNotContain("38");
        });
    }

    @Test
    void a_form_without_classes_goes_as_it_is() {
        assertThat(Projection.withheld(file("mla-request.json"), MLA_REQ, AuthorityKind.CENTRAL))
                .isEmpty();
        assertThat(Projection.audience(MLA_REQ, "OPEN").sure()).isEmpty();
    }

    private static void leaves(JsonNode node, String at, List<String> leaves) {
        if (node.isObject()) node.propertyStream().forEach(f -> leaves(f.getValue(), at + "/" + f.getKey(), leaves));
        else if (node.isArray()) for (int i = 0; i < node.size(); i++) leaves(node.path(i), at + "/" + i, leaves);
        else leaves.add(at);
    }
}
