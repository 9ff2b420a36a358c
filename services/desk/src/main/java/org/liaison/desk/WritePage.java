package org.liaison.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.course.Courses;
import org.liaison.desk.forms.Answers;
import org.liaison.directory.Authority;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a message begins: which kind, in whose name; and what was begun earlier.
@Controller
final class WritePage {

    private final Bench bench;
    private final Cases cases;
    private final Beginnings beginnings;
    private final Addresses addresses;

    WritePage(Bench bench, Cases cases, Beginnings beginnings, Addresses addresses) {
        this.bench = bench;
        this.cases = cases;
        this.beginnings = beginnings;
        this.addresses = addresses;
    }

    /// The kinds that open a case, by family.
    record Family(String code, List<KindOfMessage> kinds) {}

    /// What one authority can begin.
    record Place(AuthorityCode from, List<Family> families) {}

    /// In the name of one authority, or of all for which the person works.
    @GetMapping("/write")
    String write(
            Person person,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        Seat seat = new Seat(person);
        Set<AuthorityCode> seats = seat.worksFor();
        if (seats.isEmpty()) throw new Absent();
        Optional<AuthorityCode> one =
                Optional.ofNullable(as).filter(code -> !code.isEmpty()).map(seat::workingFor);
        Collection<AuthorityCode> from =
                one.<Collection<AuthorityCode>>map(List::of).orElse(seats);
        model.addAttribute("seats", seats);
        model.addAttribute("as", one.map(AuthorityCode::toString).orElse(""));
        model.addAttribute("to", to);
        model.addAttribute(
                "places",
                from.stream().map(code -> new Place(code, families(code))).toList());
        model.addAttribute("me", person.id());
        model.addAttribute("templates", beginnings.templates(seat));
        model.addAttribute(
                "sheets",
                bench.sheets().of(person.id()).stream()
                        .filter(sheet -> seats.contains(sheet.from()))
                        .toList());
        model.addAttribute("addresses", addresses);
        return "desk/write";
    }

    private static List<Family> families(AuthorityCode from) {
        Map<String, List<KindOfMessage>> families = KindOfMessage.all().stream()
                .filter(kind -> kind.senders().contains(from.kind()))
                .filter(kind -> Courses.openedBy(kind.code()).isPresent())
                .collect(Collectors.groupingBy(
                        kind -> Courses.openedBy(kind.code()).orElseThrow().family(),
                        TreeMap::new,
                        Collectors.toList()));
        return families.entrySet().stream()
                .map(one -> new Family(
                        one.getKey(),
                        one.getValue().stream()
                                .sorted(Comparator.comparing(kind -> kind.code().code()))
                                .toList()))
                .toList();
    }

    @PostMapping("/sheets")
    String begin(
            Person person,
            @RequestParam String as,
            @RequestParam String kind,
            @RequestParam(name = "case", required = false) @Nullable String inCase,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String template) {
        Seat seat = new Seat(person);
        AuthorityCode from = seat.workingFor(as);
        MessageKind code = Bench.kind(kind);
        Optional<Cases.Dossier> dossier = Optional.ofNullable(inCase)
                .filter(text -> !text.isEmpty())
                .map(text -> cases.find(Seat.caseId(text), from).orElseThrow(Absent::new));
        List<AuthorityCode> recipients = dossier.map(one -> otherSide(one, from))
                .orElseGet(() -> to == null || to.isEmpty() ? List.of() : List.of(known(to)));
        Answers taken = template == null
                ? dossier.map(one -> beginnings.ofCase(one, code)).orElse(Answers.EMPTY)
                : beginnings.ofTemplate(seat, template, from, code);
        Sheet sheet = bench.begin(seat, from, code, dossier, recipients, taken);
        return "redirect:/sheets/" + sheet.id() + (taken.isEmpty() ? "" : "?taken=true");
    }

    /// Whoever asks writes to those who were asked, and the other way round.
    private static List<AuthorityCode> otherSide(Cases.Dossier dossier, AuthorityCode from) {
        Optional<AuthorityCode> asking = dossier.view().asking();
        return asking.filter(from::equals).isPresent()
                ? dossier.view().asked()
                : asking.stream().toList();
    }

    private AuthorityCode known(String to) {
        return addresses
                .directory()
                .flatMap(directory -> directory.authorities().stream()
                        .map(Authority::code)
                        .filter(code -> code.toString().equals(to))
                        .findFirst())
                .orElseThrow(Absent::new);
    }
}
