package org.liaison.console.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liaison.console.port.Quarantine.Cause;
import org.liaison.console.port.Quarantine.Remedy;
import org.liaison.message.Language;
import org.liaison.pages.Room;
import org.liaison.pages.Words;

class RemedyTest {

    @ParameterizedTest
    @CsvSource({
        "java.sql.SQLTransientConnectionException, MACHINE",
        "java.io.UncheckedIOException, MACHINE",
        "org.bouncycastle.cms.CMSException, KEYS",
        "java.security.cert.CertificateExpiredException, KEYS",
        "java.lang.NullPointerException, MESSAGE",
        "java.time.DateTimeException, MESSAGE",
        "java.lang.IllegalStateException, PROGRAM",
        "unknown, PROGRAM"
    })
    void what_helps_is_known_from_the_class_of_the_fault(String fault, Remedy remedy) {
        assertThat(new Cause(fault, "Desk.java:1").remedy()).isEqualTo(remedy);
    }

    @Test
    void each_is_worded_in_every_language_and_none_as_another() {
        Words words = new Words(List.of(new Room("console")));
        for (Language language : Language.values())
            assertThat(Arrays.stream(Remedy.values())
                            .map(remedy -> words.say(language, "console.remedy." + remedy))
                            .collect(Collectors.toSet()))
                    .hasSize(Remedy.values().length);
    }
}
