package org.liaison.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// What people mistype is answered with what they could have meant, and nothing is touched.
class PkiMisuseTest {

    private static final int MISUSED = 2;

    @ParameterizedTest
    @CsvSource({
        "'', say what to do",
        "forge, Unmatched argument",
        "issue authority, NAME",
        "issue emperor xa.police.a, authority-classic",
        "issuer Xa, two capital letters",
        "revoke 0badc0de, --reason",
        "revoke 0badc0de --reason boredom, keyCompromise",
        "init --no-such-option, Unknown option"
    })
    void what_cannot_be_run_is_misuse(String line, String answer) {
        StringWriter err = new StringWriter();
        int code = new CommandLine(new PkiCommand())
                .setErr(new PrintWriter(err))
                .execute(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(code).isEqualTo(MISUSED);
        assertThat(err.toString()).contains(answer).contains("Usage: pki");
    }
}
