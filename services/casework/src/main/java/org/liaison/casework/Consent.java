package org.liaison.casework;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What a person has agreed to, as it stands in a case. Each change has the next version; what was withdrawn covers
/// nothing any more.
record Consent(long version, boolean withdrawn, Set<String> scope, Set<String> purposes, Set<String> recipients) {

    /// The classes of information that are shared only with consent. Risk is absent: a risk to life or health is always
    /// passed on. So are the classes that a consent has no words for.
    static final Set<String> COVERS = Set.of("IDENTITY", "WHEREABOUTS", "HEALTH", "NEEDS", "ACCOUNT", "RESIDENCE");

    /// The newest one that the forms of the case tell of; empty where guardians decide, or where what told of it was
    /// erased.
    static Optional<Consent> inForce(Docket docket) {
        return Stream.of("REF-REQ", "REF-INFO", "REF-CONSENT")
                .flatMap(kind -> docket.all(kind).stream())
                .flatMap(form -> in(form).stream())
                .max(Comparator.comparingLong(Consent::version));
    }

    static Optional<Consent> in(JsonNode form) {
        if (form.path("change").stringValue("").equals("WITHDRAWN"))
            return Optional.of(
                    new Consent(form.path("consentVersion").longValue(0), true, Set.of(), Set.of(), Set.of()));
        JsonNode consent = form.path("consent");
        return consent.isObject()
                ? Optional.of(new Consent(
                        consent.path("version").longValue(0),
                        false,
                        texts(consent.path("scope")),
                        texts(consent.path("purposes")),
                        texts(consent.path("recipients"))))
                : Optional.empty();
    }

    boolean covers(String dataClass) {
        return !COVERS.contains(dataClass) || scope.contains(dataClass);
    }

    /// Whether this one allows nothing that the other does not, and less than it.
    boolean isLessThan(Consent other) {
        return other.scope.containsAll(scope)
                && other.purposes.containsAll(purposes)
                && other.recipients.containsAll(recipients)
                && scope.size() + purposes.size() + recipients.size()
                        < other.scope.size() + other.purposes.size() + other.recipients.size();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.valueStream().map(text -> text.stringValue("")).forEach(texts::add);
        return texts;
    }
}
