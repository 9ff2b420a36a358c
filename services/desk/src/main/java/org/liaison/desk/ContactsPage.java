package org.liaison.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Authority;
import org.liaison.directory.AuthorityFunction;
import org.liaison.directory.Contacts;
import org.liaison.directory.Directory;
import org.liaison.directory.Languages;
import org.liaison.directory.Staffing;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Country;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whom to ask: the directory in force, by country, kind, competence, language, and who is at the desk now.
@Controller
final class ContactsPage {

    private final Addresses addresses;
    private final Clock clock;

    ContactsPage(Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    record Card(Authority authority, Staffing staffing) {

        /// `OPEN`, `CLOSED`, `ALWAYS` or `UNKNOWN`.
        public String standing() {
            return switch (staffing) {
                case Staffing.RoundTheClock _ -> "ALWAYS";
                case Staffing.Open _ -> "OPEN";
                case Staffing.Closed _ -> "CLOSED";
                case Staffing.Unknown _ -> "UNKNOWN";
            };
        }

        public @Nullable Instant until() {
            return switch (staffing) {
                case Staffing.Open(var until) -> until;
                case Staffing.Closed(var until) -> until;
                case Staffing.RoundTheClock _, Staffing.Unknown _ -> null;
            };
        }
    }

    @GetMapping("/contacts")
    String contacts(
            Person person,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String function,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "false") boolean open,
            Locale locale,
            Model model) {
        if (new Seat(person).sees().isEmpty()) throw new Absent();
        Contacts wanted = new Contacts(
                given(country, Country::new),
                given(kind, AuthorityKind::ofCode),
                given(function, AuthorityFunction::valueOf),
                given(language, Languages::demand),
                open);
        Optional<Directory> directory = addresses.directory();
        model.addAttribute("expired", directory.isEmpty());
        model.addAttribute("cards", directory.map(known -> cards(wanted, known)).orElse(List.of()));
        model.addAttribute(
                "countries",
                all(directory, authority -> authority.code().country().code()));
        model.addAttribute("kinds", AuthorityKind.values());
        model.addAttribute("functions", AuthorityFunction.values());
        model.addAttribute("tongues", tongues(directory, locale));
        model.addAttribute("wanted", wanted);
        return "desk/contacts";
    }

    private List<Card> cards(Contacts wanted, Directory directory) {
        return wanted.in(directory, clock.instant()).stream()
                .sorted(Comparator.comparing(authority -> authority.code().toString()))
                .map(authority -> new Card(authority, authority.contact().staffing(clock.instant())))
                .toList();
    }

    private static Set<String> all(Optional<Directory> directory, Function<Authority, String> of) {
        Set<String> found = new TreeSet<>();
        directory.ifPresent(known -> known.authorities().forEach(authority -> found.add(of.apply(authority))));
        return found;
    }

    record Tongue(String tag, String name) {}

    private static List<Tongue> tongues(Optional<Directory> directory, Locale locale) {
        Set<String> tags = new TreeSet<>();
        directory.ifPresent(known -> known.authorities().forEach(authority -> tags.addAll(authority.languages())));
        return tags.stream()
                .map(tag -> new Tongue(tag, Locale.forLanguageTag(tag).getDisplayName(locale)))
                .toList();
    }

    /// What is chosen from a list that the page offers: anything else was not chosen there.
    private static <T> Optional<T> given(@Nullable String text, Function<String, T> reading) {
        if (text == null || text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException e) {
            throw new Absent();
        }
    }
}
