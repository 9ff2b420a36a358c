package org.liaison.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.liaison.pages.ContentSecurity;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.WebApplicationContext;

/// The gate before all pages, put together by hand: nothing that Spring Security would do by itself is left to it.
final class GateChain {

    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(),"
            + " publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private final Doors doors;
    private final boolean secure;
    private final WebApplicationContext context;
    private final Visits visits;
    private final Reception reception;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    GateChain(SignInHouse house, WebApplicationContext context, Visits visits, Reception reception) {
        this.context = context;
        this.doors = house.doors();
        this.secure = house.settings().secure();
        this.visits = visits;
        this.reception = reception;
    }

    SecurityFilterChain build(HttpSecurity http) {
        return bare(http)
                .securityMatcher(ours())
                .addFilterBefore(new VisitGate(visits, contexts), CsrfFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(reception).accessDeniedHandler(reception))
                .authorizeHttpRequests(this::who)
                .build();
    }

    /// The door for programs. A session means nothing here, so there is nothing that a form of another site could
    /// misuse, and no form's token to ask for.
    SecurityFilterChain programs(HttpSecurity http, AccessTokens tokens, Books books, Clock clock) {
        List<RequestMatcher> programs = matchers(doors.programs());
        return bare(http)
                .securityMatcher(request -> here(request) && programs.stream().anyMatch(path -> path.matches(request)))
                .csrf(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenGate(tokens, books, contexts, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(who -> who.anyRequest().authenticated())
                .build();
    }

    private HttpSecurity bare(HttpSecurity http) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(this::headers);
    }

    private void who(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry who) {
        who.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/static/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, doors.open().toArray(String[]::new))
                .permitAll()
                .requestMatchers("/sign-in", "/sign-in/**", "/sign-out", "/enrol/**")
                .permitAll()
                .requestMatchers("/account", "/account/**", "/persons", "/persons/**")
                .authenticated()
                .requestMatchers(doors.inside().toArray(String[]::new))
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentSecurity.POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .httpStrictTransportSecurity(strict -> strict.requestMatcher(_ -> secure))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /// Everything but what the house guards itself, and what it serves on a port of its own.
    private RequestMatcher ours() {
        List<RequestMatcher> elsewhere = matchers(doors.elsewhere());
        return request -> here(request) && elsewhere.stream().noneMatch(path -> path.matches(request));
    }

    /// Not what the house serves on a port of its own, such as its health: Boot takes our gate along to there.
    private boolean here(HttpServletRequest request) {
        return request.getServletContext().equals(context.getServletContext());
    }

    private static List<RequestMatcher> matchers(List<String> paths) {
        return paths.stream()
                .<RequestMatcher>map(
                        path -> PathPatternRequestMatcher.withDefaults().matcher(path))
                .toList();
    }
}
