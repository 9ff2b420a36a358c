package org.liaison.signin;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Who came in, and who changed what about whom: for auditors, of those who have a role where they audit. For everybody
/// else there is no such page.
@Controller
final class AuditPage {

    static final int PAGE = 50;

    private final Books books;

    AuditPage(Books books) {
        this.books = books;
    }

    /// `person` is a login name; `before` the number of the last event that was seen.
    @GetMapping("/persons/events")
    ModelAndView events(
            Person by,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        Set<String> scopes = by.scopes(Role.AUDITOR);
        if (scopes.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        List<Events.Entry> entries = books.events().in(scopes, Persons.login(person), before, PAGE + 1);
        List<Events.Entry> shown = entries.subList(0, Math.min(PAGE, entries.size()));
        return new ModelAndView("signin/audit")
                .addObject("entries", shown)
                .addObject("sought", person.strip())
                .addObject("first", before == Long.MAX_VALUE)
                .addObject("older", entries.size() > PAGE ? shown.getLast().number() : null);
    }
}
