package org.liaison.desk;

import java.time.Clock;
import org.liaison.casework.Forms;
import org.liaison.pages.Frame;
import org.liaison.pages.Room;
import org.liaison.pages.Words;
import org.liaison.signin.Persons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Mounts the desk. The house gives the ports [Post], [Cases], [Addresses], [Sheets],
/// [Templates], [Sending], [LogTrust] and [News], a [Site], the forms, a press and a clock, and
/// mounts pages and sign-in beside it.
@Configuration(proxyBeanMethods = false)
@Import({
    InboxPage.class,
    CasesPage.class,
    CasePage.class,
    MessagePage.class,
    EvidencePage.class,
    PaperPage.class,
    ContactsPage.class,
    LivePage.class,
    WritePage.class,
    SheetPage.class,
    AddressPage.class,
    EnclosuresPage.class,
    SendPage.class,
    ReleasePage.class,
    TemplatesPage.class
})
public class DeskWiring {

    /// `code` is the gateway's. In `training` every page says that nothing is real. `fourEyes`:
    /// what an officer writes is sent by a supervisor who is somebody else.
    public record Site(String code, boolean training, boolean fourEyes) {}

    @Bean
    Room deskRoom() {
        return new Room("desk");
    }

    /// The words of cases and messages.
    @Bean
    Room caseworkRoom() {
        return new Room("casework");
    }

    @Bean
    Room messageRoom() {
        return new Room("message");
    }

    @Bean
    Bench bench(Sheets sheets, Sending sending, Cases cases, Forms forms, Clock clock) {
        return new Bench(sheets, sending, cases, forms, clock);
    }

    @Bean
    Beginnings beginnings(Templates templates, Post post, Forms forms) {
        return new Beginnings(templates, post, forms);
    }

    @Bean
    PaperPage.Sources paperSources(Cases cases, Post post, Sights sights, Addresses addresses, Words words) {
        return new PaperPage.Sources(cases, post, sights, addresses, words);
    }

    @Bean
    Sights sights(Persons persons, Forms forms) {
        return new Sights(persons, forms);
    }

    @Bean
    Frame deskFrame(Site site, LogTrust log) {
        return new DeskFrame(site, log);
    }
}
