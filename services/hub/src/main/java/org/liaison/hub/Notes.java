package org.liaison.hub;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.console.alert.Rule;
import org.liaison.console.port.Quarantine.Effect;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;
import org.liaison.console.port.Said.Word;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.message.Entry;
import org.liaison.message.Reason;

/// Reads the notes in the audit log, so that they can be said in every language. The notes are
/// evidence and stay as they were written; one that is not known here is shown as it stands.
final class Notes {

    /// What an operator did, by whom, and because of what: [OperatorLog] puts it together so.
    private static final Pattern DONE = Pattern.compile("(?s)(.*?)(?:; by (.{1,100}?))?(?:; because: (.*))?");

    private static final String DEAL = "(Release|Return|Discard) ([0-9]{1,9}) from quarantine: .*";
    private static final String PROPOSAL = " \\([0-9a-f-]{36}\\): ";

    private record Form(Entry.Event event, Pattern pattern, Function<MatchResult, Said> reading) {

        static Form action(String pattern, Function<MatchResult, Said> reading) {
            return new Form(Entry.Event.OPERATOR_ACTION, Pattern.compile(pattern), reading);
        }

        static Form action(String sentence, What what) {
            return action(Pattern.quote(sentence), _ -> Said.of(what));
        }

        static Form of(Entry.Event event, String pattern, Function<MatchResult, Said> reading) {
            return new Form(event, Pattern.compile(pattern, Pattern.DOTALL), reading);
        }
    }

    /// The first that fits counts.
    private static final List<Form> FORMS = List.of(
            Form.action("Pause (\\S+) until (\\S+)", is -> Said.of(What.DID_PAUSE, is.group(1), at(is, 2))),
            Form.action(
                    "Resume (\\S+) at the end of its pause, which (.+) set to (\\S+)",
                    is -> Said.of(What.PAUSE_ENDED, is.group(1), is.group(2), at(is, 3))),
            Form.action("Resume (\\S+)", is -> Said.of(What.DID_RESUME, is.group(1))),
            Form.action(DEAL, is -> Said.of(What.DID_DEAL, effect(is, 1), number(is, 2))),
            Form.action(
                    "Asked for, to be confirmed by a second person before (\\S+)" + PROPOSAL + DEAL,
                    is -> Said.of(What.ASKED_TO_DEAL, effect(is, 2), number(is, 3), at(is, 1))),
            Form.action(
                    "Confirmed what (.+) asked for" + PROPOSAL + DEAL,
                    is -> Said.of(What.CONFIRMED_TO_DEAL, effect(is, 2), number(is, 3), is.group(1))),
            Form.action(
                    "Turned down what (.+) asked for" + PROPOSAL + DEAL,
                    is -> Said.of(What.DECLINED_TO_DEAL, effect(is, 2), number(is, 3), is.group(1))),
            Form.action(
                    "Of what entry ([0-9]{1,18}) says, ([0-9]{1,9}) of ([0-9]{1,9}) were done; left in quarantine, for it"
                            + " is not recorded where they came from: ([0-9]{1,9}); could not be moved: ([0-9]{1,9})",
                    is -> Said.of(
                            What.DEALT_IN_PART,
                            number(is, 1),
                            number(is, 2),
                            number(is, 3),
                            number(is, 4),
                            number(is, 5))),
            Form.action("Test the connection to (\\S+)", is -> Said.of(What.DID_TEST, is.group(1))),
            Form.action(
                    "Look after the alert ([A-Z_]+) (.+)",
                    is -> Said.of(
                            What.DID_TAKE_OVER, new Word("console.rule." + Rule.valueOf(is.group(1))), is.group(2))),
            Form.action("Send a test of the alerts", What.DID_TEST_ALERTS),
            Form.action("Read the whole log and compute its root anew", What.DID_READ_LOG),
            Form.action("Make a diagnostics bundle", What.DID_BUNDLE),
            Form.of(
                    Entry.Event.SNAPSHOT_IN_FORCE,
                    "(directory|rulebook) number ([0-9]{1,18}), .*",
                    is -> Said.of(What.IN_FORCE, SnapshotShelf.Kind.valueOf(upper(is, 1)), number(is, 2))),
            Form.of(
                    Entry.Event.HUB_STARTED,
                    BrokerWatch.STOPPED + "([0-9]{1,9}) of ([0-9]{1,9})",
                    is -> Said.of(What.BROKER_BEGINS, number(is, 1), number(is, 2))),
            Form.of(
                    Entry.Event.SECURITY_INCIDENT,
                    "Evidence was not believed: .* Brought by (\\S+)\\.",
                    is -> Said.of(What.EVIDENCE_DOUBTED, is.group(1))),
            Form.of(Entry.Event.SECURITY_INCIDENT, "Brought by (\\S+)\\.", is -> Said.of(What.BROUGHT, is.group(1))),
            Form.of(
                    Entry.Event.UNREADABLE_ARRIVAL,
                    "([A-Z_]+): .* Brought by (\\S+)\\.",
                    is -> Said.of(
                            What.UNREADABLE, new Word("message.reason." + Reason.valueOf(is.group(1))), is.group(2))));

    private Notes() {}

    /// Without `said` the note is not one of ours.
    record Read(Optional<Said> said, Optional<String> by, Optional<String> why) {

        static final Read NOTHING = new Read(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Read read(Entry.Event event, String note) {
        if (event != Entry.Event.OPERATOR_ACTION)
            return new Read(said(event, note), Optional.empty(), Optional.empty());
        Matcher done = DONE.matcher(note);
        if (!done.matches()) return Read.NOTHING;
        Optional<Said> said = said(event, done.group(1));
        if (said.isEmpty()) return Read.NOTHING;
        return new Read(said, Optional.ofNullable(done.group(2)), Optional.ofNullable(done.group(3)));
    }

    private static Optional<Said> said(Entry.Event event, String note) {
        for (Form form : FORMS) {
            if (form.event() != event) continue;
            Matcher matcher = form.pattern().matcher(note);
            if (matcher.matches()) return said(form, matcher);
        }
        return Optional.empty();
    }

    private static Optional<Said> said(Form form, Matcher matcher) {
        try {
            return Optional.of(form.reading().apply(matcher.toMatchResult()));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Instant at(MatchResult is, int group) {
        return Instant.parse(is.group(group));
    }

    private static long number(MatchResult is, int group) {
        return Long.parseLong(is.group(group));
    }

    private static Effect effect(MatchResult is, int group) {
        return Effect.valueOf(upper(is, group));
    }

    private static String upper(MatchResult is, int group) {
        return is.group(group).toUpperCase(Locale.ROOT);
    }
}
