package org.liaison.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "xa", "xa.police", "XA.police.x", "xa.army.x", "xa.police.X", "xa.police.-x", "xa.police.x.y"
            })
    void what_is_not_an_authority_is_refused_with_a_sentence(String text) {
        assertThatThrownBy(() -> AuthorityCode.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not '");
    }

    @Test
    void an_authority_is_written_as_it_is_read() {
        assertThat(AuthorityCode.parse("xa.police.anti-trafficking")).hasToString("xa.police.anti-trafficking");
    }

    @Test
    void message_ids_come_in_order_of_time_and_never_twice() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(Stream.generate(() -> MessageId.next(now)).limit(1000).distinct())
                .hasSize(1000);
        assertThat(MessageId.next(now)).isLessThan(MessageId.next(now.plusMillis(1)));
    }

    @Test
    void a_random_uuid_is_no_message_id() {
        assertThatThrownBy(() -> MessageId.parse("7d444840-9dc0-41d1-b245-5ffdce74fad2"))
                .hasMessageContaining("version 7");
    }

    @Test
    void bytes_print_their_length_and_little_else() {
        assertThat(Bytes.ofUtf8("a secret address")).hasToString("16 bytes 61207365...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.pdf", "a/b.pdf", "a\\b.pdf", ".hidden", " ", "a\nb"})
    void an_attachment_is_never_a_path(String name) {
        assertThatThrownBy(() -> new Attachment(name, "application/pdf", Bytes.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
