package org.liaison.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;

/// What was found is told once, by real mail and a real webhook.
class WatchmanTest {

    private static final Instant NOON = Surveys.NOON;

    private final AlertBookInMemory book = new AlertBookInMemory();
    private final Surveys hub = new Surveys();

    @Test
    void a_trouble_that_lasts_is_told_once_by_mail_and_one_that_comes_again_is_told_again() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            server.setUser("liaison", "a password");
            Watchman watchman = watchman(
                    Optional.empty(),
                    new MailChannel(
                            new MailChannel.Server(
                                    "127.0.0.1",
                                    server.getSmtp().getPort(),
                                    false,
                                    Optional.of(new MailChannel.Login("liaison", "a password"))),
                            "hub@example.org",
                            List.of("duty@example.org")));
            hub.diskFree = 3;
            for (int minute = 0; minute < 10; minute++) round(watchman, minute);
            MimeMessage[] mails = server.getReceivedMessages();
            assertThat(mails).hasSize(1);
            assertThat(mails[0].getSubject()).isEqualTo("Liaison hub: The disk under data has 3 % free.");
            assertThat(mails[0].getContent().toString()).contains("services/console/RUNBOOK.md#disk");
            assertThat(mails[0].getMessageID()).endsWith("@example.org>");

            hub.diskFree = 60;
            for (int minute = 10; minute < 20; minute++) round(watchman, minute);
            assertThat(book.open()).isEmpty();
            hub.diskFree = 3;
            for (int minute = 20; minute < 25; minute++) round(watchman, minute);
            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(server.getReceivedMessages()[1].getMessageID()).isNotEqualTo(mails[0].getMessageID());
        } finally {
            server.stop();
        }
    }

    @Test
    void people_are_told_in_the_language_that_was_set() {
        List<Channel.Telling> told = new ArrayList<>();
        Watchman watchman = new Watchman(
                new Rules(Terms.STANDARD),
                book,
                List.of(listener(told)),
                Optional.empty(),
                new Wording(
                        Surveys.WORDS,
                        Locale.FRENCH,
                        ZoneOffset.UTC,
                        Optional.of(URI.create("https://console.example.org"))),
                Pace.STANDARD);
        hub.diskFree = 3;
        for (int minute = 0; minute < 3; minute++) round(watchman, minute);
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo("Hub Liaison : Le disque sous data n’a plus que 3 % de libre.");
            assertThat(one.text()).contains("Que faire : https://console.example.org/runbook/disk\n");
        });
        watchman.test(NOON);
        assertThat(told.getLast().text()).isEqualTo("Ceci est un essai. Il ne s’est rien passé.\n");
    }

    @Test
    void what_is_gone_within_two_minutes_wakes_nobody() {
        List<Channel.Telling> told = new ArrayList<>();
        Watchman watchman = watchman(Optional.empty(), listener(told));
        hub.diskFree = 3;
        round(watchman, 0);
        round(watchman, 1);
        hub.diskFree = 60;
        round(watchman, 2);
        hub.diskFree = 3;
        round(watchman, 3);
        assertThat(told).isEmpty();
        assertThat(book.open()).isEmpty();
    }

    @Test
    void in_quiet_hours_only_what_cannot_wait_is_told_and_the_rest_when_they_end() {
        List<Channel.Telling> told = new ArrayList<>();
        Watchman watchman = watchman(Optional.of(QuietHours.parse("11:00-12:30")), listener(told));
        hub.diskFree = 3;
        hub.lastHour = Surveys.refused(0, 9, org.liaison.message.Reason.CLOCK_SKEW);
        for (int minute = 0; minute < 10; minute++) round(watchman, minute);
        assertThat(told)
                .extracting(Channel.Telling::title)
                .containsExactly("Liaison hub: The disk under data has 3 % free.");
        round(watchman, 30);
        assertThat(told)
                .hasSize(2)
                .last()
                .satisfies(late -> assertThat(late.title()).contains("XC-XA"));
    }

    @Test
    void a_webhook_that_fails_is_tried_again_and_then_left_in_peace() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(known && bodies.size() > 2 ? 204 : 503, -1);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
            Watchman watchman = watchman(Optional.empty(), new WebhookChannel(address, Optional.of("secret")));
            hub.diskFree = 3;
            for (int minute = 0; minute < 4; minute++) round(watchman, minute);
            assertThat(watchman.troubles().values()).containsExactly(Said.of(What.WEBHOOK_STATUS, "127.0.0.1", 503));
            for (int minute = 4; minute < 10; minute++) round(watchman, minute);
            assertThat(bodies).hasSize(3);
            assertThat(bodies.get(2)).isEqualTo(bodies.get(0)).contains("\"id\"");
            assertThat(watchman.troubles()).isEmpty();
            assertThat(watchman.test(NOON)).containsExactly(Said.of(What.WEBHOOK_TOOK, "127.0.0.1"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_mail_server_that_is_away_is_said_and_does_not_stop_the_round() {
        Watchman watchman = watchman(
                Optional.empty(),
                new MailChannel(
                        new MailChannel.Server("127.0.0.1", 1, false, Optional.empty()),
                        "hub@example.org",
                        List.of("duty@example.org")));
        assertThat(watchman.test(NOON)).extracting(Said::what).containsExactly(What.MAIL_REFUSED);
    }

    @Test
    void who_looks_after_it_is_written_down() {
        Watchman watchman = watchman(Optional.empty());
        hub.diskFree = 3;
        for (int minute = 0; minute < 4; minute++) round(watchman, minute);
        assertThat(book.acknowledge("DISK data", new Operator("Ada"), NOON)).isTrue();
        assertThat(book.acknowledge("DISK elsewhere", new Operator("Ada"), NOON))
                .isFalse();
        assertThat(book.open().getFirst().acknowledged().orElseThrow().by().name())
                .isEqualTo("Ada");
    }

    @Test
    void who_waits_for_a_slow_channel_is_neither_the_round_nor_a_reader() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        List<Channel.Telling> told = new CopyOnWriteArrayList<>();
        Watchman watchman = watchman(Optional.empty(), listener(told, () -> {
            called.countDown();
            answers.await();
        }));
        hub.diskFree = 3;
        for (int minute = 0; minute < 3; minute++) look(watchman, minute);
        try (ExecutorService others = Executors.newCachedThreadPool()) {
            Future<?> telling = others.submit(() -> watchman.tell(hub.now));
            called.await();
            hub.clockOff = Optional.of(Duration.ofSeconds(9));
            others.submit(() -> {
                        for (int minute = 3; minute < 6; minute++) look(watchman, minute);
                        watchman.tell(hub.now);
                        assertThat(watchman.troubles()).isEmpty();
                        assertThat(book.open()).hasSize(2).allMatch(watchman::holds);
                    })
                    .get(30, TimeUnit.SECONDS);
            assertThat(told).isEmpty();
            answers.countDown();
            telling.get(30, TimeUnit.SECONDS);
        }
        watchman.tell(hub.now);
        assertThat(told).hasSize(2);
    }

    @Test
    void what_could_not_be_looked_at_has_not_cleared_and_silence_then_means_nothing() {
        Watchman watchman = watchman(Optional.empty());
        assertThat(watchman.looks(NOON)).as("before the first round").isFalse();
        hub.diskFree = 3;
        for (int minute = 0; minute < 3; minute++) look(watchman, minute);
        assertThat(watchman.looks(NOON.plus(Duration.ofMinutes(5)))).isTrue();
        assertThat(watchman.looks(NOON.plus(Duration.ofMinutes(6)))).isFalse();
        hub.diskFree = 100;
        hub.unseen = Set.of(Survey.View.DISK);
        for (int minute = 3; minute < 20; minute++) look(watchman, minute);
        assertThat(book.open()).extracting(Alert::cause).containsExactly("DISK data", "UNASKED DISK");
        assertThat(watchman.looks(hub.now)).isFalse();
        assertThat(watchman.lastWhole()).contains(NOON.plus(Duration.ofMinutes(2)));
        hub.unseen = Set.of();
        for (int minute = 20; minute < 30; minute++) look(watchman, minute);
        assertThat(book.open()).isEmpty();
        assertThat(watchman.looks(hub.now)).isTrue();
    }

    private Watchman watchman(Optional<QuietHours> quiet, Channel... channels) {
        return new Watchman(new Rules(Terms.STANDARD), book, List.of(channels), quiet, Surveys.ENGLISH, Pace.STANDARD);
    }

    private void round(Watchman watchman, int minute) {
        look(watchman, minute);
        watchman.tell(hub.now);
    }

    private void look(Watchman watchman, int minute) {
        hub.now = NOON.plus(Duration.ofMinutes(minute));
        hub.lastEntry = Optional.of(hub.now);
        watchman.round(hub.look());
    }

    private interface Before {
        void telling() throws InterruptedException;
    }

    private static Channel listener(List<Channel.Telling> told) {
        return listener(told, () -> {});
    }

    private static Channel listener(List<Channel.Telling> told, Before before) {
        return new Channel() {
            @Override
            public String name() {
                return "listener";
            }

            @Override
            public Said took() {
                return Said.of(What.WEBHOOK_TOOK, name());
            }

            @Override
            public void tell(Telling telling) {
                try {
                    before.telling();
                } catch (InterruptedException e) {
                    throw new NotTold(Said.of(Said.What.WEBHOOK_LEFT, "here"), e);
                }
                told.add(telling);
            }
        };
    }
}
