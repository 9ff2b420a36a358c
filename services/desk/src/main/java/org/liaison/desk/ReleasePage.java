package org.liaison.desk;

import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.liaison.signin.Persons;
import org.liaison.signin.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What waits for a supervisor's release.
@Controller
final class ReleasePage {

    private final Sheets sheets;
    private final Persons persons;
    private final Addresses addresses;

    ReleasePage(Sheets sheets, Persons persons, Addresses addresses) {
        this.sheets = sheets;
        this.persons = persons;
        this.addresses = addresses;
    }

    /// A sheet and who wrote it.
    record Waiting(Sheet sheet, String author) {}

    @GetMapping("/release")
    String waiting(Person person, Model model) {
        var owners = person.authorities(Role.SUPERVISOR);
        if (owners.isEmpty()) throw new Absent();
        model.addAttribute(
                "sheets",
                sheets.forRelease(owners).stream()
                        .map(sheet -> new Waiting(
                                sheet,
                                persons.find(sheet.author()).map(Person::name).orElse("?")))
                        .toList());
        model.addAttribute("addresses", addresses);
        return "desk/release";
    }
}
