package org.liaison.console;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Quarantine.Effect;
import org.liaison.console.port.Views;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What was set aside: choose, see what would happen, then do it or ask a second person.
@Controller
final class QuarantinePage {

    private final Views views;
    private final Guard guard;

    QuarantinePage(Views views, Guard guard) {
        this.views = views;
        this.guard = guard;
    }

    @GetMapping("/quarantine")
    String quarantine(Person person, Model model) {
        guard.reads(person, model);
        switch (views.quarantine().all()) {
            case Quarantine.Reading.Read(List<Quarantine.Group> groups) -> model.addAttribute("groups", groups);
            case Quarantine.Reading.Unread(String sentence) -> model.addAttribute("unread", sentence);
        }
        model.addAttribute("proposals", views.quarantine().proposals());
        return "console/quarantine";
    }

    /// Changes nothing, so it may be asked for by GET; the choice is in the address.
    @GetMapping("/quarantine/preview")
    String preview(
            Person person, @RequestParam Effect effect, @RequestParam(required = false) Set<String> id, Model model) {
        guard.reads(person, model);
        guard.operator(person);
        if (id == null || id.isEmpty()) return "redirect:/quarantine";
        model.addAttribute("effect", effect.name());
        model.addAttribute("ids", id);
        model.addAttribute("preview", views.quarantine().preview(effect, id));
        return "console/preview";
    }

    @PostMapping("/quarantine")
    String apply(
            Person person,
            @RequestParam Effect effect,
            @RequestParam Set<String> id,
            @RequestParam String why,
            RedirectAttributes next) {
        return guard.act(person, "/quarantine", next, by -> views.quarantine().apply(effect, id, by, new Grounds(why)));
    }

    @PostMapping("/quarantine/confirm")
    String confirm(Person person, @RequestParam UUID proposal, RedirectAttributes next) {
        return guard.act(person, "/quarantine", next, by -> views.quarantine().confirm(proposal, by));
    }

    @PostMapping("/quarantine/decline")
    String decline(Person person, @RequestParam UUID proposal, @RequestParam String why, RedirectAttributes next) {
        return guard.act(person, "/quarantine", next, by -> views.quarantine().decline(proposal, by, new Grounds(why)));
    }
}
