package org.liaison.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.pages.Reader;
import org.liaison.pages.Readers;
import org.liaison.pages.Room;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Mounts this room: pages for signing in, enrolment, one's account and persons; the gate before everything;
/// and [Person] as a parameter of controllers. The house gives one [SignInHouse] and a clock, and imports what
/// pages needs.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({SignInPages.class, EnrolPages.class, AccountPages.class, TokenPages.class, PersonsPages.class, AuditPage.class
})
public class SignInWiring {

    /// Before the filters of anybody else, as where Spring Boot puts it.
    private static final int FIRST = -100;

    private static final String CHAIN = "springSecurityFilterChain";

    /// This room's own database access; not a bean, so that houses keep theirs.
    record Store(JdbcClient database, TransactionTemplate transaction) {}

    @Bean
    Store signInStore(SignInHouse house) {
        return new Store(
                JdbcClient.create(house.database()),
                new TransactionTemplate(new DataSourceTransactionManager(house.database())));
    }

    @Bean
    Persons persons(Store store, Clock clock) {
        return new Persons(store.database, clock);
    }

    @Bean
    Books signInBooks(Persons persons, Store store, SignInHouse house, Clock clock) {
        Attempts attempts =
                new Attempts(store.database, store.transaction, house.settings().attempts(), clock);
        return new Books(persons, new PasskeysInPostgres(store.database), new Events(store.database, clock), attempts);
    }

    @Bean
    Forgetting forgetting(Books books) {
        return Forgetting.begin(books.attempts(), Forgetting.EVERY);
    }

    @Bean
    Enrolment enrolment(Books books, Store store, SignInHouse house, Clock clock) {
        return new Enrolment(books, store.database, store.transaction, house.settings(), clock);
    }

    @Bean
    Administration administration(Books books, Enrolment enrolment, AccessTokens tokens, Store store) {
        return new Administration(books, enrolment, tokens, store.database, store.transaction);
    }

    @Bean
    AccessTokens accessTokens(Books books, Store store, Clock clock) {
        return new AccessTokens(books, store.database, store.transaction, clock);
    }

    @Bean
    Visits visits(Persons persons, SignInHouse house, Clock clock) {
        return new Visits(persons, house.settings(), clock);
    }

    @Bean
    static ServletListenerRegistrationBean<Strangers> strangers() {
        return new ServletListenerRegistrationBean<>(new Strangers(Strangers.MOST));
    }

    @Bean
    HeldForms heldForms(SignInHouse house, Clock clock) {
        return new HeldForms(house.doors().held(), clock);
    }

    @Bean
    Reception reception(SignInHouse house, HeldForms held) {
        return new Reception(house.settings(), held);
    }

    @Bean
    Arrival arrival(Books books, Visits visits) {
        return new Arrival(books, visits);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    PasswordDoor passwordDoor(Books books, Passwords passwords) {
        return new PasswordDoor(books, passwords);
    }

    @Bean
    Passkeys passkeys(Books books, SignInHouse house) {
        return new Passkeys(books, house.settings());
    }

    @Bean
    WaysIn waysIn(Books books, Store store) {
        return new WaysIn(books, store.transaction);
    }

    @Bean
    EnrolPages.Ways enrolmentWays(Passkeys passkeys, Passwords passwords, Arrival arrival, SignInHouse house) {
        return new EnrolPages.Ways(passkeys, passwords, arrival, house.settings());
    }

    @Bean
    AccountPages.PasswordChange passwordChange(PasswordDoor door, Passwords passwords) {
        return new AccountPages.PasswordChange(door, passwords);
    }

    @Bean
    SecurityFilterChain signInChain(
            HttpSecurity http,
            SignInHouse house,
            Visits visits,
            Reception reception,
            Books books,
            Enrolment enrolment,
            Arrival arrival,
            Store store,
            WebApplicationContext context,
            Clock clock) {
        SignInSettings settings = house.settings();
        GateChain chain = new GateChain(house, context, visits, reception);
        settings.openId()
                .ifPresent(openId -> new OpenIdProvider(settings, openId)
                        .join(
                                http,
                                new OpenIdDoor(books, enrolment, arrival, settings, store.transaction),
                                new Handshakes(settings, clock)));
        return chain.build(http);
    }

    /// Asked before the chain of pages, which would answer with a redirection.
    @Bean
    @Order(0)
    SecurityFilterChain programsChain(
            HttpSecurity http,
            SignInHouse house,
            Visits visits,
            Reception reception,
            Books books,
            AccessTokens tokens,
            WebApplicationContext context,
            Clock clock) {
        return new GateChain(house, context, visits, reception).programs(http, tokens, books, clock);
    }

    /// The chain also stands where requests come back after an error or from another thread.
    @Bean
    static DelegatingFilterProxyRegistrationBean signInGate() {
        DelegatingFilterProxyRegistrationBean gate = new DelegatingFilterProxyRegistrationBean(CHAIN);
        gate.setOrder(FIRST);
        gate.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return gate;
    }

    /// Only a cookie names a session, and only our own pages send it.
    @Bean
    static ServletContextInitializer signInCookie(SignInHouse house) {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            SessionCookieConfig cookie = context.getSessionCookieConfig();
            cookie.setName(house.settings().cookie());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(house.settings().secure());
            cookie.setAttribute("SameSite", "Strict");
        };
    }

    @Bean
    static Room signInRoom() {
        return new Room("signin");
    }

    @Bean
    static Readers readers() {
        return request -> Optional.ofNullable(VisitGate.inside(request))
                .map(inside -> inside.account().person())
                .map(person -> new Reader(person.name(), person.language(), person.zone()));
    }

    @Bean
    static WebMvcConfigurer personArgument(ObjectProvider<Visits> visits) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PersonArgument());
                resolvers.add(new StayArgument(visits::getObject));
            }
        };
    }
}
