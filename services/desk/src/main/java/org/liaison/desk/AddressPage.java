package org.liaison.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.desk.forms.Text;
import org.liaison.message.AuthorityCode;
import org.liaison.message.HandlingCode;
import org.liaison.message.Language;
import org.liaison.message.Priority;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    AddressPage(Bench bench, Sending sending) {
        this.bench = bench;
        this.sending = sending;
    }

    @GetMapping
    String address(Person person, @PathVariable String id, Locale locale, Model model) {
        return show(person, bench.own(new Seat(person), id), null, locale, model);
    }

    @PostMapping
    String keep(
            Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> to,
            @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(required = false) @Nullable List<String> handling,
            Locale locale,
            Model model) {
        Sheet sheet = bench.own(new Seat(person), id);
        Optional<Instant> moment;
        try {
            moment = moment(due.strip(), person.zone());
        } catch (DateTimeException e) {
            return show(person, sheet, due, locale, model);
        }
        Sheet.Travel travel = new Sheet.Travel(
                recipients(sheet, to == null ? List.of() : to),
                urgent ? Priority.URGENT : Priority.ROUTINE,
                moment,
                codes(handling == null ? List.of() : handling));
        Bench.made(bench.sheets().change(sheet.id(), now -> now.with(travel)), sheet.id());
        return "redirect:/sheets/" + id;
    }

    /// As a browser writes it: RFC 3339 has years of four digits.
    private static Optional<Instant> moment(String due, ZoneId zone) {
        if (due.isEmpty()) return Optional.empty();
        LocalDateTime local = LocalDateTime.parse(due);
        if (local.getYear() < 0 || local.getYear() > LAST_YEAR) throw new DateTimeException("a year of four digits");
        return Optional.of(local.atZone(zone).toInstant());
    }

    private String show(Person person, Sheet sheet, @Nullable String unreadableDue, Locale locale, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("offers", offers(sheet, Language.of(locale)));
        model.addAttribute("codes", HandlingCode.values());
        model.addAttribute("unreadable", unreadableDue);
        model.addAttribute(
                "due",
                unreadableDue != null
                        ? unreadableDue
                        : sheet.travel()
                                .due()
                                .map(due -> due.atZone(person.zone())
                                        .toLocalDateTime()
                                        .toString())
                                .orElse(""));
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
