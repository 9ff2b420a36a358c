package org.liaison.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liaison.rehearsal.client.Answer;
import org.liaison.rehearsal.client.ClientFile.Site;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.Problem;
import org.liaison.rehearsal.client.RequestRefused;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// What all commands at a desk have in common: a connection, `--json`, and a way to find which gateway knows a thing.
abstract class DeskCommand implements Callable<Integer> {

    @Mixin
    protected final Connection connection = new Connection();

    @Option(names = "--json", description = "Print the facts as JSON.")
    protected boolean asJson;

    @Spec
    private @Nullable CommandSpec spec;

    protected final Paper paper() {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls");
        return new Paper(spec.commandLine().getOut());
    }

    /// A thing and the gateway that knew it.
    protected record Found(Desk desk, JsonNode json) {}

    /// Asks every gateway known here, in order, for something that only one or two of them have.
    protected final Found find(String what, Function<Desk, Answer> question) {
        List<Site> sites = connection.sites();
        for (Site site : sites) {
            Desk desk = site.desk();
            Optional<JsonNode> json = question.apply(desk).jsonIfKnown();
            if (json.isPresent()) return new Found(desk, json.get());
        }
        String asked = String.join(", ", sites.stream().map(Site::gateway).toList());
        throw new RequestRefused(new Problem(
                404,
                "not-found",
                "",
                "Not found",
                what + " is not known at this desk (asked: " + asked + ").",
                "",
                List.of()));
    }
}
