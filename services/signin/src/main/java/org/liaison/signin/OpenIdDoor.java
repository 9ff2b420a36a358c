package org.liaison.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.transaction.support.TransactionTemplate;

/// Coming in with the word of an OpenID provider. It says who somebody is, never that somebody may come in: the
/// person is here already, linked by an enrolment link, or once by the configured claim. OpenID Connect Core
/// 1.0 section 5.7: only issuer and subject together name somebody for good.
final class OpenIdDoor implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdDoor.class);
    private static final String EMAIL = "email";

    private final Books books;
    private final Enrolment enrolment;
    private final Arrival arrival;
    private final SignInSettings settings;
    private final TransactionTemplate transaction;

    OpenIdDoor(
            Books books,
            Enrolment enrolment,
            Arrival arrival,
            SignInSettings settings,
            TransactionTemplate transaction) {
        this.books = books;
        this.enrolment = enrolment;
        this.arrival = arrival;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        SecurityContextHolder.clearContext();
        Optional<Handshakes.Handshake> handshake = Handshakes.of(request);
        Optional<Account> account = handshake.isPresent() && authentication.getPrincipal() instanceof OidcUser user
                ? handshake.get().enrolment().isPresent()
                        ? enrol(handshake.get().enrolment().get(), user)
                        : known(user)
                : Optional.empty();
        Optional<Account> welcome = account.filter(Account::welcome);
        if (welcome.isEmpty()) {
            LOG.info("somebody with an OpenID is not known here");
            refuse(response, Reception.Why.OPENID);
            return;
        }
        arrival.of(welcome.get(), Arrival.Way.OPENID, request);
        Onward.show(request, response, handshake.get().to());
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        LOG.info("an OpenID sign-in failed: {}", reason.getClass().getSimpleName());
        refuse(response, Reception.Why.OPENID);
    }

    private Optional<Account> enrol(String token, OidcUser user) {
        Optional<Enrolment.Invitation> invitation = enrolment.open(token);
        if (invitation.isEmpty()) return Optional.empty();
        UUID person = invitation.get().account().person().id();
        try {
            return enrolment.use(token, () -> link(person, user)).flatMap(outcome -> switch (outcome) {
                case Enrolment.Outcome.Enrolled(Account account) -> Optional.of(account);
                case Enrolment.Outcome.Closed _ -> Optional.empty();
            });
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    private Optional<Account> known(OidcUser user) {
        Optional<Account> linked = books.persons().bySubject(issuer(user), subject(user));
        return linked.isPresent() ? linked : byClaim(user);
    }

    /// Only once: from then on the subject counts, or whoever gets a colleague's old name would be the colleague.
    private Optional<Account> byClaim(OidcUser user) {
        return settings.openId()
                .flatMap(SignInSettings.OpenId::claim)
                .filter(claim -> !claim.equals(EMAIL) || Boolean.TRUE.equals(user.getEmailVerified()))
                .flatMap(claim -> Optional.ofNullable(user.getClaimAsString(claim)))
                .flatMap(books.persons()::byLogin)
                .filter(account -> account.welcome() && !account.linked())
                .map(account -> transaction.execute(_ -> {
                    link(account.person().id(), user);
                    return account;
                }));
    }

    private boolean link(UUID person, OidcUser user) {
        books.persons().link(person, issuer(user), subject(user));
        books.events().record(Events.What.OPENID_LINKED, person, person, "");
        return true;
    }

    private static String issuer(OidcUser user) {
        return Objects.requireNonNull(user.getIssuer(), "an ID token names its issuer")
                .toString();
    }

    private static String subject(OidcUser user) {
        return Objects.requireNonNull(user.getSubject(), "an ID token names its subject");
    }

    static void refuse(HttpServletResponse response, Reception.Why why) {
        response.setHeader("Location", Reception.signIn(why, ReturnTo.of(null)));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
