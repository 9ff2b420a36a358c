package org.liaison.desk.forms;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an officer has typed so far, by the place in the form, word for word, also where it is wrong or cannot be read.
///
/// An entry of a list that was added but not filled in is an empty text at its place; a list that somebody said is
/// empty is the text [#NONE] at its own.
public final class Answers {

    static final String NONE = "[]";
    public static final Answers EMPTY = new Answers(Map.of());

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");

    private final NavigableMap<String, String> texts;

    Answers(Map<String, String> texts) {
        this.texts = Collections.unmodifiableNavigableMap(new TreeMap<>(texts));
    }

    /// The answers that make up a form: a sample, a template, an earlier message.
    public static Answers of(JsonNode form) {
        Map<String, String> texts = new TreeMap<>();
        form.propertyStream()
                .filter(field -> !Drawing.KNOWN.contains(field.getKey()))
                .forEach(field -> collect(field.getValue(), "/" + step(field.getKey()), texts));
        return new Answers(texts);
    }

    private static void collect(JsonNode node, String at, Map<String, String> texts) {
        if (node.isObject())
            node.propertyStream().forEach(field -> collect(field.getValue(), at + "/" + step(field.getKey()), texts));
        else if (node.isArray() && node.isEmpty()) texts.put(at, NONE);
        else if (node.isArray()) {
            int number = 0;
            for (JsonNode entry : node) collect(entry, at + "/" + number++, texts);
        } else if (!node.isNull()) texts.put(at, node.asString(""));
    }

    private static String step(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    public String text(String pointer) {
        return texts.getOrDefault(pointer, "");
    }

    /// How many entries of a list there are, also where some were left empty.
    public int entries(String list) {
        int entries = 0;
        for (String pointer : below(list).keySet()) {
            String step = step(pointer, list.length());
            if (isNumber(step)) entries = Math.max(entries, Integer.parseInt(step) + 1);
        }
        return entries;
    }

    /// Whether anything was typed at this place or below it.
    public boolean any(String pointer) {
        return !text(pointer).isBlank() || below(pointer).values().stream().anyMatch(text -> !text.isBlank());
    }

    /// What was typed at this place and below it, without what is blank.
    NavigableMap<String, String> at(String pointer) {
        NavigableMap<String, String> all = new TreeMap<>(below(pointer));
        all.put(pointer, text(pointer));
        all.values().removeIf(String::isBlank);
        return all;
    }

    /// What was typed below this place. The character behind the slash ends the stretch.
    NavigableMap<String, String> below(String pointer) {
        return texts.subMap(pointer + "/", true, pointer + "0", false);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    Map<String, String> texts() {
        return texts;
    }

    public Answers with(String pointer, String text) {
        Map<String, String> more = new TreeMap<>(texts);
        more.put(pointer, text);
        return new Answers(more);
    }

    /// The same answers with lists that have no holes: an entry can be added behind the others
    /// only, and nobody can make a page of a thousand empty entries by naming the last.
    static Answers dense(Map<String, String> texts) {
        Map<String, NavigableSet<Integer>> numbers = new HashMap<>();
        for (String pointer : texts.keySet())
            for (int slash = 0; slash >= 0; slash = pointer.indexOf('/', slash + 1))
                if (isNumber(step(pointer, slash)))
                    numbers.computeIfAbsent(pointer.substring(0, slash), _ -> new TreeSet<>())
                            .add(Integer.parseInt(step(pointer, slash)));
        Map<String, String> dense = new TreeMap<>();
        texts.forEach((pointer, text) -> {
            StringBuilder place = new StringBuilder();
            for (int slash = 0; slash >= 0; slash = pointer.indexOf('/', slash + 1))
                place.append('/').append(rank(step(pointer, slash), numbers.get(pointer.substring(0, slash))));
            dense.put(place.toString(), text);
        });
        return new Answers(dense);
    }

    private static String rank(String step, @Nullable NavigableSet<Integer> numbers) {
        return numbers == null || !isNumber(step)
                ? step
                : Integer.toString(numbers.headSet(Integer.parseInt(step)).size());
    }

    private static boolean isNumber(String step) {
        return NUMBER.matcher(step).matches();
    }

    private static String step(String pointer, int slash) {
        int end = pointer.indexOf('/', slash + 1);
        return pointer.substring(slash + 1, end < 0 ? pointer.length() : end);
    }

    /// Without an entry of a list; those behind it move up.
    Answers withoutEntry(String list, int number) {
        Map<String, String> rest = new TreeMap<>(texts);
        rest.keySet().removeIf(pointer -> pointer.startsWith(list + "/"));
        int next = 0;
        for (int i = 0; i < entries(list); i++) {
            if (i == number) continue;
            String from = list + "/" + i;
            String to = list + "/" + next++;
            if (texts.containsKey(from)) rest.put(to, text(from));
            below(from).forEach((pointer, text) -> rest.put(to + pointer.substring(from.length()), text));
        }
        return new Answers(rest);
    }

    /// As it is kept between two visits.
    public Bytes toBytes() {
        ObjectNode kept = StrictJson.MAPPER.createObjectNode();
        texts.forEach(kept::put);
        return StrictJson.write(kept);
    }

    /// Reads what [#toBytes] wrote.
    public static Answers ofBytes(Bytes kept) {
        Map<String, String> texts = new TreeMap<>();
        StrictJson.MAPPER
                .readTree(kept.toArray())
                .propertyStream()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return new Answers(texts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && texts.equals(answers.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    /// Never what was typed.
    @Override
    public String toString() {
        return texts.size() + " answers";
    }
}
