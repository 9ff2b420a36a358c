package org.liaison.signin;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The two ceremonies of WebAuthn Level 3: registration (section 7.1) and authentication (section 7.2).
/// Passkeys are discoverable, so that nobody types a name, and the person is verified by the device each time.
/// A challenge is kept in the session and good for one answer.
final class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final String CREATION = Passkeys.class.getName() + ".creation";
    private static final String REQUEST = Passkeys.class.getName() + ".request";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LONGEST_ANSWER = 100_000;
    private static final int LONGEST_LABEL = 60;

    private final Webauthn4JRelyingPartyOperations ceremonies;
    private final Persons persons;
    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(Books books, SignInSettings settings) {
        this.persons = books.persons();
        this.ceremonies = new Webauthn4JRelyingPartyOperations(
                new PasskeyHolders(books.persons()),
                books.passkeys(),
                PublicKeyCredentialRpEntity.builder()
                        .id(settings.relyingParty())
                        .name("Liaison " + settings.program())
                        .build(),
                Set.of(settings.origin().toString()));
        ceremonies.setCustomizeCreationOptions(options -> options.timeout(PATIENCE)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        ceremonies.setCustomizeRequestOptions(
                options -> options.timeout(PATIENCE).userVerification(UserVerificationRequirement.REQUIRED));
    }

    /// What the browser needs to make a passkey. With `afresh`, a device that has one already makes another.
    String toRegister(Person person, boolean afresh, HttpSession session) {
        PublicKeyCredentialCreationOptions options = ceremonies.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person.id().toString(), null, List.of())));
        session.setAttribute(CREATION, options);
        ObjectNode json = mapper.valueToTree(options);
        if (afresh) json.remove("excludeCredentials");
        return json.toString();
    }

    /// Stores the passkey that the browser made; false when the answer is not one to our challenge, or
    /// another person's challenge was answered.
    boolean register(Person person, String answer, String label, HttpSession session) {
        Object asked = taken(session, CREATION);
        if (!(asked instanceof PublicKeyCredentialCreationOptions options) || answer.length() > LONGEST_ANSWER)
            return false;
        if (!belongs(options.getUser().getId(), person)) return false;
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made = mapper.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            ceremonies.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options, new RelyingPartyPublicKey(made, label(label))));
            return true;
        } catch (RuntimeException e) {
            refused("registration", e);
            return false;
        }
    }

    /// What the browser needs to find a passkey. It says nothing about anybody.
    String toSignIn(HttpSession session) {
        PublicKeyCredentialRequestOptions options =
                ceremonies.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        session.setAttribute(REQUEST, options);
        return mapper.writeValueAsString(options);
    }

    /// Whose passkey answered; nobody when it is none of ours.
    Optional<Account> signIn(String answer, HttpSession session) {
        Object asked = taken(session, REQUEST);
        if (!(asked instanceof PublicKeyCredentialRequestOptions options) || answer.length() > LONGEST_ANSWER)
            return Optional.empty();
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> shown = mapper.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            Bytes handle = ceremonies
                    .authenticate(new RelyingPartyAuthenticationRequest(options, shown))
                    .getId();
            // Section 7.2 step 6: where the device says whose passkey it is, it must be the owner's.
            Bytes said = shown.getResponse().getUserHandle();
            if (said != null && !said.equals(handle)) return Optional.empty();
            return persons.byHandle(org.liaison.message.Bytes.of(handle.getBytes()));
        } catch (RuntimeException e) {
            refused("sign-in", e);
            return Optional.empty();
        }
    }

    /// A name for a passkey, made presentable.
    static String label(String typed) {
        String label = typed.strip();
        if (label.length() > LONGEST_LABEL)
            label = label.substring(0, LONGEST_LABEL).strip();
        return Person.isName(label) ? label : "-";
    }

    /// The library's words can quote the answer, so only their kind is written down.
    private static void refused(String ceremony, RuntimeException e) {
        LOG.info("a passkey's {} was refused: {}", ceremony, e.getClass().getSimpleName());
    }

    private boolean belongs(Bytes handle, Person person) {
        return persons.byHandle(org.liaison.message.Bytes.of(handle.getBytes()))
                .filter(account -> account.person().id().equals(person.id()))
                .isPresent();
    }

    private static @Nullable Object taken(HttpSession session, String name) {
        synchronized (session) {
            Object found = session.getAttribute(name);
            session.removeAttribute(name);
            return found;
        }
    }
}
