package org.liaison.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.liaison.message.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's own ways in, language and time zone. How one comes in is changed only shortly after signing in:
/// whoever finds an open screen must not make it a way in.
@Controller
@RequestMapping("/account")
final class AccountPages {

    private static final String HERE = "/account";

    private final Books books;
    private final WaysIn waysIn;
    private final Passkeys passkeys;
    private final PasswordChange passwords;
    private final Visits visits;
    private final Doors doors;

    /// What changing a password takes.
    record PasswordChange(PasswordDoor door, Passwords passwords) {}

    AccountPages(
            Books books, WaysIn waysIn, Passkeys passkeys, PasswordChange passwords, Visits visits, SignInHouse house) {
        this.books = books;
        this.waysIn = waysIn;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.visits = visits;
        this.doors = house.doors();
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return page(inside(request).account());
    }

    @PostMapping
    ModelAndView settle(
            Person person, @RequestParam String language, @RequestParam String zone, RedirectAttributes after) {
        books.persons()
                .describe(person.id(), person.name(), Language.of(language).orElse(person.language()), Zones.of(zone));
        after.addFlashAttribute("done", "signin.account.settled");
        return Onward.to(HERE + "?lang="
                + Language.of(language).orElse(person.language()).tag());
    }

    @PostMapping(value = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(Person person, HttpServletRequest request) {
        return passkeys.toRegister(person, false, request.getSession());
    }

    @PostMapping("/passkeys")
    ModelAndView add(
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            RedirectAttributes after) {
        Account account = inside(request).account();
        if (credential.isBlank()) return refused(account, "signin.script");
        return freshly(request, () -> switch (waysIn.addPasskey(
                account, () -> passkeys.register(account.person(), credential, label, request.getSession()))) {
            case WaysIn.Change.Done _ -> done(after, "signin.account.passkey-added");
            case WaysIn.Change.Refused _ -> refused(account, "signin.passkey.not-made");
        });
    }

    @PostMapping("/passkeys/{id}/label")
    ModelAndView label(Person person, @PathVariable String id, @RequestParam String label, RedirectAttributes after) {
        books.passkeys().label(person.id(), id, Passkeys.label(label));
        return done(after, "signin.account.settled");
    }

    @PostMapping("/passkeys/{id}/remove")
    ModelAndView remove(@PathVariable String id, HttpServletRequest request, RedirectAttributes after) {
        Account account = inside(request).account();
        return freshly(request, () -> switch (waysIn.removePasskey(
                account.person().id(), id)) {
            case WaysIn.Change.Done(long epoch) -> {
                visits.keep(request, epoch);
                yield done(after, "signin.account.passkey-removed");
            }
            case WaysIn.Change.Refused(WaysIn.Reason reason) ->
                refused(
                        account,
                        reason == WaysIn.Reason.LAST_WAY_IN
                                ? "signin.account.last-way-in"
                                : "signin.account.no-such-passkey");
        });
    }

    @PostMapping("/password")
    ModelAndView password(
            @RequestParam(defaultValue = "") String current,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            RedirectAttributes after) {
        Account account = inside(request).account();
        return freshly(request, () -> {
            Optional<String> complaint = complaint(account, current, password, again, request.getRemoteAddr());
            if (complaint.isPresent()) return refused(account, complaint.get());
            UUID id = account.person().id();
            if (waysIn.password(id, passwords.passwords.hash(password)) instanceof WaysIn.Change.Done(long epoch))
                visits.keep(request, epoch);
            return done(after, "signin.account.password-changed");
        });
    }

    /// The one in force is asked for where there is one, and guessing it here is guessing it.
    private Optional<String> complaint(Account account, String current, String password, String again, String address) {
        if (account.password().isPresent()) {
            PasswordDoor.Answer answer = passwords.door.knock(account.person().login(), current, address);
            if (answer instanceof PasswordDoor.Answer.Locked) return Optional.of("signin.account.locked");
            if (answer instanceof PasswordDoor.Answer.Wrong) return Optional.of("signin.account.current-wrong");
        }
        return PasswordForm.complaint(passwords.passwords, password, again, account.person());
    }

    private ModelAndView freshly(HttpServletRequest request, Supplier<ModelAndView> change) {
        if (visits.fresh(inside(request).visit())) return change.get();
        return Onward.to(Reception.signIn(Reception.Why.CONFIRM, ReturnTo.of(HERE)));
    }

    private static Visits.Standing.Inside inside(HttpServletRequest request) {
        return Objects.requireNonNull(VisitGate.inside(request), "a request for a person came in beside the gate");
    }

    private static ModelAndView done(RedirectAttributes after, String word) {
        after.addFlashAttribute("done", word);
        return Onward.to(HERE);
    }

    private ModelAndView refused(Account account, String word) {
        ModelAndView page = page(account).addObject("refused", word);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Account account) {
        return new ModelAndView("signin/account")
                .addObject("person", account.person())
                .addObject("audits", !account.person().scopes(Role.AUDITOR).isEmpty())
                .addObject(
                        "administers",
                        !account.person().scopes(Role.ADMINISTRATOR).isEmpty())
                .addObject("programs", !doors.programs().isEmpty())
                .addObject("hasPassword", account.password().isPresent())
                .addObject("linked", account.linked())
                .addObject("passkeys", books.passkeys().of(account.person().id()))
                .addObject("zones", Zones.all())
                .addObject("shortest", Passwords.SHORTEST);
    }
}
