package org.liaison.rehearsal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.liaison.rehearsal.Performance.Step;
import org.liaison.rehearsal.Performance.Tally;

/// Tells the play as it happens, within 80 columns.
final class Narrator {

    private final PrintWriter out;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void opening(DemoFolder folder) {
        say("Three States that do not exist: XA (origin), XB (transit), XC (destination).");
        say("Each has a gateway with the keys of its police, prosecutor, central and social");
        say("authorities. A hub between them carries what it cannot read, and keeps the log.");
        say("State is kept in " + folder.root());
        say("");
    }

    void setUp(String what, Duration took) {
        say("%-66s %6.1f s".formatted(what, took.toMillis() / 1000.0));
    }

    void act(String title) {
        say("");
        say(title);
        say("-".repeat(title.length()));
    }

    void scene(Scene scene, Performance.Sent sent) {
        say("");
        say(sent.kind() + "  " + scene.sentence());
        say("   from  " + scene.from() + ", " + Cast.nameOf(scene.from()));
        say("   to    " + scene.to() + ", " + Cast.nameOf(scene.to()));
        String files = scene.files().isEmpty() ? "" : ", with " + String.join(" and ", scene.files());
        say("   case  " + sent.caseId() + files);
        say("         sealed in " + sent.suite()
                + (sent.projected() ? ", cut down to what this recipient may see" : ""));
    }

    void step(Step step) {
        String log = step.logIndex() < 0 ? "" : "log entry " + step.logIndex();
        say("   %6.2f s  %-22s %-14s %s"
                .formatted(step.after().toMillis() / 1000.0, step.what(), log, step.proof())
                .stripTrailing());
    }

    void verified(String desk, String verdict, int checks) {
        say("   %-8s  %s at %s: %d checks".formatted("", verdict.toLowerCase(Locale.ROOT), desk, checks));
    }

    void lines(List<String> lines) {
        lines.forEach(this::say);
    }

    /// The last line, whose words are fixed: people and programs look for it.
    void closing(Tally tally, long logSize) {
        say("");
        say("demo: %d messages sent, %d handed over, %d evidence verified, %d lost, log size %d verified"
                .formatted(tally.sent(), tally.handedOver(), tally.evidence(), tally.lost(), logSize));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
