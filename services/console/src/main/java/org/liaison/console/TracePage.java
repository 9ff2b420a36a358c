package org.liaison.console;

import java.util.Arrays;
import java.util.Optional;
import org.liaison.console.port.Trace;
import org.liaison.console.port.Views;
import org.liaison.message.ErdsEvent;
import org.liaison.message.MessageId;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One message's way.
@Controller
final class TracePage {

    private final Views views;
    private final Guard guard;

    TracePage(Views views, Guard guard) {
        this.views = views;
        this.guard = guard;
    }

    /// A step, and the event whose words say it.
    record Worded(Trace.Step step, Optional<ErdsEvent> event) {
        static Worded of(Trace.Step step) {
            return new Worded(
                    step,
                    Arrays.stream(ErdsEvent.values())
                            .filter(event -> event.code().equals(step.event()))
                            .findFirst());
        }
    }

    @GetMapping("/trace")
    String trace(Person person, @RequestParam Optional<String> id, Model model) {
        guard.reads(person, model);
        String asked = id.map(String::strip).orElse("");
        model.addAttribute("asked", asked);
        if (asked.isEmpty()) return "console/trace";
        try {
            MessageId message = MessageId.parse(asked);
            var steps = views.trace().of(message);
            model.addAttribute("steps", steps.stream().map(Worded::of).toList());
            model.addAttribute("unknown", steps.isEmpty());
            views.trace().timing(message).ifPresent(address -> model.addAttribute("timing", address.toString()));
        } catch (IllegalArgumentException e) {
            model.addAttribute("wrong", true);
        }
        return "console/trace";
    }
}
