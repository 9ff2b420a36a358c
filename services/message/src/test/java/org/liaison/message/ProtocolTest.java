package org.liaison.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The protocol document and the program must say the same.
class ProtocolTest {

    @Test
    void every_reason_stands_in_the_protocol_in_the_same_words() {
        for (Reason reason : Reason.values())
            assertThat(ProtocolExamples.text())
                    .contains("| `%s` | %s | %s |".formatted(reason.name(), reason.sentence(), reason.remedy()));
    }

    @Test
    void the_protocol_names_no_reason_that_does_not_exist() {
        List<String> printed = ProtocolExamples.text()
                .lines()
                .filter(line -> line.matches("\\| `[A-Z_]{6,}` \\| .*\\. \\| .*\\. \\|"))
                .map(line -> line.split("`")[1])
                .toList();
        assertThat(printed)
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::name).toList());
    }
}
