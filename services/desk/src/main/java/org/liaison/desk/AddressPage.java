package org.liaison.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liaison.desk.forms.Text;
import org.liaison.message.AuthorityCode;
import org.liaison.message.HandlingCode;
import org.liaison.message.Language;
import org.liaison.message.Priority;
import org.liaison.signin.HeldForms;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// To whom a message goes, how fast, by when an answer is wanted, and under which restrictions.
@Controller
@RequestMapping("/sheets/{id}/to")
final class AddressPage {

    private static final int LAST_YEAR = 9999;

    private final Bench bench;
    private final Sending sending;
    private final HeldForms held;
    private final Clock clock;

    AddressPage(Bench bench, Sending sending, HeldForms held, Clock clock) {
        this.bench = bench;
        this.sending = sending;
        this.held = held;
        this.clock = clock;
    }

    /// What can be wrong here: at which field, and what is said of it.
    enum Wrong {
        NOBODY("to", "desk.address.to.missing"),
        UNREADABLE("due", "desk.address.due.wrong"),
        PAST("due", "desk.address.due.past");

        private final String field;
        private final String word;

        Wrong(String field, String word) {
            this.field = field;
            this.word = word;
        }

        public String field() {
            return field;
        }

        public String word() {
            return word;
        }
    }

    /// Whoever has not begun is not reproached with having named nobody. What was posted here when
    /// the session had ended is kept now.
    @GetMapping
    String address(Person person, @PathVariable String id, Locale locale, Model model) {
        Seat seat = new Seat(person);
        Sheet sheet = bench.own(seat, id);
        Optional<Kept> kept = held.take(person, "/sheets/" + id + "/to").map(posted -> keep(seat, sheet, posted));
        model.addAttribute("held", kept.isPresent());
        if (kept.isPresent()) return show(kept.get(), locale, model);
        List<Wrong> wrong = wrong(sheet);
        wrong.remove(Wrong.NOBODY);
        return show(new Kept(sheet, wrong, local(sheet, person.zone())), locale, model);
    }

    /// Whoever was not `told` yet that something is wrong is told before going on.
    @PostMapping
    String keep(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String told,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model) {
        Seat seat = new Seat(person);
        Kept kept = keep(seat, bench.own(seat, id), posted);
        boolean goesOn = kept.wrong().isEmpty()
                || (!kept.wrong().contains(Wrong.UNREADABLE)
                        && told.equals(kept.wrong().toString()));
        return goesOn ? "redirect:/sheets/" + id : show(kept, locale, model);
    }

    private record Kept(Sheet sheet, List<Wrong> wrong, String due) {}

    /// Everything is kept at once, right or wrong, but for a moment that cannot be read.
    private Kept keep(Seat seat, Sheet sheet, MultiValueMap<String, String> posted) {
        String due = posted.getOrDefault("due", List.of("")).getFirst().strip();
        Optional<Instant> moment = Optional.empty();
        boolean unreadable = false;
        try {
            moment = moment(due, seat.person().zone());
        } catch (DateTimeException e) {
            unreadable = true;
        }
        Sheet.Travel travel = new Sheet.Travel(
                recipients(sheet, posted.getOrDefault("to", List.of())),
                posted.containsKey("urgent") ? Priority.URGENT : Priority.ROUTINE,
                moment,
                codes(posted.getOrDefault("handling", List.of())));
        Sheet kept = bench.made(bench.sheets().change(sheet.id(), now -> now.with(travel)), seat, sheet.id());
        List<Wrong> wrong = wrong(kept);
        if (unreadable) wrong.add(Wrong.UNREADABLE);
        return new Kept(kept, wrong, due);
    }

    private List<Wrong> wrong(Sheet sheet) {
        List<Wrong> wrong = new ArrayList<>();
        if (sheet.travel().to().isEmpty()) wrong.add(Wrong.NOBODY);
        boolean past = sheet.travel()
                .due()
                .filter(due -> !due.isAfter(clock.instant()))
                .isPresent();
        if (past) wrong.add(Wrong.PAST);
        return wrong;
    }

    /// As a browser writes it: RFC 3339 has years of four digits.
    private static Optional<Instant> moment(String due, ZoneId zone) {
        if (due.isEmpty()) return Optional.empty();
        LocalDateTime local = LocalDateTime.parse(due);
        if (local.getYear() < 0 || local.getYear() > LAST_YEAR) throw new DateTimeException("a year of four digits");
        return Optional.of(local.atZone(zone).toInstant());
    }

    private static String local(Sheet sheet, ZoneId zone) {
        return sheet.travel()
                .due()
                .map(due -> due.atZone(zone).toLocalDateTime().toString())
                .orElse("");
    }

    private String show(Kept kept, Locale locale, Model model) {
        model.addAttribute("sheet", kept.sheet());
        model.addAttribute("offers", offers(kept.sheet(), Language.of(locale)));
        model.addAttribute("codes", HandlingCode.values());
        model.addAttribute("wrong", kept.wrong());
        model.addAttribute("due", kept.due());
        return "desk/address";
    }

    /// An offer for a reader; `why` is empty where it is permitted.
    record Shown(AuthorityCode to, String name, boolean permitted, Text why) {}

    private List<Shown> offers(Sheet sheet, Language language) {
        return sending.offers(sheet.from(), sheet.kind()).stream()
                .map(offer -> new Shown(offer.to(), offer.name(), offer.permitted(), Text.said(offer.why(), language)))
                .toList();
    }

    /// In the order in which the page offers them; whoever is not offered is not addressed.
    private List<AuthorityCode> recipients(Sheet sheet, List<String> wanted) {
        List<AuthorityCode> recipients = new ArrayList<>();
        for (Sending.Offer offer : sending.offers(sheet.from(), sheet.kind()))
            if (wanted.contains(offer.to().toString())) recipients.add(offer.to());
        return recipients;
    }

    private static List<HandlingCode> codes(List<String> wanted) {
        return Arrays.stream(HandlingCode.values())
                .filter(code -> wanted.contains(code.name()))
                .toList();
    }
}
