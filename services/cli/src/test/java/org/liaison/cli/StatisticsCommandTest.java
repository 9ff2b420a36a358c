package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.statistics.Answer;
import org.liaison.statistics.CodedFact;
import org.liaison.statistics.Cover;
import org.liaison.statistics.Gate;
import org.liaison.statistics.LedgerInMemory;
import org.liaison.statistics.Period;
import org.liaison.statistics.Population;
import org.liaison.statistics.Query;
import org.liaison.statistics.Release;
import org.liaison.statistics.Terms;
import org.liaison.statistics.Variable;
import picocli.CommandLine;

class StatisticsCommandTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {}

    @Test
    void a_release_is_printed_or_written_with_its_dictionary() throws IOException {
        try (GatewayOnPaper gateway = new GatewayOnPaper()) {
            gateway.says("POST /api/v1/statistics/releases", release("gateway-xc", 47, 33));
            Run printed = run("statistics release --from 2026-01 --to 2026-06 --by sex,ageBroad", gateway);
            assertThat(printed.exit()).as(printed.err()).isZero();
            assertThat(printed.out()).contains("Referrals, 2026-01 to 2026-06", "referralsSent", "40  female");
            assertThat(gateway.asked().getFirst().path())
                    .contains("from=2026-01", "to=2026-06", "of=referral", "by=sex%2CageBroad");

            Path into = folder.resolve("figures");
            assertThat(run("statistics release --from 2026-01 --to 2026-06 --into " + into, gateway)
                            .exit())
                    .isZero();
            assertThat(Files.readString(into.resolve("referral-by-sex.csv")))
                    .contains("gateway-xc,referral,2026-01,2026-06,2,40\r\n");
            assertThat(Files.readString(into.resolve("dictionary.csv"))).contains("CTDC");
            assertThat(into.resolve("release.json")).exists();
        }
    }

    @Test
    void what_the_gate_refuses_is_said_in_its_own_words() {
        try (GatewayOnPaper gateway = new GatewayOnPaper()) {
            gateway.refuses(
                    "POST /api/v1/statistics/releases",
                    422,
                    "{\"type\":\"urn:liaison:problem:not-released\",\"title\":\"No figures were released\","
                            + "\"status\":422,\"detail\":\"A period has at least 3 months.\"}");
            Run run = run("statistics release --from 2026-01 --to 2026-02", gateway);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("A period has at least 3 months.");
        }
    }

    @Test
    void a_refusal_is_counted_with_sex_citizenship_and_year() {
        try (GatewayOnPaper gateway = new GatewayOnPaper()) {
            gateway.says("POST /api/v1/statistics/refusals", 200, "application/json", new byte[0]);
            Run run = run("statistics record-refusal --sex 2 --citizenship XB --year 2026", gateway);
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).contains("Counted. Nothing else was kept.");
            assertThat(gateway.asked().getFirst().path())
                    .isEqualTo("/api/v1/statistics/refusals?sex=2&citizenship=XB&year=2026");
        }
    }

    @Test
    void the_report_adds_up_the_files_of_all_gateways() throws IOException {
        Path xa = file("xa.json", release("gateway-xa", 47, 33));
        Path xc = file("xc.json", release("gateway-xc", 25, 4));
        Run run = run("statistics report " + xa + " " + xc);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Referrals, 2026-01 to 2026-06, all sources")
                .contains("Sums of what 2 sources released (gateway-xa, gateway-xc)")
                .contains("100");
        Run csv = run("statistics report --format csv " + xa + " " + xc);
        assertThat(csv.out()).contains("# referral-by-sex.csv", "all,referral,2026-01,2026-06,1,30");
    }

    @Test
    void the_report_refuses_a_source_twice_and_a_file_that_is_no_release() throws IOException {
        Path xa = file("xa.json", release("gateway-xa", 47, 33));
        assertThat(run("statistics report " + xa + " " + xa).err()).contains("counted twice");
        Path raw = file("raw.json", "{\"name\":\"MARKER\"}");
        Run run = run("statistics report " + raw);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("raw.json is no release").doesNotContain("MARKER");
    }

    @Test
    void the_dictionary_lists_every_code() {
        assertThat(run("statistics dictionary message").out())
                .contains("message,sentFrom,-99,\"not stated, or withheld\"")
                .contains("message,answer,KIND_NOT_PERMITTED");
        assertThat(run("statistics dictionary people").err()).contains("referral, assistance, refusal, message");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String release(String source, int women, int men) {
        LedgerInMemory ledger = new LedgerInMemory();
        for (int i = 0; i < women + men; i++)
            ledger.note(new CodedFact(
                    Population.REFERRAL, "case-" + i, JANUARY, Map.of(Variable.SEX, i < women ? "2" : "1")));
        Query query = new Query(Population.REFERRAL, new Period(JANUARY, JUNE), List.of(Variable.SEX, Variable.AGE));
        Answer answer = new Gate(source, Terms.STANDARD, ledger, NOBODY_ELSE)
                .release(query, Instant.parse("2027-01-01T00:00:00Z"));
        Release release = ((Answer.Released) answer).release();
        return release.toJson().utf8();
    }

    private static final Cover NOBODY_ELSE = new Cover() {
        @Override
        public int more(int below) {
            return 0;
        }

        @Override
        public void mix(List<?> cases) {}
    };

    private static Run run(String line, GatewayOnPaper gateway) {
        return run(line + " --url " + gateway.url() + " --token " + GatewayOnPaper.TOKEN);
    }

    private static Run run(String line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Liaison.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int exit = command.execute(line.split(" "));
        return new Run(exit, out.toString(), err.toString());
    }
}
