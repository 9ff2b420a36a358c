package org.liaison.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageId;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.liaison.signin.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Messages, newest first.
@Controller
final class InboxPage {

    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_SEARCH = 200;

    private final Post post;
    private final Addresses addresses;

    InboxPage(Post post, Addresses addresses) {
        this.post = post;
        this.addresses = addresses;
    }

    /// Whoever reads nothing here, but says who does, begins there.
    @GetMapping("/")
    String start(Person person) {
        return new Seat(person).sees().isEmpty() && administers(person) ? "redirect:/persons" : "redirect:/inbox";
    }

    private static boolean administers(Person person) {
        return !person.scopes(Role.ADMINISTRATOR).isEmpty();
    }

    @GetMapping("/inbox")
    String inbox(
            Person person,
            @RequestParam(defaultValue = "received") String box,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        fill(person, Boxes.of(box), as, before, model);
        return "desk/inbox";
    }

    /// The list alone, for a page that is open already.
    @GetMapping("/inbox/list")
    String list(
            Person person,
            @RequestParam(defaultValue = "received") String box,
            @RequestParam(required = false) @Nullable String as,
            Model model) {
        fill(person, Boxes.of(box), as, null, model);
        return "desk/messages :: list";
    }

    @GetMapping("/search")
    String search(Person person, @RequestParam(defaultValue = "") String words, Model model) {
        Seat seat = new Seat(person);
        String sought = words.strip();
        boolean tooLong = sought.length() > LONGEST_SEARCH;
        List<Post.Item> found = sought.isEmpty() || tooLong ? List.of() : found(sought, seat);
        model.addAttribute("words", sought);
        model.addAttribute("tooLong", tooLong);
        model.addAttribute("writes", !seat.worksFor().isEmpty());
        model.addAttribute("full", found.size() >= ON_A_PAGE);
        model.addAttribute("items", found);
        model.addAttribute("addresses", addresses);
        return "desk/search";
    }

    /// By their contents where the person reads them; by the number of the case or message in every list it sees, also
    /// what nobody has opened yet.
    private List<Post.Item> found(String sought, Seat seat) {
        Map<List<Object>, Post.Item> found = new LinkedHashMap<>();
        Consumer<Post.Item> add = item -> found.putIfAbsent(List.of(item.id(), item.owner()), item);
        for (AuthorityCode owner : seat.sees()) {
            Seat.asCaseId(sought).ifPresent(id -> post.ofCase(id, owner).forEach(add));
            Seat.asMessage(sought).flatMap(id -> post.find(id, owner)).ifPresent(add);
        }
        post.search(sought, seat.worksFor(), ON_A_PAGE).forEach(add);
        return List.copyOf(found.values());
    }

    private void fill(Person person, Post.Box box, @Nullable String as, @Nullable String before, Model model) {
        Seat seat = new Seat(person);
        Optional<MessageId> last = Optional.ofNullable(before).map(Seat::message);
        List<Post.Item> items = post.list(box, seat.of(as), last, ON_A_PAGE);
        model.addAttribute("box", Boxes.slug(box));
        model.addAttribute("boxes", Boxes.ALL);
        model.addAttribute("as", as);
        model.addAttribute("seats", seat.sees());
        model.addAttribute("writes", !seat.worksFor().isEmpty());
        model.addAttribute("administers", administers(person));
        model.addAttribute("items", items);
        model.addAttribute(
                "older", items.size() < ON_A_PAGE ? null : items.getLast().id());
        model.addAttribute("paged", before != null);
        model.addAttribute("addresses", addresses);
    }

    /// Boxes as addresses write them.
    private static final class Boxes {

        static final List<String> ALL =
                Arrays.stream(Post.Box.values()).map(Boxes::slug).toList();

        static Post.Box of(String slug) {
            for (Post.Box box : Post.Box.values()) if (slug(box).equals(slug)) return box;
            throw new Absent();
        }

        static String slug(Post.Box box) {
            return box.name().toLowerCase(Locale.ROOT);
        }
    }
}
