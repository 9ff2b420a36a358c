package org.liaison.desk.forms;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names that fields have in a page: made from their pointers, the same for every reading of the form, and safe
/// as a name, as an id and in a selector. `/assistance/0/type` is `f-assistance-0-type`.
final class Names {

    static final String START = "f-";

    private static final Pattern SHAPE = Pattern.compile("f(-([A-Za-z0-9]|_[0-9a-f]{4})+)+");
    private static final Pattern CODED = Pattern.compile("_([0-9a-f]{4})");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");
    private static final int LONGEST = 400;

    static String name(String pointer) {
        return "f"
                + Arrays.stream(pointer.split("/", -1))
                        .skip(1)
                        .map(step -> "-"
                                + OTHER.matcher(step)
                                        .replaceAll(found -> "_%04x"
                                                .formatted((int) found.group().charAt(0))))
                        .collect(Collectors.joining());
    }

    /// Empty if the page has no such names.
    static Optional<String> pointer(String name) {
        if (name.length() > LONGEST || !SHAPE.matcher(name).matches()) return Optional.empty();
        String pointer = Arrays.stream(name.split("-", -1))
                .skip(1)
                .map(step -> "/" + CODED.matcher(step).replaceAll(Names::character))
                .collect(Collectors.joining());
        return name(pointer).equals(name) ? Optional.of(pointer) : Optional.empty();
    }

    private static String character(java.util.regex.MatchResult found) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }

    private Names() {}
}
