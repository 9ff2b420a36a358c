package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.liaison.routes.gateway.Passage;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.yaml.snakeyaml.Yaml;

/// `openapi.yaml` held against the program: paths, methods, query parameters, fields of the answers.
class OpenApiTest {

    static final List<Class<?>> RESOURCES = List.of(
            MessageResource.class,
            ProofResource.class,
            PaperResource.class,
            CaseResource.class,
            DeadlineResource.class,
            GatewayResource.class,
            ContactsResource.class,
            StatisticsResource.class);

    static final Map<String, Object> API = read();

    @Test
    void every_path_of_the_description_exists_and_no_other() {
        assertThat(described()).isEqualTo(real());
    }

    @Test
    void every_query_parameter_is_described() {
        for (Map.Entry<String, Method> operation : methods().entrySet()) {
            Set<String> real = new TreeSet<>();
            for (Parameter parameter : operation.getValue().getParameters())
                if (parameter.isAnnotationPresent(RequestParam.class)) real.add(parameter.getName());
            assertThat(queryParameters(operation.getKey()))
                    .as(operation.getKey())
                    .isEqualTo(real);
        }
    }

    @Test
    void the_answers_have_the_fields_that_are_described() {
        for (Map.Entry<String, Class<?>> one : Map.<String, Class<?>>of(
                        "Sent", Views.Sent.class,
                        "MessageTrace", Views.MessageTrace.class,
                        "TraceEvent", Views.TraceEvent.class,
                        "Verification", Views.Verification.class,
                        "Status", Views.Status.class,
                        "MessagePage", Views.MessagePage.class,
                        "DirectoryView", Views.DirectoryView.class,
                        "Problem", Views.Problem.class,
                        "Reason", Views.ReasonView.class,
                        "RecipientState", Views.RecipientState.class)
                .entrySet())
            assertThat(fields(one.getValue())).as(one.getKey()).isEqualTo(properties(schema(one.getKey())));
        assertThat(fields(DeadlineResource.Due.class)).isEqualTo(properties(schema("Deadline")));
        assertThat(fields(DeadlineResource.Told.class)).isEqualTo(properties(schema("Notice")));
        assertThat(fields(Views.Message.class)).isEqualTo(allProperties("MessageSummary", "Message"));
        assertThat(fields(Views.Case.class)).isEqualTo(with(properties(schema("Case")), "messages"));
    }

    @Test
    void the_states_of_a_message_are_those_of_the_table() {
        Set<String> states = new TreeSet<>();
        for (Passage passage : Passage.values()) states.add(passage.name());
        assertThat(new TreeSet<>((List<String>) schema("MessageState").get("enum")))
                .isEqualTo(states);
    }

    private static Set<String> described() {
        Set<String> operations = new TreeSet<>();
        map(API.get("paths"))
                .forEach((path, item) -> map(item)
                        .keySet()
                        .forEach(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return operations;
    }

    private static Set<String> real() {
        return new TreeSet<>(methods().keySet());
    }

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new TreeMap<>();
        for (Class<?> resource : RESOURCES) {
            String base = AnnotatedElementUtils.findMergedAnnotation(resource, RequestMapping.class)
                    .path()[0];
            for (Method method : resource.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping == null) continue;
                String path = base + (mapping.path().length == 0 ? "" : mapping.path()[0]);
                for (RequestMethod verb : mapping.method()) methods.put(verb + " " + path, method);
            }
        }
        return methods;
    }

    private static Set<String> queryParameters(String operation) {
        String[] parts = operation.split(" ");
        Map<String, Object> item =
                map(map(map(API.get("paths")).get(parts[1])).get(parts[0].toLowerCase(java.util.Locale.ROOT)));
        Set<String> names = new TreeSet<>();
        for (Object one : (List<?>) item.getOrDefault("parameters", List.of())) {
            Map<String, Object> parameter = map(one);
            if (parameter.containsKey("$ref")) {
                String name = parameter.get("$ref").toString().replaceFirst(".*/", "");
                parameter =
                        map(map(map(API.get("components")).get("parameters")).get(name));
            }
            if (parameter.get("in").equals("query"))
                names.add(parameter.get("name").toString());
        }
        return names;
    }

    private static Set<String> fields(Class<?> record) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) names.add(component.getName());
        return names;
    }

    private static Map<String, Object> schema(String name) {
        return map(map(map(API.get("components")).get("schemas")).get(name));
    }

    private static Set<String> properties(Map<String, Object> schema) {
        return new TreeSet<>(map(schema.get("properties")).keySet());
    }

    private static Set<String> allProperties(String base, String extended) {
        Set<String> names = properties(schema(base));
        for (Object part : (List<?>) schema(extended).get("allOf"))
            if (map(part).containsKey("properties")) names.addAll(properties(map(part)));
        return names;
    }

    private static Set<String> with(Set<String> names, String more) {
        Set<String> all = new TreeSet<>(names);
        all.add(more);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> read() {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
