package org.liaison.console;

import java.util.List;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Views;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What waits at the broker, and what is due between States.
@Controller
final class WaitingPages {

    private final Views views;
    private final Guard guard;

    WaitingPages(Views views, Guard guard) {
        this.views = views;
        this.guard = guard;
    }

    @GetMapping("/mailboxes")
    String mailboxes(Person person, Model model) {
        guard.reads(person, model);
        switch (views.mailboxes().all()) {
            case Mailboxes.Reading.Read(var _, List<Mailboxes.Box> boxes) -> model.addAttribute("boxes", boxes);
            case Mailboxes.Reading.Unread(String sentence) -> model.addAttribute("unread", sentence);
        }
        return "console/mailboxes";
    }

    @GetMapping("/deadlines")
    String deadlines(Person person, @RequestParam(defaultValue = "90") int days, Model model) {
        guard.reads(person, model);
        model.addAttribute("due", views.deadlines().of(days));
        return "console/deadlines";
    }
}
