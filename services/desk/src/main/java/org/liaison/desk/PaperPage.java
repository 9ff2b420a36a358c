package org.liaison.desk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.pages.Declined;
import org.liaison.pages.Words;
import org.liaison.print.Press;
import org.liaison.print.Printout;
import org.liaison.print.Unprintable;
import org.liaison.signin.Person;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What is on no paper yet: a case, and what was written and not sent.
@Controller
final class PaperPage {

    /// More would keep a press for long.
    static final int MESSAGES = 200;

    private final Sources sources;
    private final Bench bench;
    private final Press press;
    private final DeskWiring.Site site;
    private final Clock clock;

    /// What a case is put on paper from.
    record Sources(Cases cases, Post post, Sights sights, Addresses addresses, Words words) {}

    PaperPage(Sources sources, Bench bench, Press press, DeskWiring.Site site, Clock clock) {
        this.sources = sources;
        this.bench = bench;
        this.press = press;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/paper.pdf")
    ResponseEntity<byte[]> ofCase(Person person, @PathVariable String id, @RequestParam String as, Locale locale) {
        AuthorityCode owner = new Seat(person).one(as);
        Language language = Language.of(locale);
        Cases.Dossier dossier = sources.cases().find(Seat.caseId(id), owner).orElseThrow(Absent::new);
        List<Post.Item> items = sources.post().ofCase(dossier.id(), owner);
        int earlier = Math.max(0, items.size() - MESSAGES);
        List<Post.Whole> messages = items.stream()
                .skip(earlier)
                .flatMap(item -> sources.post().whole(item.id(), owner, false).stream())
                .toList();
        CasePaper.File file = new CasePaper.File(
                dossier, messages, earlier, sources.sights().of(owner, items, language), person.name());
        CasePaper paper = new CasePaper(sources.words(), sources.addresses(), language);
        return saved(dossier.id() + ".pdf", press.print(paper.of(file, clock.instant())));
    }

    /// For whoever may look at its preview. It says of itself that it is a draft and was not
    /// sent.
    @GetMapping("/sheets/{id}/paper.pdf")
    ResponseEntity<byte[]> ofSheet(Person person, @PathVariable String id, Locale locale) {
        Seat seat = new Seat(person);
        Sheet sheet = bench.sheets().find(Bench.uuid(id)).orElseThrow(() -> bench.gone(seat, Bench.uuid(id)));
        SendPage.Desk.admit(sheet, seat, site.fourEyes());
        Language language = Language.of(locale);
        Bytes form = bench.questionnaire(sheet, language)
                .draft(sheet.answers(), sheet.attached())
                .bytes();
        try {
            return saved(
                    sheet.kind() + ".pdf", press.print(new Printout(sheet.kind(), form, Optional.empty(), language)));
        } catch (Unprintable e) {
            throw new Declined(
                    "desk.sheet.unprintable", "/sheets/" + sheet.id() + "/preview", "desk.sheet.handed.look");
        }
    }

    private static ResponseEntity<byte[]> saved(String name, Bytes pdf) {
        return Download.of(MediaType.APPLICATION_PDF, name, pdf);
    }
}
