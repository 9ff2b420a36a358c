package org.liaison.console;

import java.util.List;
import java.util.Locale;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What needs somebody, who looks after it, and whether people can be told.
@Controller
final class AlertsPage {

    private static final int MOST = 50;

    private final Alarms alarms;
    private final Guard guard;

    AlertsPage(Alarms alarms, Guard guard) {
        this.alarms = alarms;
        this.guard = guard;
    }

    @GetMapping("/alerts")
    String alerts(Person person, Locale locale, Model model) {
        guard.reads(person, model);
        List<Alarms.Told> open = alarms.open(locale);
        model.addAttribute("open", open);
        model.addAttribute("leads", Trail.of(open));
        model.addAttribute("cleared", alarms.cleared(MOST, locale));
        model.addAttribute("channels", alarms.watchman().hasChannels());
        model.addAttribute("failing", alarms.watchman().troubles());
        return "console/alerts";
    }

    @PostMapping("/alerts/acknowledge")
    String acknowledge(Person person, @RequestParam String cause, RedirectAttributes next) {
        if (!alarms.book().acknowledge(cause, guard.operator(person), guard.now()))
            next.addFlashAttribute("refused", "This alert has cleared already.");
        return "redirect:/alerts";
    }

    @PostMapping("/alerts/test")
    String test(Person person, RedirectAttributes next) {
        guard.operator(person);
        next.addFlashAttribute("tested", alarms.watchman().test(guard.now()));
        return "redirect:/alerts";
    }
}
