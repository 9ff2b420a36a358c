package org.liaison.desk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.liaison.desk.forms.Preview;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.desk.forms.Said;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Digest;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.pages.Declined;
import org.liaison.signin.Person;
import org.liaison.signin.Persons;
import org.liaison.signin.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The last look: exactly what each recipient will see. Then it is sent, or given to a supervisor where two people must
/// agree.
@Controller
@RequestMapping("/sheets/{id}")
final class SendPage {

    private final Bench bench;
    private final Sending sending;
    private final Addresses addresses;
    private final Persons persons;
    private final DeskWiring.Site site;

    SendPage(Bench bench, Sending sending, Addresses addresses, Persons persons, DeskWiring.Site site) {
        this.persons = persons;
        this.bench = bench;
        this.sending = sending;
        this.addresses = addresses;
        this.site = site;
    }

    @GetMapping("/preview")
    String preview(Person person, @PathVariable String id, Locale locale, Model model) {
        Desk desk = desk(person, id);
        return show(desk, locale, false, model);
    }

    /// `shown` is the digest of what the page showed that had the button.
    @PostMapping("/send")
    String send(Person person, @PathVariable String id, @RequestParam String shown, Locale locale, Model model) {
        Desk desk = desk(person, id);
        Sheet sheet = desk.sheet();
        return switch (sending.send(new Sending.Order(sheet.id(), person.id(), site.fourEyes(), digest(shown)))) {
            case Sending.Outcome.Sent(var message, var _) -> "redirect:/messages/" + message + "?as=" + sheet.from();
            case Sending.Outcome.NotTheirs _ -> throw taken(person, id);
            case Sending.Outcome.NotAsShown _ -> show(desk(person, id), locale, true, model);
            case Sending.Outcome.Busy _ ->
                throw new Declined("desk.send.busy", "/sheets/" + sheet.id() + "/preview", "desk.sheet.handed.look");
            case Sending.Outcome.Refused(List<Sending.Obstacle> obstacles) -> {
                Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
                yield show(desk, questionnaire, bench.check(sheet, questionnaire, obstacles), model);
            }
        };
    }

    @PostMapping("/hand-over")
    String handOver(Person person, @PathVariable String id, @RequestParam String shown, Locale locale, Model model) {
        Desk desk = desk(person, id);
        if (desk.sheet().handedBy().filter(person.id()::equals).isPresent())
            throw Bench.handedOver(desk.sheet().id());
        if (!desk.mayHandOver()) return show(desk, locale, false, model);
        Questionnaire questionnaire = bench.questionnaire(desk.sheet(), Language.of(locale));
        Bench.Check check = bench.check(desk.sheet(), questionnaire);
        if (!check.clear()) return show(desk, questionnaire, check, model);
        return switch (bench.sheets().handOver(desk.sheet().id(), digest(shown))) {
            case Sheets.Change.Made _ -> "redirect:/write";
            case Sheets.Change.NotAsShown _ -> show(desk(person, id), locale, true, model);
            case Sheets.Change.OnAnotherDesk _ ->
                throw Bench.handedOver(desk.sheet().id());
            case Sheets.Change.Gone _ -> throw taken(person, id);
        };
    }

    /// The supervisor gives it back to its author, or the author takes it back.
    @PostMapping("/give-back")
    String giveBack(Person person, @PathVariable String id) {
        Desk desk = desk(person, id);
        if (!desk.mayGiveBack() && !desk.mayTakeBack()) throw new Absent();
        return switch (bench.sheets().giveBack(desk.sheet().id())) {
            case Sheets.Change.Made _ ->
                desk.mayTakeBack() ? "redirect:/sheets/" + desk.sheet().id() : "redirect:/release";
            case Sheets.Change.OnAnotherDesk _, Sheets.Change.NotAsShown _, Sheets.Change.Gone _ ->
                throw taken(person, id);
        };
    }

    /// Somebody else was quicker: what is to be said of the sheet as it is now.
    private RuntimeException taken(Person person, String id) {
        desk(person, id);
        return new Absent();
    }

    private static Digest digest(String shown) {
        try {
            return Digest.ofHex(shown);
        } catch (IllegalArgumentException e) {
            throw new Absent();
        }
    }

    /// A sheet and what the person who looks at it may do with it. `isStuck`: a second person must release it, and
    /// nobody but its author could.
    record Desk(
            Sheet sheet,
            boolean mayHandOver,
            boolean maySend,
            boolean mayGiveBack,
            boolean mayTakeBack,
            boolean isStuck) {

        /// Absent for whoever is neither its author nor a supervisor to whom it was handed.
        static void admit(Sheet sheet, Seat seat, boolean fourEyes) {
            if (isAuthor(sheet, seat) || isAskedToRelease(sheet, seat)) return;
            throw fourEyes && seat.person().may(Role.SUPERVISOR, sheet.from()) ? Bench.withAuthor() : new Absent();
        }

        static Desk of(Sheet sheet, Seat seat, boolean fourEyes, List<Person> supervisors) {
            admit(sheet, seat, fourEyes);
            boolean author = isAuthor(sheet, seat);
            boolean supervisor = isAskedToRelease(sheet, seat);
            boolean needsRelease = fourEyes && author && sheet.handedBy().isEmpty();
            boolean isStuck = supervisors.stream().map(Person::id).allMatch(sheet.author()::equals);
            return new Desk(
                    sheet,
                    needsRelease && !isStuck,
                    (fourEyes ? supervisor : author)
                            && sheet.isSentBy(seat.person().id(), fourEyes),
                    supervisor && !author,
                    author && sheet.handedBy().isPresent(),
                    fourEyes && isStuck);
        }

        private static boolean isAuthor(Sheet sheet, Seat seat) {
            return sheet.author().equals(seat.person().id()) && seat.reads(sheet.from());
        }

        private static boolean isAskedToRelease(Sheet sheet, Seat seat) {
            return sheet.handedBy().isPresent() && seat.person().may(Role.SUPERVISOR, sheet.from());
        }
    }

    private Desk desk(Person person, String id) {
        Seat seat = new Seat(person);
        UUID sheetId = Bench.uuid(id);
        Sheet sheet = bench.sheets().find(sheetId).orElseThrow(() -> bench.gone(seat, sheetId));
        return Desk.of(sheet, seat, site.fourEyes(), persons.with(sheet.from().toString(), Role.SUPERVISOR));
    }

    /// What one kind of recipient will see, and who of the recipients is of that kind.
    record Seen(Preview preview, List<String> names) {}

    private String show(Desk desk, Locale locale, boolean changed, Model model) {
        model.addAttribute("changed", changed);
        Questionnaire questionnaire = bench.questionnaire(desk.sheet(), Language.of(locale));
        return show(desk, questionnaire, bench.check(desk.sheet(), questionnaire), model);
    }

    private String show(Desk desk, Questionnaire questionnaire, Bench.Check check, Model model) {
        Sheet sheet = desk.sheet();
        model.addAttribute("desk", desk);
        model.addAttribute("sheet", sheet);
        model.addAttribute("shown", sheet.digest().toHex());
        model.addAttribute("questionnaire", questionnaire);
        model.addAttribute("tasks", check.tasks());
        model.addAttribute(
                "around",
                check.around().stream()
                        .map(problem -> Said.of(problem, questionnaire.language()))
                        .toList());
        model.addAttribute("clear", check.clear() && !sheet.travel().to().isEmpty());
        model.addAttribute("seen", check.tasks().isComplete() ? seen(sheet, questionnaire) : List.of());
        model.addAttribute("overtaken", bench.overtaken(sheet));
        model.addAttribute("addresses", addresses);
        model.addAttribute("apart", sheet.handedBy().isEmpty() ? bench.apart(sheet) : List.of());
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
