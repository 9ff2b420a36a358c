package org.liaison.console;

import java.util.List;
import java.util.Locale;
import org.liaison.console.port.Alerts;
import org.liaison.console.port.Said;
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
    private final Alerts alerts;
    private final Guard guard;

    AlertsPage(Alarms alarms, Alerts alerts, Guard guard) {
        this.alarms = alarms;
        this.alerts = alerts;
        this.guard = guard;
    }

    @GetMapping("/alerts")
    String alerts(Person person, Locale locale, Model model) {
        guard.reads(person, model);
        List<Alarms.Told> open = alarms.open(locale, person.zone());
        model.addAttribute("open", open);
        model.addAttribute("leads", Trail.of(open));
        model.addAttribute("cleared", alarms.cleared(MOST, locale, person.zone()));
        model.addAttribute("channels", alarms.watchman().hasChannels());
        model.addAttribute("failing", alarms.watchman().troubles());
        return "console/alerts";
    }

    @PostMapping("/alerts/acknowledge")
    String acknowledge(Person person, @RequestParam String cause, RedirectAttributes next) {
        return guard.act(person, "/alerts", next, by -> alerts.acknowledge(cause, by));
    }

    @PostMapping("/alerts/test")
    String test(Person person, RedirectAttributes next) {
        switch (alerts.test(guard.operator(person))) {
            case Alerts.Trial.Tried(long entry, List<Said> outcomes) -> {
                next.addFlashAttribute("tested", outcomes);
                next.addFlashAttribute("entry", entry);
            }
            case Alerts.Trial.Refused(Said said) -> next.addFlashAttribute("refused", said);
        }
        return "redirect:/alerts";
    }
}
