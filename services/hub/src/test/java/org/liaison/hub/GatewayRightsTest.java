package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.certs.Holding;
import org.liaison.certs.RevocationReason;
import org.liaison.message.Bytes;

/// A hostile gateway, with a certificate as good as any, at the real door: it gets what is its own and nothing else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayRightsTest {

    private static final Bytes ANYTHING = Bytes.ofUtf8("anything");

    private Town town;
    private HubProgram.Running hub;

    @BeforeAll
    void open(@TempDir Path folder) {
        town = Town.found(folder);
        hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void a_gateway_sends_to_its_own_intakes_and_consumes_its_own_mailboxes() throws Exception {
        try (Visitor gateway = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            gateway.send("intake.gateway-xa", "one", ANYTHING);
            gateway.send("intake.gateway-xa.urgent", "two", ANYTHING);
            assertThat(gateway.receive("mailbox.gateway.gateway-xa")).isNotNull();
            gateway.receive("mailbox.xa.social.shelter", 10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake.gateway-xc",
                "intake.gateway-xc.urgent",
                "intake",
                "mailbox.xa.social.shelter",
                "mailbox.xc.social.welfare",
                "mailbox.gateway.gateway-xa",
                "reports.gateway-xc",
                "reports",
                "probes.gateway-xa",
                "probes.gateway-xc",
                "quarantine",
                "dead",
                "activemq.management",
                "made.up"
            })
    void it_sends_nowhere_else(String address) throws Exception {
        try (Visitor gateway = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            assertThatThrownBy(() -> gateway.send(address, "id", ANYTHING))
                    .isInstanceOf(ActiveMQSecurityException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailbox.xc.social.welfare",
                "mailbox.gateway.gateway-xc",
                "intake.gateway-xa",
                "intake.gateway-xc",
                "reports.gateway-xa",
                "reports.gateway-xc",
                "probes.gateway-xc",
                "quarantine",
                "dead",
                "expired"
            })
    void it_takes_from_nowhere_else(String queue) throws Exception {
        try (Visitor gateway = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            assertThatThrownBy(() -> gateway.receive(queue, 10)).isInstanceOf(ActiveMQSecurityException.class);
            assertThatThrownBy(() -> gateway.browse(queue)).isInstanceOf(ActiveMQSecurityException.class);
        }
    }

    @Test
    void it_makes_no_addresses_and_no_queues() throws Exception {
        try (Visitor gateway = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            assertThatThrownBy(() -> gateway.makeQueue("mine")).isInstanceOf(ActiveMQException.class);
            assertThatThrownBy(() -> gateway.makeTemporaryQueue("mine", "mailbox.xc.social.welfare"))
                    .isInstanceOf(ActiveMQException.class);
        }
    }

    @Test
    void the_name_hub_opens_nothing_from_outside() throws Exception {
        try (Visitor gateway = Visitor.named(town, hub.brokerPort(), Town.GATEWAY_XA, "hub", "whatever")) {
            assertThatThrownBy(() -> gateway.receive("quarantine", 10)).isInstanceOf(ActiveMQSecurityException.class);
        }
    }

    @Test
    void a_certificate_of_a_valid_issuer_that_the_directory_does_not_list_is_refused() {
        assertThatThrownBy(() -> Visitor.with(town, hub.brokerPort(), Town.GATEWAY_NOT_LISTED))
                .isInstanceOf(ActiveMQException.class);
    }

    @Test
    void a_certificate_that_is_not_a_gateways_is_refused() {
        assertThatThrownBy(() -> Visitor.with(town, hub.brokerPort(), "hub-tls"))
                .isInstanceOf(ActiveMQException.class);
    }

    @Test
    void without_a_certificate_nobody_comes_in() {
        assertThatThrownBy(() -> Visitor.withoutCertificate(town, hub.brokerPort()))
                .isInstanceOf(ActiveMQException.class);
    }

    @Test
    void a_gateway_whose_certificate_is_revoked_is_put_out_and_stays_out() throws Exception {
        try (Visitor gateway = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_LEAVING)) {
            gateway.send("intake." + Town.GATEWAY_LEAVING, "before", ANYTHING);
            town.pki.revoke(
                    town.pki.holdings().stream()
                            .filter(holding -> holding.name().equals(Town.GATEWAY_LEAVING.value()))
                            .map(Holding::serial)
                            .toList(),
                    RevocationReason.KEY_COMPROMISE,
                    java.time.Instant.now());
            gateway.waitUntilPutOut();
        }
        assertThatThrownBy(() -> Visitor.with(town, hub.brokerPort(), Town.GATEWAY_LEAVING))
                .isInstanceOf(ActiveMQException.class);
        assertThat(List.of(hub.brokerPort())).doesNotContain(-1);
    }
}
