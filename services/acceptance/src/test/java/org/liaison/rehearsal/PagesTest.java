package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the pages at the top say must exist.
class PagesTest {

    private static final Path TOP = Path.of("../..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+Test)\\.([a-z][a-z0-9_]+)`");

    @Test
    void every_link_leads_somewhere() throws IOException {
        for (String page : List.of("README.md", "SECURITY.md"))
            for (String link : found(LINK, page))
                assertThat(TOP.resolve(link)).as(page + " links to " + link).exists();
    }

    @Test
    void every_promise_is_held_by_a_test_that_exists() throws IOException {
        List<MatchResult> named = TEST.matcher(Files.readString(TOP.resolve("SECURITY.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(20);
        for (MatchResult test : named)
            assertThat(source(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
    }

    private static List<String> found(Pattern pattern, String page) throws IOException {
        return pattern.matcher(Files.readString(TOP.resolve(page)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String source(String testClass) throws IOException {
        try (Stream<Path> files = Files.find(
                TOP,
                12,
                (file, _) ->
                        file.endsWith(testClass + ".java") && file.toString().contains("src/test"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }
}
