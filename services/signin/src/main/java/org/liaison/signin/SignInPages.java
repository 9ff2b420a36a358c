package org.liaison.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// Signing in and out.
@Controller
final class SignInPages {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);

    private final PasswordDoor passwords;
    private final Passkeys passkeys;
    private final Arrival arrival;
    private final SignInSettings settings;
    private final Clock clock;

    SignInPages(PasswordDoor passwords, Passkeys passkeys, Arrival arrival, SignInHouse house, Clock clock) {
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.arrival = arrival;
        this.settings = house.settings();
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    ModelAndView show(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String why,
            HttpServletRequest request) {
        Reception.Why reason = Reception.Why.of(why);
        if (VisitGate.inside(request) != null && reason != Reception.Why.CONFIRM)
            return Onward.to(ReturnTo.of(to).path());
        return page(ReturnTo.of(to)).addObject("why", reason.word());
    }

    @PostMapping("/sign-in")
    ModelAndView password(
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReturnTo returnTo = ReturnTo.of(to);
        return switch (passwords.knock(login, password, request.getRemoteAddr())) {
            case PasswordDoor.Answer.Welcome(Account account) -> {
                arrival.of(account, Arrival.Way.PASSWORD, request);
                yield Onward.to(returnTo.path());
            }
            case PasswordDoor.Answer.Wrong _ -> {
                LOG.info("a password was refused");
                yield refused(returnTo, "signin.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case PasswordDoor.Answer.Locked(Instant until) -> {
                LOG.info("a password was not looked at: too many tries");
                Duration wait = Duration.between(clock.instant(), until);
                response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
                yield refused(returnTo, "signin.locked", HttpStatus.TOO_MANY_REQUESTS)
                        .addObject("minutes", wait.toMinutes() + 1);
            }
        };
    }

    @PostMapping(value = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(HttpServletRequest request) {
        return passkeys.toSignIn(request.getSession());
    }

    @PostMapping("/sign-in/passkey")
    ModelAndView passkey(
            @RequestParam String credential,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request) {
        ReturnTo returnTo = ReturnTo.of(to);
        if (credential.isBlank()) return refused(returnTo, "signin.script", HttpStatus.UNPROCESSABLE_CONTENT);
        Optional<Account> account =
                passkeys.signIn(credential, request.getSession()).filter(Account::welcome);
        if (account.isEmpty()) return refused(returnTo, "signin.passkey.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
        arrival.of(account.get(), Arrival.Way.PASSKEY, request);
        return Onward.to(returnTo.path());
    }

    /// Only ever reached by a forward of ours; asked for directly, it goes to the first page.
    @RequestMapping(Onward.PATH)
    ModelAndView onward(HttpServletRequest request, HttpServletResponse response) {
        return Onward.page(request, response);
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        arrival.leave(request);
        Cookie gone = new Cookie(settings.cookie(), "");
        gone.setPath("/");
        gone.setMaxAge(0);
        gone.setHttpOnly(true);
        gone.setSecure(settings.secure());
        response.addCookie(gone);
        return Onward.to(Reception.signIn(Reception.Why.SIGNED_OUT, ReturnTo.of(null)));
    }

    private ModelAndView refused(ReturnTo to, String word, HttpStatus status) {
        ModelAndView page =
                page(to).addObject("why", Reception.Why.FIRST.word()).addObject("refused", word);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(ReturnTo to) {
        return new ModelAndView("signin/sign-in")
                .addObject("to", to.home() ? "" : to.path())
                .addObject(
                        "openId",
                        settings.openId().map(SignInSettings.OpenId::name).orElse(""));
    }
}
