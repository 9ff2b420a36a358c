package org.liaison.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liaison.casework.Forms;
import org.liaison.desk.forms.Preview;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Language;
import org.liaison.pages.Absent;
import org.liaison.pages.Declined;
import org.liaison.signin.Person;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One message. What came in closed is opened by a person on purpose, for the sender is told.
@Controller
@RequestMapping("/messages/{id}")
final class MessagePage {

    private final Post post;
    private final Addresses addresses;
    private final Forms forms;
    private final Sights sights;

    MessagePage(Post post, Addresses addresses, Forms forms, Sights sights) {
        this.post = post;
        this.addresses = addresses;
        this.forms = forms;
        this.sights = sights;
    }

    @GetMapping
    String message(Person person, @PathVariable String id, @RequestParam String as, Locale locale, Model model) {
        Seat seat = new Seat(person);
        AuthorityCode owner = seat.one(as);
        boolean reads = seat.reads(owner);
        Post.Whole whole = post.whole(Seat.message(id), owner, reads).orElseThrow(Absent::new);
        Post.Item item = whole.item();
        model.addAttribute("item", item);
        model.addAttribute("happenings", whole.happenings());
        model.addAttribute("sight", sights.of(owner, List.of(item), Language.of(locale)));
        entry(whole.happenings()).ifPresent(entry -> model.addAttribute("entry", entry));
        model.addAttribute("mayRead", reads);
        model.addAttribute("erased", reads && !item.unread() && whole.content().isEmpty());
        whole.content().ifPresent(read -> {
            model.addAttribute("content", read);
            model.addAttribute("parts", parts(item, read, Language.of(locale)));
        });
        model.addAttribute("addresses", addresses);
        model.addAttribute("told", new Details(Language.of(locale)));
        return "desk/message";
    }

    /// The form in words; a kind that this version does not know has none.
    private List<Preview.Part> parts(Post.Item item, Post.Content content, Language language) {
        return content.form()
                .flatMap(form -> Questionnaire.of(forms, item.kind(), language)
                        .map(questionnaire -> Preview.parts(questionnaire, form)))
                .orElse(List.of());
    }

    @PostMapping("/open")
    String open(Person person, @PathVariable String id, @RequestParam String as) {
        Seat seat = new Seat(person);
        AuthorityCode owner = seat.workingFor(as);
        Post.Item item = item(seat, id, as);
        if (!post.open(item.id(), owner)) throw new Absent();
        return "redirect:/messages/" + item.id() + "?as=" + owner;
    }

    /// Always to be saved, never shown by the browser: what others send is not a page of ours.
    @GetMapping("/files/{n}")
    ResponseEntity<byte[]> file(Person person, @PathVariable String id, @PathVariable int n, @RequestParam String as) {
        Post.Item item = readable(new Seat(person), id, as);
        return saved(MediaType.APPLICATION_OCTET_STREAM, post.attachment(item.id(), item.owner(), n), item);
    }

    @GetMapping("/paper.pdf")
    ResponseEntity<byte[]> paper(Person person, @PathVariable String id, @RequestParam String as, Locale locale) {
        Post.Item item = readable(new Seat(person), id, as);
        return saved(MediaType.APPLICATION_PDF, post.paper(item.id(), item.owner(), Language.of(locale)), item);
    }

    /// The letter is in it, so it is for whoever may read the message.
    @GetMapping("/proof.zip")
    ResponseEntity<byte[]> proof(Person person, @PathVariable String id, @RequestParam String as) {
        Post.Item item = readable(new Seat(person), id, as);
        return saved(MediaType.parseMediaType("application/zip"), post.proof(item.id(), item.owner()), item);
    }

    private Post.Item item(Seat seat, String id, String as) {
        return post.find(Seat.message(id), seat.one(as)).orElseThrow(Absent::new);
    }

    /// A message whose content the person may have now: one that came in was opened first.
    private Post.Item readable(Seat seat, String id, String as) {
        Post.Item item = item(seat, id, as);
        if (!seat.reads(item.owner()) || item.unread()) throw new Absent();
        return item;
    }

    private static ResponseEntity<byte[]> saved(MediaType type, Post.Handout handout, Post.Item item) {
        return switch (handout) {
            case Post.Handout.Saved(String name, Bytes content) -> Download.of(type, name, content);
            case Post.Handout.Nothing _ -> throw new Absent();
            case Post.Handout.NotGenuine _ -> throw declined("desk.message.not-genuine", item);
            case Post.Handout.Unprintable _ -> throw declined("desk.message.unprintable", item);
        };
    }

    private static Declined declined(String word, Post.Item item) {
        return new Declined(word, "/messages/" + item.id() + "?as=" + item.owner(), "desk.message.back");
    }

    /// The hub's acceptance, once it is proven to stand in the log.
    private static Optional<Post.Happening> entry(List<Post.Happening> happenings) {
        return happenings.stream()
                .filter(one -> one.event().equals(Optional.of(ErdsEvent.SUBMISSION_ACCEPTANCE)))
                .filter(one -> one.recorded().orElse(false))
                .findFirst();
    }
}
