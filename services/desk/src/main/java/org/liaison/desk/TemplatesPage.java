package org.liaison.desk;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liaison.desk.forms.Answers;
import org.liaison.desk.forms.Reusable;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.liaison.signin.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps what of a sheet is about no person, to begin other sheets with. The officer chooses,
/// field by field, and sees what is kept.
@Controller
final class TemplatesPage {

    private final Bench bench;
    private final Templates templates;

    TemplatesPage(Bench bench, Templates templates) {
        this.bench = bench;
        this.templates = templates;
    }

    @GetMapping("/sheets/{id}/template")
    String offer(Person person, @PathVariable String id, Locale locale, Model model) {
        Sheet sheet = bench.own(new Seat(person), id);
        return show(sheet, reusable(sheet, locale), null, model);
    }

    @PostMapping("/sheets/{id}/template")
    String keep(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(name = "keep", required = false) @Nullable List<String> keep,
            Locale locale,
            Model model) {
        Sheet sheet = bench.own(new Seat(person), id);
        Reusable reusable = reusable(sheet, locale);
        Answers chosen = reusable.chosen(keep == null ? List.of() : keep);
        String called = name.strip();
        if (called.isEmpty() || called.length() > Template.LONGEST_NAME) return show(sheet, reusable, "name", model);
        if (chosen.isEmpty()) return show(sheet, reusable, "nothing", model);
        templates.keep(
                new Template(UUID.randomUUID(), person.id(), sheet.from(), sheet.kind(), shared, called, chosen));
        return "redirect:/write?as=" + sheet.from() + "#templates";
    }

    /// One's own; of what is shared also a supervisor of the authority.
    @PostMapping("/templates/{id}/discard")
    String discard(Person person, @PathVariable String id) {
        Seat seat = new Seat(person);
        Template template = templates
                .find(Bench.uuid(id))
                .filter(one -> seat.reads(one.owner()) && one.isOffered(person.id()))
                .filter(one -> one.author().equals(person.id()) || person.may(Role.SUPERVISOR, one.owner()))
                .orElseThrow(Absent::new);
        templates.discard(template.id());
        return "redirect:/write?as=" + template.owner() + "#templates";
    }

    private Reusable reusable(Sheet sheet, Locale locale) {
        return Reusable.of(bench.questionnaire(sheet, Language.of(locale)), sheet.answers());
    }

    private static String show(Sheet sheet, Reusable reusable, @Nullable String wrong, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("fields", reusable.fields());
        model.addAttribute("longest", Template.LONGEST_NAME);
        model.addAttribute("wrong", wrong);
        return "desk/template";
    }
}
