package org.liaison.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who may come in here and do what: for administrators. For everybody else there is no such page.
@Controller
@RequestMapping("/persons")
final class PersonsPages {

    private static final int EVENTS = 50;
    static final int PAGE = 50;

    private final Administration administration;
    private final Books books;
    private final Enrolment enrolment;
    private final AccessTokens tokens;

    PersonsPages(Administration administration, Books books, Enrolment enrolment, AccessTokens tokens) {
        this.administration = administration;
        this.books = books;
        this.enrolment = enrolment;
        this.tokens = tokens;
    }

    @GetMapping
    ModelAndView list(Person by, @RequestParam(required = false) @Nullable String after) {
        Optional<UUID> last = Optional.ofNullable(after).map(PersonsPages::id);
        return listPage(administrator(by), last, new Typed("", "", Set.of()));
    }

    /// What was typed into an invitation.
    record Typed(String login, String name, Set<String> grants) {}

    @PostMapping
    ModelAndView invite(
            Person by,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable List<String> grant) {
        Optional<Set<Grant>> grants = grants(grant);
        Administration.Change change = grants.isEmpty()
                ? new Administration.Change.Refused(Administration.Reason.NO_GRANT)
                : administration.invite(administrator(by), login, name, grants.get());
        return switch (change) {
            case Administration.Change.Linked linked -> linkPage(linked);
            case Administration.Change.Done _ -> Onward.to("/persons");
            case Administration.Change.Refused(Administration.Reason reason) -> {
                ModelAndView page = listPage(
                                by,
                                Optional.empty(),
                                new Typed(login, name, grant == null ? Set.of() : Set.copyOf(grant)))
                        .addObject("refused", word(reason));
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    @GetMapping("/{id}")
    ModelAndView show(Person by, @PathVariable String id) {
        return personPage(administrator(by), id(id));
    }

    @PostMapping("/{id}/grants")
    ModelAndView regrant(
            Person by,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> grant,
            RedirectAttributes after) {
        Set<Grant> grants = grants(grant).orElseThrow(PersonsPages::nothing);
        return answer(by, id, administration.regrant(administrator(by), id(id), grants), after);
    }

    @PostMapping("/{id}/disable")
    ModelAndView disable(Person by, @PathVariable String id, RedirectAttributes after) {
        return answer(by, id, administration.disable(administrator(by), id(id)), after);
    }

    @PostMapping("/{id}/enable")
    ModelAndView enable(Person by, @PathVariable String id, RedirectAttributes after) {
        return answer(by, id, administration.enable(administrator(by), id(id)), after);
    }

    @PostMapping("/{id}/unlock")
    ModelAndView unlock(Person by, @PathVariable String id, RedirectAttributes after) {
        return answer(by, id, administration.unlock(administrator(by), id(id)), after);
    }

    @PostMapping("/{id}/link")
    ModelAndView link(Person by, @PathVariable String id, RedirectAttributes after) {
        return answer(by, id, administration.link(administrator(by), id(id)), after);
    }

    @PostMapping("/{id}/tokens/{token}/revoke")
    ModelAndView revoke(Person by, @PathVariable String id, @PathVariable String token, RedirectAttributes after) {
        return answer(by, id, administration.revoke(administrator(by), id(id), id(token)), after);
    }

    private ModelAndView answer(Person by, String id, Administration.Change change, RedirectAttributes after) {
        return switch (change) {
            case Administration.Change.Linked linked -> linkPage(linked);
            case Administration.Change.Done _ -> {
                after.addFlashAttribute("done", "signin.persons.done");
                yield Onward.to(by.id().equals(id(id)) ? "/persons" : "/persons/" + id(id));
            }
            case Administration.Change.Refused(Administration.Reason reason) -> {
                if (reason == Administration.Reason.NOT_YOURS) throw nothing();
                ModelAndView page = personPage(by, id(id)).addObject("refused", word(reason));
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    private ModelAndView listPage(Person by, Optional<UUID> last, Typed typed) {
        List<Account> found = administration.persons(by, last, PAGE + 1);
        List<Account> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new ModelAndView("signin/persons")
                .addObject("persons", shown)
                .addObject("first", last.isEmpty())
                .addObject(
                        "next", found.size() > PAGE ? shown.getLast().person().id() : null)
                .addObject("scopes", by.scopes(Role.ADMINISTRATOR))
                .addObject("roles", Role.values())
                .addObject("typed", typed);
    }

    private ModelAndView personPage(Person by, UUID id) {
        Account account = administration.person(by, id).orElseThrow(PersonsPages::nothing);
        return new ModelAndView("signin/person")
                .addObject("account", account)
                .addObject(
                        "held",
                        account.person().grants().stream().map(Grant::toString).collect(Collectors.toSet()))
                .addObject("locked", books.attempts().locked(account.person().login()))
                .addObject("tokens", tokens.of(account))
                .addObject("wholly", administration.wholly(by, account.person()))
                .addObject("pending", enrolment.pending(id).orElse(null))
                .addObject("scopes", by.scopes(Role.ADMINISTRATOR))
                .addObject("roles", Role.values())
                .addObject("events", books.events().of(id, EVENTS));
    }

    /// The only page that ever shows the link.
    private static ModelAndView linkPage(Administration.Change.Linked linked) {
        return new ModelAndView("signin/link")
                .addObject("name", linked.person().name())
                .addObject("address", linked.link().address().toString())
                .addObject("expires", linked.link().expires());
    }

    private static Person administrator(Person by) {
        if (by.scopes(Role.ADMINISTRATOR).isEmpty()) throw nothing();
        return by;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw nothing();
        }
    }

    /// Empty when one of them is none: only a forged form says so.
    private static Optional<Set<Grant>> grants(@Nullable List<String> texts) {
        try {
            return Optional.of(
                    texts == null ? Set.of() : texts.stream().map(Grant::parse).collect(Collectors.toSet()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String word(Administration.Reason reason) {
        return "signin.persons." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
