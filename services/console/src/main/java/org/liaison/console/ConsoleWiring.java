package org.liaison.console;

import java.time.Clock;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.alert.Watchman;
import org.liaison.console.port.Views;
import org.liaison.pages.Frame;
import org.liaison.pages.Room;
import org.liaison.pages.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Mounts the console. The house gives [org.liaison.console.port.Views],
/// [org.liaison.console.port.Diagnostics], [org.liaison.console.port.Alerts], an [AlertBook], a
/// [Watchman] and a clock, and mounts pages and sign-in beside it.
@Configuration(proxyBeanMethods = false)
@Import({
    HomePage.class,
    RoutesPage.class,
    TracePage.class,
    QuarantinePage.class,
    WaitingPages.class,
    TrustPages.class,
    ChartsPage.class,
    LivePage.class,
    AlertsPage.class,
    RunbookPage.class,
    DiagnosticsPage.class,
    ViewsApi.class,
    ActionsApi.class,
    ApiFaults.class
})
public class ConsoleWiring {

    @Bean
    Room consoleRoom() {
        return new Room("console");
    }

    /// The words of reasons.
    @Bean
    Room messageRoom() {
        return new Room("message");
    }

    @Bean
    Frame consoleFrame() {
        return new ConsoleFrame();
    }

    @Bean
    Speech speech(Words words) {
        return new Speech(words);
    }

    @Bean
    Guard guard(Clock clock, Views views, Speech speech) {
        return new Guard(clock, views.routes(), speech);
    }

    @Bean
    Lately lately(Views views, Alarms alarms, Guard guard) {
        return new Lately(views, alarms, guard);
    }

    @Bean
    Alarms alarms(AlertBook book, Watchman watchman, Words words) {
        return new Alarms(book, watchman, words);
    }
}
