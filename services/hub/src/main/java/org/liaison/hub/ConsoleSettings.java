package org.liaison.hub;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.console.alert.Channel;
import org.liaison.console.alert.MailChannel;
import org.liaison.console.alert.QuietHours;
import org.liaison.console.alert.Terms;
import org.liaison.console.alert.WebhookChannel;
import org.liaison.message.Language;
import org.liaison.message.MessageId;
import org.liaison.signin.SignInKeys;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/// What can be set about watching the hub, under `hub.console` and `hub.alerts`.
final class ConsoleSettings {

    private ConsoleSettings() {}

    /// The operators' console.
    ///
    /// @param port where it listens; without it there is no console; 0 takes a free one. *Who signs in
    ///     there can pause the hub and move what lies in quarantine; never read content.*
    /// @param host default `127.0.0.1`. *`0.0.0.0` lets every machine knock.*
    /// @param origin how browsers name it, `https://console.example.org`; default
    ///     `http://localhost:<port>`. *Passkeys are bound to it.*
    /// @param enrolmentFile where the link of the first administrator is written, 0600; without it it is
    ///     printed, once. *Opens the door to whoever reads it first.*
    /// @param traceLink where to see how long a message's stages took,
    ///     `https://grafana.example.org/...{trace}`; the console's trace page links to it. *Can
    ///     lead operators elsewhere.*
    /// @param idle after how long without a click a session ends; default 30m. *Longer: who finds an
    ///     unlocked screen comes in.*
    /// @param longest after how long a session ends anyway; default 12h
    /// @param signIn see [SignInKeys]
    record At(
            Optional<Integer> port,
            @DefaultValue("127.0.0.1") InetAddress host,
            Optional<String> origin,
            @Name("enrolment-file") @Nullable Path enrolmentFile,
            @Name("trace-link") Optional<String> traceLink,
            @DefaultValue("30m") Duration idle,
            @DefaultValue("12h") Duration longest,
            @Name("sign-in") @Nullable SignInKeys signIn) {

        private static final String TRACE = "{trace}";
        private static final int WEB_PORT = 80;

        At {
            port = Given.orEmpty(port);
            origin = Given.orEmpty(origin);
            traceLink = Given.orEmpty(traceLink);
            if (traceLink.isPresent()
                    && !(traceLink.get().startsWith("http") && traceLink.get().contains(TRACE)))
                throw new IllegalArgumentException("hub.console.trace-link is a web address with {trace} in it");
            traceLink.ifPresent(template -> URI.create(template.replace(TRACE, "0")));
            port.ifPresent(number -> Given.port("hub.console.port", number));
        }

        /// As browsers name it; absent without a console.
        Optional<URI> address() {
            return port.map(
                    number -> URI.create(origin.orElse("http://localhost:" + (number == 0 ? WEB_PORT : number))));
        }

        At relativeTo(Path folder) {
            Path file = enrolmentFile;
            return new At(
                    port,
                    host,
                    origin,
                    file == null ? null : folder.resolve(file).normalize(),
                    traceLink,
                    idle,
                    longest,
                    keys().relativeTo(folder));
        }

        /// A message's trace has the message's id, spelled without hyphens.
        Optional<URI> traceOf(MessageId message) {
            return traceLink.map(template ->
                    URI.create(template.replace(TRACE, message.toString().replace("-", ""))));
        }

        SignInKeys keys() {
            return signIn == null ? SignInKeys.none() : signIn;
        }
    }

    /// What wakes somebody up, and how. *Who controls it can keep operators in the dark.*
    ///
    /// @param mail see [Mail]; without it no e-mail is sent
    /// @param webhook see [Webhook]; without it none is called
    /// @param language in which e-mail and webhook speak, one of `en fr es ar ru zh`; default en
    /// @param every how often everything is looked at; default 1m
    /// @param settles what comes and goes within this is no alert; default 2m
    /// @param quiet hours in which only what cannot wait is told, like `22:00-06:00 Europe/Paris`
    /// @param urgentAge how long the oldest urgent message may wait; default 5m
    /// @param routineAge how long the oldest routine message may wait; default 30m
    /// @param refusedShare which share of a corridor may be refused within an hour, in percent; default 20
    /// @param refusedLeast how many refusals within an hour are too few to speak of; default 5
    /// @param certificateDays days before its end in which a certificate is due; default 30
    /// @param listHours hours before its next update in which a revocation list is due; default 12
    /// @param snapshotDays days before its end in which a directory or rulebook is due; default 7
    /// @param diskPercent how much of the disk must be free; default 10
    /// @param clockSeconds how far the clock may be off; default 5
    /// @param logStill how long the log may stand still while post waits; default 5m
    /// @param witnessStates of how many States witnesses are to cosign the log; default 2, not less
    /// @param unwitnessed how long an entry may wait for that; default 1h
    /// @param gatewaySilent after how long a gateway that reported is silent; default 5m
    /// @param gatewayClockSeconds how far a gateway's clock may be off; default 30
    record Alerts(
            @Nullable Mail mail,
            @Nullable Webhook webhook,
            @DefaultValue("en") String language,
            @DefaultValue("1m") Duration every,
            @DefaultValue("2m") Duration settles,
            Optional<String> quiet,
            @Name("urgent-age") @DefaultValue("5m") Duration urgentAge,
            @Name("routine-age") @DefaultValue("30m") Duration routineAge,
            @Name("refused-share") @DefaultValue("20") int refusedShare,
            @Name("refused-least") @DefaultValue("5") int refusedLeast,
            @Name("certificate-days") @DefaultValue("30") int certificateDays,
            @Name("list-hours") @DefaultValue("12") int listHours,
            @Name("snapshot-days") @DefaultValue("7") int snapshotDays,
            @Name("disk-percent") @DefaultValue("10") int diskPercent,
            @Name("clock-seconds") @DefaultValue("5") int clockSeconds,
            @Name("log-still") @DefaultValue("5m") Duration logStill,
            @Name("witness-states") @DefaultValue("2") int witnessStates,
            @DefaultValue("1h") Duration unwitnessed,
            @Name("gateway-silent") @DefaultValue("5m") Duration gatewaySilent,

            @Name("gateway-clock-seconds") @DefaultValue("30")
            int gatewayClockSeconds) {

        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);
        private static final Duration LONGEST_SETTLING = Duration.ofHours(1);

        Alerts {
            between("hub.alerts.every", every, SHORTEST, LONGEST_ROUND);
            between("hub.alerts.settles", settles, Duration.ZERO, LONGEST_SETTLING);
            quiet = Given.orEmpty(quiet);
            quiet.ifPresent(QuietHours::parse);
            if (Language.of(language).isEmpty())
                throw new IllegalArgumentException("hub.alerts.language is one of en, fr, es, ar, ru, zh");
            if (gatewaySilent.isNegative() || gatewaySilent.isZero())
                throw new IllegalArgumentException("hub.alerts.gateway-silent is longer than nothing");
        }

        private static void between(String key, Duration value, Duration least, Duration most) {
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0)
                throw new IllegalArgumentException(
                        key + " is " + least.toSeconds() + " to " + most.toSeconds() + " seconds");
        }

        Terms terms() {
            return new Terms(
                    urgentAge,
                    routineAge,
                    refusedShare,
                    refusedLeast,
                    certificateDays,
                    listHours,
                    snapshotDays,
                    diskPercent,
                    clockSeconds,
                    logStill,
                    witnessStates,
                    unwitnessed,
                    gatewayClockSeconds);
        }

        Language spoken() {
            return Language.of(language).orElseThrow();
        }

        Optional<QuietHours> quietHours() {
            return quiet.map(QuietHours::parse);
        }

        List<Channel> channels() {
            return java.util.stream.Stream.<Optional<Channel>>of(
                            Optional.ofNullable(mail).map(Mail::channel),
                            Optional.ofNullable(webhook).map(Webhook::channel))
                    .flatMap(Optional::stream)
                    .toList();
        }

        Alerts relativeTo(Path folder) {
            return new Alerts(
                    mail == null ? null : mail.relativeTo(folder),
                    webhook == null ? null : webhook.relativeTo(folder),
                    language,
                    every,
                    settles,
                    quiet,
                    urgentAge,
                    routineAge,
                    refusedShare,
                    refusedLeast,
                    certificateDays,
                    listHours,
                    snapshotDays,
                    diskPercent,
                    clockSeconds,
                    logStill,
                    witnessStates,
                    unwitnessed,
                    gatewaySilent,
                    gatewayClockSeconds);
        }
    }

    /// @param host the SMTP server; required
    /// @param port default 587
    /// @param encrypted whether STARTTLS is demanded; default true. *`false` lets everybody on the way read
    ///     and change alerts.*
    /// @param user and `passwordFile`: how to sign on, where the server asks
    /// @param from the sender's address; required
    /// @param to who is told; required
    record Mail(
            String host,
            @DefaultValue("587") int port,
            @DefaultValue("true") boolean encrypted,
            Optional<String> user,
            @Name("password-file") @Nullable Path passwordFile,
            String from,
            List<String> to) {

        Mail {
            user = Given.orEmpty(user);
            Given.all("hub.alerts.mail.", "host", host, "from", from, "to", to);
            Given.port("hub.alerts.mail.port", port);
            if (user.isPresent() != (passwordFile != null))
                throw new IllegalArgumentException("hub.alerts.mail needs both user and password-file, or neither");
        }

        Mail relativeTo(Path folder) {
            return new Mail(host, port, encrypted, user, at(folder, passwordFile), from, to);
        }

        Channel channel() {
            Optional<MailChannel.Login> login = user.map(
                    name -> new MailChannel.Login(name, Given.secret(java.util.Objects.requireNonNull(passwordFile))));
            return new MailChannel(new MailChannel.Server(host, port, encrypted, login), from, to);
        }
    }

    /// @param url where alerts are posted as JSON; required; https, or http to this machine
    /// @param tokenFile holds a bearer token, where the other side asks for one
    record Webhook(URI url, @Name("token-file") @Nullable Path tokenFile) {

        Webhook {
            Given.all("hub.alerts.webhook.", "url", url);
        }

        Webhook relativeTo(Path folder) {
            return new Webhook(url, at(folder, tokenFile));
        }

        Channel channel() {
            return new WebhookChannel(url, Optional.ofNullable(tokenFile).map(Given::secret));
        }
    }

    private static @Nullable Path at(Path folder, @Nullable Path file) {
        return file == null ? null : folder.resolve(file).normalize();
    }
}
