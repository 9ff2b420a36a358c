package org.liaison.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.liaison.message.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/// What an enrolment link opens: first who you are, then how you will come in from now on.
@Controller
@RequestMapping("/enrol/{token}")
final class EnrolPages {

    private final Enrolment enrolment;
    private final Books books;
    private final Ways ways;
    private final LocaleResolver locales;

    /// The ways somebody can come in from now on, and the one in now.
    record Ways(Passkeys passkeys, Passwords passwords, Arrival arrival, SignInSettings settings) {}

    EnrolPages(Enrolment enrolment, Books books, Ways ways, LocaleResolver locales) {
        this.enrolment = enrolment;
        this.books = books;
        this.ways = ways;
        this.locales = locales;
    }

    @GetMapping
    ModelAndView who(@PathVariable String token, HttpServletRequest request) {
        return opened(token, invitation -> {
            Person person = invitation.account().person();
            Language language =
                    Language.of(locales.resolveLocale(request).toLanguageTag()).orElse(person.language());
            return whoPage(
                            token,
                            invitation,
                            new Typed(
                                    invitation.first() ? "" : person.name(),
                                    person.login(),
                                    language,
                                    person.zone().getId()))
                    .addObject("zoneIsGuess", true);
        });
    }

    /// What was typed, right or wrong, so that nobody types it twice.
    record Typed(String name, String login, Language language, String zone) {}

    @PostMapping
    ModelAndView describe(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String login,
            @RequestParam String language,
            @RequestParam String zone) {
        return opened(token, invitation -> {
            Typed typed = new Typed(
                    name.strip(), Persons.login(login), Language.of(language).orElse(Language.EN), zone);
            boolean named = Person.isName(typed.name);
            boolean called = !invitation.first() || Person.isLogin(typed.login);
            if (!named || !called) {
                ModelAndView page = whoPage(token, invitation, typed)
                        .addObject("nameWrong", !named)
                        .addObject("loginWrong", !called);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return page;
            }
            enrolment.describe(invitation, typed.name, typed.login, typed.language, Zones.of(zone));
            return Onward.to("/enrol/" + token + "/way?lang=" + typed.language.tag());
        });
    }

    @GetMapping("/way")
    ModelAndView way(@PathVariable String token) {
        return opened(token, invitation -> wayPage(token, invitation));
    }

    @PostMapping(value = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(@PathVariable String token, HttpServletRequest request) {
        Optional<Enrolment.Invitation> invitation = enrolment.open(token);
        if (invitation.isEmpty()) return ResponseEntity.notFound().build();
        return ResponseEntity.ok(
                ways.passkeys.toRegister(invitation.get().account().person(), true, request.getSession()));
    }

    @PostMapping("/passkey")
    ModelAndView passkey(
            @PathVariable String token,
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request) {
        return opened(token, invitation -> {
            if (credential.isBlank()) return refused(token, invitation, "signin.script");
            Person person = invitation.account().person();
            return use(token, request, () -> ways.passkeys.register(person, credential, label, request.getSession()))
                    .orElseGet(() -> refused(token, invitation, "signin.passkey.not-made"));
        });
    }

    @PostMapping("/password")
    ModelAndView password(
            @PathVariable String token,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request) {
        return opened(token, invitation -> {
            Person person = invitation.account().person();
            Optional<String> flaw = PasswordForm.complaint(ways.passwords, password, again, person);
            if (flaw.isPresent()) return refused(token, invitation, flaw.get());
            HashedPassword hashed = ways.passwords.hash(password);
            return use(token, request, () -> {
                        books.persons().password(person.id(), hashed);
                        return true;
                    })
                    .orElseGet(() -> refused(token, invitation, "signin.passkey.not-made"));
        });
    }

    /// Empty when there was no way in to store; then the link is still good.
    private Optional<ModelAndView> use(
            String token, HttpServletRequest request, java.util.function.BooleanSupplier wayIn) {
        return enrolment.use(token, wayIn).map(outcome -> switch (outcome) {
            case Enrolment.Outcome.Enrolled(Account account) -> {
                ways.arrival.of(account, Arrival.Way.ENROLMENT, request);
                yield Onward.to("/");
            }
            case Enrolment.Outcome.Closed _ -> closed();
        });
    }

    private ModelAndView opened(String token, Function<Enrolment.Invitation, ModelAndView> page) {
        return enrolment.open(token).map(page).orElseGet(EnrolPages::closed);
    }

    /// The same for a link that was used, one that expired and one that never was.
    private static ModelAndView closed() {
        ModelAndView page = new ModelAndView("signin/closed");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private static ModelAndView whoPage(String token, Enrolment.Invitation invitation, Typed typed) {
        return new ModelAndView("signin/enrol")
                .addObject("token", token)
                .addObject("invitation", invitation)
                .addObject("typed", typed)
                .addObject("zones", Zones.all())
                .addObject("zoneIsGuess", false)
                .addObject("nameWrong", false)
                .addObject("loginWrong", false);
    }

    private ModelAndView wayPage(String token, Enrolment.Invitation invitation) {
        return new ModelAndView("signin/way")
                .addObject("token", token)
                .addObject("invitation", invitation)
                .addObject("shortest", Passwords.SHORTEST)
                .addObject(
                        "openId",
                        ways.settings.openId().map(SignInSettings.OpenId::name).orElse(""));
    }

    private ModelAndView refused(String token, Enrolment.Invitation invitation, String word) {
        ModelAndView page = wayPage(token, invitation).addObject("refused", word);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
