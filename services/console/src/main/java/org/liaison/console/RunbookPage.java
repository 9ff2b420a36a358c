package org.liaison.console;

import org.liaison.console.alert.Rule;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What an alert means, what to look at and what to do: a page for each rule.
@Controller
final class RunbookPage {

    private final Guard guard;

    RunbookPage(Guard guard) {
        this.guard = guard;
    }

    @GetMapping("/runbook/{name}")
    String page(Person person, @PathVariable String name, Model model) {
        guard.reads(person, model);
        Rule rule = Rule.called(name).orElseThrow(Absent::new);
        model.addAttribute("rule", rule.name());
        model.addAttribute("lead", Trail.of(rule));
        model.addAttribute("rules", Rule.values());
        return "console/runbook";
    }
}
