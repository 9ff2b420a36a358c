package org.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liaison.directory.Decision.Permitted;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.Reading.Clear;

/// What `DESIGN.md` shows, held against the program.
class DesignTest {

    private static final Instant SOON = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void the_rulebook_that_is_shown_is_one_and_permits_what_it_says() throws IOException {
        String json = only("(?s)```json\n(.*?)```").group(1);
        assertThat(Rulebook.read(Bytes.ofUtf8(json)))
                .isInstanceOfSatisfying(
                        Clear.class,
                        clear -> assertThat(((Rulebook) clear.value())
                                        .decide(Question.of(
                                                AuthorityCode.parse("xa.central.justice"),
                                                AuthorityCode.parse("xc.central.justice"),
                                                new MessageKind("MLA-REQ"),
                                                SOON)))
                                .isInstanceOfSatisfying(
                                        Permitted.class,
                                        permitted -> assertThat(
                                                        permitted.agreement().clock("acknowledge"))
                                                .isEqualTo(Optional.of(ClockLength.parse("5WD")))));
    }

    @Test
    void the_steps_are_those_of_the_decision_in_their_order() throws IOException {
        List<String> steps = Pattern.compile("(?m)^\\| \\d \\|.*\\| `([A-Z_]+)` \\|$")
                .matcher(page())
                .results()
                .map(step -> step.group(1))
                .toList();
        assertThat(steps)
                .isEqualTo(List.of(Decision.Lacking.values()).stream()
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void the_channel_follows_from_the_kinds_as_the_table_says() {
        for (AuthorityKind one : AuthorityKind.values())
            for (AuthorityKind other : AuthorityKind.values())
                assertThat(Channel.taken(one, other))
                        .as(one + " to " + other)
                        .isEqualTo(Channel.taken(other, one))
                        .isEqualTo(byTheTable(List.of(one, other)));
    }

    private static Channel byTheTable(List<AuthorityKind> both) {
        if (both.contains(AuthorityKind.COORDINATOR)) return Channel.COORDINATION;
        if (both.contains(AuthorityKind.NCB)) return Channel.INTERPOL;
        if (both.contains(AuthorityKind.SOCIAL) || both.contains(AuthorityKind.NGO)) return Channel.SERVICES;
        if (both.stream().allMatch(AuthorityKind.CENTRAL::equals)) return Channel.CENTRAL;
        return both.stream().allMatch(AuthorityKind.POLICE::equals) ? Channel.POLICE : Channel.DIRECT;
    }

    private static MatchResult only(String pattern) throws IOException {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(page()).results().toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("DESIGN.md"));
    }
}
