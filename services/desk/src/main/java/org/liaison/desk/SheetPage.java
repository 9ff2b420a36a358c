package org.liaison.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.desk.forms.Answers;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.desk.forms.Reading;
import org.liaison.desk.forms.Refusal;
import org.liaison.desk.forms.TaskList;
import org.liaison.desk.forms.Topic;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.pages.Declined;
import org.liaison.signin.HeldForms;
import org.liaison.signin.Person;
import org.springframework.http.HttpStatus;
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
    private final HeldForms held;
    private final Hands hands = new Hands();

    SheetPage(Bench bench, Addresses addresses, HeldForms held) {
        this.bench = bench;
        this.addresses = addresses;
        this.held = held;
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
        model.addAttribute("overtaken", bench.overtaken(sheet));
        model.addAttribute("parted", parted == null ? null : Bench.uuid(parted));
        return "desk/sheet";
    }

    /// A sheet of its own for recipients who cannot share a message with the first ones.
    @PostMapping("/part")
    String part(Person person, @PathVariable String id, @RequestParam List<String> to) {
        Seat seat = new Seat(person);
        Sheet sheet = bench.own(seat, id);
        List<AuthorityCode> leaving = bench.apart(sheet).stream()
                .filter(group ->
                        group.stream().map(AuthorityCode::toString).toList().equals(to))
                .findFirst()
                .orElseThrow(Absent::new);
        UUID other = UUID.randomUUID();
        bench.made(bench.sheets().part(sheet.id(), other, leaving), seat, sheet.id());
        return "redirect:/sheets/" + sheet.id() + "?parted=" + other;
    }

    /// What was typed here when the session had ended is kept now.
    @GetMapping("/topics/{topic}")
    String topic(Person person, @PathVariable String id, @PathVariable String topic, Locale locale, Model model) {
        Seat seat = new Seat(person);
        Sheet sheet = bench.own(seat, id);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        String path = "/sheets/" + id + "/topics/" + topic;
        Optional<Kept> kept = held.take(person, path, path + "/typed")
                .map(posted -> keep(seat, sheet.id(), questionnaire, topic, posted));
        model.addAttribute("held", kept.filter(one -> !one.elsewhere()).isPresent());
        return show(kept.orElseGet(() -> Kept.asItIs(sheet)), questionnaire, topic, true, model);
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
        Seat seat = new Seat(person);
        Sheet sheet = bench.own(seat, id);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        Kept kept = keep(seat, sheet.id(), questionnaire, topic, posted);
        boolean stays = posted.containsKey("add")
                || posted.containsKey("remove")
                || kept.elsewhere()
                || !kept.refusals().isEmpty()
                || questionnaire.asksMore(topic, sheet.answers(), kept.sheet().answers())
                || (!told && isWrong(kept.sheet(), questionnaire, topic));
        if (stays) {
            // Whoever works without a mouse goes on at the entry that is new, or at the list that is shorter.
            String removed = posted.getFirst("remove");
            model.addAttribute("lengthened", posted.getFirst("add"));
            model.addAttribute("shortened", removed == null ? null : removed.replaceFirst("-[0-9]+$", ""));
            return show(kept, questionnaire, topic, true, model);
        }
        return "redirect:/sheets/" + id + next(questionnaire, topic);
    }

    private boolean isWrong(Sheet sheet, Questionnaire questionnaire, String topic) {
        return bench.tasks(sheet, questionnaire).of(topic).stream().anyMatch(TaskList.Fault::answered);
    }

    /// While somebody types. Answers that it was kept, and with the questions where the answers
    /// so far call for others; or why it is not kept, where the sheet is on another desk or was sent.
    @PostMapping("/topics/{topic}/typed")
    String typed(
            Person person,
            @PathVariable String id,
            @PathVariable String topic,
            @RequestParam(defaultValue = "false") boolean told,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            return typed(new Seat(person), id, topic, told, posted, locale, model);
        } catch (Declined why) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("unkept", why);
            return "desk/typed :: unkept";
        }
    }

    private String typed(
            Seat seat,
            String id,
            String topic,
            boolean told,
            MultiValueMap<String, String> posted,
            Locale locale,
            Model model) {
        Sheet sheet = bench.own(seat, id);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        Kept kept = keep(seat, sheet.id(), questionnaire, topic, posted);
        // Whoever was not told what is wrong when the page came is not told in the middle of a word.
        show(kept, questionnaire, topic, told, model);
        if (!kept.elsewhere()) model.addAttribute("keptAt", kept.sheet().touched());
        model.addAttribute(
                "more",
                questionnaire.asksOthers(topic, sheet.answers(), kept.sheet().answers()));
        return "desk/typed :: typed";
    }

    /// The sheet with what was posted. `elsewhere`: its topic was changed from another page and is not what this one
    /// shows, so nothing was written; whoever posts the page that says so has seen it.
    private record Kept(Sheet sheet, List<Refusal> refusals, boolean elsewhere) {
        static Kept asItIs(Sheet sheet) {
            return new Kept(sheet, List.of(), false);
        }
    }

    private Kept keep(
            Seat seat, UUID id, Questionnaire questionnaire, String topic, MultiValueMap<String, String> posted) {
        if (questionnaire.topic(topic).isEmpty()) throw new Absent();
        Optional<Hands.Page> page = Hands.Page.of(posted);
        Kept[] kept = new Kept[1];
        Sheet now = bench.made(
                bench.sheets().change(id, sheet -> {
                    Reading reading = read(questionnaire, sheet, topic, posted);
                    Sheet with = sheet.with(reading.answers());
                    boolean elsewhere = !hands.mayWrite(id, topic, page, questionnaire.state(topic, sheet.answers()));
                    kept[0] = new Kept(with, reading.refusals(), elsewhere);
                    return elsewhere ? sheet : with;
                }),
                seat,
                id);
        return kept[0].elsewhere() ? kept[0] : new Kept(now, kept[0].refusals(), false);
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

    private String show(Kept kept, Questionnaire questionnaire, String topic, boolean reproach, Model model) {
        Sheet sheet = kept.sheet();
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
        model.addAttribute("refusals", kept.refusals());
        model.addAttribute("elsewhere", kept.elsewhere());
        model.addAttribute("pageId", UUID.randomUUID());
        model.addAttribute("shown", questionnaire.state(topic, stored(kept)));
        return "desk/topic";
    }

    /// What lies there, whatever the page shows.
    private Answers stored(Kept kept) {
        return kept.elsewhere()
                ? bench.sheets()
                        .find(kept.sheet().id())
                        .orElseThrow(Absent::new)
                        .answers()
                : kept.sheet().answers();
    }

    /// The topic behind this one; after the last the list of all.
    private static String next(Questionnaire questionnaire, String topic) {
        List<String> ids = questionnaire.topics().stream().map(Topic::id).collect(Collectors.toList());
        int at = ids.indexOf(topic);
        return at + 1 < ids.size() ? "/topics/" + ids.get(at + 1) : "";
    }

    @PostMapping("/discard")
    String discard(Person person, @PathVariable String id) {
        Seat seat = new Seat(person);
        Sheet sheet = bench.own(seat, id);
        bench.made(bench.sheets().discard(sheet.id()), seat, sheet.id());
        return "redirect:/write";
    }
}
