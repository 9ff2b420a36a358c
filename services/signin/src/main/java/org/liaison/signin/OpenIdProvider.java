package org.liaison.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/// The configured provider, and the two addresses of ours that belong to it: `/sign-in/openid/start/provider`
/// begins, `/sign-in/openid/back` is where it sends people back to. Authorization code flow with proof key (RFC
/// 7636), state and nonce.
final class OpenIdProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);

    static final String ID = "provider";
    static final String START = "/sign-in/openid/start";
    static final String BACK = "/sign-in/openid/back";

    private final SignInSettings settings;
    private final SignInSettings.OpenId openId;
    private final String secret;

    /// Our secret is read now: what this machine lacks is told when the program starts.
    OpenIdProvider(SignInSettings settings, SignInSettings.OpenId openId) {
        this.settings = settings;
        this.openId = openId;
        this.secret = secret(openId.secretFile());
    }

    void join(HttpSecurity http, OpenIdDoor door, Handshakes handshakes) {
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations())
                .authorizedClientRepository(new NoTokens())
                .securityContextRepository(new RequestAttributeSecurityContextRepository())
                .loginPage("/sign-in")
                .loginProcessingUrl(BACK)
                .authorizationEndpoint(start -> start.baseUri(START).authorizationRequestRepository(handshakes))
                .redirectionEndpoint(back -> back.baseUri(BACK))
                .successHandler(door)
                .failureHandler(door)
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O start) {
                        start.setAuthenticationFailureHandler((request, response, reason) -> down(response, reason));
                        return start;
                    }
                }));
    }

    /// It cannot be asked what it is, so nobody can be sent there.
    private static void down(HttpServletResponse response, AuthenticationException reason) {
        LOG.warn("The OpenID provider cannot be reached or is set up wrongly: {}", String.valueOf(reason.getMessage()));
        OpenIdDoor.refuse(response, Reception.Why.OPENID_DOWN);
    }

    /// Asked for its configuration at the first sign-in, so that we start while it is down.
    private ClientRegistrationRepository registrations() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));
    }

    private ClientRegistration registration() {
        boolean email = openId.claim().filter("email"::equals).isPresent();
        return ClientRegistrations.fromIssuerLocation(openId.issuer().toString())
                .registrationId(ID)
                .clientId(openId.client())
                .clientSecret(secret)
                .redirectUri(settings.origin() + BACK)
                .scope(email ? new String[] {"openid", "profile", "email"} : new String[] {"openid", "profile"})
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The OpenID secret cannot be read from " + file + ".", e);
        }
    }
}
