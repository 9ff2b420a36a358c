package org.liaison.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Decision;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
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
                "Say whether an authority may send a kind of message to another, by which rule, or why not.",
                "",
                "Ends with 0 where it may."
            })
    static final class Explain implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "FROM", description = "The sender, for example xc.social.welfare.")
        private @Nullable AuthorityCode from;

        @Parameters(index = "1", paramLabel = "TO", description = "The recipient.")
        private @Nullable AuthorityCode to;

        @Parameters(index = "2", paramLabel = "KIND", description = "The kind of message, for example REF-REQ.")
        private @Nullable MessageKind kind;

        @Option(names = "--dir", paramLabel = "DIR", description = "Folder of a demo.")
        private @Nullable Path dir;

        @Option(names = "--rulebook", paramLabel = "FILE", description = "The rulebook; else that of the demo.")
        private @Nullable Path rulebook;

        @Option(names = "--directory", paramLabel = "FILE", description = "The directory; else that of the demo.")
        private @Nullable Path directory;

        @Option(names = "--trust", paramLabel = "DIR", description = "The trust folder; else that of the demo.")
        private @Nullable Path trust;

        @Option(names = "--json", description = "Print the facts as JSON.")
        private boolean asJson;

        @Spec
        private @Nullable CommandSpec spec;

        /// `sentence` is the whole answer for a person.
        private record Ruling(boolean permitted, String sentence) {}

        @Override
        public Integer call() {
            if (from == null || to == null || kind == null || spec == null)
                throw new UsageError("Name sender, recipient and kind.");
            Ruling ruling = rule(from, to, kind);
            Paper paper = new Paper(spec.commandLine().getOut());
            if (asJson) {
                ObjectNode json = JsonMapper.shared().createObjectNode();
                json.put("permitted", ruling.permitted());
                json.put("why", ruling.sentence());
                paper.json(json);
            } else {
                paper.prose("", 0, ruling.sentence());
            }
            return ruling.permitted() ? Exit.OK : Exit.REFUSED;
        }

        private Ruling rule(AuthorityCode sender, AuthorityCode recipient, MessageKind what) {
            Instant now = Clock.systemUTC().instant();
            DemoFiles demo = new DemoFiles(dir);
            SnapshotFiles files = new SnapshotFiles(trust == null ? demo.trust() : trust, now);
            Directory authorities = files.directory(directory == null ? demo.directory() : directory);
            Decision decision = files.rulebook(rulebook == null ? demo.rulebook() : rulebook)
                    .decide(sender, recipient, what);
            for (AuthorityCode code : new AuthorityCode[] {sender, recipient})
                if (authorities.authority(code).isEmpty())
                    return new Ruling(false, "The directory does not know " + code + ".");
            return switch (decision) {
                case Decision.Denied(String why) -> new Ruling(false, why);
                case Decision.Permitted(var rule) ->
                    authorities.authority(recipient).orElseThrow().accepts(what)
                            ? new Ruling(
                                    true,
                                    sender + " may send " + what + " to " + recipient + " on the basis of "
                                            + rule.basis() + ".")
                            : new Ruling(
                                    false, "A rule permits it, but " + recipient + " does not accept " + what + ".");
            };
        }
    }
}
