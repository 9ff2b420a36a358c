package org.liaison.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Directory;
import org.liaison.directory.Explanation;
import org.liaison.directory.LegalBasis;
import org.liaison.directory.Question;
import org.liaison.directory.Rulebook;
import org.liaison.directory.Snapshot;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "rules",
        description = "Ask the rulebook.",
        subcommands = {RulesCommand.Explain.class})
final class RulesCommand {

    private RulesCommand() {}

    @Command(
            name = "explain",
            description = {
                "Say step by step whether an authority may send a kind of message to another, and why or why not.",
                "",
                "Ends with 0 where it may and with 1 where it may not. Answers from signed files, or with --url from a"
                        + " gateway."
            })
    static final class Explain implements Callable<Integer> {

        private static final int WIDTH_OF_POINT = 15;
        private static final int WIDTH_OF_OUTCOME = 5;

        @Parameters(index = "0", paramLabel = "FROM", description = "The sender, for example xc.social.welfare.")
        private @Nullable AuthorityCode from;

        @Parameters(index = "1", paramLabel = "TO", description = "The recipient.")
        private @Nullable AuthorityCode to;

        @Parameters(index = "2", paramLabel = "KIND", description = "The kind of message, for example REF-REQ.")
        private @Nullable MessageKind kind;

        @Option(names = "--urgent", description = "Suppose that the message is urgent.")
        private boolean urgent;

        @Option(
                names = "--basis",
                paramLabel = "CODE",
                description = "The legal basis that the form names, for example UNTOC+TIP.")
        private @Nullable LegalBasis basis;

        @Mixin
        private final Sources sources = new Sources();

        @Option(names = "--json", description = "Print the facts as JSON.")
        private boolean asJson;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            if (from == null || to == null || kind == null || spec == null)
                throw new UsageError("Name sender, recipient and kind.");
            Instant now = Clock.systemUTC().instant();
            Question question = Question.of(from, to, kind, sources.moment(now)).urgent(urgent);
            JsonNode answer = sources.inFiles() ? fromFiles(question, now) : fromGateway(question);
            Paper paper = new Paper(spec.commandLine().getOut());
            if (asJson) paper.json(answer);
            else print(answer, paper);
            return answer.path("permitted").asBoolean(false) ? Exit.OK : Exit.REFUSED;
        }

        private JsonNode fromFiles(Question question, Instant now) {
            Directory directory = sources.directory(now);
            Rulebook rulebook = sources.rulebook(now);
            Question whole = basis == null ? question : question.on(basis);
            ObjectNode answer = Explanation.of(directory, rulebook, whole).toJson();
            for (Snapshot snapshot : new Snapshot[] {directory, rulebook})
                if (!snapshot.standing(now, Duration.ZERO).inForce())
                    answer.put(
                            "caution",
                            "The " + (snapshot instanceof Directory ? "directory" : "rulebook") + " expired on "
                                    + snapshot.expires() + ": a gateway goes by it for its days of grace only.");
            return answer;
        }

        private JsonNode fromGateway(Question question) {
            return sources.desk()
                    .get("/api/v1/rules/explain?from=" + question.from() + "&to=" + question.to() + "&kind="
                            + question.kind() + "&urgent=" + question.urgent()
                            + (basis == null
                                    ? ""
                                    : "&legalBasis=" + URLEncoder.encode(basis.code(), StandardCharsets.UTF_8)))
                    .json();
        }

        private static void print(JsonNode answer, Paper paper) {
            paper.line("%s from %s to %s: %s"
                    .formatted(
                            answer.path("kind").asString(),
                            answer.path("from").asString(),
                            answer.path("to").asString(),
                            answer.path("permitted").asBoolean(false) ? "permitted" : "NOT PERMITTED"));
            for (JsonNode step : answer.path("steps")) {
                String outcome = step.path("outcome").asString();
                String start = "  " + Paper.pad(Paper.plain(step.path("point")), WIDTH_OF_POINT)
                        + Paper.pad(outcome.equals("NOTE") ? "" : outcome.toLowerCase(Locale.ROOT), WIDTH_OF_OUTCOME);
                paper.prose(start, start.length(), step.path("sentence").asString());
            }
            if (answer.path("permitted").asBoolean(false))
                paper.prose("", 0, answer.path("why").asString());
            if (answer.has("caution")) paper.prose("", 0, answer.path("caution").asString());
        }
    }
}
