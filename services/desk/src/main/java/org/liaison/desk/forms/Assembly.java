package org.liaison.desk.forms;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.message.Digest;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts answers together to the form that their schema wants.
final class Assembly {

    private static final JsonMapper JSON = StrictJson.MAPPER;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    /// As browsers write it, without seconds or with them.
    private static final Pattern LOCAL_MOMENT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2}(\\.[0-9]{1,6})?)?");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\s()./-]+");

    private final Answers answers;
    private final Map<String, Digest> attached;
    private final Map<String, String> moved = new LinkedHashMap<>();

    /// `attached` are the digests of the attached files, by name.
    Assembly(Answers answers, Map<String, Digest> attached) {
        this.answers = answers;
        this.attached = attached;
    }

    Draft form(Question form, String kind, String version) {
        ObjectNode whole = JSON.createObjectNode().put("kind", kind).put("version", version);
        whole.setAll(group(form, "", ""));
        return new Draft(whole, moved);
    }

    /// `at` is where it was answered, `place` where it stands in the form.
    Optional<JsonNode> value(Question question, String at, String place) {
        return switch (question.input()) {
            case GROUP -> Optional.<JsonNode>of(group(question, at, place)).filter(group -> !group.isEmpty());
            case REPEATED, SEVERAL_OF -> list(question, at, place);
            case FIXED -> Optional.empty();
            default -> read(question, answers.text(at));
        };
    }

    private ObjectNode group(Question question, String at, String place) {
        ObjectNode group = JSON.createObjectNode();
        for (Question part : question.parts())
            value(part, at + "/" + part.name(), place + "/" + part.name())
                    .ifPresent(node -> group.set(part.name(), node));
        if (!group.isEmpty()) {
            digests(question, group);
            constants(question, group);
        }
        return group;
    }

    /// A digest that nobody wrote is that of the attached file named beside it.
    private void digests(Question question, ObjectNode group) {
        for (Question digest : question.parts()) {
            if (digest.input() != Input.DIGEST || group.has(digest.name())) continue;
            question.parts().stream()
                    .filter(part -> part.input() == Input.FILE)
                    .map(file -> attached.get(group.path(file.name()).stringValue("")))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .ifPresent(known -> group.put(digest.name(), known.toHex()));
        }
    }

    private static void constants(Question question, ObjectNode group) {
        for (Question part : question.parts())
            if (part.input() == Input.FIXED)
                group.put(part.name(), part.choices().getFirst().value());
    }

    private Optional<JsonNode> list(Question question, String at, String place) {
        ArrayNode list = JSON.createArrayNode();
        int entries = answers.entries(at);
        for (int i = 0; i < entries; i++) {
            String origin = at + "/" + i;
            String target = place + "/" + list.size();
            entry(question, origin, target).ifPresent(node -> {
                if (!origin.equals(target)) moved.put(target, origin);
                list.add(node);
            });
        }
        boolean saidToBeEmpty = answers.text(at).equals(Answers.NONE);
        return list.isEmpty() && !saidToBeEmpty ? Optional.empty() : Optional.of(list);
    }

    private Optional<JsonNode> entry(Question question, String origin, String target) {
        return question.input() == Input.SEVERAL_OF
                ? read(question, answers.text(origin))
                : value(question.entry(), origin, target);
    }

    /// What is not written as its type demands stays the text that it is.
    private static Optional<JsonNode> read(Question question, String typed) {
        String text = plain(question.input(), typed.replace("\r\n", "\n").strip());
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(
                switch (question.limits().type()) {
                    case "integer" -> number(text);
                    default ->
                        switch (question.input()) {
                            case YES_NO, CONFIRM -> flag(text);
                            case MOMENT -> JSON.getNodeFactory().stringNode(moment(text));
                            default -> JSON.getNodeFactory().stringNode(text);
                        };
                });
    }

    /// As people write it where they are at home: other digits, spaces in numbers, small letters in codes.
    private static String plain(Input input, String text) {
        return switch (input) {
            case COUNTRY -> text.toUpperCase(Locale.ROOT);
            case DIGEST -> text.toLowerCase(Locale.ROOT);
            case PHONE -> SEPARATORS.matcher(digits(text)).replaceAll("");
            case NUMBER -> SPACES.matcher(digits(text)).replaceAll("");
            case DATE, MOMENT, PARTIAL_DATE -> digits(text);
            default -> text;
        };
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        digits.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
        return digits.toString();
    }

    private static JsonNode number(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) return JSON.getNodeFactory().stringNode(text);
        long number = Long.parseLong(text);
        return number == (int) number
                ? JSON.getNodeFactory().numberNode((int) number)
                : JSON.getNodeFactory().numberNode(number);
    }

    private static JsonNode flag(String text) {
        return switch (text) {
            case "true" -> JSON.getNodeFactory().booleanNode(true);
            case "false" -> JSON.getNodeFactory().booleanNode(false);
            default -> JSON.getNodeFactory().stringNode(text);
        };
    }

    private static String moment(String text) {
        Matcher local = LOCAL_MOMENT.matcher(text);
        if (!local.matches()) return text;
        String seconds = local.group(3) == null ? ":00" : local.group(3);
        return local.group(1) + "T" + local.group(2) + seconds + "Z";
    }
}
