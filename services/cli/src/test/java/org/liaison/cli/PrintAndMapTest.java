package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.rehearsal.Demo;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Forms from files, without any gateway.
class PrintAndMapTest {

    @TempDir
    private Path folder;

    private Path referral;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void sample() throws IOException {
        referral = folder.resolve("referral.json");
        try (InputStream in = Demo.class.getResourceAsStream("/demo/referral.json")) {
            if (in == null) throw new IllegalStateException("no sample");
            Files.copy(in, referral);
        }
    }

    @Test
    void a_form_from_a_file_is_printed_as_a_draft_and_overwrites_nothing() throws IOException {
        Path pdf = folder.resolve("paper.pdf");
        Run printed = run("print", referral.toString(), "--to", pdf.toString(), "--language", "ar");
        assertThat(printed.exit()).as(printed.err()).isZero();
        assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
        Run again = run("print", referral.toString(), "--to", pdf.toString());
        assertThat(again.exit()).isEqualTo(Exit.REFUSED);
        assertThat(again.err()).contains("nothing was overwritten");
    }

    @Test
    void a_schedule_gets_its_calendar_file_and_nothing_else_does() throws IOException {
        Path schedule = folder.resolve("schedule.json");
        Files.writeString(schedule, """
                {"kind": "BUL-SCHED", "version": "1", "number": 1, "issuedAt": "2026-03-01T09:00:00Z", "events": [
                  {"id": "E-1", "title": "Meeting of the group", "start": "2026-04-01T09:00:00Z",
                   "end": "2026-04-01T11:00:00Z"}]}""");
        Path calendar = folder.resolve("schedule.ics");
        Run made = run("calendar", schedule.toString(), "--to", calendar.toString());
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(Files.readString(calendar)).contains("BEGIN:VEVENT", "SUMMARY:Meeting of the group");
        Run other = run(
                "calendar", referral.toString(), "--to", folder.resolve("x.ics").toString());
        assertThat(other.exit()).isEqualTo(Exit.REFUSED);
        assertThat(other.err()).contains("Only a schedule (BUL-SCHED)");
    }

    @Test
    void a_language_without_labels_is_a_usage_error() {
        Run run = run(
                "print", referral.toString(), "--to", folder.resolve("x.pdf").toString(), "--language", "tlh");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("ar, en, es, fr, ru, zh");
    }

    @Test
    void a_referral_goes_out_as_htcds_and_comes_back_as_a_draft_with_all_that_is_lost() throws IOException {
        Path out = folder.resolve("htcds.json");
        Run exported = run(
                "map",
                "export",
                referral.toString(),
                "--format",
                "htcds",
                "--to",
                out.toString(),
                "--as",
                "xc.social.welfare");
        assertThat(exported.exit()).as(exported.err()).isZero();
        assertThat(exported.out()).contains("did not come along:", "/person/dateOfBirth", "/health/summary");
        JsonNode fields = JsonMapper.shared().readTree(Files.readString(out)).path("fields");
        assertThat(fields.path("prs_FirstName").asString()).isEqualTo("Sample Person");

        Path draft = folder.resolve("draft.json");
        Run imported = run("map", "import", out.toString(), "--format", "htcds", "--to", draft.toString());
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("to be completed", "/needs", "/pseudonym");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(draft))
                        .path("kind")
                        .asString())
                .isEqualTo("REF-REQ");
    }

    @Test
    void police_get_no_file_of_a_referral() {
        Path out = folder.resolve("none.json");
        Run run = run(
                "map",
                "export",
                referral.toString(),
                "--format",
                "htcds",
                "--to",
                out.toString(),
                "--as",
                "xc.police.antitrafficking");
        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.err()).contains("holds no more than a notice");
        assertThat(out).doesNotExist();
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Liaison.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int exit = line.execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
