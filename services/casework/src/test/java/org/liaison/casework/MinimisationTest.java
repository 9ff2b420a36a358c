package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Samples.FORMS;
import static org.liaison.casework.Samples.put;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liaison.casework.Minimisation.Share;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The table of who may see what, walked for every kind of message and every kind of recipient: each form is filled to
/// the last field, each text marked with its own place, and then we look for the marks in what the recipient sees.
class MinimisationTest {

    private static final String MARK = "mark:";
    private static final Set<String> FAMILIES = Set.of("REF", "NAT", "TRV", "DOC");
    private static final Set<String> ALARMS = Set.of("REF-EMERG", "REF-NOTARRIVED");
    private static final Schemas SCHEMAS = Schemas.ofShippedKinds();
    private static final SchemaWalk WALK = new SchemaWalk(SCHEMAS);
    private static final Path DRAWN = Path.of("MINIMISATION.md");

    record Way(KindOfMessage kind, AuthorityKind recipient) {
        @Override
        public String toString() {
            return kind.code() + " to " + recipient.code();
        }
    }

    static List<KindOfMessage> kinds() {
        return FORMS.kinds().stream()
                .filter(kind -> FAMILIES.contains(kind.code().code().substring(0, 3)))
                .toList();
    }

    static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (KindOfMessage kind : kinds())
            for (AuthorityKind recipient : new TreeSet<>(kind.recipients())) ways.add(new Way(kind, recipient));
        return ways;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_field_has_a_class_of_the_table(KindOfMessage kind) {
        Map<String, String> classes = classes(kind, marked(kind));
        assertThat(classes.values()).isSubsetOf(Minimisation.classes());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_recipient_sees_exactly_the_classes_that_the_table_gives_it(Way way) {
        ObjectNode form = marked(way.kind);
        Set<String> expected = new TreeSet<>();
        classes(way.kind, form).forEach((place, dataClass) -> {
            boolean known = !WALK.chainAt(schema(way.kind, way.kind.views().get(way.recipient)), steps(place))
                    .isEmpty();
            if (known && Minimisation.share(dataClass, way.kind.code(), way.recipient) != Share.NEVER)
                expected.add(place);
        });
        assertThat(seen(way, form)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void coe_11_whereabouts_never_go_to_who_may_not_have_them(Way way) {
        boolean police = way.recipient == AuthorityKind.POLICE
                && ALARMS.contains(way.kind.code().code());
        if (way.recipient == AuthorityKind.SOCIAL || police) return;
        assertThat(seenClasses(way)).doesNotContain("WHEREABOUTS");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void coe_12_6_cooperation_goes_to_prosecutors_only(Way way) {
        if (way.recipient != AuthorityKind.PROSECUTOR)
            assertThat(seenClasses(way)).doesNotContain("COOPERATION");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void coe_11_health_and_needs_stay_with_the_helpers(Way way) {
        if (!Kinds.CARERS.contains(way.recipient))
            assertThat(seenClasses(way)).doesNotContain("HEALTH", "NEEDS", "CARE");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_field_that_nobody_has_heard_of_stays_behind(Way way) {
        ObjectNode form = marked(way.kind);
        form.removeAll();
        form.put("secret", MARK + "/secret").putObject("more").put("secret", MARK + "/more/secret");
        assertThat(seen(way, form)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void what_each_recipient_sees_is_a_valid_form_of_its_own(Way way) {
        Bytes form = sample(way);
        Bytes seen = Projection.project(form, way.kind.code(), way.recipient);
        assertThat(FORMS.check(way.kind.code(), seen)).isEmpty();
        assertThat(Projection.hidden(way.kind.code(), Samples.json(seen), way.recipient))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void coe_26_views_for_police_and_prosecutors_say_that_victims_are_not_punished(Way way) {
        View view = way.kind.views().get(way.recipient);
        if (view == View.WHOLE) return;
        ObjectNode seen = Samples.json(Projection.project(sample(way), way.kind.code(), way.recipient));
        assertThat(seen.path("nonPunishment").booleanValue(false)).isTrue();
        assertThat(seen.path("view").stringValue("")).isEqualTo(view.code());
        assertThat(schema(way.kind, view).path("required").toString()).contains("nonPunishment");
    }

    @Test
    void what_the_consent_in_the_form_does_not_cover_stays_behind_where_the_table_asks_for_consent() {
        MessageKind kind = new MessageKind("REF-REQ");
        Bytes form = Referrals.form("REF-REQ", json -> put(json, "/consent/scope", List.of("IDENTITY", "NEEDS")));
        assertThat(Projection.project(form, kind, AuthorityKind.SOCIAL).utf8())
                .contains("servicePlan", "\"risk\"")
                .doesNotContain("\"health\"", "\"account\"", "\"residence\"");
    }

    @Test
    void a_coordinator_gets_incidents_in_codes_and_nothing_of_a_person() {
        Set<String> coded = Set.of("CODES", "CODED_METHODS", "CODED_NEEDS");
        for (String dataClass : Minimisation.classes())
            assertThat(Minimisation.share(dataClass, new MessageKind("INC-RPT"), AuthorityKind.COORDINATOR))
                    .isEqualTo(coded.contains(dataClass) ? Share.YES : Share.NEVER);
        assertThat(Minimisation.share("ELSE", new MessageKind("REF-REQ"), AuthorityKind.SOCIAL))
                .isEqualTo(Share.NEVER);
    }

    /// To draw the page anew after a change of the table: run this test with `LIAISON_DRAW=1` in the environment.
    @Test
    void the_page_of_minimisation_is_drawn_from_the_table() throws IOException {
        String drawn = page();
        if (System.getenv("LIAISON_DRAW") != null) Files.writeString(DRAWN, drawn);
        assertThat(Files.readString(DRAWN)).isEqualTo(drawn);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Who may see what

                Drawn from the table in `Minimisation` and from the classes (`x-class`) that the schemas in `forms/` give their
                fields; a test holds this page to them. *agreed*: only as far as a consent covers it. *alarm*: police where there
                is immediate danger or a person has not arrived (CoE 33(1)). Police and prosecutors see less still: of the classes
                below only the fields that the form's view for them has. A class that is not here is seen by nobody.

                """);
        List<List<String>> cells = Minimisation.cells();
        cells.forEach(line -> {
            page.append("| ")
                    .append(String.join(" | ", line).replace("never", "").replaceAll(" +", " "))
                    .append(" |\n");
            if (line == cells.getFirst())
                page.append("|---".repeat(line.size())).append("|\n");
        });
        page.append("\n## What each kind of message may hold, and who gets it\n\n");
        page.append("| kind | to | classes |\n|---|---|---|\n");
        for (KindOfMessage kind : kinds())
            for (AuthorityKind recipient : new TreeSet<>(kind.recipients()))
                page.append("| `%s` | %s | %s |%n"
                        .formatted(
                                kind.code(),
                                recipient.code(),
                                String.join(", ", seenClasses(new Way(kind, recipient)))));
        return page.toString();
    }

    /// A form of the kind that this recipient can be sent.
    private static Bytes sample(Way way) {
        String code = way.kind.code().code();
        if (code.equals("REF-CLOSE") && way.recipient == AuthorityKind.POLICE)
            return Referrals.form(code, form -> {
                form.remove(List.of("outcome", "note"));
                form.put("alarm", "The person is safe.");
            });
        return Referrals.form(code);
    }

    private static Set<String> seenClasses(Way way) {
        ObjectNode form = marked(way.kind);
        Map<String, String> classes = classes(way.kind, form);
        Set<String> seen = new TreeSet<>();
        seen(way, form).forEach(place -> seen.add(classes.get(place)));
        return seen;
    }

    private static Set<String> seen(Way way, ObjectNode form) {
        Bytes projected = Projection.project(StrictJson.write(form), way.kind.code(), way.recipient);
        return new TreeSet<>(Markers.found(Samples.json(projected), MARK));
    }

    /// The places of all marks, each with the class that its schema names last on the way there.
    private static Map<String, String> classes(KindOfMessage kind, ObjectNode form) {
        Map<String, String> classes = new LinkedHashMap<>();
        for (String place : Markers.found(form, MARK)) {
            List<String> steps = steps(place);
            String dataClass = "";
            for (int length = 1; length <= steps.size(); length++) {
                String own = WALK.chainAt(schema(kind, View.WHOLE), steps.subList(0, length)).stream()
                        .map(node -> node.path("x-class").stringValue(""))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(dataClass);
                if (own.equals("dataClass")) own = "IDENTITY";
                dataClass = own;
            }
            classes.put(place, dataClass);
        }
        return classes;
    }

    private static JsonNode schema(KindOfMessage kind, View view) {
        return SCHEMAS.tree(kind.form(), "1", view).orElseThrow();
    }

    private static List<String> steps(String place) {
        return List.of(place.substring(1).split("/"));
    }

    private static ObjectNode marked(KindOfMessage kind) {
        ObjectNode form = Samples.json(Referrals.form(kind.code().code()));
        Everything.add(form, kind.form());
        Markers.fill(form, MARK);
        // What decides keeps its meaning: the scope of a consent, and the class that a file or an answer names itself.
        for (String holder : List.of("consent", "agreement"))
            if (form.path(holder) instanceof ObjectNode consent)
                consent.set("scope", StrictJson.MAPPER.valueToTree(List.copyOf(Consent.COVERS)));
        for (String list : List.of("attachments", "answers"))
            if (form.path(list) instanceof ArrayNode entries)
                for (JsonNode entry : entries)
                    if (entry instanceof ObjectNode one && one.has("dataClass")) one.put("dataClass", "IDENTITY");
        return form;
    }
}
