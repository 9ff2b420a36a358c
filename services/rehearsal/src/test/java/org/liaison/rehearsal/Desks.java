package org.liaison.rehearsal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.client.ClientFile;

/// The programs of the demo without its play, and people at the desks of its gateways.
final class Desks implements AutoCloseable {

    static final String PASSWORD = "Kupfer-Zwiebel-Lampe-1739";

    private final DemoFolder folder;
    private final Programs programs;
    private final Chromium chromium;
    private final ClientFile client;
    private final Map<GatewayCode, Page> administrators = new HashMap<>();
    private final Map<GatewayCode, Page> officers = new HashMap<>();

    private Desks(DemoFolder folder, Programs programs, ClientFile client, Chromium chromium) {
        this.folder = folder;
        this.programs = programs;
        this.client = client;
        this.chromium = chromium;
    }

    static Desks open(Path dir) {
        Chromium chromium = Chromium.start();
        DemoFolder folder = new DemoFolder(dir.resolve("state"));
        LogFile.to(dir.resolve("desks.log"));
        Demo.prepare(folder);
        Programs programs = OneMachine.start(folder);
        return new Desks(folder, programs, Demo.connect(folder, programs), chromium);
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

    Path folder() {
        return folder.root();
    }

    /// Plays scenes over the API, so that there is something to see.
    void play(List<Scene> scenes) {
        Performance performance = new Performance(
                code -> client.serving(code).orElseThrow().desk(), new Narrator(new PrintWriter(Writer.nullWriter())));
        scenes.forEach(performance::play);
    }

    /// An officer of all authorities of this gateway, signed in.
    Page officer(GatewayCode code) {
        return officers.computeIfAbsent(
                code,
                _ -> invited(
                        administrator(code),
                        "Sample Officer",
                        "officer",
                        Cast.authoritiesAt(code).stream().map(Desks::officer).toArray(String[]::new)));
    }

    /// The first administrator of a gateway; enrols when asked for the first time.
    Page administrator(GatewayCode code) {
        return administrators.computeIfAbsent(code, this::enrolled);
    }

    private Page enrolled(GatewayCode code) {
        Page page = visitor("en");
        page.navigate(folder.enrolmentLink(folder.gateway(code)).orElseThrow());
        page.fill("#name", "Sample Administrator");
        page.fill("#login", "administrator");
        press(page.locator("main form button"));
        choosePassword(page);
        return page;
    }

    /// Invited by the administrator with these roles, as `OFFICER:xa.social.welfare`; enrolled, and at the desk.
    Page invited(Page administrator, String name, String login, String... grants) {
        administrator.navigate(origin(administrator) + "/persons");
        administrator.fill("#name", name);
        administrator.fill("#login", login);
        for (String grant : grants) administrator.check("input[value='" + grant + "']");
        press(administrator.locator("main form button").last());
        String link = administrator.inputValue("#address");
        Page page = visitor("en");
        page.navigate(link);
        press(page.locator("main form button"));
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

    /// Presses a button that sends a form, and waits for the page that answers: what follows must not cut it short.
    static void press(Locator button) {
        Page page = button.page();
        page.waitForResponse(
                response -> response.request().isNavigationRequest() && response.status() / 100 != 3, button::click);
        page.waitForLoadState();
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
