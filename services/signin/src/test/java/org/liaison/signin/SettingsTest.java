package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://desk.example",
                "ftp://desk.example",
                "https://desk.example/path",
                "https://desk.example/?x",
                "https://user@desk.example",
                "desk.example",
                "https:"
            })
    void an_origin_that_is_none_is_refused(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignInSettings.usual("site", URI.create(origin)));
    }

    @Test
    void an_https_origin_makes_the_cookie_secure_and_names_the_relying_party() {
        SignInSettings settings = SignInSettings.usual("xa", URI.create("https://Desk.Example/"));
        assertThat(settings.secure()).isTrue();
        assertThat(settings.relyingParty()).isEqualTo("desk.example");
        assertThat(settings.origin()).hasToString("https://desk.example");
        assertThat(settings.cookie()).isEqualTo("liaison-xa");
    }

    @Test
    void times_out_of_reason_are_refused() {
        URI origin = URI.create("https://desk.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignInSettings(
                        "xa",
                        origin,
                        Duration.ofDays(2),
                        Duration.ofDays(2),
                        SignInSettings.LINK,
                        SignInSettings.Attempts.USUAL,
                        Optional.empty()))
                .withMessageContaining("a day at most");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignInSettings.Attempts(101, 200, Duration.ofMinutes(1), Duration.ofHours(1)))
                .withMessageContaining("1 to 100");
    }

    @Test
    void doors_are_listed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Doors(List.of(), List.of("/**"), List.of()))
                .withMessageContaining("listed");
    }
}
