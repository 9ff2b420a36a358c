package org.liaison.casework;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// The schemas of all forms (JSON Schema 2020-12), one file for each kind, version and view, and the parts they share.
/// Nothing is ever fetched from elsewhere.
final class Schemas {

    /// Our keywords beside the standard's: the article behind a requirement, the sentence for a person, how to mend it,
    /// values with a refusal of their own, and the class of information that decides who may see a field.
    static final List<String> OWN_KEYWORDS = List.of("x-article", "x-sentence", "x-mend", "x-refused", "x-class");

    private static final String ID = "urn:liaison:form:";
    private static final String COMMON = "common.1";

    private final Map<String, String> texts;
    private final Map<String, JsonNode> trees = new HashMap<>();
    private final Map<String, Schema> compiled = new HashMap<>();

    private Schemas(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
        texts.forEach((id, text) -> trees.put(id, StrictJson.MAPPER.readTree(text)));
        SchemaRegistry registry = registry(this.texts);
        for (String id : texts.keySet()) compiled.put(id, registry.getSchema(SchemaLocation.of(id)));
        compiled.values().forEach(Schema::initializeValidators);
    }

    static Schemas shipped(List<KindOfMessage> kinds) {
        Map<String, String> texts = new HashMap<>();
        texts.put(ID + "common:1", resource(COMMON));
        for (KindOfMessage kind : kinds)
            for (String version : kind.versions())
                for (View view : kind.views().values())
                    texts.put(id(kind.form(), version, view), resource(name(kind.form(), version, view)));
        return new Schemas(texts);
    }

    /// Those of the kinds this program ships with, read and compiled once.
    static Schemas ofShippedKinds() {
        return Once.SCHEMAS;
    }

    private static final class Once {
        private static final Schemas SCHEMAS = shipped(Kinds.ALL);
    }

    static String name(MessageKind kind, String version, View view) {
        return kind + "." + version + (view == View.WHOLE ? "" : "." + view.code());
    }

    Optional<JsonNode> tree(MessageKind kind, String version, View view) {
        return tree(id(kind, version, view));
    }

    Optional<String> text(MessageKind kind, String version, View view) {
        return Optional.ofNullable(texts.get(id(kind, version, view)));
    }

    List<Error> validate(MessageKind kind, String version, View view, JsonNode form) {
        Schema schema = compiled.get(id(kind, version, view));
        if (schema == null) throw new IllegalArgumentException("no schema: " + id(kind, version, view));
        return schema.validate(form);
    }

    /// The node that a reference such as `urn:liaison:form:common:1#/$defs/date` leads to.
    Optional<JsonNode> resolve(String reference) {
        int hash = reference.indexOf('#');
        if (hash < 0) return tree(reference);
        return tree(reference.substring(0, hash))
                .map(tree -> tree.at(reference.substring(hash + 1)))
                .filter(node -> !node.isMissingNode());
    }

    private Optional<JsonNode> tree(String id) {
        return Optional.ofNullable(trees.get(id));
    }

    private static String id(MessageKind kind, String version, View view) {
        return ID + kind + ":" + version + (view == View.WHOLE ? "" : ":" + view.code());
    }

    private static SchemaRegistry registry(Map<String, String> texts) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .preloadSchema(true)
                .build();
        return SchemaRegistry.withDialect(
                dialect(), builder -> builder.schemas(texts).schemaRegistryConfig(config));
    }

    private static Dialect dialect() {
        Dialect.Builder builder = Dialect.builder(Dialects.getDraft202012());
        OWN_KEYWORDS.forEach(keyword -> builder.keyword(new AnnotationKeyword(keyword)));
        return builder.build();
    }

    private static String resource(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream("forms/" + name + ".json")) {
            if (in == null) throw new IllegalStateException("the program was built without the form " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// These schemas with one text changed: how a later version of a form is tried out.
    Schemas with(MessageKind kind, String version, View view, UnaryOperator<String> change) {
        Map<String, String> more = new HashMap<>(texts);
        String first = texts.get(id(kind, "1", view));
        if (first == null) throw new IllegalArgumentException("no schema of " + kind);
        more.put(id(kind, version, view), change.apply(first));
        return new Schemas(more);
    }
}
