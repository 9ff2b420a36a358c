package org.liaison.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                ".hidden",
                "../up.pdf",
                "a\\b.pdf",
                "line\nbreak.pdf",
                "nul\u0000.pdf",
                "c1\u0085.pdf",
                "invoice\u202efdp.exe",
                "isolated\u2066.pdf",
                "mark\u200f.pdf",
                "no\u200bwidth.pdf",
                "separated\u2028.pdf",
                "half\ud83d.pdf"
            })
    void a_name_that_misleads_whoever_reads_it_does_not_travel(String name) {
        assertThatThrownBy(() -> new Attachment(name, "application/pdf", Bytes.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an attachment's name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement.pdf",
                "справка № 7.txt",
                "می\u200cخواهم.pdf",
                "क्\u200dष.pdf",
                "証 \"1\": a.pdf",
                "🙂.pdf"
            })
    void a_name_in_any_script_does(String name) {
        assertThat(new Attachment(name, "application/pdf", Bytes.of()).name()).isEqualTo(name);
    }

    @Test
    void a_name_has_200_characters_at_most() {
        assertThat(new Attachment("a".repeat(200), "application/pdf", Bytes.of()).name())
                .hasSize(200);
        assertThatThrownBy(() -> new Attachment("a".repeat(201), "application/pdf", Bytes.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
