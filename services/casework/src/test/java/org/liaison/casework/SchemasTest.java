package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Samples.FORMS;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// The schemas are read by people too: every field explains itself, and its examples are right.
class SchemasTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "org", "liaison", "casework", "forms");
    private static final Set<String> CONTAINERS = Set.of("properties", "$defs");

    @Test
    void there_is_one_file_for_each_kind_version_and_view_and_no_other() throws IOException {
        Set<String> expected = new TreeSet<>(Set.of("common.1.json"));
        for (KindOfMessage kind : FORMS.kinds())
            for (String version : kind.versions())
                for (View view : kind.views().values())
                    expected.add(Schemas.name(kind.form(), version, view) + ".json");
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void every_field_has_a_title_and_a_description() throws IOException {
        List<String> bare = new ArrayList<>();
        forEachField((place, field) -> {
            if (field.path("title").stringValue("").isBlank()
                    || field.path("description").stringValue("").isBlank()) bare.add(place);
        });
        assertThat(bare).isEmpty();
    }

    @Test
    void every_field_that_is_a_text_or_number_has_an_example_and_every_example_is_right() throws IOException {
        Map<String, String> texts = texts();
        List<String> wrong = new ArrayList<>();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
        forEachField((place, field) -> {
            boolean single = field.has("$ref")
                    || Set.of("string", "integer").contains(field.path("type").stringValue(""));
            boolean group = FORMS.part(field.path("$ref").stringValue("#"))
                    .filter(part -> !Set.of("string", "integer", "boolean")
                            .contains(part.path("type").stringValue("")))
                    .isPresent();
            if (single && !group && field.path("examples").isEmpty() && !field.has("const"))
                wrong.add(place + " has no example");
            for (JsonNode example : field.path("examples"))
                if (!registry.getSchema(field).validate(example).isEmpty()) wrong.add(place + " has a wrong example");
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_sentence_names_its_article_and_its_remedy() throws IOException {
        List<String> incomplete = new ArrayList<>();
        for (var text : texts().entrySet())
            walk(text.getKey(), StrictJson.MAPPER.readTree(text.getValue()), (place, node) -> {
                if (node.has("x-sentence")
                        && ((node.path("x-article").stringValue("").isEmpty()
                                        && node.path("x-article").isEmpty())
                                || node.path("x-mend").stringValue("").isEmpty()
                                || !node.path("x-sentence").stringValue("").endsWith("."))) incomplete.add(place);
            });
        assertThat(incomplete).isEmpty();
    }

    @Test
    void a_form_that_families_share_names_the_kinds_and_for_each_family_the_articles() throws IOException {
        for (KindOfMessage kind : FORMS.kinds()) {
            String family = kind.code().code().substring(0, kind.code().code().indexOf('-'));
            for (View view : kind.views().values()) {
                JsonNode schema = StrictJson.MAPPER.readTree(
                        FORMS.schema(kind.code(), view).orElseThrow());
                JsonNode named = schema.at("/properties/kind");
                if (named.has("enum"))
                    assertThat(named.path("enum").valueStream().map(JsonNode::stringValue))
                            .contains(kind.code().code());
                else
                    assertThat(named.path("const").stringValue())
                            .isEqualTo(kind.code().code());
                walk(kind.code().code(), schema, (place, node) -> {
                    JsonNode article = node.path("x-article");
                    if (article.isObject())
                        assertThat(article.propertyNames()).as(place).contains(family);
                });
            }
        }
    }

    @Test
    void no_form_takes_a_field_it_does_not_know() throws IOException {
        List<String> open = new ArrayList<>();
        for (var text : texts().entrySet())
            walk(text.getKey(), StrictJson.MAPPER.readTree(text.getValue()), (place, node) -> {
                if (node.path("type").stringValue("").equals("object")
                        && node.path("additionalProperties").booleanValue(true)) open.add(place);
            });
        assertThat(open).isEmpty();
    }

    @Test
    void no_form_asks_whether_help_depends_on_cooperation() throws IOException {
        assertThat(FORMS.schema(Samples.REF_DEC, View.WHOLE).orElseThrow()).doesNotContain("\"cooperation\"");
    }

    private static void forEachField(BiConsumer<String, JsonNode> look) throws IOException {
        for (var text : texts().entrySet())
            walk(text.getKey(), StrictJson.MAPPER.readTree(text.getValue()), (place, node) -> {
                for (String container : CONTAINERS) {
                    if (place.contains("/if") || place.contains("/then")) continue;
                    node.path(container)
                            .propertyStream()
                            .forEach(field -> look.accept(place + "/" + field.getKey(), field.getValue()));
                }
            });
    }

    private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> look) {
        if (node.isObject()) {
            look.accept(place, node);
            node.propertyStream().forEach(field -> {
                if (!field.getKey().equals("examples")) walk(place + "/" + field.getKey(), field.getValue(), look);
            });
        } else if (node.isArray()) for (int i = 0; i < node.size(); i++) walk(place + "/" + i, node.path(i), look);
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                texts.put(StrictJson.MAPPER.readTree(text).path("$id").stringValue(), text);
            }
        }
        return texts;
    }
}
