package org.liaison.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.certs.Cast.GATEWAY_OF_XA;
import static org.liaison.certs.Cast.POLICE_OF_XA;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.StrictJson;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class PkiCommandTest {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    @TempDir
    Path dir;

    Path pki;
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    @BeforeEach
    void a_pki_of_one_State() {
        pki = dir.resolve("pki");
        assertThat(run("init", "--state", "XA")).isEqualTo(DONE);
    }

    @Test
    void from_init_to_renewal_and_revocation() {
        assertThat(out.toString()).contains("issuing  xa", "--root");
        assertThat(run("issue", "authority", POLICE_OF_XA)).isEqualTo(DONE);
        Path keys = pki.resolve("issued/authority-" + POLICE_OF_XA + ".p12");
        assertThat(keys).exists();
        assertThat(out.toString()).contains("sign-pq  valid", keys + "  (secret)");

        assertThat(run("renew", keys.toString(), "--out", dir.resolve("new.p12").toString()))
                .isEqualTo(DONE);
        assertThat(out.toString()).contains("The old keys stay valid until");

        assertThat(run("revoke", keys.toString(), "--reason", "superseded")).isEqualTo(DONE);
        assertThat(out.toString()).contains("sign     revoked", "trust/crl/xa.crl");

        assertThat(run("show")).isEqualTo(DONE);
        assertThat(out.toString().lines().filter(line -> line.contains(" revoked ")))
                .hasSize(3);
        assertThat(out.toString()).contains("sign-pq  valid");
        assertThat(run("crl")).isEqualTo(DONE);
        assertThat(out.toString()).contains("superseded");
    }

    @Test
    void show_answers_programs_in_json() {
        run(
                "issue",
                "hub-tls",
                "hub",
                "--host",
                "hub.example.org",
                "--out",
                dir.resolve("hub.p12").toString());
        assertThat(run(
                        "show",
                        "--json",
                        dir.resolve("hub.p12").toString(),
                        pki.resolve("trust").toString()))
                .isEqualTo(DONE);
        JsonNode json = StrictJson.MAPPER.readTree(out.toString());
        JsonNode hub = json.path("certificates").path(0);
        assertThat(hub.path("profile").asString()).isEqualTo("hub-tls");
        assertThat(hub.path("status").asString()).isEqualTo("VALID");
        assertThat(hub.path("subjectAlternativeNames").toString())
                .isEqualTo("[\"urn:liaison:hub:hub\",\"hub.example.org\"]");
        assertThat(json.path("certificates"))
                .as("the hub's, the root's and two issuers'")
                .hasSize(4);
        assertThat(json.path("revocationLists")).hasSize(3);

        String serial = hub.path("serial").asString();
        assertThat(run("show", serial)).isEqualTo(DONE);
        assertThat(out.toString()).contains("identity  urn:liaison:hub:hub", serial);
    }

    @Test
    void issuers_are_added_with_the_roots_key_from_where_it_was_put_away() throws Exception {
        Path safe = Files.move(pki.resolve("root"), dir.resolve("safe"));
        assertThat(run("issuer", "XB")).isEqualTo(REFUSED);
        assertThat(err.toString()).contains("--root");
        assertThat(run("issuer", "XB", "--root", safe.toString())).isEqualTo(DONE);
        assertThat(run("crl")).isEqualTo(DONE);
        assertThat(out.toString()).contains("Not published: the list of 'root'");
    }

    @Test
    void the_folder_around_a_pki_serves_as_well() {
        assertThat(run("show", "--dir", dir.toString())).isEqualTo(DONE);
        assertThat(out.toString()).contains("issuing  xa");
    }

    @Test
    void issuing_for_another_State_is_refused() {
        assertThat(run("issue", "authority", "xb.police.a", "--state", "XA")).isEqualTo(REFUSED);
        assertThat(err.toString()).contains("its own State only");
        assertThat(run("issue", "authority", "xb.police.a")).isEqualTo(REFUSED);
        assertThat(err.toString()).contains("no issuer 'xb'", "liaison pki issuer XB");
        assertThat(pki.resolve("issued")).doesNotExist();
    }

    @Test
    void a_place_that_is_taken_is_refused() {
        Path taken = dir.resolve("taken.p12");
        assertThat(run("issue", "gateway-tls", GATEWAY_OF_XA, "--out", taken.toString()))
                .isEqualTo(DONE);
        assertThat(run("issue", "hub-evidence", "hub", "--out", taken.toString()))
                .isEqualTo(REFUSED);
        assertThat(err.toString()).contains("never overwritten");
        assertThat(run("init")).isEqualTo(REFUSED);
        assertThat(err.toString()).contains("a PKI in " + pki + " already");
    }

    @Test
    void what_is_not_there_is_said_so() {
        assertThat(run("revoke", "0badc0de", "--reason", "superseded")).isEqualTo(REFUSED);
        assertThat(err.toString()).contains("0badc0de");
        assertThat(run("renew", "nothing.p12")).isEqualTo(REFUSED);
        assertThat(err.toString()).contains("there is no file nothing.p12");
        assertThat(run("show", "--dir", dir.resolve("elsewhere").toString())).isEqualTo(REFUSED);
        assertThat(err.toString()).contains("liaison pki init");
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--dir")) all.addAll(List.of("--dir", pki.toString()));
        return commandLine().execute(all.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        return new CommandLine(new PkiCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }
}
