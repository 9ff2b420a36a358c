package org.liaison.console;

import org.liaison.console.port.Grounds;
import org.liaison.console.port.Views;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The hub's routes, and stopping one for a while; the gateways and their routes, and testing the
/// connection to one.
@Controller
final class RoutesPage {

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
        model.addAttribute(
                "gateways",
                GatewayCard.of(views.gateways().all(), views.mailboxes().all(), guard.now()));
        return "console/routes";
    }

    @PostMapping("/routes/pause")
    String pause(
            Person person,
            @RequestParam String route,
            @RequestParam int minutes,
            @RequestParam String why,
            RedirectAttributes next) {
        return guard.act(
                person,
                "/routes",
                next,
                by -> views.routes().pause(route, guard.inMinutes(minutes), by, new Grounds(why)));
    }

    /// Takes as long as the gateway does to answer, at most ten seconds: so it works without
    /// script.
    @PostMapping("/routes/test")
    String test(Person person, @RequestParam String gateway, RedirectAttributes next) {
        return guard.act(person, "/routes", next, by -> views.gateways().test(gateway, by));
    }

    @PostMapping("/routes/resume")
    String resume(Person person, @RequestParam String route, @RequestParam String why, RedirectAttributes next) {
        return guard.act(person, "/routes", next, by -> views.routes().resume(route, by, new Grounds(why)));
    }
}
