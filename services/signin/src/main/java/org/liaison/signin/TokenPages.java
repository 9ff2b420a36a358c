package org.liaison.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.liaison.pages.Absent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's tokens for programs. One is made only shortly after signing in: whoever finds an open screen must not
/// take a way in along. Where the house has no door for programs there is no such page.
@Controller
@RequestMapping("/account/tokens")
final class TokenPages {

    private static final String HERE = "/account/tokens";
    private static final long WEEK = 7L * 24;
    private static final long MONTH = 30L * 24;

    private final AccessTokens tokens;
    private final Visits visits;
    private final Doors doors;

    TokenPages(AccessTokens tokens, Visits visits, SignInHouse house) {
        this.tokens = tokens;
        this.visits = visits;
        this.doors = house.doors();
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return page(inside(request).account());
    }

    /// The only page that ever shows the token.
    @PostMapping
    ModelAndView make(@RequestParam String label, @RequestParam long hours, HttpServletRequest request) {
        Account account = inside(request).account();
        if (!visits.fresh(inside(request).visit()))
            return Onward.to(Reception.signIn(Reception.Why.CONFIRM, ReturnTo.of(HERE)));
        return switch (tokens.make(account, label, Duration.ofHours(Math.clamp(hours, 0, Integer.MAX_VALUE)))) {
            case AccessTokens.Made.Fresh fresh ->
                page(account).addObject("fresh", fresh.text()).addObject("made", fresh.token());
            case AccessTokens.Made.Refused(AccessTokens.Reason reason) -> {
                ModelAndView page = page(account).addObject("refused", word(reason));
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes after) {
        UUID person = inside(request).account().person().id();
        if (!tokens.revoke(person, id, person)) throw new Absent();
        after.addFlashAttribute("done", "signin.tokens.revoked");
        return Onward.to(HERE);
    }

    private Visits.Standing.Inside inside(HttpServletRequest request) {
        if (doors.programs().isEmpty()) throw new Absent();
        return Objects.requireNonNull(VisitGate.inside(request), "a request for a person came in beside the gate");
    }

    private ModelAndView page(Account account) {
        return new ModelAndView("signin/tokens")
                .addObject("tokens", tokens.of(account))
                .addObject(
                        "times",
                        List.of(
                                AccessTokens.SHORTEST.toHours(),
                                AccessTokens.USUAL.toHours(),
                                24L,
                                WEEK,
                                MONTH,
                                AccessTokens.LONGEST.toHours()))
                .addObject("usual", AccessTokens.USUAL.toHours())
                .addObject("longest", AccessTokens.LONGEST_LABEL);
    }

    private static String word(AccessTokens.Reason reason) {
        return "signin.tokens." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
