package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator hears who has written something wrong into the file.
class SettingsTest {

    static final String RIGHT = """
            gateway:
              code: gateway-xa
              data: data
              trust: trust
              directory: d.p7m
              rulebook: r.p7m
              hub: {host: hub.example, port: 61617, tls: {file: t.p12, password-file: t.password}}
              authorities:
                - {code: xa.social.welfare, keys: {file: k.p12, password-file: k.password}}
            """;

    @TempDir
    Path folder;

    @Test
    void a_key_that_is_not_known_is_refused() {
        assertRefused(RIGHT + "  databse: {connections: 9}\n", "databse");
    }

    @Test
    void a_key_that_is_missing_is_named() {
        assertRefused(RIGHT.replace("  trust: trust\n", ""), "gateway.trust is required");
    }

    @Test
    void a_code_that_is_no_authority_is_refused() {
        assertRefused(RIGHT.replace("xa.social.welfare", "Welfare"), "an authority is written xa.police.name");
    }

    @Test
    void an_authority_listed_twice_is_refused() {
        assertRefused(
                RIGHT + "    - {code: xa.social.welfare, keys: {file: k.p12, password-file: k.password}}\n", "twice");
    }

    @Test
    void a_counterpart_that_answers_by_itself_is_for_training_only() {
        assertRefused(
                RIGHT + "  desk: {training-counterparts: [xa.social.welfare], training-forms: forms}\n",
                "only where gateway.desk.training is set");
    }

    @Test
    void a_counterpart_that_answers_by_itself_is_an_authority_of_this_gateway() {
        assertRefused(
                RIGHT + "  desk: {training: true, training-counterparts: [xb.social.welfare], training-forms: forms}\n",
                "no authority of this gateway");
    }

    @Test
    void a_counterpart_that_answers_by_itself_has_forms_to_answer_with() {
        assertRefused(
                RIGHT + "  desk: {training: true, training-counterparts: [xa.social.welfare]}\n",
                "training-forms is required");
    }

    @Test
    void a_proxy_is_an_address_and_not_a_network() {
        assertRefused(
                RIGHT + "  desk: {sign-in: {proxies: [10.0.0.0/8]}}\n", "addresses like 10.0.0.5, not 10.0.0.0/8");
    }

    @Test
    void an_openid_provider_is_named_wholly() {
        assertRefused(
                RIGHT + "  desk: {sign-in: {open-id: {name: Ministry, client: liaison, secret-file: s}}}\n",
                "sign-in.open-id.issuer is required");
    }

    @Test
    void tries_without_end_are_refused() {
        assertRefused(RIGHT + "  desk: {sign-in: {attempts: {name: 1000, address: 1000}}}\n", "1 to 100");
    }

    private void assertRefused(String yaml, String complaint) {
        assertThatThrownBy(() -> {
                    Path file = folder.resolve("gateway.yaml");
                    Files.writeString(file, yaml);
                    GatewayProgram.start(file, GatewayProgram.Logging.LEFT_ALONE)
                            .close();
                })
                .hasStackTraceContaining(complaint);
    }
}
