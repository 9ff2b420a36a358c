package org.liaison.rehearsal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;

/// The programs of the demo without its play, and people at the desks of its gateways.
final class Desks implements AutoCloseable {

    static final String PASSWORD = "Kupfer-Zwiebel-Lampe-1739";

    private final DemoFolder folder;
    private final Programs programs;
    private final Chromium chromium;

    private Desks(DemoFolder folder, Programs programs, Chromium chromium) {
        this.folder = folder;
        this.programs = programs;
        this.chromium = chromium;
    }

    static Desks open(Path dir) {
        Chromium chromium = Chromium.start();
        DemoFolder folder = new DemoFolder(dir.resolve("state"));
        LogFile.to(dir.resolve("desks.log"));
        Demo.prepare(folder);
        Programs programs = OneMachine.start(folder);
        Demo.connect(folder, programs);
        return new Desks(folder, programs, chromium);
    }

    URI at(GatewayCode code) {
        return URI.create("http://localhost:"
                + Objects.requireNonNull(programs.gateways().get(code)).getPort());
    }

    /// A browser of its own, nobody signed in.
    Page visitor(String language) {
        BrowserContext context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(1280, 900));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    /// The first administrator of a gateway enrols.
    Page administrator(GatewayCode code) {
        Page page = visitor("en");
        page.navigate(folder.enrolmentLink(code).orElseThrow());
        page.fill("#name", "Sample Administrator");
        page.fill("#login", "administrator");
        page.click("main form button");
        choosePassword(page);
        return page;
    }

    /// Invited by the administrator with these roles, as `OFFICER:xa.social.welfare`; enrolled, and at the desk.
    Page invited(Page administrator, String name, String login, String... grants) {
        administrator.navigate(origin(administrator) + "/persons");
        administrator.fill("#name", name);
        administrator.fill("#login", login);
        for (String grant : grants) administrator.check("input[value='" + grant + "']");
        administrator.locator("main form button").last().click();
        String link = administrator.inputValue("#address");
        Page page = visitor("en");
        page.navigate(link);
        page.click("main form button");
        choosePassword(page);
        return page;
    }

    static String officer(AuthorityCode authority) {
        return "OFFICER:" + authority;
    }

    private static void choosePassword(Page page) {
        page.fill("input[name=password]", PASSWORD);
        page.fill("input[name=again]", PASSWORD);
        page.locator("form:has(input[name=password]) button").last().click();
        page.waitForURL("**/inbox");
    }

    static String origin(Page page) {
        URI at = URI.create(page.url());
        return at.getScheme() + "://" + at.getAuthority();
    }

    @Override
    public void close() {
        chromium.close();
        programs.close();
    }
}
