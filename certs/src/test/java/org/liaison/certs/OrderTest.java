package org.liaison.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    @ParameterizedTest
    @CsvSource({
        "authority, xa.police.antitrafficking, xa",
        "authority-classic, xb.social.shelter, xb",
        "gateway-tls, gateway-xa, xa",
        "gateway-tls, gateway7, operator",
        "witness, gateway-xa, xa",
        "hub-tls, hub, operator",
        "hub-evidence, hub, operator",
        "log-key, liaison.example/log, operator",
        "administrator, gate-keeper-xa, operator"
    })
    void the_issuer_follows_from_profile_and_name(String profile, String name, String issuer) {
        assertThat(Order.of(Profile.ofCode(profile), name).issuer()).isEqualTo(new IssuerName(issuer));
    }

    @Test
    void a_State_cannot_be_asked_for_another_States_authority() {
        assertThatThrownBy(() -> Order.of(Profile.AUTHORITY, Cast.POLICE_OF_XB, Cast.XA))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("its own State only");
    }

    @Test
    void a_State_cannot_be_asked_for_another_States_gateway() {
        assertThatThrownBy(() -> Order.of(Profile.GATEWAY_TLS, "gateway-xb", Cast.XA))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("its own State only");
    }

    @Test
    void only_the_issuer_of_its_State_can_be_asked_for_a_witness() {
        assertThatThrownBy(() -> Order.of(Profile.WITNESS, "gateway-xb", Cast.XA))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("its own State only");
        assertThatThrownBy(() -> Order.of(Profile.WITNESS, "gateway7"))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("the issuer of a State");
    }

    @ParameterizedTest
    @CsvSource({"hub-tls, hub", "hub-evidence, hub", "administrator, anna", "log-key, liaison.example/log"})
    void a_State_cannot_be_asked_for_the_hub_or_an_administrator(String profile, String name) {
        assertThatThrownBy(() -> Order.of(Profile.ofCode(profile), name, Cast.XA))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("the hub's operator");
    }

    @Test
    void the_operator_and_the_root_cannot_be_asked_for_an_authority() {
        for (IssuerName issuer : List.of(IssuerName.OPERATOR, IssuerName.ROOT))
            assertThatThrownBy(() -> new Order(Profile.AUTHORITY, Cast.POLICE_OF_XA, issuer, List.of()))
                    .isInstanceOf(PkiRefused.class)
                    .hasMessageContaining("the issuer of a State");
    }

    @ParameterizedTest
    @CsvSource({
        "authority, police",
        "authority, xa.police.antitrafficking.x",
        "authority, XA.police.a",
        "gateway-tls, Gateway_xa",
        "hub-evidence, hub/1",
        "administrator, 'anna, C=XB'",
        "log-key, 'a b'"
    })
    void a_name_that_is_none_is_refused_in_a_sentence(String profile, String name) {
        assertThatThrownBy(() -> Order.of(Profile.ofCode(profile), name))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining(name.split("\\.")[0]);
    }

    @Test
    void only_a_server_has_hosts() {
        Order hub = Order.of(Profile.HUB_TLS, "hub");
        assertThat(hub.hosts()).containsExactly("localhost", "127.0.0.1");
        assertThat(hub.withHosts(List.of("hub.example.org")).hosts()).containsExactly("hub.example.org");
        Order gateway = Order.of(Profile.GATEWAY_TLS, Cast.GATEWAY_OF_XA);
        assertThatThrownBy(() -> gateway.withHosts(List.of("localhost"))).isInstanceOf(PkiRefused.class);
        assertThatThrownBy(() -> hub.withHosts(List.of("two words"))).isInstanceOf(PkiRefused.class);
    }
}
