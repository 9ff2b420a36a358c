package org.liaison.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.AuthorityFunction;
import org.liaison.directory.Contacts;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Country;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "contacts",
        description = {
            "Find whom to ask: authorities with hours, phones, languages, and how to reach them urgently.",
            "",
            "Answers from signed files, or with --url from a gateway."
        },
        subcommands = {ContactsExport.class, ContactsImport.class})
final class ContactsCommand implements Callable<Integer> {

    @Option(names = "--country", paramLabel = "XA", description = "Of this State.")
    private @Nullable Country country;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Of this kind: police, prosecutor, central, social, ngo, coordinator, ncb.")
    private @Nullable AuthorityKind kind;

    @Option(
            names = "--function",
            paramLabel = "FUNCTION",
            description = "Competent for this: ${COMPLETION-CANDIDATES}.")
    private @Nullable AuthorityFunction function;

    @Option(names = "--language", paramLabel = "TAG", description = "Reads this language, for example en.")
    private @Nullable String language;

    @Option(names = "--open-now", description = "Somebody is at the desk.")
    private boolean openNow;

    @Mixin
    private final Sources sources = new Sources();

    @Option(names = "--json", description = "Print the facts as JSON.")
    private boolean asJson;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls");
        Instant now = Clock.systemUTC().instant();
        Instant moment = sources.moment(now);
        JsonNode answer = sources.inFiles() ? fromFiles(now, moment) : fromGateway();
        Paper paper = new Paper(spec.commandLine().getOut());
        if (asJson) paper.json(answer);
        else new ContactPaper(paper, moment, ZoneId.systemDefault()).print(answer.path("contacts"));
        return Exit.OK;
    }

    private JsonNode fromFiles(Instant now, Instant moment) {
        Directory directory = sources.directory(now);
        Contacts wanted = wanted();
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.put("number", directory.number());
        answer.put("at", moment.toString());
        ArrayNode cards = answer.putArray("contacts");
        wanted.in(directory, moment).forEach(authority -> cards.add(Contacts.card(authority, moment)));
        return answer;
    }

    private Contacts wanted() {
        try {
            return new Contacts(
                    Optional.ofNullable(country),
                    Optional.ofNullable(kind),
                    Optional.ofNullable(function),
                    Optional.ofNullable(language),
                    openNow);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private JsonNode fromGateway() {
        wanted();
        List<String> query = new ArrayList<>();
        if (country != null) query.add("country=" + country);
        if (kind != null) query.add("kind=" + kind.code());
        if (function != null) query.add("function=" + function.name());
        if (language != null) query.add("language=" + URLEncoder.encode(language, StandardCharsets.UTF_8));
        if (openNow) query.add("openNow=true");
        return sources.desk()
                .get("/api/v1/contacts" + (query.isEmpty() ? "" : "?" + String.join("&", query)))
                .json();
    }
}
