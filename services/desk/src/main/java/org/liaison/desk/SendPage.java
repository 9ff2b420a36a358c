package org.liaison.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.casework.Problem;
import org.liaison.desk.forms.Preview;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.liaison.signin.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The last look: exactly what each recipient will see. Then it is sent, or given to a supervisor where two people must
/// agree.
@Controller
@RequestMapping("/sheets/{id}")
final class SendPage {

    private final Bench bench;
    private final Sending sending;
    private final Addresses addresses;
    private final DeskWiring.Site site;

    SendPage(Bench bench, Sending sending, Addresses addresses, DeskWiring.Site site) {
        this.bench = bench;
        this.sending = sending;
        this.addresses = addresses;
        this.site = site;
    }

    @GetMapping("/preview")
    String preview(Person person, @PathVariable String id, Locale locale, Model model) {
        Seat seat = new Seat(person);
        Sheet sheet = visible(seat, id);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        return show(seat, sheet, questionnaire, bench.check(sheet, questionnaire), model);
    }

    /// Whoever may send: the author where one pair of eyes is enough, else a supervisor who is somebody else.
    @PostMapping("/send")
    String send(Person person, @PathVariable String id, Locale locale, Model model) {
        Seat seat = new Seat(person);
        Sheet sheet = visible(seat, id);
        if (!maySend(seat, sheet)) throw new Absent();
        return switch (sending.send(sheet)) {
            case Sending.Outcome.Sent(var message, var _) -> "redirect:/messages/" + message + "?as=" + sheet.from();
            case Sending.Outcome.Refused(List<Sending.Obstacle> obstacles) -> {
                Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
                yield show(seat, sheet, questionnaire, bench.check(sheet, questionnaire, obstacles), model);
            }
        };
    }

    @PostMapping("/hand-over")
    String handOver(Person person, @PathVariable String id, Locale locale, Model model) {
        Seat seat = new Seat(person);
        Sheet sheet = bench.own(seat, id);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        Bench.Check check = bench.check(sheet, questionnaire);
        if (!check.clear()) return show(seat, sheet, questionnaire, check, model);
        bench.sheets().change(sheet.id(), now -> now.handedBy(Optional.of(person.id())));
        return "redirect:/write";
    }

    /// The supervisor gives it back to its author.
    @PostMapping("/give-back")
    String giveBack(Person person, @PathVariable String id) {
        Seat seat = new Seat(person);
        Sheet sheet = visible(seat, id);
        if (sheet.handedBy().isEmpty()) throw new Absent();
        bench.sheets().change(sheet.id(), now -> now.handedBy(Optional.empty()));
        return "redirect:/release";
    }

    private Sheet visible(Seat seat, String id) {
        Sheet sheet = bench.sheets().find(Bench.uuid(id)).orElseThrow(Absent::new);
        boolean authors = sheet.author().equals(seat.person().id()) && seat.reads(sheet.from());
        boolean supervisors = sheet.handedBy().isPresent() && seat.person().may(Role.SUPERVISOR, sheet.from());
        if (!authors && !supervisors) throw new Absent();
        return sheet;
    }

    private boolean maySend(Seat seat, Sheet sheet) {
        if (!site.fourEyes())
            return sheet.author().equals(seat.person().id()) && sheet.handedBy().isEmpty();
        return sheet.handedBy().isPresent()
                && seat.person().may(Role.SUPERVISOR, sheet.from())
                && !sheet.author().equals(seat.person().id());
    }

    /// What one kind of recipient will see, and who of the recipients is of that kind.
    record Seen(Preview preview, List<String> names) {}

    private String show(Seat seat, Sheet sheet, Questionnaire questionnaire, Bench.Check check, Model model) {
        List<Problem> around = check.around();
        model.addAttribute("sheet", sheet);
        model.addAttribute("questionnaire", questionnaire);
        model.addAttribute("tasks", check.tasks());
        model.addAttribute("around", around);
        model.addAttribute("clear", check.clear() && !sheet.travel().to().isEmpty());
        model.addAttribute("maySend", maySend(seat, sheet));
        model.addAttribute(
                "mayHandOver",
                site.fourEyes()
                        && sheet.handedBy().isEmpty()
                        && sheet.author().equals(seat.person().id()));
        model.addAttribute(
                "mayGiveBack", sheet.handedBy().isPresent() && seat.person().may(Role.SUPERVISOR, sheet.from()));
        model.addAttribute("seen", check.tasks().isComplete() ? seen(sheet, questionnaire) : List.of());
        model.addAttribute("addresses", addresses);
        return "desk/preview";
    }

    private List<Seen> seen(Sheet sheet, Questionnaire questionnaire) {
        Set<AuthorityKind> kinds = new TreeSet<>();
        sheet.travel().to().forEach(to -> kinds.add(to.kind()));
        var form = questionnaire.draft(sheet.answers(), sheet.attached()).bytes();
        return kinds.stream()
                .filter(kind -> questionnaire.kind().recipients().contains(kind))
                .map(kind -> new Seen(
                        Preview.of(questionnaire, form, kind, sheet.attached().keySet()),
                        sheet.travel().to().stream()
                                .filter(to -> to.kind() == kind)
                                .map(addresses::name)
                                .toList()))
                .toList();
    }
}
