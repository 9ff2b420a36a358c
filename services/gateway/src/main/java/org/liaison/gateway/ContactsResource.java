package org.liaison.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.AuthorityFunction;
import org.liaison.directory.Contacts;
import org.liaison.directory.Explanation;
import org.liaison.directory.Languages;
import org.liaison.directory.LegalBasis;
import org.liaison.directory.Question;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Country;
import org.liaison.message.MessageKind;
import org.liaison.routes.gateway.Register;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whom to ask, and what may be sent to whom. Answers from the snapshots in force, and from none that ran out.
@RestController
@RequestMapping("/api/v1")
final class ContactsResource {

    private final Register register;
    private final Clock clock;

    ContactsResource(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/contacts")
    JsonNode contacts(
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String function,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "false") boolean openNow) {
        Contacts wanted = new Contacts(
                given(country, "country", Country::new, "a country is two capital letters"),
                given(
                        kind,
                        "kind",
                        AuthorityKind::ofCode,
                        "a kind is police, prosecutor, central, social, ngo, coordinator or ncb"),
                given(function, "function", AuthorityFunction::valueOf, "a function is one of those described"),
                given(language, "language", Languages::demand, "a language is a BCP 47 tag such as en or zh-Hant"),
                openNow);
        Instant now = clock.instant();
        Register.InForce inForce = inForce(now);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("number", inForce.directory().number());
        answer.put("at", now.toString());
        ArrayNode cards = answer.putArray("contacts");
        wanted.in(inForce.directory(), now).forEach(authority -> cards.add(Contacts.card(authority, now)));
        return answer;
    }

    @GetMapping("/rules/explain")
    JsonNode explain(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam String kind,
            @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(required = false) @Nullable String legalBasis) {
        Instant now = clock.instant();
        Question question = new Question(
                needed(from, "from", AuthorityCode::parse, "an authority is written xa.police.name"),
                needed(to, "to", AuthorityCode::parse, "an authority is written xa.police.name"),
                needed(kind, "kind", MessageKind::new, "a kind of message looks like MLA-REQ"),
                now,
                urgent,
                given(
                        legalBasis,
                        "legalBasis",
                        LegalBasis::new,
                        "a legal basis is a code such as UNTOC+TIP or CoE197"));
        Register.InForce inForce = inForce(now);
        return Explanation.of(inForce.directory(), inForce.rulebook(), question).toJson();
    }

    private Register.InForce inForce(Instant now) {
        return register.inForce(now)
                .orElseThrow(() -> Unservable.busy(
                        "Directory or rulebook ran out: nothing can be said until the administrators issue new ones."));
    }

    private static <T> Optional<T> given(
            @Nullable String text, String name, Function<String, T> reading, String sentence) {
        return text == null ? Optional.empty() : Optional.of(needed(text, name, reading, sentence));
    }

    private static <T> T needed(String text, String name, Function<String, T> reading, String sentence) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw Unservable.unreadable("#" + name, sentence);
        }
    }
}
