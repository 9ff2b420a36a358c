package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finding whom to ask, asking what is permitted, and keeping the list of authorities, with signed files and with a
/// gateway.
class ContactsAndRulesTest {

    private static final String XA = "xa.central.justice";
    private static final String XC = "xc.central.justice";
    private static final String PROSECUTOR_XA = "xa.prosecutor.general";
    private static final String PROSECUTOR_XB = "xb.prosecutor.general";
    private static final String PROSECUTOR_XC = "xc.prosecutor.general";
    /// A Friday: 11:00 in XA (open), 13:00 in XB (open), 05:00 in XC (closed).
    private static final String FRIDAY_TEN = "2026-11-20T10:00:00Z";

    @TempDir
    private static Path shared;

    private static Registry registry;

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {}

    @BeforeAll
    static void sign() {
        registry = new Registry(shared);
    }

    @Test
    void contacts_show_who_is_open_and_until_when() {
        Run run = withFiles("contacts", "--kind", "central", "--at", FRIDAY_TEN);

        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out())
                .contains("xa.central.justice          open until 15:00         +442079460011     en")
                .contains("xc.central.justice          closed until 13:00       +442079460011     en")
                .contains("  hours      Mon-Fri 08:00-16:00 at UTC+01:00")
                .doesNotContain("prosecutor");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void contacts_are_found_by_country_language_and_open_desks() {
        assertThat(codes("--open-now", "--at", FRIDAY_TEN)).containsExactly(XA, PROSECUTOR_XA, PROSECUTOR_XB);
        assertThat(codes("--open-now", "--at", "2026-12-25T10:00:00Z")).isEmpty();
        assertThat(codes("--country", "XC")).containsExactly(XC, PROSECUTOR_XC);
        assertThat(codes("--language", "fr")).isEmpty();
        assertThat(codes("--function", "MLA")).isEmpty();
        assertThat(withFiles("contacts", "--country", "XD").out()).contains("Nobody in the directory fits.");
        assertThat(withFiles("contacts", "--language", "english please").exit()).isEqualTo(Exit.USAGE);
        assertThat(withFiles("contacts", "--at", "tomorrow").err()).contains("2027-01-01T00:00:00Z");
    }

    @Test
    void times_are_those_of_the_reader() {
        StringWriter out = new StringWriter();
        JsonNode cards = JsonMapper.shared().readTree("""
                [{"code":"xa.ngo.shelter","name":"Shelter","languages":["en","ar"],
                  "desk":{"standing":"CLOSED","until":"2026-11-23T22:30:00Z"},
                  "contact":{"phone":"+99012345678","email":"desk@example.org","roundTheClock":false,
                             "officeHours":"mornings","utcOffset":"Z"},
                  "listing":{"functions":["VICTIM_REFERRAL"],"urgentProcedure":"Call first.",
                             "phones":[{"number":"+99012345679","roundTheClock":true,"purpose":"duty officer"},
                                       {"number":"+99012345670","roundTheClock":false,"purpose":"registry"}]}}]""");
        new ContactPaper(new Paper(new PrintWriter(out)), Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("+05:30"))
                .print(cards);

        assertThat(out.toString())
                .contains("closed until Tue 04:00")
                .contains("  urgent     +99012345679 at any hour (duty officer). Call first.")
                .contains("  hours      mornings at UTC+00:00")
                .contains("  functions  victim referral")
                .contains("in your zone, +05:30, where it is Fri 15:30.")
                .doesNotContain("+99012345670");
    }

    @Test
    void what_is_permitted_is_explained_and_ends_with_0() {
        Run run = withFiles("rules", "explain", XC, XA, "MLA-REQ");

        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out())
                .contains("MLA-REQ from xc.central.justice to xa.central.justice: permitted")
                .contains("agreement      yes  XA-XC-2019 covers MLA between XA and XC")
                .contains("channel        yes  The message goes from central authority to central")
                .contains("languages           Write in en.")
                .contains("time limits         Time limits are targets, not deadlines.");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void what_is_not_permitted_says_why_and_ends_with_1() {
        Run run = withFiles("rules", "explain", PROSECUTOR_XA, PROSECUTOR_XB, "MLA-REQ");

        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.out())
                .contains("NOT PERMITTED")
                .contains("channel        no   A message from prosecutor of XA to prosecutor of XB would");
        assertThat(withFiles("rules", "explain", PROSECUTOR_XA, PROSECUTOR_XC, "MLA-REQ")
                        .exit())
                .isEqualTo(Exit.OK);
        assertThat(withFiles("rules", "explain", XA, XC, "MLA-REQ", "--basis", "EIO")
                        .out())
                .contains("The form names EIO");
        assertThat(withFiles("rules", "explain", XA, XC, "MLA-REQ", "--at", "2019-01-01T00:00:00Z")
                        .out())
                .contains("agreement      no   No agreement that covers XA and XC is in force on");
        assertThat(withFiles("rules", "explain", XA, XC, "MLA-REQ", "--basis", "FRIENDSHIP")
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void an_explanation_comes_as_json_too() {
        JsonNode json = JsonMapper.shared()
                .readTree(withFiles("rules", "explain", XC, XA, "MLA-REQ", "--json")
                        .out());
        assertThat(json.path("permitted").asBoolean()).isTrue();
        assertThat(json.path("agreement").path("id").asString()).isEqualTo("XA-XC-2019");
        assertThat(json.path("steps")).hasSize(10);
    }

    @Test
    void a_gateway_is_asked_where_one_is_named() {
        try (GatewayOnPaper gateway = new GatewayOnPaper()) {
            gateway.says("GET /api/v1/rules/explain", """
                    {"permitted":false,"why":"No agreement covers XA and XC.","from":"a","to":"b","kind":"MLA-REQ",
                     "steps":[{"point":"AGREEMENT","outcome":"NO","sentence":"No agreement covers XA and XC."}]}""");
            gateway.says("GET /api/v1/contacts", "{\"number\":7,\"contacts\":[]}");
            String[] at = {"--url", gateway.url(), "--token", GatewayOnPaper.TOKEN};

            Run explained = run(
                    "rules",
                    "explain",
                    XA,
                    XC,
                    "MLA-REQ",
                    "--urgent",
                    "--basis",
                    "UNTOC+TIP",
                    at[0],
                    at[1],
                    at[2],
                    at[3]);
            assertThat(explained.exit()).isEqualTo(Exit.REFUSED);
            assertThat(explained.out()).contains("agreement      no   No agreement covers XA and XC.");
            assertThat(run("contacts", "--country", "XA", "--open-now", at[0], at[1], at[2], at[3])
                            .out())
                    .contains("Nobody in the directory fits.");
            assertThat(gateway.asked())
                    .extracting(GatewayOnPaper.Asked::path)
                    .containsExactly(
                            "/api/v1/rules/explain?from=xa.central.justice&to=xc.central.justice&kind=MLA-REQ"
                                    + "&urgent=true&legalBasis=UNTOC%2BTIP",
                            "/api/v1/contacts?country=XA&openNow=true");
            assertThat(run("contacts", "--at", FRIDAY_TEN, at[0], at[1], at[2], at[3])
                            .exit())
                    .isEqualTo(Exit.USAGE);
        }
    }

    @Test
    void a_list_goes_out_is_changed_comes_back_and_is_signed_by_two() throws IOException {
        for (String format : List.of("csv", "json")) {
            Path list = folder.resolve("list." + format);
            String draft = folder.resolve("draft-" + format + ".json").toString();
            assertThat(withFiles("contacts", "export", "--format", format, "--to", list.toString())
                            .exit())
                    .isEqualTo(Exit.OK);
            assertThat(withFiles("contacts", "export", "--format", format, "--to", list.toString())
                            .err())
                    .contains("exists already");
            Files.writeString(list, Files.readString(list).replace("Authority xa.central.justice", "Ministry of XA"));

            Run imported = withFiles("contacts", "import", list.toString(), "--draft", draft);
            assertThat(imported.exit()).isEqualTo(Exit.OK);
            assertThat(imported.out()).contains("changed  xa.central.justice", "Directory number 8 with 5 authorities");

            String once = folder.resolve(format + "-once.p7m").toString();
            String twice = folder.resolve(format + "-twice.p7m").toString();
            assertThat(run("directory", "sign", draft, "--key", registry.path("one.p12"), "--out", once)
                            .exit())
                    .isEqualTo(Exit.OK);
            assertThat(run(
                                    "directory",
                                    "countersign",
                                    once,
                                    "--key",
                                    registry.path("two.p12"),
                                    "--trust",
                                    registry.trust(),
                                    "--out",
                                    twice)
                            .exit())
                    .isEqualTo(Exit.OK);
            assertThat(run("directory", "show", twice, "--trust", registry.trust())
                            .out())
                    .contains("Directory number 8", "Ministry of XA");
        }
    }

    @Test
    void a_draft_is_changed_by_the_next_list_and_keeps_its_number() throws IOException {
        String draft = folder.resolve("draft.json").toString();
        Path first = list("code,name\n" + XA + ",First\n");
        assertThat(withFiles("contacts", "import", first.toString(), "--draft", draft)
                        .exit())
                .isEqualTo(Exit.OK);
        Path second = list("code,name\n" + XC + ",Second\n");
        Run run = run("contacts", "import", second.toString(), "--draft", draft);
        assertThat(run.out()).contains("changed  " + XC, "Directory number 8");
        assertThat(Files.readString(Path.of(draft))).contains("\"First\"", "\"Second\"");
    }

    @Test
    void a_list_with_a_fault_changes_nothing_and_every_fault_is_named() throws IOException {
        Path draft = folder.resolve("draft.json");
        Path list = list("code,phone,email\n" + XA + ",+442079460099,desk@xa.example\n" + XC + ",12,nobody\n");

        Run run = withFiles("contacts", "import", list.toString(), "--draft", draft.toString());

        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.err())
                .contains("line 3, column phone: a phone number is + and 7 to 15 digits (E.164)")
                .contains("line 3, column email: ")
                .contains("Nothing was taken from the list.")
                .doesNotContain("nobody");
        assertThat(draft).doesNotExist();
        assertThat(withFiles("contacts", "import", folder.resolve("none.csv").toString())
                        .exit())
                .isEqualTo(Exit.USAGE);
        assertThat(withFiles("contacts", "import", registry.path("directory.p7m"))
                        .err())
                .contains("ends in .csv or .json");
    }

    @Test
    void a_rulebook_is_shown_with_its_agreements() {
        assertThat(run("directory", "show", registry.path("rulebook.p7m"), "--trust", registry.trust())
                        .out())
                .contains("XA-XC-2019 XA and XC on BILATERAL:XA-XC-2019")
                .contains("from central authority to central authority; directly between judicial")
                .contains("time limits are targets, not deadlines")
                .contains("prosecutor to prosecutor: MLA-REQ (BILATERAL:XA-XC-2019, UNTOC+TIP)");
    }

    private Path list(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "list", ".csv"), text);
    }

    private static List<String> codes(String... options) {
        List<String> arguments = new ArrayList<>(List.of("contacts", "--json"));
        arguments.addAll(List.of(options));
        Run run = withFiles(arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.OK);
        List<String> codes = new ArrayList<>();
        JsonMapper.shared()
                .readTree(run.out())
                .path("contacts")
                .forEach(card -> codes.add(card.path("code").asString()));
        return codes;
    }

    private static Run withFiles(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(registry.options());
        return run(all.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        CommandLine line = Liaison.commandLine();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Run(line.execute(arguments), out.toString(), err.toString());
    }
}
