package org.liaison.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.liaison.console.port.Answer;
import org.liaison.console.port.NotUnderstood;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Routes;
import org.liaison.console.port.Said;
import org.liaison.pages.Absent;
import org.liaison.signin.Grant;
import org.liaison.signin.Person;
import org.liaison.signin.Role;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who may look and who may intervene. For whoever may not, there is nothing here.
final class Guard {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private final Clock clock;
    private final Routes routes;
    private final Speech speech;

    Guard(Clock clock, Routes routes, Speech speech) {
        this.clock = clock;
        this.routes = routes;
        this.speech = speech;
    }

    /// Also says in the model whether the page may offer to intervene, and what is paused: whoever wonders why
    /// nothing moves may be on any page.
    void reads(Person person, Model model) {
        reads(person);
        model.addAttribute("operates", operates(person));
        model.addAttribute("me", person.login());
        model.addAttribute("paused", pauses());
        model.addAttribute("speech", speech);
    }

    List<Routes.Pause> pauses() {
        return routes.all().stream().flatMap(route -> route.pause().stream()).toList();
    }

    void reads(Person person) {
        if (!mayRead(person)) throw new Absent();
    }

    /// Under the name that nobody else has.
    Operator operator(Person person) {
        if (!operates(person)) throw new Absent();
        return new Operator(person.login());
    }

    static boolean mayRead(Person person) {
        return operates(person) || person.may(Role.AUDITOR, Grant.HUB);
    }

    private static boolean operates(Person person) {
        return person.may(Role.OFFICER, Grant.HUB) || person.may(Role.SUPERVISOR, Grant.HUB);
    }

    Instant now() {
        return clock.instant();
    }

    /// When a pause of so many minutes ends, to the second.
    Instant inMinutes(long minutes) {
        if (minutes < 1 || minutes > LONGEST_PAUSE.toMinutes())
            throw new NotUnderstood(
                    Said.of(Said.What.PAUSE_MINUTES, LONGEST_PAUSE.toMinutes()),
                    "A pause lasts 1 to " + LONGEST_PAUSE.toMinutes() + " minutes.");
        return now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(minutes));
    }

    /// Lets the person act, and says on the page that comes next what became of it. What cannot be understood is told
    /// there.
    String act(Person person, String page, RedirectAttributes next, Function<Operator, Answer> action) {
        Operator by = operator(person);
        try {
            tell(action.apply(by), next);
        } catch (NotUnderstood e) {
            next.addFlashAttribute("refused", e.said());
        }
        return "redirect:" + page;
    }

    private static void tell(Answer answer, RedirectAttributes next) {
        switch (answer) {
            case Answer.Done(long index, Said said) -> {
                next.addFlashAttribute("done", said);
                next.addFlashAttribute("entry", index);
            }
            case Answer.AwaitsSecond(var _, var _, Said said) -> next.addFlashAttribute("done", said);
            case Answer.Refused(Said said) -> next.addFlashAttribute("refused", said);
        }
    }
}
