package org.liaison.rehearsal;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Optional;

/// An operator who begins at the home page of the console, and how often she has clicked since.
final class Finger {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Page page;
    private final String home;
    private int clicks;

    Finger(Page page) {
        this.page = page;
        this.home = Desks.origin(page) + "/home?lang=en";
    }

    /// Opens the home page until an alert says this, and answers its sentence.
    String alerted(String words) {
        clicks = 0;
        return Patience.await("an alert with " + words, LIMIT, () -> {
            page.navigate(home);
            Locator told = page.getByRole(AriaRole.ALERT)
                    .getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText(words));
            return told.count() > 0 ? Optional.of(told.first().innerText()) : Optional.empty();
        });
    }

    /// Follows the alert whose title this is.
    void follow(String title, String words) {
        click(page.getByRole(AriaRole.ALERT)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(words))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title)));
    }

    void follow(String link) {
        click(page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true)));
    }

    private void click(Locator link) {
        clicks++;
        Desks.press(link);
    }

    int clicks() {
        return clicks;
    }

    String main() {
        return page.getByRole(AriaRole.MAIN).innerText();
    }

    /// The row of a table with these words, its cells apart by tabs.
    String row(String words) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .innerText();
    }
}
