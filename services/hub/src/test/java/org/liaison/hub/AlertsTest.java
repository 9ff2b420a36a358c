package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.console.alert.Survey;
import org.liaison.console.alert.Watchman;
import org.liaison.console.port.Certificates;
import org.liaison.console.port.Said;
import org.liaison.console.port.Views;

/// A hub whose configuration file says whom to wake, and for what.
class AlertsTest {

    /// What the rule says that speaks of directory and rulebook; a town so young has other
    /// troubles too.
    private static final String SNAPSHOT = " in force, number ";
    private static final String TOKEN = "a token of the webhook";
    /// Longer than something must last before anybody is told.
    private static final int MINUTES = 5;

    @TempDir
    Path folder;

    private record Call(String authorization, String body) {}

    @Test
    void what_the_configuration_file_says_is_who_hears_of_what() throws Exception {
        Town town = Town.found(folder);
        List<Call> calls = new CopyOnWriteArrayList<>();
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/duty", exchange -> {
            calls.add(new Call(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.start();
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            mail.setUser("hub", "a password");
            configure(town, mail.getSmtp().getPort(), webhook.getAddress().getPort());
            try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE)) {
                OperationsTest.await(() -> hub.views().snapshots().all().size() == 2);
                Survey first = hub.part(NightWatch.class).look();
                for (int minute = 0; minute < MINUTES; minute++)
                    hub.part(Watchman.class).round(later(first, Duration.ofMinutes(minute)));
                hub.part(Watchman.class).tell(first.now());
                assertTold(mail, calls);
                assertThat(hub.part(Watchman.class).test(first.now()))
                        .containsExactlyInAnyOrder(
                                Said.of(Said.What.MAIL_TOOK, "127.0.0.1"),
                                Said.of(Said.What.WEBHOOK_TOOK, "127.0.0.1"));
            }
        } finally {
            mail.stop();
            webhook.stop(0);
        }
    }

    @Test
    void a_view_that_cannot_be_asked_silences_no_rule_about_another_and_wakes_somebody_up() throws Exception {
        Town town = Town.found(folder);
        Town.write(
                town.hubConfiguration(),
                town.configuration("broker: {port: 0}\n  alerts: {every: 1s, settles: 0s, snapshot-days: 40}\n"));
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE)) {
            AlertRows book = hub.part(AlertRows.class);
            Watchman watchman = hub.part(Watchman.class);
            OperationsTest.await(() -> watchman.looks(Instant.now()));
            Views views = hub.views();
            Survey seen = hub.part(NightWatch.class).look(with(views, () -> {
                throw new StackOverflowError("an unreadable file");
            }));
            assertThat(seen.unseen()).containsExactly(Survey.View.CERTIFICATES);
            assertThat(seen.snapshots()).hasSize(2);
            watchman.round(seen);
            assertThat(book.open().stream().map(alert -> alert.cause()))
                    .contains("UNASKED CERTIFICATES", "SNAPSHOT_DUE DIRECTORY");
            Instant before = watchman.lastWhole().orElseThrow();
            OperationsTest.await(() -> watchman.lastWhole().orElseThrow().isAfter(before));
        }
    }

    private static Views with(Views views, Certificates certificates) {
        return new Views(
                views.traffic(),
                views.routes(),
                views.mailboxes(),
                views.quarantine(),
                views.trace(),
                certificates,
                views.snapshots(),
                views.log(),
                views.changes(),
                views.deadlines(),
                views.events(),
                views.gateways());
    }

    /// The directory of the town ends in 30 days: by default nobody would hear of that yet.
    private static void configure(Town town, int mail, int webhook) {
        Town.write(town.folder.resolve("keys/mail.password"), "a password\n");
        Town.write(town.folder.resolve("keys/webhook.token"), TOKEN + "\n");
        Town.write(town.hubConfiguration(), town.configuration("""
                broker: {port: 0}
                  alerts:
                    snapshot-days: 40
                    certificate-days: 1
                    list-hours: 1
                    disk-percent: 1
                    clock-seconds: 3600
                    mail:
                      host: 127.0.0.1
                      port: %d
                      encrypted: false
                      user: hub
                      password-file: keys/mail.password
                      from: hub@example.org
                      to: [duty@example.org, deputy@example.org]
                    webhook: {url: "http://127.0.0.1:%d/duty", token-file: keys/webhook.token}
                """.formatted(mail, webhook)));
    }

    private static void assertTold(GreenMail mail, List<Call> calls) throws Exception {
        List<MimeMessage> mails = Arrays.stream(mail.getReceivedMessages())
                .filter(one -> subject(one).contains(SNAPSHOT))
                .toList();
        assertThat(mails).as("directory and rulebook, to two people").hasSize(4);
        assertThat(mails.stream().map(AlertsTest::subject).distinct())
                .hasSize(2)
                .allSatisfy(subject -> assertThat(subject).startsWith("Liaison hub: "))
                .anySatisfy(subject -> assertThat(subject).contains("directory"))
                .anySatisfy(subject -> assertThat(subject).contains("rulebook"));
        assertThat(mails.getFirst().getFrom()[0]).hasToString("hub@example.org");
        assertThat(mails.getFirst().getContent().toString()).contains("services/console/RUNBOOK.md#");
        assertThat(calls).allSatisfy(call -> assertThat(call.authorization()).isEqualTo("Bearer " + TOKEN));
        assertThat(calls.stream().map(Call::body).filter(body -> body.contains(SNAPSHOT)))
                .hasSize(2)
                .allSatisfy(body -> assertThat(body).contains("\"title\":\"Liaison hub: "));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Survey later(Survey seen, Duration by) {
        return new Survey(
                seen.now().plus(by),
                seen.traffic(),
                seen.mailboxes(),
                seen.quarantine(),
                seen.routes(),
                seen.certificates(),
                seen.snapshots(),
                seen.log(),
                seen.examination(),
                seen.folder(),
                seen.diskFree(),
                seen.clockOff(),
                seen.gateways(),
                seen.unseen());
    }
}
