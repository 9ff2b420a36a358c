package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.liaison.casework.Samples.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The minimisation matrix, row by row. The form is filled to the last field, each text marked with its own place;
/// then we look for the marks in what each recipient sees.
class ProjectionTest {

    private static final String MARK = "mark:";
    private static final List<AuthorityKind> NO_NEED_TO_KNOW = List.of(AuthorityKind.POLICE, AuthorityKind.PROSECUTOR);

    @Test
    void identity_and_contact_go_to_social_and_ngo_but_not_to_police_or_prosecutor() {
        visible("/person", AuthorityKind.SOCIAL, AuthorityKind.NGO);
        invisible("/person", NO_NEED_TO_KNOW);
        invisible("/referrer", NO_NEED_TO_KNOW);
    }

    @Test
    void whereabouts_go_to_social_only() {
        visible("/whereabouts", AuthorityKind.SOCIAL);
        invisible("/whereabouts", List.of(AuthorityKind.NGO, AuthorityKind.POLICE, AuthorityKind.PROSECUTOR));
        invisible("/journey", NO_NEED_TO_KNOW);
    }

    @Test
    void health_does_not_go_to_police_or_prosecutor() {
        visible("/health", AuthorityKind.SOCIAL, AuthorityKind.NGO);
        invisible("/health", NO_NEED_TO_KNOW);
    }

    @Test
    void needs_and_service_plan_do_not_go_to_police_or_prosecutor() {
        visible("/needs", AuthorityKind.SOCIAL, AuthorityKind.NGO);
        visible("/servicePlan", AuthorityKind.SOCIAL, AuthorityKind.NGO);
        invisible("/needs", NO_NEED_TO_KNOW);
        invisible("/servicePlan", NO_NEED_TO_KNOW);
        invisible("/wishes", NO_NEED_TO_KNOW);
    }

    @Test
    void the_exploitation_account_stays_with_the_helpers() {
        visible("/account", AuthorityKind.SOCIAL, AuthorityKind.NGO);
        invisible("/account", NO_NEED_TO_KNOW);
    }

    @Test
    void suspects_methods_and_routes_go_to_police_and_prosecutor_and_never_to_social_or_ngo() {
        for (String part : List.of("/justice/suspects", "/justice/routes", "/justice/modusOperandi"))
            visible(part, AuthorityKind.POLICE, AuthorityKind.PROSECUTOR);
        invisible("/justice", List.of(AuthorityKind.SOCIAL, AuthorityKind.NGO));
    }

    @Test
    void cooperation_with_justice_goes_to_the_prosecutor_only_for_help_never_depends_on_it() {
        visible("/justice/cooperation", AuthorityKind.PROSECUTOR);
        visible("/justice/proceedings", AuthorityKind.PROSECUTOR);
        invisible("/justice/cooperation", List.of(AuthorityKind.SOCIAL, AuthorityKind.NGO, AuthorityKind.POLICE));
        invisible("/justice/proceedings", List.of(AuthorityKind.SOCIAL, AuthorityKind.NGO, AuthorityKind.POLICE));
    }

    @Test
    void immigration_and_residence_go_to_social_only() {
        visible("/residence", AuthorityKind.SOCIAL);
        invisible("/residence", List.of(AuthorityKind.NGO, AuthorityKind.POLICE, AuthorityKind.PROSECUTOR));
    }

    @Test
    void of_the_risk_police_and_prosecutor_see_level_and_protective_measures_only() {
        visible("/risk", AuthorityKind.SOCIAL, AuthorityKind.NGO);
        for (AuthorityKind recipient : NO_NEED_TO_KNOW)
            assertThat(seen(recipient).stream().filter(place -> place.startsWith("/risk")))
                    .allMatch(place -> place.equals("/risk/level") || place.startsWith("/risk/protectiveMeasures/"))
                    .isNotEmpty();
    }

    @Test
    void child_data_and_consent_stay_with_the_helpers() {
        for (String part : List.of("/guardian", "/bestInterests", "/consent")) {
            visible(part, AuthorityKind.SOCIAL, AuthorityKind.NGO);
            invisible(part, NO_NEED_TO_KNOW);
        }
    }

    @Test
    void a_notice_to_police_holds_exactly_what_is_listed_and_nothing_else() {
        Set<String> parts = seen(AuthorityKind.POLICE).stream()
                .map(place -> place.replaceAll("/[0-9]+", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(parts)
                .containsExactly(
                        "/countries/country",
                        "/countries/role",
                        "/justice/modusOperandi",
                        "/justice/routes/conveyance",
                        "/justice/routes/from",
                        "/justice/routes/mode",
                        "/justice/routes/place",
                        "/justice/routes/to",
                        "/justice/suspects/alias",
                        "/justice/suspects/country",
                        "/justice/suspects/description",
                        "/justice/suspects/name",
                        "/justice/suspects/role",
                        "/language",
                        "/legalBasis",
                        "/pseudonym",
                        "/risk/level",
                        "/risk/protectiveMeasures");
    }

    @ParameterizedTest
    @EnumSource(
            value = AuthorityKind.class,
            names = {"SOCIAL", "NGO", "POLICE", "PROSECUTOR"})
    void a_field_that_nobody_has_heard_of_stays_behind(AuthorityKind recipient) {
        Bytes form = changed("referral.json", json -> {
            put(json, "/secret", MARK + "/secret");
            put(json, "/countries/0/secret", MARK + "/countries/0/secret");
            put(json, "/risk/protectiveMeasures/0", Map.of("secret", MARK + "/risk/secret"));
        });
        List<String> found = Markers.found(json(Projection.project(form, REF_REQ, recipient)), MARK);
        assertThat(found).doesNotContain("/secret");
        if (NO_NEED_TO_KNOW.contains(recipient)) assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AuthorityKind.class,
            names = {"SOCIAL", "NGO", "POLICE", "PROSECUTOR"})
    void what_each_recipient_sees_is_a_valid_form_of_its_own(AuthorityKind recipient) {
        assertThat(FORMS.check(REF_REQ, Projection.project(file("referral.json"), REF_REQ, recipient)))
                .isEmpty();
    }

    @Test
    void notices_remind_that_victims_are_not_punished() {
        for (AuthorityKind recipient : NO_NEED_TO_KNOW) {
            ObjectNode notice = json(Projection.project(file("referral.json"), REF_REQ, recipient));
            assertThat(notice.path("nonPunishment").booleanValue(false)).isTrue();
            assertThat(notice.path("view").stringValue("")).isEqualTo(recipient.code());
        }
    }

    @Test
    void no_file_goes_to_police_or_prosecutor_and_an_ngo_gets_none_about_whereabouts_or_residence() {
        List<String> classes = List.of("IDENTITY", "WHEREABOUTS", "HEALTH", "NEEDS", "ACCOUNT", "RESIDENCE", "RISK");
        Bytes form = with(
                "referral.json",
                "/attachments",
                classes.stream()
                        .map(name -> Map.of("file", name + ".pdf", "title", name, "dataClass", name))
                        .toList());
        List<String> all = classes.stream().map(name -> name + ".pdf").toList();
        assertThat(Projection.files(form, REF_REQ, AuthorityKind.SOCIAL, all)).hasSize(7);
        assertThat(Projection.files(form, REF_REQ, AuthorityKind.NGO, all))
                .containsExactly("ACCOUNT.pdf", "HEALTH.pdf", "IDENTITY.pdf", "NEEDS.pdf", "RISK.pdf");
        assertThat(Projection.files(form, REF_REQ, AuthorityKind.POLICE, all)).isEmpty();
        assertThat(Projection.files(form, REF_REQ, AuthorityKind.PROSECUTOR, all))
                .isEmpty();
        assertThat(Projection.project(form, REF_REQ, AuthorityKind.NGO).utf8())
                .doesNotContain("WHEREABOUTS.pdf", "RESIDENCE.pdf");
    }

    @Test
    void the_whole_form_is_not_sent_to_who_may_see_only_a_part() {
        assertThat(FORMS.check(REF_REQ, file("referral.json"), occasion(SOCIAL_XC, POLICE_XB)))
                .extracting(Problem::pointer)
                .contains("/view");
        assertThat(FORMS.check(REF_REQ, file("referral.json"), occasion(SOCIAL_XC, SOCIAL_XA, "identity-sheet.pdf")))
                .extracting(Problem::pointer)
                .containsExactly("/view");
        Bytes notice = Projection.project(file("referral.json"), REF_REQ, AuthorityKind.POLICE);
        assertThat(FORMS.check(REF_REQ, notice, occasion(SOCIAL_XC, SOCIAL_XA)))
                .extracting(Problem::pointer)
                .containsExactly("/view");
    }

    @Test
    void a_kind_of_recipient_that_is_not_listed_gets_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Projection.project(file("referral.json"), REF_REQ, AuthorityKind.NCB));
    }

    @Test
    void other_kinds_of_message_are_seen_as_they_are() {
        Bytes request = file("mla-request.json");
        assertThat(Projection.project(request, MLA_REQ, AuthorityKind.CENTRAL)).isEqualTo(request);
    }

    private static void visible(String part, AuthorityKind... recipients) {
        for (AuthorityKind recipient : recipients)
            assertThat(seen(recipient)).as("%s to %s", part, recipient).anyMatch(place -> place.startsWith(part));
    }

    private static void invisible(String part, List<AuthorityKind> recipients) {
        for (AuthorityKind recipient : recipients)
            assertThat(seen(recipient)).as("%s to %s", part, recipient).noneMatch(place -> place.startsWith(part));
    }

    private static Set<String> seen(AuthorityKind recipient) {
        Bytes projected = Projection.project(everyFieldMarked(), REF_REQ, recipient);
        return new TreeSet<>(Markers.found(json(projected), MARK));
    }

    /// The sample, with every field that the schema knows and the sample lacks.
    private static Bytes everyFieldMarked() {
        ObjectNode form = json(file("referral.json"));
        JsonNode scope = form.at("/consent/scope");
        Everything.add(form, REF_REQ);
        Markers.fill(form, MARK);
        // Classes of files and the scope of the consent decide, so they keep their values.
        put(form, "/attachments/0/dataClass", "IDENTITY");
        put(form, "/consent/scope", scope);
        return StrictJson.write(form);
    }
}
