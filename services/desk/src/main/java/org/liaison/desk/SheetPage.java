package org.liaison.desk;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.desk.forms.Reading;
import org.liaison.desk.forms.Refusal;
import org.liaison.desk.forms.TaskList;
import org.liaison.desk.forms.Topic;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form of a sheet: its topics, one page each. What is typed is kept at once, right or wrong.
@Controller
@RequestMapping("/sheets/{id}")
final class SheetPage {

    private final Bench bench;
    private final Addresses addresses;

    SheetPage(Bench bench, Addresses addresses) {
        this.bench = bench;
        this.addresses = addresses;
    }

    @GetMapping
    String tasks(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean taken,
            @RequestParam(required = false) @Nullable String parted,
            Locale locale,
            Model model) {
        Sheet sheet = bench.own(new Seat(person), id);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        model.addAttribute("sheet", sheet);
        model.addAttribute("tasks", bench.tasks(sheet, questionnaire));
        model.addAttribute("questionnaire", questionnaire);
        model.addAttribute("addresses", addresses);
        model.addAttribute("taken", taken);
        model.addAttribute("apart", bench.apart(sheet));
        model.addAttribute("parted", parted == null ? null : Bench.uuid(parted));
        return "desk/sheet";
    }

    /// A sheet of its own for recipients who cannot share a message with the first ones.
    @PostMapping("/part")
    String part(Person person, @PathVariable String id, @RequestParam List<String> to) {
        Sheet sheet = bench.own(new Seat(person), id);
        List<AuthorityCode> leaving = bench.apart(sheet).stream()
                .filter(group ->
                        group.stream().map(AuthorityCode::toString).toList().equals(to))
                .findFirst()
                .orElseThrow(Absent::new);
        UUID other = UUID.randomUUID();
        Bench.made(bench.sheets().part(sheet.id(), other, leaving), sheet.id());
        return "redirect:/sheets/" + sheet.id() + "?parted=" + other;
    }

    @GetMapping("/topics/{topic}")
    String topic(Person person, @PathVariable String id, @PathVariable String topic, Locale locale, Model model) {
        Sheet sheet = bench.own(new Seat(person), id);
        show(sheet, bench.questionnaire(sheet, Language.of(locale)), topic, List.of(), true, model);
        return "desk/topic";
    }

    /// Besides answers a page sends what its button wants: `add` names a list to lengthen, `remove`
    /// an entry to take out. Whoever was not `told` yet that an answer is wrong is told before the
    /// next topic; what is only missing can wait.
    @PostMapping("/topics/{topic}")
    String keep(
            Person person,
            @PathVariable String id,
            @PathVariable String topic,
            @RequestParam(defaultValue = "false") boolean told,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model) {
        Sheet sheet = bench.own(new Seat(person), id);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        Kept kept = keep(sheet.id(), questionnaire, topic, posted);
        boolean stays = posted.containsKey("add")
                || posted.containsKey("remove")
                || !kept.reading().refusals().isEmpty()
                || questionnaire.asksMore(topic, sheet.answers(), kept.sheet().answers())
                || (!told && isWrong(kept.sheet(), questionnaire, topic));
        if (stays) {
            // Whoever works without a mouse goes on at the entry that is new, or at the list that is shorter.
            String removed = posted.getFirst("remove");
            model.addAttribute("lengthened", posted.getFirst("add"));
            model.addAttribute("shortened", removed == null ? null : removed.replaceFirst("-[0-9]+$", ""));
            show(kept.sheet(), questionnaire, topic, kept.reading().refusals(), true, model);
            return "desk/topic";
        }
        return "redirect:/sheets/" + id + next(questionnaire, topic);
    }

    private boolean isWrong(Sheet sheet, Questionnaire questionnaire, String topic) {
        return bench.tasks(sheet, questionnaire).of(topic).stream().anyMatch(TaskList.Fault::answered);
    }

    /// While somebody types. Answers that it was kept, and with the questions where the answers
    /// so far call for others.
    @PostMapping("/topics/{topic}/typed")
    String typed(
            Person person,
            @PathVariable String id,
            @PathVariable String topic,
            @RequestParam(defaultValue = "false") boolean told,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model) {
        Sheet sheet = bench.own(new Seat(person), id);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        Kept kept = keep(sheet.id(), questionnaire, topic, posted);
        // Whoever was not told what is wrong when the page came is not told in the middle of a word.
        show(kept.sheet(), questionnaire, topic, kept.reading().refusals(), told, model);
        model.addAttribute("keptAt", kept.sheet().touched());
        model.addAttribute(
                "more",
                questionnaire.asksOthers(topic, sheet.answers(), kept.sheet().answers()));
        return "desk/typed :: typed";
    }

    private record Kept(Sheet sheet, Reading reading) {}

    private Kept keep(UUID id, Questionnaire questionnaire, String topic, MultiValueMap<String, String> posted) {
        if (questionnaire.topic(topic).isEmpty()) throw new Absent();
        Reading[] reading = new Reading[1];
        Sheet changed = Bench.made(
                bench.sheets().change(id, sheet -> {
                    reading[0] = read(questionnaire, sheet, topic, posted);
                    return sheet.with(reading[0].answers());
                }),
                id);
        return new Kept(changed, reading[0]);
    }

    private static Reading read(
            Questionnaire questionnaire, Sheet sheet, String topic, MultiValueMap<String, String> posted) {
        Reading read = questionnaire.read(sheet.answers(), topic, posted);
        if (!read.refusals().isEmpty()) return read;
        String add = posted.getFirst("add");
        if (add != null) return questionnaire.add(read.answers(), add);
        String remove = posted.getFirst("remove");
        return remove == null ? read : questionnaire.remove(read.answers(), remove);
    }

    private void show(
            Sheet sheet,
            Questionnaire questionnaire,
            String topic,
            List<Refusal> refusals,
            boolean reproach,
            Model model) {
        if (questionnaire.topic(topic).isEmpty()) throw new Absent();
        TaskList tasks = bench.tasks(sheet, questionnaire);
        // A page that nobody has begun is not reproached with being empty.
        boolean begun = reproach
                && questionnaire.topic(topic).orElseThrow().questions().stream()
                        .anyMatch(question -> sheet.answers().any(question.path()));
        TaskList told = begun ? tasks : new TaskList(tasks.tasks(), List.of());
        model.addAttribute("sheet", sheet);
        model.addAttribute("questionnaire", questionnaire);
        model.addAttribute("form", questionnaire.page(topic, sheet.answers(), told, sheet.attached()));
        model.addAttribute("refusals", refusals);
    }

    /// The topic behind this one; after the last the list of all.
    private static String next(Questionnaire questionnaire, String topic) {
        List<String> ids = questionnaire.topics().stream().map(Topic::id).collect(Collectors.toList());
        int at = ids.indexOf(topic);
        return at + 1 < ids.size() ? "/topics/" + ids.get(at + 1) : "";
    }

    @PostMapping("/discard")
    String discard(Person person, @PathVariable String id) {
        Sheet sheet = bench.own(new Seat(person), id);
        return switch (bench.sheets().discard(sheet.id())) {
            case Sheets.Change.Made _, Sheets.Change.Gone _ -> "redirect:/write";
            case Sheets.Change.OnAnotherDesk _ -> throw Bench.handedOver(sheet.id());
            case Sheets.Change.NotAsShown _ -> throw new Absent();
        };
    }
}
