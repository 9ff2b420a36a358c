package org.liaison.console;

import java.time.Duration;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Views;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The hub's routes, and stopping one for a while.
@Controller
final class RoutesPage {

    private static final int LONGEST_MINUTES = 24 * 60;

    private final Views views;
    private final Guard guard;

    RoutesPage(Views views, Guard guard) {
        this.views = views;
        this.guard = guard;
    }

    @GetMapping("/routes")
    String routes(Person person, Model model) {
        guard.reads(person, model);
        model.addAttribute("routes", views.routes().all());
        return "console/routes";
    }

    @PostMapping("/routes/pause")
    String pause(
            Person person,
            @RequestParam String route,
            @RequestParam int minutes,
            @RequestParam String why,
            RedirectAttributes next) {
        var by = guard.operator(person);
        try {
            if (minutes < 1 || minutes > LONGEST_MINUTES)
                throw new IllegalArgumentException("A pause lasts 1 to " + LONGEST_MINUTES + " minutes.");
            Guard.tell(
                    views.routes().pause(route, guard.now().plus(Duration.ofMinutes(minutes)), by, new Grounds(why)),
                    next);
        } catch (IllegalArgumentException e) {
            Guard.refuse(e, next);
        }
        return "redirect:/routes";
    }

    @PostMapping("/routes/resume")
    String resume(Person person, @RequestParam String route, @RequestParam String why, RedirectAttributes next) {
        var by = guard.operator(person);
        try {
            Guard.tell(views.routes().resume(route, by, new Grounds(why)), next);
        } catch (IllegalArgumentException e) {
            Guard.refuse(e, next);
        }
        return "redirect:/routes";
    }
}
