package org.liaison.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `liaison ops`: what the console shows and does, for a terminal: with the rights of the person whose token it is, and
/// the same entries in the audit log.
///
/// A command that is a method names the standard help options itself: picocli hands its parameters over by their place
/// behind these.
@Command(
        name = "ops",
        description = {
            "Do what the hub's operators do at the console: look, and intervene.",
            "",
            "Make a token on the page of your account at the console, keep it in a file that only you can read, and name"
                    + " the file with --token-file or LIAISON_OPS_TOKEN_FILE. Begin with: liaison ops alerts"
        },
        subcommands = OpsQuarantine.class)
final class OpsCommand {

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6})([mh])");
    private static final int MINUTES_IN_HOUR = 60;

    /// Over which time `series` counts.
    enum Span {
        HOUR,
        DAY,
        MONTH
    }

    enum Kind {
        DIRECTORY,
        RULEBOOK
    }

    @Option(
            names = "--console",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            defaultValue = "http://localhost:8482",
            description = "The console's address; default ${DEFAULT-VALUE}.")
    private @Nullable URI console;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File that holds your token. Else LIAISON_OPS_TOKEN_FILE.")
    private @Nullable Path tokenFile;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the facts as JSON.")
    private boolean asJson;

    @Spec
    private @Nullable CommandSpec spec;

    @Command(mixinStandardHelpOptions = true, description = "Say what goes where, how fast, and what is stuck.")
    int traffic() {
        return show("traffic", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "Count over a span of time.")
    int series(
            @Option(names = "--span", paramLabel = "SPAN", description = "${COMPLETION-CANDIDATES}; default HOUR.")
                    @Nullable
                    Span span,
            @Option(names = "--corridor", paramLabel = "XC-XA", description = "One corridor.") @Nullable
                    String corridor) {
        return show("series", ConsoleDoor.query("span", span, "corridor", corridor));
    }

    @Command(mixinStandardHelpOptions = true, description = "List the hub's routes, and which are paused.")
    int routes() {
        return show("routes", Map.of());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Say how gateways are, as they last reported.",
                "",
                "Ends with 4 where one has fallen silent."
            })
    int gateways() {
        return show("gateways", Map.of());
    }

    @Command(
            mixinStandardHelpOptions = true,
            name = "test-connection",
            description = "Ask a gateway's program whether it is there; takes up to ten seconds.")
    int testConnection(
            @Parameters(paramLabel = "GATEWAY", description = "For example gateway-xb.") GatewayCode gateway) {
        return act("/gateways/" + gateway + "/test", Map.of());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"Say what waits at the broker.", "", "Ends with 4 where the broker does not say."})
    int mailboxes() {
        return show("mailboxes", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "Show one message's whole way.")
    int trace(@Parameters(paramLabel = "MESSAGE", description = "The id of a message.") MessageId message) {
        return show("trace", ConsoleDoor.query("message", message));
    }

    @Command(mixinStandardHelpOptions = true, description = "List what expires, the soonest first.")
    int certificates() {
        return show("certificates", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "List directories and rulebooks that were in force.")
    int snapshots() {
        return show("snapshots", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "Say what changed from one version to another.")
    int differences(
            @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}.") Kind kind,
            @Option(names = "--from", required = true, paramLabel = "NUMBER", description = "The earlier.") long from,
            @Option(names = "--to", required = true, paramLabel = "NUMBER", description = "The later.") long to) {
        return show("differences", ConsoleDoor.query("kind", kind, "from", from, "to", to));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Say how the audit log is, and what the last examination found.",
                "",
                "Ends with 4 where the log does not hold together, a witness holds another one, or the examination was"
                        + " not finished."
            })
    int log() {
        return show("log", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "List what was done to the hub in the last hour.")
    int changes() {
        return show("changes", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "Say what is due between States, and what was missed.")
    int deadlines(
            @Option(names = "--days", paramLabel = "DAYS", description = "Of so many days back; default 90.") @Nullable
                    Integer days) {
        return show("deadlines", ConsoleDoor.query("days", days));
    }

    @Command(mixinStandardHelpOptions = true, description = "List what happened last.")
    int events(
            @Option(names = "--kind", paramLabel = "KIND", description = "For example REFUSED.") @Nullable String kind,
            @Option(names = "--corridor", paramLabel = "XC-XA", description = "One corridor.") @Nullable
                    String corridor,
            @Option(names = "--authority", paramLabel = "CODE", description = "From or to this authority.") @Nullable
                    String authority) {
        String known = kind == null ? null : kind.toUpperCase(Locale.ROOT);
        return show("events", ConsoleDoor.query("kind", known, "corridor", corridor, "authority", authority));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"List what needs somebody.", "", "Ends with 4 where one is open that nobody looks after."})
    int alerts(@Option(names = "--cleared", description = "Those that have cleared.") boolean cleared) {
        return show("alerts", ConsoleDoor.query("cleared", cleared));
    }

    @Command(mixinStandardHelpOptions = true, description = "Say that you look after an alert.")
    int ack(@Parameters(paramLabel = "CAUSE", description = "As `alerts` names it, in quotes.") String cause) {
        return act("/alerts/acknowledge", Map.of("cause", cause));
    }

    @Command(
            mixinStandardHelpOptions = true,
            name = "test-alerts",
            description = "Send a test by every way in which people are told of alerts.")
    int testAlerts() {
        return act("/alerts/test", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "Stop a route for a while; it goes on by itself.")
    int pause(
            @Parameters(paramLabel = "ROUTE", description = "For example hub-intake.") String route,
            @Option(names = "--for", required = true, paramLabel = "TIME", description = "Like 30m or 2h.") String time,
            @Mixin Reason reason) {
        Matcher length = LENGTH.matcher(time);
        if (!length.matches()) throw new UsageError("--for is a time like 30m or 2h, at most 24h.");
        long minutes = Long.parseLong(length.group(1)) * (length.group(2).equals("h") ? MINUTES_IN_HOUR : 1);
        return act("/routes/" + ConsoleDoor.encoded(route) + "/pause", Map.of("minutes", minutes, "why", reason.why()));
    }

    @Command(mixinStandardHelpOptions = true, description = "Let a paused route go on before its time.")
    int resume(
            @Parameters(paramLabel = "ROUTE", description = "For example hub-intake.") String route,
            @Mixin Reason reason) {
        return act("/routes/" + ConsoleDoor.encoded(route) + "/resume", Map.of("why", reason.why()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            name = "verify-log",
            description =
                    "Have the whole log read and its root computed anew; `log` says what was found, also by its exit"
                            + " code.")
    int verifyLog() {
        return act("/log/verify", Map.of());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Have a bundle made for whoever mends the hub, free of personal data.")
    int diagnostics(
            @Option(
                            names = {"-o", "--output"},
                            required = true,
                            paramLabel = "FILE",
                            description = "A zip; not there yet.")
                    Path file) {
        Bytes zip = door().fetch("/diagnostics");
        try {
            Files.write(file, zip.toArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Failed("There is a file " + file + " already.");
        } catch (IOException e) {
            throw new Failed("The bundle cannot be written to " + file + ".");
        }
        paper().line("Written: " + file + ", " + zip.size() + " bytes");
        return Exit.OK;
    }

    int show(String view, Map<String, Object> query) {
        JsonNode answer = door().get("/" + view, query);
        JsonNode shown = answer.path(view);
        if (asJson) paper().json(shown);
        else new OpsPaper(paper()).show(view, shown);
        return Unwell.is(view, shown) ? Exit.UNWELL : Exit.OK;
    }

    int preview(Map<String, Object> query) {
        JsonNode answer = door().get("/quarantine/preview", query);
        if (asJson) paper().json(answer.path("preview"));
        else new OpsPaper(paper()).preview(answer.path("preview"));
        return Exit.OK;
    }

    int act(String path, Map<String, Object> asked) {
        JsonNode answer = door().post(path, asked);
        if (asJson) {
            paper().json(answer);
            return Exit.OK;
        }
        answer.path("tested").forEach(one -> paper().line(one.asString()));
        for (String sentence : new String[] {"done", "awaits"})
            if (answer.has(sentence)) paper().line(answer.path(sentence).asString());
        if (answer.has("proposal"))
            paper().line("They type: liaison ops quarantine confirm "
                    + answer.path("proposal").asString());
        if (answer.has("entry"))
            paper().line("Log entry " + answer.path("entry").asLong());
        return Exit.OK;
    }

    private ConsoleDoor door() {
        return ConsoleDoor.open(Objects.requireNonNull(console), tokenFile);
    }

    private Paper paper() {
        return Figures.paper(spec);
    }
}
