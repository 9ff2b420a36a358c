package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.hub.HubProgram;
import org.liaison.rehearsal.Demo;
import org.liaison.rehearsal.DemoFolder;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An operator at a terminal, beside a hub at work.
class OpsCommandTest {

    @TempDir
    private static Path folder;

    private static HubProgram.Running hub;

    private record Run(int exit, String out, String err) {}

    @BeforeAll
    static void start() throws IOException {
        DemoFolder state = new DemoFolder(folder.resolve("state"));
        Demo.prepare(state);
        Files.writeString(state.hubConfiguration(), """
                hub:
                  data: data
                  trust: ../pki/trust
                  directory: ../directory.p7m
                  rulebook: ../rulebook.p7m
                  keys:
                    evidence: {file: keys/evidence.p12, password-file: keys/evidence.password}
                    tls: {file: keys/tls.p12, password-file: keys/tls.password}
                  log:
                    key: {file: keys/log.p12, password-file: keys/log.password}
                  broker: {port: 0}
                  web: {port: 0, management-port: 0}
                """);
        hub = HubProgram.start(state.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void every_view_of_the_console_can_be_read_at_a_terminal() {
        for (OpsCommand.View view : OpsCommand.View.values())
            if (view != OpsCommand.View.TRACE) {
                Run run = ops(view.name().toLowerCase(java.util.Locale.ROOT));
                assertThat(run.exit()).as(view + ": " + run.err()).isZero();
                assertThat(run.out()).isNotBlank();
            }
        assertThat(ops("events").out()).isEqualToIgnoringNewLines("Nothing yet.");
        JsonNode routes = JsonMapper.shared().readTree(ops("routes", "--json").out());
        assertThat(routes.findValuesAsString("id")).contains("hub-intake", "hub-directory-watch");
        assertThat(ops("changes").out()).contains("HUB_STARTED");
    }

    @Test
    void a_message_that_the_log_does_not_know_has_no_way() {
        assertThat(ops("trace", "019ab3a1-7c00-7abc-8def-0123456789ab").out()).contains("Nothing yet.");
        assertThat(ops("trace").err()).contains("Name the message");
        assertThat(ops("trace").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void what_cannot_be_asked_is_said() {
        Run wrong = ops("series", "--corridor", "from here to there");
        assertThat(wrong.exit()).isEqualTo(Exit.REFUSED);
        assertThat(wrong.err()).contains("a corridor is written like XC-XA");
        Run away = run("ops", "routes", "--management", "http://127.0.0.1:1");
        assertThat(away.exit()).isEqualTo(Exit.REFUSED);
        assertThat(away.err()).contains("The hub's management port does not answer");
    }

    private static Run ops(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "ops";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--management";
        all[arguments.length + 2] = "http://127.0.0.1:" + hub.managementPort();
        return run(all);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Liaison.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Run(line.execute(arguments), out.toString(), err.toString());
    }
}
