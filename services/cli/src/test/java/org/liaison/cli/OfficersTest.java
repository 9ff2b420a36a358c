package org.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.message.Entry;
import org.liaison.message.GatewayCode;
import org.liaison.message.report.ChangedLog;
import org.liaison.rehearsal.Demo;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.rehearsal.OneMachine;
import org.liaison.rehearsal.Programs;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Officers of different States at their terminals; hub and gateways are at the other end of HTTP.
class OfficersTest {

    private static final String ORIGIN = "xa.social.welfare";
    private static final String DESTINATION = "xc.social.welfare";
    private static final String CENTRAL_OF_ORIGIN = "xa.central.justice";
    private static final String POLICE_OF_TRANSIT = "xb.police.border";

    private static final Pattern PROOF = Pattern.compile("href=\"(/messages/[^\"]+/proof\\.zip[^\"]*)\"");

    @TempDir
    private static Path folder;

    private static DemoFolder state;
    private static Programs programs;

    private record Run(int exit, String out, String err) {
        /// Whatever lines it was broken into.
        String said() {
            return out.replaceAll("\\s+", " ");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeAll
    static void start() {
        state = new DemoFolder(folder.resolve("state"));
        Demo.prepare(state);
        programs = OneMachine.start(state);
        Demo.connect(state, programs);
    }

    @AfterAll
    static void stop() {
        if (programs != null) programs.close();
    }

    @Test
    void a_referral_travels_from_desk_to_desk_by_commands() throws IOException {
        JsonNode sent = done(
                        "send",
                        sample("referral.json"),
                        "--as",
                        DESTINATION,
                        "--to",
                        ORIGIN,
                        "--attach",
                        sample("identity-sheet.pdf"),
                        "--wait",
                        "--json")
                .json();
        String id = sent.path("messageId").asString();
        String caseId = sent.path("caseId").asString();
        assertThat(sent.path("state").asString()).isEqualTo("HANDED_OVER");

        assertThat(done("inbox", "--new", "--as", ORIGIN).out()).contains(id, caseId, "new", "from " + DESTINATION);
        Path saved = folder.resolve("saved");
        assertThat(done("show", id, "--as", ORIGIN, "--save", saved.toString()).out())
                .contains("verified: " + DESTINATION, "ECDSA and ML-DSA", "attachment 1: identity-sheet.pdf");
        assertThat(saved.resolve("identity-sheet.pdf"))
                .hasBinaryContent(Files.readAllBytes(Path.of(sample("identity-sheet.pdf"))));

        done("reply", id, sample("referral-ack.json"), "--as", ORIGIN, "--wait");
        done("reply", id, sample("referral-decision.json"), "--as", ORIGIN, "--wait");

        assertThat(done("trace", id, "--as", DESTINATION).out())
                .contains(
                        "SubmissionAcceptance", "ContentHandover", "ContentAccessTracking", "signature ok, log entry");
        assertThat(done("trace", caseId, "--as", DESTINATION, "--json").json().path("messages"))
                .hasSize(3);
        assertThat(done("cases", caseId, "--as", ORIGIN).out())
                .contains("by " + DESTINATION, "with " + ORIGIN + ": ref accepted");
        for (String desk : List.of(ORIGIN, DESTINATION))
            assertThat(done("verify", id, "--as", desk).out()).contains("GENUINE: every check passed.");

        done("export", id, "--as", ORIGIN, "--to", folder.resolve("proof").toString());
        Path proof = folder.resolve("proof").resolve(id);
        assertThat(proof).isDirectoryContaining("glob:**/slip.p7m").isDirectoryContaining("glob:**/content.p7m");
        assertThat(proof.resolve("ca.pem")).content().contains("BEGIN CERTIFICATE");
        assertThat(proof.resolve("README.txt")).content().contains("openssl");
    }

    /// Offline, with nothing but the folder and public keys from another source.
    @Test
    void an_export_shows_who_witnessed_it_and_whoever_spoils_it_is_found_out() throws Exception {
        String id = sent();
        Path proof = witnessedExport(id);

        Run verified = offline(proof, "--trust", state.trust().toString(), "--require-witnesses", "2");
        assertThat(verified.exit()).as(verified.out() + verified.err()).isEqualTo(Exit.OK);
        assertThat(verified.said()).contains("witnessed by gateway-x", "(X", ") at ", "GENUINE: every check passed.");
        assertThat(offline(proof).said()).contains("The keys are those that lie in the bundle");
        assertThat(offline(proof, "--require-witnesses", "9").said()).contains("Witnesses of 9 States are asked for");
        openssl(proof);

        Path receipts = proof.resolve("receipts.json");
        String honest = Files.readString(receipts);
        ArrayNode items = (ArrayNode) JsonMapper.shared().readTree(honest);
        assertThat(items).hasSizeGreaterThanOrEqualTo(2);
        for (JsonNode item : items) ((ObjectNode) item).putArray("witnessed");
        Files.write(receipts, JsonMapper.shared().writeValueAsBytes(items));
        Run plain = offline(proof);
        assertThat(plain.exit()).as("not witnessed is no error").isEqualTo(Exit.OK);
        assertThat(plain.said()).contains("Not witnessed: no witness whose key you have");
        assertThat(offline(proof, "--require-witnesses", "1").exit()).isEqualTo(Exit.REFUSED);

        Files.writeString(receipts, replayed(honest));
        refused(proof, "it is forged, or was taken from another checkpoint");
        Files.delete(receipts);
        assertThat(offline(proof).said()).contains("Nothing here proves that the hub recorded this slip");
        assertThat(offline(proof).exit()).isEqualTo(Exit.REFUSED);
        Files.writeString(receipts, honest.replace("evidence/01", "../../01"));
        assertThat(offline(proof).err()).contains("receipts.json cannot be read");
        Files.writeString(receipts, honest);

        Path witnesses = Files.createDirectories(folder.resolve("nobody"));
        copy(state.trust(), witnesses);
        Files.delete(witnesses.resolve("witnesses.vkeys"));
        assertThat(offline(proof, "--trust", witnesses.toString()).said())
                .contains("Signed by a key that is not among those you have, and counted for nothing: gateway-");
        Files.writeString(proof.resolve("attachments/01-identity-sheet.pdf"), "%PDF another");
        refused(proof, "they are not those in the signed letter");
    }

    /// What an officer saves in the browser is as good as what the command exports.
    @Test
    void what_a_desk_saves_as_proof_of_a_message_is_genuine_for_whoever_has_only_that_file() throws Exception {
        String id = sent();
        URI link = URI.create(state.enrolmentLink(state.gateway(new GatewayCode("gateway-xc")))
                .orElseThrow());
        Visitor officer = Visitor.first(link, "root").invite("ada", "OFFICER:" + DESTINATION);
        Path proof = unpacked(officer.saved("/messages/" + id + "?as=" + DESTINATION, PROOF))
                .resolve(id);

        Run verified = offline(proof, "--trust", state.trust().toString());
        assertThat(verified.exit()).as(verified.out() + verified.err()).isEqualTo(Exit.OK);
        assertThat(verified.said()).contains("GENUINE: every check passed.");
        Files.writeString(proof.resolve("attachments/01-identity-sheet.pdf"), "%PDF another");
        refused(proof, "they are not those in the signed letter");
    }

    private static String sent() throws IOException {
        return done(
                        "send",
                        sample("referral.json"),
                        "--as",
                        DESTINATION,
                        "--to",
                        ORIGIN,
                        "--attach",
                        sample("identity-sheet.pdf"),
                        "--wait",
                        "--json")
                .json()
                .path("messageId")
                .asString();
    }

    private static Path unpacked(byte[] zip) throws IOException {
        Path to = Files.createTempDirectory(folder, "unpacked");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = to.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(to);
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return to;
    }

    /// The log's own keys, and two logs: whoever holds a checkpoint of each proves it anywhere.
    @Test
    void a_fork_of_the_log_is_proved_offline_by_two_signed_checkpoints() throws Exception {
        Path keys = state.root().resolve("hub/keys");
        KeyFile file = KeyFile.open(keys.resolve("log.p12"), Password.read(keys.resolve("log.password")));
        LogSigner signer = LogSigner.ofKeys("liaison.example/demo", pair(file, "ed25519"), pair(file, "ml-dsa"));
        Path seenByXa = checkpoint(signer, "xa.note", 3);
        Path seenByXc = checkpoint(signer, "xc.note", 3);
        String trust = state.trust().toString();

        Run forked = fork(seenByXa.toString(), seenByXc.toString(), "--trust", trust);
        assertThat(forked.exit()).isEqualTo(Exit.REFUSED);
        assertThat(forked.said()).contains("FORKED: liaison.example/demo signed a tree of 3 entries and one of 3");
        Run same = fork(seenByXa.toString(), seenByXa.toString(), "--trust", trust);
        assertThat(same.exit()).isEqualTo(Exit.OK);
        assertThat(same.said()).contains("do not contradict each other", "No fork is proved by this.");
        Run larger =
                fork(seenByXa.toString(), checkpoint(signer, "later.note", 5).toString(), "--trust", trust);
        assertThat(larger.exit()).isEqualTo(Exit.OK);
        assertThat(larger.said()).contains("Nothing shows that the two checkpoints contradict each other");

        ObjectNode published = JsonMapper.shared().createObjectNode().put("version", 1);
        ObjectNode dispute = published.putArray("disputes").addObject().put("gateway", "gateway-xa");
        new ChangedLog(Instant.now(), Files.readString(seenByXa), Files.readString(seenByXc), List.of())
                .write(dispute.putObject("changedLog"));
        assertThat(fork(write("disputes.json", published), "--trust", trust).said())
                .contains("FORKED: gateway-xa says: liaison.example/demo signed");
        String forged = Files.readString(seenByXc).replace("\n3\n", "\n4\n");
        ((ObjectNode) dispute.path("changedLog")).put("shown", forged);
        Run wolf = fork(write("wolf.json", published), "--trust", trust);
        assertThat(wolf.exit()).isEqualTo(Exit.OK);
        assertThat(wolf.said()).contains("is not one that this log signed");
        assertThat(fork(seenByXa.toString(), "--trust", trust).err()).contains("name two files");
    }

    private static Run fork(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Liaison.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("fork"));
        all.addAll(List.of(arguments));
        return new Run(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static KeyPair pair(KeyFile file, String alias) {
        KeyFile.Entry entry = file.entry(alias);
        return new KeyPair(entry.chain().getFirst().getPublicKey(), entry.key());
    }

    private static Path checkpoint(LogSigner signer, String name, int entries) throws IOException {
        BookInMemory book = new BookInMemory(signer);
        for (int i = 0; i < entries; i++)
            book.append(List.of(Entry.ofNote(Entry.Event.OPERATOR_ACTION, Instant.now(), "an entry")));
        return Files.write(folder.resolve(name), book.checkpoint().toArray());
    }

    private static void refused(Path proof, String why) {
        Run run = offline(proof);
        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.said()).contains(why, "BROKEN: at least one check failed.");
    }

    /// A witness's genuine line under a checkpoint that it never saw: the receipt's own.
    private static String replayed(String receipts) {
        ArrayNode items = (ArrayNode) JsonMapper.shared().readTree(receipts);
        ObjectNode item = (ObjectNode) items.get(0);
        ObjectNode witnessed = (ObjectNode) item.path("witnessed").get(0);
        String line = witnessed.path("checkpoint").asString().lines().toList().getLast();
        JsonNode receipt = item.path("receipt");
        item.putArray("witnessed")
                .addObject()
                .put("treeSize", receipt.path("treeSize").asLong())
                .put("checkpoint", receipt.path("checkpoint").asString() + line + "\n")
                .set("path", receipt.path("path"));
        return items.toString();
    }

    /// Made when two States have seen all of it: witnesses look every few seconds.
    private static Path witnessedExport(String id) {
        Instant limit = Instant.now().plusSeconds(90);
        while (!witnessed(done("verify", id, "--as", DESTINATION, "--json").json()))
            assertThat(Instant.now()).as("witnessed in time").isBefore(limit);
        Path to = folder.resolve("bundle");
        done("export", id, "--as", DESTINATION, "--to", to.toString());
        return to.resolve(id);
    }

    private static boolean witnessed(JsonNode verification) {
        List<String> found = verification.path("checks").values().stream()
                .filter(check -> check.path("check").asString().equals("LOG_WITNESSES"))
                .map(check -> check.path("result").asString())
                .toList();
        return found.size() >= 2 && found.stream().allMatch("PASSED"::equals);
    }

    /// The README's own lines.
    private static void openssl(Path proof) throws Exception {
        List<String> lines = Files.readAllLines(proof.resolve("README.txt")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("openssl pkeyutl"))
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        for (String line : lines) {
            Process process = new ProcessBuilder("sh", "-c", line)
                    .directory(proof.toFile())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as(line)
                    .contains("Signature Verified Successfully");
            assertThat(process.waitFor()).isZero();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Run offline(Path proof, String... more) {
        List<String> all = new ArrayList<>(List.of("verify", "--bundle", proof.toString()));
        all.addAll(List.of(more));
        return liaison(all.toArray(String[]::new));
    }

    @Test
    void everything_wrong_with_a_form_is_listed_before_it_leaves() throws IOException {
        ObjectNode form = form("mla-request.json");
        form.remove("facts");
        form.put("legalBasis", "FRIENDSHIP");

        Run run = liaison("send", write("broken.json", form), "--as", "xc.central.justice", "--to", CENTRAL_OF_ORIGIN);

        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.err()).contains("/facts", "/legalBasis");
        assertThat(liaison("inbox", "--as", CENTRAL_OF_ORIGIN).out())
                .isEqualToIgnoringNewLines("Nothing was received.");
    }

    @Test
    void what_no_rule_permits_is_refused_with_its_reason() throws IOException {
        Run run = liaison("send", sample("mla-request.json"), "--as", DESTINATION, "--to", POLICE_OF_TRANSIT);

        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
        Run explained = liaison("rules", "explain", DESTINATION, POLICE_OF_TRANSIT, "MLA-REQ");
        assertThat(explained.exit()).isEqualTo(Exit.REFUSED);
        assertThat(explained.out()).contains("No rule covers");
        assertThat(done("rules", "explain", DESTINATION, POLICE_OF_TRANSIT, "REF-REQ")
                        .out())
                .contains("CoE197");
    }

    @Test
    void who_is_nobody_here_is_told_so() throws IOException {
        Run stranger = liaison("send", sample("referral.json"), "--as", DESTINATION, "--to", "xd.social.welfare");

        assertThat(stranger.exit()).isEqualTo(Exit.REFUSED);
        assertThat(stranger.err()).contains("directory");
        assertThat(liaison("inbox", "--as", "xd.social.welfare").exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(liaison("show", "019a0000-0000-7000-8000-000000000001").exit())
                .isEqualTo(Exit.REFUSED);
    }

    @Test
    void the_gateways_say_how_they_are_and_the_directory_what_it_holds() {
        assertThat(done("status").out()).contains("gateway-xa", "gateway-xb", "gateway-xc", "connected", "in force");
        assertThat(done("directory", "show").out()).contains("xb.police.border", "classic-2026", "round the clock");
    }

    private static Run done(String... arguments) {
        Run run = liaison(arguments);
        assertThat(run.exit())
                .as(String.join(" ", arguments) + "\n" + run.err())
                .isEqualTo(Exit.OK);
        return run;
    }

    private static Run liaison(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Liaison.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--dir", state.root().toString()));
        return new Run(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static ObjectNode form(String name) throws IOException {
        return (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(Path.of(sample(name))));
    }

    private static String write(String name, ObjectNode form) throws IOException {
        return Files.write(folder.resolve(name), JsonMapper.shared().writeValueAsBytes(form))
                .toString();
    }

    private static String sample(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file))
            try (InputStream in = Demo.class.getResourceAsStream("/demo/" + name)) {
                Files.write(file, in.readAllBytes());
            }
        return file.toString();
    }
}
