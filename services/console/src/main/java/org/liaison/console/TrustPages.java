package org.liaison.console;

import java.util.Optional;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.console.port.Views;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What everything rests on: certificates, directory and rulebook, the audit log.
@Controller
final class TrustPages {

    private final Views views;
    private final Guard guard;

    TrustPages(Views views, Guard guard) {
        this.views = views;
        this.guard = guard;
    }

    @GetMapping("/certificates")
    String certificates(Person person, Model model) {
        guard.reads(person, model);
        model.addAttribute("certificates", views.certificates().all());
        return "console/certificates";
    }

    @GetMapping("/snapshots")
    String snapshots(
            Person person,
            @RequestParam Optional<SnapshotShelf.Kind> kind,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> to,
            Model model) {
        guard.reads(person, model);
        model.addAttribute("versions", views.snapshots().all());
        if (kind.isPresent() && from.isPresent() && to.isPresent()) {
            var differences = views.snapshots().between(kind.get(), from.get(), to.get());
            model.addAttribute("kind", kind.get().name());
            model.addAttribute("from", from.get());
            model.addAttribute("to", to.get());
            model.addAttribute("differences", differences.orElse(null));
            model.addAttribute("asked", true);
        }
        return "console/snapshots";
    }

    @GetMapping("/log")
    String log(Person person, Model model) {
        guard.reads(person, model);
        model.addAttribute("standing", views.log().standing());
        views.log().examination().ifPresent(examination -> {
            model.addAttribute("examination", examination);
            model.addAttribute("stage", examination.getClass().getSimpleName());
        });
        return "console/log";
    }

    @PostMapping("/log/verify")
    String verify(Person person, RedirectAttributes next) {
        return guard.act(person, "/log", next, views.log()::verify);
    }
}
