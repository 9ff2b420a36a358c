package org.liaison.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liaison.message.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "verify",
        description = {
            "Check a message afresh: signatures, evidence, that the audit log has it, and who witnessed the log.",
            "",
            "A message at a gateway is checked there. An exported one (--bundle) is checked here and nobody is asked."
                    + " Ends with 0 only where everything could be checked and is genuine."
        })
final class Verify extends DeskCommand {

    @Parameters(paramLabel = "MESSAGE", arity = "0..1", description = "The message's id.")
    private @Nullable MessageId message;

    @Option(names = "--bundle", paramLabel = "DIR", description = "An exported message (liaison export).")
    private @Nullable Path bundle;

    @Option(
            names = "--trust",
            paramLabel = "DIR",
            description =
                    "Whose keys to believe of a bundle: a trust folder from another source. Else those inside it.")
    private @Nullable Path trust;

    @Option(
            names = "--require-witnesses",
            paramLabel = "N",
            defaultValue = "0",
            description = "Fail unless witnesses of N States saw each entry of a bundle.")
    private int states;

    @Override
    public Integer call() {
        if ((message == null) == (bundle == null)) throw new UsageError("Name a message, or a folder with --bundle.");
        if (bundle == null && (trust != null || states != 0))
            throw new UsageError("--trust and --require-witnesses go with --bundle: export the message first.");
        if (states < 0) throw new UsageError("--require-witnesses takes a number of States.");
        JsonNode verification = bundle == null
                ? find(
                                "Message " + message,
                                desk -> desk.get("/api/v1/messages/" + message + "/verification" + connection.query()))
                        .json()
                : ofBundle(Bundle.open(bundle));
        String verdict = verification.path("verdict").asString("");
        if (asJson) paper().json(verification);
        else print(verification, verdict);
        return verdict.equals("GENUINE") ? Exit.OK : Exit.REFUSED;
    }

    private JsonNode ofBundle(Bundle opened) {
        BelievedKeys keys = BelievedKeys.in(trust == null ? opened.folder() : trust);
        CheckList checks =
                BundleCheck.of(opened, keys, states, Clock.systemUTC().instant());
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("verdict", checks.verdict());
        json.put("keys", trust == null ? "BUNDLE" : "TRUST_FOLDER");
        var all = json.putArray("checks");
        for (CheckList.Check one : checks.all())
            all.addObject()
                    .put("check", one.check())
                    .put("subject", one.subject())
                    .put("result", one.result().name())
                    .put("detail", one.detail());
        return json;
    }

    private void print(JsonNode verification, String verdict) {
        for (JsonNode check : verification.path("checks")) {
            String result = check.path("result").asString("");
            paper().line("%-11s %-20s %s"
                    .formatted(
                            result.equals("PASSED")
                                    ? "ok"
                                    : Paper.plain(check.path("result")).toUpperCase(Locale.ROOT),
                            Paper.plain(check.path("check")),
                            check.path("subject").asString("")));
            paper().prose("", 12, check.path("detail").asString(""));
        }
        if (verification.path("keys").asString("").equals("BUNDLE"))
            paper().prose(
                            "",
                            0,
                            "The keys are those that lie in the bundle: compare them with another source, or name"
                                    + " one with --trust.");
        paper().line(
                        switch (verdict) {
                            case "GENUINE" -> "GENUINE: every check passed.";
                            case "BROKEN" -> "BROKEN: at least one check failed.";
                            default -> verdict + ": no check failed, but not all could be made.";
                        });
    }
}
