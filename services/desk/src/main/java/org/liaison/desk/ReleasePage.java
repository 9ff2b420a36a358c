package org.liaison.desk;

import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.liaison.signin.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What waits for a supervisor's release.
@Controller
final class ReleasePage {

    private final Sheets sheets;
    private final Addresses addresses;

    ReleasePage(Sheets sheets, Addresses addresses) {
        this.sheets = sheets;
        this.addresses = addresses;
    }

    @GetMapping("/release")
    String waiting(Person person, Model model) {
        var owners = person.authorities(Role.SUPERVISOR);
        if (owners.isEmpty()) throw new Absent();
        model.addAttribute("sheets", sheets.forRelease(owners));
        model.addAttribute("addresses", addresses);
        return "desk/release";
    }
}
