package org.liaison.directory;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Country;
import org.liaison.message.MessageKind;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which authority to ask: what is looked for, and who fits. What is left open fits everybody.
public record Contacts(
        Optional<Country> country,
        Optional<AuthorityKind> kind,
        Optional<AuthorityFunction> function,
        Optional<String> language,
        boolean openNow) {

    public Contacts {
        language.ifPresent(Languages::demand);
    }

    public List<Authority> in(Directory directory, Instant now) {
        return directory.authorities().stream()
                .filter(authority -> fits(authority, now))
                .toList();
    }

    /// What a person needs in order to reach this authority; no certificates, no limits of machines.
    public static ObjectNode card(Authority authority, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", authority.code().toString());
        json.put("name", authority.name());
        json.put("country", authority.code().country().code());
        json.put("kind", authority.code().kind().code());
        json.put("gateway", authority.gateway().toString());
        Fields.texts(
                json,
                "accepts",
                authority.accepts().stream().map(MessageKind::code).toList());
        Fields.texts(json, "languages", authority.languages());
        ObjectNode desk = json.putObject("desk");
        switch (authority.contact().staffing(now)) {
            case Staffing.RoundTheClock _ -> desk.put("standing", "ROUND_THE_CLOCK");
            case Staffing.Unknown _ -> desk.put("standing", "UNKNOWN");
            case Staffing.Open(Instant until) -> desk.put("standing", "OPEN").put("until", until.toString());
            case Staffing.Closed(Instant until) ->
                desk.put("standing", "CLOSED").put("until", until.toString());
        }
        authority.contact().writeTo(json.putObject("contact"));
        authority.listing().writeTo(json.putObject("listing"));
        return json;
    }

    private boolean fits(Authority authority, Instant now) {
        return country.map(authority.code().country()::equals).orElse(true)
                && kind.map(one -> authority.code().kind() == one).orElse(true)
                && function.map(authority.listing().competence().functions()::contains)
                        .orElse(true)
                && language.map(one -> reads(authority, one)).orElse(true)
                && (!openNow || authority.contact().staffing(now).isOpen());
    }

    /// `zh` finds who reads `zh-Hant`; the other way round it does not (RFC 4647, basic filtering).
    private static boolean reads(Authority authority, String language) {
        return !Locale.filterTags(LanguageRange.parse(language), authority.languages())
                .isEmpty();
    }
}
