package org.liaison.desk;

import java.util.Locale;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One piece of evidence: what it says, who signed it, where the log has it, who else saw that.
/// It says nothing of contents, so it is for everybody who may see the lists of its authority.
@Controller
@RequestMapping("/messages/{id}/evidence")
final class EvidencePage {

    private final Post post;
    private final Addresses addresses;

    EvidencePage(Post post, Addresses addresses) {
        this.post = post;
        this.addresses = addresses;
    }

    /// What proves how far a message has come towards one recipient.
    @GetMapping
    String of(Person person, @PathVariable String id, @RequestParam String as, @RequestParam String to) {
        AuthorityCode owner = new Seat(person).one(as);
        Post.Whole whole = post.whole(Seat.message(id), owner, false).orElseThrow(Absent::new);
        Post.Tick tick = whole.item().ticks().stream()
                .filter(one -> one.recipient().toString().equals(to))
                .findFirst()
                .orElseThrow(Absent::new);
        String evidence = whole.happenings().stream()
                .filter(happening -> happening.proves(tick))
                .flatMap(happening -> happening.evidenceId().stream())
                .findFirst()
                .orElseThrow(Absent::new);
        return "redirect:/messages/" + whole.item().id() + "/evidence/" + evidence + "?as=" + owner;
    }

    @GetMapping("/{evidence}")
    String one(
            Person person,
            @PathVariable String id,
            @PathVariable String evidence,
            @RequestParam String as,
            Locale locale,
            Model model) {
        AuthorityCode owner = new Seat(person).one(as);
        model.addAttribute("item", post.find(Seat.message(id), owner).orElseThrow(Absent::new));
        model.addAttribute("exhibit", exhibit(id, owner, evidence));
        model.addAttribute("addresses", addresses);
        model.addAttribute("names", new Names(addresses));
        model.addAttribute("told", new Details(Language.of(locale)));
        return "desk/evidence";
    }

    /// The signed statement itself, as anybody can check it with other programs.
    @GetMapping("/{evidence}/evidence.p7m")
    ResponseEntity<byte[]> signed(
            Person person, @PathVariable String id, @PathVariable String evidence, @RequestParam String as) {
        Bytes signed = exhibit(id, new Seat(person).one(as), evidence).signed();
        return Download.of(MediaType.APPLICATION_OCTET_STREAM, evidence + ".p7m", signed);
    }

    /// The log's proof of it (PROTOCOL.md, section 13).
    @GetMapping("/{evidence}/receipt.json")
    ResponseEntity<byte[]> receipt(
            Person person, @PathVariable String id, @PathVariable String evidence, @RequestParam String as) {
        Bytes receipt =
                exhibit(id, new Seat(person).one(as), evidence).receipt().orElseThrow(Absent::new);
        return Download.of(MediaType.APPLICATION_OCTET_STREAM, evidence + ".json", receipt);
    }

    private Post.Exhibit exhibit(String id, AuthorityCode owner, String evidence) {
        return post.exhibit(Seat.message(id), owner, evidence).orElseThrow(Absent::new);
    }

    /// Who issued evidence: an authority by its name; the hub has none in the directory.
    record Names(Addresses addresses) {
        public boolean isAuthority(String issuer) {
            try {
                AuthorityCode.parse(issuer);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        public String of(String issuer) {
            return addresses.name(AuthorityCode.parse(issuer));
        }
    }
}
