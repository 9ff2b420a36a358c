package org.liaison.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Cases, the latest touched first.
@Controller
final class CasesPage {

    private static final int ON_A_PAGE = 50;

    private final Docket docket;
    private final Addresses addresses;
    private final Clock clock;

    CasesPage(Cases cases, Addresses addresses, Clock clock) {
        this.docket = new Docket(cases);
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping("/cases")
    String cases(
            Person person,
            @RequestParam(defaultValue = "all") String which,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Seat seat = new Seat(person);
        Docket.Which wanted = which(which);
        Docket.Page page = docket.page(
                wanted, seat.of(as), Optional.ofNullable(after).map(CasesPage::mark), ON_A_PAGE, clock.instant());
        model.addAttribute("which", wanted);
        model.addAttribute("whiches", Docket.Which.values());
        model.addAttribute("as", as);
        model.addAttribute("seats", seat.sees());
        model.addAttribute("cards", page.cards());
        model.addAttribute("next", page.next().map(CasesPage::text).orElse(null));
        model.addAttribute("paged", after != null);
        model.addAttribute("looked", page.cutShort() ? Docket.LOOKED_AT : null);
        model.addAttribute("addresses", addresses);
        return "desk/cases";
    }

    private static Docket.Which which(String slug) {
        for (Docket.Which which : Docket.Which.values()) if (which.slug().equals(slug)) return which;
        throw new Absent();
    }

    private static String text(Cases.Mark mark) {
        return mark.touched() + "~" + mark.id() + "~" + mark.owner();
    }

    private static Cases.Mark mark(String text) {
        String[] parts = text.split("~", -1);
        if (parts.length != 3) throw new Absent();
        try {
            return new Cases.Mark(Instant.parse(parts[0]), Seat.caseId(parts[1]), AuthorityCode.parse(parts[2]));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new Absent();
        }
    }
}
