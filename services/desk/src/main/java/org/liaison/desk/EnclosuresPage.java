package org.liaison.desk;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The files that go with a message. How much its recipients take is said before anything is uploaded.
@Controller
@RequestMapping("/sheets/{id}/files")
final class EnclosuresPage {

    private static final int MOST_FILES = 50;

    private final Bench bench;
    private final Sending sending;

    EnclosuresPage(Bench bench, Sending sending) {
        this.bench = bench;
        this.sending = sending;
    }

    @GetMapping
    String files(Person person, @PathVariable String id, Model model) {
        return show(bench.own(new Seat(person), id), null, model);
    }

    /// A file that is attached stands in the form's own list of files, too.
    @PostMapping
    String enclose(Person person, @PathVariable String id, @RequestParam MultipartFile file, Locale locale, Model model)
            throws IOException {
        Seat seat = new Seat(person);
        Sheet sheet = bench.own(seat, id);
        String wrong = wrongWith(sheet, file);
        if (wrong != null) return show(sheet, wrong, model);
        String name = String.valueOf(file.getOriginalFilename());
        Attachment attachment;
        try {
            attachment = new Attachment(name, mediaType(file.getContentType()), Bytes.owned(file.getBytes()));
        } catch (IllegalArgumentException e) {
            return show(sheet, "name", model);
        }
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        bench.made(
                bench.sheets()
                        .enclose(sheet.id(), attachment, now -> now.with(questionnaire.listing(now.answers(), name))),
                seat,
                sheet.id());
        return "redirect:/sheets/" + id + "/files";
    }

    @PostMapping("/{n}/remove")
    String remove(Person person, @PathVariable String id, @PathVariable int n, Locale locale) {
        Seat seat = new Seat(person);
        Sheet sheet = bench.own(seat, id);
        Sheet.Enclosed file =
                sheet.files().stream().filter(one -> one.n() == n).findFirst().orElseThrow(Absent::new);
        Questionnaire questionnaire = bench.questionnaire(sheet, Language.of(locale));
        bench.made(
                bench.sheets()
                        .remove(sheet.id(), n, now -> now.with(questionnaire.unlisting(now.answers(), file.name()))),
                seat,
                sheet.id());
        return "redirect:/sheets/" + id + "/files";
    }

    private @Nullable String wrongWith(Sheet sheet, MultipartFile file) {
        if (file.isEmpty()) return "empty";
        if (sheet.files().size() >= MOST_FILES) return "many";
        if (sheet.files().stream().anyMatch(one -> one.name().equals(file.getOriginalFilename()))) return "twice";
        return sheet.bytes() + file.getSize() > sending.mostBytes(sheet.travel().to()) ? "large" : null;
    }

    private String show(Sheet sheet, @Nullable String wrong, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("wrong", wrong);
        model.addAttribute("most", sending.mostBytes(sheet.travel().to()));
        return "desk/files";
    }

    private static String mediaType(@Nullable String type) {
        if (type == null || type.isBlank()) return "application/octet-stream";
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
