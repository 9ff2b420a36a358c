package org.liaison.casework;

import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/// A place in a form, written as RFC 6901 says.
record Pointer(List<String> steps) {

    static final Pointer ROOT = new Pointer(List.of());

    Pointer {
        steps = List.copyOf(steps);
    }

    static Pointer of(NodePath path) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) steps.add(path.getName(i));
        return new Pointer(steps);
    }

    Pointer then(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Pointer(longer);
    }

    /// The place of a field below another. A name that does not look like one is not told: it could hold anything.
    static String below(String pointer, String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_-]{0,39}") ? pointer + "/" + name : pointer;
    }

    /// RFC 6901 §3: `~` is written `~0` and `/` is written `~1`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String step : steps)
            text.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        return text.toString();
    }
}
