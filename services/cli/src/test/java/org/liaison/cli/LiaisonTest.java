package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import picocli.CommandLine;

class LiaisonTest {

    private static final String MESSAGE = "019a0000-0000-7000-8000-000000000001";
    private static final String PATH = "/api/v1/messages/" + MESSAGE;
    private static final String DESK = "xa.social.welfare";
    private static final byte[] PDF = "%PDF-1.7 fictional".getBytes(StandardCharsets.UTF_8);

    private final GatewayOnPaper gateway = new GatewayOnPaper();

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {}

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_refusal_is_printed_with_one_line_for_each_error_and_ends_with_1() throws IOException {
        gateway.refuses("POST /api/v1/messages", 422, """
                {"type":"urn:liaison:problem:refused","title":"Refused","status":422,
                 "detail":"The form breaks the rules of its kind.","remedy":"Correct every problem listed and send again.",
                 "errors":[{"pointer":"/summaryOfFacts","detail":"A request states the facts.","why":"UNTOC 18(15)(c)"},
                           {"pointer":"/purpose","detail":"A request states its purpose."}]}""");

        Run run = run("send", form(), "--as", DESK, "--to", "xc.social.welfare");

        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.err().lines())
                .containsExactly(
                        "The form breaks the rules of its kind.",
                        "  /summaryOfFacts: A request states the facts. (UNTOC 18(15)(c))",
                        "  /purpose: A request states its purpose.",
                        "Correct every problem listed and send again.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_form_is_sent_with_its_attachments_and_addresses() throws IOException {
        gateway.says("POST /api/v1/messages", 201, "application/json", """
                {"messageId":"%s","caseId":"XA-REF-2026-000001","state":"QUEUED","kind":"REF-REQ","as":"%s",
                 "to":["xc.social.welfare"],"suite":"hybrid-2026","projected":false}""".formatted(MESSAGE, DESK)
                .getBytes(StandardCharsets.UTF_8));
        Path pdf = Files.write(folder.resolve("report.pdf"), PDF);

        Run run =
                run("send", form(), "--as", DESK, "--to", "xc.social.welfare", "--attach", pdf.toString(), "--urgent");

        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out()).contains("Queued REF-REQ " + MESSAGE, "XA-REF-2026-000001", "hybrid-2026");
        assertThat(gateway.asked().getFirst().authorization()).isEqualTo("Bearer " + GatewayOnPaper.TOKEN);
        assertThat(gateway.asked().getFirst().body())
                .contains("name=\"form\"", "{\"kind\":\"REF-REQ\"}", "name=\"as\"\r\n\r\n" + DESK)
                .contains("name=\"to\"\r\n\r\nxc.social.welfare", "name=\"priority\"\r\n\r\nURGENT")
                .contains("name=\"attachments\"; filename=\"report.pdf\"\r\nContent-Type: application/pdf");
    }

    @Test
    void a_gateway_that_does_not_answer_ends_with_3() {
        gateway.close();
        Run run = run("inbox");

        assertThat(run.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(run.err()).contains("does not answer");
    }

    @Test
    void what_cannot_be_run_ends_with_2_and_says_how_to_go_on() {
        assertThat(run("show", "--as", DESK).exit()).isEqualTo(Exit.USAGE);
        assertThat(run("show").err()).contains("MESSAGE", "Try: liaison show --help");
        assertThat(run("shwo", MESSAGE).err()).contains("liaison show");
        assertThat(run("inbox", "--as", "nobody").err()).contains("an authority is written xa.police.name");
    }

    @Test
    void showing_a_received_message_opens_it_and_peeking_does_not() {
        gateway.says("GET " + PATH, message()).says("POST " + PATH + "/open", message());

        assertThat(run("show", MESSAGE, "--peek").exit()).isEqualTo(Exit.OK);
        assertThat(gateway.asked()).extracting(GatewayOnPaper.Asked::method).containsOnly("GET");

        Run shown = run("show", MESSAGE);
        assertThat(gateway.asked()).extracting(GatewayOnPaper.Asked::method).contains("POST");
        assertThat(shown.out())
                .contains("verified: xc.social.welfare, ECDSA and ML-DSA")
                .contains("needs requested:", "  - housing")
                .contains("attachment 1: consent.pdf");
    }

    @Test
    void an_attachment_is_saved_once_and_only_as_announced() throws IOException {
        gateway.says("GET " + PATH, message()).says("POST " + PATH + "/open", message());
        gateway.says("GET " + PATH + "/attachments/1", 200, "application/pdf", PDF);
        Path saved = folder.resolve("saved");

        assertThat(run("show", MESSAGE, "--save", saved.toString()).exit()).isEqualTo(Exit.OK);
        assertThat(saved.resolve("consent.pdf")).hasBinaryContent(PDF);
        assertThat(run("show", MESSAGE, "--save", saved.toString()).err()).contains("nothing was overwritten");

        gateway.says(
                "GET " + PATH + "/attachments/1", 200, "application/pdf", "other".getBytes(StandardCharsets.UTF_8));
        Run changed = run("show", MESSAGE, "--save", folder.resolve("other").toString());
        assertThat(changed.exit()).isEqualTo(Exit.REFUSED);
        assertThat(folder.resolve("other/consent.pdf")).doesNotExist();
    }

    @Test
    void an_export_that_leads_out_of_its_folder_is_refused() throws IOException {
        gateway.says("GET " + PATH, message());
        gateway.says("GET " + PATH + "/export", 200, "application/zip", zip("slip.p7m", "../outside"));

        Run run = run("export", MESSAGE, "--to", folder.resolve("proof").toString());

        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void an_export_is_written_into_an_empty_folder_only() throws IOException {
        gateway.says("GET " + PATH, message());
        gateway.says("GET " + PATH + "/export", 200, "application/zip", zip("slip.p7m", "certificates/a.pem"));
        String proof = folder.resolve("proof").toString();

        assertThat(run("export", MESSAGE, "--to", proof).exit()).isEqualTo(Exit.OK);
        assertThat(folder.resolve("proof/certificates/a.pem")).exists();
        assertThat(run("export", MESSAGE, "--to", proof).err()).contains("not empty");
    }

    @Test
    void verify_ends_with_0_only_where_everything_is_genuine() {
        String answer = """
                {"messageId":"%s","as":"%s","verdict":"%s","checkedAt":"2026-11-22T05:00:00Z","checks":[
                 {"check":"LOG_PROOF","subject":"ContentHandover","result":"PASSED","detail":"entry 5 of 9"}]}""";
        gateway.says("GET " + PATH + "/verification", answer.formatted(MESSAGE, DESK, "GENUINE"));
        assertThat(run("verify", MESSAGE).exit()).isEqualTo(Exit.OK);
        for (String verdict : List.of("BROKEN", "INCOMPLETE")) {
            gateway.says("GET " + PATH + "/verification", answer.formatted(MESSAGE, DESK, verdict));
            assertThat(run("verify", MESSAGE).exit()).isEqualTo(Exit.REFUSED);
        }
    }

    @Test
    void facts_come_as_json_where_asked_for() {
        gateway.says("GET /api/v1/inbox", "{\"messages\":[" + message() + "]}");

        Run run = run("inbox", "--json");

        assertThat(run.out().strip()).startsWith("{").contains("\"messageId\" : \"" + MESSAGE + "\"");
        assertThat(run("inbox").out()).contains(MESSAGE, "REF-REQ", "from xc.social.welfare");
    }

    @Test
    void text_from_elsewhere_cannot_steer_the_terminal() {
        gateway.says("GET " + PATH, message().replace("housing", "housing\\u001b[2J"));

        assertThat(run("show", MESSAGE, "--peek").out()).contains("housing?[2J").doesNotContain("\u001b");
    }

    @Test
    void the_token_is_never_printed() {
        gateway.refuses(
                "GET /api/v1/inbox", 401, "{\"title\":\"Unauthorized\",\"detail\":\"The token is not known.\"}");

        Run run = run("inbox", "--verbose");

        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.out() + run.err()).doesNotContain(GatewayOnPaper.TOKEN);
    }

    @Test
    void every_command_explains_itself_within_80_columns_and_names_its_exit_codes() {
        List<String> help = new ArrayList<>();
        commands(Liaison.commandLine()).forEach(command -> help.add(command.getUsageMessage()));

        assertThat(help).hasSizeGreaterThan(12).allSatisfy(text -> {
            assertThat(text.lines()).allMatch(line -> line.length() <= 80, "fits into 80 columns");
            assertThat(text).contains("Exit codes:");
        });
    }

    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line),
                line.getSubcommands().values().stream().distinct().flatMap(LiaisonTest::commands));
    }

    private Run run(String... arguments) {
        CommandLine line = Liaison.commandLine();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.getFirst().equals("shwo"))
            all.addAll(1, List.of("--url", gateway.url(), "--token", GatewayOnPaper.TOKEN));
        return new Run(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private String form() throws IOException {
        return Files.writeString(folder.resolve("form.json"), "{\"kind\":\"REF-REQ\"}")
                .toString();
    }

    private static String message() {
        return """
                {"messageId":"%s","caseId":"XC-REF-2026-000001","kind":"REF-REQ","title":"Referral of a victim",
                 "direction":"IN","as":"%s","from":"xc.social.welfare","to":["%s"],"priority":"ROUTINE","handling":[],
                 "suite":"hybrid-2026","created":"2026-11-22T05:00:00Z","expires":"2026-12-22T05:00:00Z",
                 "receivedAt":"2026-11-22T05:00:01Z","state":"HANDED_OVER","recipients":[],"attachments":1,"erased":false,
                 "form":{"kind":"REF-REQ","needsRequested":["housing"]},
                 "files":[{"n":1,"name":"consent.pdf","mediaType":"application/pdf","size":%d,"sha256":"%s"}],
                 "signature":{"verified":true,"signer":"xc.social.welfare","signedAt":"2026-11-22T05:00:00Z",
                              "strength":"ECDSA_AND_ML_DSA"}}""".formatted(
                        MESSAGE, DESK, DESK, PDF.length, Bytes.of(PDF).sha256().toHex());
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
