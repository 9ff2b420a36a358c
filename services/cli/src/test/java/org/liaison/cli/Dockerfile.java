package org.liaison.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The lines of a Dockerfile that say something about the image it makes, continued lines joined.
record Dockerfile(List<Line> lines) {

    record Line(String word, String rest) {}

    static Dockerfile read(String text) {
        List<Line> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.stripLeading().startsWith("#")) continue;
            joined.append(line.strip());
            if (line.endsWith("\\")) {
                joined.setCharAt(joined.length() - 1, ' ');
                continue;
            }
            String[] parts = joined.toString().split("\\s+", 2);
            lines.add(new Line(parts[0], parts[1]));
            joined.setLength(0);
        }
        return new Dockerfile(lines);
    }

    List<String> all(String word) {
        return lines.stream()
                .filter(line -> line.word().equals(word))
                .map(Line::rest)
                .toList();
    }

    /// What the last line with this word says: that of the image which is kept.
    Optional<String> last(String word) {
        return all(word).isEmpty() ? Optional.empty() : Optional.of(all(word).getLast());
    }

    /// The words of an instruction in its JSON form.
    List<String> words(String word) {
        String rest = last(word).orElse("[]");
        Object list = new Yaml(new SafeConstructor(new LoaderOptions())).load(rest.substring(rest.indexOf('[')));
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
