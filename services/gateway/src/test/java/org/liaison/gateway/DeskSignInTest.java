package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the file says of sign-in holds at the desk of a gateway that was started with it.
class DeskSignInTest {

    private static final String PROVIDER = "The Ministry's directory";
    private static final String SIGN_IN = """
              desk:
                sign-in:
                  link: 1h
                  attempts: {name: 2, address: 2, lock: 10m}
                  open-id: {name: "The Ministry's directory", issuer: "https://issuer.example", client: liaison, secret-file: secret}
                  proxies: [%s]
            """;
    private static final String ONE_OFFICE = "198.51.100.1";
    private static final String ANOTHER_OFFICE = "198.51.100.2";
    private static final int WRONG = 422;
    private static final int LOCKED = 429;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    static GatewayProgram.Running behindProxy;
    static GatewayProgram.Running alone;

    @BeforeAll
    static void start() throws Exception {
        behindProxy = gateway(folder.resolve("proxied"), "127.0.0.1");
        alone = gateway(folder.resolve("alone"), "");
    }

    @AfterAll
    static void stop() {
        if (behindProxy != null) behindProxy.close();
        if (alone != null) alone.close();
    }

    private static GatewayProgram.Running gateway(Path folder, String proxies) throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        Path file = Site.configuration(Network.get(), Network.GATEWAY_XA, folder, nobody, SIGN_IN.formatted(proxies));
        Files.writeString(folder.resolve("secret"), "between us");
        return GatewayProgram.start(file, GatewayProgram.Logging.LEFT_ALONE);
    }

    @Test
    void the_sign_in_page_offers_the_provider_of_the_file() throws Exception {
        assertThat(new Guest(behindProxy.url()).page()).contains(PROVIDER.replace("'", "&#39;"));
    }

    @Test
    void tries_that_come_through_the_proxy_are_counted_by_the_address_it_names() throws Exception {
        Guest guest = new Guest(behindProxy.url());
        assertThat(guest.tries("ada", ONE_OFFICE)).isEqualTo(WRONG);
        assertThat(guest.tries("bob", ONE_OFFICE)).isEqualTo(WRONG);
        assertThat(guest.tries("cyd", ONE_OFFICE)).isEqualTo(LOCKED);
        assertThat(guest.tries("dan", ANOTHER_OFFICE)).isEqualTo(WRONG);
    }

    @Test
    void nobody_else_is_believed_for_whom_it_asks() throws Exception {
        Guest guest = new Guest(alone.url());
        assertThat(guest.tries("ada", ONE_OFFICE)).isEqualTo(WRONG);
        assertThat(guest.tries("bob", ANOTHER_OFFICE)).isEqualTo(WRONG);
        assertThat(guest.tries("cyd", "198.51.100.3")).isEqualTo(LOCKED);
    }

    private static final class Guest {

        private final URI desk;
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();

        Guest(URI desk) {
            this.desk = desk;
        }

        String page() throws IOException, InterruptedException {
            return http.send(
                            HttpRequest.newBuilder(desk.resolve("/sign-in")).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        /// Answers the status of a wrong password.
        int tries(String login, String from) throws IOException, InterruptedException {
            Matcher token = CSRF.matcher(page());
            assertThat(token.find()).isTrue();
            HttpRequest request = HttpRequest.newBuilder(desk.resolve("/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Forwarded-For", from)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "_csrf=" + token.group(1) + "&login=" + login + "&password=not+the+right+password"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
