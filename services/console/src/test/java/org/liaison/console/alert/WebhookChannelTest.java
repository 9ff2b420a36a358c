package org.liaison.console.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {

    private static final Optional<String> TOKEN = Optional.of("secret");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://duty.example.org/hook",
                "http://127.0.0.1:8080/hook",
                "http://127.8.0.1/hook",
                "http://[::1]:8080/hook",
                "http://localhost:8080/hook"
            })
    void it_posts_by_https_and_in_the_clear_to_this_machine(String address) {
        assertThat(new WebhookChannel(URI.create(address), TOKEN).name()).startsWith("webhook at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://duty.example.org/hook",
                "http://10.0.0.7/hook",
                "http://localhost.example.org/hook",
                "http://127.0.0.1.example.org/hook",
                "ftp://127.0.0.1/hook",
                "https:///hook"
            })
    void it_posts_to_nobody_else_in_the_clear(String address) {
        assertThatThrownBy(() -> new WebhookChannel(URI.create(address), TOKEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://host/path");
    }
}
