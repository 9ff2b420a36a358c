package org.liaison.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liaison.casework.course.Actor;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Deadline;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// One case: where it stands, what is due, what may be done next and by whom, and what was said.
@Controller
final class CasePage {

    private final Cases cases;
    private final Post post;
    private final Addresses addresses;
    private final Sights sights;
    private final Clock clock;

    CasePage(Cases cases, Post post, Addresses addresses, Sights sights, Clock clock) {
        this.cases = cases;
        this.post = post;
        this.addresses = addresses;
        this.sights = sights;
        this.clock = clock;
    }

    /// What one party may send now: first what moves the case on. `ours` is whether the reader works for it.
    record Moves(AuthorityCode party, Actor actor, boolean ours, List<MessageKind> onward, List<MessageKind> besides) {}

    @GetMapping("/cases/{id}")
    String one(Person person, @PathVariable String id, @RequestParam String as, Locale locale, Model model) {
        Seat seat = new Seat(person);
        AuthorityCode owner = seat.one(as);
        Cases.Dossier dossier = cases.find(Seat.caseId(id), owner).orElseThrow(Absent::new);
        Instant now = clock.instant();
        model.addAttribute("dossier", dossier);
        model.addAttribute("card", CaseCard.of(dossier, now));
        model.addAttribute("deadlines", ordered(dossier.deadlines()));
        model.addAttribute("now", now);
        model.addAttribute("moves", moves(dossier.view(), owner, seat));
        List<Post.Item> items = post.ofCase(dossier.id(), owner);
        model.addAttribute("items", items);
        model.addAttribute("sight", sights.of(owner, items, Language.of(locale)));
        model.addAttribute("owner", owner);
        model.addAttribute("addresses", addresses);
        model.addAttribute("told", new Details(Language.of(locale)));
        model.addAttribute("zones", new Zones(addresses));
        return "desk/case";
    }

    private static List<Moves> moves(CaseView view, AuthorityCode owner, Seat seat) {
        return Stream.concat(view.asking().stream(), view.asked().stream())
                .distinct()
                .map(party -> moves(view, party, party.equals(owner) && seat.reads(owner)))
                .toList();
    }

    private static Moves moves(CaseView view, AuthorityCode party, boolean ours) {
        Set<MessageKind> onward = view.onward(party);
        List<MessageKind> besides = view.allowed(party).stream()
                .filter(kind -> !onward.contains(kind))
                .toList();
        return new Moves(party, view.actor(party).orElseThrow(), ours, List.copyOf(onward), besides);
    }

    /// The next first; those that stand still last.
    static List<Deadline> ordered(List<Deadline> deadlines) {
        return deadlines.stream()
                .sorted(Comparator.comparing(
                        (Deadline deadline) -> deadline.due().orElse(Instant.MAX)))
                .toList();
    }

    /// The zone of the desk that must act.
    record Zones(Addresses addresses) {
        public Optional<ZoneId> of(AuthorityCode code) {
            return addresses
                    .directory()
                    .flatMap(directory -> directory.authority(code))
                    .map(authority -> authority
                            .contact()
                            .calendar()
                            .map(calendar -> calendar.zoneId())
                            .orElseGet(() -> ZoneOffset.of(authority.contact().utcOffset())));
        }
    }
}
