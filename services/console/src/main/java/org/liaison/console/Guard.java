package org.liaison.console;

import java.time.Clock;
import java.time.Instant;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Operator;
import org.liaison.pages.Absent;
import org.liaison.signin.Grant;
import org.liaison.signin.Person;
import org.liaison.signin.Role;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who may look and who may intervene. For whoever may not, there is nothing here.
final class Guard {

    private final Clock clock;

    Guard(Clock clock) {
        this.clock = clock;
    }

    /// Also says in the model whether the page may offer to intervene.
    void reads(Person person, Model model) {
        boolean operates = operates(person);
        if (!operates && !person.may(Role.AUDITOR, Grant.HUB)) throw new Absent();
        model.addAttribute("operates", operates);
        model.addAttribute("me", person.login());
    }

    /// Under the name that nobody else has.
    Operator operator(Person person) {
        if (!operates(person)) throw new Absent();
        return new Operator(person.login());
    }

    private static boolean operates(Person person) {
        return person.may(Role.OFFICER, Grant.HUB) || person.may(Role.SUPERVISOR, Grant.HUB);
    }

    Instant now() {
        return clock.instant();
    }

    /// What became of an action, shown on the page that comes next.
    static void tell(Answer answer, RedirectAttributes next) {
        switch (answer) {
            case Answer.Done(long index, String sentence) -> {
                next.addFlashAttribute("done", sentence);
                next.addFlashAttribute("entry", index);
            }
            case Answer.AwaitsSecond(var _, var _, String sentence) -> next.addFlashAttribute("done", sentence);
            case Answer.Refused(String sentence) -> next.addFlashAttribute("refused", sentence);
        }
    }

    static void refuse(IllegalArgumentException wrong, RedirectAttributes next) {
        next.addFlashAttribute("refused", String.valueOf(wrong.getMessage()));
    }
}
