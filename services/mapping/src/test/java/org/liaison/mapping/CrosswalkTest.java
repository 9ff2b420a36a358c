package org.liaison.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.casework.Forms;
import org.liaison.casework.View;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CrosswalkTest {

    private static final Crosswalk HTCDS = Crosswalk.shipped("htcds").orElseThrow();
    private static final Crosswalk EIO = Crosswalk.shipped("eio").orElseThrow();
    private static final Forms FORMS = Forms.shipped();

    @Test
    void a_referral_is_put_in_the_words_of_htcds() {
        JsonNode fields =
                exported(HTCDS, referral(), AuthorityKind.SOCIAL).content().path("fields");
        assertThat(fields.path("prs_FirstName").stringValue()).isEqualTo("Sample Person");
        assertThat(fields.path("prs_Gender").stringValue()).isEqualTo("Female");
        assertThat(fields.path("vic_TypeOfExploitation").path(0).stringValue()).isEqualTo("ForcedLabour");
        assertThat(fields.path("vic_RecruitmentTactics").path(0).stringValue()).isEqualTo("FalsePromisesOrStatements");
        assertThat(fields.has("prs_Birthdate")).as("1999-04 is no full date").isFalse();
    }

    @Test
    void a_request_is_put_into_the_sections_of_an_order() {
        JsonNode sections =
                exported(EIO, request(), AuthorityKind.CENTRAL).content().path("fields");
        assertThat(sections.path("G").path("facts").stringValue()).startsWith("Between June and December");
        assertThat(sections.path("G").path("offences").path(0).path("annexD").stringValue())
                .isEqualTo("TRAFFICKING_IN_HUMAN_BEINGS");
        assertThat(sections.path("K").path("name").stringValue()).contains("XC");
    }

    @ParameterizedTest
    @CsvSource({"htcds,referral,SOCIAL", "eio,mla-request,CENTRAL"})
    void what_maps_survives_the_way_there_and_back(String format, String sample, AuthorityKind holder) {
        Crosswalk crosswalk = Crosswalk.shipped(format).orElseThrow();
        Mapping.Mapped out = exported(crosswalk, form(sample), holder);
        ObjectNode draft = drafted(crosswalk, StrictJson.write(out.content())).content();
        ObjectNode again = exported(crosswalk, draft, holder).content();
        assertThat(draft.path("kind")).isEqualTo(form(sample).path("kind"));
        Set<String> gone = new TreeSet<>();
        Leaves.of(out.content().path("fields")).keySet().forEach(pointer -> {
            if (!again.path("fields")
                    .at(pointer)
                    .equals(out.content().path("fields").at(pointer))) gone.add(pointer);
        });
        assertThat(gone).allMatch(CrosswalkTest::leadsOutOnly);
    }

    /// What an address or a journey became cannot be read back without asking a person: the tables say so.
    private static boolean leadsOutOnly(String pointer) {
        return pointer.equals("/cas_ReasonForIncomingReferral")
                || pointer.equals("/prs_MobilePhone")
                || pointer.endsWith("/annexD")
                || pointer.endsWith("/tick");
    }

    @Test
    void each_value_of_the_form_either_comes_along_or_is_listed() {
        for (var sample : Map.of(HTCDS, referral(), EIO, request()).entrySet()) {
            Crosswalk crosswalk = sample.getKey();
            ObjectNode form = sample.getValue();
            AuthorityKind holder = crosswalk == HTCDS ? AuthorityKind.SOCIAL : AuthorityKind.CENTRAL;
            Set<String> named = new TreeSet<>();
            exported(crosswalk, form, holder).losses().forEach(loss -> named.add(loss.field()));
            Leaves.of(form).forEach((pointer, pattern) -> {
                boolean hidden = pointer.startsWith("/justice");
                boolean header = Set.of("/kind", "/version").contains(pointer);
                boolean mapped = crosswalk.table().rows().stream()
                        .anyMatch(row -> pattern.equals(row.ours().toString()) || pattern.startsWith(row.ours() + "/"));
                assertThat(hidden || header || mapped || named.contains(pattern))
                        .as(pointer)
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"htcds", "eio"})
    void every_field_of_the_form_has_a_row_or_a_reason(String format) {
        Crosswalk crosswalk = Crosswalk.shipped(format).orElseThrow();
        String schema = FORMS.schema(crosswalk.kind(), View.WHOLE).orElseThrow();
        Set<String> silent = new TreeSet<>();
        fields(StrictJson.MAPPER.readTree(schema), "", silent);
        silent.removeIf(place -> Set.of("/kind", "/version", "/view").contains(place)
                || crosswalk.table().rows().stream().anyMatch(row -> (row.ours() + "/").startsWith(place + "/"))
                || !Table.reason(crosswalk.table().left(), place, "").isEmpty());
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"htcds", "eio"})
    void every_place_of_ours_is_a_field_of_the_form(String format) {
        Crosswalk crosswalk = Crosswalk.shipped(format).orElseThrow();
        Set<String> known = new TreeSet<>();
        fields(
                StrictJson.MAPPER.readTree(
                        FORMS.schema(crosswalk.kind(), View.WHOLE).orElseThrow()),
                "",
                known);
        assertThat(crosswalk.table().rows())
                .extracting(row -> row.ours().toString())
                .isSubsetOf(known);
        assertThat(crosswalk.table().left().keySet()).isSubsetOf(known);
    }

    @Test
    void without_identity_only_codes_leave() {
        Mapping.Mapped mapped = (Mapping.Mapped) HTCDS.export(StrictJson.write(referral()), AuthorityKind.SOCIAL, true);
        assertThat(mapped.content().path("fields").propertyNames())
                .containsExactlyInAnyOrder(
                        "prs_Gender",
                        "prs_Nationality",
                        "vic_TypeOfExploitation",
                        "vic_RecruitmentTactics",
                        "cas_ReasonForIncomingReferral");
        assertThat(mapped.content().toString()).doesNotContain("Sample", "1999", "+44", "VS-2025", "example");
    }

    @ParameterizedTest
    @EnumSource(
            value = AuthorityKind.class,
            names = {"POLICE", "PROSECUTOR", "CENTRAL", "COORDINATOR", "NCB"})
    void who_may_not_see_a_referral_gets_nothing_of_it(AuthorityKind holder) {
        assertThat(HTCDS.export(StrictJson.write(referral()), holder, false)).isInstanceOf(Mapping.Withheld.class);
        assertThat(HTCDS.export(StrictJson.write(referral()), holder, true)).isInstanceOf(Mapping.Withheld.class);
    }

    @Test
    void a_way_to_reach_the_person_that_is_not_safe_stays_behind() {
        ObjectNode unsafe = referral();
        ((ObjectNode) unsafe.path("person").path("contact")).put("safeToCall", false);
        Mapping.Mapped mapped = exported(HTCDS, unsafe, AuthorityKind.SOCIAL);
        assertThat(mapped.content().toString()).doesNotContain("+442079460900");
        assertThat(mapped.losses()).extracting(Loss::field).contains("/person/contact/phone");
    }

    @Test
    void no_loss_quotes_what_is_lost() {
        assertThat(exported(HTCDS, referral(), AuthorityKind.SOCIAL).losses().toString())
                .doesNotContain("Sample", "1999-04", "hotel", "Shelter Street");
    }

    @Test
    void what_a_foreign_file_has_beyond_our_form_is_listed() {
        Mapping.Mapped draft = drafted(HTCDS, Bytes.ofUtf8("""
                        {"prs_FirstName": "Sample", "prs_Salutation": "Dr", "vic_TypeOfExploitation": ["Surrogacy", "Other"],
                         "prs_Gender": "Transgender/NonConforming", "x_Unknown": 1}"""));
        assertThat(draft.content().path("account").path("purposes").path(0).stringValue())
                .isEqualTo("SURROGACY");
        assertThat(draft.losses())
                .extracting(Loss::field)
                .containsExactlyInAnyOrder("/prs_Salutation", "/vic_TypeOfExploitation/1", "/prs_Gender", "/x_Unknown");
        assertThat(FORMS.check(HTCDS.kind(), StrictJson.write(draft.content())))
                .as("a draft is to be completed")
                .isNotEmpty();
    }

    @Test
    void a_name_that_could_not_be_sourced_can_be_given() {
        Crosswalk named = HTCDS.naming(Map.of("/person/languagesUnderstood", "vic_Named"));
        assertThat(exported(HTCDS, referral(), AuthorityKind.SOCIAL).content().toString())
                .doesNotContain("vic_Named");
        assertThat(exported(named, referral(), AuthorityKind.SOCIAL)
                        .content()
                        .path("fields")
                        .path("vic_Named")
                        .stringValue())
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"a\":", "3"})
    void what_is_no_group_of_fields_is_refused_with_a_sentence(String nothing) {
        assertThat(HTCDS.draft(Bytes.ofUtf8(nothing))).isInstanceOf(Mapping.Withheld.class);
        assertThat(EIO.export(Bytes.ofUtf8(nothing), AuthorityKind.CENTRAL, false))
                .isInstanceOf(Mapping.Withheld.class);
    }

    @Test
    void a_form_of_another_kind_is_refused() {
        assertThat(HTCDS.export(StrictJson.write(request()), AuthorityKind.SOCIAL, false))
                .isEqualTo(new Mapping.Withheld("Only a form of kind REF-REQ can be put as htcds."));
    }

    private static void fields(JsonNode schema, String place, Set<String> fields) {
        JsonNode node = schema;
        while (node.path("$ref").isString() && !node.has("properties"))
            node = FORMS.part(node.path("$ref").stringValue()).orElseThrow();
        node.path("properties").properties().forEach(entry -> {
            fields.add(place + "/" + entry.getKey());
            fields(entry.getValue(), place + "/" + entry.getKey(), fields);
        });
        if (node.has("items")) fields(node.path("items"), place + "/*", fields);
    }

    private static Mapping.Mapped exported(Crosswalk crosswalk, ObjectNode form, AuthorityKind holder) {
        return (Mapping.Mapped) crosswalk.export(StrictJson.write(form), holder, false);
    }

    private static Mapping.Mapped drafted(Crosswalk crosswalk, Bytes foreign) {
        return (Mapping.Mapped) crosswalk.draft(foreign);
    }

    private static ObjectNode referral() {
        return form("referral");
    }

    private static ObjectNode request() {
        return form("mla-request");
    }

    private static ObjectNode form(String name) {
        try (InputStream in = CrosswalkTest.class.getResourceAsStream(name + ".json")) {
            if (in == null) throw new IllegalStateException("no sample " + name);
            return (ObjectNode) StrictJson.MAPPER.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
